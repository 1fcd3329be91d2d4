/*
 * The keys of a card, as one table: name, type, where allowed, for which kinds.
 *
 * The loader first sorts an object's members into this table (finding unknown and duplicate
 * keys and wrong types on the way), then builds the note from what it found: whoever builds
 * may rely on the types.
 */
#ifndef DECK_FIELDS_H
#define DECK_FIELDS_H

#include "deck/loader.h"

#include <stdbool.h>

enum field_type {
    TYPE_ANY,
    TYPE_TEXT,   // not empty
    TYPE_LINES,  // text, or an array of texts
    TYPE_TEXTS,  // array of texts
    TYPE_NAMES,  // text, or an array of texts: "was", "allow"
    TYPE_FLAG,   // true or false
    TYPE_NUMBER, // finite
    TYPE_OBJECT,
    TYPE_ARRAY,
};

#define KIND(kind)  (1u << (kind))
#define KINDS_TYPED (KIND(KEY_TEXT) | KIND(KEY_NUMBER))
#define KINDS_ARRAY (KIND(KEY_LIST) | KIND(KEY_SEQUENCE))
#define KINDS_OPEN                                                                       \
    (KINDS_TYPED | KINDS_ARRAY | KIND(KEY_CLOZE)) // no options to choose from
#define KINDS_ALL ((1u << (KEY_CLOZE + 1)) - 1)

/* X(enumerator, key, type, allowed in "defaults", kinds that it has a meaning for) */
#define CARD_FIELDS(X)                                                                   \
    X(FIELD_ID, "id", TYPE_TEXT, false, KINDS_ALL)                                       \
    X(FIELD_QUESTION, "question", TYPE_LINES, false, KINDS_ALL & ~KIND(KEY_CLOZE))       \
    X(FIELD_ANSWER, "answer", TYPE_ANY, false,                                           \
        KINDS_ALL & ~KIND(KEY_CLOZE) & ~KIND(KEY_PAIRS))                                 \
    X(FIELD_ACCEPT, "accept", TYPE_TEXTS, false, KINDS_TYPED)                            \
    X(FIELD_FEEDBACK, "feedback", TYPE_OBJECT, false, KINDS_ALL & ~KIND(KEY_PAIRS))      \
    X(FIELD_HINT, "hint", TYPE_LINES, false, KINDS_ALL)                                  \
    X(FIELD_NOTE, "note", TYPE_LINES, false, KINDS_ALL)                                  \
    X(FIELD_TAGS, "tags", TYPE_TEXTS, true, KINDS_ALL)                                   \
    X(FIELD_SOURCE, "source", TYPE_ANY, true, KINDS_ALL)                                 \
    X(FIELD_WAS, "was", TYPE_NAMES, false, KINDS_ALL)                                    \
    X(FIELD_DISABLED, "disabled", TYPE_FLAG, true, KINDS_ALL)                            \
    X(FIELD_ALLOW, "allow", TYPE_NAMES, true, KINDS_ALL)                                 \
    X(FIELD_IMAGE, "image", TYPE_TEXT, false, KINDS_ALL)                                 \
    X(FIELD_AUDIO, "audio", TYPE_TEXT, false, KINDS_ALL)                                 \
    X(FIELD_TESTS, "tests", TYPE_OBJECT, false, KINDS_ALL)                               \
    X(FIELD_STRICT, "strict", TYPE_ANY, true, KINDS_ALL)                                 \
    X(FIELD_LITERAL, "literal", TYPE_FLAG, true, KINDS_ALL)                              \
    X(FIELD_GRADING, "grading", TYPE_TEXT, true, KINDS_OPEN)                             \
    X(FIELD_TOLERANCE, "tolerance", TYPE_NUMBER, true, KIND(KEY_NUMBER))                 \
    X(FIELD_UNIT, "unit", TYPE_TEXT, true, KIND(KEY_NUMBER))                             \
    X(FIELD_ORDERED, "ordered", TYPE_FLAG, true, KINDS_ARRAY)                            \
    X(FIELD_WRONG, "wrong", TYPE_TEXTS, false, KIND(KEY_CHOICE) | KIND(KEY_CHOICES))     \
    X(FIELD_SHUFFLE, "shuffle", TYPE_FLAG, true, KIND(KEY_CHOICE) | KIND(KEY_CHOICES))   \
    X(FIELD_PAIRS, "pairs", TYPE_ARRAY, false, KIND(KEY_PAIRS))                          \
    X(FIELD_CLOZE, "cloze", TYPE_LINES, false, KIND(KEY_CLOZE))                          \
    X(FIELD_GAPS, "gaps", TYPE_OBJECT, false, KIND(KEY_CLOZE))                           \
    X(FIELD_REVERSE, "reverse", TYPE_ANY, true, KINDS_TYPED)

enum field {
#define X(field, key, type, in_defaults, kinds) field,
    CARD_FIELDS(X)
#undef X
        FIELD_COUNT
};

/* Is it a key that is kept and ignored: "//" or "x-..."? */
bool key_is_remark(const char *key);

/* Reports a value that is not of the type; `name` is its key, for the message. */
bool value_check(
    struct loader *loader, const cJSON *value, const char *name, enum field_type type);

/* The members of one card, with the deck's defaults behind them. */
struct fields {
    const cJSON *own[FIELD_COUNT];
    const cJSON *inherited[FIELD_COUNT];
    const cJSON *entry; // the card as a whole, for messages
};

/* The value in force, or NULL: the card's own, else the default, unless null clears it. */
const cJSON *fields_get(const struct fields *fields, enum field field);

/*
 * Sorts the members of `object` into `own`.  False if anything was wrong (all of it is
 * reported).  With `defaults`, only keys allowed there.
 */
bool fields_collect(struct loader *loader, const cJSON *object, bool defaults,
    const cJSON *own[FIELD_COUNT]);

/* Reports the card's own keys that mean nothing for `kind`; false if there were any. */
bool fields_check_kind(
    struct loader *loader, const struct fields *fields, enum key_kind kind);

/*
 * The same care for any other object with fixed keys: finds unknown and duplicate keys.
 * values[i] belongs to names[i].  "//" and "x-..." are passed over.
 */
bool object_collect(struct loader *loader, const cJSON *object, const char *what,
    const char *const *names, const cJSON **values, size_t count);

/* For an object whose keys the author makes up: finds duplicate keys. */
bool object_check_keys(struct loader *loader, const cJSON *object);

/* Reports a text of more than DECK_MAX_TEXT bytes anywhere in the value. */
bool texts_fit(struct loader *loader, const cJSON *value);

/* Checks a "feedback" object, or NULL: texts to say to what was typed. */
bool feedback_check(struct loader *loader, const cJSON *object);

/* Checks the values of "defaults" once, and takes those out that no card could use. */
void defaults_check(struct loader *loader, const cJSON *values[FIELD_COUNT]);

/* The parts of a note; each returns false after its complaints.  One file each. */
bool common_build(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct note *note);
bool allowed_set(struct loader *loader, const struct fields *fields);
bool grading_set(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct note *note);
bool strict_read(struct loader *loader, const struct fields *fields, unsigned *strict);
bool tolerance_check(struct loader *loader, const cJSON *tolerance);
bool key_build(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct key *key);
bool reverse_build(
    struct loader *loader, const struct fields *fields, const struct note *note);

/* Keeps "tests" for deck_test(); false after complaints about how they are written. */
bool tests_keep(struct loader *loader, const struct fields *fields, struct note *note);

#endif
