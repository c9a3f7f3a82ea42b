#!/bin/sh
# Checks style and types and runs all tests; sets up all it needs first.
# Usage: sh packaging/test.sh [PYTEST OPTIONS]
set -eu
. "$(dirname -- "$0")/setup.sh"
prepare "[test]"
cd "$project"
"$python" -m ruff check
"$python" -m ruff format --check
"$python" -m mypy
QT_QPA_PLATFORM=offscreen "$python" -m pytest "$@"
