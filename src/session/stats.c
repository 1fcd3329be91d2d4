#include "session/stats.h"

#include "session/calibration.h"
#include "session/replay.h"

#include <stdlib.h>

/* ---- days ------------------------------------------------------------------------------- */

/*
 * The entry of a day.  Days mostly come in order; who travels west meets yesterday again, and
 * a clock may have been wrong.
 */
static struct stats_day *day_entry(struct stats *stats, struct day day)
{
    for (size_t i = stats->day_count; i-- > 0;)
        if (stats->days[i].day.number == day.number)
            return &stats->days[i];
    stats->days = vec_grow(
        stats->days, stats->day_count, &stats->day_capacity, sizeof *stats->days);
    stats->days[stats->day_count] = (struct stats_day){ .day = day, .quiet_until = day };
    return &stats->days[stats->day_count++];
}

static int by_day(const void *a, const void *b)
{
    const struct stats_day *left = a, *right = b;
    return (left->day.number > right->day.number) -
           (left->day.number < right->day.number);
}

/* Is it one of the last `days` study days?  0: all are, even those that a wrong clock made. */
static bool is_within(struct day day, struct day today, int days)
{
    return days == 0 || (day.number <= today.number && day.number > today.number - days);
}

struct stats_day stats_sum(
    const struct stats *stats, struct day today, int days, size_t *studied)
{
    struct stats_day sum = { 0 };
    *studied = 0;
    for (size_t i = 0; i < stats->day_count; i++) {
        const struct stats_day *day = &stats->days[i];
        if (!is_within(day->day, today, days))
            continue;
        sum.answers += day->answers;
        sum.right += day->right;
        sum.timed += day->timed;
        sum.answer_ms += day->answer_ms;
        (*studied)++;
    }
    return sum;
}

/* ---- the past, answer by answer ------------------------------------------------------------ */

struct fold {
    struct stats *stats;
    const struct collection *collection;
    const struct stats_scope *scope;
    struct progress *progress; // by number of past entries; plans and marks
    struct calibration calibration;
};

struct stats_share stats_share_sum(struct stats_share a, struct stats_share b)
{
    return (struct stats_share){
        .reviews = a.reviews + b.reviews,
        .right = a.right + b.right,
        .wanted = a.wanted + b.wanted,
        .expected = a.expected + b.expected,
    };
}

static void take_scheduled(struct fold *fold, const struct past_entry *entry)
{
    const struct collection *c = fold->collection;
    struct day today = fold->scope->today;
    bool known = entry->card < c->library->card_count;
    bool young = fold->progress[entry->card].plan.interval_days < STATS_MATURE_DAYS;
    size_t deck = known ? c->queue_cards[entry->card].deck : QUEUE_NONE;
    struct stats_share one = {
        .reviews = 1,
        .right = entry->rating != FSRS_AGAIN,
        .wanted = known ? c->deck_settings[deck].retention : c->settings->retention,
        .expected = calibration_recall(&fold->calibration, entry->card, entry->at_ms),
    };
    for (size_t i = 0; i < fold->stats->window_count; i++) {
        struct stats_window *window = &fold->stats->windows[i];
        struct stats_share *share = young ? &window->young : &window->mature;
        if (is_within(entry->day, today, window->days))
            *share = stats_share_sum(*share, one);
    }
    if (known && is_within(entry->day, today, STATS_DECK_DAYS))
        fold->stats->decks[deck] = stats_share_sum(fold->stats->decks[deck], one);
}

static struct plan plan_of(const struct past_entry *entry)
{
    return (struct plan){
        .phase = (enum phase)entry->phase,
        .due_day = entry->due_day,
        .interval_days = entry->interval_days,
    };
}

static void take_review(struct fold *fold, const struct past_entry *entry)
{
    struct plan *plan = &fold->progress[entry->card].plan;
    struct stats_day *day = day_entry(fold->stats, entry->day);
    day->answers++;
    day->right += entry->rating != FSRS_AGAIN;
    day->timed += entry->answer_ms > 0;
    day->answer_ms += entry->answer_ms;
    if (plan->phase == PHASE_REVIEW && entry->day.number >= plan->due_day.number)
        take_scheduled(fold, entry);
    *plan = plan_of(entry);
}

/*
 * The last day before any of the cards, as they stand, is due.  Cards that no deck has do not
 * wait for anyone.
 */
static struct day quiet_until(const struct fold *fold)
{
    struct day until = { INT32_MAX };
    for (size_t i = 0; i < fold->collection->library->card_count; i++) {
        const struct progress *progress = &fold->progress[i];
        if (progress->plan.phase != PHASE_NEW && !progress->suspended &&
            progress->plan.due_day.number <= until.number)
            until.number = progress->plan.due_day.number - 1;
    }
    return until;
}

/* Called when no answer follows on `day` for the time being: were the days after it quiet? */
static void leave_day(struct fold *fold, struct day day)
{
    struct stats_day *entry = day_entry(fold->stats, day);
    struct day until = quiet_until(fold);
    entry->quiet_until = until.number > day.number ? until : day;
}

