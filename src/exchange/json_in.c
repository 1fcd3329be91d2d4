/*
 * Cards from other people's JSON: wherever objects have a key for a question.
 *
 * The objects may lie in one array, in arrays by topic, or within decks that have names; the way to
 * them becomes a tag.  [question, answer] in an array works as well.
 */
#include "exchange/card.h"
#include "exchange/columns.h"
#include "exchange/text.h"

#include <string.h>

struct finder {
    struct import *import;
    struct json *json;
    bool surveying;     // looking only, to know what is below
    bool html;          // texts have named characters in them
    bool zero, highest; // some answer is number 0, or the number of the last option
    size_t found;
    const cJSON *example; // an object that is no card
};

static bool is_scalar(const cJSON *value)
{
    return cJSON_IsString(value) || cJSON_IsNumber(value) || cJSON_IsBool(value);
}

static enum role role_for(const struct import *import, const char *name)
{
    const struct import_options *options = &import->options;
    if (options->front != NULL && text_same_word(name, options->front))
        return ROLE_QUESTION;
    if (options->back != NULL && text_same_word(name, options->back))
        return ROLE_ANSWER;
    enum role role = role_of(name);
    bool taken = (role == ROLE_QUESTION && options->front != NULL) ||
                 (role == ROLE_ANSWER && options->back != NULL);
    return taken ? ROLE_NONE : role;
}

/* The first member of the object that has the role, or NULL. */
static const cJSON *member_for(
    const struct import *import, const cJSON *object, enum role role)
{
    const cJSON *member;
    cJSON_ArrayForEach(
        member, object) if (role_for(import, member->string) == role) return member;
    return NULL;
}

static bool is_card(const struct finder *finder, const cJSON *object)
{
    return cJSON_IsObject(object) &&
           is_scalar(member_for(finder->import, object, ROLE_QUESTION));
}

static bool is_pair(const cJSON *array)
{
    int count = cJSON_GetArraySize(array);
    return cJSON_IsArray(array) && count >= 2 && count <= 3 &&
           cJSON_IsString(array->child) && is_scalar(array->child->next);
}

/* ---- one card --------------------------------------------------------------------------- */

/* The value as text; a number as it is written. */
static const char *text_of(const struct finder *finder, const cJSON *value)
{
    struct arena *arena = &finder->import->arena;
    const char *written = finder->json->source.text + json_offset(value);
    if (cJSON_IsString(value))
        return value->valuestring;
    if (cJSON_IsNumber(value))
        return arena_strndup(arena, written, strspn(written, "+-.0123456789eE"));
    if (cJSON_IsBool(value))
        return cJSON_IsTrue(value) ? "true" : "false";
    if (cJSON_IsNull(value))
        return "";
    struct buf text = { 0 };
    json_render(value, false, &text);
    const char *kept = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return kept;
}

static void put(const struct finder *finder, struct entry *entry, const cJSON *member)
{
    struct import *import = finder->import;
    enum role role = role_for(import, member->string), several = ROLE_NONE;
    if (role != ROLE_NONE && role != ROLE_TOPIC && entry->values[role] != NULL)
        role = ROLE_NONE; // an earlier key has it
    if (role == ROLE_NONE)
        several = role_of_item(member->string);
    const cJSON *item;
    if (role == ROLE_NONE && several == ROLE_NONE)
        entry_keep(import, entry, member->string, text_of(finder, member));
    else if (cJSON_IsArray(member))
        cJSON_ArrayForEach(item, member)
            entry_add(import, entry, role, text_of(finder, item));
    else if (several != ROLE_NONE)
        entry_add(import, entry, several, text_of(finder, member));
    else
        entry_put(import, entry, role, text_of(finder, member));
}

/* "answers" beside the right one are the options; an array for an answer is a list, or several choices. */
static void settle(const struct finder *finder, struct entry *entry, const cJSON *object)
{
    const char **values = entry->values;
    const cJSON *answer = member_for(finder->import, object, ROLE_ANSWER);
    if (cJSON_IsArray(member_for(finder->import, object, ROLE_CORRECT)))
        values[ROLE_KIND] = "choices";
    if (!cJSON_IsArray(answer))
        return;
    if (values[ROLE_OPTIONS] == NULL && values[ROLE_CORRECT] != NULL) {
        values[ROLE_OPTIONS] = values[ROLE_ANSWER];
        values[ROLE_ANSWER] = NULL;
    } else {
        bool choice = values[ROLE_OPTIONS] != NULL || values[ROLE_WRONG] != NULL;
        values[ROLE_KIND] = choice ? "choices" : "list";
    }
}

static struct entry begin(const struct finder *finder, const cJSON *value)
{
    struct entry entry = {
        .file = finder->json->source.name,
        .html = finder->html || finder->import->options.html,
        .first_option = finder->highest && !finder->zero ? 1 : 0,
    };
    source_place(&finder->json->source, json_offset(value), &entry.line, &entry.column);
    return entry;
}

