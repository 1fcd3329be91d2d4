/*
 * What a run of the program has: clock, places, settings, decks, progress, streams.
 *
 * The only place below main that reads clock and environment.
 */
#ifndef CMD_APP_H
#define CMD_APP_H

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/opt.h"
#include "deck/index.h"
#include "session/collection.h"
#include "session/settings.h"
#include "store/store.h"
#include "ui/term.h"

#include <stdbool.h>
#include <stdint.h>

struct global_options {
    struct opt_texts decks;
    const char *progress, *config, *now, *color;
    struct opt_number seed;
    bool json, help, version;
};

extern const struct opt global_opts[];

struct app {
    struct global_options global;
    struct term out, err_out;
    struct arena arena; // of the run
    struct err err;     // what went wrong, when a status says so

    int64_t start_ms;     // --now, or the clock at the start
    int64_t monotonic_ms; // at the start, for a clock that starts at --now

    const char *progress_path, *config_path;
    const char *history_path;  // of the commands typed at the prompt
    const char *default_decks; // the folder that is read if nothing else is named
    struct settings settings;
    struct err settings_fault; // of the settings file; ERR_NONE: it can be used
    bool *setting_given;       // by setting_table: the settings file says so
    struct library library;
    bool library_loaded;
    struct opt_texts deck_paths; // what the library was read from
    struct index_key deck_key; // of the library, as its files were before they were read
    struct store *store;       // NULL until opened
    struct collection collection;
    bool collection_loaded;
    bool wants_prompt; // the command says: a prompt should follow
};

/* Reads options, environment and settings; of faults of those app_provide() tells. */
MUST_USE bool app_start(struct app *app, struct err *err);
void app_end(struct app *app);

/* Opens what `needs` (enum need) says, for a command called with `words`. */
MUST_USE bool app_provide(struct app *app, unsigned needs, const char *const *words,
    size_t count, struct err *err);

/*
 * Makes the backup of the day, if there is none yet.  If that fails, it is only told, unless the
 * progress itself is damaged: nothing is to be written into that.  Whoever has NEED_WRITE has
 * it already, except with BACKUP_LATER.
 */
MUST_USE bool app_back_up(struct app *app, struct err *err);

/* The folders and files that decks are read from: the first source that names any. */
void app_deck_paths(struct app *app, struct opt_texts *out);

/* Loads the decks that options, environment or settings name, without telling of problems. */
void app_load_decks(struct app *app);

/* Are both ends of this run terminals? */
bool app_is_interactive(const struct app *app);

/* Does an option, the environment or a setting say where the decks are? */
bool app_names_decks(const struct app *app);

/* The folder of the sample decks, NULL if they are not installed; in the run's arena. */
const char *app_samples(struct app *app);

/* Reads the decks that this run has once more, into a library of its own. */
void app_read_decks(const struct app *app, struct library *library);

/* Takes a library and its collection over in place of those that the run has. */
void app_take_decks(
    struct app *app, struct library *library, struct collection *collection);

/* The instant of this command: frozen at the start. */
int64_t app_now(const struct app *app);

/* A clock that runs on from app_now(), for sessions. */
int64_t app_clock(const struct app *app);

/* What the wall clock says, whatever --now is: for the times of files. */
int64_t app_wall_clock(void);

/* The seed of orders and draws: --seed, or the study day. */
uint64_t app_seed(const struct app *app);

/* Prints JSON on a line of its own and releases it. */
void app_print_json(struct app *app, cJSON *json);

/* Tells on stderr which decks and cards could not be used. */
void app_tell_problems(struct app *app);

/* Is there any card?  If not: ERR_INPUT for files that cannot be used, ERR_USAGE for none. */
MUST_USE bool app_need_cards(struct app *app, struct err *err);

/* The same for commands that can show an empty result: having no decks is only told. */
MUST_USE bool app_expect_cards(struct app *app, struct err *err);

/* An RFC 3339 instant as a JSON text. */
cJSON *json_instant(int64_t at_ms);

#endif
