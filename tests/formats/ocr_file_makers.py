"""Small files of OCR as other programs write them."""

from pathlib import Path

WORD = "<span class='ocrx_word' title='bbox {box}; x_wconf {confidence}'>{text}</span>"


def hocr(body: str, page: str = 'image "scans/a.jpg"; bbox 0 0 1000 500; ppageno 0') -> bytes:
    """A page of hOCR around `body`."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
    "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
<meta name='ocr-system' content='tesseract 5.3.0'/></head><body>
<div class='ocr_page' title='{page}'>{body}</div></body></html>""".encode()


def alto(layout: str, namespace: str = "http://www.loc.gov/standards/alto/ns-v4#") -> bytes:
    """A page of ALTO around the `layout` of its print space."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="{namespace}"><Description><MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>a.jpg</fileName></sourceImageInformation>
<OCRProcessing ID="o"><ocrProcessingStep><processingSoftware><softwareName>FineReader</softwareName>
<softwareVersion>12.0</softwareVersion></processingSoftware></ocrProcessingStep></OCRProcessing>
</Description><Layout><Page WIDTH="1000" HEIGHT="500"><PrintSpace>{layout}</PrintSpace></Page>
</Layout></alto>""".encode()


def page_xml(content: str, year: str = "2019-07-15") -> bytes:
    """A page of PAGE around `content`."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/{year}"><Metadata>
<Creator>OCR-D/core 2.67.1</Creator></Metadata>
<Page imageFilename="a.jpg" imageWidth="1000" imageHeight="500">{content}</Page></PcGts>""".encode()


def string(text: str, box: tuple[int, int, int, int], more: str = "", inside: str = "") -> str:
    """A String of ALTO."""
    x, y, width, height = box
    place = f'HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"'
    return f'<String CONTENT="{text}" {place} {more}>{inside}</String>'


def put(folder: Path, data: bytes, name: str = "a.xml") -> Path:
    """Write the file."""
    path = folder / name
    path.write_bytes(data)
    return path
