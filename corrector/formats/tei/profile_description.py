"""The header's account of the document itself: date, languages, correspondence, hands."""

import re
from typing import Final

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.hands import Hands
from corrector.formats.tei.moments import when
from corrector.formats.tei.vocabulary import Element, child

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SENT: Final = (("persName", "author"), ("placeName", "place"), ("date", "date"))
_RECEIVED: Final = (
    ("persName", "recipient"),
    ("placeName", "place-received"),
    ("date", "date-received"),
)


def write_profile(material: DocumentMaterial, hands: Hands, header: Element) -> None:
    """Append what is known of the document; nothing where nothing is."""
    profile = child(header, "profileDesc")
    date = material.description.get("date")
    if date:
        child(child(profile, "creation"), "date", {"when": when(date)}, date)
    _languages(material, profile)
    _correspondence(material, profile)
    _keywords(material, profile)
    hands.write(profile)
    if not len(profile):
        header.remove(profile)


def _languages(material: DocumentMaterial, profile: Element) -> None:
    said = re.split(r"[\s,;+]+", material.description.get("language", ""))
    known = [one for one in (*said, *material.languages) if _LANGUAGE.fullmatch(one)]
    if known:
        usage = child(profile, "langUsage")
        for language in dict.fromkeys(known):
            child(usage, "language", {"ident": language}, language)


def _keywords(material: DocumentMaterial, profile: Element) -> None:
    terms = [term.strip() for term in material.description.get("keywords", "").split(";")]
    if any(terms):
        keywords = child(child(profile, "textClass"), "keywords")
        for term in filter(None, terms):
            child(keywords, "term", {}, term)


def _correspondence(material: DocumentMaterial, profile: Element) -> None:
    """Append who wrote to whom, where somebody said that the document was received."""
    if not any(material.description.get(name) for _, name in _RECEIVED):
        return
    correspondence = child(profile, "correspDesc")
    for kind, parts in (("sent", _SENT), ("received", _RECEIVED)):
        known = [(name, material.description.get(field)) for name, field in parts]
        if any(value for _, value in known):
            action = child(correspondence, "correspAction", {"type": kind})
            for name, value in known:
                if value:
                    dated = {"when": when(value)} if name == "date" else {}
                    child(action, name, dated, value)
