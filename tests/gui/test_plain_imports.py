"""Modules that are loaded after Qt are not searched for a feature that nobody uses."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CODE = """
import corrector.gui
import colorsys
from PySide6.QtCore import QObject
from PySide6.support.feature import pyside_feature_dict
assert "colorsys" not in pyside_feature_dict, "its source was read"
assert QObject().objectName() == ""
"""


def test_the_window_imports_as_python_does() -> None:
    subprocess.run([sys.executable, "-c", CODE], cwd=PROJECT, check=True)
