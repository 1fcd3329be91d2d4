/*
 * What else a deck says: the answers of its cards and the words of its texts.
 *
 * A slip is not forgiven where it makes another word of the deck, and a wrong answer that is
 * right elsewhere is named as such.  All of it is worked out when it is first asked for: most
 * answers are right, and then a deck of 100,000 cards need not be looked at.  The deck's
 * spellings are kept here too, read once for all judgements.
 */
#ifndef MATCH_LEXICON_H
#define MATCH_LEXICON_H

#include "match/form.h"
#include "match/key.h"
#include "match/typo.h"

#include <stdbool.h>
#include <stddef.h>

/* An answer of some card. */
struct known_answer {
    const char *text, *card; // as the deck writes them
    const char *form;        // what is compared
};

/* Tells the lexicon of all texts of a deck. */
typedef void lexicon_fill(const void *owner, struct lexicon *lexicon);

/* `fill` is called once at most; `owner` must live as long.  Released by lexicon_release. */
struct lexicon *lexicon_new(lexicon_fill *fill, const void *owner);
void lexicon_release(struct lexicon *lexicon);

/* For `fill`: a right answer of the card of that name.  Texts are copied. */
void lexicon_add_answer(struct lexicon *lexicon, const char *text, const char *card);

/* For `fill`: a question, a note, a wrong option. */
void lexicon_add_words(struct lexicon *lexicon, const char *text);

/* The rules for that strictness, made once; the context is the one the lexicon belongs to. */
const struct rules *lexicon_rules(
    struct lexicon *lexicon, const struct key_context *context, unsigned strict);

/* The answer of the deck that a text is, NULL if it is none, or there is no lexicon. */
const struct known_answer *lexicon_find(
    const struct rules *rules, const struct form *typed);

/* Has the card of a known answer this form among its right answers too? */
bool lexicon_has_beside(const struct rules *rules, const struct known_answer *answer,
    const struct form *form);

/* Does the deck use this folded word? */
bool lexicon_has(const struct rules *rules, const char *word);

/* Is this folded word an answer of the deck by itself, or a name of its spellings? */
bool lexicon_is_answer(const struct rules *rules, const char *word);

/* Is this folded word one that the expected answer is made of? */
typedef bool lexicon_own(const void *answer, const char *word);

/*
 * A word of the deck that `typed` is nearer to than `distance`; as near will do for names and
 * for words that are an answer by themselves, unless a name is but `expected` with another
 * ending.  Words that are the answer's own do not count.  As the deck writes it; NULL: there is
 * none.
 */
const char *lexicon_nearer(const struct rules *rules, const struct spelled *typed,
    const char *expected, size_t distance, lexicon_own *own, const void *answer);

#endif
