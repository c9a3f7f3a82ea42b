#!/bin/sh
# Opens Corrector on FOLDER, or on the bundled sample; sets up all it needs first.
# Usage: sh packaging/start.sh [FOLDER]
set -u
. "$(dirname -- "$0")/setup.sh"
prepare ""
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec "$python" -m corrector open "$@"
fi
. "$project/packaging/without_display.sh"
