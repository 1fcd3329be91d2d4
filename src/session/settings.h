/*
 * The learner's settings: one table of names, types, ranges, defaults and meanings.
 *
 * Settings live in a JSON file of the learner, never in a deck.  What a file does not say has
 * its default; what it says wrongly is refused with its place.  Under "by-deck" a deck's id
 * may have settings of its own, where the table allows it.
 */
#ifndef SESSION_SETTINGS_H
#define SESSION_SETTINGS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/source.h"
#include "fsrs/schedule.h"
#include "session/action.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum setting_type {
    SETTING_NUMBER, // double, low..high
    SETTING_COUNT,  // int, low..high
    SETTING_FLAG,   // bool
    SETTING_STEPS,  // struct steps, written as text: "1m 10m"
    SETTING_PATHS,  // struct paths, written as an array of texts
    SETTING_WORD,   // int, the place of one of `words`
    SETTING_KEYS,   // struct action_keys, written as an object: { "undo": "z" }
};

struct steps {
    int64_t ms[SCHEDULE_MAX_STEPS];
    size_t count;
};

struct paths {
    const char *const *items;
    size_t count;
};

enum leech_action { LEECH_TELL, LEECH_SUSPEND };
enum new_pick { PICK_DECK, PICK_SHUFFLED };

/* Settings that a deck may have for itself. */
struct deck_settings {
    double retention;
    int new_per_day;     // cards, -1: no cap of its own
    int reviews_per_day; // cards, -1: no cap of its own
};

struct settings {
    struct paths decks;  // where decks are, if neither --decks nor QUAESTOR_DECKS says
    double retention;    // desired recall
    int new_per_day;     // all decks together
    int reviews_per_day; // all decks together
    int backlog_per_day; // reviews while a backlog is worked off (queue/backlog.h); 0: none is
    struct steps learning_steps, relearning_steps;
    int longest_interval; // days
    int day_start;        // hour, local time
    int leech_lapses;     // 0: never
    int leech_action;     // enum leech_action
    bool keep_typed;      // keep what was typed with the answer
    bool refit;           // fit the memory model anew as the answers grow
    bool backups;         // back the progress up before the first write of a study day
    int new_order;        // enum queue_order
    int new_pick;         // enum new_pick
    bool auto_advance;    // exact answers go on by themselves
    bool pass_fail;       // two ratings instead of four
    bool retype;          // type the right answer after a miss
    bool second_try;      // after a wrong answer, one more before the right one shows
    bool previews;        // show when each rating would bring the card back
    bool timer;           // show how long an answer took
    bool scroll;          // keep what was shown, instead of a fresh screen for each card
    struct action_keys keys; // of what can be done after a verdict
    struct {
        const char *deck;
        struct deck_settings settings;
    } * by_deck;
    size_t by_deck_count;
    struct arena arena;
};

struct setting {
    const char *name;
    enum setting_type type;
    size_t offset;            // in struct settings
    double low, high;         // numbers and counts
    const char *const *words; // SETTING_WORD; NULL ends them
    const char *meaning;
};

/* The table, in the order in which `config` shows it. */
extern const struct setting setting_table[];
extern const size_t setting_count;

/* The defaults. */
void settings_init(struct settings *settings);
void settings_release(struct settings *settings);

/*
 * Reads the settings file over the defaults.  `given[i]` tells whether the file says anything
 * about setting_table[i]; may be NULL.  An absent file is no error.
 */
MUST_USE bool settings_load(
    struct settings *settings, const char *path, bool *given, struct err *err);

/* The same from a text in memory. */
MUST_USE bool settings_parse(
    struct settings *settings, struct source source, bool *given, struct err *err);

/* Appends the value of a setting as it is written in the file: JSON. */
void setting_render(
    const struct setting *setting, const struct settings *settings, struct buf *out);

const struct setting *setting_find(const char *name, struct err *err);

/*
 * Sets one setting in the file, leaving the others as they are: `text` is the value as typed
 * on a command line; NULL takes the setting out, so that its default holds again.  With `deck`
 * the setting is that deck's own.  Checks type and range.
 */
MUST_USE bool settings_set(const char *path, const char *deck,
    const struct setting *setting, const char *text, struct err *err);

/* The deck's own settings, or the common retention and no caps. */
struct deck_settings settings_for_deck(const struct settings *settings, const char *deck);

/* What dates need to know, for a deck; `weights` is kept by reference. */
struct schedule settings_schedule(const struct settings *settings,
    const struct deck_settings *deck, const double *weights);

#endif
