"""Who did something: persons, engines with their models, and the program itself."""

from corrector.formats.provenance.graph import Attributes, Graph
from corrector.formats.provenance.names import person_name, program_name, term
from corrector.record.entries import Origin, Person, Version


def person(graph: Graph, one: Person) -> str:
    """State a person; return its name."""
    said: Attributes = {"prov:label": one.name, "dcterms:identifier": one.identifier}
    return graph.agent(person_name(one), "prov:Person", said)


def program(graph: Graph, title: str, *, name: str = "", version: str = "", model: str = "") -> str:
    """State a program; return its name.

    Args:
        graph: to state it in.
        title: name and version together.
        name: of the program alone, where it is known apart.
        version: of the program, where it is known apart.
        model: with which an engine reads, such as ``eng+deu``.
    """
    said: Attributes = {
        "prov:label": f"{title}, {model}" if model else title,
        term("name"): name,
        term("version"): version,
        term("model"): model,
    }
    return graph.agent(program_name(title, model), "prov:SoftwareAgent", said)


def engine_of(graph: Graph, version: Version) -> str | None:
    """State the engine that `version` names in its details; None where it names none."""
    name = version.details.get("engine", "")
    number = version.details.get("engine-version", "")
    if not name and version.origin is not Origin.RECOGNISED:
        return None
    title = f"{name} {number}".strip() or version.author.name
    model = version.details.get("languages", "")
    return program(graph, title, name=name, version=number, model=model)


def maker_of(graph: Graph, version: Version) -> str:
    """State who made `version`: the engine, this program for an import, else a person."""
    if version.origin is Origin.RECOGNISED:
        return engine_of(graph, version) or program(graph, version.author.name)
    if version.origin is Origin.IMPORTED and version.number == 0:
        return program(graph, version.author.name)
    return person(graph, version.author)
