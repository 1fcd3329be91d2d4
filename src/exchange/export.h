/*
 * Cards for other programs: tables for spreadsheets, notes as text for Anki, decks of our own.
 *
 * In tables each asked side is a row of its own, under its stable name: gaps and reverse sides
 * become cards like any other.  What a format has no place for is counted, never passed over in
 * silence.  Read back by import, a table gives the same questions, answers, `accept` and tags.
 *
 * Cells are written as they are: a spreadsheet that takes "=..." for a formula is not guarded
 * against, since that would change the text.
 */
#ifndef EXCHANGE_EXPORT_H
#define EXCHANGE_EXPORT_H

#include "base/buf.h"
#include "base/err.h"
#include "deck/deck.h"

#include <stdbool.h>
#include <stddef.h>

#define EXPORT_FORMATS(X)                                                                \
    X(EXPORT_CSV, "csv")                                                                 \
    X(EXPORT_TSV, "tsv")                                                                 \
    X(EXPORT_ANKI, "anki")                                                               \
    X(EXPORT_JSON, "json")

enum export_format {
#define X(format, word) format,
    EXPORT_FORMATS(X)
#undef X
};

bool export_format_parse(const char *word, enum export_format *out);

/* What a table cannot hold: X(enumerator, one card's words, the same of several) */
#define EXPORT_LOSSES(X)                                                                 \
    X(LOSS_SIDE, "gap or reverse side is a card of its own",                             \
        "gaps and reverse sides are cards of their own")                                 \
    X(LOSS_FEEDBACK, "card loses its feedback", "cards lose their feedback")             \
    X(LOSS_FILE, "card loses its picture or sound",                                      \
        "cards lose their pictures and sounds")                                          \
    X(LOSS_JUDGING, "card loses \"strict\" or \"literal\"",                              \
        "cards lose \"strict\" or \"literal\"")                                          \
    X(LOSS_SELF, "card is no longer graded by oneself",                                  \
        "cards are no longer graded by oneself")                                         \
    X(LOSS_TESTS, "card loses its tests", "cards lose their tests")                      \
    X(LOSS_BLANK, "tag has \"_\" for a blank", "tags have \"_\" for a blank")            \
    X(LOSS_SPELLINGS, "deck loses its spellings", "decks lose their spellings")

enum export_loss {
#define X(loss, one, several) loss,
    EXPORT_LOSSES(X)
#undef X
        LOSS_COUNT
};

struct export_losses {
    size_t counts[LOSS_COUNT];
};

/* Appends "12 cards lose their feedback; ..." for what was lost; nothing if nothing was. */
void export_add_losses(struct buf *out, const struct export_losses *losses);

/* Appends the table of these cards, siblings and decks together; not for EXPORT_JSON. */
void export_table(enum export_format format, const struct card *const *cards,
    size_t count, struct buf *out, struct export_losses *losses);

/*
 * Appends a deck with the notes of these cards, whole, and all that its head says.  ERR_USAGE if
 * they are of several decks, which have names and spellings of their own.
 */
MUST_USE bool export_deck(
    const struct card *const *cards, size_t count, struct buf *out, struct err *err);

#endif