static bool is_in_scope(const struct fold *fold, size_t card)
{
    return card < fold->collection->library->card_count ? fold->scope->selected[card]
                                                        : fold->scope->others;
}

/* Takes an entry in scope; `before` is the day of the review before it, NULL at the first. */
static void take(
    struct fold *fold, const struct past_entry *entry, const struct day *before)
{
    struct progress *progress = &fold->progress[entry->card];
    if (entry->kind == EVENT_MOVE && progress->plan.phase == PHASE_REVIEW)
        progress->plan = plan_of(entry);
    if (entry->kind != EVENT_REVIEW) {
        *progress =
            mark_fold(*progress, (enum event_kind)entry->kind, entry->rating, entry->day);
        return;
    }
    if (before != NULL && entry->day.number != before->number &&
        entry->day.number != before->number + 1)
        leave_day(fold, *before);
    take_review(fold, entry);
}

/* What is out of scope still says how the learner was doing. */
static void take_all(struct fold *fold, const struct past *past)
{
    const struct day *day = NULL;
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        if (is_in_scope(fold, entry->card)) {
            take(fold, entry, day);
            day = entry->kind == EVENT_REVIEW ? &entry->day : day;
        }
        calibration_take(&fold->calibration, entry);
    }
    if (day != NULL)
        leave_day(fold, *day);
}

/* ---- streak ----------------------------------------------------------------------------- */

/* Days of a run that has `run` days up to `last`, with the quiet ones behind it up to `end`. */
static int run_until(int run, const struct stats_day *last, struct day end)
{
    int until = last->quiet_until.number;
    return run + (until < end.number ? until : end.number) - last->day.number;
}

static int longer(int a, int b)
{
    return a > b ? a : b;
}

static struct stats_streak streak_of(const struct stats *stats, struct day today)
{
    struct stats_streak streak = { 0 };
    const struct stats_day *last = NULL;
    int run = 0, yesterday = today.number - 1;
    for (size_t i = 0; i < stats->day_count; i++) {
        const struct stats_day *day = &stats->days[i];
        struct day before = { day->day.number - 1 };
        if (day->day.number > today.number)
            break;
        if (last != NULL) {
            run = run_until(run, last, before);
            streak.longest = longer(streak.longest, run);
        }
        run = last != NULL && last->quiet_until.number >= before.number ? run + 1 : 1;
        last = day;
    }
    if (last == NULL)
        return streak;
    run = run_until(run, last, today);
    streak.longest = longer(streak.longest, run);
    streak.days = last->quiet_until.number >= yesterday ? run : 0;
    streak.has_today = last->quiet_until.number >= today.number;
    return streak;
}

void stats_add_up(struct stats *stats, const struct collection *c,
    const struct past *past, const struct stats_scope *scope)
{
    *stats = (struct stats){
        .window_count = scope->window_count,
        .decks = mem_zeroed(c->library->deck_count, sizeof *stats->decks),
    };
    struct fold fold = {
        .stats = stats,
        .collection = c,
        .scope = scope,
        .progress = mem_zeroed(past->card_count, sizeof *fold.progress),
    };
    for (size_t i = 0; i < scope->window_count; i++)
        stats->windows[i].days = scope->window_days[i];
    calibration_init(&fold.calibration, past->card_count, c->weights);
    take_all(&fold, past);
    if (stats->day_count > 0)
        qsort(stats->days, stats->day_count, sizeof *stats->days, by_day);
    stats->streak = streak_of(stats, scope->today);
    calibration_release(&fold.calibration);
    free(fold.progress);
}

void stats_release(struct stats *stats)
{
    free(stats->days);
    free(stats->decks);
    *stats = (struct stats){ 0 };
}

/* ---- cards ------------------------------------------------------------------------------ */

static void count_phase(struct stats_cards *cards, const struct plan *plan)
{
    switch (plan->phase) {
    case PHASE_NEW:
        cards->fresh++;
        break;
    case PHASE_LEARNING:
    case PHASE_RELEARNING:
        cards->learning++;
        break;
    case PHASE_REVIEW:
        cards->young += plan->interval_days < STATS_MATURE_DAYS;
        cards->mature += plan->interval_days >= STATS_MATURE_DAYS;
        break;
    }
}

struct stats_cards stats_count_cards(
    const struct collection *c, const bool *selected, size_t deck, struct day today)
{
    struct stats_cards cards = { 0 };
    int leech = c->settings->leech_lapses;
    for (size_t i = 0; i < c->library->card_count; i++) {
        const struct progress *progress = &c->progress[i];
        if (!selected[i] || (deck != QUEUE_NONE && c->queue_cards[i].deck != deck))
            continue;
        struct queue_counts waits = queue_count(&c->queue_cards[i], 1, today);
        size_t due = waits.learning + waits.due;
        count_phase(&cards, &progress->plan);
        cards.seen += progress->reviews > 0;
        cards.due += due;
        cards.overdue += due > 0 && progress->plan.due_day.number < today.number;
        cards.suspended += progress->suspended;
        cards.flagged += progress->flagged;
        cards.leeches += leech > 0 && progress->lapses >= leech;
    }
    return cards;
}
