"""Lets tests import the scripts of this folder by name, as the scripts import one another."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
