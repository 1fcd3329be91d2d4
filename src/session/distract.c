#include "session/distract.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "match/judge.h"
#include "session/nearby.h"

#include <stdlib.h>
#include <string.h>

/* ---- what cards are answered with --------------------------------------------------------- */

static bool has_one_answer(const struct key *key)
{
    return key->kind == KEY_TEXT || key->kind == KEY_NUMBER || key->kind == KEY_CLOZE;
}

static void add_answer(
    struct distractors *all, struct known_answer answer, const char *text)
{
    answer.text = text;
    answer.look = look_at(text);
    all->answers =
        vec_grow(all->answers, all->count, &all->capacity, sizeof *all->answers);
    all->answers[all->count++] = answer;
}

/* Terms are of the same list if they are of the same side of a deck, and begin alike. */
static struct asked asked_on(const struct card *card, struct arena *arena)
{
    struct asked asked = look_asked(card->question, arena);
    if (asked.kind == ASKED_TERM)
        asked.noun = arena_printf(arena, "%s#%s %d", card->note->deck->id, card->key_name,
            (int)look_at(card->question).lead);
    return asked;
}

static void add_answers(struct distractors *all, const struct card *card)
{
    const struct key *key = &card->key;
    struct known_answer answer = { .note = card->note,
        .question = look_words(card->question, &all->arena),
        .asked = asked_on(card, &all->arena) };
    if (has_one_answer(key))
        add_answer(all, answer, match_expected(key, &all->arena));
    if (key_has_items(key->kind))
        for (size_t i = 0; i < key->count; i++)
            add_answer(all, answer, key->items[i].forms[0]);
    if (key->kind == KEY_CHOICE || key->kind == KEY_CHOICES)
        for (size_t i = 0; i < key->option_count; i++)
            add_answer(all, answer, key->options[i]);
}

/* Says it more of an answer than the other does? */
static bool says_more(enum asked_kind kind, enum asked_kind than)
{
    return (than == ASKED_PERSON && kind == ASKED_WOMAN) ||
           (than == ASKED_PLACE && kind > ASKED_PLACE && kind <= ASKED_WATER);
}

/* Names are who or where they are whatever the question; other words are not. */
static bool is_of_name(const struct known_answer *answer)
{
    return answer->look.capital && !answer->look.has_digit &&
           answer->asked.kind >= ASKED_PERSON && answer->asked.kind <= ASKED_WATER &&
           answer->asked.kind != ASKED_ROLE;
}

static void learn_name(struct distractors *all, const struct known_answer *answer)
{
    size_t place = all->names.count;
    if (!is_of_name(answer))
        return;
    if (map_add(&all->names, look_words(answer->text, &all->arena), place)) {
        all->by_name =
            vec_grow(all->by_name, place, &all->name_capacity, sizeof *all->by_name);
        all->by_name[place] = answer->asked;
    } else if (map_find(&all->names, look_words(answer->text, &all->arena), &place) &&
               says_more(answer->asked.kind, all->by_name[place].kind)) {
        all->by_name[place] = answer->asked;
    }
}

/* What a question says little of, the name may tell. */
static struct asked asked_of(const struct distractors *all, struct asked asked,
    const char *text, struct arena *arena)
{
    size_t place;
    if (!map_find(&all->names, look_words(text, arena), &place))
        return asked;
    const struct asked *known = &all->by_name[place];
    bool vague = asked.kind == ASKED_NOTHING || asked.kind == ASKED_NOUN;
    return vague || says_more(known->kind, asked.kind) ? *known : asked;
}

void distractors_read(struct distractors *all, const struct collection *c)
{
    *all = (struct distractors){ 0 };
    for (size_t i = 0; i < c->library->card_count; i++)
        if (!c->library->cards[i]->note->self && !c->library->cards[i]->note->disabled)
            add_answers(all, c->library->cards[i]);
    for (size_t i = 0; i < all->count; i++)
        learn_name(all, &all->answers[i]);
    for (size_t i = 0; i < all->count; i++)
        all->answers[i].asked =
            asked_of(all, all->answers[i].asked, all->answers[i].text, &all->arena);
}

void distractors_release(struct distractors *all)
{
    map_release(&all->names);
    free(all->by_name);
    free(all->answers);
    arena_release(&all->arena);
}

/* ---- the pool ----------------------------------------------------------------------------- */

struct candidate {
    const char *text;
    double far; // the less, the liker
    double value;
};

