"""Keeps what the signals add up to for tokens in their surroundings, as long as these stay."""

from collections.abc import Callable
from typing import Final

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.places import Place
from corrector.suspicion.scoring import Weights
from corrector.suspicion.signals import PAGE, near_key, wide_key

_MOST_PLACES: Final = 30_000
"""Tokens in their surroundings whose sums are kept; about 600 bytes each."""
_MOST_PAGES: Final = 1_000


_Sum = tuple[float, tuple[object, ...], float, tuple[float, ...]]
"""What the signals add to the log-odds of one token:

the bias, and what is said because of the token, its line and its neighbours; what the rest was
worked out for; what is said because of the whole text, before how odd the text is; and each number
behind that, so that the sum is rounded as if it were one. A plain tuple, for there is one for each
token, and the garbage collector passes over tuples of numbers.
"""


class Sums:
    """Sums up the log-odds of tokens, and keeps all but what every edit moves.

    The caches are plain dictionaries: threads may compute a value twice, never a wrong one.
    """

    def __init__(
        self, near_of: Callable[[Place, Weights], float], wide_of: Callable[[Place], Features]
    ) -> None:
        """Take what sums up the token and its line, and what tells what the whole text says."""
        self._near_of, self._wide_of = near_of, wide_of
        self._kept: dict[int, dict[tuple[object, ...], _Sum]] = {}
        self._pages: dict[float, float] = {}

    def log_odds(self, place: Place, weights: Weights) -> float:
        """Return how probably the token is wrong, in log-odds."""
        kept = self._kept.get(id(weights))
        if kept is None:
            kept = self._kept[id(weights)] = {}
        key, wide = near_key(place), wide_key(place)
        found = kept.get(key)
        if found is None or found[1] != wide:
            self._make_room()
            near = found[0] if found else weights.bias + self._near_of(place, weights)
            found = kept[key] = self._sum(place, weights, near, wide)
        near, _, before, rest = found
        page = self._pages.get(place.oddity_page)
        page = self._of_page(place) if page is None else page
        rounded = before + weights.by_feature.get(PAGE, 0.0) * page
        return near + (sum(rest, rounded) if rest else rounded)

    def _make_room(self) -> None:
        if sum(map(len, tuple(self._kept.values()))) > _MOST_PLACES:
            for kept in tuple(self._kept.values()):
                kept.clear()

    def _sum(self, place: Place, weights: Weights, near: float, key: tuple[object, ...]) -> _Sum:
        features = self._wide_of(place)
        weight_of = weights.by_feature.get
        each = [weight_of(name, 0.0) * value for name, value in features.items()]
        at = list(features).index(PAGE) if PAGE in features else len(each)
        return near, key, sum(each[:at]), tuple([term for term in each[at + 1 :] if term])

    def _of_page(self, place: Place) -> float:
        if len(self._pages) > _MOST_PAGES:
            self._pages.clear()
        page = self._pages[place.oddity_page] = self._wide_of(place).get(PAGE, 0.0)
        return page
