#include "deck/lint.h"

#include "deck/lint_parts.h"

#include <string.h>
#include <strings.h>

bool is_english(const char *language)
{
    return language != NULL && strncasecmp(language, "en", 2) == 0 &&
           (language[2] == '\0' || language[2] == '-');
}

/* Do both sides speak different languages, as far as the deck says? */
static bool is_translating(const struct deck *deck)
{
    const char *question = deck->question_language, *answer = deck->language;
    if (question == NULL || answer == NULL)
        return false;
    size_t len = strcspn(question, "-"); // en-GB and en-US are one language
    return len != strcspn(answer, "-") || strncasecmp(question, answer, len) != 0;
}

void linter_start(struct linter *linter, struct deck *deck, struct diags *diags)
{
    linter->json = (struct json){
        .source = { .name = deck->path,
            .text = buf_text(&deck->text),
            .len = deck->text.len },
    };
    linter->loader =
        (struct loader){ .deck = deck, .json = &linter->json, .diags = diags };
    linter->translates = is_translating(deck);
    linter->english = is_english(deck->question_language) && !linter->translates;
    linter->gaps = linter->hollow_gaps = 0;
}

static void count_gaps(struct linter *linter, const struct deck *deck)
{
    for (size_t i = 0; i < deck->card_count; i++) {
        linter->gaps += deck->cards[i].kind == KEY_CLOZE;
        linter->hollow_gaps += is_hollow_gap(&deck->cards[i]);
    }
}

static void lint_card(struct linter *linter, const struct card *card)
{
    words_read(&linter->question, card->question);
    lint_wording(linter, card);
    lint_answer(linter, card);
    lint_idle(linter, card);
    lint_choices(linter, card);
}

static void lint_deck(struct linter *linter, const struct deck *deck)
{
    const struct note *note = NULL;
    count_gaps(linter, deck);
    for (size_t i = 0; i < deck->card_count; i++) {
        const struct card *card = &deck->cards[i];
        if (card->note->disabled)
            continue;
        linter->loader.allowed = card->note->allowed;
        if (card->note != note)
            lint_texts(linter, card->note);
        note = card->note;
        lint_card(linter, card);
    }
    warn_rest(&linter->loader);
}

void library_lint(struct library *library)
{
    struct linter linter;
    for (size_t i = 0; i < library->deck_count; i++) {
        linter_start(&linter, &library->decks[i], &library->diags);
        lint_deck(&linter, &library->decks[i]);
    }
    lint_between(library, &library->diags);
    diags_sort(&library->diags);
}
