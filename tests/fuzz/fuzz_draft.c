/*
 * Any bytes as a document to draft from: whatever comes out is a deck without faults.
 */
#include "../unit/drafted.h"

#include "deck/deck.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_deck(const struct drafts *drafts)
{
    struct buf text = { 0 };
    struct diags diags = { 0 };
    struct deck deck;
    struct err err;
    bool is_deck;
    drafted_deck(drafts, &text);
    bool ok = deck_parse("d.json", text, &deck, &is_deck, &diags, &err);
    assert(ok && diags.errors == 0);
    deck_release(&deck);
    diags_release(&diags);
}

/* The first byte chooses the format. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "d.txt", "d.md", "d.html" };
    struct drafts drafts = { 0 };
    struct doc doc;
    struct err err;
    struct buf text = { 0 };
    if (size == 0)
        return 0;
    buf_add_bytes(&text, (const char *)data + 1, size - 1);
    if (!doc_parse(names[data[0] % 3], text, &doc, &err))
        return 0;
    drafts_read(&drafts, &doc, 0);
    drafts_choose(&drafts, 0);
    if (drafts.count > 0)
        check_deck(&drafts);
    drafts_release(&drafts);
    doc_release(&doc);
    return 0;
}
