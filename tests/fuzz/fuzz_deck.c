/*
 * Any bytes as a deck: the loader never crashes, keeps its promises about what it built, and
 * points into the text with everything it has to say.
 */
#include "deck/deck.h"

#include <assert.h>
#include <stdint.h>
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    buf_add_bytes(&text, (const char *)data, size);
    bool ok = deck_parse("fuzz.json", text, &deck, &is_deck, &diags, &err);
    if (ok)
        deck_test(&deck, &diags);
    else
        check_place(&err, (const char *)data, size);
    for (size_t i = 0; i < diags.count; i++)
        check_place(&diags.items[i].err, (const char *)data, size);
    diags_sort(&diags);
    if (ok) {
        check_deck(&deck);
        deck_release(&deck);
    }
    diags_release(&diags);
    return 0;
}
