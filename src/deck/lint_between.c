/*
 * Cards that ask the same: in one deck, or in two.
 *
 * Each card has signatures, hashes of what makes its question and answer; those of all cards
 * are sorted, and equal ones stand together.  So a hundred thousand cards take as long as
 * sorting takes, and no card is compared with all others.
 *
 *   exact     the question as it is written, but for spaces and the mark at its end
 *   near      its words without articles and the like, in any order, and the answer
 *   near, one word left out: for each word that could be missing from another card's question
 *
 * The later card of two is told, with the line of the earlier.
 */
#include "deck/lint_parts.h"

#include "base/rng.h"
#include "base/utf8.h"
#include "match/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct signature {
    uint64_t hash;
    uint32_t card; // in library->cards
    bool shorter;  // one word was left out
};

struct twin {
    size_t other;
    enum deck_code code;
    bool found, contradicts;
};

struct search {
    const struct library *library;
    struct signature *items;
    size_t count, capacity;
    struct twin *twins; // by card
    struct words words; // of the card at hand
};

/* ---- questions and answers as hashes ----------------------------------------------------- */

/* Adds the text with single spaces, without a mark at its end. */
static void add_normal(struct buf *out, const char *text, unsigned fold)
{
    struct buf folded = { 0 };
    size_t start = out->len;
    utf8_add_folded(&folded, text, strlen(text), fold);
    for (size_t at = 0; at < folded.len; at++) {
        bool space = isspace((unsigned char)folded.text[at]) != 0;
        if (!space)
            buf_add_char(out, folded.text[at]);
        else if (out->len > start && out->text[out->len - 1] != ' ')
            buf_add_char(out, ' ');
    }
    while (out->len > start && strchr("?.!: ", out->text[out->len - 1]) != NULL)
        out->text[--out->len] = '\0';
    buf_release(&folded);
}

static uint64_t hash_normal(uint64_t seed, const char *text, unsigned fold)
{
    struct buf normal = { 0 };
    add_normal(&normal, text, fold);
    uint64_t hash = hash_text(seed, buf_text(&normal));
    buf_release(&normal);
    return hash;
}

/* One thing is the answer, in whichever form. */
static bool has_one_answer(const struct card *card)
{
    return card->key.count == 1 && card->kind != KEY_CHOICES;
}

static uint64_t hash_form(const char *form)
{
    return hash_normal(1, form, FOLD_CASE | FOLD_ACCENTS);
}

static uint64_t hash_answer(const struct card *card)
{
    const struct key *key = &card->key;
    uint64_t hash = card->kind == KEY_BOOLEAN ? 2 + key->boolean : 1;
    if (has_one_answer(card))
        return hash_form(key->items[0].forms[0]);
    for (size_t i = 0; i < key->count; i++)
        hash = hash_normal(hash, key->items[i].forms[0], FOLD_CASE | FOLD_ACCENTS);
    for (size_t i = key->count; card->kind == KEY_CHOICES && i < key->option_count; i++)
        hash = hash_normal(hash, key->options[i], FOLD_CASE);
    for (size_t i = 0; key->lefts != NULL && i < key->count; i++)
        hash = hash_normal(hash, key->lefts[i], FOLD_CASE);
    return hash;
}

static bool share_form(const struct key_item *a, const struct key_item *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (hash_form(a->forms[i]) == hash_form(b->forms[j]))
                return true;
    return false;
}

static bool have_same_answer(const struct card *a, const struct card *b)
{
    if (has_one_answer(a) && has_one_answer(b))
        return share_form(&a->key.items[0], &b->key.items[0]);
    return hash_answer(a) == hash_answer(b);
}

/* ---- signatures -------------------------------------------------------------------------- */

static void add_signature(struct search *search, size_t card, uint64_t hash, bool shorter)
{
    search->items =
        vec_grow(search->items, search->count, &search->capacity, sizeof *search->items);
    search->items[search->count++] = (struct signature){ hash, (uint32_t)card, shorter };
}

static void sign_exactly(struct search *search, size_t card)
{
    add_signature(
        search, card, hash_normal(0, search->library->cards[card]->question, 0), false);
}

static int by_text(const void *a, const void *b)
{
    const struct word *left = a, *right = b;
    return strcmp(left->text, right->text);
}

/* Leaves the words that make the question; in their order where signs say what it means. */
static void reduce_words(struct words *words, const struct language *language)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->count; i++)
        if (!words_at(words, i, "is was are were did do does of in") &&
            !words_at(words, i, language->articles))
            words->items[kept++] = words->items[i];
    words->count = kept;
    if (!words->signs && kept > 0)
        qsort(words->items, kept, sizeof *words->items, by_text);
}

static uint64_t hash_words(const struct words *words, size_t without, uint64_t answer)
{
    uint64_t hash = answer;
    for (size_t i = 0; i < words->count; i++)
        if (i != without)
            hash = hash_text(hash + 1, words->items[i].text);
    return hash;
}

/* Could the question be the same without this word?  Not without a name or a number. */
static bool adds_little(const struct words *words, size_t at)
{
    bool ordinal;
    const struct word *word = &words->items[at];
    return !word->capital && !word->number && !word_negates(word->text) &&
           number_word_of(word->text, &ordinal) == NULL &&
           !words_at(words, at,
               "last next who whom whose what when where why how which no without");
}

/* Small numbers, and yes and no, are the answers to many questions. */
static bool has_telling_answer(const struct card *card)
{
    return has_one_answer(card) && card->kind != KEY_NUMBER &&
           strpbrk(card->key.items[0].forms[0], "0123456789") == NULL;
}

