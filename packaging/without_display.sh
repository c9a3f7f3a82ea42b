# The main job without a window, on a copy of the sample; sourced by start.sh.

export QT_QPA_PLATFORM=offscreen
work=$(mktemp -d "${TMPDIR:-/tmp}/corrector-sample.XXXXXX")
sample=$work/sample
cp -R "$project/resources/sample" "$sample"
corrector() { "$program" "$@"; }
step() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || {
        code=$?
        say "That did not work (exit code $code). What was made so far is in $work."
        exit "$code"
    }
}
shorter() { head -n 12; printf '   ...\n'; }
check_sample() { corrector check "$sample" | shorter; }
correct_first() {
    corrector check "$sample/despatch_1.txt" --json |
        "$python" "$project/packaging/take_first_candidate.py" "$sample/despatch_1.txt" \
            >"$work/corrected.txt" &&
        corrector save "$sample" 1 --text "$work/corrected.txt" --by "Sample Reader" \
            --note "First candidate taken" --evidence "Scan of page 1"
}

printf 'There is no display, so the main job is done here without a window, on a copy of the sample.\n'
if [ $# -gt 0 ]; then
    printf 'Your folder %s is only looked at:\n' "$1"
    step "Documents and pages of $1" corrector info "$1"
fi
step "Recognise the page that has no text" corrector ocr "$sample"
step "Suspicious tokens" check_sample
step "Save one correction" correct_first
step "History of page 1" corrector history "$sample" 1
step "Export as TXT" corrector export "$sample" --to txt --out "$work/export"
step "Export as TEI" corrector export "$sample" --to tei --out "$work/export"
step "Verify" corrector verify "$sample"
step "Render the window" corrector open "$sample" --picture "$project/sample-window.png"
printf '\nThe window is shown in %s; the exports are in %s.\n' \
    "$project/sample-window.png" "$work/export"
wait # for what is compiled beside this
