/*
 * Any bytes as a deck: the loader never crashes, keeps its promises about what it built, and
 * points into the text with everything that it and the rules of lint.h have to say.
 */
#include "deck/lint.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The place is a line of the text, and a column of that line or just behind it. */
static void check_place(const struct err *err, const char *text, size_t len)
{
    assert(err->message[0] != '\0');
    assert(err->line >= 1 && err->column >= 1);
    const char *start = text, *end = text + len;
    for (int line = 1; line < err->line; line++) {
        start = memchr(start, '\n', (size_t)(end - start));
        assert(start != NULL);
        start++;
    }
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    assert(err->column <= (newline != NULL ? newline : end) - start + 1);
}

static void check_deck(const struct deck *deck)
{
    assert(deck_is_id(deck->id));
    assert(deck->note_count <= deck->card_count);
    for (size_t i = 0; i < deck->card_count; i++) {
        const struct card *card = &deck->cards[i];
        size_t id = strlen(deck->id), note = strlen(card->note->id);
        assert(card->question != NULL && card->note->deck == deck);
        assert(strncmp(card->name, deck->id, id) == 0 && card->name[id] == '/');
        assert(strncmp(card->name + id + 1, card->note->id, note) == 0);
        assert(card->key.kind == KEY_BOOLEAN || card->key.count > 0);
        for (size_t k = 0; k < card->key.count; k++)
            assert(
                card->key.items[k].count > 0 && card->key.items[k].forms[0][0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Tests and rules of the deck, which is taken over; all of its cards were answered. */
static void check_library(
    struct deck deck, struct diags diags, const char *data, size_t size)
{
    struct library library = { .deck_count = 1, .diags = diags };
    library.decks = mem_alloc(sizeof deck);
    library.decks[0] = deck;
    library_list_cards(&library);
    check_deck(&library.decks[0]);
    struct card_past *past = mem_zeroed(library.card_count, sizeof *past);
    for (size_t i = 0; i < library.card_count; i++)
        past[i] = (struct card_past){ 1, { "Rome" }, 1 };
    library_test(&library);
    library_lint(&library);
    library_lint_past(&library, past);
    for (size_t i = 0; i < library.diags.count; i++)
        check_place(&library.diags.items[i].err, data, size);
    free(past);
    library_release(&library);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    buf_add_bytes(&text, (const char *)data, size);
    if (deck_parse("fuzz.json", text, &deck, &is_deck, &diags, &err)) {
        check_library(deck, diags, (const char *)data, size);
        return 0;
    }
    check_place(&err, (const char *)data, size);
    for (size_t i = 0; i < diags.count; i++)
        check_place(&diags.items[i].err, (const char *)data, size);
    diags_release(&diags);
    return 0;
}
