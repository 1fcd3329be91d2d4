#include "cmd/new_id.h"

#include "deck/edit.h"
#include "exchange/id.h"

enum { MOST_BYTES = 40 };

void new_ids_read(struct new_ids *ids, const cJSON *cards)
{
    const cJSON *card;
    cJSON_ArrayForEach(card, cards)
    {
        const cJSON *id = edit_member(card, "id");
        if (cJSON_IsString(id))
            new_ids_take(ids, id->valuestring);
    }
}

bool new_ids_take(struct new_ids *ids, const char *id)
{
    return map_add(&ids->taken, arena_strdup(&ids->arena, id), 0);
}

const char *new_ids_make(struct new_ids *ids, const char *question)
{
    const char *words = id_slug(&ids->arena, question, MOST_BYTES);
    if (words[0] == '\0')
        words = "card";
    const char *id = words;
    for (int number = 2; !new_ids_take(ids, id); number++)
        id = arena_printf(&ids->arena, "%s-%d", words, number);
    return id;
}

void new_ids_release(struct new_ids *ids)
{
    map_release(&ids->taken);
    arena_release(&ids->arena);
}
