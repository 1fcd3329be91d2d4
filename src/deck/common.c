/*
 * What is the same for notes of all kinds: identity, tags, hints, files, earlier names.
 */
#include "deck/fields.h"

#include "base/rng.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

bool deck_is_id(const char *text)
{
    static const char start[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t len = strlen(text);
    return len > 0 && len <= 64 && strchr(start, text[0]) != NULL &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

/* Case, compatibility forms and runs of space do not make another question. */
static const char *hashed_id(struct loader *loader, const char *question)
{
    struct buf folded = { 0 }, normal = { 0 };
    utf8_add_folded(&folded, question, strlen(question), FOLD_CASE);
    for (size_t at = 0; at < folded.len;) {
        uint32_t c;
        size_t size = utf8_next(folded.text + at, folded.len - at, &c);
        if (!utf8_is_space(c))
            buf_add_bytes(&normal, folded.text + at, size);
        else if (normal.len > 0 && normal.text[normal.len - 1] != ' ')
            buf_add_char(&normal, ' ');
        at += size;
    }
    if (normal.len > 0 && normal.text[normal.len - 1] == ' ')
        normal.text[normal.len - 1] = '\0';
    uint64_t hash = hash_text(0, buf_text(&normal));
    buf_release(&folded);
    buf_release(&normal);
    return arena_printf(loader->arena, "~%08x", (unsigned)(uint32_t)(hash >> 32));
}

static bool set_id(struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *id = fields->own[FIELD_ID];
    note->has_id = id != NULL;
    if (id != NULL && !deck_is_id(id->valuestring))
        return complain(loader, CODE_ID, id,
            "\"%s\" is no id: a-z, 0-9, '.', '_', '-', beginning with a "
            "letter or a digit, 64 at most",
            id->valuestring);
    const cJSON *cloze = fields->own[FIELD_CLOZE];
    const char *text =
        keep_lines(loader, cloze != NULL ? cloze : fields->own[FIELD_QUESTION]);
    if (id != NULL)
        note->id = keep(loader, id);
    else if (cloze != NULL)
        note->id =
            hashed_id(loader, cloze_plain(loader->arena, text, fields->own[FIELD_GAPS]));
    else
        note->id = hashed_id(loader, text);
    size_t other;
    if (!map_find(&loader->names, note->id, &other))
        return true;
    int line = loader->deck->notes[other].line;
    if (note->has_id)
        return complain(loader, CODE_DUPLICATE_ID, id,
            "the id \"%s\" is taken by the card in line %d; choose another", note->id,
            line);
    return complain(loader, CODE_DUPLICATE_ID, fields->entry,
        "the same question as in line %d; give one of the cards an \"id\"", line);
}

/* An id, or '~' and the 8 digits of a hash. */
static bool is_note_id(const char *text)
{
    return deck_is_id(text) || (text[0] == '~' && strlen(text) == 9 &&
                                   strspn(text + 1, "0123456789abcdef") == 8);
}

/* The same, with or without a deck's id before it. */
static bool is_earlier_id(const char *text)
{
    const char *slash = strchr(text, '/');
    char deck[65 + 1];
    if (slash == NULL)
        return is_note_id(text);
    snprintf(deck, sizeof deck, "%.*s", (int)(slash - text), text);
    return slash - text < 65 && deck_is_id(deck) && is_note_id(slash + 1);
}

static bool set_was(struct loader *loader, const struct fields *fields, struct note *note)
{
    note->was = keep_texts(loader, fields_get(fields, FIELD_WAS), &note->was_count);
    for (size_t i = 0; i < note->was_count; i++)
        if (!is_earlier_id(note->was[i]))
            return complain(loader, CODE_ID, fields_get(fields, FIELD_WAS),
                "\"%s\" in \"was\" is no id of a card", note->was[i]);
    return true;
}

bool is_safe_path(const char *path)
{
    if (path[0] == '/' || path[0] == '\0' || strchr(path, '\\') != NULL)
        return false;
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/' ? 1 : 0;
        if (part[0] == '.' || part[0] == '\0' || part[0] == '/')
            return false;
    }
    return true;
}

static bool set_file(struct loader *loader, const cJSON *value, const char **out)
{
    *out = keep(loader, value);
    if (value == NULL || is_safe_path(value->valuestring))
        return true;
    return complain(loader, CODE_VALUE, value,
        "\"%s\" must be the name of a file beside the deck or below it", value->string);
}

bool allowed_set(struct loader *loader, const struct fields *fields)
{
    const cJSON *allow = fields_get(fields, FIELD_ALLOW);
    loader->allowed = 0;
    const cJSON *name = cJSON_IsArray(allow) ? allow->child : allow;
    for (; name != NULL; name = cJSON_IsArray(allow) ? name->next : NULL) {
        unsigned code = 0; // an error cannot be allowed
        while (code < CODE_COUNT &&
               (deck_code_level((enum deck_code)code) == DIAG_ERROR ||
                   strcmp(deck_code_word((enum deck_code)code), name->valuestring) != 0))
            code++;
        if (code == CODE_COUNT)
            return complain(loader, CODE_VALUE, name, "no warning has the code \"%s\"",
                name->valuestring);
        loader->allowed |= (uint64_t)1 << code;
    }
    return true;
}

/* Tags of the defaults and of the card add up; null clears those of the defaults. */
static void set_tags(
    struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *sets[] = { fields->inherited[FIELD_TAGS], fields->own[FIELD_TAGS] };
    const char **tags = NULL;
    size_t capacity = 0;
    for (size_t i = cJSON_IsNull(sets[1]) ? 1 : 0; i < 2; i++) {
        const cJSON *tag;
        cJSON_ArrayForEach(tag, sets[i])
        {
            tags =
                arena_grow(loader->arena, tags, note->tag_count, &capacity, sizeof *tags);
            tags[note->tag_count++] = keep(loader, tag);
        }
    }
    note->tags = tags;
}

bool grading_set(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct note *note)
{
    const cJSON *grading = fields_get(fields, FIELD_GRADING);
    if (grading == NULL || strcmp(grading->valuestring, "typed") == 0)
        return true;
    if (strcmp(grading->valuestring, "self") != 0)
        return complain(loader, CODE_VALUE, grading,
            "\"grading\" is \"self\" or \"typed\", not \"%s\"", grading->valuestring);
    note->self = (KINDS_OPEN >> kind & 1) != 0;
    return true;
}

bool common_build(struct loader *loader, const struct fields *fields, enum key_kind kind,
    struct note *note)
{
    int column;
    source_place(&loader->json->source, json_offset(fields->entry), &note->line, &column);
    note->deck = loader->deck;
    note->entry = fields->entry;
    note->offset = json_offset(fields->entry);
    note->first_card = loader->deck->card_count;
    note->disabled = cJSON_IsTrue(fields_get(fields, FIELD_DISABLED));
    note->shuffle = !cJSON_IsFalse(fields_get(fields, FIELD_SHUFFLE));
    note->hint = keep_lines(loader, fields_get(fields, FIELD_HINT));
    note->remark = keep_lines(loader, fields_get(fields, FIELD_NOTE));
    const cJSON *answer = fields->own[FIELD_ANSWER];
    if (answer == NULL)
        answer = fields->own[FIELD_PAIRS];
    if (answer != NULL)
        note->answer_json = loader->json->source.text + json_offset(answer);
    set_tags(loader, fields, note);
    bool ok = set_id(loader, fields, note);
    ok = set_was(loader, fields, note) && ok;
    ok = allowed_set(loader, fields) && ok;
    note->allowed = loader->allowed;
    ok = grading_set(loader, fields, kind, note) && ok;
    ok = set_file(loader, fields->own[FIELD_IMAGE], &note->image) && ok;
    ok = set_file(loader, fields->own[FIELD_AUDIO], &note->audio) && ok;
    return citations_build(loader, fields, note) && ok;
}
