#include "session/alias.h"

#include "session/present.h"

#include <string.h>

bool collection_read_aliases(struct collection *c, struct err *err)
{
    struct event *events;
    size_t count;
    if (!collection_events(c, EVENT_ALIAS, &events, &count, err))
        return false;
    c->aliases = arena_alloc(&c->arena, count * sizeof *c->aliases);
    c->alias_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct taught taught;
        if (collection_find_owner(c, events[i].card, &taught.card) &&
            alias_parse(events[i].payload, &taught.alias, &c->arena))
            c->aliases[c->alias_count++] = taught;
    }
    return true;
}

static bool is_form(const struct key_item *item, const char *text)
{
    for (size_t i = 0; i < item->count; i++)
        if (strcmp(item->forms[i], text) == 0)
            return true;
    return false;
}

/* The item with what was taught for it behind the author's forms. */
static struct key_item taught_item(const struct collection *c, size_t card,
    const struct key_item *item, struct arena *arena)
{
    const char **forms =
        arena_alloc(arena, (item->count + c->alias_count) * sizeof *forms);
    size_t count = item->count;
    memcpy(forms, item->forms, count * sizeof *forms);
    for (size_t i = 0; i < c->alias_count; i++)
        if (c->aliases[i].card == card && is_form(item, c->aliases[i].alias.answer))
            forms[count++] = c->aliases[i].alias.typed;
    return (struct key_item){ forms, count };
}

struct key collection_key(const struct collection *c, size_t card, struct arena *arena)
{
    struct key key =
        present_key(c->library->cards[card], c->progress[card].reviews, arena);
    if (c->alias_count == 0 || !alias_fits(&key))
        return key;
    struct key_item *item = arena_alloc(arena, sizeof *item);
    *item = taught_item(c, card, key.items, arena);
    key.items = item;
    return key;
}

bool alias_fits(const struct key *key)
{
    return key->kind == KEY_TEXT || key->kind == KEY_CLOZE || key->kind == KEY_NUMBER;
}
