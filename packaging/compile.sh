# Compiles the modules that pyproject.toml names; sourced by start.sh, safe to repeat.
# What is compiled lies in a folder of the virtual environment that Python searches before this
# project's; without it, or while it is out of date, the program runs as it stands here.

# One line for all files that a compiled program is made of.
checksum_of_sources() {
    (
        cd "$project" &&
            find corrector resources pyproject.toml -type f ! -name '*.pyc' -exec cksum {} + |
            LC_ALL=C sort | cksum | tr -s ' \t' '-'
    )
}

# $1: folder for the compiled program. The build leaves files where it runs, so it runs on a copy.
build_compiled() (
    copy=$(mktemp -d "${TMPDIR:-/tmp}/corrector-compile.XXXXXX") || exit 1
    new=$1.$$
    trap 'rm -rf "$copy" "$new"' EXIT
    trap 'exit 130' HUP INT TERM
    cd "$project" && cp -R corrector resources pyproject.toml README.md LICENSE "$copy" &&
        chmod -R u+w "$copy" &&
        HATCH_BUILD_HOOKS_ENABLE=1 nice "$python" -m pip install --quiet \
            --disable-pip-version-check --no-deps --target "$new" "$copy" &&
        { [ -d "$1" ] || mv "$new" "$1"; } # another start may have been faster
)

# $1: folder of the compiled program, which is built where it is missing; $2: where to name it
use_compiled() {
    if [ -d "$1" ] || build_compiled "$1" 2>"$environment/compile.log"; then
        [ "$(checksum_of_sources)" = "$wanted" ] || return 0 # they changed meanwhile
        # A window that still runs may need an older one.
        find "$environment" -maxdepth 1 -name 'compiled-*' ! -path "$1" -mtime +7 \
            -exec rm -rf {} +
        printf '%s\n' "$1" >"$2"
    else
        say "Compiling did not work; Corrector runs without, a little slower. The reason is in"
        say "$environment/compile.log; remove $tried to try again."
    fi
    printf '%s\n' "$wanted" >"$tried"
}

# Where the tests' packages are, nothing is compiled: tests change modules while they run.
compile_modules() {
    read -r extras _ <"$environment/corrector-stamp"
    [ "$extras" != "[test]" ] || return 0
    wanted=pure
    [ "${CORRECTOR_COMPILE:-1}" = 0 ] || ! can_compile "$python" || wanted=$(checksum_of_sources)
    tried=$environment/corrector-compiled
    [ "$(cat "$tried" 2>/dev/null)" != "$wanted" ] || return 0
    if [ ! -w "$environment" ]; then
        export PYTHONPATH="$project${PYTHONPATH:+:$PYTHONPATH}" # what is compiled there is older
        return 0
    fi
    # Its name is sorted before that of the file that names this project.
    path_file=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))') &&
        path_file=$path_file/0-corrector-compiled.pth && rm -f "$path_file" || return 0
    compiled=$environment/compiled-$wanted
    if [ "$wanted" = pure ]; then
        reason="they need a C compiler and Python's headers (gcc, python3-dev)"
        [ "${CORRECTOR_COMPILE:-1}" != 0 ] || reason="CORRECTOR_COMPILE=0 is set"
        say "Corrector runs without compiled modules, a little slower: $reason."
        printf '%s\n' "$wanted" >"$tried"
    elif [ -d "$compiled" ]; then
        use_compiled "$compiled" "$path_file"
    else
        say "Compiling what finds suspicions, beside the program; it takes a minute or two, is done"
        say "once, and the next start is faster by it."
        use_compiled "$compiled" "$path_file" &
    fi
}
