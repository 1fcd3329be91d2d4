/*
 * The question as English: two of them in one card, a "he" that is nobody, a mark that is missing.
 *
 * The rules know a few dozen words and no grammar, so each waits for a pattern that hardly has
 * another reading, and looks at no text of several lines and at nothing between quotation marks.
 */
#include "deck/lint_parts.h"

#include <string.h>

static const char asking[] = "who whom whose what which when where why how";
static const char auxiliary[] = "did do does was were is are has have had can could will "
                                "would shall should may might must";
static const char joining[] = "when after before while if since because as";

/* ---- two questions ----------------------------------------------------------------------- */

static size_t count_asked(const struct words *words)
{
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++)
        count += words->items[i].behind == '?' && !words->items[i].quoted;
    return count;
}

/* "when and where ..." at the start, or behind a preposition there. */
static bool asks_in_pairs(const struct words *words)
{
    for (size_t i = 0; i < 2; i++)
        if (words_at(words, i, asking) && words_at(words, i + 1, "and") &&
            words_at(words, i + 2, asking))
            return true;
    return false;
}

/* Is the word at `at` of those before it, but for the first two? */
static bool was_said(const struct words *words, size_t at)
{
    for (size_t i = 2; i < at; i++)
        if (strcmp(words->items[i].text, words->items[at].text) == 0)
            return true;
    return false;
}

/* "and when did ...", "and how many ...", or "and why" at the very end. */
static bool asks_at(const struct words *words, size_t at)
{
    return words_at(words, at, "and") && words_at(words, at + 1, asking) &&
           (at + 2 == words->count || words_at(words, at + 2, auxiliary) ||
               words_at(words, at + 2, "many much"));
}

/* "Who ..., and when did ...": not "the man who ... and who was ...". */
static bool asks_once_more(const struct words *words)
{
    if (!words_at(words, 0, asking) && !words_at(words, 1, asking))
        return false;
    for (size_t i = 2; i + 1 < words->count; i++)
        if (asks_at(words, i) && !words->items[i].quoted && !was_said(words, i + 1))
            return true;
    return false;
}

static void find_two_questions(struct linter *linter, const struct card *card)
{
    const struct words *words = &linter->question;
    bool marks = !linter->translates && count_asked(words) > 1;
    if (marks || (linter->english && (asks_in_pairs(words) || asks_once_more(words))))
        warn(&linter->loader, CODE_TWO_QUESTIONS, question_place(card),
            "two questions in one card: whoever knows only one cannot say so; make two "
            "cards");
}

/* ---- nobody ------------------------------------------------------------------------------ */

/* Has anything been named before that word? */
static bool names_before(const struct words *words, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if ((i > 0 && words->items[i].capital) || words->items[i].behind != 0 ||
            words->items[i].quoted || words->items[i].number)
            return true;
    return false;
}

/* "What did he do when Justinian died?" */
static bool names_behind(const struct words *words, size_t at)
{
    bool joined = false;
    for (size_t i = at; i < words->count; i++) {
        joined = joined || words->items[i].behind == ',' || words_at(words, i, joining);
        if (joined && i > at && words->items[i].capital)
            return true;
    }
    return false;
}

/* "it" that stands for nothing, or for what follows: how long does it take, is it clear that. */
static bool is_empty_it(const struct words *words, size_t at)
{
    if (!words_at(words, at, "it") || at + 1 == words->count)
        return false;
    for (size_t i = at + 1; i < at + 4; i++)
        if (words_at(words, i, "that to if when"))
            return true;
    return words->items[at + 1].number || words_at(words, at + 1, joining) ||
           words_at(words, at + 1,
               "take takes cost costs mean means rain snow happen seem appear matter "
               "true false called like possible in on at for from about until till said "
               "known legal illegal allowed safe common okay ok");
}

/* "they" that are people: what do they call it. */
static bool is_people(const struct words *words, size_t at)
{
    return words_at(words, at, "they") && words_at(words, at + 1, "call say speak");
}

/* A word that stands for another, behind "did" or "was"; or the very end of "Who killed him?" */
static bool stands_for_another(const struct words *words, size_t at)
{
    if (at == 0 || words->items[at].quoted || words->items[at].capital)
        return false;
    if (words_at(words, at - 1, auxiliary))
        return (words_at(words, at, "he she they it his her their its") ||
                   (words_at(words, at, "this these") && words->count <= at + 3)) &&
               !is_empty_it(words, at) && !is_people(words, at);
    return at == 2 && at + 1 == words->count && words_at(words, 0, "who what") &&
           words_at(words, at, "him her them it this these");
}

static void find_vague(struct linter *linter, const struct card *card)
{
    const struct words *words = &linter->question;
    if (!words_at(words, 0, asking) && !words_at(words, 1, asking))
        return;
    for (size_t i = 1; i < words->count && !names_before(words, i); i++)
        if (stands_for_another(words, i) && !names_behind(words, i) &&
            !(card->key.option_count > 0 && words_at(words, i, "this these them it"))) {
            warn(&linter->loader, CODE_VAGUE, question_place(card),
                "nothing in the question says what \"%s\" means, and other cards come in "
                "between; name it",
                words->items[i].text);
            return;
        }
}

/* ---- the question mark ------------------------------------------------------------------- */

/* "Who was ...", "How many legs does ...": not "what Germanus did". */
static bool is_question(const struct words *words)
{
    if (words->count < 4 || !words_at(words, 0, asking))
        return false;
    if (words_at(words, 1, auxiliary))
        return true;
    if (!words_at(words, 1, "many much"))
        return false;
    for (size_t i = 2; i + 1 < words->count; i++)
        if (words_at(words, i, "did do does"))
            return true;
    return false;
}

static void find_question_mark(struct linter *linter, const struct card *card)
{
    if (is_question(&linter->question) && strchr(card->question, '?') == NULL)
        warn(&linter->loader, CODE_QUESTION_MARK, question_place(card),
            "the question has no question mark");
}

/* ------------------------------------------------------------------------------------------ */

/* Kinds of which one thing is asked. */
static bool asks_one_thing(const struct card *card)
{
    switch (card->kind) {
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_BOOLEAN:
    case KEY_CHOICE:
        return !card->note->self;
    case KEY_LIST:
    case KEY_SEQUENCE:
    case KEY_CHOICES:
    case KEY_PAIRS:
    case KEY_CLOZE:
        break;
    }
    return false;
}

void lint_wording(struct linter *linter, const struct card *card)
{
    bool shows = card->note->image != NULL || card->note->audio != NULL;
    if (strchr(card->question, '\n') != NULL)
        return;
    if (asks_one_thing(card))
        find_two_questions(linter, card);
    if (!linter->english || card->kind == KEY_CLOZE)
        return;
    if (!shows && strchr(card->question, ':') == NULL)
        find_vague(linter, card);
    find_question_mark(linter, card);
}
