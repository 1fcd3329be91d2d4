/*
 * What a right answer is: the key that a typed answer is judged against.
 *
 * A key is plain data that a deck builds once and only reads afterwards; all texts are valid
 * UTF-8 without NUL and are borrowed from the deck.
 */
#ifndef MATCH_KEY_H
#define MATCH_KEY_H

#include <stdbool.h>
#include <stddef.h>

/* One list for the kinds of cards: enumerator, the word that JSON and messages use. */
#define KEY_KINDS(X)                                                                     \
    X(KEY_TEXT, "text")         /* one text */                                           \
    X(KEY_NUMBER, "number")     /* one value, with tolerance and unit */                 \
    X(KEY_BOOLEAN, "boolean")   /* true or false */                                      \
    X(KEY_LIST, "list")         /* several texts in any order */                         \
    X(KEY_SEQUENCE, "sequence") /* several texts in their order */                       \
    X(KEY_CHOICE, "choice")     /* one of the options */                                 \
    X(KEY_CHOICES, "choices")   /* all that apply of the options */                      \
    X(KEY_PAIRS, "pairs")       /* for each left side its right side */                  \
    X(KEY_CLOZE, "cloze")       /* the hidden text; judged as text */

enum key_kind {
#define X(kind, word) kind,
    KEY_KINDS(X)
#undef X
};

const char *key_kind_word(enum key_kind kind);

/* Is the answer several items, each typed by itself? */
bool key_has_items(enum key_kind kind);

/* Is the answer put into words, and not picked from what the question shows? */
bool key_is_worded(enum key_kind kind);

/* Which differences are not forgiven. */
enum key_strict {
    STRICT_CASE = 1,
    STRICT_ACCENTS = 2,
    STRICT_PUNCTUATION = 4,
    STRICT_TYPOS = 8,
    STRICT_ALL = 15,
};

/* One thing to be named: forms[0] is the answer that is shown, the others are equal to it. */
struct key_item {
    const char *const *forms;
    size_t count; // >= 1
};

/* What to say to a particular wrong answer. */
struct key_feedback {
    const char *typed;
    const char *say;
};

/* Names that are the same as whole words everywhere in the deck. */
struct spelling {
    const char *const *forms;
    size_t count; // >= 2
};

struct key {
    enum key_kind kind;
    /*
     * text, cloze: one item.  number: one item, whose first form is the number as written and
     * whose others are `accept`.  list, sequence: the items.  choice, choices: the right
     * options.  pairs: items[i] is the right side that belongs to lefts[i].  boolean: none.
     */
    const struct key_item *items;
    size_t count;
    double number, tolerance; // number; tolerance >= 0, in the number's unit
    const char *unit;         // number; NULL: none
    bool boolean;             // boolean
    const char *const
        *options; // choice, choices; pairs: the right sides; in the order shown
    size_t option_count;
    const char *const *lefts; // pairs: `count` left sides
    const struct key_feedback *feedback;
    size_t feedback_count;
    unsigned strict;      // of enum key_strict
    bool literal;         // "(...)" is no optional word
    const char *question; // its words may be repeated in the answer; NULL: none
};

struct lexicon;

/* What holds for all cards of a deck. */
struct key_context {
    const struct spelling *spellings;
    size_t spelling_count;
    const char *language;    // of the answers, as "en"; NULL: unknown
    struct lexicon *lexicon; // what else the deck says (match/lexicon.h); NULL: nothing
};

#endif
