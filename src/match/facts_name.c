/*
 * Names in running text.
 *
 * With capitals a name is a run of capitalised words, with small ones ("of", "the", "von") and
 * regnal numbers inside: "Theodoric the Great", "Justinian I".  Without capitals it is what stands
 * behind a title ("general conon") or a sort of place and "of" ("city of rome"), before a regnal
 * number, or before the "s" that an apostrophe left.
 */
#include "match/facts_reading.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "match/date_words.h"

#include <string.h>

/* Words inside of a name. */
static const char inner[] =
    "of the de da di du del della la le van von der den zu al bin ibn y";

/* Words that begin a sentence with a capital and are no names, besides those of match/words.h. */
static const char openers[] = "i he she it we you they this that these those his her its "
                              "our your their my one some any "
                              "all many much most more few several every each both "
                              "either neither no none another other "
                              "such same what when where which who whom whose why how "
                              "while although though despite "
                              "because since if unless until till as so then thus there "
                              "here now later soon once again "
                              "meanwhile however moreover furthermore therefore hence "
                              "yet still but and or nor for in on at "
                              "by from to into with without within during under over "
                              "above below between among through "
                              "across against before after about around near of off up "
                              "down out not only even just also "
                              "never always often sometimes usually perhaps maybe indeed "
                              "instead rather first firstly second "
                              "secondly third thirdly last lastly finally next today let "
                              "do does did is are was were be "
                              "been has have had can could may might must shall should "
                              "will would according due part "
                              "category see note";

/* What a siege, a city, a king is "of". */
static const char places[] = "city town village fortress kingdom empire province region "
                             "island river mount battle siege "
                             "capture fall loss conquest sack king queen emperor bishop "
                             "patriarch duke count ruler "
                             "capital governor son daughter nephew uncle wife brother "
                             "sister father mother death reign "
                             "campaign invasion recovery command citadel gates people";

/* --- capitals -------------------------------------------------------------------------- */

static bool is_capital(const char *text, size_t len)
{
    uint32_t c;
    size_t size = utf8_next(text, len, &c);
    if (size == 0 || !utf8_is_letter(c))
        return false;
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    struct buf folded = { 0 };
    utf8_add_folded(&folded, text, size, FOLD_CASE);
    bool capital = folded.len != size || memcmp(folded.text, text, size) != 0;
    buf_release(&folded);
    return capital;
}

static bool is_letter_at(const char *text, size_t len, size_t *size)
{
    uint32_t c;
    *size = utf8_next(text, len, &c);
    if (*size == 0)
        return *size = 1, false;
    return utf8_is_letter(c);
}

/* Where the letters of a token begin: several tokens may share a word, as in "Mihr-Mihroe". */
static size_t letters_of(const struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    size_t run = 0, offset = token->from, size;
    while (at > run && r->tokens->items[at - 1 - run].from == token->from)
        run++;
    for (bool inside = false; offset < token->to; offset += size) {
        bool letter = is_letter_at(r->text + offset, token->to - offset, &size);
        if (letter && !inside && run-- == 0)
            break;
        inside = letter;
    }
    return offset;
}

static bool has_capital(const struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    size_t offset = letters_of(r, at);
    return token->kind == TOKEN_WORD && offset < token->to &&
           is_capital(r->text + offset, token->to - offset);
}

static bool ends_sentence(const struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    for (size_t i = token->to; i > token->from; i--) {
        if (strchr(".!?:", r->text[i - 1]) != NULL)
            return true;
        if (strchr("\"')]", r->text[i - 1]) == NULL &&
            (unsigned char)r->text[i - 1] < 0x80)
            break;
    }
    return false;
}

static bool begins_sentence(const struct facts_reading *r, size_t at)
{
    return at == 0 ||
           (r->tokens->items[at].flags & TOKEN_BROKEN && ends_sentence(r, at - 1));
}

/* --- words ----------------------------------------------------------------------------- */

static bool is_common(const char *word)
{
    return word_is_hollow(word) || word_relates(word) || word_links(word) ||
           word_in(openers, word);
}

static bool is_possessive(const struct facts_reading *r, size_t at)
{
    const struct token *token = facts_token(r, at);
    return token != NULL && token->kind == TOKEN_WORD && strcmp(token->text, "s") == 0;
}

