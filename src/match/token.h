/*
 * A text as judging reads it: words, numbers, signs and dates.
 *
 * Between tokens lie spacing and punctuation, which count only where a key is strict about
 * them.  A sign is a character that carries meaning without being a word: + = < % # $, the
 * charge of an ion.  Texts of tokens are folded (NFKC, and case and marks unless strict).
 * Marks are dropped where they are accents; vowel signs of Indic scripts, kana voicing and
 * struck-out relations (not equal) are letters of their own and stay.
 */
#ifndef MATCH_TOKEN_H
#define MATCH_TOKEN_H

#include "base/arena.h"
#include "match/words.h"
#include "match/written.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date;

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER, // text is [-]DIGITSeEXPONENT, as number.h makes it
    TOKEN_SIGN,
    TOKEN_DATE, // text is what date_code says
};

enum token_flags {
    TOKEN_SPACED = 1,     // white space stands before it
    TOKEN_BROKEN = 2,     // punctuation stands before it
    TOKEN_RAISED = 4,     // an exponent
    TOKEN_ORDINAL = 8,    // "6th": another number than 6
    TOKEN_PLAIN = 16,     // a number of digits alone, without sign and separators
    TOKEN_ELIDED = 32,    // an apostrophe follows
    TOKEN_SPELLED = 64,   // stands for any spelling of a name
    TOKEN_UNIT = 128,     // stands for any name of a unit
    TOKEN_OPTIONAL = 256, // of an answer: may be left out
};

struct token {
    enum token_kind kind;
    unsigned flags;
    const char *text;    // what is compared
    const char *written; // as it was written, folded; of a name: as the deck spells it
    size_t from, to;     // the bytes of the source that hold it
    const struct date *date; // of a date, and of a number that is a year; else NULL
};

struct tokens {
    struct token *items;
    size_t count, capacity;
};

/*
 * Splits valid UTF-8 text; `strict` is of enum key_strict.  With STRICT_PUNCTUATION all
 * punctuation becomes signs and digits stay words; otherwise numbers in digits are read.
 * Everything lives in `arena`.
 */
struct tokens tokens_read(const char *text, unsigned strict,
    const struct language *language, struct arena *arena);

/* The same word, number or sign? */
bool token_same(const struct token *a, const struct token *b);

/* The token at `at`; NULL: the text has ended. */
const struct token *tokens_peek(const struct tokens *tokens, size_t at);

/* Appends an empty token. */
struct token *tokens_add(struct tokens *tokens, struct arena *arena);

/*
 * Makes of `count` tokens from *at one that spans them and has the first one's text and flags;
 * it stands in the place of the last, and *at is set to it.
 */
struct token *tokens_merge(struct tokens *tokens, size_t *at, size_t count);

/* Writes English "n't" out: "did" and "t" become "didnot", as "did not" is compared. */
void tokens_join_contractions(struct tokens *tokens, struct arena *arena);

#endif
