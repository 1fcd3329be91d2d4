#include "draft/phrase.h"

#include "base/utf8.h"
#include "match/date_words.h"

#include <string.h>

static bool is_ascii_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* In a text that has lost its capitals: does the word deserve one? */
static bool deserves_capital(const struct sentence *s, const struct word *word)
{
    if (!s->doc->lower)
        return false;
    bool name = word->fact != NULL && word->fact->kind == FACT_NAME &&
                (word->classes & (LEX_PREP | LEX_DET)) == 0;
    bool month = word->fact != NULL && word->fact->kind == FACT_DATE &&
                 date_word("en", DATE_MONTH, word->low, false) != 0;
    return name || month;
}

static bool is_regnal(const struct word *word)
{
    return strspn(word->low, "ivx") == strlen(word->low);
}

static void add_word(struct buf *out, const struct sentence *s, size_t at)
{
    const struct word *word = &s->words[at];
    size_t len = word->range.to - word->range.from, start = out->len;
    bool name = word->fact != NULL && word->fact->kind == FACT_NAME;
    bool alone =
        s->count <= 2; // a cell of a table, or an item: its capital may be all it has
    bool shed =
        !alone && at == 0 && word->capital && !name &&
        (word->fact == NULL || word->fact->kind == FACT_NUMBER || word->classes != 0);
    if (shed && !s->doc->lower)
        buf_add(out, word->low);
    else
        buf_add_bytes(out, s->doc->text + word->range.from, len);
    if (shed && word->genitive)
        buf_add(out, "'s");
    if (!deserves_capital(s, word))
        return;
    for (size_t i = start; i < out->len && (i == start || (name && is_regnal(word))); i++)
        if (is_ascii_small(out->text[i]))
            out->text[i] = (char)(out->text[i] - 'a' + 'A');
}

static void part(struct buf *out)
{
    if (out->len > 0 && strchr(" {", out->text[out->len - 1]) == NULL)
        buf_add_char(out, ' ');
}

void phrase_add(struct buf *out, const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        part(out);
        add_word(out, s, i);
        char mark = s->words[i].mark;
        if (i + 1 == to || mark == '\0')
            continue;
        if (mark == '-')
            buf_add(out, " \xE2\x80\x93");
        else
            buf_add_char(out, mark);
    }
}

void phrase_add_text(struct buf *out, const char *text)
{
    if (strchr(",;:?.", text[0]) == NULL)
        part(out);
    buf_add(out, text);
}

const char *phrase_of(
    const struct sentence *s, size_t from, size_t to, struct arena *arena)
{
    struct buf text = { 0 };
    phrase_add(&text, s, from, to);
    const char *kept = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return kept;
}

void phrase_capitalise(struct buf *text)
{
    uint32_t c;
    if (text->len == 0 || utf8_next(text->text, text->len, &c) != 1)
        return;
    if (is_ascii_small(text->text[0]))
        text->text[0] = (char)(text->text[0] - 'a' + 'A');
}
