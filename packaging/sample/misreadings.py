"""The errors that an engine of some years ago would have made on the sample pages."""

from typing import Final

_PAGE_1: Final = (
    # right, misread; each is the only place of its words in the text
    ("SECRET\n", "SEGRET\n"),
    ("EMBASSY OF", "EMBASSY 0F"),
    ("VESSARY, MARENIA", "VESSARY , MARENIA"),
    ("Subject:", "Sub ject:"),
    ("The Honorable", "The Honorab1e"),
    ("Sir:", "Sir;"),
    ("the honor to refer", "the honor to rcfer"),
    ("instruction\n", "instruetion\n"),
    ("known its terms", "known its tenns"),
    ("through the", "tbrough the"),
    ("which has carried", "which hascarried"),
    ("autumn of", "auturnn of"),
    ("Mr. Anselm", "Mr. Anse1m"),
    ("on him on the", "on hirn on the"),
    ("He was friendly", "Be was friendly"),
    ("prestige, and", "prestige. and"),
    ("had been authorized", "bad been authorized"),
    ("did not hand over", "did not band over"),
    ("Port Selmer", "Port Seliner"),
    ("from June 1, two", "from June l, two"),
    ("daily in each", "daily ineach"),
    ("supervision", "super vision"),
    ("1,200,000", "1,2OO,000"),
    ("of any kind", "of any kind'"),
    ("gangs who\n", "gangs wbo\n"),
    ("any longer. I\n", "any longer. I ~\n"),
    ("RECEIVED", "RECElVED"),
    ("EXTERNAL AFFAIRS", "EX ERNAL AFFA RS"),
    ("\nDECLASSIFIED", "\n' . -- ,_\nDECLASSIFIED"),
)
_PAGE_2: Final = (
    ("- 2 -", "- Z -"),
    ("no instructions", "no instruct1ons"),
    ("walked through", "walked tbrough"),
    ("had thought that", "had thougbt that"),
    ("700,000", "7OO,000"),
    ("Mr. Korvath smiled", "Mr. Korvath srniled"),
    ("unlike ministers", "un1ike ministers"),
    ("left alone", "left a1one"),
    ("No. 388", "No. 3B8"),
    ("districts was", "districts vvas"),
    ("Flour is rationed", "Flour is rat ioned"),
    ("queues before", "gueues before"),
    ("four o'clock", "four 0'clock"),
    ("generally believed", "genera11y believed"),
    ("over the Hollin", "overthe Hollin"),
    ("The railway can.", "The rai1way can,"),
    ("true reason", "true reas on"),
    ("very moderate tone", "very mcderate tone"),
    ("Baron Ulm", "Baron Qlm"),
    ("believes that the whole", "helieves that the whole"),
    ("quiet public", "quiet puhlic"),
    ("May 19,", "May l9,"),
    ("single train will", "single train wi1l"),
    ("his opinion because", "his opinion hecause"),
    ("his Legation has\n", "bis Legation has\n"),
    ("wheat futures", "wheat fut ures"),
    ("Colonel Brandt", "Co1onel Brandt"),
    ("\nOn the third", "\n. ,-' |\nOn the third"),
    ('"stores"', "'stores\""),
    ("Lindal.", "Lindal,"),
)
_OF_PAGE: Final = (_PAGE_1, _PAGE_2)


def misread(right: str, page: int) -> str:
    """Return the text of a page (from 0) as it was misread.

    Raises:
        ValueError: a place is not there exactly once; the letter and this table disagree.
    """
    text = right
    for words, wrong in _OF_PAGE[page]:
        if text.count(words) != 1:
            raise ValueError(words)
        text = text.replace(words, wrong)
    return text
