"""hOCR: corrected words in their boxes, as HTML."""
