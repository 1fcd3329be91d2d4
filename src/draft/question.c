#include "draft/question.h"

#include <string.h>

enum { LEAD_WORDS = 7 };

/* Does it point at something outside of the clause? */
static bool points(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (word_is(s, i, LEX_POSS | LEX_OBJ) ||
            word_among(s, i,
                "this these that those such same he she they it then there "
                "when because although while if"))
            return true;
    return false;
}

/* What stands before the subject, if it can stand there still. */
static void add_lead(struct buf *out, const struct clause *c, struct span hole)
{
    size_t from = c->lead, to = c->lead_end;
    bool holds = hole.from >= from && hole.from < to;
    if (from >= to || holds || to - from > LEAD_WORDS || !word_is(c->s, from, LEX_PREP) ||
        points(c->s, from, to))
        return;
    phrase_add(out, c->s, from, to);
    buf_add_char(out, ',');
}

static const char *finish(struct buf *text, struct arena *arena)
{
    while (text->len > 0 && strchr(" ,;:-", text->text[text->len - 1]) != NULL)
        text->text[--text->len] = '\0';
    buf_add_char(text, '?');
    phrase_capitalise(text);
    const char *kept = arena_strdup(arena, text->text);
    buf_release(text);
    return kept;
}

const char *question_subject(const struct clause *c, const char *who, struct arena *arena)
{
    struct buf text = { 0 };
    struct span subject = { c->subject, c->subject_end };
    add_lead(&text, c, subject);
    phrase_add_text(&text, who);
    phrase_add(&text, c->s, c->verb, c->end);
    return finish(&text, arena);
}

/* --- inversion ------------------------------------------------------------------------------- */

/* Is the finite verb one that goes before the subject as it is? */
static bool is_auxiliary(const struct clause *c)
{
    const struct sentence *s = c->s;
    if (word_is(s, c->verb, LEX_BE))
        return true;
    return word_is(s, c->verb, LEX_AUX) && c->main > c->verb;
}

static const char *auxiliary(const struct clause *c)
{
    if (c->historic && word_among(c->s, c->verb, "is are"))
        return word_among(c->s, c->verb, "is") ? "was" : "were";
    return c->s->words[c->verb].low;
}

static const char *do_form(const struct clause *c)
{
    unsigned classes = c->s->words[c->verb].classes;
    if (c->historic || classes & LEX_PAST || word_among(c->s, c->verb, "had did"))
        return "did";
    if (word_among(c->s, c->verb, "has"))
        return "does";
    if (word_among(c->s, c->verb, "have"))
        return "do";
    return classes & LEX_S ? "does" : "do";
}

static const char *base_form(const struct clause *c)
{
    if (word_among(c->s, c->verb, "has have had"))
        return "have";
    return c->s->words[c->verb].base;
}

static bool add_verb_and_subject(struct buf *out, const struct clause *c)
{
    const struct sentence *s = c->s;
    if (is_auxiliary(c)) {
        phrase_add_text(out, auxiliary(c));
        phrase_add_text(out, c->actor);
        phrase_add(out, s, c->verb + 1, c->verb_end);
        return true;
    }
    const char *base = base_form(c);
    if (base == NULL)
        return false;
    phrase_add_text(out, do_form(c));
    phrase_add_text(out, c->actor);
    phrase_add_text(out, base);
    return true;
}

const char *question_inverted(const struct clause *c, const char *ask, struct span hole,
    size_t end, struct arena *arena)
{
    struct buf text = { 0 };
    if (c->actor == NULL)
        return NULL;
    add_lead(&text, c, hole);
    phrase_add_text(&text, ask);
    if (!add_verb_and_subject(&text, c)) {
        buf_release(&text);
        return NULL;
    }
    if (hole.from >= c->verb_end && hole.from < end) {
        phrase_add(&text, c->s, c->verb_end, hole.from);
        phrase_add(&text, c->s, hole.to, end);
    } else {
        phrase_add(&text, c->s, c->verb_end, end);
    }
    return finish(&text, arena);
}
