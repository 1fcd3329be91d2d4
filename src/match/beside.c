/*
 * What may be typed beside an answer, or left out of it, without another meaning.
 *
 * Not: a negation, a number, a sign, a name, another thing joined by "and", a preposition where
 * the answer has another one.
 */
#include "match/lenient.h"

#include "match/lexicon.h"
#include "match/words.h"

#include <string.h>

/* All words between two typed places have no partner. */
static bool all_lonely(const struct pairing *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (!pairing_is_lonely(p, i))
            return false;
    }
    return true;
}

/* "the", but not the A of "vitamin A". */
static bool is_article(const struct rules *rules, const struct form *form, size_t at)
{
    const struct token *token = &form->tokens.items[at];
    bool article = word_in(rules->language->articles, token->text) ||
                   (rules->language->english && words_are_hurried(token->text, "the"));
    return article && at + 1 < form->tokens.count &&
           (strlen(token->text) > 1 || !token_has_capital(form, token));
}

/* "Was it Totila or Bessas?" names what may be wrong. */
static bool question_offers(const struct tokens *question)
{
    for (size_t i = 0; i < question->count; i++) {
        if (word_in("or oder ou o", question->items[i].text))
            return true;
    }
    return false;
}

static bool question_has(const struct rules *rules, const struct token *token)
{
    const struct tokens *question = rules->question;
    if (question == NULL || question_offers(question))
        return false;
    for (size_t i = 0; i < question->count; i++) {
        const struct token *asked = &question->items[i];
        bool words = asked->kind == TOKEN_WORD && token->kind == TOKEN_WORD;
        if (token_same(asked, token) ||
            (words && rules->language->english &&
                words_are_forms_of_one(asked->text, token->text)))
            return true;
    }
    return false;
}

/* Is the partner of a typed word a name: something a sort can be said of? */
static bool is_name(const struct pairing *p, size_t typed)
{
    if (typed >= p->typed->tokens.count || pairing_is_lonely(p, typed))
        return false;
    const struct token *name = pairing_expected(p, (size_t)p->of_typed[typed]);
    return token_has_capital(p->expected, name) || name->flags & TOKEN_SPELLED;
}

/* "south", "western": sides have no capital. */
static bool is_side(const char *word)
{
    size_t len = strlen(word);
    return word_in("left right north south east west", word) ||
           (len > 3 && strcmp(word + len - 3, "ern") == 0);
}

/* "the city of Rome", "the colour red", "Rome city", "south bank"; not "river bank" */
static bool is_sort_of(const struct pairing *p, size_t at)
{
    const struct token *next = pairing_typed(p, at + 1);
    if (next != NULL && strcmp(next->text, "of") == 0)
        return is_name(p, at + 2);
    if (next != NULL)
        return !pairing_is_lonely(p, at + 1);
    return at > 0 && (is_name(p, at - 1) || (!pairing_is_lonely(p, at - 1) &&
                                                is_side(pairing_typed(p, at - 1)->text)));
}

/* "the general", "king of the Goths", "the Gothic king" up to the end. */
static bool is_title_from(
    const struct rules *rules, const struct pairing *p, size_t first)
{
    size_t at = first + is_article(rules, p->typed, first);
    bool apart = at > first || pairing_typed(p, first)->flags & TOKEN_BROKEN;
    const char *word = pairing_typed(p, at)->text;
    const struct token *next = pairing_typed(p, at + 1);
    bool ends = next == NULL || word_relates(next->text) || word_explains(next->text);
    if (word_is_title(word) || (at > first && strcmp(word, "great") == 0))
        return ends;
    return apart && word_is_title(pairing_typed(p, p->typed->tokens.count - 1)->text);
}

/*
 * What opens an explanation behind the answer: "who", "because", the comma of ", king"; behind
 * a name a title without it, and the comma of ", on the Adriatic".
 */
static bool opens_explanation(
    const struct rules *rules, const struct pairing *p, size_t first)
{
    const struct token *token = pairing_typed(p, first);
    bool name = is_name(p, first - 1), broken = token->flags & TOKEN_BROKEN;
    if (word_explains(token->text))
        return true;
    return ((name || broken) && is_title_from(rules, p, first)) ||
           (name && broken && word_places(token->text));
}

