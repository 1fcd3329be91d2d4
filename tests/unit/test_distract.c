/*
 * Wrong options: what questions ask for, what answers look like, values near an answer, and over
 * the decks that come along what every option must keep to.
 */
#include "base/file.h"
#include "learner.h"
#include "match/judge.h"
#include "session/alias.h"
#include "session/distract.h"
#include "session/nearby.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- questions ---------------------------------------------------------------------------- */

static void test_asked(void **state)
{
    static const struct {
        const char *question;
        enum asked_kind kind;
        const char *noun;
    } cases[] = {
        { "Who lost Rome?", ASKED_PERSON, "" },
        { "To whom did they desert?", ASKED_PERSON, "" },
        { "Which Persian general was killed?", ASKED_PERSON, "general" },
        { "With which three generals did Bessas share it?", ASKED_PERSON, "general" },
        { "The king of the Lazi", ASKED_PERSON, "king" },
        { "John's uncle", ASKED_PERSON, "uncle" },
        { "What was the name of John's bride?", ASKED_WOMAN, "bride" },
        { "Who was Lincoln's wife?", ASKED_WOMAN, "wife" },
        { "Who was Totila?", ASKED_ROLE, "" },
        { "Who was murdered?", ASKED_PERSON, "" },
        { "Where did they meet?", ASKED_PLACE, "" },
        { "In which plundered town did he watch races?", ASKED_TOWN, "town" },
        { "Which city, held by the general Justin, did they threaten?", ASKED_TOWN,
            "city" },
        { "What is the capital of France?", ASKED_TOWN, "capital" },
        { "Which ancient land is now Georgia?", ASKED_LAND, "land" },
        { "Which river did they follow?", ASKED_WATER, "river" },
        { "Among which people was he sent to live?", ASKED_GROUP, "people" },
        { "Which language did he speak?", ASKED_NOUN, "language" },
        { "In which four wars did he serve?", ASKED_NOUN, "war" },
        { "What is the chemical symbol for iron?", ASKED_NOUN, "symbol" },
        { "Which two things are named?", ASKED_NOTHING, "" },
        { "What did he fear?", ASKED_NOTHING, "" },
        { "Why was he sent away?", ASKED_NOTHING, "" },
        { "How many horses did he take?", ASKED_NOTHING, "" },
        { "They met at [...].", ASKED_PLACE, "" },
        { "Then [...] came.", ASKED_NOTHING, "" },
        { "la voiture", ASKED_TERM, "" },
        { "When he returned, they still held most of it.", ASKED_NOTHING, "" },
        { "", ASKED_TERM, "" },
        { "?", ASKED_NOTHING, "" },
        { "Which", ASKED_TERM, "" },
        { "Which?", ASKED_NOTHING, "" },
        { "\u0301\u200B?", ASKED_NOTHING, "" },
    };
    struct arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s\n", cases[i].question);
        struct asked asked = look_asked(cases[i].question, &arena);
        assert_int_equal(asked.kind, cases[i].kind);
        assert_string_equal(asked.noun, cases[i].noun);
    }
    arena_release(&arena);
}

static void test_fits(void **state)
{
    static const struct {
        const char *question, *other;
        bool fits;
    } cases[] = {
        { "Who lost it?", "Which general won?", true },
        { "Who lost it?", "Which town fell?", false },
        { "Who lost it?", "What was the name of his bride?", false },
        { "Where did it end?", "Which town fell?", true },
        { "Where did it end?", "Which river is it?", false },
        { "Which town fell?", "Which region rose?", false },
        { "Which language is it?", "Which languages are they?", true },
        { "Which language is it?", "Which creed is it?", false },
        { "What did he do?", "What did he fear?", false },
    };
    struct arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s %s\n", cases[i].question, cases[i].other);
        struct asked one = look_asked(cases[i].question, &arena);
        struct asked two = look_asked(cases[i].other, &arena);
        assert_int_equal(look_fits(&one, &two), cases[i].fits);
        assert_int_equal(look_fits(&two, &one), cases[i].fits);
    }
    arena_release(&arena);
}

/* ---- answers ------------------------------------------------------------------------------ */

