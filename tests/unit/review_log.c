#include "review_log.h"

#include "base/buf.h"
#include "fsrs/rating.h"

#include <stdio.h>
#include <stdlib.h>

bool review_log_load(const char *path, struct fsrs_history *history)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return false;
    struct fsrs_event *events = NULL;
    size_t count = 0, capacity = 0, cards = 0;
    char line[256];
    while (fgets(line, sizeof line, file)) {
        char *rest;
        unsigned long card = strtoul(line, &rest, 10);
        if (*rest != ',')
            continue; // the header
        long long at_ms = strtoll(rest + 1, &rest, 10);
        long rating = strtol(rest + 1, &rest, 10);
        if (!fsrs_rating_valid(rating))
            continue;
        events = vec_grow(events, count, &capacity, sizeof *events);
        events[count++] = (struct fsrs_event){ at_ms, (uint32_t)card, (uint8_t)rating };
        if (card >= cards)
            cards = card + 1;
    }
    fclose(file);
    fsrs_history_build(history, events, count, cards);
    free(events);
    return true;
}
