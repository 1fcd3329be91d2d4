/*
 * Any key, anything typed: a verdict, a reason, a diff of three equally wide lines.
 *
 * The first byte picks kind and strictness, and, from KNOWING up, that the judge knows a
 * question and other answers; the second byte picks options.  Of the rest, the text before the
 * first NUL is what is right, items parted by '/' and their forms by '|'; the text behind it
 * is typed.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "match/judge.h"
#include "match/lexicon.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { ITEMS_MAX = 6, FORMS_MAX = 3, KNOWING = 144 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const khusrau[] = { "Khusrau", "Khosrow" };
static const char *const city[] = { "Constantinople", "New Rome", "The City" };
static const struct spelling spellings[] = { { khusrau, 2 }, { city, 3 } };
static const char *const languages[] = { NULL, "en", "de", "fr", "la" };

/* Cuts at the separator, in place; the last part keeps what is left. */
static size_t cut(char *text, char separator, const char **parts, size_t max)
{
    size_t count = 0;
    while (count < max) {
        char *end = strchr(text, separator);
        parts[count++] = text;
        if (end == NULL)
            break;
        *end = '\0';
        text = end + 1;
    }
    return count;
}

static void check_diff(const struct diff *diff)
{
    size_t bad, width = strlen(diff->marks);
    assert(utf8_valid(diff->typed, strlen(diff->typed), &bad));
    assert(utf8_width(diff->typed, strlen(diff->typed)) == width);
    assert(utf8_width(diff->expected, strlen(diff->expected)) == width);
}

static void judge(
    const struct key *key, const struct key_context *context, const char *typed)
{
    struct arena arena = { 0 };
    struct judgement got = match_judge(key, context, typed, &arena);
    assert(
        got.reason != NULL && got.reason[0] != '\0' && strchr(got.reason, '\n') == NULL);
    assert(got.share >= 0 && got.share <= 1);
    assert(!verdict_is_right(got.verdict) || got.other == NULL);
    assert(got.verdict > VERDICT_ACCEPTED || got.diff.marks == NULL);
    assert(got.verdict != VERDICT_CLOSE || !(key->strict & STRICT_TYPOS));
    if (got.diff.marks != NULL)
        check_diff(&got.diff);
    assert(match_same(typed, typed, context, key->strict));
    arena_release(&arena);
}

/* The key's own answers, as those of a card, and some that come near to anything. */
static void tell(const void *owner, struct lexicon *lexicon)
{
    const struct key *key = owner;
    for (size_t i = 0; i < key->count; i++)
        lexicon_add_answer(lexicon, key->items[i].forms[0], "own");
    lexicon_add_answer(lexicon, "Justinian", "justinian");
    lexicon_add_answer(lexicon, "Justina", "justina");
    lexicon_add_words(lexicon, "Who lost Rome in 546, Totila or Bessas?");
}

static void check_shown(const struct key *key, const struct key_context *context)
{
    struct arena arena = { 0 };
    const char *shown = match_expected(key, &arena);
    struct judgement got = match_judge(key, context, shown, &arena);
    bool text = key->kind == KEY_TEXT || key->kind == KEY_CLOZE;
    assert(!text || got.verdict == VERDICT_EXACT || got.verdict == VERDICT_BLANK);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct key_item items[ITEMS_MAX];
    const char *texts[ITEMS_MAX], *forms[ITEMS_MAX][FORMS_MAX], *shown[ITEMS_MAX];
    size_t bad;
    if (size < 3)
        return 0;
    char *right = arena_strndup(&arena, (const char *)data + 2, size - 2);
    size_t len = strlen(right);
    const char *typed = len < size - 2 ? right + len + 1 : "";
    if (len > 512 || !utf8_valid(right, len, &bad)) {
        arena_release(&arena);
        return 0;
    }
    struct key key = { .kind = (enum key_kind)(data[0] % (KEY_CLOZE + 1)),
        .items = items,
        .options = shown,
        .lefts = shown,
        .strict = data[0] / (KEY_CLOZE + 1) & STRICT_ALL,
        .literal = data[1] & 1,
        .number = 4000,
        .tolerance = data[1] & 2,
        .unit = data[1] & 4 ? "pounds" : NULL };
    struct key_context context = { .spellings = spellings,
        .spelling_count = data[1] & 8 ? 2 : 0,
        .language = languages[data[1] / 16 % 5] };
    key.count = cut(right, '/', texts, ITEMS_MAX);
    key.option_count = key.count;
    for (size_t i = 0; i < key.count; i++) {
        items[i].forms = forms[i];
        items[i].count = cut((char *)(uintptr_t)texts[i], '|', forms[i], FORMS_MAX);
        shown[i] = forms[i][0];
    }
    struct key_feedback feedback = { "5,000 pounds", "later" };
    key.feedback = &feedback;
    key.feedback_count = 1;
    if (data[0] >= KNOWING) {
        key.question = "About how many pounds did they pay in 546?";
        context.lexicon = lexicon_new(tell, &key);
    }
    judge(&key, &context, typed);
    check_shown(&key, &context);
    for (size_t i = 0; i < key.count; i++)
        assert(match_same(typed, shown[i], &context, key.strict) ==
               match_same(shown[i], typed, &context, key.strict));
    lexicon_release(context.lexicon);
    arena_release(&arena);
    return 0;
}
