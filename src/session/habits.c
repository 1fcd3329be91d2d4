#include "session/habits.h"

#include "base/buf.h"

#include <stdlib.h>

/* What the guess weighs, in answers. */
static const double guess_weight = 20;

/*
 * The times lie in the range that other simulators of FSRS take for granted (25, 14, 10 and
 * 6 s); who types is right or wrong, and says Hard and Easy less often.
 */
const struct fsrs_habits habits_default = {
    .first = { 0.25, 0.05, 0.65, 0.05 },
    .remembered = { 0, 0.10, 0.85, 0.05 },
    .first_seconds = 12,
    .seconds = { 20, 14, 10, 6 },
};

/* Of what lies between two answers, in seconds: reading the verdict, rating. */
static const double guessed_pause = 3;

/* Longer pauses are not part of a session. */
enum { LONGEST_PAUSE_MS = 2 * MINUTE_MS };

/* Nobody reads and answers faster: a program did, and its times say nothing. */
enum { FASTEST_MS = 200 };

/* Counts, and seconds of those that are known. */
struct tally {
    double count, timed, seconds;
};

static bool is_timed(const struct past_entry *entry)
{
    return entry->answer_ms >= FASTEST_MS;
}

static void count(struct tally *tally, const struct past_entry *entry)
{
    tally->count++;
    if (is_timed(entry)) {
        tally->timed++;
        tally->seconds += (double)entry->answer_ms / SECOND_MS;
    }
}

/* The shares of ratings from `from` on, with the guess mixed in. */
static void mix_shares(double out[4], const struct tally tallies[4], size_t from)
{
    double all = 0;
    for (size_t i = from; i < 4; i++)
        all += tallies[i].count;
    for (size_t i = from; i < 4; i++)
        out[i] = (tallies[i].count + guess_weight * out[i]) / (all + guess_weight);
}

static double mixed_seconds(const struct tally *tally, double guess)
{
    return (tally->seconds + guess_weight * guess) / (tally->timed + guess_weight);
}

/* What lies between the verdict before and the question of this entry, within a session. */
static void count_pause(
    struct tally *tally, const struct past_entry *before, const struct past_entry *entry)
{
    int64_t pause_ms = entry->at_ms - before->at_ms - entry->answer_ms;
    if (before->kind != EVENT_REVIEW || !is_timed(entry) || pause_ms < 0 ||
        pause_ms > LONGEST_PAUSE_MS)
        return;
    tally->timed++;
    tally->seconds += (double)pause_ms / SECOND_MS;
}

static struct fsrs_habits mix(
    const struct tally first[4], const struct tally later[4], const struct tally *pauses)
{
    struct fsrs_habits habits = habits_default;
    struct tally firsts = { 0 };
    double pause = mixed_seconds(pauses, guessed_pause);
    for (size_t i = 0; i < 4; i++) {
        firsts.timed += first[i].timed;
        firsts.seconds += first[i].seconds;
        habits.seconds[i] = mixed_seconds(&later[i], habits.seconds[i]) + pause;
    }
    habits.first_seconds = mixed_seconds(&firsts, habits.first_seconds) + pause;
    mix_shares(habits.first, first, 0);
    mix_shares(habits.remembered, later, 1);
    return habits;
}

/* By card: was it answered before the first entry of the past?  It has more answers than that. */
static bool *met_before(const struct past *past, const struct progress *progress)
{
    int *answers = mem_zeroed(past->card_count, sizeof *answers);
    bool *met = mem_zeroed(past->card_count, sizeof *met);
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        if (entry->kind != EVENT_REVIEW)
            continue;
        answers[entry->card]++;
        met[entry->card] = progress[entry->card].reviews > answers[entry->card];
    }
    free(answers);
    return met;
}

struct fsrs_habits habits_of(
    const struct past *past, const struct progress *progress, size_t *timed)
{
    struct tally first[4] = { 0 }, later[4] = { 0 }, pauses = { 0 };
    bool *met = met_before(past, progress);
    *timed = 0;
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        if (entry->kind == EVENT_RESET)
            met[entry->card] = false;
        if (entry->kind != EVENT_REVIEW)
            continue;
        count(&(met[entry->card] ? later : first)[entry->rating - FSRS_AGAIN], entry);
        if (i > 0)
            count_pause(&pauses, entry - 1, entry);
        met[entry->card] = true;
        *timed += is_timed(entry);
    }
    free(met);
    return mix(first, later, &pauses);
}
