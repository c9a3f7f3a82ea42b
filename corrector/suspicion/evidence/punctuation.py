"""Signal `punctuation`: marks that are stray, doubled, leading, inside words or unpaired."""

import re

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.abbreviations import ABBREVIATIONS
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.link_words import CLAUSE_WORDS, LINK_WORDS
from corrector.suspicion.places import SINGLE_CLOSERS, SINGLE_OPENERS, Place

SIGNAL = "punctuation"
_FINE_LEAD = re.compile(r"[\"'“‘„«(\[]{0,2}[$£€]?|(--?|—|–)[\"“(]?|\.\.\.|…|&c?|§|\*{1,2}")
_DOUBLED = re.compile(r"[.,;:!?]['’‘\"”]?[.,;:]|[.,;:]['’]?-|[-–][.,'’‘]")
_FINE_TRAIL = re.compile(
    r"%?['’\"”»)\]]{0,2}[.,;:!?]?['’\"”»)\]]{0,2}|[.:;,]?(--?|—|–)|\.\.\.?\.?|…|%|°|[.,]\)[.,]?|\?!|!!"
)
_INNER = re.compile(r"[^\W\d_](?:[.,;:!?\"“”()*]|\.\.+)+[^\W\d_]|['’‘]{2,}")
_DOUBLED_INSIDE = re.compile(r"['’‘]{2,}|[,;:]{2,}|--+['’‘]")
_SHORT_PART = re.compile(
    r"(?:^|[.,])[^\W\d_]{1,2}\.|e\.g|i\.e|z\.b|d\.h|u\.s|a\.m|p\.m", re.IGNORECASE
)
_OF_INITIALS = re.compile(r"(?:[A-Z]\.){2,}(?:[-–][^\W\d_]+)+")
"""Words put together with initials: U.S.-led."""
_OF_PARTS = frozenset({Kind.INITIALS, Kind.NUMBER})
"""Initials, and measures such as 10a.m."""
_DAMAGED_NUMBER = re.compile(r"\d{1,2}[eos°%*+]")
"""What numbers of lists become whose stop has a speck beside it."""
_STOPS = frozenset(".,;:")
_ENDS = frozenset(".?!")
_STOPS_AND_DASH = frozenset({".-", ",-", ".–", ".—"})
_AFTER_ABBREVIATION = frozenset({".,", ".;", ".:", ".),"})
_CLOSERS = frozenset(".,;:!?)]}”")
_ABBREVIATION = 4
_GREETING = 4
_LIST_DIGITS = 2
"""Lines of so few tokens (Dear Madam,) end in a comma before a capital by right."""
_OFTEN_CAPITAL = frozenset({"in", "is", "it", "if", "you", "your", "sie", "i"})
"""Whose capital tells little: `I` is often read for `i`, and letters write You and Sie."""
_NO_LINKS = frozenset({"is", "that", "this", "had", "was", "were", "are", "have", "has", "than"})
_DASHES = frozenset("-–—")
_APOSTROPHES = frozenset("'’")
_RULES = frozenset("-–—_=*.")
_SHORTEST_RULE = 4


def of_form(form: Form) -> Features:
    """Return which marks of `form` are odd, wherever it stands."""
    lead, core, trail = form.anatomy.lead, form.anatomy.core, form.anatomy.trail
    if not core:
        return _of_marks(form.text)
    found: Features = {}
    if lead and not _FINE_LEAD.fullmatch(lead):
        found["punctuation.lead_stop" if _CLOSERS.intersection(lead) else "punctuation.lead"] = 1.0
    elif lead and lead[0] in _DASHES and form.is_word:
        found["punctuation.lead_dash"] = 1.0
    if trail == "/" and form.anatomy.kind is Kind.NUMBER:
        found["punctuation.footnote"] = 1.0
    elif trail and not _FINE_TRAIL.fullmatch(trail) and not _is_abbreviation(form):
        doubled = _DOUBLED.match(trail) and not (trail[0] == "." and len(core) <= _ABBREVIATION)
        found["punctuation.trail_doubled" if doubled else "punctuation.trail"] = 1.0
    found.update(_of_inner(core, form.anatomy.kind))
    return found


def _is_abbreviation(form: Form) -> bool:
    """Tell whether the stop before another mark is that of an abbreviation (Co., H.Q.;)."""
    anatomy = form.anatomy
    last = anatomy.parts[-1] if anatomy.parts else anatomy.core
    short = len(last) <= _ABBREVIATION or anatomy.kind is Kind.INITIALS
    return short and anatomy.trail in _AFTER_ABBREVIATION and anatomy.word not in LINK_WORDS


