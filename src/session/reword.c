#include "session/reword.h"

#include "base/utf8.h"
#include "session/replay.h"

#include <stdlib.h>
#include <string.h>

static const double LIKELY = 0.5;

/* ---- likeness ------------------------------------------------------------------------------- */

struct words {
    struct buf text;    // folded, words ended by NUL
    const char **items; // in the text, sorted
    size_t count, capacity;
};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Runs of letters and digits; everything else ends a word. */
static void fold_words(struct words *words, const char *text)
{
    struct buf folded = { 0 };
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    for (size_t at = 0; at < folded.len;) {
        uint32_t c = 0;
        size_t size = utf8_next(folded.text + at, folded.len - at, &c);
        bool inside = size > 0 && (utf8_is_letter(c) || utf8_is_digit(c));
        if (inside)
            buf_add_bytes(&words->text, folded.text + at, size);
        else
            buf_add_char(&words->text, '\0');
        at += size > 0 ? size : 1;
    }
    buf_add_char(&words->text, '\0');
    buf_release(&folded);
}

static void sort_words(struct words *words)
{
    for (size_t at = 0; at < words->text.len; at++) {
        const char *word = words->text.text + at;
        if (*word == '\0')
            continue;
        words->items =
            vec_grow(words->items, words->count, &words->capacity, sizeof *words->items);
        words->items[words->count++] = word;
        at += strlen(word);
    }
    if (words->count > 0)
        qsort(words->items, words->count, sizeof *words->items, by_text);
}

static struct words words_of(const char *text)
{
    struct words words = { 0 };
    fold_words(&words, text);
    sort_words(&words);
    return words;
}

static void words_release(struct words *words)
{
    buf_release(&words->text);
    free(words->items);
}

static size_t shared_words(const struct words *a, const struct words *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        int order = strcmp(a->items[i], b->items[j]);
        shared += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return shared;
}

double reword_likeness(const char *a, const char *b)
{
    struct words left = words_of(a), right = words_of(b);
    size_t total = left.count + right.count;
    double likeness =
        total > 0 ? 2 * (double)shared_words(&left, &right) / (double)total : 0;
    words_release(&left);
    words_release(&right);
    return likeness;
}

/* ---- pairs ---------------------------------------------------------------------------------- */

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
        double own = reword_likeness(card->question, questions[i]);
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
