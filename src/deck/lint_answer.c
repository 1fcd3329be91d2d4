/*
 * The answer: what gives it away, and what nobody can or wants to type.
 */
#include "deck/lint_parts.h"

#include "base/utf8.h"
#include "match/words.h"

#include <string.h>
#include <strings.h>

enum { LIST_MOST = 7, LETTERS_MOST = 60 };

/* ---- given away -------------------------------------------------------------------------- */

/* Questions about a word may name it; those that offer a choice must. */
static bool may_name_answer(const struct words *question)
{
    return question->signs || words_any(question, "or oder ou o") ||
           words_any(question,
               "plural singular tense participle infinitive comparative superlative "
               "spelling spelled spelt synonym antonym conjugate conjugation opposite "
               "abbreviation stand word words letter letters rhyme rhymes anagram");
}

/* Without a leading article, and what may be left out. */
static void read_answer(
    const struct linter *linter, const char *text, bool literal, struct words *answer)
{
    const struct language *language = language_of(linter->loader.deck->language);
    size_t kept = 0;
    words_read(answer, text);
    for (size_t i = 0; i < answer->count; i++) {
        bool article =
            kept == 0 && i + 1 < answer->count && words_at(answer, i, language->articles);
        if (!article && (literal || !answer->items[i].bracketed))
            answer->items[kept++] = answer->items[i];
    }
    answer->count = kept;
}

/* Would it say something to see these words?  Short ones and small numbers stand anywhere. */
static bool is_telling(const struct words *answer)
{
    size_t letters = 0;
    for (size_t i = 0; i < answer->count; i++)
        letters += strlen(answer->items[i].text);
    bool yes_no = answer->count == 1 && boolean_of(answer->items[0].text) >= 0;
    return letters >= 3 && !answer->signs && answer->whole && !yes_no;
}

/* The first form of the item that stands in the text, with so many words beside it; NULL: none. */
static const char *form_in(const struct linter *linter, const struct key *key,
    const struct key_item *item, const struct words *text, size_t beside)
{
    struct words answer;
    for (size_t i = 0; i < item->count; i++) {
        read_answer(linter, item->forms[i], key->literal, &answer);
        if (is_telling(&answer) && text->count >= answer.count + beside &&
            words_hold(text, &answer))
            return item->forms[i];
    }
    return NULL;
}

static bool is_typed(const struct card *card)
{
    return (card->kind == KEY_TEXT || card->kind == KEY_NUMBER ||
               card->kind == KEY_CLOZE) &&
           card->key.count == 1;
}

/* A question that is hardly more than its answer is a word to be translated: "the hotel". */
static void find_given_away(struct linter *linter, const struct card *card)
{
    const struct words *question = &linter->question;
    bool list = card->kind == KEY_LIST && strchr(card->question, ':') == NULL;
    if ((!is_typed(card) && !list) || linter->translates || may_name_answer(question))
        return;
    const char *form = NULL;
    for (size_t i = 0; i < card->key.count && form == NULL; i++)
        form = form_in(linter, &card->key, &card->key.items[i], question, 2);
    if (form != NULL)
        warn(&linter->loader, CODE_GIVEN_AWAY, question_place(card),
            "the question contains its answer \"%s\"; say it in other words", form);
}

static void find_hint(struct linter *linter, const struct card *card)
{
    struct words hint;
    const cJSON *place = hint_place(card);
    if (place == NULL)
        return;
    if (strcmp(card->hint, card->question) == 0) {
        warn(&linter->loader, CODE_HINT, place,
            "the hint is the question once more; say something new, or leave it out");
        return;
    }
    words_read(&hint, card->hint);
    if ((!is_typed(card) && card->kind != KEY_CHOICE) || linter->translates ||
        may_name_answer(&hint))
        return;
    const char *form = form_in(linter, &card->key, &card->key.items[0], &hint, 0);
    if (form != NULL)
        warn(&linter->loader, CODE_HINT, place,
            "the hint contains the answer \"%s\"; leave something to recall", form);
}

/* ---- what an answer is ------------------------------------------------------------------- */

static bool has_feedback_for(const struct key *key, bool said)
{
    for (size_t i = 0; i < key->feedback_count; i++)
        if (boolean_of(key->feedback[i].typed) == said)
            return true;
    return false;
}

