/*
 * From what was typed to a verdict: one try or two, the rating proposed, and what was answered
 * wrongly before.
 */
#include "session/steering.h"

#include <assert.h>
#include <string.h>

/* Is the answer one of words that can be thought over, so that wrong says not which is right? */
static bool allows_second_try(const struct session *s)
{
    return s->collection->settings->second_try && s->first == NULL &&
           key_is_worded(s->key.kind) && !session_is_self(s);
}

bool session_was_near(const struct session *s)
{
    return s->first_judgement.verdict == VERDICT_PARTIAL;
}

/* Right at the second try is Hard if the first one was near, and Again after another word. */
static enum fsrs_rating propose(const struct session *s)
{
    if (session_is_self(s))
        return propose_self(s->hinted);
    enum fsrs_rating rating = propose_rating(&s->judgement, s->hinted);
    if (s->first != NULL && rating > FSRS_AGAIN)
        rating = session_was_near(s) ? FSRS_HARD : FSRS_AGAIN;
    return rating;
}

/* What was typed and was not right; NULL: nothing, or "I was right". */
static const char *miss_of(const struct review *review)
{
    const char *verdict = review->verdict;
    if (review->rating != FSRS_AGAIN || verdict == NULL)
        return NULL;
    bool wrong = strcmp(verdict, verdict_word(VERDICT_WRONG)) == 0 ||
                 strcmp(verdict, verdict_word(VERDICT_PARTIAL)) == 0;
    return wrong && review->typed != NULL ? review->typed : review->first;
}

/* The newest wrong answer before: worth telling if it was the last one, or if one follows. */
static void recall_past_miss(struct session *s)
{
    struct err ignored; // it would only have been told
    struct history history;
    size_t count;
    const char *const *names =
        collection_names(s->collection, s->card, &s->arena, &count);
    if (!replay_history(s->collection->store, names, count, s->collection->weights,
            &s->arena, &history, &ignored))
        return;
    bool right = verdict_is_right(s->judgement.verdict);
    for (size_t i = history.count; i-- > 0;) {
        const char *typed = miss_of(&history.steps[i].review);
        if (typed != NULL)
            s->past_miss = (struct past_miss){ typed, history.steps[i].event.day };
        if (typed != NULL || right)
            return;
    }
}

void session_answer(struct session *s, const char *typed, int64_t now_ms)
{
    assert(s->state == SESSION_ASK);
    const struct deck *deck = session_card(s)->note->deck;
    s->revealed_ms = now_ms;
    s->typed = arena_strdup(&s->arena, typed);
    s->judgement = match_judge(&s->key, &deck->context, s->typed, &s->arena);
    enum verdict verdict = s->judgement.verdict;
    if (allows_second_try(s) &&
        (verdict == VERDICT_WRONG || verdict == VERDICT_PARTIAL)) {
        s->first = s->typed;
        s->first_judgement = s->judgement;
        return;
    }
    s->state = SESSION_JUDGED;
    s->proposed = propose(s);
    if (s->collection->settings->pass_fail && s->proposed == FSRS_HARD)
        s->proposed = FSRS_GOOD;
    collection_plan(s->collection, s->card, now_ms, s->plans);
    recall_past_miss(s);
}
