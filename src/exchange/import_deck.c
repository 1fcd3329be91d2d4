/*
 * The deck that the imported cards make, and whether an earlier one may be replaced by it.
 *
 * Such a deck has "x-imported": { "from": [files], "cards": HASH }.  The hash is of the cards as they
 * were written: if somebody has worked on them since, the deck is that person's, and stays.
 */
#include "base/rng.h"
#include "deck/deck.h"
#include "deck/edit.h"
#include "deck/format.h"
#include "exchange/entry.h"

#include <stdlib.h>
#include <string.h>

static const char mark_key[] = "x-imported", document_name[] = "source";

static const char *hash_of_cards(const cJSON *cards, char text[17])
{
    static const char digits[] = "0123456789abcdef";
    struct buf rendered = { 0 };
    format_card(cards, &(struct format){ .flat = true }, &rendered);
    uint64_t hash = hash_text(0, buf_text(&rendered));
    buf_release(&rendered);
    for (int i = 0; i < 16; i++)
        text[i] = digits[hash >> (60 - 4 * i) & 15];
    text[16] = '\0';
    return text;
}

bool import_may_update(const char *path, const cJSON *deck, struct err *err)
{
    char hash[17];
    const cJSON *mark = cJSON_GetObjectItemCaseSensitive(deck, mark_key);
    const cJSON *said = cJSON_GetObjectItemCaseSensitive(mark, "cards");
    const cJSON *cards = cJSON_GetObjectItemCaseSensitive(deck, "cards");
    if (!cJSON_IsString(said))
        return err_set(err, ERR_USAGE,
            "'%s' was not made by import, so it is not replaced; write to another file",
            path);
    if (strcmp(hash_of_cards(cards, hash), said->valuestring) != 0)
        return err_set(err, ERR_USAGE,
            "cards of '%s' were edited since they were imported, and would be lost; "
            "write to "
            "another file and compare",
            path);
    return true;
}

size_t import_gone(const struct import *import, const cJSON *deck)
{
    size_t gone = 0, at;
    const cJSON *card;
    cJSON_ArrayForEach(card, cJSON_GetObjectItemCaseSensitive(deck, "cards"))
    {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(card, "id");
        gone += cJSON_IsString(id) && !map_find(&import->ids, id->valuestring, &at);
    }
    return gone;
}

/* ---- decks named in the source ------------------------------------------------------------ */

/* The one deck of all cards, or NULL. */
static const char *common_deck(const struct import *import)
{
    const char *deck = import->count > 0 ? import->cards[0].deck : NULL;
    for (size_t i = 1; deck != NULL && i < import->count; i++)
        if (import->cards[i].deck == NULL || strcmp(import->cards[i].deck, deck) != 0)
            deck = NULL;
    return deck;
}

static void add_tag(cJSON *card, const char *tag)
{
    cJSON *tags = cJSON_GetObjectItemCaseSensitive(card, "tags"), *one;
    cJSON_ArrayForEach(one, tags) if (strcmp(one->valuestring, tag) == 0) return;
    if (tags == NULL)
        tags = cJSON_AddArrayToObject(card, "tags");
    cJSON_AddItemToArray(tags, cJSON_CreateString(tag));
}

static void tag_by_deck(struct import *import)
{
    for (size_t i = 0; i < import->count; i++)
        if (import->cards[i].deck != NULL)
            add_tag(import->cards[i].card, import->cards[i].deck);
}

/* ---- the head --------------------------------------------------------------------------- */

static cJSON *make_mark(const struct import *import, const cJSON *cards)
{
    char hash[17];
    const char *last = "";
    cJSON *mark = cJSON_CreateObject(), *from = cJSON_AddArrayToObject(mark, "from");
    for (size_t i = 0; i < import->count; i++) {
        const char *file = import->cards[i].file, *slash = strrchr(file, '/');
        if (file != last)
            cJSON_AddItemToArray(
                from, cJSON_CreateString(slash != NULL ? slash + 1 : file));
        last = file;
    }
    cJSON_AddStringToObject(mark, "cards", hash_of_cards(cards, hash));
    return mark;
}

/* Where the cards come from needs a document; not every card has to say. */
static void add_document(cJSON *deck, const char *title)
{
    cJSON *documents = cJSON_GetObjectItemCaseSensitive(deck, "documents");
    if (documents == NULL)
        documents = cJSON_AddObjectToObject(deck, "documents");
    if (documents->child != NULL)
        return;
    cJSON *document = cJSON_AddObjectToObject(documents, document_name);
    cJSON_AddStringToObject(document, "title", title);
    cJSON *defaults = cJSON_GetObjectItemCaseSensitive(deck, "defaults");
    if (defaults == NULL)
        defaults = cJSON_AddObjectToObject(deck, "defaults");
    if (!cJSON_HasObjectItem(defaults, "allow"))
        cJSON_AddStringToObject(defaults, "allow", "no-source");
}

