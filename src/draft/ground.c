#include "draft/ground.h"

#include "base/file.h"
#include "deck/lint_parts.h"
#include "draft/claim.h"

#include <string.h>

/* --- documents ------------------------------------------------------------------------- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* In the folder by its last name, or as written, or beside the deck; NULL: nowhere. */
static const char *find_file(struct ground *ground, const char *folder, const char *path)
{
    const char *deck = ground->deck->path;
    const char *tries[3] = { NULL };
    if (folder != NULL) {
        tries[0] = arena_printf(&ground->arena, "%s/%s", folder, base_name(path));
        tries[1] = arena_printf(&ground->arena, "%s/%s", folder, path);
    }
    tries[2] =
        arena_printf(&ground->arena, "%.*s%s", (int)(base_name(deck) - deck), deck, path);
    for (size_t i = 0; i < 3; i++)
        if (tries[i] != NULL && file_kind(tries[i]) == FILE_REGULAR)
            return tries[i];
    return NULL;
}

/* The place of a note's citation in the deck; of an inherited one the note itself. */
static const cJSON *source_place_of(const struct note *note, size_t citation)
{
    const cJSON *source = note_member(note, "source");
    if (source == NULL)
        return note->entry;
    return cJSON_IsArray(source) ? cJSON_GetArrayItem(source, (int)citation) : source;
}

static void tell_missing(struct ground *ground, const cJSON *source,
    const struct document *document, const char *folder)
{
    if (document->path == NULL)
        warn(&ground->loader, CODE_MISSING_DOCUMENT, source,
            "the document \"%s\" has no \"path\", so its places cannot be looked up",
            document->name);
    else if (folder != NULL)
        warn(&ground->loader, CODE_MISSING_DOCUMENT, source,
            "the document \"%s\" is not there: no '%s' in '%s' or beside the deck",
            document->name, base_name(document->path), folder);
    else
        warn(&ground->loader, CODE_MISSING_DOCUMENT, source,
            "the document \"%s\" is not there: no '%s' beside the deck", document->name,
            document->path);
}

static void load(struct ground *ground, struct ground_document *document,
    const cJSON *source, const struct document *named, const char *folder)
{
    struct err err;
    const char *path =
        named->path != NULL ? find_file(ground, folder, named->path) : NULL;
    if (path == NULL) {
        tell_missing(ground, source, named, folder);
    } else if (!doc_load(path, &document->doc, &err)) {
        diags_add(ground->loader.diags, DIAG_WARNING,
            deck_code_word(CODE_MISSING_DOCUMENT), &err);
    } else {
        document->path = path;
        places_init(&document->places, &document->doc);
        evidence_init(&document->evidence, &document->doc, &ground->rules);
    }
}

static void load_cited(struct ground *ground, const struct note *note, const char *folder)
{
    for (size_t i = 0; i < note->citation_count; i++) {
        const struct document *named = note->citations[i].document;
        struct ground_document *document =
            &ground->documents[named - ground->deck->documents];
        if (document->tried)
            continue;
        document->tried = true;
        ground->loader.allowed = 0;
        load(ground, document, source_place_of(note, i), named, folder);
    }
}

void ground_open(
    struct ground *ground, struct deck *deck, const char *folder, struct diags *diags)
{
    *ground = (struct ground){ .deck = deck };
    ground->json.source = (struct source){
        .name = deck->path, .text = buf_text(&deck->text), .len = deck->text.len
    };
    ground->loader =
        (struct loader){ .deck = deck, .json = &ground->json, .diags = diags };
    ground->rules = rules_make(&deck->context, 0, &ground->arena);
    ground->prose = claims_are_prose(deck);
    ground->documents =
        arena_alloc(&ground->arena, deck->document_count * sizeof *ground->documents);
    for (size_t i = 0; i < deck->note_count; i++)
        if (!deck->notes[i].disabled)
            load_cited(ground, &deck->notes[i], folder);
}

void ground_close(struct ground *ground)
{
    for (size_t i = 0; i < ground->deck->document_count; i++) {
        struct ground_document *document = &ground->documents[i];
        if (document->path == NULL)
            continue;
        evidence_release(&document->evidence);
        places_release(&document->places);
        doc_release(&document->doc);
    }
    arena_release(&ground->arena);
    *ground = (struct ground){ 0 };
}

