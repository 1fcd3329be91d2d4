/*
 * What the files of a session share: how it comes to its next question.
 */
#ifndef SESSION_STEERING_H
#define SESSION_STEERING_H

#include "session/session.h"

/* Puts the question of that card. */
void session_put(struct session *session, size_t card, int64_t now_ms);

/* Reads which cards were taken for one another of late. */
void session_read_confusions(struct session *session, int64_t now_ms);

/* The card that is out was taken for the one of that name. */
void session_confuse(struct session *session, const char *other);

/* Tells the queue what to keep apart from the cards that were asked last. */
void session_keep_apart(struct session *session);

/* Notes that `card` has been asked. */
void session_remember(struct session *session, size_t card);

/* Works out anew what is asked today. */
void session_build_queue(struct session *session, int64_t now_ms);

/* Puts the next question, or none.  A session that runs past the day's end gets the new day. */
void session_move_on(struct session *session, int64_t now_ms);

/* Copies the decks' caps of the input, so that they can be raised for this session. */
void session_copy_deck_caps(struct session *session);

#endif
