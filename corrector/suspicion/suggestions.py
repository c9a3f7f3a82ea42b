"""x"""
from corrector.suspicion.findings import Suggestion
def suggestions_for(place, lexicon, form_of) -> tuple[Suggestion, ...]:
    return ()
