#include "deck/lint_words.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "match/words.h"

#include <ctype.h>
#include <string.h>

/* What stands between words, as far as it has been read. */
struct between {
    uint32_t closing; // the mark that ends the quotation; 0: none is open
    int brackets;     // open ones
};

static bool is_inside(uint32_t c)
{
    return utf8_is_letter(c) || utf8_is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

static uint32_t closing_of(uint32_t c)
{
    static const uint32_t pairs[][2] = { { '"', '"' }, { '`', '`' }, { '\'', '\'' },
        { 0x201C, 0x201D }, { 0x2018, 0x2019 }, { 0x201E, 0x201C }, { 0x201A, 0x2018 },
        { 0xAB, 0xBB }, { 0x2039, 0x203A }, { 0x300C, 0x300D } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

/* A letter, as far as one byte tells: any that is not ASCII will do. */
static bool is_letter_byte(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c > 0x7F;
}

/* A hyphen, or an apostrophe: not a minus, and no quotation mark. */
static bool joins_letters(const char *text, size_t at, size_t size)
{
    return at > 0 && is_letter_byte(text[at - 1]) && is_letter_byte(text[at + size]);
}

static void pass_mark(
    struct between *between, const char *text, size_t at, size_t size, uint32_t c)
{
    bool single = c == '\'' || c == 0x2019;
    if (single && joins_letters(text, at, size))
        return;
    bool opens =
        !single || at == 0 || isspace((unsigned char)text[at - 1]) || text[at - 1] == '(';
    if (between->closing == c)
        between->closing = 0;
    else if (between->closing == 0 && opens)
        between->closing = closing_of(c);
    between->brackets += (c == '(') - (c == ')' && between->brackets > 0);
}

/* Does the character mean something by itself, as + does? */
static bool is_sign(uint32_t c)
{
    return c > 0x7F ? (c >= 0x2190 && c < 0x2BFF) || c == 0xD7 || c == 0xF7 || c == 0xB1
                    : strchr("+-*/=<>%#$&@^|~\\{}", (int)c) != NULL;
}

static size_t ascii_len(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

/* Most words are ASCII, and need no tables. */
static void fold(struct buf *out, const char *text, size_t len, unsigned flags)
{
    if (ascii_len(text, len) < len)
        utf8_add_folded(out, text, len, flags);
    else
        for (size_t i = 0; i < len; i++)
            buf_add_char(out, (char)tolower((unsigned char)text[i]));
}

/* The folded word, kept among the bytes; NULL if there is no room. */
static const char *keep_folded(struct words *words, const char *text, size_t len)
{
    char *out = words->bytes + words->used;
    struct buf folded = { 0 };
    fold(&folded, text, len, FOLD_CASE | FOLD_ACCENTS);
    bool fits = folded.len < sizeof words->bytes - words->used;
    if (fits) {
        memcpy(out, buf_text(&folded), folded.len + 1);
        words->used += folded.len + 1;
    }
    buf_release(&folded);
    return fits ? out : NULL;
}

static bool is_capital(const char *text)
{
    uint32_t c;
    struct buf folded = { 0 };
    size_t size = utf8_next(text, strnlen(text, 4), &c);
    fold(&folded, text, size, FOLD_CASE);
    bool differs = folded.len != size || memcmp(folded.text, text, size) != 0;
    buf_release(&folded);
    return differs;
}

/* Adds the word text[0..len); false if there is no room. */
static bool add_word(
    struct words *words, const struct between *between, const char *text, size_t len)
{
    const char *folded = words->count < WORDS_MAX ? keep_folded(words, text, len) : NULL;
    if (folded == NULL)
        return false;
    words->items[words->count++] = (struct word){
        .text = folded,
        .capital = is_capital(text),
        .number = strpbrk(folded, "0123456789") != NULL,
        .quoted = between->closing != 0,
        .bracketed = between->brackets > 0,
    };
    return true;
}

static size_t word_len(const char *text)
{
    size_t at = 0, size;
    uint32_t c;
    while ((size = utf8_next(text + at, strnlen(text + at, 4), &c)) > 0 && is_inside(c))
        at += size;
    return at;
}

/* A mark ends something if it stands behind it, and nothing behind the mark: not "a ? b", "3.5". */
static void note_behind(struct words *words, const char *text, bool spaced)
{
    struct word *last = words->count > 0 ? &words->items[words->count - 1] : NULL;
    bool ends = text[1] == '\0' || strchr(" \n\"')", text[1]) != NULL ||
                (unsigned char)text[1] > 0x7F;
    if (last != NULL && last->behind == 0 && ends && !spaced &&
        strchr(",;:.?!", text[0]) != NULL)
        last->behind = text[0];
}

void words_read(struct words *words, const char *text)
{
    struct between between = { 0 };
    words->count = words->used = 0;
    words->signs = false;
    words->whole = true;
    for (size_t at = 0, size; text[at] != '\0'; at += size) {
        uint32_t c = 0;
        size = utf8_next(text + at, strnlen(text + at, 4), &c);
        if (size == 0)
            return;
        if (is_inside(c)) {
            size = word_len(text + at);
            words->whole = add_word(words, &between, text + at, size);
            if (!words->whole)
                return;
            continue;
        }
        pass_mark(&between, text, at, size, c);
        note_behind(words, text + at, at > 0 && text[at - 1] == ' ');
        words->signs =
            words->signs || (is_sign(c) && !(c == '-' && joins_letters(text, at, 1)));
    }
}

bool words_at(const struct words *words, size_t at, const char *list)
{
    return at < words->count && word_in(list, words->items[at].text);
}

bool words_any(const struct words *words, const char *list)
{
    for (size_t i = 0; i < words->count; i++)
        if (words_at(words, i, list))
            return true;
    return false;
}

static bool holds_at(const struct words *text, const struct words *part, size_t at)
{
    for (size_t i = 0; i < part->count; i++) {
        const struct word *word = &text->items[at + i];
        if (word->quoted || strcmp(word->text, part->items[i].text) != 0)
            return false;
    }
    return true;
}

bool words_hold(const struct words *text, const struct words *part)
{
    for (size_t at = 0; part->count > 0 && at + part->count <= text->count; at++)
        if (holds_at(text, part, at))
            return true;
    return false;
}