/* --- places ---------------------------------------------------------------------------- */

enum { NEIGHBOURS = 1 }; // sentences on each side of a passage

/* The sentences that hold the words, and those beside them in the section. */
static struct range widen(const struct doc *doc, const struct place *place)
{
    const struct section *section = &doc->sections[place->section];
    size_t first = doc_sentence_at(doc, place->range.from);
    size_t last = doc_sentence_at(doc, place->range.to - 1);
    size_t least = doc->blocks[section->first_block].first_sentence;
    const struct block *end = &doc->blocks[section->end_block - 1];
    size_t most = end->first_sentence + end->sentence_count - 1;
    first = first - least > NEIGHBOURS ? first - NEIGHBOURS : least;
    last = most - last > NEIGHBOURS ? last + NEIGHBOURS : most;
    return (struct range){ doc->sentences[first].from, doc->sentences[last].to };
}

static struct spot whole(struct ground_document *document)
{
    return (struct spot){ .document = document, .range = { 0, document->doc.len } };
}

static void add_spot(struct spots *spots, struct spot spot, struct arena *arena)
{
    spots->items = arena_grow(
        arena, spots->items, spots->count, &spots->capacity, sizeof *spots->items);
    spots->items[spots->count++] = spot;
}

static bool add_spots(struct spots *spots, struct ground_document *document,
    const char *at, struct arena *arena)
{
    struct spot spot = whole(document);
    spot.at = at;
    bool found = at == NULL || places_find(&document->places, at, &spot.place);
    for (bool more = found; more;
         more = at != NULL && places_find_next(&document->places, at, &spot.place)) {
        if (at != NULL)
            spot.range = spot.place.is_section ? spot.place.range
                                               : widen(&document->doc, &spot.place);
        add_spot(spots, spot, arena);
    }
    return found;
}

struct spots ground_spots(
    const struct ground *ground, const struct note *note, struct arena *arena)
{
    struct spots spots = { .all = true };
    for (size_t i = 0; i < note->citation_count; i++) {
        const struct citation *citation = &note->citations[i];
        struct ground_document *document =
            &ground->documents[citation->document - ground->deck->documents];
        spots.all = document->path != NULL &&
                    add_spots(&spots, document, citation->at, arena) && spots.all;
    }
    return spots;
}

/* --- checking -------------------------------------------------------------------------- */

static void check_place(struct ground *ground, const struct note *note, size_t citation)
{
    const struct citation *cited = &note->citations[citation];
    const struct ground_document *document =
        &ground->documents[cited->document - ground->deck->documents];
    struct place place;
    if (document->path == NULL || cited->at == NULL ||
        places_find(&document->places, cited->at, &place))
        return;
    const char *near = places_near(&document->places, cited->at);
    warn(&ground->loader, CODE_UNKNOWN_PLACE, source_place_of(note, citation),
        "no heading and no words \"%s\" in '%s'%s%s%s", cited->at, document->path,
        near != NULL ? "; did you mean \"" : "", near != NULL ? near : "",
        near != NULL ? "\"?"
                     : "; cite a heading, or up to five words as they stand there");
}

static void check_note(struct ground *ground, const struct note *note)
{
    struct arena scratch = { 0 };
    ground->loader.allowed = note->allowed;
    for (size_t i = 0; i < note->citation_count; i++)
        check_place(ground, note, i);
    struct spots spots = ground_spots(ground, note, &scratch);
    for (size_t i = 0; note->self && i < spots.count; i++)
        spots.items[i] = whole(spots.items[i].document); // said in the author's own words
    if (spots.all && spots.count > 0)
        claims_check(ground, note, &spots, &scratch);
    arena_release(&scratch);
}

void ground_check(struct ground *ground)
{
    for (size_t i = 0; i < ground->deck->note_count; i++)
        if (!ground->deck->notes[i].disabled)
            check_note(ground, &ground->deck->notes[i]);
    warn_rest(&ground->loader);
}
