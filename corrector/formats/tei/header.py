"""The header of a document: title, responsibilities, sources, encoding, languages, history."""

import re
from typing import Final

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.agents import Agent, Agents
from corrector.formats.tei.encoding_description import write_encoding
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.revision import write_revisions
from corrector.formats.tei.source_description import write_source
from corrector.formats.tei.vocabulary import XML_ID, XML_LANG, Element, child

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
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
    child(title, "title", text=material.document.label or material.document.key or "untitled")
    for agent in agents.all():
        _responsibility(agent, title)
    _edition(material, contexts, description)
    write_source(material, contexts, description)
    write_encoding(material, contexts, profile, header)
    _languages(material, header)
    write_revisions(contexts, header)


def _responsibility(agent: Agent, title: Element) -> None:
    statement = child(title, "respStmt", {XML_ID: agent.identifier})
    child(statement, "resp", text=agent.role.value)
    name = agent.person.name or "not recorded"
    if agent.software:
        child(statement, "name", {"type": "software"}, name)
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
    child(extent, "measure", {"unit": "page", "quantity": count}, f"{count} pages")
    publication = child(description, "publicationStmt")
    child(publication, "p", text="Unpublished working transcription.")


def _languages(material: DocumentMaterial, header: Element) -> None:
    known = [language for language in material.languages if _LANGUAGE.fullmatch(language)]
    if known:
        usage = child(child(header, "profileDesc"), "langUsage")
        for language in dict.fromkeys(known):
            child(usage, "language", {"ident": language}, language)
