"""Makes folders of pages to measure on: drawn scans, and texts with misreadings in them."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_WORDS = """
the of and to in a is that for it as was with be by on not he this are or his from at which but have
an had they you were their one all we can her has there been if more when will would who so no out
up into time them then some people only could our after work first well government letter department
office report minister session treaty embassy question answer received yesterday morning evening
telegram despatch officer council agreement position letters reports interests country foreign
secretary general military railway commission
""".split()  # noqa: SIM905 - a hundred quoted words are no easier to read
_MISREAD = {"o": "0", "l": "1", "e": "c", "h": "b", "m": "rn", "i": "!", "s": "5", "t": "f"}


def page_text(seed: int, words: int = 500, misread: int = 0) -> str:
    """Return a text of common English words in lines, `misread` of them spoilt as OCR does."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    chosen = chance.choices(_WORDS, k=words)
    long_ones = [at for at, word in enumerate(chosen) if len(word) > 4]
    for at in chance.sample(long_ones, min(misread, len(long_ones))):
        chosen[at] = _spoilt(chosen[at], chance)
    lines = [chosen[start : start + 11] for start in range(0, words, 11)]
    return "\n".join(" ".join(line) for line in lines)


def draw_scan(path: Path, text: str, size: tuple[int, int] = (1240, 1754)) -> None:
    """Write a grey JPEG with `text` on it; the default is A4 at 150 dpi."""
    image = Image.new("L", size, 242)
    font = ImageFont.load_default(size[0] / 60)
    brush = ImageDraw.Draw(image)
    brush.multiline_text((size[0] // 12, size[1] // 14), text, fill=40, font=font)
    image.save(path, quality=80)


def make_folder(folder: Path, pages: int, *, size: tuple[int, int], words: int = 60) -> Path:
    """Make `pages` scans with a text beside each; a few different drawings are enough."""
    folder.mkdir(parents=True)
    texts = [page_text(number, words) for number in range(min(pages, 8))]
    for number, text in enumerate(texts):
        draw_scan(folder / f"drawn_{number}.jpg", text, size)
    drawn = [(folder / f"drawn_{number}.jpg").read_bytes() for number in range(len(texts))]
    for number in range(len(texts)):
        (folder / f"drawn_{number}.jpg").unlink()
    for number in range(pages):
        (folder / f"letter_{number + 1:05}.jpg").write_bytes(drawn[number % len(drawn)])
        (folder / f"letter_{number + 1:05}.txt").write_text(texts[number % len(texts)], "utf-8")
    return folder


def _spoilt(word: str, chance: random.Random) -> str:
    places = [at for at, letter in enumerate(word) if letter in _MISREAD]
    if not places:
        return word + "~"
    at = chance.choice(places)
    return word[:at] + _MISREAD[word[at]] + word[at + 1 :]
