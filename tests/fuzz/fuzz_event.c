/*
 * What comes out of a progress file, and instants from a command line: any bytes are either
 * refused or read into values that can be written again.
 */
#include "base/buf.h"
#include "base/day.h"
#include "session/replay.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_review(const char *text)
{
    struct arena arena = { 0 };
    struct review review, again;
    if (review_parse(text, &review, &arena)) {
        struct buf payload = { 0 };
        review_render(&review, &payload);
        bool ok = review_parse(payload.text, &again, &arena);
        assert(ok && again.rating == review.rating);
        assert(again.plan.phase == review.plan.phase);
        buf_release(&payload);
    }
    arena_release(&arena);
}

static void try_undo(const char *text)
{
    struct event_key key, again;
    bool redoes, redoes_again;
    if (!undo_parse(text, &key, &redoes))
        return;
    struct buf payload = { 0 };
    undo_render(&key, redoes, &payload);
    bool ok = undo_parse(payload.text, &again, &redoes_again);
    assert(ok && redoes == redoes_again);
    buf_release(&payload);
}

static void try_weights(const char *text)
{
    struct weights_note note, again;
    if (!weights_parse(text, &note))
        return;
    struct buf payload = { 0 };
    weights_render(&note, &payload);
    bool ok = weights_parse(payload.text, &again);
    assert(ok && memcmp(note.weights, again.weights, sizeof note.weights) == 0);
    assert(note.answers == again.answers && note.moved == again.moved);
    buf_release(&payload);
}

static void try_move(const char *text)
{
    struct plan plan = { .phase = PHASE_REVIEW }, again = plan;
    if (!move_parse(text, &plan))
        return;
    struct buf payload = { 0 };
    move_render(&plan, &payload);
    bool ok = move_parse(payload.text, &again);
    assert(ok && plan.due_ms == again.due_ms);
    assert(plan.due_day.number == again.due_day.number);
    buf_release(&payload);
}

static void try_instant(const char *text)
{
    int64_t at_ms, again;
    char written[INSTANT_TEXT];
    if (!instant_parse(text, &at_ms))
        return;
    instant_format(at_ms, written);
    if (written[4] == '-' && strncmp(written, "0000", 4) != 0) {
        bool ok = instant_parse(written, &again);
        assert(ok && again == at_ms);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    buf_add_bytes(&text, (const char *)data, size);
    try_review(buf_text(&text));
    try_undo(buf_text(&text));
    try_weights(buf_text(&text));
    try_move(buf_text(&text));
    try_instant(buf_text(&text));
    buf_release(&text);
    return 0;
}
