"""Pages of four kinds of document, their marks, and where each is found in the export."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.end_to_end.marking_by_keys import HERE, Said, said


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text as it was found, the words to be typed anew, and its marks in order."""

    text: str
    marks: Sequence[Said] = ()
    mended: Sequence[tuple[str, str]] = ()
    blank: bool = False


LETTER = (
    Page(
        """SECRET

DECLASSIFIED IN PART
2015-0000-M
4/12/2018 KBH

THE BRICK HOUSE

March 14, 1994

Dear Mr. Presldent:

I was pleased to recieve your letter on coopera-
tion in the field of security.

My staff has spoken with Ambassador Kozlov
and will write.
""",
        (
            said("classification", "SECRET", struck="yes", place="top", hand="archive"),
            said("stamp", "DECLASSIFIED IN PART\n2015-0000-M\n4/12/2018 KBH", place="top",
                 type="declassification", date="2018-04-12", zone=HERE),
            said("unclear", "KBH", reason="faded", certainty="medium"),
            said("letterhead", "THE BRICK"),
            said("dateline", "March 14", date="1994-03-14"),
            said("salutation", "Dear Mr."),
            said("paragraph", "I was pleased"),
            said("source-error", "recieve", correction="receive", certainty="high"),
            said("redaction", "security.|", unit="lines", quantity="2", exemption="3.3(b)(1)"),
            said("paragraph", "My staff"),
            said("unclear", "Kozlov", reason="covered", certainty="medium"),
            said("query", "Kozlov", question="Kozlov or Koslov?"),
            said("stamp", "will write.|", type="photocopy", place="bottom"),
        ),
        (("Presldent", "President"),),
    ),
    Page(
        """-2-

The plan is good. Merci beaucoup.

Sincerely,

His Excellency
Askar Temirov
""",
        (
            said("page-number", "-2-"),
            said("paragraph", "The plan"),
            said("language", "Merci beaucoup", tag="fr"),
            said("closing", "Sincerely,"),
            said("signature", "|\nHis Excellency", hand="author"),
            said("address", "His Excellency\nAskar Temirov"),
        ),
    ),
)  # fmt: skip
LETTER_DATA = {
    "title": "Letter to the President", "author": "The Sender", "recipient": "Askar Temirov",
    "date": "1994-03-14", "place": "Washington", "repository": "A Library",
    "collection": "Records", "shelfmark": "Box 12", "declassification-case": "2015-0000-M",
    "keywords": "Cabinet; visits",
    "language": "en, fr", "licence": "https://creativecommons.org/publicdomain/mark/1.0/",
}  # fmt: skip
LETTER_PATHS = {
    "letter": "//t:body/t:div[@type='letter']/t:pb[@facs]",
    "classification struck out":
        "//t:fw[@type='classification'][@place='top']/t:del[@rend='strikethrough'][@hand]",
    "stamp with date and place":
        "//t:note[@type='stamp'][@facs][@place='top']"
        "/t:stamp[@type='declassification'][@when='2018-04-12'][count(t:lb) > 1]",
    "unclear in a stamp": "//t:stamp/t:unclear[@reason='faded'][@cert='medium'][@resp]",
    "letterhead": "//t:fw[@type='letterhead'][contains(., 'BRICK')]",
    "dateline": "//t:opener/t:dateline/t:date[@when='1994-03-14']",
    "salutation": "//t:opener/t:salute[contains(., 'President')]",
    "word divided at the line end": "//t:p[contains(., 'coopera-')]/t:lb[@break='no']",
    "misreading in the apparatus":
        "//t:listApp/t:app/t:rdg[@wit='#wOCR'][.='Presldent:']"
        "/../t:lem[@resp][@change]",
    "misreading in the text": "//t:salute/t:seg[@change][.='President:']",
    "error of the typist": "//t:choice[t:sic='recieve']/t:corr[@cert='high'][.='receive']",
    "redaction": "//t:gap[@reason='redacted'][@unit='line'][@quantity='2']/t:desc[.='3.3(b)(1)']",
    "unclear": "//t:p/t:unclear[@reason='covered'][.='Kozlov']",
    "open query": "//t:standOff//t:annotation[@motivation='questioning'][@target]/t:note",
    "stamp without text": "//t:note[@place='bottom']/t:stamp[@type='photocopy']",
    "page number": "//t:fw[@type='pageNum'][contains(., '-2-')]",
    "foreign words": "//t:foreign[@xml:lang='fr']",
    "closing": "//t:closer/t:salute[contains(., 'Sincerely')]",
    "signature that is a picture": "//t:closer/t:signed[@hand]/t:figure[@type='signature']",
    "address in the closer": "//t:closer/t:address[count(t:addrLine) = 2]",
    "hands": "//t:handNotes[t:handNote='archive' and t:handNote='author']",
    "zones": "//t:facsimile/t:surface/t:zone[@subtype='stamp'][@ulx]",
    "image with its sum": "//t:listBibl/t:bibl/t:idno[@type='sha256']",
    "shelfmark": "//t:msIdentifier[t:repository]/t:idno[@type='shelfmark'][.='Box 12']",
    "declassification case": "//t:altIdentifier[@type='declassification-case']/t:idno",
    "correspondence": "//t:correspDesc[t:correspAction[@type='sent']/t:placeName]"
        "/t:correspAction[@type='received']/t:persName",
    "keywords": "//t:textClass/t:keywords[t:term='Cabinet']/t:term[.='visits']",
    "languages": "//t:langUsage/t:language[@ident='fr']",
    "licence": "//t:availability/t:licence[@target]",
    "versions": "//t:revisionDesc//t:change[@who][@when]",
    "programs": "//t:appInfo/t:application[@ident='corrector']",
}  # fmt: skip
ARTICLE = """The commission met on Tuesday to con-
sider the tenders for the bridge, and the
chairman annonnced that the cost had ex-
ceeded the estimate:"""
NEWSPAPER = (
    Page(
        """THE TOLSK GAZETTE.
No. 1204. WEDNESDAY, MAY 3, 1911.
THE NEW BRIDGE.
(From Our Correspondent.)
The commission met on Tuesday to con-
sider the teuders for the bridge, and the
chairman annonnced that the cost had ex-
ceeded the estimate:
Firm   £
Hale & Co.   12,400

[Continued below.]

PURE TEA.  per lb.

The council will vote on Friday.
""",
        (
            said("header", "THE TOLSK GAZETTE.\nNo. 1204. WEDNESDAY, MAY 3, 1911."),
            said("column", "THE NEW BRIDGE", number="1"),
            said("division", "THE NEW BRIDGE", type="article", name="bridge"),
            said("heading", "THE NEW BRIDGE"),
            said("byline", "(From Our"),
            said("paragraph", ARTICLE),
            said("source-error", "annonnced", correction="announced", certainty="high"),
            said("column", "ceeded", number="2", zone=HERE),
            said("table", "Firm   £\nHale & Co.   12,400", labels="yes"),
            said("paragraph", "[Continued"),
            said("division", "PURE TEA", type="advertisement"),
            said("paragraph", "PURE TEA"),
            said("gap", "TEA. |", unit="characters", quantity="6"),
            said("division", "The council", type="continuation", name="bridge"),
            said("paragraph", "The council"),
        ),
        (("teuders", "tenders"),),
    ),
)
NEWSPAPER_PATHS = {
    "masthead before the first column":
        "//t:body/t:fw[@type='header'][count(t:lb) = 2]/following::t:cb[1][@n='1']",
    "column": "//t:div/descendant::t:cb[@n='1'][following::*[1][self::t:lb]]",
    "word divided at a column":
        "//t:p/t:cb[@n='2'][@facs][@break='no'][preceding-sibling::node()[1][contains(., 'ex-')]]"
        "/following-sibling::*[1][self::t:lb][@break='no']",
    "zone of a column": "//t:zone[@subtype='column'][@ulx]",
    "article": "//t:div[@type='article'][@next]/t:head[contains(., 'BRIDGE')]",
    "byline": "//t:div[@type='article']/t:byline[contains(., 'Correspondent')]",
    "table": "//t:table[@rows='2'][@cols='2']/t:row[@role='label']/t:cell[2][.='£']",
    "row of a table": "//t:table/t:row[2][t:cell='Hale & Co.']/t:cell[.='12,400']",
    "error of the printer": "//t:choice[t:sic='annonnced']/t:corr[.='announced']",
    "misreading": "//t:app/t:rdg[@wit='#wOCR'][.='teuders']",
    "advertisement": "//t:div[@type='advertisement']/t:p[contains(., 'PURE TEA')]",
    "illegible letters": "//t:p/t:gap[@reason='illegible'][@unit='chars'][@quantity='6']",
    "continued article": "//t:div[@subtype='continuation'][@prev = concat('#', "
        "//t:div[@next][@type='article']/@xml:id)]/t:p[contains(., 'council')]",
}  # fmt: skip
HANDWRITTEN = (
    Page(
        """44/2

Camp near Tolsk, June 7th, 1863

My dear Bror,

We gowent to the river on Friday, and saw the
xx xx boats. Yours has not arived since.

Your loving sister

Anna.

P.S. Write soon.

Copies to Edward Hale
""",
        (
            said("handwriting", "44/2", place="top", hand="archivist"),
            said("dateline", "Camp near"),
            said("place", "Camp near Tolsk"),
            said("date", "June 7th, 1863", date="1863-06-07"),
            said("superscript", "th", after="June 7"),
            said("salutation", "My dear"),
            said("abbreviation", "Bror", expansion="Brother"),
            said("superscript", "r", after="or,"),
            said("paragraph", "We go"),
            said("deletion", "go", type="overtyped"),
            said("addition", "went", place="above"),
            said("substitution", "gowent"),
            said("addition", "on Friday", place="above", hand="Anna Hale"),
            said("unclear", "saw", certainty="high", alternative="sent"),
            said("deletion", "xx xx", type="strikethrough"),
            said("gap", "xx| xx", unit="words", quantity="2"),
            said("supplied", ".", after="boats", reason="damage", certainty="high",
                 evidence="internal"),
            said("source-error", "arived", correction="arrived"),
            said("damage", "since", agent="water"),
            said("closing", "Your loving"),
            said("signature", "Anna.", hand="Anna Hale"),
            said("postscript", "P.S. Write"),
            said("hand-shift", "Write |soon", hand="Anna Hale"),
            said("trailer", "Copies"),
            said("person", "Edward Hale", identifier="https://example.org/hale"),
        ),
    ),
)  # fmt: skip
HANDWRITTEN_PATHS = {
    "note of the archive": "//t:note[@place='top'][@hand][contains(., '44/2')]",
    "place in the dateline": "//t:dateline/t:placeName[.='Camp near Tolsk']",
    "date in the dateline": "//t:dateline/t:date[@when='1863-06-07']/t:hi[@rend='superscript']",
    "abbreviation": "//t:salute/t:choice[t:abbr='Bror']/t:expan[.='Brother']",
    "superscript in an abbreviation": "//t:abbr/t:hi[@rend='superscript'][.='r']",
    "substitution": "//t:p/t:subst[t:del='go'][t:del/@rend='overtyped']"
        "/t:add[@place='above'][.='went']",
    "addition": "//t:p/t:add[@place='above'][@hand][.='on Friday']",
    "two readings": "//t:choice[t:unclear[1][@cert='high'][.='saw']]/t:unclear[2][.='sent']",
    "illegible under a deletion": "//t:del[@rend='strikethrough']"
        "//t:gap[@reason='illegible'][@unit='word'][@quantity='2']",
    "supplied": "//t:supplied[@reason='damage'][@cert='high'][@evidence='internal'][@resp][.='.']",
    "error of the writer": "//t:choice[t:sic='arived']/t:corr[.='arrived']",
    "damage": "//t:p/t:damage[@agent='water'][.='since']",
    "closing": "//t:closer/t:salute[contains(., 'sister')]",
    "signature": "//t:closer/t:signed[@hand][contains(., 'Anna.')]",
    "postscript": "//t:closer/following-sibling::t:postscript/t:p[contains(., 'P.S.')]",
    "change of hand": "//t:postscript//t:handShift[@new = concat('#', "
        "//t:handNote[.='Anna Hale']/@xml:id)]",
    "trailer": "//t:postscript/following-sibling::t:trailer",
    "name of a person": "//t:trailer/t:persName[@ref='https://example.org/hale']",
}  # fmt: skip
FOLDER = (
    Page("Received of Wm. Hnle the sum of\nfive pounds for repair- ing the gate.\n",
         mended=(("Hnle", "Hall"), ("Hall", "Hale"), (" ing", "\ning"))),
    Page("", blank=True),
    Page("Uncorrccted machine text, shown as it is.\n"),
)  # fmt: skip
FOLDER_PATHS = {
    "blocks without a name": "//t:body[count(t:ab) = 3][not(.//t:p)][not(.//t:div)]",
    "page numbers in brackets": "//t:ab/t:pb[@n='[2]'][@facs]",
    "file name with blanks": "//t:graphic[@url='scan%20001.png']",
    "correction corrected": "//t:app[t:lem[@varSeq='3']][t:rdg[@varSeq='2']]"
        "/t:rdg[@varSeq='1'][@wit='#wOCR']",
    "correction over a line end": "//t:app[@from != @to]/t:lem/t:lb",
    "ends of a correction over a line end":
        "//t:ab/t:anchor[@xml:id = substring(//t:app[@from != @to]/@from, 2)]"
        "/following-sibling::t:lb[@break='no'][1]/following-sibling::t:anchor",
    "blank page": "//t:ab[t:pb]/t:space[@dim='vertical'][@unit='page'][@quantity='1']",
    "page that nobody corrected": "//t:ab[t:pb[@n='[3]']][contains(., 'Uncorrccted')]",
    "no metadata": "//t:publicationStmt/t:p[.='Unpublished working transcription.']",
    "state of the document": "//t:correction[@status='low']",
}  # fmt: skip
EXAMPLES = {
    "letter": (LETTER, LETTER_DATA, LETTER_PATHS),
    "newspaper": (NEWSPAPER, {}, NEWSPAPER_PATHS),
    "handwritten": (HANDWRITTEN, {}, HANDWRITTEN_PATHS),
    "folder": (FOLDER, {}, FOLDER_PATHS),
}
