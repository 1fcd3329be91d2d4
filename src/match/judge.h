/*
 * Is this answer right, and why?
 *
 * Pure functions of key and typed text.  Foreign input of any kind (empty, huge, invalid
 * UTF-8, only combining marks) gets a verdict.
 *
 * The comparison form: NFKC, case folded, marks dropped, punctuation and spacing evened out,
 * numbers as values, deck spellings as one word - each step unless the key is strict there.
 * What is not equal in it may be right all the same: with slips, with words around it that
 * contradict nothing, in an order that means the same (match/lenient.h) - never where it is
 * another answer of the deck (match/lexicon.h).
 */
#ifndef MATCH_JUDGE_H
#define MATCH_JUDGE_H

#include "base/arena.h"
#include "match/key.h"

#include <stdbool.h>
#include <stddef.h>

/* One list: enumerator, word, is it right? */
#define VERDICTS(X)                                                                      \
    X(VERDICT_EXACT, "exact", true)       /* as written in the deck */                   \
    X(VERDICT_ACCEPTED, "accepted", true) /* another form of the right answer */         \
    X(VERDICT_CLOSE, "close", true)       /* right, but for a forgiven slip */           \
    X(VERDICT_PARTIAL, "partial", false)  /* some of it */                               \
    X(VERDICT_WRONG, "wrong", false)                                                     \
    X(VERDICT_BLANK, "blank", false) /* nothing was typed: "I don't know" */

enum verdict {
#define X(verdict, word, right) verdict,
    VERDICTS(X)
#undef X
};

const char *verdict_word(enum verdict verdict);
bool verdict_is_right(enum verdict verdict);

/*
 * A letter diff that needs no colour: three lines of equal display width, typed and expected
 * aligned to each other, and marks below: '^' under what is wrong, '_' where something is
 * missing, ' ' under what agrees.  All NULL where a diff says nothing (exact, accepted, blank,
 * options).
 */
struct diff {
    const char *typed, *expected, *marks;
};

struct judgement {
    enum verdict verdict;
    const char *reason;   // one line in words: why, never empty
    const char *expected; // the right answer as it is shown, see match_expected
    const char *feedback; // what the author says to this wrong answer; NULL: nothing
    const char *other; // the card that this, or an item of it, is the answer of; or NULL
    /*
     * Of the items that are right, 0..1: right ones through all items and wrong ones typed; of
     * a sequence only those in order.  A text is one item: half of it is 0.
     */
    double share;
    struct diff diff;
};

/*
 * Judges `typed` (NUL-terminated, any bytes).  Items of lists are separated by newlines or
 * ';', or by ',' if neither is typed; a ';' or ',' that a right answer or an option holds
 * separates nothing, but for a ',' in a list where the whole is no item.  Blanks separate
 * where that makes two items or more.  Choices are letters of the options in the order shown,
 * or their texts; pairs are "1b; 2a" or "left = right".
 *
 * All texts of the judgement live in `arena` or are borrowed from the key.
 */
struct judgement match_judge(const struct key *key, const struct key_context *context,
    const char *typed, struct arena *arena);

/*
 * The right answer as it is shown; typed, it is exact.  The first form of a text or a number,
 * the number with its unit; "true"; the option's text; several items as "A; B; C" where that
 * fits 72 columns and no form or option holds a ';', else one a line; pairs as lines
 * "left = right".
 */
const char *match_expected(const struct key *key, struct arena *arena);

/*
 * The diff of two lines of text, by graphemes; lines in `arena`.  Long texts are cut to a
 * window of `width` columns around the first difference.
 */
struct diff match_diff(
    const char *typed, const char *expected, size_t width, struct arena *arena);

/*
 * Do two texts count as the same answer under these rules?  The rule by which feedback,
 * duplicates and tests are compared.
 */
bool match_same(
    const char *a, const char *b, const struct key_context *context, unsigned strict);

/* Does the text hold those words, one behind the other, under the rules of equality? */
bool match_holds(const char *text, const char *words, const struct key_context *context);

#endif
