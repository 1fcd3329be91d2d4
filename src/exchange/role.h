/*
 * What columns and keys are called, and what they mean for a card.
 */
#ifndef EXCHANGE_ROLE_H
#define EXCHANGE_ROLE_H

/* X(enumerator, the words for it, separated by blanks; our own first) */
#define ROLES(X)                                                                         \
    X(ROLE_QUESTION, "question front term word prompt q recto side1 frage begriff text") \
    X(ROLE_ANSWER, "answer back definition translation meaning correct_answer a "        \
                   "response solution verso side2 antwort answers")                      \
    X(ROLE_ACCEPT, "accept accepted synonyms aliases also alternates")                   \
    X(ROLE_WRONG, "wrong incorrect_answers incorrect distractors wrong_answers "         \
                  "distractor incorrect_answer "                                         \
                  "wrong_answer")                                                        \
    X(ROLE_OPTIONS, "options choices option choice")                                     \
    X(ROLE_CORRECT, "correct correct_index correct_option answer_index")                 \
    X(ROLE_TAGS, "tags tag labels keywords")                                             \
    X(ROLE_TOPIC, "category topic subject chapter difficulty level")                     \
    X(ROLE_HINT, "hint hints clue")                                                      \
    X(ROLE_NOTE, "note notes explanation extra comment comments remark back_extra")      \
    X(ROLE_SOURCE, "source sources reference")                                           \
    X(ROLE_CARD, "card id guid uuid key")                                                \
    X(ROLE_KIND, "kind type")                                                            \
    X(ROLE_REVERSE, "reverse reversed add_reverse both_ways")                            \
    X(ROLE_DECK, "deck")                                                                 \
    X(ROLE_NOTETYPE, "notetype")

enum role {
#define X(role, words) role,
    ROLES(X)
#undef X
        ROLE_COUNT,
    ROLE_NONE = ROLE_COUNT,
};

/*
 * The role that a column or key of that name has; ROLE_NONE for a name we do not know.  Case,
 * blanks and '-' do not matter: "Correct answer", "correctAnswer" and correct_answer are the same.
 */
enum role role_of(const char *name);

/*
 * The same for a column that holds one of several values, as "option_b" or "wrong 2": the role of
 * all of them together.
 */
enum role role_of_item(const char *name);

#endif