/* "Was it so?" - "no". */
static bool is_answered_no(const struct linter *linter, const struct card *card)
{
    return card->kind == KEY_TEXT && linter->english && card->key_name[0] == '\0' &&
           strcasecmp(card->key.items[0].forms[0], "no") == 0 &&
           card->key.feedback_count == 0 &&
           words_at(&linter->question, 0,
               "did do does was were is are has have had can could will would");
}

static void find_bare_no(struct linter *linter, const struct card *card)
{
    bool is_false = card->kind == KEY_BOOLEAN && !card->key.boolean &&
                    !has_feedback_for(&card->key, true);
    if (card->note->remark == NULL && (is_false || is_answered_no(linter, card)))
        warn(&linter->loader, CODE_BARE_NO, note_member(card->note, "answer"),
            "whoever is wrong here learns only that it is not so; say in a \"note\" what "
            "is");
}

static void find_long_list(struct linter *linter, const struct card *card)
{
    if (key_has_items(card->kind) && card->key.count > LIST_MOST)
        warn(&linter->loader, CODE_LONG_LIST, note_member(card->note, "answer"),
            "%zu items, and one forgotten costs all of them; make several cards, of %d "
            "items at most",
            card->key.count, LIST_MOST);
}

static size_t count_letters(const char *text)
{
    size_t letters = 0;
    for (size_t at = 0, size; text[at] != '\0'; at += size) {
        uint32_t c;
        size = utf8_next(text + at, strnlen(text + at, 4), &c);
        letters += utf8_is_letter(c);
    }
    return letters;
}

static void find_long_answer(struct linter *linter, const struct card *card)
{
    if (!is_typed(card) || card->note->self || card->key.items[0].count > 1)
        return;
    size_t letters = count_letters(card->key.items[0].forms[0]);
    if (letters > LETTERS_MOST)
        warn(&linter->loader, CODE_LONG_ANSWER, form_place(card, 0, 0),
            "%zu letters to be typed as they stand; ask for less, list shorter forms "
            "under "
            "\"accept\", or write \"grading\": \"self\"",
            letters);
}

static void find_placeholder(struct linter *linter, const struct card *card)
{
    if (!is_typed(card))
        return;
    const char *text = card->key.items[0].forms[0];
    if (text[strspn(text, ".?-_ ")] != '\0' && strcmp(text, "\u2026") != 0)
        return;
    if (strcmp(text, ".") != 0 &&
        !words_any(&linter->question,
            "mark marks sign symbol punctuation character operator key regex wildcard "
            "option flag dash hyphen dots ellipsis underscore morse"))
        warn(&linter->loader, CODE_PLACEHOLDER, form_place(card, 0, 0),
            "the answer \"%s\" looks like one that is still to come; write it, or "
            "\"disabled\": true until then",
            text);
}

bool is_hollow_gap(const struct card *card)
{
    struct words words;
    if (card->kind != KEY_CLOZE || card->key.count != 1)
        return false;
    words_read(&words, card->key.items[0].forms[0]);
    for (size_t i = 0; i < words.count; i++)
        if (!word_is_hollow(words.items[i].text) || strlen(words.items[i].text) < 2)
            return false;
    return words.count > 0;
}

/* Where every fifth gap is such a one, they are what the deck is about. */
static void find_hollow_gap(struct linter *linter, const struct card *card)
{
    bool subject = linter->hollow_gaps > 2 && linter->hollow_gaps * 5 >= linter->gaps;
    if (is_english(linter->loader.deck->language) && !subject && is_hollow_gap(card))
        warn(&linter->loader, CODE_HOLLOW_GAP, form_place(card, 0, 0),
            "the gap hides \"%s\", which the sentence gives away; hide a word that says "
            "something",
            card->key.items[0].forms[0]);
}

void lint_answer(struct linter *linter, const struct card *card)
{
    find_given_away(linter, card);
    find_hint(linter, card);
    find_bare_no(linter, card);
    find_long_list(linter, card);
    find_long_answer(linter, card);
    find_placeholder(linter, card);
    find_hollow_gap(linter, card);
}