static cJSON *make_head(
    const struct import *import, const char *id, const char *title, const cJSON *old)
{
    cJSON *deck = old != NULL ? cJSON_Duplicate(old, 1) : cJSON_CreateObject();
    if (old != NULL) {
        cJSON_DeleteItemFromObjectCaseSensitive(deck, "cards");
        cJSON_DeleteItemFromObjectCaseSensitive(deck, mark_key);
    } else {
        cJSON_AddNumberToObject(deck, "format", 1);
        cJSON_AddStringToObject(deck, "id", id);
        cJSON_AddStringToObject(deck, "title", title);
    }
    if (import->sources)
        add_document(deck, title);
    return deck;
}

/* ---- the whole -------------------------------------------------------------------------- */

static void render(const struct import *import, const cJSON *head, struct buf *out)
{
    cJSON *deck = cJSON_Duplicate(head, 1), *cards = cJSON_CreateArray();
    for (size_t i = 0; i < import->count; i++)
        cJSON_AddItemReferenceToArray(cards, import->cards[i].card);
    cJSON_AddItemToObject(deck, mark_key, make_mark(import, cards));
    cJSON_AddItemToObject(deck, "cards", cards);
    format_deck(deck, NULL, out);
    cJSON_Delete(deck);
}

/* The line on which each card begins, and that on which they end; freed by the caller. */
static int *lines_of(const struct import *import, const struct buf *text)
{
    struct source source = { .name = "", .text = text->text, .len = text->len };
    struct json json;
    struct err ignored; // what we wrote is JSON
    int *lines = mem_zeroed(import->count + 1, sizeof *lines), column;
    if (!json_parse(source, &json, &ignored))
        return lines;
    const cJSON *cards = edit_cards(&json), *card = cards->child;
    for (size_t i = 0; i < import->count && card != NULL; i++, card = card->next)
        source_place(&source, json_offset(card), &lines[i], &column);
    source_place(&source, edit_value_end(&json, cards), &lines[import->count], &column);
    json_release(&json);
    return lines;
}

static size_t card_at_line(const struct import *import, const int *lines, int line)
{
    size_t low = 0, high = import->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        *(lines[middle] <= line ? &low : &high) = middle;
    }
    return low;
}

static void leave_out(
    struct import *import, struct imported *card, const struct err *fault)
{
    if (card->card == NULL)
        return;
    struct entry entry = {
        .file = card->file, .line = card->line, .column = card->column
    };
    entry_leave_out(import, &entry, "left out: %s", fault->message);
    cJSON_Delete(card->card);
    card->card = NULL;
}

static void close_gaps(struct import *import)
{
    size_t kept = 0;
    for (size_t i = 0; i < import->count; i++)
        if (import->cards[i].card != NULL)
            import->cards[kept++] = import->cards[i];
    import->count = kept;
}

/* Takes the cards out that the loader has complained of; a fault elsewhere, of a head that was kept, fails. */
static bool take_out(struct import *import, const struct diags *diags,
    const struct buf *text, struct err *err)
{
    int *lines = lines_of(import, text);
    bool ok = true;
    for (size_t i = 0; ok && i < diags->count; i++) {
        const struct err *fault = &diags->items[i].err;
        if (diags->items[i].level != DIAG_ERROR)
            continue;
        ok = (fault->line >= lines[0] && fault->line < lines[import->count]) ||
             err_set(err, ERR_INPUT,
                 "the head of the deck has a fault (%.200s); mend it first, `quaestor "
                 "check` shows the place",
                 fault->message);
        if (ok)
            leave_out(
                import, &import->cards[card_at_line(import, lines, fault->line)], fault);
    }
    close_gaps(import);
    free(lines);
    return ok;
}

/* Loads the text as a deck; *errors: faults that were mended by taking their cards out. */
static bool check(
    struct import *import, const struct buf *text, size_t *errors, struct err *err)
{
    struct buf copy = { 0 };
    struct deck deck;
    struct diags diags = { 0 };
    bool is_deck;
    buf_add_bytes(&copy, text->text, text->len);
    bool ok = deck_parse("the imported deck", copy, &deck, &is_deck, &diags, err);
    if (ok)
        deck_release(&deck);
    ok = ok && (diags.errors == 0 || take_out(import, &diags, text, err));
    *errors = diags.errors;
    diags_release(&diags);
    return ok;
}

bool import_render(struct import *import, const char *id, const char *title,
    const cJSON *head, struct buf *out, struct err *err)
{
    const char *deck = common_deck(import);
    if (deck == NULL)
        tag_by_deck(import);
    if (title == NULL)
        title = deck != NULL ? deck : import->title != NULL ? import->title : id;
    cJSON *new_head = make_head(import, id, title, head);
    size_t errors = 1;
    bool ok = true;
    /* The second time there is nothing to complain of; a third would be a fault of ours. */
    for (int i = 0; ok && errors > 0 && i < 3 && import->count > 0; i++) {
        buf_clear(out);
        render(import, new_head, out);
        ok = check(import, out, &errors, err);
    }
    if (ok && import->count == 0)
        ok = err_set(err, ERR_INPUT, "nothing that was read makes a card");
    cJSON_Delete(new_head);
    return ok;
}
