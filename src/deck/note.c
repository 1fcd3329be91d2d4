/*
 * One entry of "cards" becomes a note and the cards that are asked of it.
 *
 * The JSON type of "answer" decides the kind; "pairs" and "cloze" name theirs.
 */
#include "deck/fields.h"

#include <string.h>

/* [question, answer, options] or an object, as one set of fields. */
static bool collect_compact(
    struct loader *loader, const cJSON *entry, const cJSON *own[FIELD_COUNT])
{
    int size = cJSON_GetArraySize(entry);
    const cJSON *question = entry->child;
    if (size < 2 || size > 3)
        return complain(loader, CODE_TYPE, entry,
            "a card written as an array is [\"question\", answer] or "
            "[\"question\", answer, { options }]");
    const cJSON *options = question->next->next;
    if (options != NULL && !cJSON_IsObject(options))
        return complain(loader, CODE_TYPE, options,
            "the third item of a card must be an object of options, not %s",
            json_type_words(options));
    if (options != NULL && !fields_collect(loader, options, false, own))
        return false;
    if (own[FIELD_QUESTION] != NULL || own[FIELD_ANSWER] != NULL)
        return complain_key(loader, CODE_DUPLICATE_KEY,
            own[own[FIELD_QUESTION] != NULL ? FIELD_QUESTION : FIELD_ANSWER],
            "question and answer stand before the options already");
    if (!value_check(loader, question, "question", TYPE_LINES))
        return false;
    own[FIELD_QUESTION] = question;
    own[FIELD_ANSWER] = question->next;
    return true;
}

static bool collect(struct loader *loader, const cJSON *entry, struct fields *fields)
{
    fields->entry = entry;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        fields->inherited[i] = loader->defaults[i];
    if (!texts_fit(loader, entry))
        return false;
    if (cJSON_IsArray(entry))
        return collect_compact(loader, entry, fields->own);
    if (cJSON_IsObject(entry))
        return fields_collect(loader, entry, false, fields->own);
    return complain(loader, CODE_TYPE, entry,
        "a card is an object or [\"question\", answer], not %s", json_type_words(entry));
}

/* Which kind is it?  False if the entry is none. */
static bool find_kind(
    struct loader *loader, const struct fields *fields, enum key_kind *kind)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    bool choice = fields->own[FIELD_WRONG] != NULL;
    if (fields->own[FIELD_CLOZE] != NULL)
        *kind = KEY_CLOZE;
    else if (fields->own[FIELD_PAIRS] != NULL)
        *kind = KEY_PAIRS;
    else if (answer == NULL)
        return complain(loader, CODE_MISSING, fields->entry,
            "card has no \"answer\"; write one, or \"pairs\", or \"cloze\"");
    else if (cJSON_IsString(answer))
        *kind = choice ? KEY_CHOICE : KEY_TEXT;
    else if (cJSON_IsNumber(answer))
        *kind = KEY_NUMBER;
    else if (cJSON_IsBool(answer))
        *kind = KEY_BOOLEAN;
    else if (cJSON_IsArray(answer) && choice)
        *kind = KEY_CHOICES;
    else if (cJSON_IsArray(answer))
        *kind = cJSON_IsTrue(fields_get(fields, FIELD_ORDERED)) ? KEY_SEQUENCE : KEY_LIST;
    else
        return complain(loader, CODE_TYPE, answer,
            "\"answer\" must be a text, a number, true, false or an array, not %s",
            json_type_words(answer));
    return true;
}

static bool has_question(
    struct loader *loader, const struct fields *fields, enum key_kind kind)
{
    return kind == KEY_CLOZE || fields->own[FIELD_QUESTION] != NULL ||
           complain(loader, CODE_MISSING, fields->entry, "card has no \"question\"");
}

static bool build_cards(struct loader *loader, const struct fields *fields,
    enum key_kind kind, struct note *note)
{
    struct key common = { 0 };
    size_t first = loader->deck->card_count;
    if (!feedback_check(loader, fields->own[FIELD_FEEDBACK]) ||
        !strict_read(loader, fields, &common.strict))
        return false;
    common.literal = cJSON_IsTrue(fields_get(fields, FIELD_LITERAL));
    if (kind == KEY_CLOZE) {
        if (!cloze_build(loader, fields, note))
            return false;
        for (size_t i = first; i < loader->deck->card_count; i++) {
            loader->deck->cards[i].key.strict = common.strict;
            loader->deck->cards[i].key.literal = common.literal;
        }
    } else {
        if (!key_build(loader, fields, kind, &common))
            return false;
        struct card *card = add_card(loader, note, "");
        card->kind = kind;
        card->question = keep_lines(loader, fields->own[FIELD_QUESTION]);
        card->key = common;
    }
    return ((KINDS_TYPED >> kind & 1) == 0 || reverse_build(loader, fields, note)) &&
           tests_keep(loader, fields, note);
}

static bool check_default_reverse(struct loader *loader, const cJSON *reverse)
{
    return reverse == NULL || cJSON_IsBool(reverse) ||
           complain(loader, CODE_TYPE, reverse,
               "\"reverse\" in \"defaults\" must be true or false, not %s",
               json_type_words(reverse));
}

void defaults_check(struct loader *loader, const cJSON *values[FIELD_COUNT])
{
    struct fields fields = { 0 };
    struct note note = { 0 };
    unsigned strict;
    memcpy(fields.inherited, values, sizeof fields.inherited);
    if (!strict_read(loader, &fields, &strict))
        values[FIELD_STRICT] = NULL;
    if (!grading_set(loader, &fields, KEY_TEXT, &note))
        values[FIELD_GRADING] = NULL;
    if (!allowed_set(loader, &fields))
        values[FIELD_ALLOW] = NULL;
    if (!tolerance_check(loader, fields_get(&fields, FIELD_TOLERANCE)))
        values[FIELD_TOLERANCE] = NULL;
    if (!check_default_reverse(loader, fields_get(&fields, FIELD_REVERSE)))
        values[FIELD_REVERSE] = NULL;
    if (fields_get(&fields, FIELD_SOURCE) != NULL &&
        !citations_build(loader, &fields, &note))
        values[FIELD_SOURCE] = NULL;
}

void load_entry(struct loader *loader, const cJSON *entry)
{
    struct deck *deck = loader->deck;
    struct fields fields = { 0 };
    enum key_kind kind = KEY_TEXT;
    size_t cards = deck->card_count;
    deck->notes = arena_grow(loader->arena, deck->notes, deck->note_count,
        &loader->note_capacity, sizeof *deck->notes);
    struct note *note = &deck->notes[deck->note_count];
    *note = (struct note){ 0 };

    bool ok = collect(loader, entry, &fields);
    ok = ok && find_kind(loader, &fields, &kind);
    ok = ok && fields_check_kind(loader, &fields, kind);
    ok = ok && has_question(loader, &fields, kind);
    ok = ok && common_build(loader, &fields, kind, note);
    ok = ok && build_cards(loader, &fields, kind, note);
    if (!ok) {
        deck->card_count = cards;
        deck->left_out++;
        return;
    }
    map_add(&loader->names, note->id, deck->note_count++);
}
