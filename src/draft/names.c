#include "draft/names.h"

#include "draft/clause.h"
#include "match/words.h"

#include <stdlib.h>
#include <string.h>

/* Words of a name that say what it names. */
static const char place_words[] =
    "river lake sea mount ocean bay strait cape gulf island islands "
    "valley desert canal street lane road bridge rue avenue square tower "
    "castle palace cathedral church university museum gate gates forest "
    "mountains hill hills empire kingdom republic city county port pole "
    "passage circle quarter";

/* Words of a name that is nobody's. */
static const char thing_words[] =
    "prize war wars treaty act award programme project company society "
    "party army navy fire authority academy theatre revolution council "
    "congress union league battle siege";

/* What people do, and little else does. */
static const char deeds[] =
    "said wrote told asked married refused thought believed confessed "
    "ordered told taught claimed invented discovered painted composed "
    "argued studied designed lived died commanded promised swore declared "
    "feared hoped knew succeeded defeated";

/* What is done to places: "the siege of", and what they have: "the people of". */
static const char taken[] =
    "siege capture fall loss sack conquest fortification people citizens "
    "walls gates streets university bishop patriarch conference treaty "
    "recovery citadel riches";

static struct known_name *learn(struct names *names, const struct fact *fact)
{
    size_t at;
    if (!map_find(&names->map, fact->text, &at)) {
        at = names->map.count;
        names->items = vec_grow(names->items, at, &names->capacity, sizeof *names->items);
        names->items[at] = (struct known_name){ .fact = fact };
        map_add(&names->map, fact->text, at);
    }
    return &names->items[at];
}

/* What the words before the name say. */
static void weigh_before(struct known_name *name, const struct sentence *s, size_t from)
{
    if (from == 0)
        return;
    size_t before = from - 1;
    if (s->words[before].mark != '\0')
        return;
    if (word_is(s, before, LEX_TITLE | LEX_KIN)) {
        name->person += 4;
        name->male += word_is(s, before, LEX_MALE);
        name->female += word_is(s, before, LEX_FEMALE);
    }
    if (word_among(s, before, "in at near into across through"))
        name->place += 4;
    if (word_among(s, before, "from to towards toward"))
        name->place += 1;
    if (word_among(s, before, "of") && before > 0 &&
        (word_is(s, before - 1, LEX_PLACE) || word_among(s, before - 1, taken)))
        name->place += 4;
    if (word_is(s, before, LEX_PLACE))
        name->place += 2;
    if (word_among(s, before, "by with under against"))
        name->person += 2;
}

/* What the name itself and the words behind it say. */
static void weigh_behind(
    struct known_name *name, const struct sentence *s, size_t from, size_t to)
{
    const char *last = s->words[to - 1].low;
    size_t len = strlen(last);
    bool the = from > 0 && word_among(s, from - 1, "the");
    for (size_t i = from; i < to; i++)
        name->place += word_in(place_words, s->words[i].low) ? 4 : 0;
    for (size_t i = from; i < to; i++)
        name->person -= word_in(thing_words, s->words[i].low) ? 8 : 0;
    name->article += the;
    for (size_t i = from; i + 1 < to; i++)
        if (word_is(s, i, LEX_TITLE)) {
            name->person += 6;
            name->male += word_is(s, i, LEX_MALE);
            name->female += word_is(s, i, LEX_FEMALE);
        }
    bool governed =
        from > 0 && s->words[from - 1].mark == '\0' && word_is(s, from - 1, LEX_PREP);
    bool acts = !governed && to < s->count && s->words[to - 1].mark == '\0' &&
                clause_is_finite(s, to);
    name->person +=
        s->words[to - 1].genitive || (acts && !word_is(s, to, LEX_BE)) ? 2 : 0;
    if (the && len > 3 && last[len - 1] == 's' && to == from + 1)
        name->people += 3;
    bool bare = from == 0 || !word_is(s, from - 1, LEX_DET);
    if (bare && to > from + 1 && !word_is(s, from, LEX_TITLE))
        name->person += 2;
    if (word_in(deeds, to < s->count ? s->words[to].low : ""))
        name->person += 3;
    bool comma = s->words[to - 1].mark == ',';
    size_t next = to + (comma && word_is(s, to, LEX_DET));
    if (comma && word_is(s, next, LEX_KIN | LEX_TITLE))
        name->person += 3;
}

/* A text without capitals begins with what it is about: "ferdinand magellan born around". */
static void learn_topic(
    struct names *names, const struct sentence *s, struct arena *arena)
{
    size_t to = 0;
    while (
        to < 3 && to < s->count && s->words[to].classes == 0 && s->words[to].fact == NULL)
        to++;
    if (to == 0 ||
        !(word_among(s, to, "born was is before after") || s->words[to].fact != NULL))
        return;
    for (size_t i = 0; i < to; i++) {
        struct fact *fact = arena_alloc(arena, sizeof *fact);
        *fact =
            (struct fact){ .kind = FACT_NAME, .text = s->words[i].low, .guessed = true };
        struct known_name *name = learn(names, fact);
        name->person += word_among(s, to, "born before after") ? 9 : 0;
        name->sure = true;
        name->count += 2;
    }
    if (!word_among(s, to, "born before after"))
        return;
    char *hero = arena_strdup(arena, s->words[to - 1].low);
    if (hero[0] >= 'a' && hero[0] <= 'z')
        hero[0] = (char)(hero[0] - 'a' + 'A');
    names->hero = hero;
}

