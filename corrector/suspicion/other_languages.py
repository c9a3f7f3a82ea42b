"""Finds lines in another language than the text, and foreign phrases that letters are full of.

A line is told by its words of grammar, which hardly any misreading makes: half a dozen languages
are known by them without their word lists. The phrases are those of diplomacy, law and books.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corrector.suspicion.damaged import without_accents
from corrector.suspicion.places import Place

_GRAMMAR: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for it was on with as by at be this from or an are not"
        " have has had which were his her he she they i you we our my your their them him me",
        "de": "der die das und ist nicht ein eine einen einem einer eines des dem den mit von zu"
        " zum zur auf für über sich auch als wie bei nach aus wird werden wurde wurden hat haben"
        " sind war es er sie wir ich daß dass oder aber noch nur durch um vor im am unter ihm ihn",
        "fr": "le la les des du de un une et est que qui dans par pour sur avec au aux ce cette"
        " ces il elle ils nous vous je son sa ses leur ne pas plus été être ont sont a à où se"
        " sans sous comme mais ou",
        "it": "il lo la gli di da del della dei delle che è e un una per con non si sono nel nella"
        " alla al ha ed suo sua come anche",
        "es": "el la los las de del que y en un una por con no se su sus para es al lo como más"
        " pero ha fue",
        "la": "et in est non ad cum qui quae quod ut sed per ex pro ab de esse sunt hic haec hoc"
        " eius quam vel nec si",
        "nl": "de het een van en is dat niet te zijn met op voor door aan er die ook als maar bij"
        " om naar wordt werd",
    }.items()
}
_PHRASES: Final = (
    "ad hoc", "ad interim", "ad referendum", "affaire d'honneur", "agent provocateur",
    "aide mémoire", "à propos", "auswärtiges amt", "auswärtigen amt", "auswärtigen amtes",
    "bona fide", "bona fides", "carte blanche", "casus belli", "chargé d'affaires",
    "chargés d'affaires", "chef de cabinet", "corps diplomatique", "coup d'état", "coup de main",
    "de facto", "de jure", "double entente", "en bloc", "en clair", "en masse", "en principe",
    "en route", "entente cordiale", "esprit de corps", "et al", "et cetera", "et seq",
    "ex cathedra", "ex officio", "ex parte", "fait accompli", "faits accomplis", "habeas corpus",
    "hic jacet", "hors de combat", "in absentia", "in extenso", "in loco parentis", "in memoriam",
    "in re", "in situ", "in toto", "inter alia", "ipso facto", "laissez faire", "laissez passer",
    "loc cit", "locum tenens", "magnum opus", "modus operandi", "modus vivendi", "mutatis mutandis",
    "ne varietur", "nolle prosequi", "nom de guerre", "nom de plume", "nota bene", "note verbale",
    "notes verbales", "op cit", "ordre du jour", "pari passu", "pater noster", "per annum",
    "per capita", "per diem", "per se", "persona grata", "persona non grata", "pièce justificative",
    "pièces justificatives", "post mortem", "prima facie", "pro domo", "pro forma", "pro memoria",
    "pro rata", "pro tem", "procès verbal", "procès verbaux", "quai d'orsay", "quid pro quo",
    "raison d'être", "rebus sic stantibus", "requiescat in pace", "res gestae", "res judicata",
    "sine die", "sine qua non",
    "status quo", "status quo ante", "sub judice", "te deum", "te deum laudamus", "terra nullius",
    "tête à tête", "ultra vires", "uti possidetis", "vice versa", "vis à vis", "viva voce",
)  # fmt: skip
_LONGEST: Final = 12
"""Tokens; about a line of a letter."""
_FEWEST: Final = 3
_LEAST_SHARE: Final = 0.3
_TIMES_OWN: Final = 2
"""Words of grammar in a line of another language: at least so many, this share, and so many times
those of the text's own language."""


def mark_other_languages(places: Sequence[Place], languages: tuple[str, ...]) -> None:
    """Say of each place whether it stands in a line of another language, or in a foreign phrase.

    Args:
        places: all tokens of a text, in order.
        languages: those of the text (ISO 639-1), the main one first.
    """
    for line in _lines(places):
        words = tuple(place.form.anatomy.word for place in line if place.form.is_word)
        if len(words) >= _FEWEST and _is_foreign(words, languages):
            for place in line:
                place.foreign = True
    phrases = _phrases()
    for at, place in enumerate(places):
        parts = place.form.anatomy.parts
        if not parts:
            continue
        first = parts[0] if parts[0].isascii() else without_accents(parts[0])
        for phrase in phrases.get(first, ()):
            for one in places[at : _end_of(phrase, places, at)]:
                one.foreign = True


def _lines(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the lines, long ones in pieces: imported texts have whole pages in one line."""
    line: list[Place] = []
    for place in places:
        line.append(place)
        if place.last or (len(line) >= _LONGEST and place.line_tokens >= 2 * _LONGEST):
            yield line
            line = []


@lru_cache(maxsize=5_000)
def _is_foreign(words: tuple[str, ...], languages: tuple[str, ...]) -> bool:
    """Tell whether hardly any word of grammar is of `languages`; never where theirs are not known.

    A Portuguese text would be Spanish in every line.
    """
    if any(language not in _GRAMMAR for language in languages):
        return False
    own = max((_in_grammar(words, language) for language in languages), default=0)
    others = (_in_grammar(words, one) for one in _GRAMMAR if one not in languages)
    most = max(others, default=0)
    return most >= max(_FEWEST, _LEAST_SHARE * len(words), _TIMES_OWN * own)


def _in_grammar(words: Sequence[str], language: str) -> int:
    return sum(word in _GRAMMAR[language] for word in words)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases as parts without accents, longest first, by their first part."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _PHRASES:
        parts = tuple(without_accents(phrase).split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}


def _end_of(phrase: tuple[str, ...], places: Sequence[Place], at: int) -> int:
    """Return behind which place `phrase` ends that begins at `at`; `at` if it does not."""
    left = phrase
    for reached in range(at, len(places)):
        parts = tuple(without_accents(part) for part in places[reached].form.anatomy.parts)
        if not parts or left[: len(parts)] != parts:
            return at
        left = left[len(parts) :]
        if not left:
            return reached + 1
    return at
