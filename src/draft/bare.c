/*
 * Text without punctuation, cut into pieces that read as sentences.
 *
 * A citation ends one for sure.  Between citations a sentence is taken to begin where a subject
 * stands right before its verb, and something was said before it already: "... of grain | he was".
 */
#include "draft/clean.h"

#include "match/date_words.h"
#include "match/words.h"

#include <ctype.h>
#include <string.h>

enum { CITED_FROM = 1800, CITED_TO = 2099, WORD_BYTES = 32, FEWEST = 4 };

struct bare {
    const struct doc *doc;
    size_t block;
    struct range *words;
    struct lexeme *lexemes;
    size_t count;
    struct map pairs, authors; // two words before a year: seen, and seen again
    struct pieces *pieces;
    struct arena *arena;
};

/* --- words ------------------------------------------------------------------------------- */

/* The word at `at` as a text; "" for a long one, and beyond the end. */
static const char *copy_word(const struct bare *bare, size_t at, char word[WORD_BYTES])
{
    size_t len = at < bare->count ? bare->words[at].to - bare->words[at].from : 0;
    len = len < WORD_BYTES ? len : 0;
    memcpy(word, bare->doc->text + (len > 0 ? bare->words[at].from : 0), len);
    word[len] = '\0';
    return word;
}

static void read_words(struct bare *bare, struct range range, struct lexis *lexis)
{
    size_t capacity = 0, lexemes = 0;
    char word[WORD_BYTES];
    for (size_t at = range.from; at < range.to;) {
        size_t end = at;
        while (end < range.to && bare->doc->text[end] != ' ')
            end++;
        bare->words = arena_grow(
            bare->arena, bare->words, bare->count, &capacity, sizeof *bare->words);
        bare->lexemes = arena_grow(
            bare->arena, bare->lexemes, bare->count, &lexemes, sizeof *bare->lexemes);
        bare->words[bare->count++] = (struct range){ at, end };
        bare->lexemes[bare->count - 1] =
            lexis_find(lexis, copy_word(bare, bare->count - 1, word));
        at = end + 1;
    }
}

static bool is_word(const struct bare *bare, size_t at, const char *list)
{
    char word[WORD_BYTES];
    return copy_word(bare, at, word)[0] != '\0' && word_in(list, word);
}

static bool is_class(const struct bare *bare, size_t at, unsigned classes)
{
    return at < bare->count && (bare->lexemes[at].classes & classes) != 0;
}

/* The number of at most four digits that a word is; 0: it is none. */
static unsigned number_at(const struct bare *bare, size_t at)
{
    char word[WORD_BYTES];
    unsigned value = 0;
    copy_word(bare, at, word);
    if (word[0] == '\0' || strlen(word) > 4)
        return 0;
    for (const char *c = word; *c != '\0'; c++) {
        if (!isdigit((unsigned char)*c))
            return 0;
        value = value * 10 + (unsigned)(*c - '0');
    }
    return value;
}

/* --- citations ------------------------------------------------------------------------------ */

static bool is_cited_year(const struct bare *bare, size_t at)
{
    unsigned year = number_at(bare, at);
    return year >= CITED_FROM && year <= CITED_TO;
}

/* The two words at `at`, as a key. */
static const char *pair_at(const struct bare *bare, size_t at)
{
    return arena_strndup(bare->arena, bare->doc->text + bare->words[at].from,
        bare->words[at + 1].to - bare->words[at].from);
}

/* Two words that stand before the years of several citations are two authors. */
static void learn_authors(struct bare *bare)
{
    for (size_t at = 0; at + 3 < bare->count; at++) {
        if (!is_cited_year(bare, at + 2) || !is_word(bare, at + 3, "p pp"))
            continue;
        const char *pair = pair_at(bare, at);
        if (!map_add(&bare->pairs, pair, 0))
            map_add(&bare->authors, pair, 0);
    }
}

static bool are_authors(const struct bare *bare, size_t at)
{
    size_t found;
    return is_cited_year(bare, at + 2) && is_word(bare, at + 3, "p pp") &&
           map_find(&bare->authors, pair_at(bare, at), &found);
}

/* Words of the citation at `at`: an author or two, a year, "p" or "pp", pages; 0: there is none. */
static size_t citation_at(const struct bare *bare, size_t at)
{
    size_t start = at + is_word(bare, at, "cf"), end = start + 1;
    if (number_at(bare, start) > 0)
        return 0;
    end += are_authors(bare, start);
    if (!is_cited_year(bare, end) || !is_word(bare, end + 1, "p pp"))
        return 0;
    end += 2;
    while (number_at(bare, end) > 0 || is_word(bare, end, "p pp"))
        end++;
    return end - at;
}

/* From here on there is nothing but an apparatus: "references ... category 470s births". */
static bool begins_apparatus(const struct bare *bare, size_t at)
{
    return is_word(bare, at, "category") ||
           (is_word(bare, at, "references external") &&
               is_word(bare, at + 1, "sources category links notes external references"));
}

/* What is left of a picture: "thumb right 225px". */
static size_t picture_at(const struct bare *bare, size_t at)
{
    size_t end = at + 1;
    while (is_word(bare, end, "left right center upright") ||
           (end < bare->count &&
               isdigit((unsigned char)bare->doc->text[bare->words[end].from]) &&
               number_at(bare, end) == 0))
        end++;
    return is_word(bare, at, "thumb") ? end - at : 0;
}

/* --- sentences --------------------------------------------------------------------------------- */

