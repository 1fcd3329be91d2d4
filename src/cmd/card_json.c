/*
 * Cards as programs see them.
 */
#include "cmd/card.h"

const char *state_word(const struct progress *progress)
{
    return progress->plan.phase == PHASE_RELEARNING ? phase_word(PHASE_LEARNING)
                                                    : phase_word(progress->plan.phase);
}

cJSON *due_json(const struct progress *progress)
{
    if (progress->plan.phase == PHASE_NEW)
        return cJSON_CreateNull();
    return json_instant(progress->plan.due_ms);
}

/* The file's end is told, or the rest of it would be measured for each card. */
cJSON *answer_json(const struct card *card)
{
    const struct buf *file = &card->note->deck->text;
    const char *end, *start = card->note->answer_json;
    if (card->key_name[0] == '\0' && start != NULL)
        return cJSON_ParseWithLengthOpts(
            start, (size_t)(file->text + file->len - start), &end, 0);
    struct arena arena = { 0 };
    cJSON *text = cJSON_CreateString(match_expected(&card->key, &arena));
    arena_release(&arena);
    return text;
}

cJSON *tags_json(const struct note *note)
{
    cJSON *tags = cJSON_CreateArray();
    for (size_t i = 0; i < note->tag_count; i++)
        cJSON_AddItemToArray(tags, cJSON_CreateString(note->tags[i]));
    return tags;
}

cJSON *source_json(const struct note *note)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < note->citation_count; i++) {
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, "document", note->citations[i].document->name);
        json_add_text(one, "at", note->citations[i].at);
        cJSON_AddItemToArray(list, one);
    }
    return list;
}

cJSON *intervals_json(const struct plan plans[4], int64_t at_ms)
{
    cJSON *object = cJSON_CreateObject();
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++)
        cJSON_AddNumberToObject(object, fsrs_rating_word((enum fsrs_rating)rating),
            (double)schedule_delay_s(&plans[rating - 1], at_ms));
    return object;
}

cJSON *counts_json(struct queue_counts counts)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "new", (double)counts.fresh);
    cJSON_AddNumberToObject(object, "learning", (double)counts.learning);
    cJSON_AddNumberToObject(object, "due", (double)counts.due);
    return object;
}

cJSON *memory_json(struct memory memory)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "stability", memory.stability_days);
    cJSON_AddNumberToObject(object, "stability_fast", memory.fast_stability_days);
    cJSON_AddNumberToObject(object, "difficulty", memory.difficulty);
    return object;
}

cJSON *event_json(const struct event_key *key)
{
    struct buf text = { 0 };
    buf_addf(&text, "%s:%lld", key->device, (long long)key->seq);
    cJSON *json = cJSON_CreateString(text.text);
    buf_release(&text);
    return json;
}

void json_add_text(cJSON *object, const char *key, const char *text)
{
    cJSON_AddItemToObject(
        object, key, text != NULL ? cJSON_CreateString(text) : cJSON_CreateNull());
}

void json_add_day(cJSON *object, const char *key, struct day day)
{
    char text[DAY_TEXT];
    day_format(day, text);
    cJSON_AddStringToObject(object, key, text);
}

void json_add_texts(
    cJSON *object, const char *key, const char *const *texts, size_t count)
{
    cJSON_AddItemToObject(object, key,
        count > 0 ? cJSON_CreateStringArray(texts, (int)count) : cJSON_CreateNull());
}
