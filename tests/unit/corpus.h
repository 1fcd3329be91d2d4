/*
 * The corpora of tests/corpus: what people type, and what a good teacher says to it.  The README
 * there has the format.
 *
 * Each section is read as a deck, by the loader of decks; a row comes with its card.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include "deck/deck.h"
#include "match/judge.h"

#include <stdbool.h>
#include <stddef.h>

/* What a row tries.  One list: enumerator, word, is even one false accept too many? */
#define CORPUS_KINDS(X)                                                                  \
    X(CORPUS_NUMBER, "number", true)                                                     \
    X(CORPUS_DATE, "date", true)                                                         \
    X(CORPUS_NAME, "name", true)                                                         \
    X(CORPUS_NEGATION, "negation", true)                                                 \
    X(CORPUS_UNIT, "unit", false)                                                        \
    X(CORPUS_TYPO, "typo", false)                                                        \
    X(CORPUS_FORM, "form", false)                                                        \
    X(CORPUS_SPELLING, "spelling", false)                                                \
    X(CORPUS_LIST, "list", false)                                                        \
    X(CORPUS_ORDER, "order", false)                                                      \
    X(CORPUS_EXTRA, "extra", false)                                                      \
    X(CORPUS_MISSING, "missing", false)                                                  \
    X(CORPUS_LANGUAGE, "language", false)                                                \
    X(CORPUS_CODE, "code", false)                                                        \
    X(CORPUS_CHEMISTRY, "chemistry", false)                                              \
    X(CORPUS_BOOLEAN, "boolean", false)                                                  \
    X(CORPUS_CHOICE, "choice", false)                                                    \
    X(CORPUS_STRICT, "strict", false)                                                    \
    X(CORPUS_JUNK, "junk", false)

enum corpus_kind {
#define X(kind, word, grave) kind,
    CORPUS_KINDS(X)
#undef X
        CORPUS_KIND_COUNT
};

enum { CORPUS_VERDICTS = VERDICT_BLANK + 1 };

struct corpus_row {
    int line; // in the file, from 1
    const struct deck *deck;
    const struct card *card;
    const char *typed;  // any bytes, NUL-terminated
    const char *wanted; // as written
    bool wants[CORPUS_VERDICTS];
    bool right; // all that it wants are right; else none is
    enum corpus_kind kind;
};

const char *corpus_kind_word(enum corpus_kind kind);
bool corpus_kind_is_grave(enum corpus_kind kind);

/*
 * Calls `on_row` for each row, in the order of the file; the row and its texts live until it
 * returns.  Whatever cannot be read is said with its place, and the rest goes on.  Returns the
 * number of such lines, 1 for a file that cannot be opened.
 */
size_t corpus_read(const char *path,
    void (*on_row)(void *context, const struct corpus_row *row), void *context);

#endif
