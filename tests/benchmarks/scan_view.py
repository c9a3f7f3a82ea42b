"""Measures the scan view: first load, first paint, frames a second, memory and stalls.

python tests/benchmarks/scan_view.py [--width 8400] [--frames 90]

Two scans are drawn: a grey JPEG of 100 megapixels and a bilevel A3 of 600 dpi in fax compression
(G4). The floors are what Pillow alone takes to decode the same files, what Qt takes to paint one
picture of the size of the view, scaled smoothly, and how late the timers of an idle window are.
Paintings are told in time of the processor, so that a busy machine is not taken for a slow program;
60 a second leave 16.7 ms for each. The floor of the rate is a window that paints that one picture.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from folders import page_text
from measuring import arguments, display, told, told_ratio, workshop
from PIL import Image, ImageDraw, ImageFont

VIEW = (1100, 900)
"""Pixels of the scan pane of a large window."""

TURNS = 10
MEGABYTE = 1024 * 1024
FRAME_MS = 1000 / 60
A3_AT_600 = (7016 / 8400, 9921 / 8400)
"""Width and height of the bilevel scan, as shares of the width asked for."""


def draw_grey(path: Path, width: int) -> None:
    image = Image.linear_gradient("L").resize((width, width * 10 // 7)).point(_paper)
    _write(image)
    image.save(path, quality=75)


def draw_bilevel(path: Path, width: int) -> None:
    image = Image.new("1", (round(width * A3_AT_600[0]), round(width * A3_AT_600[1])), 1)
    _write(image)
    image.save(path, compression="group4", dpi=(600, 600))


def _paper(value: int) -> int:
    return 190 + value // 4


def _write(image: Image.Image) -> None:
    step = max(8, image.width // 90)
    font = ImageFont.load_default(step * 0.8)
    draw = ImageDraw.Draw(image)
    lines = page_text(1, 2000, 12).splitlines()
    for number, top in enumerate(range(step, image.height - step, step)):
        draw.text((step, top), lines[number % len(lines)], font=font, fill=0)


def decoded(path: Path) -> float:
    """Return the seconds that Pillow takes to decode a file."""
    start = time.perf_counter()
    with Image.open(path) as image:
        image.load()
    return time.perf_counter() - start


def resident() -> float:
    """Return the megabytes of memory of this process that are in use now."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * resource.getpagesize() / MEGABYTE


def painting_itself(kind: type[Any]) -> Any:
    """Return a widget of `kind` that notes how long each of its paintings takes."""

    class Timed(kind):  # type: ignore[misc]
        def paintEvent(self, event: Any) -> None:
            start = time.process_time()
            super().paintEvent(event)
            self.painted.append(time.process_time() - start)

    Timed.painted = []
    return Timed


def frames(view: Any, step: Callable[[int], None], count: int) -> tuple[list[float], float]:
    """Take `count` steps, 60 a second, as a wheel or a dragging hand does.

    Returns:
        the seconds of the processor, of all threads, that each painting took, and paintings a
        second.
    """
    from PySide6.QtCore import Qt, QTimer
    from window import wait

    timer, taken = QTimer(), [0]
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def take() -> None:
        step(taken[0])
        taken[0] += 1

    timer.timeout.connect(take)
    view.painted.clear()
    timer.start(round(FRAME_MS))
    passed = wait(lambda: taken[0] >= count)
    timer.stop()
    return list(view.painted), len(view.painted) / passed


