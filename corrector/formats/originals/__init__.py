"""Files of OCR that were imported: they go out again with nothing changed but the text."""
