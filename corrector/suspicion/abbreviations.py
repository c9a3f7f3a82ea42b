"""Short words that have a full stop after them, and are no misreadings with it."""

from typing import Final

ABBREVIATIONS: Final = frozenset([
    "mr", "mrs", "ms", "dr", "prof", "st", "messrs", "hon", "rev", "gen", "col", "lieut",
    "lt", "capt", "sgt", "sergt", "corpl", "cpl", "pte", "gov", "esq", "jr", "bros", "no",
    "nos", "vol", "pp", "etc", "viz", "inc", "ltd", "dept", "govt", "jan", "feb", "mar",
    "apr", "aug", "sept", "oct", "nov", "dec", "geo", "wm", "chas", "jas", "thos", "hr", "fr",
    "cf", "encl", "encls", "ff", "op", "cit", "ibid", "ed", "eds", "fol", "fols", "mss", "para",
    "paras", "pt", "sec", "secs", "chap", "app", "ref", "refs", "tel", "inst", "ult", "prox",
    "approx", "intl", "misc", "sen", "cong", "sess", "supp", "univ", "vols", "vs", "enc", "attn",
    "asst", "secy", "telegr", "co", "corp", "bro", "supt", "insp", "brig", "bart", "esqs", "lb",
    "lbs", "oz", "cwt", "yds", "rly", "regt", "hosp", "bn", "bde", "div", "coy", "sqn", "maj",
    "adm", "cmdr", "amb",
    "nr", "bzw", "usw", "ca", "abs", "bd", "mme", "mlle", "mm", "cie", "rd", "sq"
])  # fmt: skip
"""English, German and French ones of letters, lists and offices, in small letters."""
LEAST_SHARE: Final = 1e-5
"""Of running text, of an abbreviation with its stop; lists break text at stops and miss it."""