/* Something of its own, unless it is somebody's: "of Germanus", "Germanus's". */
static bool names_another(const struct rules *rules, const struct pairing *p, size_t at)
{
    const struct token *token = pairing_typed(p, at), *next = pairing_typed(p, at + 1);
    size_t before = at - 1;
    if (before > 0 && is_article(rules, p->typed, before))
        before--;
    bool another = token->flags & TOKEN_SPELLED || lexicon_is_answer(rules, token->text);
    return another && strcmp(pairing_typed(p, before)->text, "of") != 0 &&
           (next == NULL || strcmp(next->text, "s") != 0) && !word_is_title(token->text);
}

/* Behind the answer and what opens an explanation, which names no other answer. */
static bool is_explained(const struct rules *rules, const struct pairing *p, size_t at)
{
    size_t first = at, count = p->typed->tokens.count;
    while (first > 0 && pairing_is_lonely(p, first - 1))
        first--;
    return first > 0 && all_lonely(p, at, count) && opens_explanation(rules, p, first) &&
           !names_another(rules, p, at);
}

/* Is it written together with a word that has a partner: the i of "i++"? */
static bool is_attached(const struct tokens *tokens, size_t at, const int *partners)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (i != at && tokens->items[i].from == tokens->items[at].from &&
            partners[i] != PAIRING_NONE && strcmp(tokens->items[at].text, "s") != 0)
            return true;
    }
    return false;
}

static bool is_number(const struct token *token)
{
    return token != NULL && token->kind == TOKEN_NUMBER;
}

/* "about", right before a number: */
static bool is_hedge(const struct tokens *tokens, size_t at)
{
    return at + 1 < tokens->count && word_hedges(tokens->items[at].text) &&
           (is_number(&tokens->items[at + 1]) ||
               word_in("how what", tokens->items[at + 1].text));
}

static bool has_hedge(const struct tokens *tokens)
{
    for (size_t i = 0; tokens != NULL && i < tokens->count; i++) {
        if (is_hedge(tokens, i))
            return true;
    }
    return false;
}

/* Between two numbers: "500 to 600", of which "500-600" has nothing but the break. */
static bool is_between_numbers(const struct tokens *tokens, size_t at)
{
    const struct token *items = tokens->items;
    bool between = at > 1 && word_in("between", items[at - 2].text);
    return at > 0 && at + 1 < tokens->count && is_number(&items[at - 1]) &&
           is_number(&items[at + 1]) && !(items[at + 1].flags & TOKEN_BROKEN) &&
           word_in(between ? "and" : "to bis a until till", items[at].text);
}

/* "from" and "between" before a range */
static bool opens_range(const struct tokens *tokens, size_t at)
{
    return word_in("from between", tokens->items[at].text) &&
           ((at + 2 < tokens->count && is_between_numbers(tokens, at + 2)) ||
               (at + 2 < tokens->count && is_number(&tokens->items[at + 2])));
}

static bool belongs_to_range(const struct tokens *tokens, size_t at)
{
    return is_between_numbers(tokens, at) || opens_range(tokens, at);
}

/* Numbers that stand right behind each other are one range in the other text as well. */
static bool has_range(const struct tokens *tokens)
{
    for (size_t i = 0; i + 1 < tokens->count; i++) {
        bool bare = is_number(&tokens->items[i]) && is_number(&tokens->items[i + 1]) &&
                    tokens->items[i + 1].flags & TOKEN_BROKEN;
        if (bare || is_between_numbers(tokens, i))
            return true;
    }
    return false;
}

bool beside_is_harmless(const struct rules *rules, const struct pairing *p, size_t at)
{
    const struct token *token = pairing_typed(p, at);
    size_t count = p->typed->tokens.count;
    if (word_negates(token->text))
        return false;
    if (question_has(rules, token))
        return true;
    if (is_attached(&p->typed->tokens, at, p->of_typed) && token->kind == TOKEN_WORD &&
        !word_hedges(token->text))
        return false;
    if (is_hedge(&p->typed->tokens, at)) // "about 6,000" is not exact
        return has_hedge(&p->expected->tokens) || has_hedge(rules->question);
    if (token->kind != TOKEN_WORD || token->flags & TOKEN_UNIT)
        return false;
    if (is_explained(rules, p, at) || strcmp(token->text, "that") == 0)
        return true;
    if (token->flags & TOKEN_SPELLED)
        return false;
    if (belongs_to_range(&p->typed->tokens, at))
        return has_range(&p->expected->tokens);
    if (is_article(rules, p->typed, at))
        return true;
    if (word_links(token->text)) // "a and b" for "a, b"
        return at > 0 && at + 1 < count && !pairing_is_lonely(p, at - 1) &&
               !pairing_is_lonely(p, at + 1);
    if (word_is_title(token->text) && is_name(p, at + 1))
        return true;
    if (word_is_sort(token->text) && is_sort_of(p, at))
        return true;
    bool outside = all_lonely(p, 0, at) || all_lonely(p, at + 1, count);
    if (word_frames(token->text) && outside)
        return true;
    if (word_opens(token->text) && all_lonely(p, 0, at)) // "he spoke Gothic"
        return true;
    return strcmp(token->text, "of") == 0 && at > 0 &&
           word_is_sort(pairing_typed(p, at - 1)->text);
}

