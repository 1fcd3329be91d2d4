#include "deck/compare.h"

#include "deck/counterpart.h"
#include "deck/edit.h"
#include "deck/format.h"

#include <stdlib.h>
#include <string.h>

const char *history_word(enum history_fate fate)
{
    static const char *const words[] = {
#define X(fate, word) word,
        HISTORIES(X)
#undef X
    };
    return words[fate];
}

/* ---- versions --------------------------------------------------------------------------- */

bool version_parse(const char *name, struct buf text, struct version *out,
    struct diags *diags, struct err *err)
{
    bool is_deck;
    *out = (struct version){ 0 };
    if (!deck_parse(name, text, &out->deck, &is_deck, diags, err))
        return false;
    struct source source = {
        .name = name, .text = buf_text(&out->deck.text), .len = out->deck.text.len
    };
    if (json_parse(source, &out->json, err))
        return true;
    deck_release(&out->deck);
    return false;
}

void version_release(struct version *version)
{
    json_release(&version->json);
    deck_release(&version->deck);
}

const cJSON *version_entry(const struct version *version, const struct note *note)
{
    const cJSON *card;
    cJSON_ArrayForEach(card, edit_cards(&version->json))
    {
        if (json_offset(card) == note->offset)
            return card;
    }
    return NULL;
}

/* The entries by note: both stand in the order of the file. */
static const cJSON **entries_of(const struct version *version, struct arena *arena)
{
    const struct deck *deck = &version->deck;
    const cJSON **entries = arena_alloc(arena, (deck->note_count + 1) * sizeof *entries);
    const cJSON *card;
    size_t at = 0;
    cJSON_ArrayForEach(card, edit_cards(&version->json))
    {
        if (at < deck->note_count && json_offset(card) == deck->notes[at].offset)
            entries[at++] = card;
    }
    return entries;
}

/* ---- what differs ----------------------------------------------------------------------- */

static bool is_same(
    const struct version *old, const cJSON *a, const struct version *new, const cJSON *b)
{
    const struct format left = { .text = old->json.source.text, .flat = true };
    const struct format right = { .text = new->json.source.text, .flat = true };
    struct buf x = { 0 }, y = { 0 };
    if (a == NULL || b == NULL)
        return a == b;
    format_card(a, &left, &x);
    format_card(b, &right, &y);
    bool same = strcmp(buf_text(&x), buf_text(&y)) == 0;
    buf_release(&x);
    buf_release(&y);
    return same;
}

struct texts {
    const char **items;
    size_t count, capacity;
};

