/*
 * What makes a draft bad, whatever pattern it came from: it gives the answer away, it points at
 * something that is not in it, it is too short to be clear or too long to be read.
 */
#include "draft/finish.h"

#include "base/utf8.h"
#include "match/words.h"

#include <ctype.h>
#include <string.h>

enum { SHORT_WORDS = 4, LONG_WORDS = 20, TOO_LONG_WORDS = 34 };

/* Lower case, words between single spaces, a space at both ends. */
static const char *fold(const char *text, struct arena *arena)
{
    struct buf folded = { 0 }, words = { 0 };
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    buf_add_char(&words, ' ');
    for (const char *at = buf_text(&folded); *at != '\0'; at++) {
        bool kept = (unsigned char)*at >= 0x80 || isalnum((unsigned char)*at);
        if (kept || words.text[words.len - 1] != ' ')
            buf_add_char(&words, kept ? *at : ' ');
    }
    if (words.text[words.len - 1] != ' ')
        buf_add_char(&words, ' ');
    const char *kept = arena_strdup(arena, words.text);
    buf_release(&folded);
    buf_release(&words);
    return kept;
}

static size_t count_words(const char *folded)
{
    size_t words = 0;
    for (const char *at = folded; (at = strchr(at + 1, ' ')) != NULL;)
        words++;
    return words;
}

/* The cloze with its gap left out. */
static const char *shown_text(const struct draft *draft, struct arena *arena)
{
    if (draft->cloze == NULL)
        return draft->question != NULL ? draft->question : "";
    const char *open = strstr(draft->cloze, "{{"), *close = strstr(draft->cloze, "}}");
    return arena_printf(
        arena, "%.*s %s", (int)(open - draft->cloze), draft->cloze, close + 2);
}

/* Is one of the words of `list` in the text? */
static bool has_any(const char *folded, const char *list)
{
    char word[32];
    for (const char *at = folded + 1; *at != '\0';) {
        size_t len = strcspn(at, " ");
        if (len < sizeof word) {
            memcpy(word, at, len);
            word[len] = '\0';
            if (word_in(list, word))
                return true;
        }
        at += len + 1;
    }
    return false;
}

/* "was a canal dug": something that was not named yet. */
static bool asks_of_any(const char *folded)
{
    static const char *const verbs[] = { " did a", " was a", " is a", " does a" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const char *at = strstr(folded, verbs[i]);
        size_t len = strlen(verbs[i]);
        if (at != NULL && (at[len] == ' ' || (at[len] == 'n' && at[len + 1] == ' ')))
            return true;
    }
    return false;
}

/* Is the answer, or the last word of a name, to be read in the question? */
static bool gives_away(const struct draft *draft, const char *shown, const char *answer)
{
    if (draft->kind == DRAFT_CAUSE || draft->kind == DRAFT_LIST)
        return false;
    if (strstr(shown, answer) != NULL)
        return true;
    bool name = draft->kind == DRAFT_PERSON || draft->kind == DRAFT_PLACE ||
                draft->kind == DRAFT_OFFICE || draft->kind == DRAFT_NAME ||
                draft->kind == DRAFT_DEFINITION || draft->kind == DRAFT_KINSHIP;
    for (const char *at = answer; name && at[1] != '\0';) {
        const char *end = strchr(at + 1, ' ');
        char word[64];
        size_t len = (size_t)(end - at) + 1;
        if (len >= 6 && len < sizeof word) {
            memcpy(word, at, len);
            word[len] = '\0';
            if (strstr(shown, word) != NULL)
                return true;
        }
        at = end;
    }
    return false;
}

/* Is it what the document is about?  Then too much is answered with it. */
static bool is_topic(const struct proposals *p, const struct draft *draft,
    const char *answer, struct arena *arena)
{
    bool name = draft->kind == DRAFT_PERSON || draft->kind == DRAFT_PLACE ||
                draft->kind == DRAFT_NAME;
    if (!name)
        return false;
    if (p->doc->title[0] != '\0' && strstr(fold(p->doc->title, arena), answer) != NULL)
        return true;
    return p->topic != NULL && strcmp(answer, fold(p->topic, arena)) == 0;
}

static double length_penalty(size_t words)
{
    if (words > TOO_LONG_WORDS)
        return 0.5;
    if (words > LONG_WORDS)
        return 0.015 * (double)(words - LONG_WORDS);
    return words < SHORT_WORDS ? 0.25 : 0;
}

double score_of(const struct proposals *p, const struct draft *draft)
{
    struct arena arena = { 0 };
    const char *shown = fold(shown_text(draft, &arena), &arena);
    const char *answer = fold(draft->answer, &arena);
    double score = draft->score - length_penalty(count_words(shown));
    if (has_any(
            shown, "he she they him them this these those former latter such we you i"))
        score -= 0.3;
    if (has_any(shown, "it there here"))
        score -= 0.2;
    if (asks_of_any(shown) && draft->kind != DRAFT_PERSON)
        score -= 0.1;
    if (has_any(shown, "his her its their"))
        score -= 0.04;
    if (p->doc->lower)
        score -= 0.1;
    if (is_topic(p, draft, answer, &arena))
        score -= 0.2;
    if (has_any(shown, "not never nothing nobody some"))
        score -= 0.1;
    if (gives_away(draft, shown, answer) || strlen(answer) < 3)
        score = 0;
    arena_release(&arena);
    return score > 0 ? score : 0;
}
