/*
 * The answer of a card: which kind it is, and what goes under which key.
 *
 * Where the source does not say the kind, wrong answers or options make a choice, and everything
 * else is text; numbers too, since the judge compares them as values.  What nobody types (long
 * answers, lines, pictures) is graded by the learner.
 */
#include "exchange/card.h"

#include "base/utf8.h"
#include "exchange/cell.h"
#include "exchange/text.h"
#include "match/key.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TYPED_COLUMNS = 60 }; // more than this nobody types

static bool says_yes(const char *value)
{
    static const char *const no[] = { "0", "n", "no", "false", "nein", "non" };
    if (value == NULL)
        return false;
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
        if (text_same_word(value, no[i]))
            return false;
    return true;
}

/* The kind that the source names; KEY_TEXT with *named false if it names none of ours. */
static enum key_kind kind_named(const struct entry *entry, bool *named)
{
    const char *word = entry->values[ROLE_KIND];
    for (int kind = KEY_TEXT; kind <= KEY_CLOZE; kind++)
        if (word != NULL && text_same_word(word, key_kind_word((enum key_kind)kind))) {
            *named = true;
            return (enum key_kind)kind;
        }
    *named = false;
    return KEY_TEXT;
}

/* "6650 km ± 50"; false if it does not begin with a number. */
static bool add_number(struct import *import, cJSON *card, const char *answer)
{
    char *end;
    double value = strtod(answer, &end);
    const char *mark = strstr(end, "\xC2\xB1");
    if (end == answer || !isfinite(value) ||
        strspn(answer, "+-0123456789.eE") != (size_t)(end - answer))
        return false;
    size_t len = mark != NULL ? (size_t)(mark - end) : strlen(end);
    while (len > 0 && *end == ' ')
        end++, len--;
    while (len > 0 && end[len - 1] == ' ')
        len--;
    cJSON_AddNumberToObject(card, "answer", value);
    if (len > 0)
        card_add_text(card, "unit", arena_strndup(&import->arena, end, len));
    if (mark != NULL)
        cJSON_AddNumberToObject(card, "tolerance", strtod(mark + 2, NULL));
    return true;
}

static bool add_boolean(cJSON *card, const char *answer)
{
    bool yes = text_same_word(answer, "true");
    if (!yes && !text_same_word(answer, "false"))
        return false;
    cJSON_AddBoolToObject(card, "answer", yes);
    return true;
}

/* Items by ";", the names of one by "|". */
static void add_list(struct import *import, cJSON *card, const char *answer)
{
    struct cell_values items = { 0 };
    cJSON *list = cJSON_AddArrayToObject(card, "answer");
    cell_split(&import->arena, answer, ";\n", &items);
    for (size_t i = 0; i < items.count; i++) {
        cJSON *names = card_texts_of(import, items.items[i], "|");
        bool one = cJSON_GetArraySize(names) == 1;
        cJSON_AddItemToArray(list, one ? cJSON_DetachItemFromArray(names, 0) : names);
        if (one)
            cJSON_Delete(names);
    }
}

static void add_pairs(struct import *import, cJSON *card, const char *answer)
{
    struct cell_values pairs = { 0 };
    cJSON *list = cJSON_AddArrayToObject(card, "pairs");
    cell_split(&import->arena, answer, ";\n", &pairs);
    for (size_t i = 0; i < pairs.count; i++)
        cJSON_AddItemToArray(list, card_texts_of(import, pairs.items[i], "="));
}

static bool is_typed(const char *answer)
{
    return strchr(answer, '\n') == NULL && strstr(answer, "[image") == NULL &&
           strstr(answer, "[sound") == NULL &&
           utf8_width(answer, strlen(answer)) <= TYPED_COLUMNS;
}

static void add_typed(
    struct import *import, cJSON *card, const struct entry *entry, bool named)
{
    const char *answer = entry->values[ROLE_ANSWER];
    if (entry->values[ROLE_ACCEPT] != NULL)
        card_add_texts(
            card, "accept", card_texts_of(import, entry->values[ROLE_ACCEPT], ";\n"));
    if (says_yes(entry->values[ROLE_REVERSE]) || import->options.reverse)
        cJSON_AddTrueToObject(card, "reverse");
    if (!named && !is_typed(answer))
        cJSON_AddStringToObject(card, "grading", "self");
}

