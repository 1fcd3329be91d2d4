#include "exchange/id.h"

#include "base/buf.h"
#include "base/rng.h"
#include "base/utf8.h"
#include "deck/deck.h"
#include "exchange/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SLUG_BYTES = 32 };

const char *id_slug(struct arena *arena, const char *text, size_t most)
{
    struct buf folded = { 0 }, slug = { 0 };
    size_t whole = 0; // bytes of the words that fit
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    for (const char *at = buf_text(&folded); *at != '\0' && slug.len < most; at++) {
        bool letter = isascii((unsigned char)*at) && isalnum((unsigned char)*at);
        if (letter)
            buf_add_char(&slug, *at);
        else if (slug.len > 0 && slug.text[slug.len - 1] != '-')
            buf_add_char(&slug, '-');
        bool ends = !isascii((unsigned char)at[1]) || !isalnum((unsigned char)at[1]);
        if (letter && ends)
            whole = slug.len;
    }
    const char *kept =
        arena_strndup(arena, buf_text(&slug), whole > 0 ? whole : slug.len);
    buf_release(&folded);
    buf_release(&slug);
    return kept;
}

/* DECK/NOTE or DECK/NOTE#KEY as NOTE or NOTE.KEY; NULL if it is no card's name of ours. */
static const char *id_of_name(struct arena *arena, const char *name)
{
    const char *slash = strchr(name, '/');
    if (slash == NULL || !deck_is_id(arena_strndup(arena, name, (size_t)(slash - name))))
        return NULL;
    char *id = arena_strdup(arena, slash + 1);
    char *hash = strchr(id, '#');
    if (hash != NULL)
        *hash = '.';
    return deck_is_id(id) ? id : NULL;
}

const char *id_of_guid(struct arena *arena, const char *guid)
{
    const char *id = id_of_name(arena, guid);
    if (id != NULL)
        return id;
    if (deck_is_id(guid))
        return arena_strdup(arena, guid);
    return arena_printf(
        arena, "g%012llx", (unsigned long long)(hash_text(0, guid) >> 16));
}

const char *id_of_text(struct arena *arena, const char *question, const char *answer)
{
    struct buf normal = { 0 };
    text_add_normal(&normal, question);
    if (answer != NULL) {
        buf_add_char(&normal, '\n');
        text_add_normal(&normal, answer);
    }
    uint64_t hash = hash_text(0, buf_text(&normal));
    const char *slug = id_slug(arena, question, SLUG_BYTES);
    buf_release(&normal);
    if (slug[0] == '\0') // no words to tell cards apart by, as in Chinese
        return arena_printf(arena, "card-%010llx", (unsigned long long)(hash >> 24));
    return arena_printf(arena, "%s-%06x", slug, (unsigned)(hash >> 40));
}