void names_learn(struct names *names, const struct sentence *s, struct arena *arena)
{
    if (s->doc->lower && s->number == 0)
        learn_topic(names, s, arena);
    for (size_t i = 0; i < s->count; i++) {
        const struct word *word = &s->words[i];
        if (!fact_begins(s, i, FACT_NAME)) {
            if (!word->capital && word->fact == NULL)
                map_add(&names->common, word->low, 0);
            continue;
        }
        struct known_name *name = learn(names, word->fact);
        size_t to = fact_end(s, i);
        name->count++;
        name->sure =
            name->sure || to > i + 1 || (i > 0 && (word->capital || s->doc->lower));
        weigh_before(name, s, i);
        weigh_behind(name, s, i, to);
    }
}

/* Gives what is known of a name to the name that is one of its words. */
static void relate(struct names *names, const struct known_name *whole)
{
    for (const char *at = whole->fact->text; *at != '\0';) {
        char word[64];
        size_t place, len = strcspn(at, " ");
        if (len > 2 && len < sizeof word) {
            memcpy(word, at, len);
            word[len] = '\0';
            if (map_find(&names->map, word, &place) && names->items[place].place < 3 &&
                names->items[place].person > -4) {
                names->items[place].person += whole->person;
                names->items[place].male += whole->male;
                names->items[place].female += whole->female;
                names->items[place].sure = true;
            }
        }
        at += len + (at[len] == ' ');
    }
}

static void note_last(struct names *names, size_t at)
{
    const char *space = strrchr(names->items[at].fact->text, ' ');
    size_t other;
    if (space == NULL || map_add(&names->last, space + 1, at))
        return;
    if (map_find(&names->last, space + 1, &other)) {
        names->items[other].shares_last = true;
        names->items[at].shares_last = true;
    }
}

void names_relate(struct names *names)
{
    for (size_t i = 0; i < names->map.count; i++) {
        const struct known_name *name = &names->items[i];
        note_last(names, i);
        if (strchr(name->fact->text, ' ') != NULL && name->person > 1 &&
            name->person > name->place)
            relate(names, name);
    }
}

const struct known_name *names_find(const struct names *names, const struct fact *fact)
{
    size_t at;
    return map_find(&names->map, fact->text, &at) ? &names->items[at] : NULL;
}

struct known_name *names_learned(struct names *names, const struct fact *fact)
{
    size_t at;
    return map_find(&names->map, fact->text, &at) ? &names->items[at] : NULL;
}

/* A capital at the beginning of sentences only is none that makes a name. */
static bool is_no_name(const struct names *names, const struct sentence *s, size_t at)
{
    const struct word *word = &s->words[at];
    size_t place;
    const struct known_name *known = names_find(names, word->fact);
    if (s->doc->lower || known == NULL || known->sure)
        return known == NULL;
    return map_find(&names->common, word->low, &place) || word->classes != 0 ||
           known->count < 2;
}

void names_settle(const struct names *names, struct sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        struct word *word = &s->words[i];
        size_t at;
        bool name = word->fact != NULL && word->fact->kind == FACT_NAME;
        if (name && fact_end(s, i) == fact_start(s, i) + 1 && is_no_name(names, s, i))
            word->fact = NULL;
        else if (word->fact == NULL && s->doc->lower && word->classes == 0 &&
                 map_find(&names->map, word->low, &at))
            word->fact = names->items[at].fact;
    }
}

enum name_kind names_kind(const struct names *names, const struct fact *fact)
{
    const struct known_name *name = names_find(names, fact);
    if (name == NULL)
        return NAME_OTHER;
    if (name->people > 0 && name->people > name->person && name->people >= name->place)
        return NAME_PEOPLE;
    if (name->place > name->person)
        return NAME_PLACE;
    bool person = name->person > 1 &&
                  (name->male + name->female > 0 || name->article * 2 < name->count);
    return person ? NAME_PERSON : NAME_OTHER;
}

const char *names_topic(const struct names *names)
{
    enum { OFTEN = 5 };
    if (names->hero != NULL)
        return names->hero;
    const struct known_name *most = NULL;
    for (size_t i = 0; i < names->map.count; i++)
        if (most == NULL || names->items[i].count > most->count)
            most = &names->items[i];
    return most != NULL && most->count >= OFTEN ? most->fact->text : NULL;
}

void names_release(struct names *names)
{
    map_release(&names->map);
    map_release(&names->last);
    map_release(&names->common);
    free(names->items);
    *names = (struct names){ 0 };
}
