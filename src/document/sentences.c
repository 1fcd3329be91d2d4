/*
 * Where sentences end: at . ! ? and the like, before white space and what may begin a sentence.
 * Not behind an abbreviation, an initial, or the number of a list or a day.
 */
#include "document/builder.h"

#include "base/utf8.h"
#include "match/words.h"

#include <string.h>

enum {
    BARE_WORDS = 40,  // so many without an end of a sentence are no sentence
    PIECE_WORDS = 30, // of a bare block
    ABBREVIATION_BYTES = 8,
};

static const char abbreviations[] = "mr mrs ms dr st prof gen col capt lt sgt rev hon sr "
                                    "jr vs etc cf ca c fl r d b ed eds vol "
                                    "vols no nos p pp fig figs ch sec approx e.g i.e a.d "
                                    "b.c b.c.e c.e a.m p.m u.s u.k ph.d";

/* --- one end --------------------------------------------------------------------------- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* Bytes of the mark that may end a sentence; 0: there is none. */
static size_t end_mark(const char *text, size_t len)
{
    static const char *const wide[] = { "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81",
        "\xEF\xBC\x9F", "\xE0\xA5\xA4" }; // ellipsis; full stops of other scripts
    if (strchr(".!?", text[0]) != NULL)
        return 1;
    for (size_t i = 0; (unsigned char)text[0] >= 0xE0 && i < sizeof wide / sizeof *wide;
         i++)
        if (len >= 3 && memcmp(text, wide[i], 3) == 0)
            return 3;
    return 0;
}

/* Quotes and brackets that close, or open, around a sentence. */
static size_t quote_mark(const char *text, size_t len)
{
    static const char *const quotes[] = { "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x9C",
        "\xE2\x80\x98", "\xC2\xBB", "\xC2\xAB" };
    if (len > 0 && strchr("\"')]([", text[0]) != NULL)
        return text[0] != '\0';
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t size = strlen(quotes[i]);
        if (len >= size && memcmp(text, quotes[i], size) == 0)
            return size;
    }
    return 0;
}

static size_t skip_quotes(const char *text, size_t at, size_t len)
{
    size_t size;
    while (at < len && (size = quote_mark(text + at, len - at)) > 0)
        at += size;
    return at;
}

/* The word before the full stop at `at`: an initial, or an abbreviation? */
static bool is_abbreviated(const char *text, size_t at)
{
    char word[ABBREVIATION_BYTES];
    size_t from = at;
    while (from > 0 && at - from < sizeof word && !is_space(text[from - 1]) &&
           text[from - 1] != '(')
        from--;
    size_t len = at - from;
    if (len == 0 || len >= sizeof word)
        return false;
    memcpy(word, text + from, len);
    word[len] = '\0';
    bool initial = len == 1 && word[0] >= 'A' && word[0] <= 'Z';
    return initial || word_in(abbreviations, word);
}

/* Does what stands at `at` begin a sentence?  A small letter does not. */
static bool may_begin(const char *text, size_t at, size_t len)
{
    at = skip_quotes(text, at, len);
    return at < len && !(text[at] >= 'a' && text[at] <= 'z');
}

/*
 * The byte behind the sentence whose end mark stands at `at`, quotes included; 0: it does not end
 * there.
 */
static size_t end_of(const char *text, size_t at, size_t len)
{
    size_t mark = end_mark(text + at, len - at);
    if (mark == 0)
        return 0;
    bool dot = text[at] == '.';
    size_t end = at + mark;
    while (end < len && (mark = end_mark(text + end, len - end)) > 0)
        end += mark;
    end = skip_quotes(text, end, len);
    if (end == len)
        return end;
    bool spaced = is_space(text[end]) || (unsigned char)text[at] >= 0xE3;
    size_t next = is_space(text[end]) ? end + 1 : end;
    return spaced && may_begin(text, next, len) && !(dot && is_abbreviated(text, at))
               ? end
               : 0;
}

/* --- blocks ---------------------------------------------------------------------------- */

static void add_sentence(
    struct builder *builder, struct block *block, size_t from, size_t to)
{
    struct doc *doc = builder->doc;
    while (from < to && is_space(doc->text[from]))
        from++;
    if (from == to)
        return;
    doc->sentences = arena_grow(&doc->arena, doc->sentences, doc->sentence_count,
        &builder->sentence_capacity, sizeof *doc->sentences);
    doc->sentences[doc->sentence_count++] = (struct range){ from, to };
    block->sentence_count++;
}

static void split_at_marks(struct builder *builder, struct block *block)
{
    const char *text = builder->doc->text + block->range.from;
    size_t len = block->range.to - block->range.from, start = 0;
    for (size_t at = 0; at < len; at++) {
        size_t end = end_of(text, at, len);
        if (end == 0)
            continue;
        add_sentence(builder, block, block->range.from + start, block->range.from + end);
        start = end;
        at = end - 1;
    }
    add_sentence(builder, block, block->range.from + start, block->range.to);
}

static void split_in_pieces(struct builder *builder, struct block *block)
{
    const char *text = builder->doc->text;
    size_t start = block->range.from, words = 0;
    for (size_t at = start; at < block->range.to; at++) {
        if (!is_space(text[at]) || ++words % PIECE_WORDS != 0)
            continue;
        add_sentence(builder, block, start, at);
        start = at;
    }
    add_sentence(builder, block, start, block->range.to);
}

/* Many words, and no punctuation between them. */
static bool is_bare(const struct doc *doc, const struct range *range)
{
    size_t words = 1, marks = 0;
    for (size_t at = range->from; at < range->to; at++) {
        words += is_space(doc->text[at]);
        marks += strchr(".!?;:", doc->text[at]) != NULL ||
                 end_mark(doc->text + at, range->to - at) > 0;
    }
    return words >= BARE_WORDS && marks * BARE_WORDS * 3 < words;
}

void sentences_split(struct builder *builder, struct block *block)
{
    block->first_sentence = builder->doc->sentence_count;
    block->bare = block->kind == BLOCK_PARAGRAPH && is_bare(builder->doc, &block->range);
    if (block->bare)
        split_in_pieces(builder, block);
    else if (block->kind == BLOCK_HEADING || block->kind == BLOCK_ROW)
        add_sentence(builder, block, block->range.from, block->range.to);
    else
        split_at_marks(builder, block);
}
