"""What is shipped beside the code: weights that fit the signals, and no word of any sample."""

import re
from pathlib import Path

from corrector.paths import resources
from corrector.suspicion import signals
from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.collocations import collocations_of
from corrector.suspicion.evidence import context
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.forms import form_of
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place, places_of
from corrector.suspicion.scoring import probability, shipped_model
from corrector.text.tokens import tokenise

_ROOM = Path(signals.__file__).parent
_RARE = 1e-6


def test_every_weight_belongs_to_a_signal_that_has_a_sentence() -> None:
    model = shipped_model()
    lexicon = Lexicon(("en",))
    place: Place = places_of("tine ship", Evidence(), lambda text: form_of(text, lexicon))[0]
    assert set(model.weights) == {"text", "confidence", "reading", "both"}
    for weights in model.weights.values():
        for signal in {signals.signal_of(feature) for feature in weights.by_feature}:
            assert str(signals.sentence_of(signal, place, "en"))


def test_a_probability_stays_between_none_and_all() -> None:
    assert 0 < probability(-1e9) < 0.001
    assert 0.999 < probability(1e9) < 1
    assert probability(0) == 0.5


def test_small_words_that_stand_together_fit_better_than_those_that_do_not() -> None:
    lexicon = Lexicon(("en",))
    places = places_of("behalf of the town", Evidence(), lambda text: form_of(text, lexicon))
    assert context.fit_of("of", places[1], "en") > context.fit_of("or", places[1], "en")
    assert context.fit_of("of", places[1], "xx") == 0


def test_no_rare_word_of_the_transcripts_stands_in_code_or_resources(shared: Path) -> None:
    lexicon = Lexicon(("en",))
    rare = {
        anatomy_of(token.text).word
        for path in sorted((shared / "transcripts").glob("*.txt"))
        for token in tokenise(path.read_text(encoding="utf-8"))
        if len(anatomy_of(token.text).word) > 4
    }
    rare = {word for word in rare if word.isalpha() and lexicon.frequency(word) < _RARE}
    shipped = [path for path in (resources() / "suspicion").iterdir() if path.suffix != ".gz"]
    files = [*_ROOM.rglob("*.py"), *shipped]
    written = {
        word for path in files for word in re.findall(r"\w+", path.read_text("utf-8").lower())
    }
    counted = collocations_of("en")
    assert rare
    assert counted
    assert not rare & written
    # The 65,000 most frequent words of a general model may be there, but no misreading.
    assert all(lexicon.frequency(word) > 0 for word in rare if word in counted)
