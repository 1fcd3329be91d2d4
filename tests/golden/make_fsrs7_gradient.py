#!/usr/bin/env python3
"""Writes tests/golden/fsrs7_gradient.tsv: the loss of a few histories and its derivatives.

usage: make_fsrs7_gradient.py > tests/golden/fsrs7_gradient.tsv        (wants mpmath)

The model is written down once more, from docs/FSRS.md, in numbers of 50 digits (gradient_table.py).  Where a
bound or a minimum holds a value, the histories stay away from the point at which it begins to.
"""

from mpmath import mpf, exp, log, expm1

import gradient_table  # 50 digits

HEADER = """\
# Gradients of the log loss of FSRS-7: what fsrs/kernel.h must give.
#
# Made by tests/golden/make_fsrs7_gradient.py: central differences with 50 digits (mpmath {version}) of a
# model written independently of ours, from docs/FSRS.md.
#
# Fields are parted by tabs.  A line is one of
#   weights   name, 34 weights: for all that follows
#   card      a new card
#   answer    rating, days since the answer before, what its loss counts
#   loss      weighted sum of log losses over the cards of these weights
#   gradient  its 34 derivatives
"""

START = [0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999,
         0.8146, 0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
         0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048]


def clamp(x, low, high):
    return min(max(x, low), high)


def first_difficulty(w, rating):
    return w[4] - exp(w[5] * (rating - 1)) + 1


def first(w, rating):
    low, high = mpf("0.0001"), 36500
    s = w[rating - 1]
    return clamp(s, low, high), clamp(s * 4 / 5, low, high), clamp(first_difficulty(w, rating), 1, 10)


def recalls(w, state, days):
    s, f, d = state
    decay = clamp(w[23] * f ** (w[33] - mpf("0.3")), mpf("0.01"), mpf("0.95"))
    rate = expm1(min(-log(w[25]) / decay, mpf(60))) / f
    fast = (1 + rate * days) ** -decay
    rate = expm1(-log(w[26]) / w[24]) * exp((d - 5) * (w[32] - mpf("0.3"))) / s
    slow = (1 + rate * days) ** -w[24]
    a = w[27] * f ** -w[29]
    b = w[28] * s ** w[30] * exp((d - 5) * (w[31] - mpf("0.5")))
    mixed = (a * fast + b * slow) / (a + b)
    return mpf("0.00001") + mpf("0.99998") * mixed, fast


def learn(x, recall, difficulty, rating, b):
    if rating == 1:
        return min(x, b[3] * ((x + 1) ** b[4] - 1) * exp(b[5] * (1 - recall)))
    gain = exp(b[0] - mpf("1.5")) * (11 - difficulty) * x ** -b[1] * expm1(b[2] * (1 - recall))
    return x * (1 + gain * {2: b[6], 3: 1, 4: b[7]}[rating])


def after(w, state, days, rating):
    s, f, d = state
    recall, fast = recalls(w, state, days)
    slow_after = learn(s, recall, d, rating, w[7:15])
    fast_after = learn(f, fast, d, rating, w[15:23])
    step = w[6] * (3 - rating)
    if rating == 1:
        fast_after = min(fast_after, slow_after * 4 / 5)
        step *= recall + mpf("0.1")
    pulled = mpf("0.01") * first_difficulty(w, 4) + mpf("0.99") * (d + step * (10 - d) / 9)
    low, high = mpf("0.0001"), 36500
    return clamp(slow_after, low, high), clamp(fast_after, low, high), clamp(pulled, 1, 10)


def loss(w, cards):
    total = mpf(0)
    for answers in cards:
        state = first(w, answers[0][0])
        for rating, days, weight in answers[1:]:
            recall, _ = recalls(w, state, mpf(days))
            total -= weight * log(1 - recall if rating == 1 else recall)
            state = after(w, state, mpf(days), rating)
    return total


def history(draw):
    answers = [(draw.choice([1, 2, 3, 3, 4]), 0.0, 0.0)]
    for _ in range(draw.randint(1, 7)):
        days = draw.choice([0.004, 0.02, 0.3, 1.1, 4.7, 21.3, 160.0]) * (0.5 + draw.random())
        answers.append((draw.choice([1, 1, 2, 3, 3, 3, 4]), round(days, 5), round(draw.random(), 3)))
    return answers


def weight_sets(draw):
    near = [round(x * (0.9 + 0.2 * draw.random()) + 0.003, 4) for x in START]
    # the fast rate at its cap, a decay at its bound, a difficulty at both of its bounds
    edge = [*near[:4], 9.9, 0.9, 3.9, *near[7:23], 0.011, *near[24:33], 0.55]
    return {"default": [x + (0.001 if i in (8, 14, 29) else 0) for i, x in enumerate(START)],
            "near": near, "edge": edge}


if __name__ == "__main__":
    gradient_table.write(HEADER, weight_sets, history, loss)