def _of_inner(core: str, kind: Kind) -> Features:
    if _DOUBLED_INSIDE.search(core):
        return {"punctuation.inner_doubled": 1.0}
    if kind in _OF_PARTS or not _INNER.search(core) or _OF_INITIALS.fullmatch(core):
        return {}
    return {"punctuation.inner_short" if _SHORT_PART.search(core) else "punctuation.inner": 1.0}


def lead_is_odd(lead: str) -> bool:
    """Tell whether marks before a word hardly ever stand so."""
    return bool(lead) and (
        not _FINE_LEAD.fullmatch(lead) or lead[0] in _DASHES or lead in SINGLE_OPENERS
    )


def trail_is_odd(trail: str) -> bool:
    """Tell whether marks after a word hardly ever stand so."""
    return bool(trail) and not _FINE_TRAIL.fullmatch(trail)


def has_inner_mark(core: str) -> bool:
    """Tell whether a mark stands between two letters of `core` that are no abbreviation."""
    return _INNER.search(core) is not None


def _of_marks(text: str) -> Features:
    if is_rule(text):
        return {"punctuation.rule": 1.0}
    if set(text) <= _DASHES or text == ":-":
        return {"punctuation.dash" if len(text) == 1 else "punctuation.dashes": 1.0}
    if set(text) <= {".", "…"}:
        return {"punctuation.stop" if len(text) == 1 else "punctuation.stops": 1.0}
    if len(text) == 1:
        kinds = {
            ",": "comma",
            ";": "stop_high",
            ":": "stop_high",
            "!": "stop_high",
            "?": "stop_high",
        }
        quote = "quote" if text in "'\"’‘“”«»`" else ""
        return {f"punctuation.{kinds.get(text) or quote or 'mark'}": 1.0}
    return {"punctuation.marks": 1.0}


def of_place(place: Place) -> Features:
    """Return which marks are odd where the token stands."""
    form = place.form
    if not form.anatomy.core:
        return _of_marks_alone(place)
    lead, trail = form.anatomy.lead, form.anatomy.trail
    found = _of_trail(place, trail) if trail else Features()
    if place.unclosed:
        found["punctuation.unclosed"] = 1.0
    if lead:
        found.update(_of_lead(place, lead))
    if lead or trail:
        found.update(_of_single_quotes(place))
    if place.first:
        found.update(_of_list(place))
    if place.after and form.is_word:
        found.update(_of_clause(place, place.after, trail))
    return found


def _of_lead(place: Place, lead: str) -> Features:
    """Return whether a dash hangs at a word that begins a sentence: print lost the blank."""
    before = place.before
    if lead not in _DASHES or before is None or _ENDS.isdisjoint(before.anatomy.trail):
        return {}
    return {"punctuation.lead_dash_after_stop": 1.0}


def _of_trail(place: Place, trail: str) -> Features:
    found: Features = {}
    if place.form.is_word and trail in _STOPS_AND_DASH:
        found["punctuation.stop_and_dash"] = 1.0
    if trail in _DASHES and not place.last and place.form.is_word:
        found["punctuation.trail_dash"] = 1.0
    ends = place.ends_paragraph and place.line_tokens > _GREETING
    if trail == "," and ends and place.form.case is Case.SMALL:
        found["punctuation.comma_at_end"] = 1.0
    return found


def _of_clause(place: Place, after: Form, trail: str) -> Features:
    if trail[:1] in {".", ","}:
        return _of_stop(place, after, trail[0])
    return {} if trail else _of_missing_stop(place, after)


def _of_single_quotes(place: Place) -> Features:
    """Return what single quotation marks tell: a speck is often read as one."""
    anatomy, found = place.form.anatomy, Features()
    if anatomy.lead in SINGLE_OPENERS:
        found["punctuation.lead_quote_paired" if place.paired else "punctuation.lead_quote"] = 1.0
    if anatomy.trail.strip(".,;:?!") in SINGLE_CLOSERS and not place.paired:
        hissing = anatomy.core.lower().endswith(("s", "z", "x"))
        kind = "trail_quote_s" if hissing else "trail_quote"
        found[f"punctuation.{'trail_quote_owner' if is_owner(place) else kind}"] = 1.0
    return found


