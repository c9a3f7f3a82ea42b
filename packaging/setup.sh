# Gets what Corrector needs on Debian and Ubuntu; sourced by start.sh and test.sh, safe to repeat.
# After it, $python is the Python of a virtual environment that has Corrector installed, and $program
# is its command. packaging/compile.sh may put compiled modules before those of this folder.

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
environment=${CORRECTOR_VENV:-$project/.venv}

say() { printf '%s\n' "$*" >&2; }

has_library() {
    for folder in /lib /usr/lib /lib64 /usr/lib64 /lib/*-linux-gnu /usr/lib/*-linux-gnu; do
        [ -e "$folder/$1" ] && return 0
    done
    return 1
}

newest_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
        then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

missing_packages() {
    newest_python >/dev/null || echo python3 python3-venv
    command -v tesseract >/dev/null 2>&1 || echo tesseract-ocr tesseract-ocr-eng
    has_library libGL.so.1 || echo libgl1
    has_library libEGL.so.1 || echo libegl1
    has_library libxkbcommon.so.0 || echo libxkbcommon0
    has_library libdbus-1.so.3 || echo libdbus-1-3
    has_library libfontconfig.so.1 || echo libfontconfig1
    has_library libglib-2.0.so.0 || echo libglib2.0-0
    has_library libxcb-cursor.so.0 || echo libxcb-cursor0
    has_library libxcb-icccm.so.4 || echo libxcb-icccm4
    has_library libxcb-keysyms.so.1 || echo libxcb-keysyms1
    has_library libxcb-shape.so.0 || echo libxcb-shape0
    has_library libxkbcommon-x11.so.0 || echo libxkbcommon-x11-0
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
        "$HOME/.local/share/fonts" -name '*.[to]tf' 2>/dev/null | head -n 1)" ] ||
        echo fonts-dejavu-core
}

# $1: a Python; tells whether there are the compiler and the headers that it was built with
can_compile() {
    "$1" -c '
import os, shutil, sys, sysconfig
compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
header = os.path.join(sysconfig.get_path("include"), "Python.h")
sys.exit(not (shutil.which(compiler.split()[0]) and os.path.isfile(header)))' 2>/dev/null
}

# A test compiles some modules; the headers of a Python that is not the system's come with it.
missing_compiler() {
    found=$(newest_python) || found=/usr/bin/python3
    can_compile "$found" && return 0
    case $found in
        /usr/bin/* | /bin/*) echo gcc libc6-dev "${found##*/}-dev" ;;
    esac
}

# The tests start a server of their own; Debian keeps its programs apart from the others.
missing_test_packages() {
    missing_compiler
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 ||
        echo postgresql
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo "$@"
    else
        return 1
    fi
}

# $1: extras, of which [test] needs more
get_packages() {
    wanted=$({
        missing_packages
        [ "$1" != "[test]" ] || missing_test_packages
    } | tr '\n' ' ')
    [ -z "$wanted" ] && return 0
    say "Corrector needs these system packages: $wanted"
    if command -v apt-get >/dev/null 2>&1; then
        # shellcheck disable=SC2086 # a list of names
        as_root apt-get update -qq >&2 &&
            as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends $wanted >&2 && return 0
    fi
    say "They could not be installed from here. Ask an administrator to run:"
    say "    apt-get update && apt-get install -y --no-install-recommends $wanted"
}

# $1: extras to install, such as [test]
prepare() {
    get_packages "$1"
    base=$(newest_python) || {
        say "Python 3.11 or newer with venv is needed and could not be installed. Nothing was changed."
        exit 5
    }
    python=$environment/bin/python program=$environment/bin/corrector
    state="$(cksum <"$project/pyproject.toml") $project"
    stamp="$1 $state"
    have=$(cat "$environment/corrector-stamp" 2>/dev/null) || have=
    # What the tests need is all that the program needs, and more.
    [ -x "$python" ] && { [ "$have" = "$stamp" ] || [ "$have" = "[test] $state" ]; } && return 0
    say "Setting up Python packages in $environment ..."
    "$base" -m venv --clear "$environment" &&
        "$python" -m pip install --quiet --disable-pip-version-check --editable "$project$1" >&2 || {
        say "The Python packages could not be installed. Check the connection to the package index,"
        say "then start this again; nothing outside $environment was changed."
        exit 5
    }
    printf '%s' "$stamp" >"$environment/corrector-stamp"
}
