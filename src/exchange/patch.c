#include "exchange/patch.h"

#include "base/json.h"

#include <string.h>

/* The deck's file as it was read, and the patch that grows. */
struct patch {
    struct json json;
    cJSON *operations;
    size_t homeless;
};

/* The entry of a note among the cards, and its place; NULL: none stands there. */
static const cJSON *entry_of(
    const struct patch *patch, const struct note *note, size_t *place)
{
    const cJSON *cards = cJSON_GetObjectItemCaseSensitive(patch->json.root, "cards"),
                *entry;
    *place = 0;
    cJSON_ArrayForEach(entry, cards)
    {
        if (json_offset(entry) == note->offset)
            return entry;
        ++*place;
    }
    return NULL;
}

/* Goes down to a member that must be an object. */
static const cJSON *enter(const cJSON *object, const char *key, struct buf *path)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    buf_addf(path, "/%s", key);
    return cJSON_IsObject(member) ? member : NULL;
}

/* A compact card has its options behind question and answer, if it has any. */
static const cJSON *enter_compact(
    const struct patch *patch, const cJSON *entry, struct buf *path)
{
    const cJSON *options = cJSON_GetArrayItem(entry, 2);
    if (options == NULL) {
        cJSON *operation = cJSON_CreateObject();
        cJSON_AddStringToObject(operation, "op", "add");
        cJSON_AddStringToObject(operation, "path", path->text);
        cJSON_AddItemToObject(operation, "value", cJSON_CreateObject());
        cJSON_AddItemToArray(patch->operations, operation);
    }
    return options;
}

/* The object whose "accept" is meant; *has is false where there is no such place. */
static const cJSON *home_of(
    const struct patch *patch, const struct card *card, struct buf *path, bool *has)
{
    size_t place;
    const cJSON *object = entry_of(patch, card->note, &place);
    buf_addf(path, "/cards/%zu", place);
    *has = object != NULL;
    if (cJSON_IsArray(object)) {
        buf_add(path, "/2");
        return enter_compact(patch, object, path);
    }
    if (card->key_name[0] == '\0')
        return object;
    if (strcmp(card->key_name, "reverse") == 0)
        object = enter(object, "reverse", path);
    else
        object = enter(enter(object, "gaps", path), card->key_name, path);
    *has = object != NULL;
    return object;
}

static void add_operation(
    struct patch *patch, const cJSON *home, const struct buf *path, cJSON *texts)
{
    const cJSON *accept = cJSON_GetObjectItemCaseSensitive(home, "accept");
    struct buf target = { 0 };
    cJSON *text;
    buf_addf(&target, "%s/accept%s", path->text, accept != NULL ? "/-" : "");
    while (accept != NULL && (text = cJSON_DetachItemFromArray(texts, 0)) != NULL) {
        cJSON *operation = cJSON_CreateObject();
        cJSON_AddStringToObject(operation, "op", "add");
        cJSON_AddStringToObject(operation, "path", target.text);
        cJSON_AddItemToObject(operation, "value", text);
        cJSON_AddItemToArray(patch->operations, operation);
    }
    if (accept == NULL) {
        cJSON *operation = cJSON_CreateObject();
        cJSON_AddStringToObject(operation, "op", "add");
        cJSON_AddStringToObject(operation, "path", target.text);
        cJSON_AddItemToObject(operation, "value", cJSON_Duplicate(texts, true));
        cJSON_AddItemToArray(patch->operations, operation);
    }
    buf_release(&target);
}

/* All that the card was taught, each spelling once. */
static cJSON *texts_of(const struct collection *c, size_t card)
{
    cJSON *texts = cJSON_CreateArray();
    for (size_t i = 0; i < c->alias_count; i++) {
        const cJSON *text;
        bool known = c->aliases[i].card != card;
        cJSON_ArrayForEach(text, texts) known =
            known || strcmp(text->valuestring, c->aliases[i].alias.typed) == 0;
        if (!known)
            cJSON_AddItemToArray(texts, cJSON_CreateString(c->aliases[i].alias.typed));
    }
    return texts;
}

static void add_card(struct patch *patch, const struct collection *c, size_t card)
{
    struct buf path = { 0 };
    bool has;
    cJSON *texts = texts_of(c, card);
    const cJSON *home = home_of(patch, c->library->cards[card], &path, &has);
    if (has)
        add_operation(patch, home, &path, texts);
    else
        patch->homeless += (size_t)cJSON_GetArraySize(texts);
    cJSON_Delete(texts);
    buf_release(&path);
}

/* Is it the first alias of a card that is selected? */
static bool begins_card(const struct collection *c, size_t at, const bool *selected)
{
    if (!selected[c->aliases[at].card])
        return false;
    for (size_t i = 0; i < at; i++)
        if (c->aliases[i].card == c->aliases[at].card)
            return false;
    return true;
}

/* The one deck of all that is to be written; NULL: there is nothing. */
static bool find_deck(const struct collection *c, const bool *selected,
    const struct deck **deck, struct err *err)
{
    *deck = NULL;
    for (size_t i = 0; i < c->alias_count; i++) {
        const struct deck *own = c->library->cards[c->aliases[i].card]->note->deck;
        if (!selected[c->aliases[i].card])
            continue;
        if (*deck != NULL && *deck != own)
            return err_set(err, ERR_USAGE,
                "a patch is for one deck, and spellings were taught in '%s' and '%s'; "
                "name one of them",
                (*deck)->id, own->id);
        *deck = own;
    }
    return true;
}

/* An operation a line. */
static void add_lines(struct buf *out, const cJSON *operations)
{
    const cJSON *operation;
    const char *before = "[\n  ";
    cJSON_ArrayForEach(operation, operations)
    {
        buf_add(out, before);
        json_render(operation, false, out);
        before = ",\n  ";
    }
    buf_add(out, operations->child != NULL ? "\n]\n" : "[]\n");
}

bool patch_render(const struct collection *c, const bool *selected, struct buf *out,
    size_t *homeless, struct err *err)
{
    const struct deck *deck;
    struct patch patch = { .operations = cJSON_CreateArray() };
    bool ok = find_deck(c, selected, &deck, err);
    *homeless = 0;
    if (ok && deck != NULL) {
        struct source source = {
            .name = deck->path, .text = deck->text.text, .len = deck->text.len
        };
        ok = json_parse(source, &patch.json, err);
        for (size_t i = 0; ok && i < c->alias_count; i++)
            if (begins_card(c, i, selected))
                add_card(&patch, c, c->aliases[i].card);
        if (ok)
            json_release(&patch.json);
        *homeless = patch.homeless;
    }
    if (ok)
        add_lines(out, patch.operations);
    cJSON_Delete(patch.operations);
    return ok;
}