/* A card for which options are looked for. */
struct search {
    const struct distractors *all;
    const struct card *card;
    const struct key *key;
    struct asked asked;
    struct look answer;
    const char *question; // its words
    struct rng *rng;
    struct arena *arena;
    struct candidate *pool;
    size_t count, capacity;
    const char *chosen[DISTRACT_MOST];
    size_t chosen_count;
};

/* Chance plays along, so that the same card has not the same options each time. */
static void pool_add(struct search *search, const struct look *look, double far)
{
    search->pool =
        vec_grow(search->pool, search->count, &search->capacity, sizeof *search->pool);
    search->pool[search->count++] = (struct candidate){ look->text,
        far + 1.5 * rng_uniform(search->rng), look->value };
}

static int by_distance(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;
    if (left->far != right->far)
        return left->far < right->far ? -1 : 1;
    return strcmp(left->text, right->text);
}

static size_t shared_tags(const struct note *a, const struct note *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->tag_count; i++)
        for (size_t j = 0; j < b->tag_count; j++)
            shared += strcmp(a->tags[i], b->tags[j]) == 0;
    return shared;
}

enum { TELLING_WORD = 4 }; // bytes from which a word is taken to say something

/* The next word of such length, between its spaces, into `word`; NULL: there is none. */
static const char *next_word(const char *at, char *word, size_t size)
{
    for (size_t len; at[1] != '\0'; at += 1 + len) {
        len = strcspn(at + 1, " ");
        if (len < TELLING_WORD || len + 3 > size)
            continue;
        memcpy(word, at, len + 2);
        word[len + 2] = '\0';
        return at + 1 + len;
    }
    return NULL;
}

/* How many words of a text stand in another. */
static size_t shared_words(const char *words, const char *others)
{
    char word[64];
    size_t shared = 0;
    for (const char *at = words; (at = next_word(at, word, sizeof word)) != NULL;)
        shared += strstr(others, word) != NULL;
    return shared;
}

/* Questions that share words are about the same matter. */
static double distance(const struct search *search, const struct known_answer *other)
{
    const struct note *note = search->card->note;
    double far = note->deck != other->note->deck ? 3 : 0;
    far -= 0.5 * (double)shared_tags(note, other->note);
    far -= 0.5 * (double)shared_words(search->question, other->question);
    if (search->answer.is_number)
        return far + nearby_distance(&search->answer, other->look.value);
    far -= strcmp(search->asked.noun, other->asked.noun) == 0 ? 1 : 0;
    return far + look_length_distance(&search->answer, &other->look);
}

/* The number with the answer's unit, and written as that is. */
static struct look rewrite(const struct search *search, const struct look *number)
{
    return look_at(look_write_number(&search->answer, number->value, search->arena));
}

/* An author also foresees slips, as a man's name for a woman's. */
static bool is_other_kind(const struct search *search, const char *text)
{
    struct asked nothing = { ASKED_NOTHING, "" };
    struct asked known = asked_of(search->all, nothing, text, search->arena);
    return search->asked.kind != ASKED_NOTHING && known.kind != ASKED_NOTHING &&
           !look_fits(&search->asked, &known);
}

static void add_foreseen(struct search *search)
{
    const struct key *key = search->key;
    for (size_t i = 0; i < key->feedback_count; i++) {
        struct look look = look_at(key->feedback[i].typed);
        if (is_other_kind(search, look.text))
            continue;
        if (look.is_number && search->answer.is_number)
            look = rewrite(search, &look);
        if (look_has_form_of(&look, &search->answer))
            pool_add(search, &look, -100);
    }
}

/* Another number of the decks: a year for a year, and nothing from another order of size. */
static void add_number(struct search *search, const struct known_answer *other)
{
    const struct look *answer = &search->answer;
    if (!other->look.is_number || look_is_year(answer) != look_is_year(&other->look) ||
        look_is_decade(answer) != look_is_decade(&other->look))
        return;
    double ratio = other->look.value / answer->value;
    struct look look = rewrite(search, &other->look);
    if (ratio < 20 && ratio > 0.05)
        pool_add(search, &look, distance(search, other));
}

static void add_known(struct search *search)
{
    for (size_t i = 0; i < search->all->count; i++) {
        const struct known_answer *other = &search->all->answers[i];
        if (other->note == search->card->note)
            continue;
        if (search->answer.is_number)
            add_number(search, other);
        else if (look_fits(&search->asked, &other->asked) &&
                 look_has_form_of(&other->look, &search->answer))
            pool_add(search, &other->look, distance(search, other));
    }
}

