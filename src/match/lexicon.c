#include "match/lexicon.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "match/chars.h"

#include <stdlib.h>
#include <string.h>

/* How much a word claims what was typed for itself. */
enum word_rank {
    RANK_PROSE,
    RANK_NAME,   // written with a capital
    RANK_ANSWER, // an answer, or a name of the deck's spellings, by itself
};

/* A word, with what shows at a glance that another one is far from it. */
struct word {
    const char *text;
    const char *written; // as the deck writes it where it is met first
    uint32_t mask;
    unsigned char letters;
    enum word_rank rank;
};

struct lexicon {
    lexicon_fill *fill; // NULL: done
    const void *owner;
    struct arena arena;
    struct rules rules[STRICT_ALL + 1]; // those that were asked for
    bool made[STRICT_ALL + 1];
    const struct rules *loose; // while it is filled
    struct map by_form;        // of answers
    struct known_answer *answers;
    size_t answer_count, answer_capacity;
    struct map by_text; // of words
    struct word *words;
    size_t word_count, word_capacity;
    struct buf folded; // scratch
};

struct lexicon *lexicon_new(lexicon_fill *fill, const void *owner)
{
    struct lexicon *lexicon = mem_zeroed(1, sizeof *lexicon);
    lexicon->fill = fill;
    lexicon->owner = owner;
    return lexicon;
}

void lexicon_release(struct lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    map_release(&lexicon->by_form);
    map_release(&lexicon->by_text);
    free(lexicon->answers);
    free(lexicon->words);
    buf_release(&lexicon->folded);
    arena_release(&lexicon->arena);
    free(lexicon);
}

const struct rules *lexicon_rules(
    struct lexicon *lexicon, const struct key_context *context, unsigned strict)
{
    if (!lexicon->made[strict]) {
        lexicon->rules[strict] = rules_compile(context, strict, &lexicon->arena);
        lexicon->made[strict] = true;
    }
    lexicon->rules[strict].context = context;
    return &lexicon->rules[strict];
}

/* --- filling --------------------------------------------------------------------------- */

enum { WORD_BYTES_MIN = 3 }; // shorter ones are no slips of anything

/* A word of the deck's texts before it is folded. */
struct piece {
    const char *text;
    size_t len;
    enum word_rank rank;
};

/* The folded word text[0..len), which is all of the piece or a part of it. */
static void add_word(
    struct lexicon *lexicon, const char *text, size_t len, const struct piece *piece)
{
    size_t at;
    if (len < WORD_BYTES_MIN)
        return;
    const char *word = arena_strndup(&lexicon->arena, text, len);
    if (!map_add(&lexicon->by_text, word, lexicon->word_count)) {
        if (map_find(&lexicon->by_text, word, &at) &&
            lexicon->words[at].rank < piece->rank)
            lexicon->words[at].rank = piece->rank;
        return;
    }
    struct spelled spelled = spelled_make(word);
    bool written_so = len < lexicon->folded.len ||
                      (len == piece->len && memcmp(piece->text, word, len) == 0);
    const char *written =
        written_so ? word : arena_strndup(&lexicon->arena, piece->text, piece->len);
    lexicon->words = vec_grow(lexicon->words, lexicon->word_count,
        &lexicon->word_capacity, sizeof *lexicon->words);
    lexicon->words[lexicon->word_count++] = (struct word){ word, written, spelled.mask,
        (unsigned char)spelled.count, piece->rank };
}

/* The runs of letters in the folded piece. */
static void add_piece(struct lexicon *lexicon, const struct piece *piece)
{
    struct buf *folded = &lexicon->folded;
    size_t start = 0;
    buf_clear(folded);
    chars_fold(folded, piece->text, piece->len, 0);
    for (size_t at = 0; at <= folded->len;) {
        uint32_t c = 0;
        size_t size = utf8_next(folded->text + at, folded->len - at, &c);
        bool letter =
            size > 0 && ((c >= 'a' && c <= 'z') || (c >= 0x80 && utf8_is_letter(c)));
        if (!letter && at > start)
            add_word(lexicon, folded->text + start, at - start, piece);
        at += size > 0 ? size : 1;
        start = letter ? start : at;
    }
}

static bool is_part_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static bool is_one_word(const char *text)
{
    while (is_part_of_word(*text))
        text++;
    return *text == '\0';
}

static void add_words(struct lexicon *lexicon, const char *text, bool answer)
{
    bool alone = answer && is_one_word(text);
    while (*text != '\0') {
        size_t len = 0;
        while (is_part_of_word(text[len]))
            len++;
        bool capital = text[0] >= 'A' && text[0] <= 'Z';
        struct piece piece = { text, len,
            alone     ? RANK_ANSWER
            : capital ? RANK_NAME
                      : RANK_PROSE };
        if (len >= WORD_BYTES_MIN)
            add_piece(lexicon, &piece);
        text += len > 0 ? len : 1;
    }
}

void lexicon_add_words(struct lexicon *lexicon, const char *text)
{
    add_words(lexicon, text, false);
}

