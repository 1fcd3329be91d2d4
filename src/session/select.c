#include "session/select.h"

#include "base/file.h"
#include "base/near.h"
#include "base/span.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum term_kind {
    TERM_PLACE, // a deck or a card
    TERM_TAG,
    TERM_IS,
    TERM_TEXT,
    TERM_SEEN,
};

#define STATES(X)                                                                        \
    X(STATE_NEW, "new")                                                                  \
    X(STATE_LEARNING, "learning")                                                        \
    X(STATE_DUE, "due")                                                                  \
    X(STATE_REVIEW, "review")                                                            \
    X(STATE_SUSPENDED, "suspended")                                                      \
    X(STATE_LEECH, "leech")                                                              \
    X(STATE_FLAGGED, "flagged")                                                          \
    X(STATE_ORPHAN, "orphan")

enum state {
#define X(state, word) state,
    STATES(X)
#undef X
};

static const char *const state_words[] = {
#define X(state, word) [state] = word,
    STATES(X)
#undef X
};

enum { STATE_COUNT = sizeof state_words / sizeof state_words[0] };

const char *select_state_word(size_t index)
{
    return index < STATE_COUNT ? state_words[index] : NULL;
}

struct term {
    enum term_kind kind;
    bool negated;
    const char *text;
    const struct deck *deck; // TERM_PLACE: the deck it names, or NULL
    enum state state;
    struct buf folded; // TERM_TEXT
    int64_t span_ms;   // TERM_SEEN: back from now, or 0:
    struct day since;  // the study day
};

