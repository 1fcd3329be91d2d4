/*
 * Tables: a row is a thing or an event, a column what is said of it.
 *
 *   Year | Event                          In which year did Cook cross the Antarctic Circle?
 *   1773 | Cook crosses the Antarctic Circle
 *
 *   Ship | Captain                        Who was the captain of Fram?
 *   Fram | Otto Sverdrup
 */
#include "draft/propose.h"

#include "draft/finish.h"

#include <string.h>

enum { MOST_COLUMNS = 8, MOST_PAIRS = 5, FEWEST_PAIRS = 3 };

struct table {
    const struct sentence *cells[MOST_COLUMNS]; // of the row at hand
    const struct sentence *heads[MOST_COLUMNS];
    size_t columns;
    size_t subject; // the column that says of what a row speaks
    size_t first_draft;
    bool dated[MOST_COLUMNS];
};

/* How many cells from here on are of one row. */
static size_t row_length(const struct sentence *cells, size_t count)
{
    size_t length = 1;
    while (length < count && cells[length].piece.block == cells[0].piece.block)
        length++;
    return length;
}

static bool is_date_cell(const struct sentence *cell)
{
    return cell->count > 0 && is_date_like(cell, 0) && fact_end(cell, 0) == cell->count;
}

static bool is_value(const struct sentence *cell, size_t at)
{
    return cell->words[at].fact != NULL && cell->words[at].fact->kind != FACT_NAME;
}

/* The head holds no dates and numbers, the row below it some. */
static bool is_head(const struct sentence *cells, size_t columns, size_t count)
{
    bool facts = false, below = false;
    for (size_t i = 0; i < columns; i++)
        for (size_t k = 0; k < cells[i].count; k++)
            facts = facts || is_value(&cells[i], k);
    for (size_t i = columns; i < 2 * columns && i < count; i++)
        for (size_t k = 0; k < cells[i].count; k++)
            below = below || is_value(&cells[i], k);
    return !facts && below;
}

/* The head of a column in small letters; NULL: there is none. */
static const char *head_text(const struct table *t, size_t column, struct arena *arena)
{
    const struct sentence *head = t->heads[column];
    struct buf text = { 0 };
    if (head == NULL)
        return NULL;
    for (size_t i = 0; i < head->count; i++)
        phrase_add_text(&text, head->words[i].low);
    const char *kept = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return kept;
}

static const char *cell_text(const struct sentence *cell, struct arena *arena)
{
    return phrase_of(cell, 0, cell->count, arena);
}

/* "In which year did Cook cross the Antarctic Circle?", for a cell that is a sentence. */
static const char *ask_event(
    struct proposals *p, const struct sentence *event, const char *when)
{
    struct clauses clauses = clauses_read(event);
    if (clauses.count == 0)
        return NULL;
    struct clause *c = &clauses.items[0];
    struct span nothing = { event->count, event->count };
    c->historic = true;
    c->actor = phrase_of(event, c->subject, c->subject_end, p->arena);
    for (size_t i = 0; i < event->count; i++)
        if (event->words[i].fact != NULL && event->words[i].fact->kind == FACT_DATE &&
            i > c->verb_end) {
            nothing = (struct span){ fact_start(event, i), fact_end(event, i) };
            nothing.from -= word_among(event, nothing.from - 1, "on in");
        }
    return question_inverted(c, when, nothing, event->count, p->arena);
}

/* What the head of a column asks of the row's subject. */
static const char *ask_column(
    struct proposals *p, const struct table *t, size_t column, const char *when)
{
    const char *head = head_text(t, column, p->arena);
    const char *subject = cell_text(t->cells[t->subject], p->arena);
    bool date = t->dated[column], said = head != NULL && t->heads[column]->count == 1;
    if (head == NULL ||
        (date && word_among(t->heads[column], 0, "year date when time day")))
        return date ? arena_printf(p->arena, "%s: %s?", when, subject) : NULL;
    if (said && word_is(t->heads[column], 0, LEX_PART))
        return arena_printf(
            p->arena, "%s was %s %s?", date ? when : "what", subject, head);
    if (date)
        return arena_printf(p->arena, "%s was the %s of %s?", when, head, subject);
    bool person = said && word_is(t->heads[column], 0, LEX_TITLE | LEX_KIN | LEX_ROLE) &&
                  !word_is(t->heads[column], 0, LEX_PLACE);
    return person ? arena_printf(p->arena, "Who was the %s of %s?", head, subject)
                  : arena_printf(p->arena, "What is the %s of %s?", head, subject);
}

static void ask_cell(struct proposals *p, const struct table *t, size_t column)
{
    const struct sentence *cell = t->cells[column];
    const char *value = NULL, *when = "when", *question = NULL;
    if (cell == NULL || cell->count == 0 || cell->count > 6)
        return;
    bool date = is_date_cell(cell);
    if (date) {
        when = date_question(p, cell->words[0].fact, &value);
        question = ask_event(p, t->cells[t->subject], when);
    }
    if (question == NULL)
        question = ask_column(p, t, column, when);
    if (question == NULL)
        return;
    struct buf text = { 0 };
    buf_add(&text, question);
    phrase_capitalise(&text);
    p->s = cell;
    p->first = p->drafts->count;
    struct draft *draft = propose_question(p, date ? DRAFT_DATE : DRAFT_NAME,
        (struct span){ 0, cell->count }, arena_strdup(p->arena, text.text), 0.75);
    draft->number = value;
    if (date) {
        draft->event = cell_text(t->cells[t->subject], p->arena);
        draft->year = cell->words[0].fact->date->from.year;
    }
    buf_release(&text);
    finish_sentence(p);
}

static void read_row(
    struct proposals *p, struct table *t, const struct sentence *cells, size_t length)
{
    t->subject = t->columns;
    for (size_t i = 0; i < t->columns; i++) {
        t->cells[i] = i < length ? &cells[i] : NULL;
        t->dated[i] = t->cells[i] != NULL && is_date_cell(t->cells[i]);
        if (t->subject == t->columns && t->cells[i] != NULL && !t->dated[i] &&
            t->cells[i]->count > 0)
            t->subject = i;
    }
    for (size_t i = 0; i < t->columns && t->subject < t->columns; i++)
        if (i != t->subject)
            ask_cell(p, t, i);
}

void propose_table(struct proposals *p, const struct sentence *cells, size_t count)
{
    struct table t = { .columns = row_length(cells, count) };
    size_t at = 0;
    if (t.columns < 2 || t.columns > MOST_COLUMNS)
        return;
    if (is_head(cells, t.columns, count)) {
        for (size_t i = 0; i < t.columns; i++)
            t.heads[i] = &cells[i];
        at = t.columns;
    }
    while (at < count) {
        size_t length = row_length(cells + at, count - at);
        read_row(p, &t, cells + at, length);
        at += length;
    }
}
