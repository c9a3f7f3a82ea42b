"""What a checker says of one token of a text, for the tests of this room."""

from corrector.suspicion.checker import Checker
from corrector.suspicion.findings import Suspicion


def said_of(checker: Checker, text: str, token: str) -> Suspicion:
    """Return what `checker` says of the first `token` of `text`, suspected or not."""
    found = checker.check(text, threshold=0.0, all_tokens=True).suspicions
    return next(each for each in found if each.text == token)


def suggested(checker: Checker, text: str, token: str) -> list[str]:
    """Return the candidates for the first `token` of `text`, best first."""
    return [one.text for one in said_of(checker, text, token).suggestions]
