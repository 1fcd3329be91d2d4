/*
 * A study session on its way across the screen: cmd/study.c asks and decides,
 * cmd/study_screen.c shows.
 */
#ifndef CMD_STUDY_H
#define CMD_STUDY_H

#include "cmd/app.h"
#include "session/session.h"

struct study {
    struct app *app;
    struct session session;
    const struct term *out;
    struct buf line; // what was read last
};

int64_t study_now(const struct study *study);

/* Writes text of our own. */
void study_say(const struct study *study, const char *text);

/* Deck, place, what remains today, the question, and how to answer it. */
void study_show_card(struct study *study);

void study_show_hint(struct study *study);

/* Mark, reason, diff, note and source; of a self-graded card the answer alone. */
void study_show_verdict(struct study *study);

/* The four ratings with when each would bring the card back, and the proposed one. */
void study_show_ratings(const struct study *study);

/* What was answered, and what was missed. */
void study_show_summary(const struct study *study);

/* What is left for today, or when the next card is due. */
void study_show_rest(const struct study *study);

/*
 * Opens the editor at the card that is out, reads the decks anew, and comes back to the card.
 * False with app->err if something could not be saved.
 */
MUST_USE bool study_edit(struct study *study);

#endif
