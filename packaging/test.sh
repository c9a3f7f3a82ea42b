#!/bin/sh
# Checks style and types and runs all tests; sets up all it needs first.
# Usage: sh packaging/test.sh [PYTEST OPTIONS]; -n 0 runs them in one process.
set -eu
. "$(dirname -- "$0")/setup.sh"
prepare "[test]"
cd "$project"
"$python" -m ruff check
"$python" -m ruff format --check
"$python" -m mypy
QT_QPA_PLATFORM=offscreen "$python" -m pytest -n logical --dist loadfile "$@"
