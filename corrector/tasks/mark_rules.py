"""Which words make a line a classification mark, a stamp, a salutation or a closing: a table."""

import re
from dataclasses import dataclass
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP
from corrector.tasks.mark_lines import Line


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of a kind of mark.

    Attributes:
        kind: of the mark.
        pattern: searched in a line; the part named ``mark`` is marked, or else the whole match.
        reason: why, for the person.
        fields: what is said of the mark.
        words: how many words the line may have at most; longer ones are running text.
        capitals: whether most letters of the line have to be capitals.
    """

    kind: str
    pattern: re.Pattern[str]
    reason: str
    fields: tuple[tuple[str, str], ...] = ()
    words: int = 8
    capitals: bool = False


def _pattern(words: str, *, case: bool = False) -> re.Pattern[str]:
    return re.compile(words, re.VERBOSE if case else re.VERBOSE | re.IGNORECASE)


_LEVELS: Final = (
    r"(?:TOP \s+ SECRET|SECRET|(?:STRICTLY|MOST|PRIVATE \s+ AND)? \s* CONFIDENTIAL|RESTRICTED"
    r"|(?:LIMITED \s+)? (?:FOR \s+)? OFFICIAL \s+ USE (?:\s+ ONLY)?|UNCLASSIFIED|EYES \s+ ONLY"
    r"|SENSITIVE|NODIS|EXDIS|NOFORN|NOT \s+ TO \s+ BE \s+ PUBLISHED"
    r"|TR[EÈ]S \s+ SECRET|CONFIDENTIEL(?:LE)?|DIFFUSION \s+ RESTREINTE"
    r"|(?:STRENG \s+)? (?:GEHEIM|VERTRAULICH)|GEHEIME \s+ (?:REICHS|KOMMANDO)SACHE"
    r"|NUR \s+ F[ÜU]R \s+ DEN \s+ DIENSTGEBRAUCH|VERSCHLUSSSACHE)"
)
_BETWEEN: Final = r"[\s/.,:;*()\u2013\u2014-]"
_TAIL: Final = (
    rf"(?:{_BETWEEN}+ (?:ENTIRE|TEXT|SECTION|PART|PARA(?:GRAPH)?S?|OF|AND|COPY|COPIES|VIA|CHANNELS?"
    r"|HANDLING|ONLY|NODIS|EXDIS|NOFORN|SENSITIVE|EYES|\d{1,2}) \b)* [.,:;!]?"
)
_SPECKS: Final = r"(?: \s+ [^\s]{1,2} (?=\s|$))*"
_END: Final = r"[\s,.:;!\u2013\u2014-]*$"

CLASSIFICATION: Final = QT_TRANSLATE_NOOP("Suggestions", "The line is a level of secrecy.")
DECLASSIFIED: Final = QT_TRANSLATE_NOOP("Suggestions", "The line says who set the secrecy aside.")
COPIED: Final = QT_TRANSLATE_NOOP("Suggestions", "The line says who made a copy.")
RECEIVED: Final = QT_TRANSLATE_NOOP("Suggestions", "The line says that the paper came in.")
GREETING: Final = QT_TRANSLATE_NOOP("Suggestions", "The line greets the reader.")
FAREWELL: Final = QT_TRANSLATE_NOOP("Suggestions", "The line takes leave of the reader.")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "classification",
        _pattern(rf"^[\W_]* (?P<mark> {_LEVELS} {_TAIL}) {_BETWEEN}* {_SPECKS} [\W_]*$"),
        CLASSIFICATION,
    ),
    Rule(
        "stamp",
        _pattern(
            r"\bDECLASSIF(?:IED|Y) \b | \bE\.? \s? O\.? \s? \d{5} \b | \bNND \s? \d{4,}"
            r"| \bAUTHORITY \s+ (?:OF\b|NND) | \bBy \b .{0,12} \bN(?:ARA|ARS|LE|LC)\b"
            r"| \bNARA \b .{0,6} \bDate \b | \bRELEASED \s+ IN \s+ (?:FULL|PART)\b"
        ),
        DECLASSIFIED,
        (("type", "declassification"),),
        words=14,
    ),
    Rule(
        "stamp",
        _pattern(
            r"\bPHOTO-?COP(?:Y|IED)\b | \bREPRODUCED \s+ (?:AT|FROM) \b"
            r"| \bCOPIED \s+ (?:AT|FROM) \s+ THE \b"
            r"| \bCOPY \s+ FROM \b .* \b(?:LIBRARY|ARCHIVES?)\b"
        ),
        COPIED,
        (("type", "photocopy"),),
    ),
    Rule(
        "stamp",
        _pattern(
            r"^[\W_]* (?:RECEIVED|REC['’]D|RECD|EINGEGANGEN|EINGANG|RE[ÇC]U \s+ LE|ARRIV[ÉE]E)"
            r"(?:\s+ (?:BY|AM|ON|LE)\b)? [\W_]* (?:\d|[A-Z]{3}|$)"
        ),
        RECEIVED,
        (("type", "received"),),
        words=5,
        capitals=True,
    ),
    Rule(
        "salutation",
        _pattern(
            r"(?: ^ | (?<=[.:]\s) | (?<=[A-Z]\s) )"
            r"(?P<mark> (?:MY \s+)? DEAR (?:EST)?"
            r"(?:\s+ [A-Z][\w.'’-]*){1,5} \s* [,:;!.\u2013-]{1,2}) \s*$"
            r"| ^ (?:Dear|DEAR) \s+ (?:Sirs?|Madam|SIRS?|MADAM)"
            r"(?:\s+ or \s+ (?:Sir|Madam))? [\W]*$",
            case=True,
        ),
        GREETING,
        words=14,
    ),
    Rule(
        "salutation",
        _pattern(
            r"^[\W]{0,2} My \s+ dear (?:\s+ [A-Z][\w.'’-]*){1,5} [,:;!.\u2013-]{1,2} \s*$"
            r"| ^[\W]{0,2} Dear(?:est)?"
            r"(?:\s+ (?:and|[A-Z][\w.'’-]*)){1,6} [,:;!.\u2013-]{1,2} \s*$",
            case=True,
        ),
        GREETING,
    ),
    Rule(
        "salutation",
        _pattern(
            r"^ (?:Sirs?|Gentlemen|Madam|Mesdames|(?:Your \s+)? Excellenc(?:y|ies)|Your \s+ Majesty"
            r"|Mon(?:sieur|seigneur)(?:\s+ le \s+ \w+)?|Madame|Messieurs"
            r"|(?:Cher|Chère|Mon \s+ cher) (?:\s+ \w+){1,4}"
            r"|Sehr \s+ (?:geehrte|verehrte)[rs]? (?:\s+ [\w.]+){1,5}"
            r"|(?:Lieber?|Geehrte[rs]?|Hochgeehrte[rs]?|Verehrte[rs]?) (?:\s+ [\w.]+){1,4}"
            r"|Mr\.? \s+ (?:President|Secretary|Chairman|Ambassador|Minister))"
            r"\s* [,:!]\s*[-\u2013]?$"
        ),
        GREETING,
    ),
    Rule(
        "closing",
        _pattern(
            r"(?: ^ [\W]{0,2} | (?<=[.!?]\s) )"
            r"(?P<mark> (?: (?:Very|Most)? \s*"
            r"(?:truly|sincerely|faithfully|respectfully|cordially)"
            r"\s+ (?:yours|submitted)"
            r"| Yours (?:\s+ (?:very|most|ever|in))* \s+ (?:truly|sincerely|faithfully|respectfully"
            r"|cordially|affectionately|obediently|haste|ever)"
            r"| (?:Very \s+)? (?:Sincerely|Cordially|Respectfully|Faithfully)"
            r"| (?:With \s+ (?:my \s+)?)? (?:all \s+)? (?:warm(?:est)?|kind(?:est)?|best|cordial)"
            r"(?:\s+ personal)? \s+ (?:regards|wishes|greetings)"
            r"| We \s+ (?:remain|are) | I \s+ (?:remain|am)"
            r"(?:,? \s+ (?:dear \s+)? (?:sir|gentlemen|madam))?"
            r"| Your \s+ (?:most \s+)? (?:obedient|humble) \s+ servants?"
            r"| Hochachtungsvoll | Ergebenst | (?:Mit|In) \s+ (?:\w+ \s+)?"
            r"(?:freundliche[nm]|vorz[üu]glicher|deutschem|besten|herzlichen)"
            r"\s+ (?:Gr[üu](?:ß|ss)(?:en)?|Hochachtung)"
            r"| Veuillez \s+ agr[ée]er .* | Votre \s+ (?:bien \s+)? d[ée]vou[ée]e?"
            rf") [,.!]? ){_END}"
        ),
        FAREWELL,
        words=99,
    ),
)


def is_in_capitals(line: Line) -> bool:
    """Tell whether most letters of a line are capitals."""
    letters = [one for one in line.text if one.isalpha()]
    return bool(letters) and sum(one.isupper() for one in letters) * 5 >= 4 * len(letters)


def fits(rule: Rule, line: Line) -> "re.Match[str] | None":
    """Return where `rule` finds its pattern in `line`, or None."""
    if len(line.words) > rule.words or (rule.capitals and not is_in_capitals(line)):
        return None
    return rule.pattern.search(line.text)