static void add_object(
    const struct finder *finder, const cJSON *object, const char *topic)
{
    struct entry entry = begin(finder, object);
    const cJSON *member;
    cJSON_ArrayForEach(member, object) put(finder, &entry, member);
    settle(finder, &entry, object);
    if (entry.values[ROLE_TOPIC] == NULL && topic != NULL)
        entry_put(finder->import, &entry, ROLE_TOPIC, topic);
    entry_finish(finder->import, &entry);
}

static void add_pair(const struct finder *finder, const cJSON *pair, const char *topic)
{
    struct entry entry = begin(finder, pair);
    entry_put(finder->import, &entry, ROLE_QUESTION, text_of(finder, pair->child));
    entry_put(finder->import, &entry, ROLE_ANSWER, text_of(finder, pair->child->next));
    if (topic != NULL)
        entry_put(finder->import, &entry, ROLE_TOPIC, topic);
    entry_finish(finder->import, &entry);
}

/* ---- where they are --------------------------------------------------------------------- */

/* What there is to know before the first card is made. */
static void survey(struct finder *finder, const cJSON *object)
{
    const cJSON *options = member_for(finder->import, object, ROLE_OPTIONS), *member;
    const cJSON *right = member_for(finder->import, object, ROLE_CORRECT);
    if (right == NULL)
        right = member_for(finder->import, object, ROLE_ANSWER);
    if (cJSON_IsArray(options) && cJSON_IsNumber(right)) {
        finder->zero = finder->zero || right->valuedouble == 0;
        finder->highest =
            finder->highest || (int)right->valuedouble == cJSON_GetArraySize(options);
    }
    cJSON_ArrayForEach(
        member, object) if (cJSON_IsString(member) && html_has_names(member->valuestring))
        finder->html = true;
}

static void take(struct finder *finder, const cJSON *value, const char *topic)
{
    finder->found++;
    if (finder->surveying && cJSON_IsObject(value))
        survey(finder, value);
    else if (!finder->surveying && cJSON_IsObject(value))
        add_object(finder, value, topic);
    else if (!finder->surveying)
        add_pair(finder, value, topic);
}

/* Names that say nothing of a topic. */
static bool is_container(const char *key)
{
    static const char *const names[] = { "cards", "questions", "flashcards", "library",
        "results", "items", "data", "notes", "terms", "decks", "words", "quiz", "sets",
        "entries", "children", "list" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (text_same_word(key, names[i]))
            return true;
    return false;
}

/* What an object around cards calls itself. */
static const char *name_of(const cJSON *object)
{
    static const char *const keys[] = { "title", "name", "category", "topic" };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const cJSON *name = cJSON_GetObjectItemCaseSensitive(object, keys[i]);
        if (cJSON_IsString(name) && name->valuestring[0] != '\0')
            return name->valuestring;
    }
    return NULL;
}

static void visit(struct finder *finder, const cJSON *value, const char *topic)
{
    const cJSON *member;
    bool array = cJSON_IsArray(value);
    cJSON_ArrayForEach(member, value)
    {
        bool named = !array && !is_container(member->string);
        const char *own = cJSON_IsObject(member) ? name_of(member) : NULL;
        const char *below = own != NULL ? own : named ? member->string : topic;
        if (array && cJSON_IsObject(member) && finder->example == NULL)
            finder->example = member;
        if (is_card(finder, member) || (array && is_pair(member)))
            take(finder, member, topic);
        else if (member->child != NULL)
            visit(finder, member, below);
    }
}

/* ---- the file --------------------------------------------------------------------------- */

static bool no_cards(struct finder *finder, struct err *err)
{
    struct buf keys = { 0 };
    const cJSON *member, *example = finder->example;
    cJSON_ArrayForEach(member, example) if (keys.len < 120)
        buf_addf(&keys, "%s\"%.40s\"", keys.len > 0 ? ", " : "", member->string);
    bool some = keys.len > 0;
    err_at(err, &finder->json->source,
        example != NULL ? json_offset(example) : json_offset(finder->json->root),
        "no cards found: no object has a question and an answer under names that are "
        "known (question and answer, front and back, term and definition ...)%s%s%s",
        some ? "; here are " : "", buf_text(&keys),
        some ? ": name two with --front and --back" : "");
    buf_release(&keys);
    return false;
}

static bool find_cards(struct finder *finder, struct err *err)
{
    const cJSON *root = finder->json->root;
    if (cJSON_HasObjectItem(root, "format") && cJSON_HasObjectItem(root, "cards"))
        return err_set(err, ERR_USAGE,
            "%s: this is a deck already; put it into the folder of your decks",
            finder->json->source.name);
    finder->surveying = true;
    visit(finder, root, NULL);
    if (finder->found == 0)
        return no_cards(finder, err);
    finder->surveying = false;
    if (cJSON_IsObject(root) && name_of(root) != NULL)
        finder->import->title = arena_strdup(&finder->import->arena, name_of(root));
    visit(finder, root, NULL);
    return true;
}

bool json_read(struct import *import, struct source *source, struct err *err)
{
    struct json json;
    if (!json_parse(*source, &json, err))
        return false;
    struct finder finder = { .import = import, .json = &json };
    bool ok = find_cards(&finder, err);
    json_release(&json);
    return ok;
}
