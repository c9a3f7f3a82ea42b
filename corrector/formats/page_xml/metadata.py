"""The metadata of a PAGE file: who made the text and who corrected it when."""

from typing import Final

from lxml import etree

from corrector.formats.layout.steps import CORRECTOR, Step, first_time, last_time, steps_of
from corrector.formats.material import PageMaterial
from corrector.formats.xml_elements import child, element_like

UNKNOWN_TIME: Final = "1970-01-01T00:00:00+00:00"
"""PAGE wants times even where nobody knows them; no file of PAGE is as old as this."""


def write_metadata(root: etree._Element, material: PageMaterial, program_version: str) -> None:
    """Append the metadata of the page."""
    metadata = child(root, "Metadata")
    child(metadata, "Creator", text=f"{CORRECTOR} {program_version}".strip())
    child(metadata, "Created", text=first_time(material) or UNKNOWN_TIME)
    child(metadata, "LastChange", text=last_time(material) or UNKNOWN_TIME)
    for step in steps_of(material, program_version):
        metadata.append(step_item(metadata, step))


def step_item(near: etree._Element, step: Step) -> etree._Element:
    """Return the metadata item of a step, in the namespace of `near`."""
    attributes = {
        "type": "processingStep",
        "name": "recognition" if step.generation else "correction",
        "value": f"{step.software} {step.software_version}".strip(),
        "date": step.time,
    }
    item = element_like(near, "MetadataItem", attributes)
    labels = child(item, "Labels")
    for kind, value in (("agent", step.agency), ("description", step.description)):
        if value:
            child(labels, "Label", {"type": kind, "value": value})
    return item
