/*
 * Cards as programs and people see them: what several commands say in the same way.
 */
#ifndef CMD_CARD_H
#define CMD_CARD_H

#include "base/json.h"
#include "cmd/app.h"
#include "session/present.h"
#include "session/record.h"

#include <stdbool.h>
#include <stddef.h>

/* The cards that the words select, as flags by card; freed by the caller.  NULL with err. */
bool *selection_of(struct app *app, const char *const *words, size_t count, bool *orphans,
    struct err *err);

/* The same for commands that can show an empty result: having no decks is only told. */
bool *selection_to_show(struct app *app, const char *const *words, size_t count,
    bool *orphans, struct err *err);

/* The one card of that name; ERR_USAGE if there is none, or if it means several. */
MUST_USE bool card_named(
    struct app *app, const char *name, size_t *card, struct err *err);

/* State of a card in the words of selectors: "new", "learning", "review". */
const char *state_word(const struct progress *progress);

/* When a card is due, as JSON: an instant, or null for a new card. */
cJSON *due_json(const struct progress *progress);

/* The answer as the author wrote it; the hidden text of a cloze. */
cJSON *answer_json(const struct card *card);

/* The tags, an empty array for none. */
cJSON *tags_json(const struct note *note);

/* Where a card comes from: [{ "document", "at" }]. */
cJSON *source_json(const struct note *note);

/* Whole seconds until each rating's plan is due: { "again", "hard", "good", "easy" }. */
cJSON *intervals_json(const struct plan plans[4], int64_t at_ms);

cJSON *counts_json(struct queue_counts counts);
cJSON *memory_json(struct memory memory);
cJSON *event_json(const struct event_key *key);

/* Adds a text, or null for NULL. */
void json_add_text(cJSON *object, const char *key, const char *text);
/* Adds a day as "YYYY-MM-DD". */
void json_add_day(cJSON *object, const char *key, struct day day);
/* Adds texts, or null for none. */
void json_add_texts(
    cJSON *object, const char *key, const char *const *texts, size_t count);

/* Appends foreign text with its line breaks as "; ". */
void add_one_line(struct buf *out, const char *text);

/* Shows foreign text wrapped beside a column of `indent` that holds the label. */
void show_fact(
    const struct term *out, const char *label, size_t indent, const char *text);

/* Shows what is wrong, with its place. */
void show_err(const struct term *out, const struct err *err, const char *level);

/* Shows question, choices and left sides. */
void show_question(
    const struct term *out, const struct card *card, const struct key *key);

/* How a card of that kind is to be answered, a line; "" where nothing need be said. */
const char *how_to_answer(enum key_kind kind);

/* Shows what was typed as it stood behind its prompts, of which `several` are numbered. */
void show_typed(const struct term *out, const char *typed, bool several);

/* Shows mark, reason, what was typed against what was expected, and the author's words. */
void show_judgement(
    const struct term *out, const struct judgement *judgement, const char *typed);

/* Appends where a card comes from, as (Title, "heading"; ...); nothing if it does not say. */
void add_sources(struct buf *out, const struct note *note);

/* Shows the author's note and the source. */
void show_background(const struct term *out, const struct note *note);

/* Has the answer made the card a leech? */
bool is_new_leech(const struct collection *collection, size_t card, int lapses_before);

/* Appends what to say of a leech. */
void add_leech(struct buf *out, const struct collection *collection, size_t card);

/* Says that the card has become a leech, if the answer has made it one. */
void show_leech(const struct term *out, const struct collection *collection, size_t card,
    int lapses_before);

/* What `why` shows to people: the answers to a card, and what each rating would do now. */
struct why {
    struct app *app;
    size_t card;
    int64_t now_ms;
    bool *ok; // out: false with err if its answers cannot be read
    struct err *err;
};

void draw_why(const struct term *out, const void *why);

/* What an undo took back, in words: "rated good", "suspended". */
void add_change(struct buf *out, const struct undo_result *result);

/*
 * A day or instant for people, seen from now: "in 12m", "tomorrow", "in 7 days, 2026-11-27", "since
 * yesterday".
 */
void add_when(struct buf *out, const struct app *app, int64_t due_ms, int64_t now_ms);

/* "; suspended" or "; buried until tomorrow" of a card that is not asked whatever its date says. */
void add_set_aside(struct buf *out, const struct app *app,
    const struct progress *progress, int64_t now_ms);

#endif
