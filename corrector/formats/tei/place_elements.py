"""Writes the elements of changed places into the text: segments, entries, emendations."""

from corrector.formats.tei.apparatus import (
    app_attributes,
    change_pointers,
    earlier_readings,
    emendation_attributes,
    lemma_attributes,
    place_ends,
    remarks,
)
from corrector.formats.tei.ink import Ink, lined
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.places import Place
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.tokens import Edge
from corrector.formats.tei.vocabulary import XML_ID


class PlaceElements:
    """Writes the places of one page, and remembers those that the stand-off part speaks of."""

    def __init__(
        self,
        context: PageContext,
        ink: Ink,
        places: list[tuple[Place, int]],
        emended: list[tuple[Place, str]],
    ) -> None:
        """Begin a page.

        Args:
            context: the page.
            ink: to write with.
            places: gets those with an entry of their own, with the line in which they begin.
            emended: gets those where an error of the source was emended, with their ids.
        """
        self._context = context
        self._ink = ink
        self._entries = places
        self._emended = emended
        self._line = 0

    def edge(self, edge: Edge, place: Place, line: int) -> None:
        """Write where a place begins or ends in the line with the index `line`."""
        self._line = line
        if place.emended:
            self._emendation(edge, place)
        elif self._context.profile is Profile.INLINE:
            self._app(edge, place)
        elif self._context.profile is Profile.DIPLOMATIC:
            self._pointed_at(edge, place)

    def _pointed_at(self, edge: Edge, place: Place) -> None:
        """Give the place an id that its entry in the stand-off apparatus points at."""
        start, end = place_ends(self._context, place)
        change = {"change": change_pointers(self._context, place)}
        if edge.border == "open":
            self._ink.enter("seg", {XML_ID: start} | change)
        elif edge.border == "close":
            self._ink.leave()
        elif edge.border == "end":
            self._ink.empty("anchor", {XML_ID: end})
        else:
            self._ink.empty("anchor", {XML_ID: start} | change)
        if edge.border in ("open", "start", "point"):
            self._entries.append((place, self._line))

    def _app(self, edge: Edge, place: Place) -> None:
        """Put the entry of the apparatus around the place itself."""
        if edge.border == "open":
            self._ink.enter("app", app_attributes(self._context, place))
            self._ink.enter("lem", lemma_attributes(self._context, place))
            return
        self._ink.leave()
        app = self._ink.current
        earlier_readings(self._context, app, place)
        remarks(self._context, app, place.misread)
        self._ink.leave()

    def _emendation(self, edge: Edge, place: Place) -> None:
        if edge.border == "close":
            self._ink.leave()
            self._ink.leave()
            return
        identifier = self._context.ids.of("e", place.ordinal)
        self._ink.enter("choice", {XML_ID: identifier})
        self._ink.enter("sic")
        self._on_page(place)
        self._ink.leave()
        self._ink.enter("corr", emendation_attributes(self._context, place))
        self._emended.append((place, identifier))

    def _on_page(self, place: Place) -> None:
        """Write what stands on the page, error included, with what the machine had made of it."""
        if not place.misread:
            lined(self._ink, place.on_page)
        elif self._context.profile is Profile.INLINE:
            self._app(Edge("open", place), place)
            lined(self._ink, place.on_page)
            self._app(Edge("close", place), place)
        else:
            self._pointed_at_on_page(place)

    def _pointed_at_on_page(self, place: Place) -> None:
        start, end = place_ends(self._context, place)
        if not place.on_page:
            self._pointed_at(Edge("point", place), place)
            return
        apart = start != end
        self._pointed_at(Edge("start" if apart else "open", place), place)
        lined(self._ink, place.on_page)
        self._pointed_at(Edge("end" if apart else "close", place), place)
