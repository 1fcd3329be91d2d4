/*
 * The English words that drafting knows: which word may be a verb, and in which form; what opens
 * a clause, an object, an aside.
 *
 * A word has every class that it may have ("that", "cut"); the sentence decides between them.
 * Verbs are known by a list with their forms; "-ed" words that are not on it are verbs too, with a
 * base form made by rule.
 */
#ifndef DRAFT_LEXIS_H
#define DRAFT_LEXIS_H

#include "base/arena.h"
#include "base/map.h"

enum word_class {
    LEX_DET = 1 << 0,   // "the", "several"
    LEX_PREP = 1 << 1,  // "of", "during"
    LEX_AND = 1 << 2,   // "and", "but"
    LEX_SUB = 1 << 3,   // "when", "because": a clause that hangs on another
    LEX_REL = 1 << 4,   // "which", "who"
    LEX_PRON = 1 << 5,  // "he", "this": a subject that says nothing by itself
    LEX_OBJ = 1 << 6,   // "him", "them"
    LEX_POSS = 1 << 7,  // "his", "their"
    LEX_BE = 1 << 8,    // finite forms
    LEX_AUX = 1 << 9,   // "had", "could", "did"
    LEX_ADV = 1 << 10,  // "also", "soon", "suddenly"
    LEX_PAST = 1 << 11, // "took", "asked"
    LEX_PART = 1 << 12, // "taken", "asked"
    LEX_S = 1 << 13,    // "takes"
    LEX_ING = 1 << 14,  // "taking"
    LEX_BASE = 1 << 15, // "take"
    LEX_NOT = 1 << 16,
    LEX_TITLE = 1 << 17, // "king", "general": before a person's name
    LEX_KIN = 1 << 18,   // "nephew"
    LEX_FEMALE = 1 << 19,
    LEX_MALE = 1 << 20,
    LEX_MEASURE = 1 << 21, // "long", "away": behind a number and its unit
    LEX_PLACE = 1 << 22,   // "town", "river": a sort of place
    LEX_ROLE = 1 << 23, // "capital", "founder": what somebody or something is of another
};

struct lexeme {
    unsigned classes;
    const char *base; // of a verb; NULL: it is none
};

struct lexis {
    struct map map;
    struct lexeme *items;
    size_t capacity;
    struct arena arena;
};

void lexis_open(struct lexis *lexis);
void lexis_close(struct lexis *lexis);

/* What a folded word may be. */
struct lexeme lexis_find(struct lexis *lexis, const char *word);

#endif
