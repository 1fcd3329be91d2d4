#include "cmd/check_documents.h"

#include "draft/coverage.h"
#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_WORDS = 60 }; // columns of a paragraph that is not covered

void check_documents(struct app *app, const char *folder, struct grounded *out)
{
    struct library *library = &app->library;
    *out = (struct grounded){ mem_zeroed(library->deck_count, sizeof *out->decks),
        library->deck_count };
    for (size_t i = 0; i < out->count; i++) {
        ground_open(&out->decks[i], &library->decks[i], folder, &library->diags);
        ground_check(&out->decks[i]);
    }
    diags_sort(&library->diags);
}

void grounded_release(struct grounded *grounded)
{
    for (size_t i = 0; i < grounded->count; i++)
        ground_close(&grounded->decks[i]);
    free(grounded->decks);
    *grounded = (struct grounded){ 0 };
}

/* --- what is shown ----------------------------------------------------------------------- */

/* Parts of one section, one behind the other. */
struct stretch {
    const struct coverage *coverage;
    size_t first, end, covered;
};

static struct stretch next_stretch(const struct coverage *coverage, size_t first)
{
    struct stretch stretch = { coverage, first, first, 0 };
    size_t section = coverage->parts[first].section;
    while (
        stretch.end < coverage->count && coverage->parts[stretch.end].section == section)
        stretch.covered += coverage->parts[stretch.end++].covered;
    return stretch;
}

static const struct section *section_of(const struct stretch *stretch)
{
    const struct doc *doc = &stretch->coverage->document->doc;
    return &doc->sections[stretch->coverage->parts[stretch->first].section];
}

/* The start of a part that is not covered, cut. */
static void add_start(struct buf *out, const struct coverage *coverage, size_t part)
{
    const struct doc *doc = &coverage->document->doc;
    struct range range = coverage->parts[part].range;
    struct arena scratch = { 0 };
    layout_cut(out,
        arena_strndup(&scratch, doc->text + range.from, range.to - range.from),
        FIRST_WORDS);
    arena_release(&scratch);
}

static void place_of(const struct coverage *coverage, size_t part, int *line, int *column)
{
    struct ground_document *document = coverage->document;
    doc_place(&document->doc, coverage->parts[part].range.from, line, column);
}

/* The deck's document of that file; the count of its documents if it has none of it. */
static size_t find_document(const struct ground *ground, const char *path)
{
    size_t k = 0, count = ground->deck->document_count;
    while (k < count && (ground->documents[k].path == NULL ||
                            strcmp(ground->documents[k].path, path) != 0))
        k++;
    return k;
}

static bool has_document(const struct ground *ground, const char *path)
{
    return find_document(ground, path) < ground->deck->document_count;
}

/* What other decks cover of the same file is covered, too. */
static void add_coverage(
    struct coverage *all, const struct ground *ground, struct arena *arena)
{
    const char *path = all->document->path;
    if (!has_document(ground, path))
        return;
    struct coverage own = coverage_make(ground, find_document(ground, path), arena);
    for (size_t i = 0; i < all->count && i < own.count; i++) {
        all->covered += own.parts[i].covered && !all->parts[i].covered;
        all->parts[i].covered |= own.parts[i].covered;
    }
}

/* Calls `show` for each file that was read, with the first deck that cites it. */
typedef void show_coverage(void *to, const struct ground *ground, size_t document,
    const struct coverage *coverage);

static void show_file(const struct grounded *grounded, size_t deck, size_t document,
    show_coverage *show, void *to)
{
    struct arena scratch = { 0 };
    const struct ground *ground = &grounded->decks[deck];
    const char *path = ground->documents[document].path;
    for (size_t i = 0; path != NULL && i < deck; i++)
        if (has_document(&grounded->decks[i], path))
            return;
    if (path == NULL || find_document(ground, path) != document)
        return;
    struct coverage coverage = coverage_make(ground, document, &scratch);
    for (size_t i = deck + 1; i < grounded->count; i++)
        add_coverage(&coverage, &grounded->decks[i], &scratch);
    show(to, ground, document, &coverage);
    arena_release(&scratch);
}

