#include "drafted.h"

#include "base/json.h"

#include <stdio.h>

void drafted_deck(const struct drafts *drafts, struct buf *out)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "format", 1);
    cJSON_AddStringToObject(root, "id", "d");
    cJSON_AddObjectToObject(cJSON_AddObjectToObject(root, "documents"), "d");
    cJSON *cards = cJSON_AddArrayToObject(root, "cards");
    for (size_t i = 0; i < drafts->count; i++) {
        char id[32];
        snprintf(id, sizeof id, "card-%zu", i);
        cJSON_AddItemToArray(cards, draft_card(&drafts->items[i], id, NULL));
    }
    json_render(root, false, out);
    cJSON_Delete(root);
}
