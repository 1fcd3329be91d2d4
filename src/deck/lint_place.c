/*
 * From a card back to the values of the file that it was made from.
 */
#include "deck/lint_parts.h"

#include <string.h>

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

const cJSON *note_member(const struct note *note, const char *key)
{
    const cJSON *entry = note->entry;
    if (!cJSON_IsArray(entry))
        return member(entry, key);
    if (strcmp(key, "question") == 0)
        return entry->child;
    if (strcmp(key, "answer") == 0)
        return entry->child->next;
    return member(entry->child->next->next, key);
}

static bool is_reverse(const struct card *card)
{
    return card->kind != KEY_CLOZE && card->key_name[0] != '\0';
}

/* The object that "gaps" has for the card; NULL: the gap stands in the text. */
static const cJSON *gap_of(const struct card *card)
{
    if (card->kind != KEY_CLOZE)
        return NULL;
    return member(note_member(card->note, "gaps"), card->key_name);
}

/* Where the keys of this side stand, if it has an object of its own. */
static const cJSON *own_object(const struct card *card)
{
    return is_reverse(card) ? note_member(card->note, "reverse") : gap_of(card);
}

/* The value under `key` in the card's own object; failing that, the best place there is. */
static const cJSON *own_place(const struct card *card, const char *key)
{
    const cJSON *object = own_object(card), *value = member(object, key);
    if (value == NULL)
        value = object;
    if (value == NULL)
        value = note_member(card->note, is_reverse(card) ? "answer" : "cloze");
    return value;
}

const cJSON *question_place(const struct card *card)
{
    if (card->kind == KEY_CLOZE)
        return note_member(card->note, "cloze");
    return is_reverse(card) ? own_place(card, "question")
                            : note_member(card->note, "question");
}

static const cJSON *item_at(const cJSON *array, size_t at)
{
    return cJSON_IsArray(array) ? cJSON_GetArrayItem(array, (int)at) : array;
}

/* A form of a list's item: the item may be a text, or an array of names. */
static const cJSON *list_place(const struct card *card, size_t item, size_t form)
{
    return item_at(item_at(note_member(card->note, "answer"), item), form);
}

static const cJSON *pair_place(const struct card *card, size_t item)
{
    return item_at(item_at(note_member(card->note, "pairs"), item), 1);
}

const cJSON *form_place(const struct card *card, size_t item, size_t form)
{
    if (card->kind == KEY_PAIRS)
        return pair_place(card, item);
    if (is_reverse(card))
        return form == 0 ? own_place(card, "answer")
                         : item_at(own_place(card, "accept"), form - 1);
    if (card->kind == KEY_CLOZE)
        return form == 0 ? own_place(card, "text")
                         : item_at(own_place(card, "accept"), form - 1);
    if (card->kind == KEY_TEXT || card->kind == KEY_NUMBER)
        return form == 0 ? note_member(card->note, "answer")
                         : item_at(note_member(card->note, "accept"), form - 1);
    return list_place(card, item, form);
}

const cJSON *hint_place(const struct card *card)
{
    if (card->hint == NULL)
        return NULL;
    if (card->hint == card->note->hint)
        return note_member(card->note, "hint");
    return own_place(card, "hint");
}

const cJSON *feedback_place(const struct card *card)
{
    if (card->kind == KEY_CLOZE)
        return member(gap_of(card), "feedback");
    return is_reverse(card) ? NULL : note_member(card->note, "feedback");
}