def floor_of_frames(count: int) -> tuple[float, float]:
    """Return seconds a painting and paintings a second of one picture scaled smoothly."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    picture = QPixmap(VIEW[0] * 3 // 2, VIEW[1] * 3 // 2)
    picture.fill(0xFF808080)

    class Floor(QWidget):
        def paintEvent(self, _event: Any) -> None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(self.rect()), picture, QRectF(picture.rect()))
            painter.end()

    widget = painting_itself(Floor)()
    widget.resize(*VIEW)
    widget.show()
    painted, rate = frames(widget, lambda _: widget.update(), count)
    widget.close()
    return median(painted), rate


class Sitting:
    """A scan view on a screen, and what it costs to look at one scan in it."""

    def __init__(self) -> None:
        from corrector.gui.background import Background
        from corrector.gui.scan.view import ScanView

        self.background = Background()
        self.view = painting_itself(ScanView)(self.background)
        self.view.resize(*VIEW)
        self.view.show()

    def first_paint(self, path: Path) -> float:
        """Return the seconds from asking for a scan until it has been painted."""
        from window import wait

        from corrector.scans.listing import ScanSource

        start = time.perf_counter()
        self.view.show_scan(ScanSource(path), 1)
        wait(lambda: not self.view.state and self.view.viewport().updatesEnabled())
        self.view.viewport().repaint()
        return time.perf_counter() - start

    def in_full(self) -> float:
        """Return the seconds until the scan is sharp pixel by pixel."""
        start = time.perf_counter()
        self.view.zoom_to_pixels()
        self.settle()
        return time.perf_counter() - start

    def settle(self) -> None:
        """Wait until nothing is missing of what is in view."""
        from window import live, wait

        live(0.05)
        loader = self.view._loader
        wait(lambda: loader._full is not None and loader.at_rest)
        live(0.05)

    def pan(self, number: int) -> None:
        across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        down.setValue((number * 40) % max(1, down.maximum()))
        across.setValue((number * 25) % max(1, across.maximum()))

    def zoom(self, number: int) -> None:
        by = 1.06 if number % 60 < 30 else 1 / 1.06
        self.view._zoom_at(self.view.zoom * by, self.view._middle())


def measure(name: str, path: Path, count: int) -> None:
    from window import Heart, live

    floor = decoded(path)
    gc.collect()
    sitting = Sitting()
    live(0.2)
    before, idle = resident(), Heart()
    live(1.0)
    print(f"{name}: longest stall of the idle window {idle.stop() * 1000:.1f} ms")
    heart = Heart()
    first = sitting.first_paint(path)
    peak = resident()
    full = sitting.in_full()
    peak = max(peak, resident())
    told(f"{name}: first load", [first])
    told(f"{name}: sharp pixel by pixel", [full])
    told_ratio(f"{name}: first load, to decoding", first, floor)
    told_ratio(f"{name}: sharp, to decoding", full, floor)
    print(f"{name}: longest stall while loading {heart.stop() * 1000:.1f} ms")
    painting, floor_rate = floor_of_frames(count)
    for what, step, angle in (
        ("pan", sitting.pan, 0.0),
        ("zoom", sitting.zoom, 0.0),
        ("pan of a straightened scan", sitting.pan, 1.7),
        ("zoom of a straightened scan", sitting.zoom, 1.7),
    ):
        sitting.view.turn_to(angle)
        sitting.view.zoom_to_pixels()
        sitting.view._zoom_at(0.6, sitting.view._middle())
        sitting.settle()
        heart = Heart()
        seconds, rate = frames(sitting.view, step, count)
        stall = heart.stop()
        peak = max(peak, resident())
        told_ratio(f"{name}: {what}", told(f"{name}: {what}", seconds), painting)
        print(
            f"{name}: {what}: {rate:.0f} paintings a second (the floor {floor_rate:.0f}), "
            f"longest stall {stall * 1000:.0f} ms"
        )
    used = time.process_time()
    again = [_turned_back(sitting, path) for _ in range(TURNS)]
    used = (time.process_time() - used) / TURNS
    told_ratio(f"{name}: first paint, cached", told(f"{name}: first paint, cached", again), floor)
    print(f"{name}: first paint, cached: {used * 1000:.1f} ms of the processor")
    print(f"{name}: memory {peak - before:.0f} MB over the bare window")
    assert sitting.background.shut_down(30)
    sitting.view.deleteLater()


def _turned_back(sitting: Sitting, path: Path) -> float:
    sitting.view.zoom_to_width()
    sitting.view.show_scan(None, 0)
    return sitting.first_paint(path)


def in_application(place: Path, wanted: Any) -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    for name, file, draw in (
        ("grey JPEG", place / "grey.jpg", draw_grey),
        ("bilevel G4", place / "bilevel.tif", draw_bilevel),
    ):
        draw(file, wanted.width)
        measure(name, file, wanted.frames)
        application.processEvents()


def main() -> None:
    wanted = arguments(__doc__, width=8400, frames=90)
    with workshop() as place, display() as screen:
        print(f"screen: {screen}")
        in_application(place, wanted)


if __name__ == "__main__":
    main()