/* "I" behind a name; in lower-case text it need not have been read as a number. */
static bool is_regnal(const struct facts_reading *r, size_t at)
{
    const struct token *token = facts_token(r, at);
    return token != NULL && (token->kind == TOKEN_NUMBER || r->lower) &&
           token->written[0] >= 'a' &&
           strspn(token->written, "ivx") == strlen(token->written);
}

/* A name of the deck's spellings, where other words stand too. */
static bool is_spelled(const struct facts_reading *r, size_t at)
{
    const struct token *token = facts_token(r, at);
    return token != NULL && token->flags & TOKEN_SPELLED &&
           is_capital(token->written, strlen(token->written));
}

static bool is_weekday(const struct facts_reading *r, const struct token *token)
{
    return date_word(r->rules->language->tag, DATE_WEEKDAY, token->text, false) != 0;
}

/* A word with a capital that may be in a name. */
static bool is_proper(const struct facts_reading *r, size_t at)
{
    const struct token *token = facts_token(r, at);
    return token != NULL && token->kind == TOKEN_WORD && token->text[0] != '\0' &&
           !is_possessive(r, at) && !(token->flags & TOKEN_UNIT) &&
           !is_weekday(r, token) && has_capital(r, at);
}

/* --- names ----------------------------------------------------------------------------- */

/* Does the name go on at `at`?  Not over punctuation, but for that of initials. */
static bool goes_on(const struct facts_reading *r, size_t at)
{
    const struct token *token = facts_token(r, at);
    if (token == NULL)
        return false;
    bool initial = strlen(r->tokens->items[at - 1].text) <= 2;
    return !(token->flags & TOKEN_BROKEN) ||
           token->from == r->tokens->items[at - 1].from ||
           (initial && !is_possessive(r, at - 1));
}

/* The end of a run of capitalised words that begins at `at`. */
static size_t run_end(const struct facts_reading *r, size_t at)
{
    size_t end = at + 1;
    for (size_t next = end; goes_on(r, next);) {
        if (is_proper(r, next) || is_regnal(r, next) || is_spelled(r, next))
            end = ++next;
        else if (next - end < 2 && word_in(inner, r->tokens->items[next].text))
            next++;
        else
            break;
    }
    return end;
}

static void add_name(struct facts_reading *r, size_t at, size_t end, bool guessed)
{
    struct buf words = { 0 };
    struct fact *fact = facts_add(r, FACT_NAME, at, end);
    for (size_t i = at; i < end; i++) {
        buf_add(&words, i > at ? " " : "");
        buf_add(&words,
            is_regnal(r, i) ? r->tokens->items[i].written : r->tokens->items[i].text);
    }
    fact->text = arena_strdup(r->arena, buf_text(&words));
    fact->guessed = guessed;
    fact->spelled = end == at + 1 && is_spelled(r, at);
    buf_release(&words);
}

static size_t read_capitals(struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    bool first = begins_sentence(r, at), spelled = is_spelled(r, at);
    if (!is_proper(r, at) && !spelled)
        return 0;
    if (!spelled && (first || token->text[1] == '\0') && is_common(token->written))
        return 0;
    size_t end = run_end(r, at);
    bool alone = end == at + 1;
    if (alone && token->text[1] == '\0') // a letter is no name
        return 0;
    add_name(r, at, end, first && alone && !spelled);
    return end - at;
}

/* Is what stands before token `at` only ever before names? */
static bool is_announced(const struct facts_reading *r, size_t at)
{
    if (at == 0)
        return false;
    const char *before = r->tokens->items[at - 1].written;
    if (word_is_title(before))
        return true;
    return at > 1 && strcmp(before, "of") == 0 &&
           word_in(places, r->tokens->items[at - 2].written);
}

static size_t read_lower(struct facts_reading *r, size_t at)
{
    const struct token *token = &r->tokens->items[at];
    bool followed = is_possessive(r, at + 1) || is_regnal(r, at + 1);
    bool name = is_spelled(r, at) || is_announced(r, at) || followed;
    if (!name || is_common(token->written) || word_is_title(token->written) ||
        word_is_sort(token->written) || strlen(token->text) < 3)
        return 0;
    size_t end = at + 1 + is_regnal(r, at + 1);
    add_name(r, at, end, !is_spelled(r, at));
    return end - at;
}

size_t facts_read_name(struct facts_reading *r, size_t at)
{
    return r->lower ? read_lower(r, at) : read_capitals(r, at);
}