static void test_form(void **state)
{
    static const struct {
        const char *answer, *other;
        bool same;
    } cases[] = {
        { "Bessas", "Totila", true },
        { "Bessas", "grain", false },
        { "Bessas", "Justinian's", false },
        { "Bessas", "551", false },
        { "the Goths", "the Huns", true },
        { "the Goths", "Huns", false },
        { "la maison", "le chien", true },
        { "l'arbre", "le chien", true },
        { "K", "Fe", true },
        { "to go", "to eat", true },
        { "to go", "house", false },
        { "\xC3\xA9"
          "cole",
            "maison", true },
        { "\xC3\x89glise", "maison", false },
        { "John", "a man of whom nobody has ever heard anything", false },
        { "500 men", "6000 horses", true },
        { "500 men", "May 8, 1945", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s, %s\n", cases[i].answer, cases[i].other);
        struct look answer = look_at(cases[i].answer), other = look_at(cases[i].other);
        assert_int_equal(look_has_form_of(&other, &answer), cases[i].same);
    }
}

static void test_nearby(void **state)
{
    static const struct {
        const char *answer, *has, *has_not; // one that is near, one that must not be
    } cases[] = {
        { "551", "554", "551" },
        { "470s", "480s", "471s" },
        { "1,000 pounds", "1,500 pounds", "1500 pounds" },
        { "700 men", "1400 men", "1050 men" },
        { "6", "8", "0" },
        { "May", "June", "May" },
        { "November 536", "December 536", "November 546" },
        { "17 December 546", "17 January 546", "18 December 546" },
        { "May 8, 1945", "June 8, 1945", "May 8, 1945" },
        { "Mayfair", NULL, "June" },
        { "in May or June", NULL, "June" },
        { "Bessas", NULL, "" },
        { "3.14", NULL, "3.15" },
    };
    struct arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t count, found = 0;
        struct look look = look_at(cases[i].answer);
        const char **texts = nearby(&look, &arena, &count);
        print_message("%s: %zu\n", cases[i].answer, count);
        for (size_t j = 0; j < count; j++) {
            found += cases[i].has != NULL && strcmp(texts[j], cases[i].has) == 0;
            assert_string_not_equal(texts[j], cases[i].has_not);
        }
        assert_int_equal(found, cases[i].has != NULL);
        assert_int_equal(count > 0, cases[i].has != NULL);
    }
    arena_release(&arena);
}

/* ---- a deck of our own -------------------------------------------------------------------- */

static const char deck[] =
    "{'format': 1, 'id': 'd', 'cards': ["
    "{'id': 'a', 'question': 'Which general lost?', 'answer': 'Bessas',"
    " 'feedback': {'Justina': 'a woman', 'Totila': 'he won'}},"
    "{'id': 'b', 'question': 'Which king won?', 'answer': 'Totila'},"
    "{'id': 'c', 'question': 'Which general came?', 'answer': 'Narses'},"
    "{'id': 'd', 'question': 'Which bride was it?', 'answer': 'Justina'},"
    "{'id': 'e', 'question': 'Which town fell?', 'answer': 'Petra'},"
    "{'id': 'f', 'question': 'Who lost to Narses?', 'answer': 'Teias'},"
    "{'id': 'g', 'question': 'How many men?', 'answer': '500 men'},"
    "{'id': 'h', 'question': 'What did he fear?', 'answer': 'Revolt'},"
    "{'id': 'i', 'question': 'Who fled?', 'answer': 'Hermes', 'grading': 'self'}"
    "]}";

static bool has_option(const struct key *key, const char *text)
{
    for (size_t i = 0; i < key->option_count; i++)
        if (strcmp(key->options[i], text) == 0)
            return true;
    return false;
}

/* What is an option of the card under some seed, and what is not under any. */
static void test_options(void **state)
{
    static const struct {
        const char *card, *has, *has_not; // has NULL: it stays typed
    } cases[] = {
        { "d/a", "Totila", "Justina" },
        { "d/a", "Narses", "Petra" },
        { "d/b", "Teias", "Revolt" },
        { "d/f", "Bessas", "Narses" }, // who stands in the question
        { "d/g", "1000 men", "0 men" },
        { "d/d", NULL, NULL },
        { "d/e", NULL, NULL },
        { "d/h", NULL, NULL },
        { "d/i", NULL, NULL },
    };
    struct learner l;
    struct distractors all;
    struct arena arena = { 0 };
    (void)state;
    learner_begin(&l);
    learner_write(&l, "decks/d.json", deck);
    learner_open(&l);
    distractors_read(&all, &l.collection);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t found = 0;
        const struct card *card = l.library.cards[learner_card(&l, cases[i].card)];
        for (uint64_t seed = 0; seed < 20; seed++) {
            struct key key;
            struct rng rng = { seed };
            bool made = distract(&all, card, &card->key, &rng, &arena, &key);
            assert_int_equal(made, cases[i].has != NULL);
            assert_int_equal(key.kind, made ? KEY_CHOICE : card->key.kind);
            found += made && has_option(&key, cases[i].has);
            assert_false(made && has_option(&key, cases[i].has_not));
        }
        print_message("%s: %zu\n", cases[i].card, found);
        assert_int_equal(found > 0, cases[i].has != NULL);
    }
    arena_release(&arena);
    distractors_release(&all);
    learner_close(&l);
    learner_end(&l);
}

/* ---- the decks that come along ------------------------------------------------------------ */

enum { SEEDS = 8, MADE_LEAST = 60 }; // cards of those decks that become choices, at least

static void copy_deck(const struct learner *l, const char *name)
{
    struct err err = { 0 };
    struct buf text = { 0 };
    char from[LEARNER_PATH], to[LEARNER_PATH];
    snprintf(from, sizeof from, TEST_PATH("%s"), name);
    learner_path(l, name, to);
    if (!file_read(from, SIZE_MAX, &text, &err) || !file_make_folder_of(to, &err) ||
        !file_replace(to, text.text, text.len, &err))
        fail_msg("%s", err.message);
    buf_release(&text);
}

