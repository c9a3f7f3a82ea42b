"""A line of text as XML can hold it, its words kept apart."""

from corrector.formats.tei.characters import permitted, refused


def line_text(line: str) -> str:
    """Return `line` without what XML refuses; refused blanks, as form feeds, are blanks."""
    for character in set(refused(line)):
        if character.isspace():
            line = line.replace(character, " ")
    return permitted(line)
