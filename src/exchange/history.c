#include "exchange/history.h"

#include "base/json.h"
#include "exchange/table.h"
#include "session/replay.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- answers ---------------------------------------------------------------------------- */

static void add_answers(struct buf *out, const char *card, const struct history *history)
{
    enum phase before = PHASE_NEW;
    for (size_t i = 0; i < history->count; i++) {
        const struct step_of_history *step = &history->steps[i];
        table_add_cell(out, card, ',');
        buf_addf(out, ",%" PRId64 ",%d,%d,%d\n", step->event.at_ms,
            (int)step->review.rating, (int)before, step->review.answer_ms);
        before = step->after.plan.phase;
    }
}

static bool write_answers(const struct collection *collection, const char *card,
    const char *const *names, size_t count, struct output *output, struct err *err)
{
    struct arena arena = { 0 };
    struct history history;
    struct buf text = { 0 };
    bool ok = replay_history(
        collection->store, names, count, collection->weights, &arena, &history, err);
    if (ok)
        add_answers(&text, card, &history);
    output_write(output, &text);
    buf_release(&text);
    arena_release(&arena);
    return ok;
}

static bool write_card(const struct collection *collection, size_t card,
    struct output *output, struct err *err)
{
    struct arena arena = { 0 };
    size_t count;
    const char *const *names = collection_names(collection, card, &arena, &count);
    bool ok = write_answers(
        collection, collection->library->cards[card]->name, names, count, output, err);
    arena_release(&arena);
    return ok;
}

bool history_write_answers(const struct collection *collection, const bool *selected,
    bool orphans, struct output *output, struct err *err)
{
    struct buf head = { 0 };
    buf_add(&head, "card_id,review_time,review_rating,review_state,review_duration\n");
    output_write(output, &head);
    buf_release(&head);
    for (size_t i = 0; i < collection->library->card_count; i++)
        if (selected[i] && collection->progress[i].reviews > 0 &&
            !write_card(collection, i, output, err))
            return false;
    for (size_t i = 0; orphans && i < collection->orphan_count; i++) {
        const char *name = collection->orphans[i].card;
        if (!write_answers(collection, name, &name, 1, output, err))
            return false;
    }
    return true;
}

/* ---- events ----------------------------------------------------------------------------- */

struct event_writer {
    const struct collection *collection;
    const bool *selected; // NULL: all
    bool orphans;
    struct output *output;
    struct buf line;
};

static bool is_meant(const struct event_writer *writer, const struct event *event)
{
    size_t card;
    if (writer->selected == NULL)
        return true;
    if (collection_find_owner(writer->collection, event->card, &card))
        return writer->selected[card];
    return writer->orphans;
}

static void add_string(struct buf *out, const char *text)
{
    cJSON *string = cJSON_CreateStringReference(text);
    json_render(string, false, out);
    cJSON_Delete(string);
}

/* The payload is JSON already, and is given byte for byte, since its CRC is of these. */
static void add_payload(struct buf *out, const char *payload)
{
    struct source source = { .name = "", .text = payload, .len = strlen(payload) };
    struct err ignored;
    if (strchr(payload, '\n') == NULL && json_scan(&source, NULL, NULL, &ignored))
        buf_add(out, payload);
    else
        add_string(out, payload);
}

/* The wall clock at that offset, as RFC 3339. */
static void add_instant(struct buf *out, int64_t at_ms, int offset_min)
{
    int64_t local = at_ms + (int64_t)offset_min * MINUTE_MS;
    int64_t day = local / DAY_MS - (local % DAY_MS < 0), rest = local - day * DAY_MS;
    int ahead = offset_min < 0 ? -offset_min : offset_min;
    char date[DAY_TEXT];
    day_format((struct day){ (int32_t)day }, date);
    buf_addf(out, "%sT%02d:%02d:%02d.%03d%c%02d:%02d", date, (int)(rest / HOUR_MS),
        (int)(rest / MINUTE_MS % 60), (int)(rest / SECOND_MS % 60),
        (int)(rest % SECOND_MS), offset_min < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

static void add_event(struct buf *out, const struct event *event)
{
    char day[DAY_TEXT];
    day_format(event->day, day);
    buf_addf(out,
        "{\"device\":\"%s\",\"seq\":%" PRId64 ",\"hlc\":%" PRId64 ",\"at_ms\":%" PRId64
        ",\"offset_min\":%d,\"at\":\"",
        event->key.device, event->key.seq, event->hlc_ms, event->at_ms,
        event->offset_min);
    add_instant(out, event->at_ms, event->offset_min);
    buf_addf(out, "\",\"day\":\"%s\",\"kind\":\"%s\",\"card\":", day,
        event_kind_word(event->kind));
    add_string(out, event->card);
    buf_add(out, ",\"payload\":");
    add_payload(out, event->payload);
    buf_addf(out, ",\"crc\":\"%08" PRIx32 "\"}\n", event_checksum(event));
}

static bool write_event(void *context, const struct event *event)
{
    struct event_writer *writer = context;
    if (!is_meant(writer, event))
        return true;
    buf_clear(&writer->line);
    add_event(&writer->line, event);
    output_write(writer->output, &writer->line);
    return true;
}

bool history_write_events(const struct collection *collection, const bool *selected,
    bool orphans, struct output *output, struct err *err)
{
    struct event_writer writer = { collection, selected, orphans, output, { 0 } };
    bool ok = store_walk(collection->store, write_event, &writer, err);
    buf_release(&writer.line);
    return ok;
}
