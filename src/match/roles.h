/*
 * What words do around an answer (match/words.h asks).
 */
#ifndef MATCH_ROLES_H
#define MATCH_ROLES_H

#include <stddef.h>

enum role {
    HOLLOW = 1 << 0,   // alone it answers nothing
    NEGATES = 1 << 1,  // turns a statement round
    LINKS = 1 << 2,    // what follows is another thing
    RELATES = 1 << 3,  // which side of it a word stands on matters
    FRAMES = 1 << 4,   // may stand around an answer and adds nothing
    TITLE = 1 << 5,    // may stand before a name
    SORT = 1 << 6,     // says what sort of thing a name is
    HEDGES = 1 << 7,   // the number behind it is no exact one
    BOUNDS = 1 << 8,   // what stands behind it is not meant itself
    EXPLAINS = 1 << 9, // what follows explains
    OPENS = 1 << 10,   // may stand before an answer and adds nothing
    PLACES = 1 << 11,  // what follows says where
};

struct word_role {
    const char *word;
    unsigned roles; // of enum role
};

/* In the order of strcmp. */
extern const struct word_role word_roles[];
extern const size_t word_role_count;

#endif
