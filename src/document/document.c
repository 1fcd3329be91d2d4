#include "document/document.h"

#include "base/file.h"
#include "base/utf8.h"
#include "document/builder.h"

#include <string.h>
#include <strings.h>

/* --- what it is ------------------------------------------------------------------------ */

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), size = strlen(ending);
    return len > size && strcasecmp(name + len - size, ending) == 0;
}

static bool begins_with(const struct source *source, const char *word)
{
    size_t at = 0;
    while (at < source->len && strchr(" \t\r\n\xEF\xBB\xBF", source->text[at]) != NULL)
        at++;
    return strncasecmp(source->text + at, word, strlen(word)) == 0;
}

static enum doc_format format_of(const struct source *source)
{
    static const struct {
        const char *ending;
        enum doc_format format;
    } known[] = { { ".md", DOC_MARKDOWN }, { ".markdown", DOC_MARKDOWN },
        { ".html", DOC_HTML }, { ".htm", DOC_HTML }, { ".xhtml", DOC_HTML },
        { ".txt", DOC_TEXT } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (ends_in(source->name, known[i].ending))
            return known[i].format;
    bool html = begins_with(source, "<!doctype html") || begins_with(source, "<html");
    return html ? DOC_HTML : DOC_TEXT;
}

/* Bytes that are no UTF-8 may happen; many of them are another encoding, or no text. */
static bool check_text(struct source *source, struct err *err)
{
    enum { MOST_SHARE = 100 };
    const char *nul = memchr(source->text, '\0', source->len);
    if (nul != NULL)
        return err_at(err, source, (size_t)(nul - source->text),
            "a byte 0: not a text; save the document as plain text in UTF-8");
    size_t bad = 0, first = 0, at = 0, offset;
    while (!utf8_valid(source->text + at, source->len - at, &offset)) {
        first = bad++ == 0 ? at + offset : first;
        at += offset + 1;
    }
    if (bad > 1 && bad * MOST_SHARE > source->len)
        return err_at(err, source, first,
            "%zu bytes are no UTF-8; save the document in UTF-8", bad);
    return true;
}

/* --- loading --------------------------------------------------------------------------- */

static bool read_format(struct builder *builder, struct err *err)
{
    struct doc *doc = builder->doc;
    switch (doc->format) {
    case DOC_MARKDOWN:
        return markdown_read(builder, err);
    case DOC_HTML:
        return html_read(builder, (struct range){ 0, doc->source.len }, err);
    case DOC_TEXT:
        break;
    }
    text_read(builder);
    return true;
}

bool doc_parse(const char *name, struct buf text, struct doc *out, struct err *err)
{
    *out = (struct doc){ .file = text };
    struct builder builder = { .doc = out };
    out->name = arena_strdup(&out->arena, name);
    out->source =
        (struct source){ .name = out->name, .text = buf_text(&text), .len = text.len };
    out->format = format_of(&out->source);
    bool ok = check_text(&out->source, err) && read_format(&builder, err);
    if (ok)
        build_finish(&builder);
    else
        doc_release(out);
    return ok;
}

bool doc_load(const char *path, struct doc *out, struct err *err)
{
    struct buf text = { 0 };
    if (file_read(path, DOC_MAX_BYTES, &text, err))
        return doc_parse(path, text, out, err);
    buf_release(&text);
    return false;
}

void doc_release(struct doc *doc)
{
    buf_release(&doc->file);
    buf_release(&doc->plain);
    arena_release(&doc->arena);
    *doc = (struct doc){ 0 };
}

/* --- places ---------------------------------------------------------------------------- */

size_t doc_file_offset(const struct doc *doc, size_t offset)
{
    size_t low = 0, high = doc->step_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->steps[middle].plain <= offset)
            low = middle;
        else
            high = middle;
    }
    if (high == 0)
        return 0;
    size_t file = doc->steps[low].file + (offset - doc->steps[low].plain);
    return file < doc->source.len ? file : doc->source.len;
}

void doc_place(struct doc *doc, size_t offset, int *line, int *column)
{
    source_place(&doc->source, doc_file_offset(doc, offset), line, column);
}

size_t doc_block_at(const struct doc *doc, size_t offset)
{
    size_t low = 0, high = doc->block_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->blocks[middle].range.from <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t doc_sentence_at(const struct doc *doc, size_t offset)
{
    const struct block *block = &doc->blocks[doc_block_at(doc, offset)];
    size_t at = block->first_sentence, end = at + block->sentence_count;
    while (at + 1 < end && doc->sentences[at + 1].from <= offset)
        at++;
    return at;
}
