/*
 * What a learner's answers say about the cards that they hang on.
 *
 * Progress keeps what was typed, not what was asked.  So an id that was given to another fact
 * shows in this: texts that were the right answer, letter by letter, are wrong now, all of them.
 */
#include "deck/lint.h"

#include "deck/lint_parts.h"
#include "match/judge.h"

/* ---- history without an id --------------------------------------------------------------- */

static bool lacks_id(const struct card *card, const struct card_past *past)
{
    return !card->note->has_id && past->answers > 0 &&
           (card->note->allowed >> CODE_NO_ID & 1) == 0;
}

/* Once for a deck: it is one command's work. */
static void find_no_id(struct linter *linter, const struct card *const *cards,
    const struct card_past *past, size_t count)
{
    const struct card *first = NULL;
    size_t lacking = 0;
    for (size_t i = 0; i < count; i++) {
        if (!lacks_id(cards[i], &past[i]))
            continue;
        first = first == NULL ? cards[i] : first;
        lacking++;
    }
    linter->loader.allowed = 0;
    if (first != NULL)
        warn(&linter->loader, CODE_NO_ID, first->note->entry,
            "%zu %s answered and %s no \"id\": another wording would look like another "
            "card; `quaestor fmt --ids` writes ids",
            lacking, lacking == 1 ? "card was" : "cards were",
            lacking == 1 ? "has" : "have");
}

/* ---- an id for another fact -------------------------------------------------------------- */

static bool is_wrong_now(const struct card *card, const char *typed)
{
    struct arena arena = { 0 };
    enum verdict verdict =
        match_judge(&card->key, &card->note->deck->context, typed, &arena).verdict;
    arena_release(&arena);
    return verdict == VERDICT_WRONG;
}

static bool all_wrong_now(const struct card *card, const struct card_past *past)
{
    for (size_t i = 0; i < past->right_count; i++)
        if (!is_wrong_now(card, past->right[i]))
            return false;
    return past->right_count > 0;
}

static void find_reused_id(
    struct linter *linter, const struct card *card, const struct card_past *past)
{
    if (!card->note->has_id || !key_is_worded(card->kind) || !all_wrong_now(card, past))
        return;
    linter->loader.allowed = card->note->allowed;
    warn(&linter->loader, CODE_ID_REUSED, note_member(card->note, "id"),
        "\"%s\" was the right answer to \"%s\" once, and is wrong now; another fact "
        "needs "
        "another id, a corrected one `quaestor reset %s`",
        past->right[0], card->name, card->name);
}

/* ------------------------------------------------------------------------------------------ */

void library_lint_past(struct library *library, const struct card_past *past)
{
    struct linter linter;
    for (size_t i = 0, at = 0, end; i < library->deck_count; i++, at = end) {
        const struct deck *deck = &library->decks[i];
        linter_start(&linter, &library->decks[i], &library->diags);
        for (end = at; end < library->card_count; end++) {
            if (library->cards[end]->note->deck != deck)
                break;
            find_reused_id(&linter, library->cards[end], &past[end]);
        }
        find_no_id(&linter, library->cards + at, past + at, end - at);
        warn_rest(&linter.loader);
    }
    diags_sort(&library->diags);
}
