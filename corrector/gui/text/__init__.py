"""The text of the open page: the editor, what it underlines, and its candidates."""
