"""corrector export: corrected texts as files."""

import argparse
from pathlib import Path

from corrector.cli import shared_arguments
from corrector.cli.output import print_line, remark, write_bytes
from corrector.cli.progress import terminal_progress
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.tasks.exporting import FORMATS, PROFILES, WHOLES
