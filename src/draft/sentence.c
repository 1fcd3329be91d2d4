#include "draft/sentence.h"

#include "base/utf8.h"
#include "match/words.h"

#include <string.h>

static const char apostrophe[] = "\xE2\x80\x99";

/* --- one word ------------------------------------------------------------------------------ */

static bool is_core(uint32_t c)
{
    return utf8_is_letter(c) || utf8_is_digit(c) || c == '%' || c == 0xB0 || c == '$' ||
           c == 0x20AC || c == 0xA3;
}

/* The range without what is no letter and no digit at both ends; empty: it is all marks. */
static struct range trim(const char *text, struct range outer)
{
    struct range inner = { outer.to, outer.from };
    for (size_t at = outer.from; at < outer.to;) {
        uint32_t c = 0;
        size_t size = utf8_next(text + at, outer.to - at, &c);
        size = size > 0 ? size : 1;
        if (is_core(c)) {
            inner.from = at < inner.from ? at : inner.from;
            inner.to = at + size;
        }
        at += size;
    }
    return inner;
}

/* Bytes of the ending of "Justinian's"; 0: there is none. */
static size_t genitive_bytes(const char *text, struct range range)
{
    size_t len = range.to - range.from;
    if (len > 2 && memcmp(text + range.to - 2, "'s", 2) == 0)
        return 2;
    if (len > 4 && memcmp(text + range.to - 4, apostrophe, 3) == 0 &&
        text[range.to - 1] == 's')
        return 4;
    return 0;
}

static char mark_behind(const char *text, struct range range, struct range outer)
{
    for (size_t at = range.to; at < outer.to; at++)
        if (strchr(",;:", text[at]) != NULL)
            return text[at];
    return '\0';
}

static const char *fold(const char *text, size_t len, struct arena *arena)
{
    struct buf folded = { 0 };
    utf8_add_folded(&folded, text, len, FOLD_CASE);
    const char *kept = arena_strdup(arena, buf_text(&folded));
    buf_release(&folded);
    return kept;
}

static bool is_capital(const char *text, const char *low)
{
    return strncmp(text, low, 1) != 0 &&
           ((text[0] >= 'A' && text[0] <= 'Z') || (unsigned char)text[0] >= 0xC3);
}

static struct word make_word(const char *text, struct range range, struct range outer,
    struct lexis *lexis, struct arena *arena)
{
    struct word word = { .range = range, .outer = outer };
    size_t tail = genitive_bytes(text, range);
    word.genitive = tail > 0;
    word.low = fold(text + range.from, range.to - range.from - tail, arena);
    struct lexeme lexeme = lexis_find(lexis, word.low);
    word.classes = lexeme.classes;
    word.base = lexeme.base;
    word.mark = mark_behind(text, range, outer);
    word.capital = is_capital(text + range.from, word.low);
    return word;
}

/* --- the sentence ---------------------------------------------------------------------------- */

/* The fact at the word, if one is; facts come in order and do not overlap. */
static const struct fact *find_fact(struct fact_cursor *cursor, struct range range)
{
    const struct facts *facts = cursor->facts;
    while (cursor->at < facts->count && facts->items[cursor->at].to <= range.from)
        cursor->at++;
    if (cursor->at == facts->count || facts->items[cursor->at].from >= range.to)
        return NULL;
    return &facts->items[cursor->at];
}

/* Follows brackets, which may hold several words; true for a word inside. */
static bool skip_bracket(const char *text, struct range outer, int *depth)
{
    bool inside = *depth > 0 || text[outer.from] == '(' || text[outer.from] == '[';
    for (size_t at = outer.from; at < outer.to; at++) {
        *depth += text[at] == '(' || text[at] == '[';
        *depth -= (text[at] == ')' || text[at] == ']') && *depth > 0;
    }
    return inside;
}

