#!/usr/bin/env python3
"""Writes tests/golden/fsrs6_gradient.tsv: the loss of a few histories under FSRS-6 and its derivatives.

usage: make_fsrs6_gradient.py > tests/golden/fsrs6_gradient.tsv        (wants mpmath)

As make_fsrs7_gradient.py: the model once more, from docs/FSRS.md, in numbers of 50 digits.
"""

from mpmath import mpf, exp, log, expm1

import gradient_table  # 50 digits

HEADER = """\
# Gradients of the log loss of FSRS-6: what fsrs/fsrs6_gradient.h must give.
#
# Made by tests/golden/make_fsrs6_gradient.py: central differences with 50 digits (mpmath {version}) of a
# model written independently of ours, from docs/FSRS.md.
#
# Fields are parted by tabs.  A line is one of
#   weights   name, 21 weights: for all that follows
#   card      a new card
#   answer    rating, study days since the answer before, what its loss counts
#   loss      weighted sum of log losses over the cards of these weights
#   gradient  its 21 derivatives
"""

START = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
         0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]


def clamp(x, low, high):
    return min(max(x, low), high)


def first_difficulty(w, rating):
    return w[4] - exp(w[5] * (rating - 1)) + 1


def recall_after(w, stability, days):
    factor = expm1(-log(mpf("0.9")) / w[20])
    return (1 + factor * days / stability) ** -w[20]


def stability_after(w, s, d, recall, days, rating):
    if days == 0:
        gain = exp(w[17] * (rating - 3 + w[18])) * s ** -w[19]
        return s * (max(gain, mpf(1)) if rating > 1 else gain)
    if rating == 1:
        lapse = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * exp((1 - recall) * w[14])
        return min(lapse, s / exp(w[17] * w[18]))
    gain = exp(w[8]) * (11 - d) * s ** -w[9] * expm1((1 - recall) * w[10])
    return s * (1 + gain * {2: w[15], 3: 1, 4: w[16]}[rating])


def after(w, state, days, rating):
    s, d = state
    s = stability_after(w, s, d, recall_after(w, s, days), days, rating)
    moved = d + (10 - d) * w[6] * (3 - rating) / 9
    d = w[7] * first_difficulty(w, 4) + (1 - w[7]) * moved
    return clamp(s, mpf("0.001"), mpf(36500)), clamp(d, mpf(1), mpf(10))


def loss(w, cards):
    total = mpf(0)
    for answers in cards:
        rating = answers[0][0]
        state = w[rating - 1], clamp(first_difficulty(w, rating), mpf(1), mpf(10))
        for rating, days, weight in answers[1:]:
            recall = recall_after(w, state[0], mpf(days))
            if weight:
                total -= weight * log(1 - recall if rating == 1 else recall)
            state = after(w, state, mpf(days), rating)
    return total


def history(draw):
    answers = [(draw.choice([1, 2, 3, 3, 4]), 0, 0.0)]
    for _ in range(draw.randint(1, 8)):
        days = draw.choice([0, 0, 1, 1, 2, 5, 21, 160, 2000])
        weight = round(draw.random(), 3) if days else 0.0
        answers.append((draw.choice([1, 1, 2, 3, 3, 3, 4]), days, weight))
    return answers


def weight_sets(draw):
    near = [round(x * (0.9 + 0.2 * draw.random()) + 0.003, 4) for x in START]
    # stability at its upper bound, lapses that leave more than they may; then at its lower bound
    high = [0.002, *near[1:4], 9.9, 0.9, 3.9, 0.2, 4.3, 0.01, 3.1, *near[11:17], 1.9, 0.3, 0.79, 0.7]
    low = [0.0015, *near[1:11], 0.002, *near[12:19], 0.012, 0.11]
    return {"default": START, "near": near, "high": high, "low": low}


if __name__ == "__main__":
    gradient_table.write(HEADER, weight_sets, history, loss)
