"""Makes recognised pages out of right text, wrong in the ways of engines, with the truth."""

import random
from collections.abc import Callable

from suspicion_pairs import Gold, Pair

from corrector.suspicion.confusions import CAPITALS, SMALL
from corrector.text.tokens import Span

_RARE_RATE = 0.03
_DOUBLED_APOSTROPHE = 0.4
_MARK_AS_DEBRIS = 0.4
_READ_WITH_CAPITAL = frozenset({"in", "is", "it", "if", "into", "its"})
_AS_CAPITAL = 0.5
_STRAY_TOKEN = 0.12
_TORN = 0.12
_SHORTEST_TORN = 4
"""Of the rate of errors: words torn in two; and the letters of the shortest ones."""
_STRAY_LINE = 0.25
"""Of the rate of errors: lines of debris, among them numbers that count no pages."""
_STRAY = (
    ".",
    ",",
    "'",
    "-",
    "‘",
    "_",
    "~",
    "|",
    "*",
    "°",
    "’",
    '"',
    "#",
    "®",
    "\\",
    "-‘",
    ".-",
    "-'",
    "‘-",
    "®",
    "._",
    "' ",
)
_DEBRIS = (
    "I",
    "I",
    "1",
    ".",
    ".",
    "..",
    ",",
    "-",
    "'",
    "_",
    "~",
    "o",
    "y",
    "3",
    "a",
    "i",
    "|",
    ". .",
    "Å",
    "=",
    "\\$",
    "の",
    "の同時",
    "日本語",
    "Ж",
    "Å",
    "à",
    "Á",
    "ш в",
)


def _reversed(
    table: dict[str, tuple[tuple[str, float], ...]],
) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for read, trues in table.items():
        for true, cost in trues:
            found.setdefault(true, []).append((read, 10**-cost))
    return found


_OF_SMALL, _OF_CAPITALS = _reversed(SMALL), _reversed(CAPITALS)


def _confuse(word: str, chance: random.Random) -> str:
    capitals = word.isupper()
    table = _OF_CAPITALS if capitals else _OF_SMALL
    places = [
        (at, length)
        for at in range(len(word))
        for length in (1, 2)
        if word[at : at + length].lower() in table and len(word[at : at + length]) == length
    ]
    if not places:
        return _insert(word, chance)
    at, length = chance.choice(places)
    reads = table[word[at : at + length].lower()]
    read = chance.choices([name for name, _ in reads], [weight for _, weight in reads])[0]
    read = read.upper() if word[at].isupper() and read not in {"ﬁ", "ﬂ"} else read
    return word[:at] + read + word[at + length :]


def _insert(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) + 1)
    letter = chance.choice("ijlteaosn1'")
    return word[:at] + (letter.upper() if word.isupper() else letter) + word[at:]


