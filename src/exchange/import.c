#include "exchange/import.h"

#include "base/rng.h"
#include "base/utf8.h"
#include "deck/deck.h"
#include "exchange/entry.h"
#include "exchange/id.h"
#include "exchange/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const format_words[] = {
#define X(format, word) [format] = word,
    IMPORT_FORMATS(X)
#undef X
};

bool import_format_parse(const char *word, enum import_format *out)
{
    for (int i = 0; i < IMPORT_ANY; i++)
        if (strcmp(word, format_words[i]) == 0) {
            *out = (enum import_format)i;
            return true;
        }
    return false;
}

const char *separator_named(const char *name)
{
    static const struct {
        const char *name, *separator;
    } words[] = { { "tab", "\t" }, { "\\t", "\t" }, { "comma", "," },
        { "semicolon", ";" }, { "pipe", "|" }, { "colon", ":" }, { "space", " " } };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_same_word(words[i].name, name))
            return words[i].separator;
    return name;
}

/* ---- reading ---------------------------------------------------------------------------- */

/* What begins as JSON and is none may still be a table with brackets in it. */
static bool is_json(const struct source *source)
{
    struct source copy = *source;
    struct err ignored;
    size_t len = strlen(source->name);
    const char *first = source->text + strspn(source->text, " \t\r\n");
    bool named = len > 5 && strcmp(source->name + len - 5, ".json") == 0;
    return named ||
           (strchr("{[", *first) != NULL && json_scan(&copy, NULL, NULL, &ignored));
}

static enum import_format recognise(const struct source *source)
{
    if (is_json(source))
        return IMPORT_JSON;
    return anki_is_there(source) ? IMPORT_ANKI : IMPORT_CSV;
}

static bool read_as(struct import *import, enum import_format format,
    struct source *source, struct err *err)
{
    const char *separator = import->options.separator;
    if (separator != NULL)
        separator = separator_named(separator);
    switch (format) {
    case IMPORT_JSON:
        return json_read(import, source, err);
    case IMPORT_ANKI:
        return anki_read(import, source, err);
    case IMPORT_TSV:
        return table_read(import, source, separator != NULL ? separator : "\t", err);
    case IMPORT_CSV:
    case IMPORT_ANY:
        break;
    }
    return table_read(import, source, separator, err);
}

bool import_read(
    struct import *import, const char *name, struct buf bytes, struct err *err)
{
    enum encoding encoding;
    enum import_format format = import->options.from;
    const char *kept = arena_strdup(&import->arena, name);
    bool ok = text_decode(kept, &bytes, &encoding, err);
    if (ok && encoding != ENCODING_UTF8)
        import_tell(import, kept, "read as %s; UTF-8 is safer", encoding_name(encoding));
    struct source source = { .name = kept, .text = buf_text(&bytes), .len = bytes.len };
    if (ok && format == IMPORT_ANY)
        format = recognise(&source);
    ok = ok && read_as(import, format, &source, err);
    buf_release(&bytes);
    return ok;
}

const char *import_id_of_file(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *name = arena_strdup(arena, slash != NULL ? slash + 1 : path);
    char *dot = strrchr(name, '.');
    if (dot != NULL && dot != name)
        *dot = '\0';
    if (deck_is_id(name))
        return name;
    const char *slug = id_slug(arena, name, 48);
    return slug[0] != '\0' ? slug : "imported";
}

void import_release(struct import *import)
{
    for (size_t i = 0; i < import->count; i++)
        cJSON_Delete(import->cards[i].card);
    free(import->cards);
    map_release(&import->ids);
    map_release(&import->seen);
    diags_release(&import->told);
    arena_release(&import->arena);
    *import = (struct import){ 0 };
}
