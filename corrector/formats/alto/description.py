"""The description in an ALTO file: its scan, and who read and corrected the text when."""

from lxml import etree

from corrector.formats.layout.steps import Step, steps_of
from corrector.formats.material import PageMaterial
from corrector.formats.xml_elements import child

SHA256 = "sha256"


def write_description(root: etree._Element, material: PageMaterial, program_version: str) -> None:
    """Append the description of the page."""
    description = child(root, "Description")
    child(description, "MeasurementUnit", text="pixel")
    image = child(description, "sourceImageInformation")
    child(image, "fileName", text=material.page.scan or "")
    if material.page.scan_sha256:
        child(
            image,
            "fileIdentifier",
            {"fileIdentifierLocation": SHA256},
            material.page.scan_sha256,
        )
    for number, step in enumerate(steps_of(material, program_version), start=1):
        write_step(child(description, "Processing", {"ID": f"step{number}"}), step)


def write_step(element: etree._Element, step: Step, *, category: bool = True) -> None:
    """Write what is known of a step into `element`; versions before 4 know no categories."""
    if category:
        kind = "contentGeneration" if step.generation else "contentModification"
        child(element, "processingCategory", text=kind)
    if step.time is not None:
        child(element, "processingDateTime", text=step.time)
    if step.agency:
        child(element, "processingAgency", text=step.agency)
    child(element, "processingStepDescription", text=step.description)
    software = child(element, "processingSoftware")
    child(software, "softwareName", text=step.software)
    if step.software_version:
        child(software, "softwareVersion", text=step.software_version)
