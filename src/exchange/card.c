#include "exchange/card.h"

#include "exchange/cell.h"
#include "exchange/gaps.h"
#include "exchange/id.h"
#include "exchange/text.h"

#include <string.h>

/* ---- parts ------------------------------------------------------------------------------ */

void card_add_text(cJSON *card, const char *key, const char *value)
{
    if (value != NULL)
        cJSON_AddStringToObject(card, key, value);
}

cJSON *card_texts_of(struct import *import, const char *cell, const char *at)
{
    struct cell_values values = { 0 };
    cJSON *texts = cJSON_CreateArray();
    cell_split(&import->arena, cell, at, &values);
    for (size_t i = 0; i < values.count; i++)
        cJSON_AddItemToArray(
            texts, cJSON_CreateString(cell_plain(&import->arena, values.items[i])));
    return texts;
}

void card_add_texts(cJSON *card, const char *key, cJSON *texts)
{
    if (texts->child != NULL)
        cJSON_AddItemToObject(card, key, texts);
    else
        cJSON_Delete(texts);
}

bool card_has_text(const cJSON *texts, const char *text)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, texts) if (strcmp(one->valuestring, text) == 0) return true;
    return false;
}

static void add_tags(struct import *import, cJSON *tags, const char *cell, const char *at)
{
    cJSON *all = card_texts_of(import, cell, at), *tag;
    cJSON_ArrayForEach(tag, all) if (!card_has_text(tags, tag->valuestring))
        cJSON_AddItemToArray(tags, cJSON_CreateString(tag->valuestring));
    cJSON_Delete(all);
}

/* "a; b" or "a, b" or "a b"; a blank is part of a tag only where another mark separates them. */
static cJSON *tags_of(struct import *import, const struct entry *entry)
{
    cJSON *tags = cJSON_CreateArray();
    const char *cell = entry->values[ROLE_TAGS] != NULL ? entry->values[ROLE_TAGS] : "";
    const char *at = strpbrk(cell, ";\n") != NULL ? ";\n"
                     : strchr(cell, ',') != NULL  ? ","
                                                  : " ";
    add_tags(import, tags, cell, entry->words ? " \n" : at);
    if (entry->values[ROLE_TOPIC] != NULL)
        add_tags(import, tags, entry->values[ROLE_TOPIC], ";");
    return tags;
}

/* Is there nothing but pictures and sounds, in brackets? */
static bool is_only_media(const char *text)
{
    while (*text != '\0') {
        text += strspn(text, " \n");
        if (strncmp(text, "[image", 6) != 0 && strncmp(text, "[sound", 6) != 0)
            return *text == '\0';
        text += strcspn(text, "]");
        text += *text == ']';
    }
    return true;
}

static void add_source(struct import *import, cJSON *card, const char *cell)
{
    if (cell == NULL)
        return;
    cJSON *places = card_texts_of(import, cell, ";\n");
    if (cJSON_GetArraySize(places) == 1)
        cJSON_AddItemToObject(card, "source", cJSON_DetachItemFromArray(places, 0));
    else
        cJSON_AddItemToObject(card, "source", cJSON_Duplicate(places, 1));
    cJSON_Delete(places);
    import->sources = true;
}

static void add_extras(struct import *import, cJSON *card, const struct entry *entry)
{
    for (size_t i = 0; i < entry->extra_count; i++)
        if (!cJSON_HasObjectItem(card, entry->extras[i].key)) {
            card_add_text(card, entry->extras[i].key, entry->extras[i].value);
            import->kept++;
        }
}

/* ---- cards ------------------------------------------------------------------------------ */

/* The first id that no card has. */
static const char *free_id(struct import *import, const struct entry *entry,
    const char *question, const char *answer, int number)
{
    struct arena *arena = &import->arena;
    const char *guid = entry->values[ROLE_CARD];
    const char *id =
        guid != NULL ? id_of_guid(arena, guid) : id_of_text(arena, question, NULL);
    if (number > 0)
        id = id_of_guid(arena, arena_printf(arena, "%s.c%d", id, number));
    if (map_add(&import->ids, id, import->count))
        return id;
    const char *own = id = id_of_text(arena, question, answer);
    for (int i = 2; !map_add(&import->ids, id, import->count); i++)
        id = arena_printf(arena, "%s-%d", own, i);
    return id;
}