static int option_of_text(const cJSON *options, const char *text)
{
    int at = 0;
    const cJSON *option;
    cJSON_ArrayForEach(option, options)
    {
        if (text_same_word(option->valuestring, text))
            return at;
        at++;
    }
    return -1;
}

/* The option of that number or letter, where the first has the number `first`. */
static int option_of_place(const cJSON *options, const char *place, int first)
{
    int count = cJSON_GetArraySize(options);
    char *end;
    long number = strtol(place, &end, 10) - first;
    if (end != place)
        return *end == '\0' && number >= 0 && number < count ? (int)number : -1;
    int letter = (place[0] | 0x20) - 'a';
    bool alone = place[0] != '\0' && (place[1] == '\0' || strcmp(place + 1, ")") == 0);
    return alone && letter >= 0 && letter < count ? letter : -1;
}

/* Which of the options is meant?  An answer is rather a text, what is "correct" rather a place. */
static int option_meant(const cJSON *options, const char *word, const struct entry *entry)
{
    int text = option_of_text(options, word);
    int place = option_of_place(options, word, entry->first_option);
    bool rather_place = entry->values[ROLE_CORRECT] != NULL;
    return text >= 0 && (place < 0 || !rather_place) ? text : place;
}

/* Takes the right ones out of the options; false if one is not among them. */
static bool take_right(
    cJSON *options, const cJSON *words, const struct entry *entry, cJSON *right)
{
    int meant[26], count = 0;
    const cJSON *word;
    cJSON_ArrayForEach(word, words)
    {
        int at = count < 26 ? option_meant(options, word->valuestring, entry) : -1;
        if (at < 0)
            return false;
        meant[count++] = at;
    }
    for (int i = 0; i < count; i++)
        cJSON_AddItemToArray(right,
            cJSON_CreateString(cJSON_GetArrayItem(options, meant[i])->valuestring));
    cJSON *option = options->child, *next;
    for (; option != NULL; option = next) {
        next = option->next;
        if (card_has_text(right, option->valuestring))
            cJSON_Delete(cJSON_DetachItemViaPointer(options, option));
    }
    return count > 0;
}

/* Options of which some are right. */
static bool add_options(
    struct import *import, cJSON *card, const struct entry *entry, bool several)
{
    const char *said = entry->values[ROLE_CORRECT];
    if (said == NULL)
        said = entry->values[ROLE_ANSWER];
    cJSON *options = card_texts_of(import, entry->values[ROLE_OPTIONS], ";\n|");
    cJSON *words = card_texts_of(import, said != NULL ? said : "", several ? ";\n" : "");
    cJSON *right = cJSON_CreateArray();
    bool found = take_right(options, words, entry, right);
    several = several || cJSON_GetArraySize(right) > 1;
    cJSON_AddItemToObject(
        card, "answer", several ? right : cJSON_DetachItemFromArray(right, 0));
    if (!several)
        cJSON_Delete(right);
    card_add_texts(card, "wrong", options);
    cJSON_Delete(words);
    return found;
}

const char *card_add_answer(struct import *import, cJSON *card, const struct entry *entry)
{
    bool named;
    enum key_kind kind = kind_named(entry, &named);
    const char *answer = entry->values[ROLE_ANSWER], *wrong = entry->values[ROLE_WRONG];
    if (entry->values[ROLE_OPTIONS] != NULL)
        return add_options(import, card, entry, kind == KEY_CHOICES)
                   ? NULL
                   : "the right answer is not among the options";
    if (answer == NULL)
        return "no answer";
    if (kind == KEY_PAIRS) {
        add_pairs(import, card, answer);
    } else if (key_has_items(kind)) {
        add_list(import, card, answer);
        if (kind == KEY_SEQUENCE)
            cJSON_AddTrueToObject(card, "ordered");
    } else if (wrong != NULL && kind != KEY_BOOLEAN) {
        if (kind == KEY_CHOICES)
            cJSON_AddItemToObject(card, "answer", card_texts_of(import, answer, ";\n"));
        else
            card_add_text(card, "answer", answer);
        card_add_texts(card, "wrong", card_texts_of(import, wrong, ";\n|"));
    } else if (kind != KEY_BOOLEAN || !add_boolean(card, answer)) {
        if (kind != KEY_NUMBER || !add_number(import, card, answer))
            card_add_text(card, "answer", answer);
        add_typed(import, card, entry, named);
    }
    return NULL;
}
