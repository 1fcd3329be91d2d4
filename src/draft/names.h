/*
 * What the names of a document stand for, told by what stands around them, here or elsewhere:
 * "general Conon" and "Conon, nephew of" are persons, "in Rome" and "the town of Sura" places, "the
 * Goths" a people.
 */
#ifndef DRAFT_NAMES_H
#define DRAFT_NAMES_H

#include "draft/sentence.h"

enum name_kind { NAME_OTHER, NAME_PERSON, NAME_PLACE, NAME_PEOPLE };

struct known_name {
    const struct fact *fact;   // one of those that say it
    const char *shown;         // as the document writes it
    int person, place, people; // how much speaks for each
    int male, female;
    size_t article; // how often "the" stands before it
    size_t count;
    bool shares_last; // its last word is that of another name too
    bool sure;        // no mere capital at the beginning of a sentence
};

struct names {
    struct map map; // a fact's text -> its place in `items`
    struct known_name *items;
    size_t capacity;
    struct map last;   // the last word of a name of several -> the first such name
    const char *hero;  // whom a text without capitals is about; NULL: not known
    struct map common; // words that stand without a capital somewhere
};

/* Takes notice of the names of a sentence; `arena` lives as long as the names. */
void names_learn(struct names *names, const struct sentence *s, struct arena *arena);

/* After all sentences: "Marie" is who "Marie Curie" is. */
void names_relate(struct names *names);

/* Forgets what is no name after all, in a sentence; in text without capitals finds more. */
void names_settle(const struct names *names, struct sentence *s);

/* The name that is said most often, if it is often; NULL: none. */
const char *names_topic(const struct names *names);

void names_release(struct names *names);

/* NULL: the fact is no known name. */
const struct known_name *names_find(const struct names *names, const struct fact *fact);

/* The same, to be told more of it. */
struct known_name *names_learned(struct names *names, const struct fact *fact);

enum name_kind names_kind(const struct names *names, const struct fact *fact);

#endif
