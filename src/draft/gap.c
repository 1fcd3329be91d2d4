/*
 * Gaps: where no question can be made, the smallest part of the text that still says what is asked.
 */
#include "draft/question.h"

#include <string.h>

enum { FEWEST = 4, MOST = 32 };

/* The clause that holds the span; NULL: none does. */
static const struct clause *clause_around(const struct clauses *clauses, struct span span)
{
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *c = &clauses->items[i];
        bool before = span.from >= c->lead && span.to <= c->lead_end;
        bool subject = !c->shared && span.from >= c->subject && span.to <= c->subject_end;
        bool rest = span.from >= c->verb && span.to <= c->end;
        if (before || subject || rest)
            return c;
    }
    return NULL;
}

/* Begins the sentence with something that was named before? */
static bool begins_vaguely(const struct sentence *s, size_t from)
{
    return word_is(s, from, LEX_PRON | LEX_POSS) ||
           word_among(s, from, "such another both");
}

static bool points_back(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (word_among(s, i, "he she they them him this these those former latter"))
            return true;
    return false;
}

static void add_around(struct buf *out, const struct sentence *s, size_t from, size_t to,
    struct span span, const char *hint)
{
    if (span.from < from || span.from >= to) {
        phrase_add(out, s, from, to);
        return;
    }
    phrase_add(out, s, from, span.from);
    if (span.from > from && s->words[span.from - 1].mark == ',')
        buf_add_char(out, ',');
    phrase_add_text(out, "{{");
    phrase_add(out, s, span.from, span.to);
    buf_addf(out, "::%s}}", hint);
    char mark = s->words[span.to - 1].mark;
    if (mark != '\0' && mark != '-' && span.to < to)
        buf_add_char(out, mark);
    phrase_add(out, s, span.to, to);
}

/* Lead, subject, verb and rest of one clause. */
static bool add_clause(
    struct buf *out, const struct clause *c, struct span span, const char *hint)
{
    const struct sentence *s = c->s;
    if (c->actor == NULL || points_back(s, c->lead, c->lead_end) ||
        c->end - c->lead > MOST)
        return false;
    if (c->lead < c->lead_end) {
        add_around(out, s, c->lead, c->lead_end, span, hint);
        if (!c->shared && s->words[c->lead_end - 1].mark == ',')
            buf_add_char(out, ',');
    }
    if (!c->shared && span.from >= c->subject && span.from < c->subject_end)
        add_around(out, s, c->subject, c->subject_end, span, hint);
    else
        phrase_add_text(out, c->actor);
    add_around(out, s, c->verb, c->end, span, hint);
    return true;
}

const char *gap_make(const struct sentence *s, const struct clauses *clauses,
    struct span span, const char *hint, struct arena *arena)
{
    struct buf text = { 0 };
    const struct clause *c = clause_around(clauses, span);
    bool ok = c != NULL && c->end > c->lead + FEWEST && add_clause(&text, c, span, hint);
    if (!ok && s->count >= FEWEST && s->count <= MOST && !begins_vaguely(s, 0) &&
        !points_back(s, 0, s->count) && !s->piece.bare) {
        add_around(&text, s, 0, s->count, span, hint);
        ok = true;
    }
    if (!ok) {
        buf_release(&text);
        return NULL;
    }
    while (strchr(" ,;:", text.text[text.len - 1]) != NULL)
        text.text[--text.len] = '\0';
    buf_add_char(&text, '.');
    phrase_capitalise(&text);
    const char *kept = arena_strdup(arena, text.text);
    buf_release(&text);
    return kept;
}
