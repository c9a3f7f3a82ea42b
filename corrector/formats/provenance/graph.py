"""Gathers agents, entities, activities and their relations, and writes them as PROV-JSON."""

import json
from collections.abc import Mapping
from typing import Final

from corrector.formats.tei.moments import moment

Literal = str | int | bool | dict[str, str] | list[str]
Attributes = Mapping[str, Literal | None]
"""By name; None and empty texts are left out."""

_KINDS: Final = ("agent", "entity", "activity")


def qualified(name: str) -> dict[str, str]:
    """Return a qualified name as the value of an attribute."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def date_time(time: str) -> str | None:
    """Return `time` if PROV can hold it: a moment with date, hour and zone; else None."""
    found = moment(time)
    return time if found is not None and "T" in time and _has_zone(time) else None


def typed_time(time: str) -> dict[str, str] | None:
    """Return a moment as the value of an attribute, or None."""
    found = date_time(time)
    return None if found is None else {"$": found, "type": "xsd:dateTime"}


class Graph:
    """The statements of one file, in the order in which they are first made."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Begin a file with these namespaces by prefix."""
        self._prefixes = dict(prefixes)
        self._things: dict[str, dict[str, dict[str, Literal]]] = {kind: {} for kind in _KINDS}
        self._relations: dict[str, dict[str, dict[str, Literal]]] = {}

    def agent(self, name: str, kind: str, attributes: Attributes) -> str:
        """State an agent once; return its name."""
        return self._thing("agent", name, {"prov:type": qualified(kind), **attributes})

    def entity(self, name: str, kind: str, attributes: Attributes) -> str:
        """State an entity once; return its name."""
        return self._thing("entity", name, {"prov:type": qualified(kind), **attributes})

    def activity(
        self, name: str, kind: str, attributes: Attributes, *, start: str = "", end: str = ""
    ) -> str:
        """State an activity once; return its name. Times that are not known are left out."""
        times = {"prov:startTime": date_time(start), "prov:endTime": date_time(end)}
        return self._thing("activity", name, {**times, "prov:type": qualified(kind), **attributes})

    def used(self, activity: str, entity: str, attributes: Attributes | None = None) -> None:
        """State that an activity used an entity."""
        self._relate("used", {"prov:activity": activity, "prov:entity": entity}, attributes)

    def generated(self, entity: str, activity: str, time: str) -> None:
        """State that an entity came from an activity."""
        told = {"prov:entity": entity, "prov:activity": activity}
        self._relate("wasGeneratedBy", told, {"prov:time": date_time(time)})

    def associated(self, activity: str, agent: str) -> None:
        """State that an agent was responsible for an activity."""
        self._relate("wasAssociatedWith", {"prov:activity": activity, "prov:agent": agent})

    def attributed(self, entity: str, agent: str) -> None:
        """State that an agent answers for an entity."""
        self._relate("wasAttributedTo", {"prov:entity": entity, "prov:agent": agent})

    def derived(
        self, entity: str, source: str, activity: str = "", attributes: Attributes | None = None
    ) -> None:
        """State that an entity was made from another one, in an activity where that is known."""
        told = {"prov:generatedEntity": entity, "prov:usedEntity": source}
        if activity:
            told["prov:activity"] = activity
        self._relate("wasDerivedFrom", told, attributes)

    def specialised(self, entity: str, general: str) -> None:
        """State that an entity is one state of a more general one."""
        told = {"prov:specificEntity": entity, "prov:generalEntity": general}
        self._relate("specializationOf", told)

    def member(self, collection: str, entity: str) -> None:
        """State that an entity belongs to a collection of entities."""
        self._relate("hadMember", {"prov:collection": collection, "prov:entity": entity})

    def as_json(self) -> bytes:
        """Return the file: UTF-8, every statement at the same place for the same record."""
        whole: dict[str, object] = {"prefix": self._prefixes}
        whole |= {kind: things for kind, things in self._things.items() if things}
        whole |= self._relations
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()

    def _thing(self, kind: str, name: str, attributes: Attributes) -> str:
        self._things[kind].setdefault(name, _said(attributes))
        return name

    def _relate(
        self, kind: str, told: dict[str, str], attributes: Attributes | None = None
    ) -> None:
        """State a relation once; its blank name says what it relates, so that it lasts."""
        name = "_:" + "~".join(end.partition(":")[2] for end in list(told.values())[:2])
        relation: dict[str, Literal] = {**told, **_said(attributes or {})}
        self._relations.setdefault(kind, {}).setdefault(name, relation)


def _said(attributes: Attributes) -> dict[str, Literal]:
    return {
        name: value
        for name, value in attributes.items()
        if value is not None and value not in ("", [])
    }


def _has_zone(time: str) -> bool:
    return time.endswith("Z") or time[-6:-5] in {"+", "-"}
