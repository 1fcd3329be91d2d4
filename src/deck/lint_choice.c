/*
 * Choices that give themselves away to who knows nothing of the subject.
 */
#include "deck/lint_parts.h"

#include "base/utf8.h"
#include "match/form.h"

#include <string.h>

/* ---- length ------------------------------------------------------------------------------ */

static size_t width_of(const char *text)
{
    return utf8_width(text, strlen(text));
}

/* By far: half as long again as the longest wrong one, and by a few words. */
static void find_length(struct linter *linter, const struct card *card)
{
    size_t right = width_of(card->key.options[0]), longest = 0;
    for (size_t i = 1; i < card->key.option_count; i++)
        if (width_of(card->key.options[i]) > longest)
            longest = width_of(card->key.options[i]);
    if (card->kind == KEY_CHOICE && card->key.option_count > 2 &&
        right * 2 > longest * 3 && right >= longest + 20)
        warn(&linter->loader, CODE_CHOICE_LENGTH, note_member(card->note, "answer"),
            "the right choice is the longest by far, which gives it away; shorten it, or "
            "say as much in the wrong ones");
}

/* ---- articles ---------------------------------------------------------------------------- */

/* The first letter's sound, as far as letters tell: 'a' for a vowel, 'b' for none, else 0. */
static char sound_of(const char *text)
{
    if (strchr("hHuUyYxX", text[0]) != NULL || (text[0] & 0x80) != 0 ||
        strncmp(text, "one", 3) == 0 || strncmp(text, "eu", 2) == 0)
        return 0; // an hour, a union
    if (text[1] == '\0' || (text[1] >= 'A' && text[1] <= 'Z') || text[1] == '.')
        return 0; // an F, an MP
    if (strchr("aeioAEIO", text[0]) != NULL)
        return 'a';
    return (text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z') ? 'b'
                                                                                    : 0;
}

static bool fits_article(const char *text, bool vowel)
{
    return sound_of(text) != (vowel ? 'b' : 'a');
}

/* "A whale is a", or "... an [...]": which of the choices can stand there? */
static void find_article(struct linter *linter, const struct card *card)
{
    const struct words *words = &linter->question;
    if (words->count == 0 || !words_at(words, words->count - 1, "a an") ||
        words->items[words->count - 1].capital)
        return;
    bool vowel = words_at(words, words->count - 1, "an");
    for (size_t i = 0; i < card->key.count; i++)
        if (!fits_article(card->key.options[i], vowel))
            return;
    for (size_t i = card->key.count; i < card->key.option_count; i++)
        if (!fits_article(card->key.options[i], vowel)) {
            warn(&linter->loader, CODE_CHOICE_ARTICLE, question_place(card),
                "after \"%s\" the choice \"%s\" cannot stand; write \"a(n)\", or move "
                "the "
                "article into the choices",
                vowel ? "an" : "a", card->key.options[i]);
            return;
        }
}

/* ---- words ------------------------------------------------------------------------------- */

/* A statement that leaves no exception; a single word such as "never" is none. */
static bool is_absolute(const char *text)
{
    struct words words;
    words_read(&words, text);
    return words.count > 2 &&
           words_any(&words, "always never only all every none no nothing everything "
                             "completely entirely absolutely must cannot impossible");
}

/* Learners know that nothing is always so. */
static void find_absolute(struct linter *linter, const struct card *card)
{
    size_t absolute = 0, wrong = card->key.option_count - card->key.count;
    for (size_t i = 0; i < card->key.count; i++)
        if (is_absolute(card->key.options[i]))
            return;
    for (size_t i = card->key.count; i < card->key.option_count; i++)
        absolute += is_absolute(card->key.options[i]);
    if (absolute >= 2 && absolute * 2 > wrong)
        warn(&linter->loader, CODE_CHOICE_ABSOLUTE, note_member(card->note, "wrong"),
            "only wrong choices say \"always\", \"never\", \"only\" and the like, which "
            "gives them away; put them in other words");
}

static bool is_all_of(const char *text)
{
    struct words words;
    words_read(&words, text);
    return words.count > 2 && words.count < 6 && words_at(&words, 0, "all none both") &&
           words_at(&words, 1, "of the") &&
           words_at(
               &words, words.count - 1, "above these those them others answers choices");
}

static const cJSON *option_place(const struct card *card, size_t at)
{
    if (at >= card->key.count)
        return cJSON_GetArrayItem(
            note_member(card->note, "wrong"), (int)(at - card->key.count));
    const cJSON *answer = note_member(card->note, "answer");
    return cJSON_IsArray(answer) ? cJSON_GetArrayItem(answer, (int)at) : answer;
}

static void find_all_of(struct linter *linter, const struct card *card)
{
    for (size_t i = 0; i < card->key.option_count; i++)
        if (is_all_of(card->key.options[i]))
            warn(&linter->loader, CODE_CHOICE_ALL, option_place(card, i),
                "\"%s\" speaks of the choices%s; make \"answer\" an array of all that "
                "apply",
                card->key.options[i],
                card->note->shuffle ? ", which stand in another order each time" : "");
}

/* ---- the same twice ---------------------------------------------------------------------- */

/* By the deck's spellings; case, accents and punctuation may be what the card is about. */
static void find_same(struct linter *linter, const struct card *card)
{
    struct arena arena = { 0 };
    struct form forms[26];
    struct rules rules = rules_make(&linter->loader.deck->context, STRICT_ALL, &arena);
    for (size_t i = 0; i < card->key.option_count; i++) {
        forms[i] = form_make(&rules, card->key.options[i], &arena);
        for (size_t j = 0; j < i; j++)
            if (form_same(&rules, &forms[i], &forms[j]))
                warn(&linter->loader, CODE_SAME_TWICE, option_place(card, i),
                    "the choices \"%s\" and \"%s\" are the same; change one",
                    card->key.options[j], card->key.options[i]);
    }
    arena_release(&arena);
}

void lint_choices(struct linter *linter, const struct card *card)
{
    if (card->kind != KEY_CHOICE && card->kind != KEY_CHOICES)
        return;
    find_length(linter, card);
    find_same(linter, card);
    if (!linter->english)
        return;
    find_article(linter, card);
    find_absolute(linter, card);
    find_all_of(linter, card);
}