static void for_each(const struct grounded *grounded, show_coverage *show, void *to)
{
    for (size_t i = 0; i < grounded->count; i++)
        for (size_t k = 0; k < grounded->decks[i].deck->document_count; k++)
            show_file(grounded, i, k, show, to);
}

/* --- for people -------------------------------------------------------------------------- */

static void add_stretch(struct buf *out, const struct stretch *stretch)
{
    const char *title = section_of(stretch)->title;
    buf_addf(out, "  %s: %zu of %zu\n", title[0] != '\0' ? title : "(no heading)",
        stretch->covered, stretch->end - stretch->first);
    for (size_t i = stretch->first; i < stretch->end; i++) {
        int line, column;
        if (stretch->coverage->parts[i].covered)
            continue;
        place_of(stretch->coverage, i, &line, &column);
        buf_addf(out, "    %d:%d  ", line, column);
        add_start(out, stretch->coverage, i);
        buf_add_char(out, '\n');
    }
}

static void add_document(void *out_, const struct ground *ground, size_t document,
    const struct coverage *coverage)
{
    struct buf *out = out_;
    (void)ground;
    (void)document;
    buf_addf(out, "%s: %zu of %zu paragraphs covered\n", coverage->document->path,
        coverage->covered, coverage->count);
    for (size_t at = 0; at < coverage->count;) {
        struct stretch stretch = next_stretch(coverage, at);
        add_stretch(out, &stretch);
        at = stretch.end;
    }
}

void coverage_print(struct app *app, const struct grounded *grounded)
{
    struct buf text = { 0 };
    for_each(grounded, add_document, &text);
    term_text(&app->out, STYLE_PLAIN, buf_text(&text));
    buf_release(&text);
}

/* --- for programs ------------------------------------------------------------------------ */

static cJSON *stretch_json(const struct stretch *stretch)
{
    int line, column;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "title", section_of(stretch)->title);
    cJSON_AddNumberToObject(
        object, "paragraphs", (double)(stretch->end - stretch->first));
    cJSON_AddNumberToObject(object, "covered", (double)stretch->covered);
    cJSON *uncovered = cJSON_AddArrayToObject(object, "uncovered");
    for (size_t i = stretch->first; i < stretch->end; i++) {
        struct buf start = { 0 };
        if (stretch->coverage->parts[i].covered)
            continue;
        place_of(stretch->coverage, i, &line, &column);
        add_start(&start, stretch->coverage, i);
        cJSON *part = cJSON_CreateObject();
        cJSON_AddNumberToObject(part, "line", line);
        cJSON_AddNumberToObject(part, "column", column);
        cJSON_AddStringToObject(part, "text", buf_text(&start));
        cJSON_AddItemToArray(uncovered, part);
        buf_release(&start);
    }
    return object;
}

static void add_json(void *array, const struct ground *ground, size_t document,
    const struct coverage *coverage)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "deck", ground->deck->id);
    cJSON_AddStringToObject(object, "document", ground->deck->documents[document].name);
    cJSON_AddStringToObject(object, "path", coverage->document->path);
    cJSON_AddNumberToObject(object, "paragraphs", (double)coverage->count);
    cJSON_AddNumberToObject(object, "covered", (double)coverage->covered);
    cJSON *sections = cJSON_AddArrayToObject(object, "sections");
    for (size_t at = 0; at < coverage->count;) {
        struct stretch stretch = next_stretch(coverage, at);
        cJSON_AddItemToArray(sections, stretch_json(&stretch));
        at = stretch.end;
    }
    cJSON_AddItemToArray(array, object);
}

cJSON *coverage_json(const struct grounded *grounded)
{
    cJSON *array = cJSON_CreateArray();
    for_each(grounded, add_json, array);
    return array;
}
