/*
 * Judging one text: does it say what an item of the key says, and if so, how does it differ?
 */
#ifndef MATCH_TEXT_H
#define MATCH_TEXT_H

#include "base/arena.h"
#include "match/form.h"
#include "match/judge.h"

#include <stdbool.h>
#include <stddef.h>

struct finding {
    enum verdict verdict;
    const char *reason;
};

/* One way to give an item. */
struct variant {
    struct form form;
    size_t source;   // which of the item's forms
    const char *why; // it is the same as that form; NULL: it is that form
};

/* An item of the key, ready to be compared. */
struct target {
    const struct key_item *item;
    const struct variant *variants; // those of forms[0] first
    size_t count;
};

struct target target_make(const struct rules *rules, const struct key_item *item,
    bool literal, struct arena *arena);

/* The first variant that says the same, NULL if none does. */
const struct variant *target_find(
    const struct rules *rules, const struct target *target, const struct form *typed);

/* Why `typed` is right, given the variant that it is the same as: exact or accepted. */
struct finding target_accept(const struct rules *rules, const struct target *target,
    const struct variant *variant, const struct form *typed, struct arena *arena);

/* Judges a trimmed, valid, visible text against one item. */
struct finding text_judge(const struct rules *rules, const struct key_item *item,
    bool literal, const char *typed, struct arena *arena);

/*
 * Judges a text that is none of the variants, where both are dates or differ only in one;
 * a NULL reason if they are not.
 */
struct finding dates_judge(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena);

/*
 * Judges a text that is none of the variants: right all the same, but for slips, words around
 * it or their order?  Wrong with a reason if only another word of the deck stands against it;
 * a NULL reason if there is nothing of the kind to say.
 */
struct finding lenient_judge(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena);

enum { GENITIVE_WAYS = 9 };

/*
 * A text turned round in one of the ways, NULL if it cannot be: "David's son" for "son of
 * David" and back, "Versailles Treaty" for "Treaty of Versailles" and back, "5 pounds of gold"
 * for "gold, 5 pounds", "World War I" for "First World War" and back.
 */
const char *genitive_turned(const char *text, size_t way, struct arena *arena);

/* Why a text is not what the target says: partial or wrong.  Never empty. */
struct finding miss_explain(const struct rules *rules, const struct target *target,
    const struct form *typed, struct arena *arena);

#endif