def _drop(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _substitute(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice("abcdefghiklmnoprstuvwy")
    return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]


def _stray(word: str, chance: random.Random) -> str:
    mark = chance.choice(_STRAY)
    return mark + word if chance.random() < 0.5 else word + mark


def _stop(word: str, chance: random.Random) -> str:
    swapped = {",": ".", ".": ",", ";": ":"}
    return word[:-1] + swapped[word[-1]] if word[-1] in swapped else word + chance.choice(".,.-")


def _double(word: str, chance: random.Random) -> str:
    marks = [at for at, mark in enumerate(word) if mark in ".,'’-;"]
    if not marks and word.isalpha() and chance.random() < _DOUBLED_APOSTROPHE:
        return word + chance.choice(("’'", "'’", "''")) + ("S" if word.isupper() else "s")
    if not marks:
        return word + chance.choice((".,", ",.", ".-", ",-", "..,"))
    at = chance.choice(marks)
    return (
        word[: at + 1] + chance.choice("',.-’" if word[at] not in "'’" else "'’") + word[at + 1 :]
    )


def _case(word: str, chance: random.Random) -> str:
    if word.isupper() and len(word) > 1:
        at = chance.randrange(1, len(word))
        return chance.choice(
            [word.lower(), word.capitalize(), word[:at] + word[at].lower() + word[at + 1 :]]
        )
    return word[0].swapcase() + word[1:]


_WAYS: tuple[tuple[Callable[[str, random.Random], str], float], ...] = (
    (_confuse, 10), (_insert, 2), (_drop, 2), (_substitute, 2),
    (_stray, 3), (_stop, 3), (_case, 1.5),
    (_double, 2),
)  # fmt: skip


def made_page(
    name: str, language: str, true: str, rate: float, *, capitals: bool, seed: int
) -> Pair:
    """Return a page made of `true` in which about `rate` of the tokens are wrong."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    text, gold = "", []
    rare = _rare_tokens(chance, capitals=capitals)
    for line in (true.upper() if capitals else true).split("\n"):
        for word in line.split():
            text = _strew(text, gold, rate, rare, chance)
            if chance.random() < rate * _TORN and len(word) > _SHORTEST_TORN and word.isalpha():
                text = _tear(text, word, gold, chance)
                continue
            read = _misread(word, chance) if chance.random() < rate else word
            if word in _READ_WITH_CAPITAL and chance.random() < rate * _AS_CAPITAL:
                read = word.capitalize()
            text, entry = _with(text, read, read != word, word)
            gold.append(entry)
            if chance.random() < rate * 0.1 and text.endswith(" "):
                text = text[:-1] + _for_blank(chance, capitals=capitals)
                gold[-1].span = Span(gold[-1].span.start, len(text))
        text = text.rstrip(" ") + "\n"
        if chance.random() < rate * _STRAY_LINE:
            stray = str(chance.randrange(10, 999)) if chance.random() < 0.5 else _debris(chance)
            gold.append(Gold(Span(len(text), len(text) + len(stray)), True, ""))
            text += stray + "\n"
            continue
        ends_joined = gold and gold[-1].span.end == len(text) - 1
        if ends_joined:
            gold[-1].wrong = gold[-1].wrong or gold[-1].span.of(text) != gold[-1].right
    return _mended(Pair(name, language, text, gold))


def _strew(text: str, gold: list[Gold], rate: float, rare: list[str], chance: random.Random) -> str:
    """Return `text` with, now and then, debris or a rare right token added."""
    if chance.random() < rate * _STRAY_TOKEN:
        text, entry = _with(text, _debris(chance), True, "")
        gold.append(entry)
    if chance.random() < _RARE_RATE:
        text, entry = _with(text, chance.choice(rare), False, "")
        gold.append(entry)
    return text


def _tear(text: str, word: str, gold: list[Gold], chance: random.Random) -> str:
    """Return `text` with `word` added in two pieces."""
    cut = chance.randrange(2, len(word) - 1)
    for piece in (word[:cut], word[cut:]):
        text, entry = _with(text, piece, True, "")
        entry.right = None
        gold.append(entry)
    return text


def _debris(chance: random.Random) -> str:
    if chance.random() < _MARK_AS_DEBRIS:
        return chance.choice("-.'‘\"’")
    return chance.choice(_DEBRIS).split()[0]


def _for_blank(chance: random.Random, *, capitals: bool) -> str:
    """Return what is read where a blank was lost."""
    read = chance.choice(("", "", "", "s", "i", ".", "-", ","))
    return read.upper() if capitals else read


def _rare_tokens(chance: random.Random, *, capitals: bool) -> list[str]:
    """Return right tokens that no list knows: names, acronyms, shelfmarks, dates; some recur."""

    def name() -> str:
        parts = [chance.choice("bdfghjklmnprstvwz") + chance.choice("aeiouy") for _ in range(3)]
        made = "".join(parts) + chance.choice(("", "v", "n", "sky", "ck", "rt"))
        return made.upper() if capitals else made.capitalize()

    def number(digits: int) -> str:
        return str(chance.randrange(10 ** (digits - 1), 10**digits))

    acronyms = [
        "".join(chance.choices("ABCDEFGHKLMNOPRSTUVW", k=chance.choice((3, 4)))) for _ in range(4)
    ]
    marks = [
        f"{chance.choice('ABCFKSR')}{chance.choice('ADS')}-{number(2)}",
        f"{number(4)}-{number(4)}-{chance.choice('FMS')}/{number(1)}",
        f"{number(1)}/{number(2)}/{number(2)}",
        f"{chance.choice('ABDEFHL')}.{chance.choice('DOS')}.",
        number(5), f"{number(3)}.{number(2)}/{number(4)}", chance.choice(("II", "VIII", "XIV")),
        f"{chance.choice('JKLM')}.", f"{number(2)}%", f"${number(3)},000", f"{name()}-{name()}",
        f"{acronyms[0]}-{'LED' if capitals else 'led'}", f"({acronyms[1]})",
    ]  # fmt: skip
    return [*acronyms, *(name() for _ in range(4)), *(name() for _ in range(4)), *marks]


def _with(text: str, token: str, wrong: bool, right: str) -> tuple[str, Gold]:
    return f"{text}{token} ", Gold(Span(len(text), len(text) + len(token)), wrong, right)


_OF_LETTERS = (_confuse, _confuse, _confuse, _confuse, _confuse, _insert, _drop, _substitute)


def misread_letters(word: str, chance: random.Random) -> str:
    """Return `word` with one letter, or two that look like one, misread."""
    return chance.choice(_OF_LETTERS)(word, chance)


def _misread(word: str, chance: random.Random) -> str:
    way = chance.choices([way for way, _ in _WAYS], [weight for _, weight in _WAYS])[0]
    read = "".join(way(word, chance).split())
    return read or word


def _mended(page: Pair) -> Pair:
    """Give tokens that lost the blank between them one common truth."""
    whole: list[Gold] = []
    for entry in page.gold:
        if whole and whole[-1].span.end == entry.span.start:
            first = whole.pop()
            right = f"{first.right or ''} {entry.right or ''}".strip()
            whole.append(Gold(Span(first.span.start, entry.span.end), True, right))
        else:
            whole.append(entry)
    page.gold = whole
    return page


Seen = dict[bool, list[tuple[float, str, float | None]]]
"""By whether a token was wrong: confidence, how another reading compared, and how sure that was."""


def seen_evidence(pairs: list[Pair]) -> Seen:
    """Return the evidence that real pages have for wrong and for right tokens."""
    seen: Seen = {True: [], False: []}
    for pair in pairs:
        for gold in pair.gold:
            if gold.counted and gold.span in pair.confidences:
                token, other = gold.span.of(pair.text), pair.readings.get(gold.span)
                compared = "same" if other == token else "right" if other == gold.right else "else"
                outcome = "none" if other is None else "empty" if not other else compared
                sure = pair.sureness.get(gold.span)
                seen[gold.wrong].append((pair.confidences[gold.span], outcome, sure))
    return seen


def give_evidence(page: Pair, seen: Seen, *, seed: int) -> None:
    """Give each token of a made page the evidence that some real token of its kind had."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    for gold in page.gold:
        confidence, outcome, sure = chance.choice(seen[gold.wrong])
        token = gold.span.of(page.text)
        page.confidences[gold.span] = confidence
        if sure is not None:
            page.sureness[gold.span] = sure
        if outcome != "none":
            others = {"same": token, "right": gold.right or "", "empty": ""}
            page.readings[gold.span] = others.get(outcome, _misread(gold.right or token, chance))
