/*
 * The table of settings, their defaults, and what they mean for dates and decks.
 */
#include "session/settings.h"

#include <string.h>

#define FIELD(name) offsetof(struct settings, name)

/* One line each: name, type and field, what it means; range or words where it has them. */
#define NUMBER(name, field, low, high, meaning)                                          \
    {                                                                                    \
        name, SETTING_NUMBER, FIELD(field), low, high, NULL, meaning                     \
    }
#define COUNT(name, field, low, high, meaning)                                           \
    {                                                                                    \
        name, SETTING_COUNT, FIELD(field), low, high, NULL, meaning                      \
    }
#define FLAG(name, field, meaning)                                                       \
    {                                                                                    \
        name, SETTING_FLAG, FIELD(field), 0, 0, NULL, meaning                            \
    }
#define STEPS(name, field, meaning)                                                      \
    {                                                                                    \
        name, SETTING_STEPS, FIELD(field), 0, 0, NULL, meaning                           \
    }
#define WORD(name, field, words, meaning)                                                \
    {                                                                                    \
        name, SETTING_WORD, FIELD(field), 0, 0, words, meaning                           \
    }

static const char *const order_words[] = { "last", "first", "mixed", NULL };
static const char *const pick_words[] = { "deck", "shuffled", NULL };
static const char *const leech_words[] = { "tell", "suspend", NULL };

const struct setting setting_table[] = {
    { "decks", SETTING_PATHS, FIELD(decks), 0, 0, NULL,
        "files and folders with decks, if neither --decks nor QUAESTOR_DECKS names any" },
    NUMBER("retention", retention, 0.70, 0.99,
        "share of answers you want to know when a card comes back"),
    COUNT(
        "new-per-day", new_per_day, 0, 9999, "new cards a study day, all decks together"),
    COUNT("reviews-per-day", reviews_per_day, 0, 99999,
        "reviews a study day, all decks together"),
    COUNT("backlog-per-day", backlog_per_day, 0, 99999,
        "reviews a study day until a backlog is done, without new cards; 0: no backlog"),
    WORD("new-order", new_order, order_words,
        "new cards after, before or between reviews"),
    WORD(
        "new-pick", new_pick, pick_words, "new cards in the order of their deck, or not"),
    STEPS("learning-steps", learning_steps, "delays before a new card graduates"),
    STEPS("relearning-steps", relearning_steps,
        "delays before a forgotten card returns to review"),
    COUNT("longest-interval", longest_interval, 1, 36500, "days; no card waits longer"),
    COUNT("day-start", day_start, 0, 23, "hour at which a study day begins"),
    COUNT("leech-lapses", leech_lapses, 0, 99,
        "lapses after which a card is called a leech; 0: never"),
    WORD("leech-action", leech_action, leech_words,
        "what happens to a leech: you are told and choose, or it is suspended"),
    FLAG("keep-typed", keep_typed, "keep what you typed with each answer"),
    FLAG("refit", refit,
        "at the end of a session, fit the memory model anew when your answers have "
        "grown; "
        "dates stay"),
    FLAG("backups", backups, "back your progress up before the first answer of a day"),
    FLAG("auto-advance", auto_advance, "go on by itself after an exact answer"),
    FLAG("pass-fail", pass_fail, "two ratings, again and good, instead of four"),
    FLAG("retype", retype, "type the right answer once after a miss"),
    FLAG("second-try", second_try,
        "after a wrong answer, one more try before the right one shows"),
    FLAG("previews", previews, "show when each rating would bring the card back"),
    FLAG("timer", timer, "show how long each answer took"),
    FLAG(
        "scroll", scroll, "keep what was shown, instead of a fresh screen for each card"),
    { "keys", SETTING_KEYS, FIELD(keys), 0, 0, NULL,
        "other keys after a verdict, as {\"undo\": \"z\"}; ? shows them" },
};

const size_t setting_count = sizeof setting_table / sizeof setting_table[0];

void settings_init(struct settings *settings)
{
    *settings = (struct settings){
        .retention = 0.9,
        .new_per_day = 20,
        .reviews_per_day = 200,
        .learning_steps = { { MINUTE_MS, 10 * MINUTE_MS }, 2 },
        .relearning_steps = { { 10 * MINUTE_MS }, 1 },
        .longest_interval = 36500,
        .day_start = 4,
        .leech_lapses = 8,
        .keep_typed = true,
        .refit = true,
        .backups = true,
        .previews = true,
        .keys = action_keys_default,
    };
}

void settings_release(struct settings *settings)
{
    arena_release(&settings->arena);
}

struct deck_settings settings_for_deck(const struct settings *settings, const char *deck)
{
    for (size_t i = 0; i < settings->by_deck_count; i++)
        if (strcmp(settings->by_deck[i].deck, deck) == 0)
            return settings->by_deck[i].settings;
    return (struct deck_settings){ settings->retention, -1, -1 };
}

struct schedule settings_schedule(const struct settings *settings,
    const struct deck_settings *deck, const double *weights)
{
    struct schedule schedule = {
        .weights = weights,
        .retention = deck->retention,
        .learning_count = settings->learning_steps.count,
        .relearning_count = settings->relearning_steps.count,
        .longest_days = settings->longest_interval,
        .rollover_hour = settings->day_start,
    };
    memcpy(
        schedule.learning_ms, settings->learning_steps.ms, sizeof schedule.learning_ms);
    memcpy(schedule.relearning_ms, settings->relearning_steps.ms,
        sizeof schedule.relearning_ms);
    return schedule;
}
