/*
 * What is written and never used: answers that are right already, words that nobody reads.
 */
#include "deck/lint_parts.h"

#include "match/text.h"

#include <string.h>
#include <strings.h>

enum { ITEMS_MOST = 64 }; // of a list that are compared

/* Forms that the judge takes for one before them. */
static void find_idle_forms(
    struct linter *linter, const struct card *card, size_t item, struct arena *arena)
{
    const struct key_item *forms = &card->key.items[item];
    if (forms->count < 2)
        return;
    struct rules rules =
        rules_make(&linter->loader.deck->context, card->key.strict, arena);
    struct target target = target_make(&rules, forms, card->key.literal, arena);
    for (size_t i = 1; i < forms->count; i++) {
        struct form form = form_make(&rules, forms->forms[i], arena);
        const struct variant *same = target_find(&rules, &target, &form);
        if (same != NULL && same->source < i)
            warn(&linter->loader, CODE_IDLE_ACCEPT, form_place(card, item, i),
                "\"%s\" is right already, as another way to write \"%s\"; leave it out",
                forms->forms[i], forms->forms[same->source]);
    }
}

/* Items of a list that the judge cannot tell apart. */
static void find_same_items(
    struct linter *linter, const struct card *card, struct arena *arena)
{
    struct form forms[ITEMS_MOST];
    if (card->kind != KEY_LIST || card->key.count > ITEMS_MOST)
        return;
    struct rules rules =
        rules_make(&linter->loader.deck->context, card->key.strict, arena);
    for (size_t i = 0; i < card->key.count; i++) {
        forms[i] = form_make(&rules, card->key.items[i].forms[0], arena);
        for (size_t j = 0; j < i; j++)
            if (form_same(&rules, &forms[i], &forms[j]))
                warn(&linter->loader, CODE_SAME_TWICE, form_place(card, i, 0),
                    "\"%s\" and \"%s\" are the same answer; leave one out",
                    card->key.items[j].forms[0], card->key.items[i].forms[0]);
    }
}

static void find_idle_accept(struct linter *linter, const struct card *card)
{
    struct arena arena = { 0 };
    switch (card->kind) {
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_LIST:
    case KEY_SEQUENCE:
        for (size_t i = 0; i < card->key.count; i++)
            find_idle_forms(linter, card, i, &arena);
        break;
    case KEY_CLOZE:
        if (card->key.count == 1)
            find_idle_forms(linter, card, 0, &arena);
        break;
    case KEY_BOOLEAN:
    case KEY_CHOICE:
    case KEY_CHOICES:
    case KEY_PAIRS:
        break;
    }
    find_same_items(linter, card, &arena);
    arena_release(&arena);
}

/* Would the judge take this text for one of the items? */
static bool is_right(
    const struct linter *linter, const struct card *card, const char *typed)
{
    struct arena arena = { 0 };
    struct key one = card->key;
    bool right = false;
    one.kind = card->kind == KEY_NUMBER ? KEY_NUMBER : KEY_TEXT;
    one.count = 1;
    for (size_t i = 0; i < card->key.count && !right; i++) {
        one.items = &card->key.items[i];
        right = verdict_is_right(
            match_judge(&one, &linter->loader.deck->context, typed, &arena).verdict);
    }
    arena_release(&arena);
    return right;
}

static bool is_wrong_option(const struct card *card, const char *typed)
{
    for (size_t i = card->key.count; i < card->key.option_count; i++)
        if (strcasecmp(card->key.options[i], typed) == 0)
            return true;
    return false;
}

/* Why nobody will ever read what is said to `typed`; NULL: somebody may. */
static const char *why_idle(
    const struct linter *linter, const struct card *card, const char *typed)
{
    switch (card->kind) {
    case KEY_BOOLEAN:
        return boolean_of(typed) != !card->key.boolean
                   ? "only the wrong one of \"true\" and \"false\" is ever answered"
                   : NULL;
    case KEY_CHOICE:
    case KEY_CHOICES:
        return is_wrong_option(card, typed) ? NULL : "it is none of the wrong choices";
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_LIST:
    case KEY_SEQUENCE:
    case KEY_CLOZE:
        return is_right(linter, card, typed) ? "the judge takes it for right" : NULL;
    case KEY_PAIRS:
        break;
    }
    return NULL;
}

static void find_idle_feedback(struct linter *linter, const struct card *card)
{
    const cJSON *object = feedback_place(card), *said;
    cJSON_ArrayForEach(said, object)
    {
        const char *why = why_idle(linter, card, said->string);
        if (why != NULL)
            warn_key(&linter->loader, CODE_IDLE_FEEDBACK, said,
                "what is said to \"%s\" is never shown: %s", said->string, why);
    }
}

void lint_idle(struct linter *linter, const struct card *card)
{
    find_idle_accept(linter, card);
    find_idle_feedback(linter, card);
}