static void add_near(struct search *search)
{
    size_t count;
    const char **texts = nearby(&search->answer, search->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct look look = look_at(texts[i]);
        pool_add(search, &look, 50);
    }
}

/* ---- choosing ----------------------------------------------------------------------------- */

/* Does it repeat a word of the question that the right one does not, or stand there whole? */
static bool repeats_question(const struct search *search, const char *text)
{
    const char *words = look_words(text, search->arena);
    const char *right = look_words(search->answer.text, search->arena);
    char word[64];
    for (const char *at = words; (at = next_word(at, word, sizeof word)) != NULL;)
        if (strstr(search->question, word) != NULL && strstr(right, word) == NULL)
            return true;
    return words[1] != '\0' && strstr(search->question, words) != NULL;
}

/* Wrong for certain, and another one than those that were chosen. */
static bool is_good(const struct search *search, const char *text)
{
    const struct key_context *context = &search->card->note->deck->context;
    struct judgement judgement = match_judge(search->key, context, text, search->arena);
    if (judgement.verdict != VERDICT_WRONG || repeats_question(search, text))
        return false;
    for (size_t i = 0; i < search->chosen_count; i++)
        if (match_same(search->chosen[i], text, context, 0))
            return false;
    return true;
}

/* Takes what is good, the likest first; so many that are not greater, and so many that are. */
static void take(struct search *search, size_t quota[2])
{
    for (size_t i = 0; i < search->count && search->chosen_count < DISTRACT_MOST; i++) {
        const struct candidate *one = &search->pool[i];
        size_t *left = &quota[one->value > search->answer.value];
        if (*left == 0 || !is_good(search, one->text))
            continue;
        --*left;
        search->chosen[search->chosen_count++] = one->text;
    }
}

/* Of numbers as many smaller ones as was drawn, as far as there are. */
static void choose(struct search *search)
{
    size_t smaller = rng_below(search->rng, DISTRACT_MOST + 1);
    size_t drawn[] = { smaller, DISTRACT_MOST - smaller };
    size_t any[] = { DISTRACT_MOST, DISTRACT_MOST };
    if (search->answer.is_number)
        take(search, drawn);
    take(search, any);
}

/* Does the length of the right one tell it from all others? */
static bool tells_by_length(const struct search *search)
{
    bool longest = true, shortest = true;
    size_t own = search->answer.width;
    for (size_t i = 0; i < search->chosen_count; i++) {
        size_t width = utf8_width(search->chosen[i], strlen(search->chosen[i]));
        longest = longest && 3 * own > 5 * width + 6;
        shortest = shortest && 5 * own + 6 < 3 * width;
    }
    return longest || shortest;
}

static void make_choice(struct search *search, struct key *out)
{
    size_t count = search->chosen_count + 1, right = rng_below(search->rng, count);
    const char **options = arena_alloc(search->arena, count * sizeof *options);
    for (size_t i = 0, at = 0; i < count; i++)
        options[i] = i == right ? search->answer.text : search->chosen[at++];
    struct key_item *item = arena_alloc(search->arena, sizeof *item);
    *item = (struct key_item){ &options[right], 1 };
    out->kind = KEY_CHOICE;
    out->items = item;
    out->count = 1;
    out->options = options;
    out->option_count = count;
}

bool distract(const struct distractors *all, const struct card *card,
    const struct key *key, struct rng *rng, struct arena *arena, struct key *out)
{
    *out = *key;
    if (!has_one_answer(key) || card->note->self)
        return false;
    struct search search = { .all = all,
        .card = card,
        .key = key,
        .answer = look_at(match_expected(key, arena)),
        .question = look_words(card->question, arena),
        .rng = rng,
        .arena = arena };
    search.asked = asked_of(all, asked_on(card, arena), search.answer.text, arena);
    add_foreseen(&search);
    if (!nearby_is_date(search.answer.text))
        add_known(&search);
    add_near(&search);
    if (search.count > 0)
        qsort(search.pool, search.count, sizeof *search.pool, by_distance);
    choose(&search);
    bool ok = search.chosen_count >= DISTRACT_LEAST && !tells_by_length(&search);
    if (ok)
        make_choice(&search, out);
    free(search.pool);
    return ok;
}
