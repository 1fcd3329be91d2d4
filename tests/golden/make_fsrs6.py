#!/usr/bin/python3
"""Writes tests/golden/fsrs6.tsv: a selection of FSRS-6 reference vectors as plain lines.

usage: make_fsrs6.py VECTORS.json... > tests/golden/fsrs6.tsv

Numbers are copied with all their digits; of each file every seventh sequence is taken.
"""

import json
import sys

HEADER = """\
# FSRS-6 reference values: facts computed by other programs, to check our model against.
#
# Origin: the formulas of fsrs-rs 6.x in float64, November 2026, confirmed by npm ts-fsrs 5.4.2
# (within 2e-5, it rounds) and @open-spaced-repetition/binding 0.5.0 (float32, within 3e-4).
# Made by tests/golden/make_fsrs6.py.
#
# Fields are parted by tabs.  A line is one of
#   weights   21 weights: for all cards below
#   first     rating, S, D after the first review: a new card
#   review    rating, study days since the review before, R before, S, D after it
#   recall    days since the last review, R
#   interval  wanted retention, days until then
"""


def line(*fields):
    print(*(f if isinstance(f, str) else repr(f) for f in fields), sep="\t")


def write_card(card, retentions):
    first, *later = card["steps"]
    line("first", first["g"], first["s"], first["d"])
    for step in later:
        line("review", *(step[k] for k in ("g", "dt", "r", "s", "d")))
    for days, recall in card["retr"]:
        line("recall", days, recall)
    for retention, days in zip(retentions, card["ivl"]):
        line("interval", retention, days)


def main(paths):
    print(HEADER, end="")
    for path in paths:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        line("weights", *data["w"])
        for card in data["sequences"][::7]:
            write_card(card, data["retentions"])


if __name__ == "__main__":
    main(sys.argv[1:])
