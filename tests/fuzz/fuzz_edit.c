/*
 * Any bytes as a deck to be changed: what is written is a deck again with one card more, in any
 * layout; the canonical form is the same deck, and its own canonical form.
 */
#include "deck/deck.h"
#include "deck/edit.h"
#include "deck/format.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static struct json parse(const struct buf *text)
{
    struct json json;
    struct err err;
    struct source source = { .name = "fuzz", .text = buf_text(text), .len = text->len };
    if (!json_parse(source, &json, &err))
        abort();
    return json;
}

/* The notes that load, and how many do not; -1 notes: no deck. */
struct census {
    long notes;
    size_t left_out;
};

static struct census count(const struct buf *text)
{
    struct census census = { -1, 0 };
    struct buf copy = { 0 };
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    buf_add_bytes(&copy, text->text, text->len);
    if (deck_parse("fuzz.json", copy, &deck, &is_deck, &diags, &err)) {
        census = (struct census){ (long)deck.note_count, deck.left_out };
        deck_release(&deck);
    }
    diags_release(&diags);
    return census;
}

static void check_format(const struct buf *text, struct census was)
{
    struct buf once = { 0 }, twice = { 0 };
    struct json json = parse(text);
    format_deck(json.root, json.source.text, &once);
    json_release(&json);
    json = parse(&once);
    format_deck(json.root, json.source.text, &twice);
    json_release(&json);
    assert(strcmp(once.text, twice.text) == 0);
    struct census is = count(&once);
    assert(is.notes == was.notes && is.left_out == was.left_out);
    buf_release(&once);
    buf_release(&twice);
}

/* A card of no kind is left out, and so says that it is there. */
static void check_adding(const struct buf *text, struct census was)
{
    struct buf after = { 0 };
    struct json json = parse(text);
    struct edits edits = { .json = &json };
    cJSON *cards = cJSON_CreateArray();
    cJSON_AddItemToArray(cards, cJSON_CreateObject());
    edit_add_cards(&edits, cards);
    edits_apply(&edits, &after);
    edits_release(&edits);
    json_release(&json);
    cJSON_Delete(cards);
    struct census is = count(&after);
    assert(is.notes == was.notes && is.left_out == was.left_out + 1);
    buf_release(&after);
}

static void check_setting(const struct buf *text)
{
    struct json json = parse(text);
    const cJSON *card;
    cJSON_ArrayForEach(card, edit_cards(&json))
    {
        if (!cJSON_IsObject(card) && cJSON_GetArraySize(card) != 2)
            continue;
        struct edits edits = { .json = &json };
        struct buf after = { 0 };
        edit_set(&edits, card, "x-fuzz", "[1]");
        edits_apply(&edits, &after);
        struct json changed = parse(&after);
        json_release(&changed);
        edits_release(&edits);
        buf_release(&after);
    }
    json_release(&json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    buf_add_bytes(&text, (const char *)data, size);
    struct census was = count(&text);
    if (was.notes >= 0) {
        check_format(&text, was);
        check_adding(&text, was);
        check_setting(&text);
    }
    buf_release(&text);
    return 0;
}
