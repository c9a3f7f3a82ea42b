#!/bin/sh
# Opens Corrector on FOLDER, or on the bundled sample; sets up all it needs first.
# Usage: sh packaging/start.sh [FOLDER]
set -u
. "$(dirname -- "$0")/setup.sh"
. "$project/packaging/compile.sh"
prepare ""
compile_modules
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec "$program" open "$@"
fi
. "$project/packaging/without_display.sh"
