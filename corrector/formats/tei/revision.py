"""The history: one change for each saved version of each page, newest first."""

from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.moments import order, when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.vocabulary import XML_ID, Element, child
from corrector.record.entries import Origin, Status, Version

_HOW = {
    Origin.IMPORTED: "imported",
    Origin.RECOGNISED: "recognised by machine",
    Origin.TYPED: "typed",
    Origin.CANDIDATE: "chosen among candidates",
    Origin.SERIES: "corrected as a series",
    Origin.RESTORED: "restored from an earlier version",
    Origin.MERGED: "merged",
    Origin.PROPOSAL: "accepted proposal",
    Origin.TOOL: "made with a text tool",
}
_PROOFREAD = frozenset({Status.PROOFREAD, Status.VALIDATED, Status.BLANK})
_VALIDATED = frozenset({Status.VALIDATED, Status.BLANK})


def write_revisions(contexts: list[PageContext], header: Element) -> None:
    """Append the revision description to the header; nothing where nothing was saved."""
    saved = [(version, context) for context in contexts for version in context.material.versions]
    if not saved:
        return
    saved.sort(
        key=lambda item: (order(item[0].time), item[1].material.page.number, item[0].number),
        reverse=True,
    )
    description = child(header, "revisionDesc", {"status": _status(contexts)})
    changes = child(description, "listChange", {"ordered": "true"})
    for version, context in saved:
        _change(context, version, changes)


def _change(context: PageContext, version: Version, changes: Element) -> None:
    attributes = {
        XML_ID: context.ids.change(version.number),
        "n": str(version.number),
        "type": version.origin.value,
        "when": when(version.time),
        "who": pointer(context.agents.of_version(version).identifier),
        "target": pointer(context.ids.beginning),
    }
    change = child(changes, "change", attributes, _summary(context, version))
    if version.note:
        child(change, "note", {"type": "reason"}, version.note)
    if version.evidence:
        child(change, "note", {"type": "evidence"}, version.evidence)


def _summary(context: PageContext, version: Version) -> str:
    count = len(version.corrections)
    corrections = "1 correction" if count == 1 else f"{count} corrections"
    told = "" if version.parent is None else f", {corrections}"
    details = "; ".join(f"{name}: {value}" for name, value in sorted(version.details.items()))
    added = f" ({details})" if details else ""
    label = context.material.page.label
    return f"Page “{label}”, version {version.number}: {_HOW[version.origin]}{told}{added}."


def _status(contexts: list[PageContext]) -> str:
    statuses = {context.material.page.status for context in contexts}
    if statuses <= _VALIDATED:
        return "approved"
    return "candidate" if statuses <= _PROOFREAD else "draft"
