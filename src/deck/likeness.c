/*
 * A word that stands in a text for the second time is another word, marked as such: so sets will
 * do where bags are meant.
 */
#include "deck/likeness.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ------------------------------------------------------------------------------ */

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

/* ---- two texts -------------------------------------------------------------------------- */

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

static double dice(size_t shared, size_t a, size_t b)
{
    return a + b > 0 ? 2 * (double)shared / (double)(a + b) : 0;
}

double likeness_of(const char *a, const char *b)
{
    struct words left = words_of(a), right = words_of(b);
    double likeness = dice(shared_words(&left, &right), left.count, right.count);
    words_release(&left);
    words_release(&right);
    return likeness;
}

/* ---- many ------------------------------------------------------------------------------- */

/* The texts that hold a word. */
struct likeness_posting {
    size_t *texts;
    size_t count, capacity;
};

/* The i-th word as a key: behind a repeated one stands which time it is. */
static const char *key_of(const struct words *words, size_t i, struct buf *key)
{
    size_t first = i;
    while (first > 0 && strcmp(words->items[first - 1], words->items[i]) == 0)
        first--;
    if (first == i)
        return words->items[i];
    buf_clear(key);
    buf_addf(key, "%s %zu", words->items[i], i - first + 1);
    return key->text;
}

static struct likeness_posting *posting_of(struct likeness_index *index, const char *word)
{
    size_t at;
    if (!map_find(&index->words, word, &at)) {
        at = index->posting_count;
        map_add(&index->words, arena_strdup(&index->arena, word), at);
        index->postings = vec_grow(
            index->postings, at, &index->posting_capacity, sizeof *index->postings);
        index->postings[index->posting_count++] = (struct likeness_posting){ 0 };
    }
    return &index->postings[at];
}

void likeness_add(struct likeness_index *index, const char *text)
{
    struct words words = words_of(text);
    struct buf key = { 0 };
    for (size_t i = 0; i < words.count; i++) {
        struct likeness_posting *posting = posting_of(index, key_of(&words, i, &key));
        posting->texts = vec_grow(
            posting->texts, posting->count, &posting->capacity, sizeof *posting->texts);
        posting->texts[posting->count++] = index->count;
    }
    index->sizes =
        vec_grow(index->sizes, index->count, &index->capacity, sizeof *index->sizes);
    index->sizes[index->count++] = words.count;
    buf_release(&key);
    words_release(&words);
}

void likeness_find(const struct likeness_index *index, const char *text, double least,
    void (*found)(void *context, size_t number, double likeness), void *context)
{
    struct words words = words_of(text);
    struct buf key = { 0 };
    size_t *shared = mem_zeroed(index->count, sizeof *shared), at;
    for (size_t i = 0; i < words.count; i++) {
        if (!map_find(&index->words, key_of(&words, i, &key), &at))
            continue;
        const struct likeness_posting *posting = &index->postings[at];
        for (size_t j = 0; j < posting->count; j++)
            shared[posting->texts[j]]++;
    }
    for (size_t i = 0; i < index->count; i++) {
        double likeness = dice(shared[i], words.count, index->sizes[i]);
        if (shared[i] > 0 && likeness >= least)
            found(context, i, likeness);
    }
    free(shared);
    buf_release(&key);
    words_release(&words);
}

void likeness_release(struct likeness_index *index)
{
    for (size_t i = 0; i < index->posting_count; i++)
        free(index->postings[i].texts);
    free(index->postings);
    free(index->sizes);
    map_release(&index->words);
    arena_release(&index->arena);
    *index = (struct likeness_index){ 0 };
}
