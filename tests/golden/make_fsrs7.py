#!/usr/bin/python3
"""Writes tests/golden/fsrs7.tsv: a selection of FSRS-7 reference vectors as plain lines.

usage: make_fsrs7.py VECTORS.json... > tests/golden/fsrs7.tsv

Numbers are copied with all their digits.  The first forty sequences of each file are taken
(they begin with single reviews and other written cases), then every ninth: sixty in all.
"""

import json
import sys

HEADER = """\
# FSRS-7 reference values: facts computed by other programs, to check our model against.
#
# Origin: the FSRS7 class of srs-benchmark (models/fsrs_v7.py, 34 weights, final form),
# transcribed method by method and run in float64 with PyTorch 1.13 on Python 3.11, Linux x86-64,
# November 2026.  States were confirmed by the FSRS-7 algorithm of ts-fsrs (transcribed from
# algorithm.ts@9ed4910, rounding off, node 20.20.2; within 1e-14) and by an independent
# implementation with 40 digits (mpmath 1.2.1; within 9e-13), which also solved the intervals
# from the double state.  Card 20 of the default weights is the parity case that ts-fsrs and
# fsrs-rs publish.
# Selection: cards 0-39, then every ninth, of four weight sets with 220 cards each;
# made by tests/golden/make_fsrs7.py.
#
# Fields are parted by tabs.  A line is one of
#   weights   name, 34 weights: for all cards below
#   card      number: a new card
#   first     rating, S, F, D after the first review
#   review    rating, days since the review before, R and raw fast R before, S, F, D after it
#   recall    days since the last review, R
#   interval  wanted retention, days until then (exact root in [0, 36500]; 36500: not within)
"""


def line(*fields):
    print(*(f if isinstance(f, str) else repr(f) for f in fields), sep="\t")


def write_card(number, card, retentions):
    line("card", number)
    first, *later = card["steps"]
    line("first", first["g"], first["s"], first["sf"], first["d"])
    for step in later:
        line("review", *(step[k] for k in ("g", "dt", "r", "rf", "s", "sf", "d")))
    for days, recall in card["retr"]:
        line("recall", days, recall)
    for retention, days in zip(retentions, card["ivl"]):
        line("interval", retention, days)


def main(paths):
    print(HEADER, end="")
    for path in paths:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        line("weights", data["weight_set"], *data["w"])
        for number in [*range(40), *range(40, 220, 9)]:
            write_card(number, data["sequences"][number], data["retentions"])


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
