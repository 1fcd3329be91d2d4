/*
 * Where a card comes from.  "source" is a place in the default document, an object that names
 * the document, or an array of these.  The default document is that of "defaults", or the
 * only one there is.
 */
#include "deck/fields.h"

#include "base/near.h"

#include <string.h>

static const struct document *find_document(const struct deck *deck, const char *name)
{
    for (size_t i = 0; i < deck->document_count; i++)
        if (strcmp(deck->documents[i].name, name) == 0)
            return &deck->documents[i];
    return NULL;
}

static bool no_such_document(struct loader *loader, const cJSON *name)
{
    enum { MOST = 64 };
    const char *known[MOST];
    size_t count = loader->deck->document_count;
    if (count > MOST)
        count = MOST;
    for (size_t i = 0; i < count; i++)
        known[i] = loader->deck->documents[i].name;
    const char *near = near_best(name->valuestring, known, count);
    if (near != NULL)
        return complain(loader, CODE_DOCUMENT, name,
            "no document \"%s\" in this deck; did you mean \"%s\"?", name->valuestring,
            near);
    return complain(loader, CODE_DOCUMENT, name,
        "no document \"%s\" in this deck; describe it under \"documents\"",
        name->valuestring);
}

/* The document that a bare place belongs to. */
static const struct document *default_document(const struct loader *loader)
{
    const cJSON *source = loader->defaults[FIELD_SOURCE];
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(source, "document");
    if (cJSON_IsString(name))
        return find_document(loader->deck, name->valuestring);
    return loader->deck->document_count == 1 ? &loader->deck->documents[0] : NULL;
}

static bool cite_place(struct loader *loader, const cJSON *place, struct citation *out)
{
    out->document = default_document(loader);
    out->at = keep(loader, place);
    if (out->document != NULL)
        return true;
    return complain(loader, CODE_DOCUMENT, place,
        loader->deck->document_count == 0
            ? "a source needs a document; describe it under \"documents\""
            : "which document? write { \"document\": ..., \"at\": ... }, or set it in "
              "\"defaults\"");
}

static bool cite_object(struct loader *loader, const cJSON *object, struct citation *out)
{
    static const char *const names[] = { "document", "at" };
    const cJSON *values[2] = { 0 };
    if (!object_collect(loader, object, "a source", names, values, 2))
        return false;
    for (size_t i = 0; i < 2; i++)
        if (values[i] != NULL && !value_check(loader, values[i], names[i], TYPE_TEXT))
            return false;
    if (values[0] == NULL && values[1] == NULL)
        return complain(loader, CODE_MISSING, object,
            "a source needs a \"document\", an \"at\", or both");
    if (values[0] == NULL)
        return cite_place(loader, values[1], out);
    out->document = find_document(loader->deck, values[0]->valuestring);
    out->at = keep(loader, values[1]);
    return out->document != NULL || no_such_document(loader, values[0]);
}

static bool cite_one(
    struct loader *loader, const cJSON *source, struct note *note, struct citation *out)
{
    note->citation_count++;
    if (cJSON_IsObject(source))
        return cite_object(loader, source, out);
    if (cJSON_IsString(source) && source->valuestring[0] != '\0')
        return cite_place(loader, source, out);
    return complain(loader, CODE_TYPE, source,
        "a source is a place in the document, or { \"document\": ..., "
        "\"at\": ... }, not %s",
        json_type_words(source));
}

bool citations_build(
    struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *source = fields_get(fields, FIELD_SOURCE);
    if (source == NULL) {
        if (loader->deck->document_count > 0)
            warn(loader, CODE_NO_SOURCE, fields->entry,
                "the card has no \"source\"; say where in the document it comes from");
        return true;
    }
    bool ok = true, several = cJSON_IsArray(source);
    if (several && source->child == NULL)
        return complain(loader, CODE_VALUE, source,
            "no source in the array; write a place, or leave \"source\" out");
    size_t count = several ? (size_t)cJSON_GetArraySize(source) : 1;
    struct citation *citations = arena_alloc(loader->arena, count * sizeof *citations);
    const cJSON *one = several ? source->child : source;
    for (size_t i = 0; i < count; i++, one = one->next)
        ok = cite_one(loader, one, note, &citations[i]) && ok;
    note->citations = citations;
    return ok;
}