static void sign_nearly(struct search *search, size_t at)
{
    const struct card *card = search->library->cards[at];
    const char *language = card->note->deck->question_language;
    struct words *words = &search->words;
    words_read(words, card->question);
    reduce_words(words, language_of(language));
    if (words->count == 0 || !words->whole)
        return;
    uint64_t answer = hash_answer(card) + words->signs;
    add_signature(search, at, hash_words(words, SIZE_MAX, answer), false);
    if (words->count < 4 || words->signs || !is_english(language) ||
        !has_telling_answer(card))
        return;
    for (size_t i = 0; i < words->count; i++)
        if (adds_little(words, i))
            add_signature(search, at, hash_words(words, i, answer), true);
}

/* ---- pairs ------------------------------------------------------------------------------- */

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static size_t count_words(const char *text)
{
    struct words words;
    words_read(&words, text);
    return words.count;
}

/* Do different answers to the same question contradict each other? */
static bool contradict(const struct card *a, const struct card *b)
{
    unsigned picked = 1u << KEY_CHOICE | 1u << KEY_CHOICES | 1u << KEY_PAIRS;
    if ((picked >> a->kind & 1) != 0 || (picked >> b->kind & 1) != 0)
        return false; // the choices are part of the question
    return a->note->deck == b->note->deck || count_words(a->question) > 3;
}

static bool is_comparable(const struct card *a, const struct card *b)
{
    return a->note != b->note &&
           is_same_text(a->note->deck->language, b->note->deck->language) &&
           is_same_text(a->note->image, b->note->image) &&
           is_same_text(a->note->audio, b->note->audio);
}

static void consider(struct search *search, size_t first, size_t later, bool exact)
{
    const struct card *a = search->library->cards[first];
    const struct card *b = search->library->cards[later];
    struct twin *twin = &search->twins[later];
    if (twin->found || !is_comparable(a, b))
        return;
    twin->contradicts = exact && !have_same_answer(a, b);
    twin->other = first;
    twin->code = !exact ? CODE_NEAR_DUPLICATE : CODE_DUPLICATE;
    if (twin->contradicts)
        twin->code = CODE_TWO_ANSWERS;
    if (a->note->deck != b->note->deck)
        twin->code = CODE_OTHER_DECK;
    twin->found = (!twin->contradicts || contradict(a, b)) &&
                  (a->note->allowed >> twin->code & 1) == 0;
}

static int by_hash(const void *a, const void *b)
{
    const struct signature *left = a, *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->card > right->card) - (left->card < right->card);
}

/* Two questions that lack a word each may lack different ones. */
static void consider_group(
    struct search *search, const struct signature *group, size_t count, bool exact)
{
    size_t full = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t first = group[i].shorter ? full : group[0].card;
        if (first != SIZE_MAX && first != group[i].card)
            consider(search, first, group[i].card, exact);
        if (!group[i].shorter && full == SIZE_MAX)
            full = group[i].card;
    }
}

static void pair(struct search *search, bool exact)
{
    search->count = 0;
    for (size_t i = 0; i < search->library->card_count; i++) {
        if (exact)
            sign_exactly(search, i);
        else
            sign_nearly(search, i);
    }
    if (search->count > 0)
        qsort(search->items, search->count, sizeof *search->items, by_hash);
    for (size_t at = 0, end; at < search->count; at = end) {
        for (end = at + 1; end < search->count; end++)
            if (search->items[end].hash != search->items[at].hash)
                break;
        consider_group(search, &search->items[at], end - at, exact);
    }
}

/* ---- telling ----------------------------------------------------------------------------- */

static void tell_other_deck(struct linter *linter, const struct card *card,
    const struct card *other, const struct twin *twin)
{
    warn(&linter->loader, CODE_OTHER_DECK, question_place(card),
        "the deck \"%s\" asks the same (%s:%d)%s", other->note->deck->id,
        other->note->deck->path, other->note->line,
        twin->contradicts ? ", and expects another answer"
                          : "; \"disabled\": true parks one of the two");
}

static void tell(struct linter *linter, const struct card *card, const struct card *other,
    const struct twin *twin)
{
    int line = other->note->line;
    linter->loader.allowed = card->note->allowed;
    if (twin->code == CODE_OTHER_DECK)
        tell_other_deck(linter, card, other, twin);
    else if (twin->code == CODE_TWO_ANSWERS)
        warn(&linter->loader, CODE_TWO_ANSWERS, question_place(card),
            "the card in line %d asks the same and expects another answer; say in both "
            "questions which is meant, or give each answer the other under \"accept\"",
            line);
    else if (twin->code == CODE_DUPLICATE)
        warn(&linter->loader, CODE_DUPLICATE, question_place(card),
            "the card in line %d asks the same and has the same answer; remove one",
            line);
    else
        warn(&linter->loader, CODE_NEAR_DUPLICATE, question_place(card),
            "the card in line %d asks nearly the same and has the same answer: \"%s\"; "
            "remove one",
            line, other->question);
}

void lint_between(const struct library *library, struct diags *diags)
{
    struct linter linter;
    struct search search = {
        .library = library,
        .twins = mem_zeroed(library->card_count, sizeof *search.twins),
    };
    pair(&search, true);
    pair(&search, false);
    for (size_t i = 0, at = 0; i < library->deck_count; i++) {
        linter_start(&linter, &library->decks[i], diags);
        for (; at < library->card_count &&
               library->cards[at]->note->deck == &library->decks[i];
             at++)
            if (search.twins[at].found)
                tell(&linter, library->cards[at], library->cards[search.twins[at].other],
                    &search.twins[at]);
        warn_rest(&linter.loader);
    }
    free(search.items);
    free(search.twins);
}
