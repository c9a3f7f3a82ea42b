"""The header of a document: title, responsibilities, sources, encoding, languages, history."""

import re
from typing import Final

from corrector.formats.initials import initials
from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.agents import Agent, Agents
from corrector.formats.tei.encoding_description import write_encoding
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.profile_description import write_profile
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.publication import write_publication
from corrector.formats.tei.revision import write_revisions
from corrector.formats.tei.source_description import write_source
from corrector.formats.tei.vocabulary import XML_ID, XML_LANG, Element, child

_ADDRESS: Final = re.compile(r"(https?|urn|mailto):[!-~]+")


def write_header(
    material: DocumentMaterial,
    contexts: list[PageContext],
    agents: Agents,
    profile: Profile,
    root: Element,
) -> None:
    """Append the whole header to the empty `root`."""
    header = child(root, "teiHeader", {XML_LANG: "en"})
    description = child(header, "fileDesc")
    title = child(description, "titleStmt")
    label = material.document.label or material.document.key or "untitled"
    child(title, "title", text=material.description.get("title") or label)
    author = material.description.get("author")
    if author:
        child(child(title, "author"), "persName", text=author)
    shortened = bool(material.wishes.get("initials"))
    for agent in agents.all():
        _responsibility(agent, title, shortened=shortened)
    _edition(material, contexts, description)
    write_publication(material, description)
    write_source(material, contexts, description)
    write_encoding(material, contexts, profile, header)
    write_profile(material, agents.hands, header)
    write_revisions(contexts, header)


def _responsibility(agent: Agent, title: Element, *, shortened: bool) -> None:
    statement = child(title, "respStmt", {XML_ID: agent.identifier})
    child(statement, "resp", text=agent.role.value)
    name = agent.person.name or "not recorded"
    if agent.software:
        child(statement, "name", {"type": "software"}, name)
        return
    if shortened:
        child(statement, "persName", text=initials(name))
        return
    identifier = agent.person.identifier
    address = bool(_ADDRESS.fullmatch(identifier))
    attributes = {"ref": identifier} if address else {"key": identifier}
    child(statement, "persName", attributes, name)


def _edition(material: DocumentMaterial, contexts: list[PageContext], description: Element) -> None:
    edition = child(child(description, "editionStmt"), "edition", text="Transcription as of ")
    child(edition, "date", {"when": when(material.exported)}, material.exported or "unknown date")
    extent = child(description, "extent")
    count = str(len(contexts))
    child(
        extent,
        "measure",
        {"unit": "page", "quantity": count},
        "1 page" if count == "1" else f"{count} pages",
    )