static bool starts_with(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* ---- what a place is -------------------------------------------------------------------- */

/* Is it the card, or (without "#KEY") its note? */
static bool names_card(const char *place, const struct card *card)
{
    size_t len = strlen(place);
    return strncmp(card->name, place, len) == 0 &&
           (card->name[len] == '\0' || card->name[len] == '#');
}

static bool find_place(
    const struct collection *c, const char *place, const struct deck **deck)
{
    for (size_t i = 0; i < c->library->deck_count; i++)
        if (strcmp(c->library->decks[i].id, place) == 0 ||
            file_same(place, c->library->decks[i].path)) {
            *deck = &c->library->decks[i];
            return true;
        }
    for (size_t i = 0; i < c->library->card_count; i++)
        if (names_card(place, c->library->cards[i]))
            return true;
    return false;
}

static const char *nearest_deck(const struct collection *c, const char *place)
{
    size_t count = c->library->deck_count;
    const char **ids = mem_alloc((count + 1) * sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = c->library->decks[i].id;
    const char *near = near_best(place, ids, count);
    free(ids);
    return near;
}

/* Length of "DECK/" at the start of a place, if there is such a deck; else 0. */
static size_t known_deck(const struct collection *c, const char *place)
{
    for (size_t i = 0; i < c->library->deck_count; i++) {
        size_t len = strlen(c->library->decks[i].id);
        if (strncmp(c->library->decks[i].id, place, len) == 0 && place[len] == '/')
            return len + 1;
    }
    return 0;
}

/* Among the cards of the place's deck, if that is right; then only the rest is compared. */
static const char *nearest_card(const struct collection *c, const char *place)
{
    size_t head = known_deck(c, place), count = 0;
    const char **names = mem_alloc((c->library->card_count + 1) * sizeof *names);
    for (size_t i = 0; i < c->library->card_count; i++)
        if (strncmp(c->library->cards[i]->name, place, head) == 0)
            names[count++] = c->library->cards[i]->name + head;
    const char *near = near_best(place + head, names, count);
    free(names);
    return near != NULL ? near - head : NULL;
}

static bool fail_place(const struct collection *c, const char *place, struct err *err)
{
    bool card = strchr(place, '/') != NULL;
    const char *near = card ? nearest_card(c, place) : nearest_deck(c, place);
    if (near != NULL)
        return err_set(err, ERR_USAGE, "no %s '%s'; did you mean '%s'?",
            card ? "card" : "deck or card", place, near);
    return err_set(err, ERR_USAGE, "no %s '%s'; `quaestor %s` shows what there is",
        card ? "card" : "deck or card", place, card ? "list" : "decks");
}

/* ---- terms ------------------------------------------------------------------------------- */

static bool parse_state(const char *word, struct term *term, struct err *err)
{
    for (int i = 0; i < STATE_COUNT; i++)
        if (strcmp(state_words[i], word) == 0) {
            term->kind = TERM_IS;
            term->state = (enum state)i;
            return true;
        }
    const char *near = near_best(word, state_words, STATE_COUNT);
    if (near != NULL)
        return err_set(
            err, ERR_USAGE, "no state 'is:%s'; did you mean 'is:%s'?", word, near);
    return err_set(err, ERR_USAGE,
        "no state 'is:%s'; there are new, learning, due, review, suspended, leech, "
        "flagged, "
        "orphan",
        word);
}

/* "2026-12-13" or "7d". */
static bool parse_seen(const char *when, struct term *term, struct err *err)
{
    size_t len = 0;
    term->kind = TERM_SEEN;
    term->span_ms = span_parse(when, &len);
    if (term->span_ms > 0 && when[len] == '\0')
        return true;
    term->span_ms = 0;
    return day_parse(when, strlen(when), &term->since) ||
           err_set(err, ERR_USAGE,
               "seen: takes a day as 2026-12-13, or a span back from now as 7d, not '%s'",
               when);
}

static bool parse_term(
    const struct collection *c, const char *text, struct term *term, struct err *err)
{
    *term = (struct term){ .text = text };
    while (starts_with(text, "not:")) {
        term->negated = !term->negated;
        text += 4;
    }
    term->text = text;
    if (starts_with(text, "is:"))
        return parse_state(text + 3, term, err);
    if (starts_with(text, "seen:"))
        return parse_seen(text + 5, term, err);
    if (starts_with(text, "tag:")) {
        term->kind = TERM_TAG;
        term->text = text + 4;
        return true;
    }
    if (starts_with(text, "text:")) {
        term->kind = TERM_TEXT;
        utf8_add_folded(
            &term->folded, text + 5, strlen(text + 5), FOLD_CASE | FOLD_ACCENTS);
        return true;
    }
    return find_place(c, text, &term->deck) || fail_place(c, text, err);
}

static bool has_tag(const struct note *note, const char *tag)
{
    for (size_t i = 0; i < note->tag_count; i++)
        if (strcmp(note->tags[i], tag) == 0)
            return true;
    return false;
}

static bool has_state(
    const struct collection *c, size_t card, enum state state, int64_t now_ms)
{
    const struct progress *progress = &c->progress[card];
    const struct plan *plan = &progress->plan;
    int rollover = c->settings->day_start, leech = c->settings->leech_lapses;
    switch (state) {
    case STATE_NEW:
        return plan->phase == PHASE_NEW;
    case STATE_LEARNING:
        return phase_has_steps(plan->phase);
    case STATE_DUE:
        if (phase_has_steps(plan->phase))
            return queue_step_due(progress, now_ms, rollover);
        return plan->phase == PHASE_REVIEW &&
               plan->due_day.number <= day_of(now_ms, rollover).number;
    case STATE_REVIEW:
        return plan->phase == PHASE_REVIEW;
    case STATE_LEECH:
        return leech > 0 && progress->lapses >= leech;
    case STATE_SUSPENDED:
        return progress->suspended;
    case STATE_FLAGGED:
        return progress->flagged;
    case STATE_ORPHAN:
        break; // no card of a deck is in this state
    }
    return false;
}

static bool holds_text(const char *text, const struct buf *folded)
{
    if (text == NULL)
        return false;
    struct buf own = { 0 };
    utf8_add_folded(&own, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    bool holds = strstr(buf_text(&own), buf_text(folded)) != NULL;
    buf_release(&own);
    return holds;
}

static bool mentions(const struct card *card, const struct buf *folded)
{
    if (holds_text(card->question, folded) || holds_text(card->note->remark, folded))
        return true;
    for (size_t i = 0; i < card->key.count; i++)
        for (size_t j = 0; j < card->key.items[i].count; j++)
            if (holds_text(card->key.items[i].forms[j], folded))
                return true;
    return false;
}

static bool is_seen(
    const struct progress *progress, const struct term *term, int64_t now_ms)
{
    if (progress->reviews == 0)
        return false;
    return term->span_ms > 0 ? progress->last_ms >= now_ms - term->span_ms
                             : progress->last_day.number >= term->since.number;
}

static bool fits(
    const struct collection *c, size_t index, const struct term *term, int64_t now_ms)
{
    const struct card *card = c->library->cards[index];
    switch (term->kind) {
    case TERM_PLACE:
        return card->note->deck == term->deck || names_card(term->text, card);
    case TERM_TAG:
        return has_tag(card->note, term->text);
    case TERM_IS:
        return has_state(c, index, term->state, now_ms);
    case TERM_TEXT:
        return mentions(card, &term->folded);
    case TERM_SEEN:
        return is_seen(&c->progress[index], term, now_ms);
    }
    return false;
}

static bool is_any_of(const struct term *term)
{
    return term->kind == TERM_PLACE && !term->negated;
}

static bool is_selected(const struct collection *c, size_t card, const struct term *terms,
    size_t count, int64_t now_ms)
{
    bool places = false, in_place = false;
    for (size_t i = 0; i < count; i++) {
        const struct term *term = &terms[i];
        places = places || is_any_of(term);
        bool fit = !(is_any_of(term) && in_place) && fits(c, card, term, now_ms);
        if (is_any_of(term))
            in_place = in_place || fit;
        else if (fit == term->negated)
            return false;
    }
    return in_place || !places;
}

bool select_cards(const struct collection *c, const char *const *texts, size_t count,
    int64_t now_ms, bool *selected, bool *orphans, struct err *err)
{
    struct term *terms = mem_alloc((count + 1) * sizeof *terms);
    size_t parsed = 0;
    bool ok = true;
    *orphans = false;
    while (ok && parsed < count) {
        struct term *term = &terms[parsed];
        ok = parse_term(c, texts[parsed++], term, err);
        *orphans = *orphans || (ok && term->kind == TERM_IS &&
                                   term->state == STATE_ORPHAN && !term->negated);
    }
    for (size_t i = 0; ok && i < c->library->card_count; i++)
        selected[i] = is_selected(c, i, terms, count, now_ms);
    for (size_t i = 0; i < parsed; i++)
        buf_release(&terms[i].folded);
    free(terms);
    return ok;
}
