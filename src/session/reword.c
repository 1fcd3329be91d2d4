#include "session/reword.h"

#include "deck/likeness.h"
#include "session/replay.h"

#include <string.h>

static const double LIKELY = 0.5;

/* The part of "DECK/~HASH#KEY" that a rewording leaves as it is: are both the same? */
static bool is_same_place(const char *card, const char *orphan)
{
    size_t deck = strcspn(card, "/");
    const char *card_key = strchr(card, '#'), *orphan_key = strchr(orphan, '#');
    return strncmp(card, orphan, deck + 1) == 0 && orphan[deck + 1] == '~' &&
           strcmp(card_key != NULL ? card_key : "",
               orphan_key != NULL ? orphan_key : "") == 0;
}

static bool was_asked(const struct collection *c, const char *card, const char *from)
{
    for (size_t i = 0; i < c->link_count; i++)
        if (strcmp(c->links[i].card, card) == 0 && strcmp(c->links[i].from, from) == 0)
            return true;
    return false;
}

/* The question that the orphan had when it was answered last; NULL if it was not kept. */
static bool read_question(struct collection *c, const char *orphan, struct arena *arena,
    const char **question, struct err *err)
{
    struct history history;
    *question = NULL;
    if (!replay_history(c->store, &orphan, 1, c->weights, arena, &history, err))
        return false;
    if (history.count > 0)
        *question = history.steps[history.count - 1].review.question;
    return true;
}

static bool is_taken(const struct reworded *pairs, size_t count, const char *orphan)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(pairs[i].old_name, orphan) == 0)
            return true;
    return false;
}

/* The likeliest orphan for the card, if there is a likely one. */
static size_t best_orphan(const struct collection *c, const struct card *card,
    const char *const *questions, const struct reworded *pairs, size_t count)
{
    size_t best = c->orphan_count;
    double likeness = LIKELY;
    for (size_t i = 0; i < c->orphan_count; i++) {
        const char *orphan = c->orphans[i].card;
        if (questions[i] == NULL || !is_same_place(card->name, orphan) ||
            was_asked(c, card->name, orphan) || is_taken(pairs, count, orphan))
            continue;
        double own = likeness_of(card->question, questions[i]);
        if (own >= likeness) {
            likeness = own;
            best = i;
        }
    }
    return best;
}

bool reword_find(struct collection *c, struct arena *arena, struct reworded **pairs,
    size_t *count, struct err *err)
{
    const char **questions =
        arena_alloc(arena, (c->orphan_count + 1) * sizeof *questions);
    size_t capacity = 0;
    *pairs = NULL;
    *count = 0;
    for (size_t i = 0; i < c->orphan_count; i++)
        if (strstr(c->orphans[i].card, "/~") != NULL &&
            !read_question(c, c->orphans[i].card, arena, &questions[i], err))
            return false;
    for (size_t i = 0; c->orphan_count > 0 && i < c->library->card_count; i++) {
        const struct card *card = c->library->cards[i];
        if (c->progress[i].reviews > 0)
            continue;
        size_t orphan = best_orphan(c, card, questions, *pairs, *count);
        if (orphan == c->orphan_count)
            continue;
        *pairs = arena_grow(arena, *pairs, *count, &capacity, sizeof **pairs);
        (*pairs)[(*count)++] =
            (struct reworded){ i, c->orphans[orphan].card, questions[orphan] };
    }
    return true;
}
