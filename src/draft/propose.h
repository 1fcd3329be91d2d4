/*
 * Patterns: what in a clause or a sentence is worth a card.
 *
 * Each file proposes drafts of a kind and knows nothing of the others; which of several drafts of
 * one sentence are kept, the score decides.
 */
#ifndef DRAFT_PROPOSE_H
#define DRAFT_PROPOSE_H

#include "draft/draft.h"
#include "draft/names.h"
#include "draft/question.h"

/* A document while its drafts are made. */
struct proposals {
    struct drafts *drafts;
    const struct doc *doc;
    size_t document;
    const struct names *names;
    const struct map *titles; // that one section only has -> it
    const char *topic;        // the name that is said most often; NULL: none
    struct arena *arena;      // of the drafts
    const struct sentence *s;
    const struct clauses *clauses;
    size_t first; // the first draft of the sentence
};

/*
 * The question that a date answers, as "in which year"; `value` is set to the year as a JSON number where
 * it is no more than that.
 */
const char *date_question(
    struct proposals *p, const struct fact *fact, const char **value);

/* Is the number at the word a year: "in 1893", but not "of 300 barrels"? */
bool is_year(const struct sentence *s, size_t at);

/* Is the word the beginning of a date, or of a number that is a year by itself? */
bool is_date_like(const struct sentence *s, size_t at);

/* Patterns of a clause, or of a sentence. */
void propose_dates(struct proposals *p);
void propose_numbers(struct proposals *p);
void propose_people(struct proposals *p);
void propose_places(struct proposals *p);
void propose_offices(struct proposals *p); // kinship too
void propose_definitions(struct proposals *p);
void propose_causes(struct proposals *p);
void propose_lists(struct proposals *p);

/* A pattern of a table: its cells, row by row. */
void propose_table(struct proposals *p, const struct sentence *cells, size_t count);

/* Of what happened when: drafts of the document from the one at `first` on. */
void propose_sequences(struct proposals *p, size_t first);

/*
 * Adds a draft of the sentence with the answer at `span`, and returns it to be filled in; its
 * kind's usual score is `score`.
 */
struct draft *propose(
    struct proposals *p, enum draft_kind kind, struct span span, double score);

/* Adds a question with that answer; nothing for a question that is NULL. */
struct draft *propose_question(struct proposals *p, enum draft_kind kind,
    struct span span, const char *question, double score);

/* Adds a gap, if one can be made. */
struct draft *propose_gap(struct proposals *p, enum draft_kind kind, struct span span,
    const char *hint, double score);

/* The clause whose rest holds the word before any inner clause; NULL: none. */
const struct clause *clause_of(const struct proposals *p, size_t at);

/* The clause whose subject holds the word; NULL: none. */
const struct clause *subject_of(const struct proposals *p, size_t at);

/* Is the word part of a name of that sort? */
bool is_name_of(const struct proposals *p, size_t at, enum name_kind kind);

#endif
