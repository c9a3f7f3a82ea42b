"""Lets the scripts of this folder, which also run by themselves, be imported by its tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