/* Articles and prepositions at the ends of a date or a name are none of it. */
static void trim_facts(struct sentence *s)
{
    static const char fillers[] = "in on at of the a an year by until since from";
    for (size_t i = 0; i < s->count; i++) {
        bool first = i == 0 || s->words[i - 1].fact != s->words[i].fact;
        bool whole = s->words[i].fact != NULL && fact_end(s, i) == i + 1;
        if (!whole && s->words[i].fact != NULL && s->words[i].fact->kind != FACT_NUMBER &&
            first && word_among(s, i, fillers))
            s->words[i].fact = NULL;
    }
    for (size_t i = s->count; i-- > 0;) {
        const struct fact *fact = s->words[i].fact;
        bool last = i + 1 == s->count || s->words[i + 1].fact != fact;
        bool dated = fact != NULL && fact->kind == FACT_DATE && fact->date != NULL &&
                     fact->date->from.day != 0;
        if (fact != NULL && last && i > 0 && s->words[i - 1].fact == fact &&
            (word_among(s, i, fillers) ||
                (dated && word_among(s, i, "spring summer autumn fall winter"))))
            s->words[i].fact = NULL;
    }
}

/* A word of a name is no pronoun ("Louis I"), no verb and no preposition. */
static void settle_classes(struct sentence *s)
{
    const unsigned kept =
        LEX_TITLE | LEX_KIN | LEX_FEMALE | LEX_MALE | LEX_PLACE | LEX_ROLE;
    for (size_t i = 0; i < s->count; i++) {
        const struct fact *fact = s->words[i].fact;
        if (fact != NULL && fact->kind == FACT_NAME &&
            (!fact->guessed || strchr(fact->text, ' ') != NULL))
            s->words[i].classes &= kept;
    }
}

/* "Retaking Italy": the capital of a sentence's first word is none of the name behind it. */
static void part_opening(struct sentence *s, struct arena *arena)
{
    const unsigned names = LEX_TITLE | LEX_PLACE | LEX_ROLE | LEX_KIN | LEX_MALE |
                           LEX_FEMALE | LEX_BASE | LEX_MEASURE;
    const struct fact *fact = s->count > 1 ? s->words[0].fact : NULL;
    if (fact == NULL || fact->kind != FACT_NAME || s->words[1].fact != fact ||
        (s->words[0].classes & ~names) == 0 || strchr(fact->text, ' ') == NULL)
        return;
    struct fact *rest = arena_alloc(arena, sizeof *rest);
    *rest = *fact;
    rest->text = strchr(fact->text, ' ') + 1;
    rest->guessed = false;
    s->words[0].fact = NULL;
    for (size_t i = 1; i < s->count && s->words[i].fact == fact; i++)
        s->words[i].fact = rest;
}

struct sentence sentence_read(const struct doc *doc, struct piece piece,
    struct fact_cursor *cursor, struct lexis *lexis, struct arena *arena)
{
    struct sentence s = { .doc = doc, .piece = piece };
    size_t capacity = 0;
    int depth = 0;
    for (size_t at = piece.range.from; at < piece.range.to;) {
        struct range outer = { at, at };
        while (outer.to < piece.range.to && strchr(" \t", doc->text[outer.to]) == NULL)
            outer.to++;
        at = outer.to + 1;
        struct range range = trim(doc->text, outer);
        if (outer.from == outer.to)
            continue;
        if (skip_bracket(doc->text, outer, &depth) || range.from >= range.to) {
            if (s.count > 0 && range.from >= range.to &&
                s.words[s.count - 1].mark == '\0')
                s.words[s.count - 1].mark = '-';
            continue;
        }
        s.words = arena_grow(arena, s.words, s.count, &capacity, sizeof *s.words);
        s.words[s.count] = make_word(doc->text, range, outer, lexis, arena);
        s.words[s.count++].fact = find_fact(cursor, range);
    }
    trim_facts(&s);
    part_opening(&s, arena);
    settle_classes(&s);
    return s;
}

bool word_is(const struct sentence *s, size_t at, unsigned classes)
{
    return at < s->count && (s->words[at].classes & classes) != 0;
}

bool word_among(const struct sentence *s, size_t at, const char *list)
{
    return at < s->count && word_in(list, s->words[at].low);
}

size_t fact_start(const struct sentence *s, size_t at)
{
    while (at > 0 && s->words[at - 1].fact != NULL &&
           s->words[at - 1].fact == s->words[at].fact)
        at--;
    return at;
}

size_t fact_end(const struct sentence *s, size_t at)
{
    const struct fact *fact = s->words[at].fact;
    while (at < s->count && s->words[at].fact == fact)
        at++;
    return at;
}

bool fact_begins(const struct sentence *s, size_t at, enum fact_kind kind)
{
    return at < s->count && s->words[at].fact != NULL &&
           s->words[at].fact->kind == kind && fact_start(s, at) == at;
}
