"""The table of losses and gradients that a generator writes, whatever its model is.

Derivatives are central differences with a step of 1e-16, which in 50 digits are good for some 30.
"""

import random

import mpmath
from mpmath import mp, mpf

mp.dps = 50


def gradient(loss, w, cards):
    step = mpf(10) ** -16
    result = []
    for i in range(len(w)):
        above, below = [*w], [*w]
        above[i] += step
        below[i] -= step
        result.append((loss(above, cards) - loss(below, cards)) / (2 * step))
    return result


def line(*fields):
    print(*(f if isinstance(f, str) else repr(f) for f in fields), sep="\t")


def write(header, weight_sets, history, loss):
    """weight_sets(draw): lists of weights by name; history(draw): a card's answers; loss(weights, cards)."""
    draw = random.Random(546)
    print(header.format(version=mpmath.__version__), end="")
    for name, weights in weight_sets(draw).items():
        cards = [history(draw) for _ in range(20)]
        line("weights", name, *weights)
        for answers in cards:
            line("card")
            for answer in answers:
                line("answer", *answer)
        w = [mpf(x) for x in weights]
        line("loss", float(loss(w, cards)))
        line("gradient", *(float(x) for x in gradient(loss, w, cards)))
