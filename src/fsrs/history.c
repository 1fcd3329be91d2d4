#include "fsrs/history.h"

#include "base/buf.h"
#include "fsrs/rating.h"

#include <assert.h>
#include <stdlib.h>

static const double ms_per_day = 86400e3;

/* ---- order in time ---- */

struct moment {
    int64_t at_ms;
    uint32_t event;
};

static int compare_moments(const void *left, const void *right)
{
    const struct moment *a = left, *b = right;
    if (a->at_ms != b->at_ms)
        return a->at_ms < b->at_ms ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

/* Logs mostly are in order already. */
static bool in_order(const struct moment *moments, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (moments[i - 1].at_ms > moments[i].at_ms)
            return false;
    }
    return true;
}

static struct moment *moments_of(const struct fsrs_event *events, size_t count)
{
    struct moment *moments = mem_zeroed(count, sizeof *moments);
    for (size_t i = 0; i < count; i++)
        moments[i] = (struct moment){ events[i].at_ms, (uint32_t)i };
    if (!in_order(moments, count))
        qsort(moments, count, sizeof *moments, compare_moments);
    return moments;
}

/* ---- cards ---- */

static void lay_out_cards(
    struct fsrs_history *history, const struct fsrs_event *events, size_t event_count)
{
    for (size_t i = 0; i < event_count; i++) {
        assert(events[i].card < history->card_count);
        history->cards[events[i].card].count++;
    }
    size_t first = 0;
    for (size_t i = 0; i < history->card_count; i++) {
        history->cards[i].first = first;
        first += history->cards[i].count;
        history->cards[i].count = 0; // counted again while the answers are put in
    }
}

static void put_answer(
    struct fsrs_history *history, const struct fsrs_event *event, uint32_t rank)
{
    assert(fsrs_rating_valid(event->rating));
    struct fsrs_card_history *card = &history->cards[event->card];
    size_t place = card->first + card->count;
    int64_t before = card->count > 0 ? history->answers[place - 1].at_ms : event->at_ms;
    history->answers[place] = (struct fsrs_answer){
        .elapsed_days = (double)(event->at_ms - before) / ms_per_day,
        .at_ms = event->at_ms,
        .rank = rank,
        .rating = event->rating,
    };
    history->in_time[rank] = (uint32_t)place;
    card->count++;
}

void fsrs_history_build(struct fsrs_history *history, const struct fsrs_event *events,
    size_t event_count, size_t card_count)
{
    assert(event_count <= UINT32_MAX);
    *history = (struct fsrs_history){
        .answers = mem_zeroed(event_count, sizeof *history->answers),
        .answer_count = event_count,
        .cards = mem_zeroed(card_count, sizeof *history->cards),
        .card_count = card_count,
        .in_time = mem_zeroed(event_count, sizeof *history->in_time),
    };
    lay_out_cards(history, events, event_count);
    struct moment *moments = moments_of(events, event_count);
    for (size_t rank = 0; rank < event_count; rank++)
        put_answer(history, &events[moments[rank].event], (uint32_t)rank);
    free(moments);
}

/* ---- looking back ---- */

size_t fsrs_history_known(
    const struct fsrs_history *history, struct fsrs_card_history card, size_t answers)
{
    const struct fsrs_answer *all = history->answers + card.first;
    size_t low = 0, high = card.count;
    if (high == 0 || all[high - 1].rank < answers)
        return high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all[middle].rank < answers)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void cut_card(
    struct fsrs_history *cut, const struct fsrs_answer *answers, size_t count)
{
    cut->cards[cut->card_count++] =
        (struct fsrs_card_history){ cut->answer_count, count };
    for (size_t i = 0; i < count; i++) {
        cut->in_time[answers[i].rank] = (uint32_t)cut->answer_count;
        cut->answers[cut->answer_count++] = answers[i];
    }
}

void fsrs_history_cut(
    struct fsrs_history *cut, const struct fsrs_history *history, size_t answers)
{
    size_t room = answers < history->answer_count ? answers : history->answer_count;
    *cut = (struct fsrs_history){
        .answers = mem_zeroed(room, sizeof *cut->answers),
        .cards = mem_zeroed(history->card_count, sizeof *cut->cards),
        .in_time = mem_zeroed(room, sizeof *cut->in_time),
    };
    for (size_t i = 0; i < history->card_count; i++) {
        struct fsrs_card_history card = history->cards[i];
        size_t known = fsrs_history_known(history, card, room);
        if (known > 0)
            cut_card(cut, history->answers + card.first, known);
    }
}

void fsrs_history_release(struct fsrs_history *history)
{
    free(history->answers);
    free(history->cards);
    free(history->in_time);
    *history = (struct fsrs_history){ 0 };
}

size_t fsrs_history_items(const struct fsrs_history *history, size_t answers)
{
    size_t items = 0;
    for (size_t i = 0; i < history->answer_count; i++) {
        const struct fsrs_answer *answer = &history->answers[i];
        items += answer->rank < answers && fsrs_answer_counts(answer);
    }
    return items;
}
