"""The words of the sample letter, line by line as they are typed; everything in it is invented.

Leading blanks are typed blanks. Words between underscores are underlined. A line's number of
half line feeds after it is 3 (one and a half spaces) unless the page says otherwise.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines typed with the same spacing.

    Attributes:
        text: the lines, joined by line breaks.
        feed: half line feeds after each line: 2 is single, 3 one and a half spaces.
    """

    text: str
    feed: int = 3


PAGE_1: Final = (
    Passage(
        """\
                  EMBASSY OF ARLAND
                  VESSARY, MARENIA

                                        March 14, 1957


No. 417

Subject:  _Maren Proposals for the Upper Tessel Railway_


The Honorable
    The Secretary for External Affairs,
        Merrow.

""",
        feed=2,
    ),
    Passage(
        """\
Sir:

     I have the honor to refer to the Department's instruction
No. 93 of February 21, 1957, and to report that the Maren Gov-
ernment has now made known its terms for the reopening of the
railway through the Upper Tessel valley, which has carried no
traffic since the frontier was closed in the autumn of 1953.

     The Minister of Communications, Mr. Anselm Korvath, asked
me to call on him on the morning of March 11. He was friendly
and remarkably well prepared. He said that his Government had
no wish to make the question _a matter of prestige_, and that he
had been authorized to put forward three proposals, which he
read to me from a paper that he did not hand over:

     1.  that the line from Vessary to Port Selmer be opened
to goods trains from June 1, two trains running daily in each
direction, under the supervision of a mixed commission of four
members sitting at Tarn Bridge;

     2.  that Arland bear one half of the cost of repairing
the tunnel at Hollin, which he put at 1,200,000 crowns; and

     3.  that no military stores of any kind be carried.

     He added, as though it were a trifle, that he hoped to
have our answer before the end of April, since the gangs who
are to relay the track cannot be kept together any longer. I
asked whether he meant that the work had begun already. After
a pause he said that the snow was melting early this year.
"""
    ),
)

PAGE_2: Final = (
    Passage(
        """\
                             - 2 -
""",
    ),
    Passage(
        """\

I replied that I had no instructions on the second of these
points, but that the sum seemed to me very high. Our engineers
who walked through the tunnel in 1955 had thought that 700,000
crowns would be enough. Mr. Korvath smiled and remarked that
tunnels, unlike ministers, did not improve by being left alone.

     As the Department will recall from my despatch No. 388 of
January 9, the harvest in the eastern districts was the worst
in eleven years. Flour is rationed in Vessary and in all the
larger towns, and the queues before the bakeries form as early
as four o'clock in the morning. It is generally believed that
the Government must import not less than 90,000 tons of grain
before the end of July. The roads over the Hollin pass cannot
carry one tenth of that quantity. _The railway can._ There lies,
in my opinion, the true reason for the haste with which these
proposals were made, and for the very moderate tone of them.

     My Castrian colleague, Baron Ulm, does not share this
view. He believes that the whole matter is a manoeuvre which
was designed to quiet public opinion before the elections of
May 19, and he doubts whether a single train will ever run. I
set down his opinion because he has lived here for nine years
and knows the Minister well; but I note that his Legation has
been buying wheat futures on the Merrow exchange.

     On the third proposal, Colonel Brandt informs me that the
General Staff would raise no objection, provided that the word
"stores" be defined in an annex. He suggests the formula that
was used in the Treaty of Lindal.

     I should mention that the Minister spoke throughout in
our own language, which he has not done before, and that no
interpreter was present. When I rose to leave he walked with
me as far as the staircase and asked, almost in passing, how
many wagons our railway could lend him. I made no reply.
"""
    ),
)

PAGE_3: Final = (
    Passage(
        """\
                             - 3 -
""",
    ),
    Passage(
        """\

     There remains the question of the bridge-keepers. Under
the agreement of 1938 each side maintained eleven men at Tarn
Bridge, and both paid them in their own currency. Mr. Korvath
hinted that he would now prefer a common fund. I see no harm
in this, since the yearly expense can hardly exceed 36,000
crowns; but I should be glad to know the Treasury's opinion
before I commit myself, even in conversation.

     It may be useful to add that the tone of the Vessary press
has changed overnight. Until last week the "Morning Courier"
printed almost daily complaints against our customs officers;
since Monday it has printed none, and yesterday it gave half a
page to the history of the railway, with a portrait of its
builder, the engineer Matthias Quill, who was born in Merrow.

     I therefore venture to recommend:

     a.  that I be authorized to accept the first and third
proposals in principle, subject to the annex desired by the
General Staff;

     b.  that a survey party of not more than six engineers
be sent to Hollin as soon as the snow permits, in order that
we may negotiate on _our own_ figures and not on theirs; and

     c.  that nothing be said to the press in Merrow until a
text has been initialed. A premature report in the newspapers
last November did much to embarrass the moderate members of
the Cabinet here, and two of them have since resigned.

     A translation of the Minister's remarks, made by Miss
Orla Finch of this Embassy from her shorthand notes, is sent
herewith in two copies.
"""
    ),
    Passage(
        """\

                              Respectfully yours,




                              Edwin T. Hallowmere
                                   Ambassador

Enclosure:
     Translation, as stated, in duplicate.

320.1
ETH:of
""",
        feed=2,
    ),
)

PAGES: Final = (PAGE_1, PAGE_2, PAGE_3)

STAMPED_ABOVE: Final = ("SECRET", "SECRET", "SECRET")
STAMPED_BELOW: Final = (
    ("RECEIVED", "22 MAR 1957", "EXTERNAL AFFAIRS", "DECLASSIFIED", "14 MAY 1991"),
    (),
    ("DECLASSIFIED", "14 MAY 1991"),
)
"""Words of the stamps on each page, as they are added to the right text."""


def right_text(page: int) -> str:
    """Return what a careful person transcribes from a page (from 0): a line a line, unindented."""
    typed = "".join(passage.text for passage in PAGES[page]).replace("_", "")
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    above = [STAMPED_ABOVE[page], ""]
    below = ["", *STAMPED_BELOW[page]] if STAMPED_BELOW[page] else []
    return _without_wide_gaps([*above, *lines, *below])


def _without_wide_gaps(lines: list[str]) -> str:
    """Return the lines with at most one blank line between two."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"
