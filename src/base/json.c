#include "base/json.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct places {
    uint32_t *offsets; // of the values, in document order
    size_t count, capacity;
};

static void note_place(void *context, size_t offset)
{
    struct places *places = context;
    places->offsets = vec_grow(
        places->offsets, places->count, &places->capacity, sizeof *places->offsets);
    places->offsets[places->count++] = (uint32_t)offset;
}

/*
 * Hands the offsets to the nodes in document order.  `valueint` carries them: cJSON keeps it
 * for old programs only, prints from valuedouble, and 64 MiB fit an int.
 */
static const uint32_t *place_nodes(cJSON *node, const uint32_t *next)
{
    for (; node != NULL; node = node->next) {
        node->valueint = (int)*next++;
        next = place_nodes(node->child, next);
    }
    return next;
}

/*
 * Where cJSON's allocations go while it parses.  Its hooks carry no context and are those of
 * the process, so they are set for the length of one parse, in a program of one thread.
 */
static struct arena *tree;

static void *tree_alloc(size_t size)
{
    return arena_alloc(tree, size);
}

static void tree_free(void *memory)
{
    (void)memory; // goes with the arena
}

static cJSON *parse_tree(const struct source *source, struct arena *arena)
{
    tree = arena;
    cJSON_InitHooks(&(cJSON_Hooks){ tree_alloc, tree_free });
    cJSON *root = cJSON_ParseWithLengthOpts(source->text, source->len + 1, NULL, 1);
    cJSON_InitHooks(NULL);
    return root;
}

bool json_parse(struct source source, struct json *out, struct err *err)
{
    struct places places = { 0 };
    *out = (struct json){ .source = source };
    bool ok = json_scan(&out->source, note_place, &places, err);
    if (ok) {
        out->root = parse_tree(&source, &out->arena);
        ok = out->root != NULL ||
             err_set(err, ERR_SYSTEM, "%s: cJSON refuses it", source.name);
    }
    if (ok) {
        const uint32_t *end = place_nodes(out->root, places.offsets);
        assert(end == places.offsets + places.count);
        (void)end;
    }
    free(places.offsets);
    if (!ok)
        json_release(out);
    return ok;
}

void json_release(struct json *json)
{
    arena_release(&json->arena);
    json->root = NULL;
}

size_t json_offset(const cJSON *value)
{
    return (size_t)value->valueint;
}

/*
 * Walks back from the value over ':' and the key's closing quote to its opening quote.  A
 * quote inside the key has a backslash before it, the opening one has '{', ',' or space.
 */
size_t json_key_offset(const struct json *json, const cJSON *member)
{
    const char *text = json->source.text;
    size_t at = json_offset(member) - 1;
    while (text[at] != '"')
        at--;
    do
        at--;
    while (text[at] != '"' || text[at - 1] == '\\');
    return at;
}

static void add_escape(struct buf *out, uint32_t c)
{
    if (c < 0x10000) {
        buf_addf(out, "\\u%04X", (unsigned)c);
        return;
    }
    c -= 0x10000;
    buf_addf(out, "\\u%04X\\u%04X", (unsigned)(0xD800 + (c >> 10)),
        (unsigned)(0xDC00 + (c & 0x3FF)));
}

void json_render(const cJSON *value, bool indented, struct buf *out)
{
    char *printed = indented ? cJSON_Print(value) : cJSON_PrintUnformatted(value);
    if (printed == NULL)
        abort();
    size_t len = strlen(printed);
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t size = utf8_next(printed + at, len - at, &c);
        if (size == 0)
            utf8_add(out, 0xFFFD);
        else if (c >= 0x7F && utf8_acts(c))
            add_escape(out, c);
        else
            buf_add_bytes(out, printed + at, size);
        at += size > 0 ? size : 1;
    }
    cJSON_free(printed);
}