void lexicon_add_answer(struct lexicon *lexicon, const char *text, const char *card)
{
    struct arena scratch = { 0 };
    struct form form = form_make(lexicon->loose, text, &scratch);
    add_words(lexicon, text, true);
    if (form.len > 0) {
        struct arena *arena = &lexicon->arena;
        struct known_answer answer = { arena_strdup(arena, text),
            arena_strdup(arena, card), arena_strdup(arena, form.text) };
        map_add(
            &lexicon->by_form, answer.form, lexicon->answer_count); // the first counts
        lexicon->answers = vec_grow(lexicon->answers, lexicon->answer_count,
            &lexicon->answer_capacity, sizeof *lexicon->answers);
        lexicon->answers[lexicon->answer_count++] = answer;
    }
    arena_release(&scratch);
}

/* The deck's spellings are words of its own: what else would be written there? */
static void add_spellings(struct lexicon *lexicon, const struct key_context *context)
{
    for (size_t i = 0; i < context->spelling_count; i++)
        for (size_t j = 0; j < context->spellings[i].count; j++)
            add_words(lexicon, context->spellings[i].forms[j], true);
}

/* The lexicon with all that the deck says; NULL: there is none. */
static struct lexicon *filled(const struct rules *rules)
{
    struct lexicon *lexicon = rules->context != NULL ? rules->context->lexicon : NULL;
    if (lexicon == NULL || lexicon->fill == NULL)
        return lexicon;
    lexicon_fill *fill = lexicon->fill;
    lexicon->fill = NULL;
    lexicon->loose = lexicon_rules(lexicon, rules->context, 0);
    add_spellings(lexicon, rules->context);
    fill(lexicon->owner, lexicon);
    return lexicon;
}

/* --- asking ---------------------------------------------------------------------------- */

const struct known_answer *lexicon_find(
    const struct rules *rules, const struct form *typed)
{
    const struct lexicon *lexicon = filled(rules);
    if (lexicon == NULL)
        return NULL;
    struct arena scratch = { 0 };
    struct form form = form_make(lexicon->loose, typed->source, &scratch);
    size_t at;
    bool found = form.len > 0 && map_find(&lexicon->by_form, form.text, &at);
    arena_release(&scratch);
    return found ? &lexicon->answers[at] : NULL;
}

bool lexicon_has_beside(
    const struct rules *rules, const struct known_answer *answer, const struct form *form)
{
    const struct lexicon *lexicon = filled(rules);
    const struct known_answer *end = lexicon->answers + lexicon->answer_count;
    const struct known_answer *at = answer;
    while (at > lexicon->answers && strcmp(at[-1].card, answer->card) == 0)
        at--;
    for (; at < end && strcmp(at->card, answer->card) == 0; at++) {
        if (strcmp(at->form, form->text) == 0)
            return true;
    }
    return false;
}

bool lexicon_is_answer(const struct rules *rules, const char *word)
{
    const struct lexicon *lexicon = filled(rules);
    size_t at;
    return lexicon != NULL && map_find(&lexicon->by_text, word, &at) &&
           lexicon->words[at].rank == RANK_ANSWER;
}

bool lexicon_has(const struct rules *rules, const char *word)
{
    const struct lexicon *lexicon = filled(rules);
    size_t at;
    return lexicon != NULL && map_find(&lexicon->by_text, word, &at);
}

static size_t bits(uint32_t mask)
{
    size_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

enum { ENDING_BYTES = 2 };

/* One is the other with an ending: Lazic, Lazica. */
static bool is_of_family(const char *a, const char *b)
{
    size_t x = strlen(a), y = strlen(b), stem = x < y ? x : y;
    return x + y - 2 * stem <= ENDING_BYTES && strncmp(a, b, stem) == 0;
}

static size_t most_for(const struct word *word, const char *expected, size_t distance)
{
    bool ties = word->rank == RANK_ANSWER ||
                (word->rank == RANK_NAME && !is_of_family(word->text, expected));
    return ties ? distance : distance - 1;
}

/* Edits, one at the first letter twice: few hands err there. */
static size_t distance_to(const struct spelled *typed, const char *word, size_t most)
{
    struct spelled other = spelled_make(word);
    size_t distance = typo_distance(typed, &other, most);
    bool swapped = typed->count > 1 && typed->letters[0] == other.letters[1];
    return distance + (distance > 0 && typed->letters[0] != other.letters[0] && !swapped);
}

const char *lexicon_nearer(const struct rules *rules, const struct spelled *typed,
    const char *expected, size_t distance, lexicon_own *own, const void *answer)
{
    const struct lexicon *lexicon = filled(rules);
    for (size_t i = 0; lexicon != NULL && i < lexicon->word_count; i++) {
        const struct word *word = &lexicon->words[i];
        size_t most = distance; // at a glance
        if (word->letters + most < typed->count || word->letters > typed->count + most ||
            word->letters < WORD_BYTES_MIN || bits(word->mask & ~typed->mask) > most)
            continue;
        most = most_for(word, expected, distance);
        if (distance_to(typed, word->text, most) <= most && !own(answer, word->text))
            return word->written;
    }
    return NULL;
}
