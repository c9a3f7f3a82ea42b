"""Whatever was written and corrected, files with places are valid and have the lines of the text.

CORRECTOR_CASES sets how many random texts are tried.
"""

import os
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.formats.originals.original import Original
from corrector.formats.reading.detect import pages_in
from corrector.formats.registry import FORMATS
from corrector.formats.tei.characters import refused
from tests.formats.material_makers import Makers
from tests.formats.placed_makers import lines_in, lines_of, placed_page
from tests.formats.random_texts import TEXT, corrected

Check = Callable[[str, bytes], None]
CASES = int(os.environ.get("CORRECTOR_CASES", "200"))
SCANS = ["s/ö #%?.jpg", "a:b <c>.tif", "d e;f.pdf", "\udce4.png", 'q"uote & co.jpg', "\u05d0.jpg"]


@settings(max_examples=CASES, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_text_can_be_written_and_read_back(
    make: Makers, layout_schemas: Check, data: st.DataObject
) -> None:
    texts = [data.draw(TEXT)]
    for _ in range(data.draw(st.integers(0, 2))):
        texts.append(data.draw(corrected(texts[-1])))
    page = placed_page(make, *texts, scan=data.draw(st.sampled_from(SCANS)))

    for name in ("hocr", "alto", "page"):
        content = FORMATS[name].write(make.document(page)).content
        layout_schemas(name, content)
        assert lines_in(content) == lines_of(texts[-1])


@settings(max_examples=CASES // 2, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_imported_file_can_be_corrected(
    make: Makers, layout_schemas: Check, data: st.DataObject
) -> None:
    imported = make.document(placed_page(make, data.draw(TEXT)))
    name, kind = data.draw(st.sampled_from([("hocr", "hOCR"), ("alto", "ALTO"), ("page", "PAGE")]))
    content = FORMATS[name].write(imported).content
    first = pages_in(content, Path("imported"))[0].reading.text
    text = data.draw(corrected(first))
    original = Original(kind, "imported", 0, lambda: content)
    page = placed_page(make, first, text, original=original)

    written = FORMATS[name].write(make.document(page))

    assert lines_in(written.content) == lines_of(text)
    assert not written.notices or not first or refused(text)
    if name != "hocr":
        layout_schemas(name, written.content)