def is_owner(place: Place) -> bool:
    """Tell whether an apostrophe behind a plural says whose the next word is: eight days' march."""
    form, after = place.form, place.after
    if after is None or not after.is_word or after.anatomy.lead or form.share <= 0:
        return False
    return form.anatomy.trail in _APOSTROPHES and form.anatomy.word.endswith("s")


def is_rule(text: str) -> bool:
    """Tell whether `text` is a typed line between parts of a text."""
    return len(text) >= _SHORTEST_RULE and len(set(text)) == 1 and text[0] in _RULES


def _of_marks_alone(place: Place) -> Features:
    if is_rule(place.form.text):
        return {}
    if place.first or place.last:
        return {"punctuation.at_edge": 1.0}
    after_stop = place.before is not None and place.before.anatomy.trail[:1] in _STOPS
    return {"punctuation.dash_after_stop": 1.0} if after_stop and _is_dash(place.form) else {}


def _is_dash(form: Form) -> bool:
    return form.text in _DASHES


def _of_list(place: Place) -> Features:
    """Return what is odd about a number that begins an entry of a list."""
    if place.form.anatomy.trail == "," and _begins_list_entry(place):
        return {"punctuation.comma_of_list": 1.0}
    if is_damaged_number_of_list(place):
        return {"punctuation.number_of_list": 1.0}
    return {}


def is_damaged_number_of_list(place: Place) -> bool:
    """Tell whether a number begins an entry of a list, a letter or sign in place of its stop."""
    damaged = place.first and _DAMAGED_NUMBER.fullmatch(place.token.text)
    return bool(damaged) and _before_capital(place)


def _begins_list_entry(place: Place) -> bool:
    """Tell whether the token is a short number that begins a line before a capital."""
    anatomy = place.form.anatomy
    if anatomy.kind is not Kind.NUMBER or len(anatomy.core) > _LIST_DIGITS:
        return False
    return place.first and _before_capital(place)


def _before_capital(place: Place) -> bool:
    return place.after is not None and place.after.case is Case.TITLE


def _of_stop(place: Place, after: Form, mark: str) -> Features:
    form, found = place.form, Features()
    word = form.anatomy.word
    if word in LINK_WORDS:
        maybe = mark == "," or word in _NO_LINKS
        found["punctuation.after_link_maybe" if maybe else "punctuation.after_link"] = 1.0
    stopped = mark == "." and word not in ABBREVIATIONS and not form.is_abbreviation
    if stopped and after.case is Case.SMALL and not after.anatomy.lead:
        long = len(word) > _ABBREVIATION and form.case is Case.SMALL
        found["punctuation.stop_before_small" if long else "punctuation.stop_short"] = 1.0
    if mark == "," and begins_clause(after) and place.line_tokens > _GREETING:
        found["punctuation.comma_before_capital"] = 1.0
    return found


def begins_clause(form: Form) -> bool:
    """Tell whether `form` is a word of grammar with a capital, as sentences begin with."""
    core = form.anatomy.core
    return form.case is Case.TITLE and len(core) > 1 and form.anatomy.word in CLAUSE_WORDS


def _of_missing_stop(place: Place, after: Form) -> Features:
    """Return whether a sentence seems to begin after the token though no stop ends it."""
    form = place.form
    if form.case is not Case.SMALL or form.anatomy.word in LINK_WORDS or after.anatomy.lead:
        return {}
    if not begins_clause(after) or after.anatomy.word in _OFTEN_CAPITAL:
        return {}
    return {"punctuation.missing_stop": 1.0}


def sentence(place: Place) -> Message:
    """Return which mark of the token is odd, for the person."""
    form, anatomy = place.form, place.form.anatomy
    if not anatomy.core:
        template = QT_TRANSLATE_NOOP("Reasons", "“{text}” stands alone.")
    elif lead_is_odd(anatomy.lead):
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{text}” begins with a mark that is probably stray."
        )
    elif _INNER.search(anatomy.core):
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{text}” has a mark inside; a blank may be missing."
        )
    elif place.unclosed:
        template = QT_TRANSLATE_NOOP("Reasons", "The quotation mark of “{text}” has no other end.")
    elif not anatomy.lead and not anatomy.trail:
        template = QT_TRANSLATE_NOOP("Reasons", "A full stop may be missing after “{text}”.")
    else:
        template = QT_TRANSLATE_NOOP("Reasons", "The mark after “{text}” hardly fits here.")
    return message(template, text=form.text)