/* Is there a card that asks and wants the same?  Then this one is left out. */
static bool is_double(struct import *import, const struct entry *entry,
    const char *question, const char *answer)
{
    struct buf both = { 0 };
    size_t other;
    text_add_normal(&both, question);
    buf_addf(&both, "\n%s", answer);
    const char *key = arena_strdup(&import->arena, both.text);
    buf_release(&both);
    if (map_add(&import->seen, key, import->count))
        return false;
    map_find(&import->seen, key, &other);
    entry_leave_out(import, entry, "left out: the same question and answer as in %s:%d",
        import->cards[other].file, import->cards[other].line);
    return true;
}

/* What a card wants, to compare it with others. */
static const char *wanted(struct arena *arena, const cJSON *card)
{
    static const char *const keys[] = { "answer", "pairs", "cloze" };
    struct buf text = { 0 };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(card, keys[i]);
        if (value != NULL)
            json_render(value, false, &text);
    }
    const char *kept = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return kept;
}

/* Adds what all kinds have, and takes the card over. */
static void add_card(struct import *import, const struct entry *entry, cJSON *card,
    const char *question, int number)
{
    const char *answer = wanted(&import->arena, card);
    if (is_double(import, entry, question, answer)) {
        cJSON_Delete(card);
        return;
    }
    card_add_text(card, "id", free_id(import, entry, question, answer, number));
    card_add_text(card, "hint", entry->values[ROLE_HINT]);
    card_add_text(card, "note", entry->values[ROLE_NOTE]);
    card_add_texts(card, "tags", tags_of(import, entry));
    add_source(import, card, entry->values[ROLE_SOURCE]);
    if (is_only_media(question)) {
        cJSON_AddTrueToObject(card, "disabled");
        import->parked++;
    }
    add_extras(import, card, entry);
    import->cards =
        vec_grow(import->cards, import->count, &import->capacity, sizeof *import->cards);
    import->cards[import->count++] = (struct imported){
        .card = card,
        .file = entry->file,
        .line = entry->line,
        .column = entry->column,
        .deck = entry->values[ROLE_DECK],
    };
}

/* Gaps in our own form, {{text}}: as they are. */
static void add_own_cloze(struct import *import, const struct entry *entry)
{
    const char *question = entry->values[ROLE_QUESTION];
    cJSON *card = cJSON_CreateObject();
    card_add_text(card, "cloze", question);
    add_card(import, entry, card, question, 0);
}

/* The back of a cloze says more; it is no answer. */
static void move_answer_to_note(struct import *import, struct entry *entry)
{
    const char *answer = entry->values[ROLE_ANSWER], *note = entry->values[ROLE_NOTE];
    if (answer != NULL)
        entry->values[ROLE_NOTE] =
            note != NULL ? arena_printf(&import->arena, "%s\n%s", answer, note) : answer;
}

static void add_clozes(struct import *import, struct entry *entry)
{
    struct gap_texts texts = { 0 };
    const char *plain;
    gaps_convert(&import->arena, entry->values[ROLE_QUESTION], &plain, &texts);
    if (texts.count == 0) {
        entry_leave_out(import, entry, "left out: no gap of the cloze hides anything");
        return;
    }
    move_answer_to_note(import, entry);
    for (size_t i = 0; i < texts.count; i++) {
        cJSON *card = cJSON_CreateObject();
        card_add_text(card, "cloze", texts.items[i].cloze);
        add_card(import, entry, card, plain, texts.items[i].number);
    }
}

static void add_single(struct import *import, const struct entry *entry)
{
    const char *question = entry->values[ROLE_QUESTION];
    cJSON *card = cJSON_CreateObject();
    card_add_text(card, "question", question);
    const char *fault = card_add_answer(import, card, entry);
    if (fault == NULL) {
        add_card(import, entry, card, question, 0);
        return;
    }
    entry_leave_out(import, entry, "left out: %s", fault);
    cJSON_Delete(card);
}

void entry_finish(struct import *import, struct entry *entry)
{
    const char *question = entry->values[ROLE_QUESTION];
    import->rows++;
    if (entry->fault != NULL)
        entry_leave_out(import, entry, "left out: %s", entry->fault);
    else if (question == NULL)
        entry_leave_out(import, entry, "left out: no question");
    else if (gaps_are_there(question))
        add_clozes(import, entry);
    else if (entry->values[ROLE_ANSWER] == NULL && strstr(question, "{{") != NULL)
        add_own_cloze(import, entry);
    else
        add_single(import, entry);
}
