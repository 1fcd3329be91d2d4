/*
 * A draft as a card of the deck format.
 */
#include "draft/draft.h"

#include <math.h>

static void add_text(cJSON *card, const char *key, const char *text)
{
    if (text != NULL)
        cJSON_AddStringToObject(card, key, text);
}

static cJSON *texts_json(const char *const *texts, size_t count)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++)
        cJSON_AddItemToArray(array, cJSON_CreateString(texts[i]));
    return array;
}

static cJSON *pairs_json(const struct draft *draft)
{
    cJSON *pairs = cJSON_CreateArray();
    for (size_t i = 0; i < draft->item_count; i++) {
        const char *sides[] = { draft->items[i], draft->rights[i] };
        cJSON_AddItemToArray(pairs, texts_json(sides, 2));
    }
    return pairs;
}

static void add_answer(cJSON *card, const struct draft *draft)
{
    if (draft->kind == DRAFT_SEQUENCE)
        cJSON_AddItemToObject(card, "pairs", pairs_json(draft));
    else if (draft->item_count > 0)
        cJSON_AddItemToObject(
            card, "answer", texts_json(draft->items, draft->item_count));
    else if (draft->number != NULL)
        cJSON_AddItemToObject(card, "answer", cJSON_CreateRaw(draft->number));
    else
        add_text(card, "answer", draft->answer);
    add_text(card, "unit", draft->unit);
    if (draft->wrong_count > 0)
        cJSON_AddItemToObject(
            card, "wrong", texts_json(draft->wrong, draft->wrong_count));
    if (draft->accept != NULL)
        cJSON_AddItemToObject(card, "accept", texts_json(&draft->accept, 1));
    if (draft->self)
        cJSON_AddStringToObject(card, "grading", "self");
}

static cJSON *place_json(const char *at, const char *document)
{
    if (document == NULL)
        return cJSON_CreateString(at);
    cJSON *place = cJSON_CreateObject();
    add_text(place, "document", document);
    add_text(place, "at", at);
    return place;
}

static cJSON *source_json(const struct draft *draft, const char *document)
{
    if (draft->other_count == 0)
        return place_json(draft->at, document);
    cJSON *places = cJSON_CreateArray();
    cJSON_AddItemToArray(places, place_json(draft->at, document));
    for (size_t i = 0; i < draft->other_count; i++)
        cJSON_AddItemToArray(places, place_json(draft->others[i], document));
    return places;
}

cJSON *draft_card(const struct draft *draft, const char *id, const char *document)
{
    cJSON *card = cJSON_CreateObject();
    add_text(card, "id", id);
    if (draft->cloze != NULL) {
        add_text(card, "cloze", draft->cloze);
    } else {
        add_text(card, "question", draft->question);
        add_answer(card, draft);
    }
    const char *tag = draft_kind_word(draft->kind);
    cJSON_AddItemToObject(card, "tags", texts_json(&tag, 1));
    cJSON_AddItemToObject(card, "source", source_json(draft, document));
    cJSON_AddNumberToObject(card, "x-score", round(draft->score * 100) / 100);
    return card;
}
