/*
 * The reverse side of a card.
 */
#include "deck/fields.h"

static const char *const reverse_names[] = { "question", "answer", "accept", "hint" };

static bool check_reverse(
    struct loader *loader, const cJSON *reverse, const cJSON *const values[4])
{
    static const enum field_type types[] = { TYPE_LINES, TYPE_TEXT, TYPE_TEXTS,
        TYPE_LINES };
    bool ok = true;
    for (size_t i = 0; i < 4; i++)
        ok = (values[i] == NULL ||
                 value_check(loader, values[i], reverse_names[i], types[i])) &&
             ok;
    return ok && (values[0] != NULL ||
                     complain(loader, CODE_MISSING, reverse,
                         "\"reverse\" needs a \"question\" of its own, or write true"));
}

static const char *number_with_unit(struct loader *loader, const struct key *key)
{
    const char *number = key->items[0].forms[0];
    return key->unit != NULL ? arena_printf(loader->arena, "%s %s", number, key->unit)
                             : number;
}

/*
 * "reverse": true asks the answer and expects the question; an object has its own question,
 * and may have its own answer where the first question is not the answer.
 */
bool reverse_build(
    struct loader *loader, const struct fields *fields, const struct note *note)
{
    const cJSON *reverse = fields_get(fields, FIELD_REVERSE), *values[4] = { 0 };
    if (reverse == NULL || cJSON_IsFalse(reverse))
        return true;
    if (!cJSON_IsTrue(reverse) && !cJSON_IsObject(reverse))
        return complain(loader, CODE_TYPE, reverse,
            "\"reverse\" is true, or an object with its own \"question\"");
    if (cJSON_IsObject(reverse) &&
        (!object_collect(loader, reverse, "\"reverse\"", reverse_names, values, 4) ||
            !check_reverse(loader, reverse, values)))
        return false;

    struct card front = loader->deck->cards[loader->deck->card_count - 1];
    struct card *card = add_card(loader, note, "reverse");
    card->kind = KEY_TEXT;
    card->question = values[0] != NULL ? keep_lines(loader, values[0])
                                       : number_with_unit(loader, &front.key);
    card->hint = keep_lines(loader, values[3]);
    card->key.kind = KEY_TEXT;
    card->key.strict = front.key.strict;
    card->key.literal = front.key.literal;
    card->key.count = 1;
    card->key.items = keep_item(
        loader, values[1] != NULL ? keep(loader, values[1]) : front.question, values[2]);
    return true;
}
