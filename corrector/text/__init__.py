"""Texts as data: tokens, spans in code points, smallest edits, and what moves with them."""
