#include "session/fixes.h"

/* Takes the note out that was mended; it is older than that. */
static void take_out(struct fix *fixes, size_t *count, const struct event_key *done)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (!event_key_equal(&fixes[i].event, done))
            fixes[kept++] = fixes[i];
    *count = kept;
}

bool fixes_read(struct collection *c, struct arena *arena, struct fix **fixes,
    size_t *count, struct err *err)
{
    struct event *events;
    size_t event_count;
    *count = 0;
    if (!collection_events(c, EVENT_FIX, &events, &event_count, err))
        return false;
    *fixes = arena_alloc(arena, (event_count + 1) * sizeof **fixes);
    for (size_t i = 0; i < event_count; i++) {
        struct fix_note note;
        struct fix fix = { .event = events[i].key, .at_ms = events[i].at_ms };
        if (!fix_parse(events[i].payload, &note, arena) ||
            !collection_find_owner(c, events[i].card, &fix.card))
            continue;
        fix.text = note.text;
        if (note.text != NULL)
            (*fixes)[(*count)++] = fix;
        else
            take_out(*fixes, count, &note.done);
    }
    return true;
}
