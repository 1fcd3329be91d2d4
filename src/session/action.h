/*
 * What the learner can do once the verdict shows, and the key for each: one character, which
 * the setting "keys" may change.  Space and Enter always take the proposed rating.
 */
#ifndef SESSION_ACTION_H
#define SESSION_ACTION_H

#include "base/json.h"

#include <stdbool.h>

#define ACTIONS(X)                                                                       \
    X(ACTION_AGAIN, "again", "1")                                                        \
    X(ACTION_HARD, "hard", "2")                                                          \
    X(ACTION_GOOD, "good", "3")                                                          \
    X(ACTION_EASY, "easy", "4")                                                          \
    X(ACTION_UNDO, "undo", "u")                                                          \
    X(ACTION_RIGHT, "right", "y")                                                        \
    X(ACTION_EDIT, "edit", "e")                                                          \
    X(ACTION_SKIP, "skip", "s")                                                          \
    X(ACTION_BURY, "bury", "-")                                                          \
    X(ACTION_SUSPEND, "suspend", "!")                                                    \
    X(ACTION_FLAG, "flag", "f")                                                          \
    X(ACTION_FIX, "fix", "x")                                                            \
    X(ACTION_WHY, "why", "i")                                                            \
    X(ACTION_HELP, "help", "?")                                                          \
    X(ACTION_QUIT, "quit", "q")

enum action {
#define X(action, word, key) action,
    ACTIONS(X)
#undef X
        ACTION_NONE,
};

enum { ACTION_COUNT = ACTION_NONE, ACTION_KEY_TEXT = 5 };

/* A key is a character as UTF-8. */
struct action_keys {
    char key[ACTION_COUNT][ACTION_KEY_TEXT];
};

extern const struct action_keys action_keys_default;

/* The action of that name, ACTION_NONE if there is none. */
enum action action_of_word(const char *word);

/* The action of a key press, ACTION_NONE if it has none. */
enum action action_of(const struct action_keys *keys, const char *pressed);

/*
 * Takes an object { "undo": "z" } over the keys.  On a fault returns false, *bad is the member
 * at fault, and `why` says what is wrong with it; the keys are unusable then.
 */
enum { ACTION_WHY_TEXT = 120 };
MUST_USE bool action_keys_read(const cJSON *object, struct action_keys *keys,
    const cJSON **bad, char why[ACTION_WHY_TEXT]);

/* The keys that are not the default, as such an object. */
cJSON *action_keys_json(const struct action_keys *keys);

#endif