static void add_text(struct texts *texts, const char *text, struct arena *arena)
{
    for (size_t i = 0; i < texts->count; i++)
        if (strcmp(texts->items[i], text) == 0)
            return;
    texts->items = arena_grow(
        arena, texts->items, texts->count, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = arena_strdup(arena, text);
}

/* The keys of an entry in either form. */
static void add_keys(struct texts *keys, const cJSON *entry, struct arena *arena)
{
    const cJSON *member, *object = entry;
    if (cJSON_IsArray(entry)) {
        add_text(keys, "question", arena);
        add_text(keys, "answer", arena);
        object = cJSON_GetArrayItem(entry, 2);
    }
    cJSON_ArrayForEach(member, object) add_text(keys, member->string, arena);
}

static int by_rank(const void *a, const void *b)
{
    size_t x = format_rank(*(const char *const *)a);
    size_t y = format_rank(*(const char *const *)b);
    return (x > y) - (x < y);
}

static unsigned change_of(const char *key)
{
    if (strcmp(key, "question") == 0 || strcmp(key, "cloze") == 0)
        return CHANGE_REWORDED;
    if (strcmp(key, "answer") == 0 || strcmp(key, "pairs") == 0)
        return CHANGE_ANSWER;
    return strcmp(key, "id") == 0 ? CHANGE_RENAMED : CHANGE_OTHER;
}

/* Of what both keys have, what is not the same. */
static void compare_keys(const struct version *old, const cJSON *a,
    const struct version *new, const cJSON *b, struct difference *out,
    struct arena *arena)
{
    struct texts keys = { 0 }, differ = { 0 };
    add_keys(&keys, a, arena);
    add_keys(&keys, b, arena);
    if (keys.count > 0)
        qsort(keys.items, keys.count, sizeof *keys.items, by_rank);
    for (size_t i = 0; i < keys.count; i++) {
        if (is_same(
                old, edit_member(a, keys.items[i]), new, edit_member(b, keys.items[i])))
            continue;
        add_text(&differ, keys.items[i], arena);
        out->changes |= change_of(keys.items[i]);
    }
    out->keys = differ.items;
    out->key_count = differ.count;
}

/* The cards of a note; siblings stand together. */
static size_t cards_end(const struct deck *deck, const struct note *note)
{
    size_t at = note->first_card;
    while (at < deck->card_count && deck->cards[at].note == note)
        at++;
    return at;
}

static bool has_card(const struct deck *deck, const struct note *note, const char *key)
{
    for (size_t i = note->first_card; i < cards_end(deck, note); i++)
        if (strcmp(deck->cards[i].key_name, key) == 0)
            return true;
    return false;
}

static void find_gone(const struct version *old, const struct version *new,
    struct difference *out, struct arena *arena)
{
    struct texts gone = { 0 };
    for (size_t i = out->old->first_card; i < cards_end(&old->deck, out->old); i++)
        if (!has_card(&new->deck, out->new, old->deck.cards[i].key_name))
            add_text(&gone, old->deck.cards[i].key_name, arena);
    out->gone = gone.items;
    out->gone_count = gone.count;
}

/* Both versions, and how they belong together. */
struct versions {
    const struct version *old, *new;
    struct counterparts with;
};

/* Progress hangs on the name, with the deck's id before it. */
static enum history_fate fate_of(const struct versions *p, size_t new)
{
    const struct note *note = &p->new->deck.notes[new];
    const struct note *old = &p->old->deck.notes[p->with.old_of[new]];
    bool same_deck = strcmp(p->old->deck.id, p->new->deck.id) == 0;
    if (p->with.by_was[new] || (same_deck && strcmp(note->id, old->id) == 0))
        return HISTORY_KEPT;
    return same_deck && !old->has_id ? HISTORY_ASKED : HISTORY_ORPHANED;
}

/* ---- all of it -------------------------------------------------------------------------- */

static struct difference *add_item(struct comparison *out)
{
    struct difference *item = &out->items[out->count++];
    *item = (struct difference){ 0 };
    return item;
}

static void add_removed(
    const struct versions *p, size_t from, size_t to, struct comparison *out)
{
    for (size_t i = from; i < to; i++) {
        if (p->with.new_of[i] != COUNTERPART_NONE)
            continue;
        struct difference *item = add_item(out);
        item->old = &p->old->deck.notes[i];
        item->changes = CHANGE_REMOVED;
        item->history = HISTORY_ORPHANED;
    }
}

static void add_new(const struct versions *p, size_t new, struct comparison *out)
{
    struct difference *item = add_item(out);
    item->new = &p->new->deck.notes[new];
    item->changes = CHANGE_ADDED;
    item->history = HISTORY_NONE;
}

static void add_pair(const struct versions *p, size_t new, const cJSON *a, const cJSON *b,
    bool moved, struct comparison *out, struct arena *arena)
{
    struct difference *item = add_item(out);
    item->old = &p->old->deck.notes[p->with.old_of[new]];
    item->new = &p->new->deck.notes[new];
    item->history = fate_of(p, new);
    compare_keys(p->old, a, p->new, b, item, arena);
    find_gone(p->old, p->new, item, arena);
    item->changes |= moved ? CHANGE_MOVED : 0;
    if (item->changes == 0 && item->history == HISTORY_KEPT && item->gone_count == 0)
        out->count--;
}

/* Removed notes stand before the one that followed them. */
static void add_all(const struct versions *p, struct comparison *out, struct arena *arena)
{
    const cJSON **olds = entries_of(p->old, arena), **news = entries_of(p->new, arena);
    const bool *stays = p->with.stays;
    size_t told = 0; // old notes
    for (size_t i = 0; i < p->new->deck.note_count; i++) {
        int old = p->with.old_of[i];
        if (old == COUNTERPART_NONE) {
            add_new(p, i, out);
            continue;
        }
        if (stays[i]) {
            add_removed(p, told, (size_t)old, out);
            told = (size_t)old;
        }
        add_pair(p, i, olds[old], news[i], !stays[i], out, arena);
    }
    add_removed(p, told, p->old->deck.note_count, out);
}

static void compare_heads(const struct version *old, const struct version *new,
    struct comparison *out, struct arena *arena)
{
    const cJSON *a = old->json.root, *b = new->json.root;
    struct texts keys = { 0 }, differ = { 0 };
    add_keys(&keys, a, arena);
    add_keys(&keys, b, arena);
    for (size_t i = 0; i < keys.count; i++)
        if (strcmp(keys.items[i], "cards") != 0 &&
            !is_same(
                old, edit_member(a, keys.items[i]), new, edit_member(b, keys.items[i])))
            add_text(&differ, keys.items[i], arena);
    out->head = differ.items;
    out->head_count = differ.count;
}

struct comparison decks_compare(
    const struct version *old, const struct version *new, struct arena *arena)
{
    size_t most = old->deck.note_count + new->deck.note_count;
    struct versions both = { old, new, counterparts_find(&old->deck, &new->deck, arena) };
    struct comparison out = {
        .items = arena_alloc(arena, (most + 1) * sizeof *out.items),
    };
    compare_heads(old, new, &out, arena);
    add_all(&both, &out, arena);
    return out;
}
