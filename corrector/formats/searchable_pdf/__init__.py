"""Searchable PDF: the scans, with the corrected text unseen upon them."""
