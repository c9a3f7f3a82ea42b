"""The apparatus: for each mended misreading what the machine read, who mended it, when and why."""

from collections.abc import Mapping

from corrector.formats.pieces import Stage
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.ink import Ink, lined
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.places import Place
from corrector.formats.tei.vocabulary import MACHINE_WITNESS, PAGE_WITNESS, XML_ID, Element, child
from corrector.record.entries import Cause, Correction

Attributes = Mapping[str, str | None]


def standoff_app(context: PageContext, parent: Element, place: Place, line: int) -> None:
    """Append to `parent` the whole entry of a place, pointing at it in the text.

    Args:
        context: the page.
        parent: the list of entries.
        place: what was changed.
        line: index of the line in which the place begins.
    """
    start, end = place_ends(context, place)
    attributes = app_attributes(context, place) | {
        "from": pointer(start),
        "to": pointer(end),
        "facs": context.zone_of_word(place.span) or context.zone_of(line),
    }
    app = child(parent, "app", attributes)
    lemma = Ink(child(app, "lem", lemma_attributes(context, place)))
    lined(lemma, place.misread[-1].text)
    earlier_readings(context, app, place)
    remarks(context, app, place.misread)


def place_ends(context: PageContext, place: Place) -> tuple[str, str]:
    """Return the ids at which a place begins and ends in the text; one id where one does."""
    text = place.misread[-1].text if place.misread else ""
    whole = "\n" not in text if place.emended else context.encloses(place)
    if text and whole:
        identifier = context.ids.of("s", place.ordinal)
        return identifier, identifier
    identifier = context.ids.of("a", place.ordinal)
    return (f"{identifier}s", f"{identifier}e") if text else (identifier, identifier)


def app_attributes(context: PageContext, place: Place) -> dict[str, str | None]:
    """Return id and type of an entry; the type tells misreadings from editorial decisions."""
    last = place.misread[-1].corrections
    editorial = bool(last) and all(item.cause is Cause.EDITORIAL for item in last)
    return {
        XML_ID: context.ids.of("c", place.ordinal),
        "type": "editorial" if editorial else "misreading",
        "subtype": last[0].origin.value if last else None,
    }


def lemma_attributes(context: PageContext, place: Place) -> Attributes:
    """Return what is said of the reading that stands now, or stood before an emendation."""
    stage = place.misread[-1]
    editorial = app_attributes(context, place)["type"] == "editorial"
    witnessed = context.material.page.scan is not None and not editorial
    return {
        "wit": pointer(PAGE_WITNESS) if witnessed else None,
        **_responsibility(context, stage),
        "cert": stage.corrections[0].certainty.value if stage.corrections else None,
        "varSeq": str(len(place.misread)) if len(place.misread) > 2 else None,  # noqa: PLR2004
    }


def earlier_readings(context: PageContext, app: Element, place: Place) -> None:
    """Append the readings that were given up, the machine's last; each says why it was wrong."""
    for number in range(len(place.misread) - 1, 0, -1):
        stage, successor = place.misread[number - 1], place.misread[number]
        attributes = {
            "wit": pointer(MACHINE_WITNESS) if number == 1 else None,
            **_responsibility(context, stage),
            "cause": successor.corrections[0].cause.value if successor.corrections else None,
            "varSeq": str(number) if len(place.misread) > 2 else None,  # noqa: PLR2004
        }
        lined(Ink(child(app, "rdg", attributes)), stage.text)


def remarks(
    context: PageContext, parent: Element, stages: tuple[Stage, ...], target: str | None = None
) -> None:
    """Append the notes on corrections: when, by whom, what was relied on, in whose words."""
    for stage in stages[1:]:
        version = context.version(stage.version)
        for correction in stage.corrections:
            note = child(
                parent,
                "note",
                {
                    "type": "provenance",
                    "target": target,
                    "resp": pointer(context.agents.of_version(version).identifier),
                    "change": pointer(context.ids.change(stage.version)),
                },
            )
            ink = Ink(note)
            if when(version.time):
                ink.empty("date", {"when": version.time})
            ink.text(correction.note)
            _grounds(ink, correction)


def _grounds(ink: Ink, correction: Correction) -> None:
    """Write what the person relied on, and the details of the origin."""
    if correction.evidence:
        ink.enter("note", {"type": "evidence"})
        ink.text(correction.evidence)
        ink.leave()
    if correction.details:
        ink.enter("list", {"type": "details"})
        for name, value in sorted(correction.details.items()):
            ink.enter("item", {"n": name})
            ink.text(value)
            ink.leave()
        ink.leave()


def _responsibility(context: PageContext, stage: Stage) -> dict[str, str | None]:
    version = context.version(stage.version)
    return {
        "resp": pointer(context.agents.of_version(version).identifier),
        "change": pointer(context.ids.change(stage.version)),
    }


def emendation_attributes(context: PageContext, place: Place) -> Attributes:
    """Return what is said of the reading by which an error of the source was emended."""
    stage = place.emended[-1]
    certainty = stage.corrections[0].certainty.value if stage.corrections else None
    return {**_responsibility(context, stage), "cert": certainty}


def change_pointers(context: PageContext, place: Place) -> str:
    """Return pointers to the versions that changed what the machine read."""
    return " ".join(pointer(context.ids.change(version)) for version in place.versions)
