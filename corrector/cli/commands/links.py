"""corrector links: where the tokens of a page stand on its scan."""

import argparse
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import owner_of
from corrector.cli.output import print_json, print_line, remark
from corrector.cli.progress import terminal_progress
from corrector.cli.shapes import links_shape, state_of_link
from corrector.cli.wording import counted
from corrector.errors import ExitCode
from corrector.linking.links import Link
from corrector.record.entries import Page

if TYPE_CHECKING:
    from corrector.settings import Settings
    from corrector.tasks.collection import Collection
    from corrector.tasks.linked import LinkedPage
    from corrector.tasks.progress import Progress


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser, optional=True)
    shared_arguments.language(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the links of the page or of all pages; scans that nobody read are read for that."""
    from corrector.settings import load_settings

    settings = load_settings()
    languages = parsed.language or settings.languages or None
    with _opened(parsed, settings, languages) as collection:
        with terminal_progress("linking") as progress:
            pages = _chosen(collection, parsed)
            found = _linked(collection, pages, settings, parsed.language, progress)
        name = collection.root.resolve().name
    if parsed.json:
        print_json({"collection": name, "pages": [links_shape(one) for one in found]})
    for one in found:
        if one.error is not None:
            remark(f"{one.page.label}: {one.error}")
        if not parsed.json:
            _print(one)
    return ExitCode.PARTLY if any(one.error for one in found) else ExitCode.DONE


def _opened(
    parsed: argparse.Namespace, settings: "Settings", languages: str | None
) -> AbstractContextManager["Collection"]:
    """Open for reading where all places are known, otherwise so that readings can be kept."""
    from corrector.tasks.linked import lacks_places
    from corrector.tasks.opening import look_at
    from corrector.tasks.recognition import open_for_recognition

    collection = look_at(parsed.collection)
    try:
        missing = any(lacks_places(collection, page) for page in _chosen(collection, parsed))
    except BaseException:
        collection.close()
        raise
    if not missing:
        return collection
    collection.close()
    owner = owner_of("links", settings.person_name)
    return open_for_recognition(parsed.collection, owner, languages)


def _chosen(collection: "Collection", parsed: argparse.Namespace) -> tuple[Page, ...]:
    from corrector.tasks.choosing import page_of

    pages = collection.pages()
    return pages if parsed.page is None else (page_of(pages, parsed.page),)


def _linked(
    collection: "Collection",
    pages: Sequence[Page],
    settings: "Settings",
    languages: str | None,
    progress: "Progress",
) -> list["LinkedPage"]:
    from corrector.tasks.linked import link_page

    found: list[LinkedPage] = []
    for done, page in enumerate(pages):
        progress.step(done, len(pages), page.label)
        found.append(
            link_page(
                collection,
                page,
                languages=languages or None,
                usual=settings.languages or None,
                time_limit=settings.time_limit,
            )
        )
    return found


def _print(linked: "LinkedPage") -> None:
    known = sum(bool(link.words) for link in linked.links)
    print_line(f"{linked.page.label}: {counted(len(linked.links), 'token')}, {known} linked")
    for link in linked.links:
        token = f"{link.span.start}-{link.span.end}  {link.span.of(linked.text)}"
        print_line(f"  {token}  {_place(link)}")


def _place(link: Link) -> str:
    box = link.box
    if box is None:
        return state_of_link(link)
    place = f"{box.x},{box.y} {box.width}x{box.height}"
    sure = f"  {link.confidence:.2f}" if link.words else ""
    return f"{place}  {state_of_link(link)}{sure}"
