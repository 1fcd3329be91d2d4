/*
 * What the parts of the deck loader share: the file, the deck being built, and the complaints.
 *
 * The parts that build return false after having reported why; they go on as far as they can,
 * so that one run shows every problem.
 */
#ifndef DECK_LOADER_H
#define DECK_LOADER_H

#include "base/json.h"
#include "base/map.h"
#include "deck/deck.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Kinds of faults, for scripts and docs. */
#define DECK_ERRORS(X)                                                                   \
    X(CODE_TYPE, "type")                                                                 \
    X(CODE_MISSING, "missing")                                                           \
    X(CODE_UNKNOWN_KEY, "unknown-key")                                                   \
    X(CODE_DUPLICATE_KEY, "duplicate-key")                                               \
    X(CODE_MEANINGLESS_KEY, "meaningless-key")                                           \
    X(CODE_VALUE, "value")                                                               \
    X(CODE_ID, "id")                                                                     \
    X(CODE_DUPLICATE_ID, "duplicate-id")                                                 \
    X(CODE_DOCUMENT, "document")                                                         \
    X(CODE_CLOZE, "cloze")                                                               \
    X(CODE_TEST, "test")                                                                 \
    X(CODE_JSON, "json")                                                                 \
    X(CODE_DUPLICATE_DECK, "duplicate-deck")                                             \
    X(CODE_NOT_A_DECK, "not-a-deck")

/* What works and was probably not meant so; "allow" silences it.  The rules: deck/lint.h. */
#define DECK_WARNINGS(X)                                                                 \
    X(CODE_NO_SOURCE, "no-source")                                                       \
    X(CODE_DUPLICATE, "duplicate")                                                       \
    X(CODE_NEAR_DUPLICATE, "near-duplicate")                                             \
    X(CODE_TWO_ANSWERS, "two-answers")                                                   \
    X(CODE_TWO_QUESTIONS, "two-questions")                                               \
    X(CODE_VAGUE, "vague")                                                               \
    X(CODE_GIVEN_AWAY, "given-away")                                                     \
    X(CODE_HINT, "hint")                                                                 \
    X(CODE_BARE_NO, "bare-no")                                                           \
    X(CODE_LONG_LIST, "long-list")                                                       \
    X(CODE_LONG_ANSWER, "long-answer")                                                   \
    X(CODE_PLACEHOLDER, "placeholder")                                                   \
    X(CODE_HOLLOW_GAP, "hollow-gap")                                                     \
    X(CODE_IDLE_FEEDBACK, "idle-feedback")                                               \
    X(CODE_SAME_TWICE, "same-twice")                                                     \
    X(CODE_CHOICE_LENGTH, "choice-length")                                               \
    X(CODE_CHOICE_ARTICLE, "choice-article")                                             \
    X(CODE_CHOICE_ABSOLUTE, "choice-absolute")                                           \
    X(CODE_CHOICE_ALL, "choice-all")                                                     \
    X(CODE_HOMOGLYPH, "homoglyph")                                                       \
    X(CODE_INVISIBLE, "invisible")                                                       \
    X(CODE_ID_REUSED, "id-reused")                                                       \
    X(CODE_MISSING_DOCUMENT, "missing-document")                                         \
    X(CODE_UNKNOWN_PLACE, "unknown-place")                                               \
    X(CODE_UNGROUNDED_NUMBER, "ungrounded-number")                                       \
    X(CODE_UNGROUNDED_DATE, "ungrounded-date")                                           \
    X(CODE_UNGROUNDED_NAME, "ungrounded-name")

/* The same, but mere notes. */
#define DECK_NOTES(X)                                                                    \
    X(CODE_OTHER_DECK, "other-deck")                                                     \
    X(CODE_IDLE_ACCEPT, "idle-accept")                                                   \
    X(CODE_QUESTION_MARK, "question-mark")                                               \
    X(CODE_OUTER_SPACE, "outer-space")                                                   \
    X(CODE_NO_ID, "no-id")

#define DECK_CODES(X) DECK_ERRORS(X) DECK_WARNINGS(X) DECK_NOTES(X)

enum deck_code {
#define X(code, word) code,
    DECK_CODES(X)
#undef X
        CODE_COUNT
};

static_assert(CODE_COUNT <= 64, "what a card allows is one bit a code");

const char *deck_code_word(enum deck_code code);
enum diag_level deck_code_level(enum deck_code code);

struct fields;

struct loader {
    struct deck *deck;
    struct arena *arena;
    struct json *json;
    struct diags *diags;
    const cJSON *const *defaults; // by enum field
    size_t note_capacity, card_capacity;
    struct map names;        // of the notes so far, to their places
    uint64_t allowed;        // codes of warnings that the card at hand allows, as bits
    size_t told[CODE_COUNT]; // warnings so far
};

/* Reports a fault at the value (or at its key); returns false. */
bool complain(struct loader *loader, enum deck_code code, const cJSON *value,
    const char *format, ...) PRINTF_LIKE(4, 5);
bool complain_key(struct loader *loader, enum deck_code code, const cJSON *member,
    const char *format, ...) PRINTF_LIKE(4, 5);

/*
 * Reports a warning or a note, as the code is, at the value (or at its key), unless the card
 * allows it.  Of each code WARN_MOST are told; warn_rest() counts the others.
 */
void warn(struct loader *loader, enum deck_code code, const cJSON *value,
    const char *format, ...) PRINTF_LIKE(4, 5);
void warn_key(struct loader *loader, enum deck_code code, const cJSON *member,
    const char *format, ...) PRINTF_LIKE(4, 5);

enum { WARN_MOST = 1000 }; // bounds the memory that a large deck's complaints take

/* Says how many were not told, when the deck is done. */
void warn_rest(struct loader *loader);

/* What a value is, for messages: "a number". */
const char *json_type_words(const cJSON *value);

/* The text, which lives as long as the deck; NULL for NULL. */
const char *keep(struct loader *loader, const cJSON *text);
/* A text, or an array of lines joined by newlines; NULL for NULL. */
const char *keep_lines(struct loader *loader, const cJSON *lines);
/* An array of texts (or one text); *count is 0 for NULL. */
const char *const *keep_texts(struct loader *loader, const cJSON *texts, size_t *count);

/* Builds the note of one entry of "cards" and its cards. */
void load_entry(struct loader *loader, const cJSON *entry);

/*
 * The text of a cloze without its markup, for its hash; `gaps` is NULL for the plain form.
 * Works on what is not checked yet.
 */
const char *cloze_plain(struct arena *arena, const char *text, const cJSON *gaps);

/* Adds a card for each gap; false after complaints. */
bool cloze_build(struct loader *loader, const struct fields *fields, struct note *note);

/* Adds a card of the note.  `key_name` is "" for the note itself. */
struct card *add_card(
    struct loader *loader, const struct note *note, const char *key_name);

/* A one-item answer: `answer` first, then the texts of `accept` (may be NULL). */
const struct key_item *keep_item(
    struct loader *loader, const char *answer, const cJSON *accept);

/* The feedback object as pairs. */
void keep_feedback(struct loader *loader, const cJSON *object, struct key *key);

/* Where cards come from: "source" of a card in force; false after complaints. */
bool citations_build(
    struct loader *loader, const struct fields *fields, struct note *note);

/*
 * Lets the judge know what else the deck says.  Not `whole`: the deck at hand holds only some
 * of the file's notes, and the file is read again should the judge ask.
 */
void deck_know_texts(struct deck *deck, bool whole);

/* Is it a relative path that stays below its folder? */
bool is_safe_path(const char *path);

#endif
