/*
 * Any bytes as a file of another program: refused with a reason, or a deck that loads without an
 * error.  The first byte chooses the format.
 */
#include "deck/deck.h"
#include "exchange/import.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_deck(struct buf text)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    if (!deck_parse("fuzz", text, &deck, &is_deck, &diags, &err) || diags.errors > 0)
        abort();
    assert(deck.note_count > 0);
    deck_release(&deck);
    diags_release(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "f", "f.csv", "f.json", "f.txt" };
    struct import import = { 0 };
    struct buf bytes = { 0 }, text = { 0 };
    struct err err = { 0 };
    unsigned first = size > 0 ? data[0] : 0;
    import.options.from = (enum import_format)(first % (IMPORT_ANY + 1));
    import.options.html = (first & 64) != 0;
    import.options.reverse = (first & 128) != 0;
    if (size > 0)
        buf_add_bytes(&bytes, (const char *)data + 1, size - 1);
    bool ok = import_read(&import, names[first / 8 % 4], bytes, &err) &&
              import_render(&import, "fuzz", NULL, NULL, &text, &err);
    if (ok)
        check_deck(text);
    else
        assert(err.message[0] != '\0');
    if (!ok)
        buf_release(&text);
    assert(import.count + import.left_out >= (ok ? 1 : 0));
    import_release(&import);
    return 0;
}