enum { WORD_MIN = 2 };

static bool is_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && strlen(token->text) >= WORD_MIN;
}

/* "TCP/IP" as "TCP IP": a slash between words, whose partners stand apart side by side. */
static bool is_slash_of_words(const struct pairing *p, size_t at)
{
    const struct token *slash = pairing_expected(p, at),
                       *next = pairing_expected(p, at + 1);
    if (strcmp(slash->text, "/") != 0 || at == 0 || next == NULL || !is_word(slash - 1) ||
        !is_word(next) || pairing_is_missing(p, at - 1) || pairing_is_missing(p, at + 1))
        return false;
    return p->of_expected[at + 1] == p->of_expected[at - 1] + 1;
}

/* "his", and the "s" of "Totila's army" */
static bool says_whose(const struct pairing *p, size_t at)
{
    const char *word = pairing_expected(p, at)->text;
    bool between = at > 0 && at + 1 < p->expected->tokens.count;
    if (word_in("his her its their", word))
        return true;
    return between && strcmp(word, "s") == 0 && !pairing_is_missing(p, at - 1) &&
           !pairing_is_missing(p, at + 1) &&
           p->of_expected[at + 1] == p->of_expected[at - 1] + 1;
}

bool beside_can_miss(const struct rules *rules, const struct pairing *p, size_t at)
{
    const struct token *token = pairing_expected(p, at),
                       *next = pairing_expected(p, at + 1);
    if (token->flags & TOKEN_OPTIONAL || is_slash_of_words(p, at) || says_whose(p, at) ||
        strcmp(token->text, "that") == 0)
        return true;
    if (token->kind != TOKEN_WORD || token->flags & (TOKEN_SPELLED | TOKEN_UNIT) ||
        word_negates(token->text) ||
        is_attached(&p->expected->tokens, at, p->of_expected))
        return false;
    if (belongs_to_range(&p->expected->tokens, at))
        return has_range(&p->typed->tokens);
    if (is_hedge(&p->expected->tokens, at) || is_article(rules, p->expected, at))
        return true;
    if (strcmp(token->text, "of") == 0 && at > 0 &&
        pairing_expected(p, at - 1)->flags & TOKEN_UNIT) // "5 pounds gold"
        return true;
    if (word_links(token->text))
        return p->moved ||
               (at > 0 && next != NULL && !pairing_is_missing(p, at - 1) &&
                   !pairing_is_missing(p, at + 1) && next->flags & TOKEN_SPACED &&
                   pairing_typed(p, (size_t)p->of_expected[at + 1])->flags &
                       TOKEN_BROKEN);
    if (word_is_title(token->text) && next != NULL && !pairing_is_missing(p, at + 1))
        return token_has_capital(p->expected, next);
    bool first = true;
    for (size_t j = 0; j < at; j++)
        first = first && pairing_is_missing(p, j);
    return first && word_frames(token->text) && strcmp(token->text, "s") != 0;
}

/* One of its kind was added, and another one left out. */
static bool is_exchanged(const struct pairing *p, bool (*is)(const char *word))
{
    bool added = false, left_out = false;
    for (size_t i = 0; i < p->typed->tokens.count; i++)
        added = added || (pairing_is_lonely(p, i) && is(pairing_typed(p, i)->text) &&
                             !belongs_to_range(&p->typed->tokens, i));
    for (size_t j = 0; j < p->expected->tokens.count; j++) {
        const struct token *token = pairing_expected(p, j);
        left_out = left_out || (pairing_is_missing(p, j) && is(token->text) &&
                                   !(token->flags & TOKEN_OPTIONAL) && !says_whose(p, j));
    }
    return added && left_out;
}

bool beside_clashes(const struct pairing *p)
{
    return is_exchanged(p, word_relates) || is_exchanged(p, word_is_title);
}