static struct judgement judge(const struct key *key, const struct card *card,
    const char *typed, struct arena *arena)
{
    return match_judge(key, &card->note->deck->context, typed, arena);
}

/* The right option is right by its letter and as a text, and no other one is. */
static void check_marking(const struct card *card, const struct key *key,
    const char *right, struct arena *arena)
{
    for (size_t i = 0; i < key->option_count; i++) {
        char letter[] = { (char)('a' + i), '\0' };
        bool is_right = strcmp(key->options[i], right) == 0;
        assert_int_equal(
            judge(key, card, letter, arena).verdict == VERDICT_EXACT, is_right);
        assert_int_equal(
            judge(key, card, key->options[i], arena).verdict == VERDICT_EXACT, is_right);
    }
}

/* Whoever knows nothing but the options must not see which is right. */
static void check_forms(const struct key *key, const char *right)
{
    struct look answer = look_at(right);
    size_t longest = 0, shortest = SIZE_MAX;
    for (size_t i = 0; i < key->option_count; i++) {
        struct look look = look_at(key->options[i]);
        bool other = strcmp(key->options[i], right) != 0;
        assert_true(look_has_form_of(&look, &answer));
        longest = other && look.width > longest ? look.width : longest;
        shortest = other && look.width < shortest ? look.width : shortest;
    }
    assert_true(3 * answer.width <= 5 * longest + 6);
    assert_true(5 * answer.width + 6 >= 3 * shortest);
}

static void check_options(const struct card *card, const struct key *typed,
    const struct key *key, struct arena *arena)
{
    const char *right = match_expected(typed, arena);
    size_t rights = 0;
    assert_in_range(key->option_count, DISTRACT_LEAST + 1, DISTRACT_MOST + 1);
    for (size_t i = 0; i < key->option_count; i++) {
        bool is_right = strcmp(key->options[i], right) == 0;
        rights += is_right;
        if (!is_right)
            assert_int_equal(
                judge(typed, card, key->options[i], arena).verdict, VERDICT_WRONG);
        for (size_t j = 0; j < i; j++)
            assert_false(match_same(
                key->options[i], key->options[j], &card->note->deck->context, 0));
    }
    assert_int_equal(rights, 1);
    assert_string_equal(match_expected(key, arena), right);
    check_marking(card, key, right, arena);
    check_forms(key, right);
}

static void test_shipped_decks(void **state)
{
    struct learner l;
    struct distractors all;
    size_t made = 0;
    (void)state;
    learner_begin(&l);
    copy_deck(&l, "decks/bessas.json");
    copy_deck(&l, "decks/belisarius-544.json");
    copy_deck(&l, "decks/persia-540.json");
    learner_open(&l);
    distractors_read(&all, &l.collection);
    for (uint64_t seed = 0; seed < SEEDS; seed++)
        for (size_t i = 0; i < l.library.card_count; i++) {
            struct arena arena = { 0 };
            const struct card *card = l.library.cards[i];
            struct key typed = collection_key(&l.collection, i, &arena), key;
            struct rng rng = { hash_text(seed, card->name) };
            if (distract(&all, card, &typed, &rng, &arena, &key)) {
                print_message("%s, seed %d\n", card->name, (int)seed);
                check_options(card, &typed, &key, &arena);
                made++;
            }
            arena_release(&arena);
        }
    assert_true(made >= MADE_LEAST * SEEDS);
    distractors_release(&all);
    learner_close(&l);
    learner_end(&l);
}

/* The place of the right option, and of the greatest number, is left to chance. */
static void test_places_by_chance(void **state)
{
    struct learner l;
    struct distractors all;
    struct arena arena = { 0 };
    size_t place[DISTRACT_MOST + 1] = { 0 }, rank[DISTRACT_MOST + 1] = { 0 };
    (void)state;
    learner_begin(&l);
    learner_write(&l, "decks/d.json",
        "{'format': 1, 'id': 'd', 'cards': ["
        "{'id': 'a', 'question': 'When?', 'answer': 551},"
        "{'id': 'b', 'question': 'Since when?', 'answer': 540}]}");
    learner_open(&l);
    distractors_read(&all, &l.collection);
    for (uint64_t seed = 0; seed < 400; seed++) {
        struct key key;
        struct rng rng = { seed };
        size_t smaller = 0;
        assert_true(distract(
            &all, l.library.cards[0], &l.library.cards[0]->key, &rng, &arena, &key));
        for (size_t i = 0; i < key.option_count; i++) {
            smaller += strtol(key.options[i], NULL, 10) < 551;
            place[i] += strcmp(key.options[i], "551") == 0;
        }
        rank[smaller]++;
    }
    for (size_t i = 0; i <= DISTRACT_MOST; i++) {
        assert_in_range(place[i], 70, 130);
        assert_in_range(rank[i], 70, 130);
    }
    arena_release(&arena);
    distractors_release(&all);
    learner_close(&l);
    learner_end(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asked),
        cmocka_unit_test(test_fits),
        cmocka_unit_test(test_form),
        cmocka_unit_test(test_nearby),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_shipped_decks),
        cmocka_unit_test(test_places_by_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