static bool is_finite(const struct bare *bare, size_t at)
{
    if (is_class(bare, at, LEX_BE))
        return true;
    if (is_class(bare, at, LEX_AUX))
        return at == 0 || !is_word(bare, at - 1, "to");
    return is_class(bare, at, LEX_PAST) && at > 0 &&
           !is_class(bare, at - 1, LEX_BE | LEX_AUX | LEX_PREP | LEX_POSS) &&
           !is_word(bare, at - 1, "be been being");
}

static bool is_date_start(const struct bare *bare, size_t at)
{
    char word[WORD_BYTES];
    return number_at(bare, at) > 0 ||
           date_word("en", DATE_MONTH, copy_word(bare, at, word), false) != 0;
}

/* What a new sentence cannot stand behind. */
static bool holds_on(const struct bare *bare, size_t at)
{
    return is_class(bare, at,
        LEX_AND | LEX_SUB | LEX_REL | LEX_PREP | LEX_DET | LEX_POSS | LEX_TITLE |
            LEX_AUX | LEX_BE | LEX_NOT);
}

static bool is_count(const struct bare *bare, size_t at)
{
    char word[WORD_BYTES];
    bool ordinal;
    return number_at(bare, at) > 0 ||
           number_word_of(copy_word(bare, at, word), &ordinal) != NULL;
}

/* Where the subject begins whose last word is at `at`: "captains of three ships". */
static size_t subject_start(const struct bare *bare, size_t at, size_t from)
{
    while (at > from) {
        bool counted = is_count(bare, at - 1) && !(number_at(bare, at - 1) > 100);
        if (counted || is_class(bare, at - 1, LEX_TITLE | LEX_DET | LEX_POSS))
            at--;
        else if (at > from + 1 && is_word(bare, at - 1, "of"))
            at -= 2;
        else
            break;
    }
    return at;
}

/* "on 1 april 1520 captains ...": the words of a date in front of a sentence; 0: there is none. */
static size_t front_date(const struct bare *bare, size_t at)
{
    size_t end = at + 1;
    if (!is_word(bare, at, "on in") || !is_date_start(bare, end))
        return 0;
    while (end < at + 4 && is_date_start(bare, end))
        end++;
    return end - at;
}

/* "and on 17 december 546 city was": the sentence goes on with "and". */
static bool is_dated_on(const struct bare *bare, size_t at)
{
    size_t start = at;
    while (start > 2 && start + 4 > at && is_date_start(bare, start - 1))
        start--;
    return start < at && is_word(bare, start - 1, "on in") &&
           is_class(bare, start - 2, LEX_AND);
}

/* Does a sentence begin at the word?  `said`: a verb stands before it since the last beginning. */
static bool begins_sentence(const struct bare *bare, size_t at, bool said)
{
    bool dated = at > 0 && number_at(bare, at - 1) > 0;
    if (is_word(bare, at, "on in") && dated && is_date_start(bare, at + 1))
        return true;
    if (!said || holds_on(bare, at - 1))
        return false;
    size_t front = front_date(bare, at), noun_at = at + front;
    for (size_t i = noun_at + 1; front > 0 && i < noun_at + 6; i++) {
        if (is_finite(bare, i))
            return true;
        if (is_class(bare, i, LEX_AND | LEX_SUB | LEX_REL) ||
            is_class(bare, noun_at, LEX_PREP | LEX_AND))
            break;
    }
    size_t verb = at + 1;
    while (is_class(bare, verb, LEX_ADV))
        verb++;
    if (is_word(bare, at, "he she it they there nothing"))
        return is_finite(bare, verb);
    bool noun =
        (bare->lexemes[at].classes & ~(unsigned)(LEX_ING | LEX_PLACE | LEX_ROLE)) == 0 &&
        number_at(bare, at) == 0;
    return noun && verb == at + 1 && is_class(bare, verb, LEX_BE | LEX_PAST) &&
           is_finite(bare, verb) &&
           (is_class(bare, verb, LEX_BE) || !is_class(bare, verb + 1, LEX_REL)) &&
           !is_word(bare, verb + 1, "by");
}

static void add(struct bare *bare, size_t from, size_t to, bool open)
{
    if (from >= to)
        return;
    pieces_add(bare->pieces, bare->arena,
        (struct piece){ { bare->words[from].from, bare->words[to - 1].to }, bare->block,
            true, open });
}

/* The words between two citations. */
static void add_sentences(struct bare *bare, size_t from, size_t to)
{
    bool said = false;
    size_t start = from;
    for (size_t at = from; at < to; at++) {
        if (at >= start + FEWEST && begins_sentence(bare, at, said)) {
            size_t begin = subject_start(bare, at, start + FEWEST);
            if ((begin < at && holds_on(bare, begin - 1)) || is_dated_on(bare, begin))
                continue;
            add(bare, start, begin, true);
            start = begin;
            said = false;
        }
        said = said || is_finite(bare, at);
    }
    add(bare, start, to, false);
}

void bare_split(struct pieces *pieces, const struct doc *doc, size_t block,
    struct lexis *lexis, struct arena *arena)
{
    struct bare bare = { .doc = doc, .block = block, .pieces = pieces, .arena = arena };
    size_t from = 0, at = 0;
    read_words(&bare, doc->blocks[block].range, lexis);
    learn_authors(&bare);
    while (at < bare.count && !begins_apparatus(&bare, at)) {
        size_t skip = citation_at(&bare, at);
        skip = skip > 0 ? skip : picture_at(&bare, at);
        if (skip > 0) {
            add_sentences(&bare, from, at);
            from = at + skip;
        }
        at += skip > 0 ? skip : 1;
    }
    add_sentences(&bare, from, at);
    map_release(&bare.pairs);
    map_release(&bare.authors);
}
