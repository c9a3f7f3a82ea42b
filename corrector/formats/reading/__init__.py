"""Reads what other OCR programs wrote: hOCR, ALTO and PAGE."""
