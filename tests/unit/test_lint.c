/*
 * The rules about what works and was probably not meant so: for each code what it says and where,
 * and the cards that are like it and are right.
 *
 * Cards are written with ' in place of ", one a line; the first is line 2 of its deck.
 */
#include "test.h"

#include "deck/lint.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- running the rules -------------------------------------------------------------------- */

/* The deck `text`, with ' for ", joins the library. */
static void add_deck(struct library *library, const char *path, const char *text)
{
    struct buf copy = { 0 };
    struct err err;
    bool is_deck;
    buf_add(&copy, text);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.text[i] == '\'')
            copy.text[i] = '"';
    library->decks = vec_grow(library->decks, library->deck_count,
        &library->deck_capacity, sizeof *library->decks);
    if (!deck_parse(path, copy, &library->decks[library->deck_count], &is_deck,
            &library->diags, &err))
        fail_msg("%s:%d: %s\n%s", path, err.line, err.message, text);
    library->deck_count++;
    if (library->diags.count > 0)
        fail_msg("%s: %s", text, library->diags.items[0].err.message);
}

/* What was found, a line each: "code@line:column message". */
static void list_found(const struct library *library, struct buf *out)
{
    for (size_t i = 0; i < library->diags.count; i++) {
        const struct diag *diag = &library->diags.items[i];
        buf_addf(out, "%s%s@%d:%d %s", i > 0 ? "\n" : "", diag->code, diag->err.line,
            diag->err.column, diag->err.message);
    }
}

static void check_found(
    const struct library *library, const char *what, const char *expected)
{
    struct buf found = { 0 };
    list_found(library, &found);
    if (strcmp(buf_text(&found), expected) != 0)
        fail_msg("%s\n  found:    %s\n  expected: %s", what, buf_text(&found), expected);
    buf_release(&found);
}

/* A deck of one head and some cards. */
static void check_cards(const char *head, const char *cards, const char *expected)
{
    struct library library = { 0 };
    struct buf text = { 0 };
    print_message("%s\n", cards);
    buf_addf(&text, "{ 'format': 1, 'id': 't', %s 'cards': [\n%s\n] }", head, cards);
    add_deck(&library, "t.json", text.text);
    library_list_cards(&library);
    library_lint(&library);
    check_found(&library, cards, expected);
    buf_release(&text);
    library_release(&library);
}

struct lint_case {
    const char *cards;
    const char *expected; // "" where nothing is wrong
};

static void check_cases(const char *head, const struct lint_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_cards(head, cases[i].cards, cases[i].expected);
}

#define CHECK(head, cases) check_cases(head, cases, sizeof cases / sizeof *cases)
#define ENGLISH            "'language': 'en',"
#define QUIET              ""

/* ---- the question ------------------------------------------------------------------------ */

static void test_two_questions(void **state)
{
    (void)state;
    static const char two[] =
        "two-questions@2:2 two questions in one card: whoever knows "
        "only one cannot say so; make two cards";
    const struct lint_case cases[] = {
        { "['When and where did Totila die?', '552 at Caprae']", two },
        { "['Who led the Goths, and when did he die?', 'Totila in 552']", two },
        { "['Who took Rome and how many men had he?', 'Totila']", two },
        { "['Who led the Goths? When?', 'Totila, 552']", two },
        { "['Who wrote Faust, and when?', 'Goethe, 1808']", two },
        { "['When and where did Totila die?', 'Caprae', { 'allow': 'two-questions' }]",
            QUIET },
        { "['When and where did Totila die?', ['in 552', 'at Caprae']]", QUIET },
        { "['Explain when and why Totila fell.', 'A long story', { 'grading': 'self' }]",
            QUIET },
        { "['Which king who won and who was praised is meant here?', 'Totila']", QUIET },
        { "['Who wrote “Who? What?” about Rome?', 'Otto']", QUIET },
        { "['Which general fought at Daras and at Callinicum?', 'Belisarius']", QUIET },
        { "['What do salt and water make?', 'brine']", QUIET },
        { "['What does a ?: b ?: c mean in C?', 'Elvis']", QUIET },
    };
    CHECK(ENGLISH, cases);
    const struct lint_case latin[] = {
        { "['Ubi et quando Totila obiit? Ubi?', 'Caprae']", two },
        { "['Wer fragt: Wo? Wann?', 'ein Reporter', { 'allow': 'two-questions' }]",
            QUIET },
    };
    CHECK("'language': 'la',", latin);
    const struct lint_case translated[] = {
        { "['Where are you? How are you?', 'Ubi es? Quid agis?']", QUIET },
    };
    CHECK("'language': { 'question': 'en', 'answer': 'la' },", translated);
}

static void test_vague(void **state)
{
    (void)state;
#define VAGUE(word)                                                                      \
    "vague@2:2 nothing in the question says what \"" word                                \
    "\" means, and other cards come in between; name it"
    const struct lint_case cases[] = {
        { "['How much gold did he demand?', '1,000 pounds']", VAGUE("he") },
        { "['When was it founded?', '330']", VAGUE("it") },
        { "['Who was his wife?', 'Theodora']", VAGUE("his") },
        { "['In which year did they return?', '545']", VAGUE("they") },
        { "['Which city did she rule?', 'Palmyra']", VAGUE("she") },
        { "['Why did this happen?', 'hunger']", VAGUE("this") },
        { "['Who succeeded him?', 'Justin']", VAGUE("him") },
        { "['How much gold did he demand of Antioch?', '1,000 pounds']", VAGUE("he") },
        { "['Who succeeded him?', 'Justin', { 'allow': ['vague'] }]", QUIET },
        { "['What did Khusrau do when he left?', 'He burned it']", QUIET },
        { "['What did he do, the king Khusrau?', 'burn it']", QUIET },
        { "['What did she do when Justinian fled?', 'stay']", QUIET },
        { "['Which general lost his army?', 'Narses']", QUIET },
        { "['How long does it take light to come from the sun?', '8 minutes']", QUIET },
        { "['What is it called when iron oxidises?', 'rust']", QUIET },
        { "['When is it 5 o’clock?', 'at five']", QUIET },
        { "['When did it become clear that the war was lost?', '1943']", QUIET },
        { "['What do they call a lift in America?', 'elevator']", QUIET },
        { "['What is this?', 'a whale', { 'image': 'whale.png' }]", QUIET },
        { "{ 'question': 'Whose are these?', 'pairs': [['Oslo', 'N'], ['Rome', 'I']] }",
            QUIET },
        { "[['What does this print?', 'puts(x);'], 'x']", QUIET },
        { "['What does this mean: ibid.?', 'in the same place']", QUIET },
        { "['Which mistakes does this account find in the plan?', 'two']", QUIET },
        { "['Justinian had a nephew. What was he called?', 'Justin']", QUIET },
        { "['It took Rome, and he knew this.', true]", QUIET },
    };
    CHECK(ENGLISH, cases);
    const struct lint_case other[] = { { "['Quid he did he?', 'nihil']", QUIET } };
    CHECK("'language': 'la',", other);
}

static void test_question_mark(void **state)
{
    (void)state;
    static const char missing[] = "question-mark@2:2 the question has no question mark";
    const struct lint_case cases[] = {
        { "['Who was the first emperor', 'Augustus']", missing },
        { "['How many legs does a spider have.', 8]", missing },
        { "['Who was the first emperor', 'Augustus', { 'allow': 'question-mark' }]",
            QUIET },
        { "['Who was the first emperor?', 'Augustus']", QUIET },
        { "['What Germanus did at Antioch', 'flee']", QUIET },
        { "['How long the Danube is', '2,850 km']", QUIET },
        { "['who', 'quis']", QUIET },
        { "['The first emperor', 'Augustus']", QUIET },
        { "{ 'cloze': 'Who was here was {{Bessas}}.' }", QUIET },
    };
    CHECK(ENGLISH, cases);
}

/* ---- the answer -------------------------------------------------------------------------- */

static void test_given_away(void **state)
{
    (void)state;
#define GIVEN(answer)                                                                    \
    "the question contains its answer \"" answer "\"; say it in other words"
    const struct lint_case cases[] = {
        { "['Which country has Mexico City as its capital?', 'Mexico']",
            "given-away@2:2 " GIVEN("Mexico") },
        { "['Where does the Danube end, the Danube delta?', 'The Danube (delta)']",
            "given-away@2:2 " GIVEN("The Danube (delta)") },
        { "['Who was king after king Totila?', 'Teia', { 'accept': ['king Totila'] }]",
            "given-away@2:2 " GIVEN("king Totila") },
        { "{ 'cloze': '{{Rome}} fell; Rome was empty.' }",
            "given-away@2:12 " GIVEN("Rome") },
        { "['Which sons had Zeus, beside Apollo?', ['Apollo', 'Hermes']]",
            "given-away@2:2 " GIVEN("Apollo") },
        { "['Which army had 5,000 men?', '5,000 men']",
            "given-away@2:2 " GIVEN("5,000 men") },
        { "['What is 300 rounded down to 100?', 300]", "given-away@2:2 " GIVEN("300") },
        { "['Which country has Mexico City?', 'Mexico', { 'allow': 'given-away' }]",
            QUIET },
        { "['Which is larger, Jupiter or Saturn?', 'Jupiter']", QUIET },
        { "['What is the plural of sheep?', 'sheep']", QUIET },
        { "['What is `while` in C?', 'while']", QUIET },
        { "['Who said “Rome is mine” of the walls?', 'Rome']", QUIET },
        { "['What is 3 + 300 - 3?', 300]", QUIET },
        { "['How many of 12 months have 31 days?', 7]", QUIET },
        { "['What does a && b give if a is false?', 'false']", QUIET },
        { "['Who followed Louis XIII?', 'Louis XIV']", QUIET },
        { "['Which one of these is a bird of prey?', 'bird', { 'wrong': ['owl'] }]",
            QUIET },
        { "['The tides: ebb and what?', ['ebb', 'flood']]", QUIET },
        { "{ 'cloze': 'for ({{int}} i = 0; i < n; i++) int j;' }", QUIET },
    };
    CHECK(ENGLISH, cases);
    const struct lint_case translated[] = { { "['the hotel', 'Hôtel']", QUIET } };
    CHECK("'language': { 'question': 'en', 'answer': 'fr' },", translated);
}

static void test_hint(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "['The river of Vienna', 'Danube', { 'hint': 'It is the Danube.' }]",
            "hint@2:45 the hint contains the answer \"Danube\"; leave something to "
            "recall" },
        { "['The river of Vienna', 'Danube', { 'hint': 'The river of Vienna' }]",
            "hint@2:45 the hint is the question once more; say something new, or leave "
            "it out" },
        { "{ 'cloze': 'Vienna lies on the {{r}}.',\n"
          "  'gaps': { 'r': { 'text': 'Danube', 'hint': 'the blue Danube' } } }",
            "hint@3:46 the hint contains the answer \"Danube\"; leave something to "
            "recall" },
        { "{ 'cloze': 'Vienna lies on the {{Danube::like the blue Danube}}.' }",
            "hint@2:12 the hint contains the answer \"Danube\"; leave something to "
            "recall" },
        { "['River?', 'Danube', { 'wrong': ['Rhine'], 'hint': 'Blue Danube waltz.' }]",
            "hint@2:52 the hint contains the answer \"Danube\"; leave something to "
            "recall" },
        { "['River?', 'Danube', { 'hint': 'danube' }]",
            "hint@2:32 the hint contains the answer \"Danube\"; leave something to "
            "recall" },
        { "['V?', 'Danube', { 'hint': 'Blue Danube waltz', 'allow': 'hint' }]", QUIET },
        { "['Which bank?', 'southern', { 'hint': 'northern or southern' }]", QUIET },
        { "['The river of Vienna', 'Danube', { 'hint': 'It ends in the delta.' }]",
            QUIET },
        { "['The first month', 'May', { 'hint': 'It may be spring.' }]",
            "hint@2:38 the hint contains the answer \"May\"; leave something to recall" },
    };
    CHECK(ENGLISH, cases);
}

static void test_what_an_answer_is(void **state)
{
    (void)state;
    static const char no[] =
        "whoever is wrong here learns only that it is not so; say in "
        "a \"note\" what is";
    char bare[256], bare_text[256];
    snprintf(bare, sizeof bare, "bare-no@2:22 %s", no);
    snprintf(bare_text, sizeof bare_text, "bare-no@2:24 %s", no);
    const struct lint_case cases[] = {
        { "['Whales are fish.', false]", bare },
        { "['Are whales fishes?', 'No']", bare_text },
        { "['Whales are fish.', false, { 'allow': 'bare-no' }]", QUIET },
        { "['Whales are fish.', false, { 'note': 'Mammals.' }]", QUIET },
        { "['Whales are fish.', false, { 'feedback': { 'true': 'Mammals.' } }]", QUIET },
        { "['Whales are mammals.', true]", QUIET },
        { "['nein', 'no']", QUIET },
        { "['The planets', ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1']]",
            "long-list@2:17 8 items, and one forgotten costs all of them; make several "
            "cards, of 7 items at most" },
        { "['The planets', ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1'],\n"
          "  { 'allow': 'long-list' }]",
            QUIET },
        { "['The planets', ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1']]", QUIET },
        { "['Why?', 'because whoever writes so many words will never be asked for them "
          "once more']",
            "long-answer@2:10 62 letters to be typed as they stand; ask for less, list "
            "shorter forms under \"accept\", or write \"grading\": \"self\"" },
        { "['Why?', 'because whoever writes so many words will never be asked for them "
          "once more',\n  { 'grading': 'self' }]",
            QUIET },
        { "['Why?', 'because whoever writes so many words will never be asked for them "
          "once more',\n  { 'accept': ['nobody asks'] }]",
            QUIET },
        { "['Who came third?', '...']",
            "placeholder@2:21 the answer \"...\" looks like one that is still to come; "
            "write it, or \"disabled\": true until then" },
        { "['Who came third?', '---', { 'disabled': true }]", QUIET },
        { "['Which mark ends a question?', '?']", QUIET },
        { "['What is logical and in C?', '&&']", QUIET },
        { "{ 'cloze': 'Rome is {{in}} Italy, and Paris is {{in France}}.' }",
            "hollow-gap@2:12 the gap hides \"in\", which the sentence gives away; hide a "
            "word that says something" },
        { "{ 'cloze': 'Rome is {{in}} Italy.', 'allow': 'hollow-gap' }", QUIET },
        { "{ 'cloze': 'She is good {{at}} chess, {{on}} time and {{in}} love.' }",
            QUIET },
        { "{ 'cloze': 'Acceleration is {{a}} in physics.' }", QUIET },
    };
    CHECK(ENGLISH, cases);
}

/* ---- what is never used -------------------------------------------------------------------- */

static void test_idle(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "['The river of Vienna', 'Danube', { 'accept': ['Donau', 'the danube'] }]",
            "idle-accept@2:57 \"the danube\" is right already, as another way to write "
            "\"Danube\"; leave it out" },
        { "['The father of Alexander', 'Philip (II)', { 'accept': ['Philip'] }]",
            "idle-accept@2:57 \"Philip\" is right already, as another way to write "
            "\"Philip (II)\"; leave it out" },
        { "['When did it fall, Rome?', '17 December 546', { 'accept': ['17.12.546'] }]",
            "idle-accept@2:61 \"17.12.546\" is right already, as another way to write "
            "\"17 December 546\"; leave it out" },
        { "['The Baltic states', ['Estonia', ['Latvia', 'LATVIA']]]",
            "idle-accept@2:46 \"LATVIA\" is right already, as another way to write "
            "\"Latvia\"; leave it out" },
        { "['Vienna', 'Danube', { 'accept': ['the danube'], 'allow': 'idle-accept' }]",
            QUIET },
        { "['Vienna', 'Danube', { 'accept': ['DANUBE'], 'strict': 'case' }]", QUIET },
        { "['When did it fall, Rome?', '17 December 546', { 'accept': ['546'] }]",
            QUIET },
        { "['When was the siege of Rome?', 546, { 'accept': ['December 546'] }]", QUIET },
        { "['Vienna', 'Danube', { 'feedback': { 'Rhine': 'No.', 'the Danube': 'Yes.' } "
          "}]",
            "idle-feedback@2:54 what is said to \"the Danube\" is never shown: the judge "
            "takes it for right" },
        { "['Baltic', ['Latvia', 'Estonia'], { 'feedback': { 'latvia': 'Yes.' } }]",
            "idle-feedback@2:51 what is said to \"latvia\" is never shown: the judge "
            "takes it for right" },
        { "['A bird?', 'owl', { 'wrong': ['bat'], 'feedback': { 'owl': 'x', 'cat': 'y', "
          "'bat': 'z' } }]",
            "idle-feedback@2:54 what is said to \"owl\" is never shown: it is none of "
            "the "
            "wrong choices\n"
            "idle-feedback@2:66 what is said to \"cat\" is never shown: it is none of "
            "the "
            "wrong choices" },
        { "['Whales sing.', true, { 'feedback': { 'true': 'x', 'false': 'y' } }]",
            "idle-feedback@2:40 what is said to \"true\" is never shown: only the wrong "
            "one of \"true\" and \"false\" is ever answered" },
        { "['Vienna', 'Danube', { 'feedback': { 'danube': 'Yes.' },\n"
          "  'allow': 'idle-feedback' }]",
            QUIET },
        { "['Vienna', 'Danube', { 'feedback': { 'Rhine': 'No.' } }]", QUIET },
        { "['The noble gases', ['neon', 'argon', 'Neon']]",
            "same-twice@2:39 \"neon\" and \"Neon\" are the same answer; leave one out" },
        { "['The scale', ['do', 're', 'do'], { 'ordered': true }]", QUIET },
    };
    CHECK(ENGLISH, cases);
}

/* ---- choices ----------------------------------------------------------------------------- */

static void test_choices(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "['Why did he, Totila, fall?',\n"
          "  'because his horsemen charged against archers on foot and were shot',\n"
          "  { 'wrong': ['because of hunger', 'because of the plague'] }]",
            "choice-length@3:3 the right choice is the longest by far, which gives it "
            "away; shorten it, or say as much in the wrong ones" },
        { "['Why did he, Totila, fall?',\n"
          "  'because his horsemen charged against archers on foot and were shot',\n"
          "  { 'wrong': ['because of hunger', 'because of the plague'],\n"
          "    'allow': 'choice-length' }]",
            QUIET },
        { "['Capital of Sri Lanka?', 'Sri Jayawardenepura Kotte',\n"
          "  { 'wrong': ['Colombo', 'Kandy, the old capital'] }]",
            QUIET },
        { "['A whale is an', 'animal', { 'wrong': ['plant', 'idea'] }]",
            "choice-article@2:2 after \"an\" the choice \"plant\" cannot stand; write "
            "\"a(n)\", or move the article into the choices" },
        { "['A whale is a ...', 'mammal', { 'wrong': ['unicorn', 'animal'] }]",
            "choice-article@2:2 after \"a\" the choice \"animal\" cannot stand; write "
            "\"a(n)\", or move the article into the choices" },
        { "['A whale is a', 'mammal', { 'wrong': ['fish', 'unicorn'] }]", QUIET },
        { "['This gate is an', 'XOR', { 'wrong': ['NAND', 'OR'] }]", QUIET },
        { "['Which vitamin is meant by A?', 'retinol', { 'wrong': ['amine'] }]", QUIET },
        { "['What is so of mammals?', 'they suckle their young',\n"
          "  { 'wrong': ['they always live on land', 'they never lay any eggs'] }]",
            "choice-absolute@3:14 only wrong choices say \"always\", \"never\", \"only\" "
            "and the like, which gives them away; put them in other words" },
        { "['How often does it rain in May?', 'sometimes',\n"
          "  { 'wrong': ['always', 'never'] }]",
            QUIET },
        { "['Which are prime?', 'all of the above', { 'wrong': ['2', '3'] }]",
            "choice-all@2:22 \"all of the above\" speaks of the choices, which stand in "
            "another order each time; make \"answer\" an array of all that apply" },
        { "['Which are prime?', '2', { 'wrong': ['4', 'None of these'],\n"
          "  'shuffle': false }]",
            "choice-all@2:44 \"None of these\" speaks of the choices; make \"answer\" an "
            "array of all that apply" },
        { "['Whom did he, Paul, write to?', 'all of Rome', { 'wrong': ['Sardis'] }]",
            QUIET },
        { "['The shah?', 'Khusrau', { 'wrong': ['Chosroes', 'Kavadh'] }]",
            "same-twice@2:38 the choices \"Khusrau\" and \"Chosroes\" are the same; "
            "change one" },
        { "['Which is right?', 'its', { 'wrong': ['it’s'] }]", QUIET },
    };
    CHECK("'language': 'en', 'spellings': [['Khusrau', 'Chosroes']],", cases);
}

/* ---- characters -------------------------------------------------------------------------- */

static void test_texts(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "['Jus\\u200Btinian’s wife', 'Theodora']",
            "invisible@2:2 behind \"Jus\" stands U+200B (zero width space), which nobody "
            "sees; take it out" },
        { "['Wife', 'Theodora', { 'accept': ['\\uFEFFDora', 'Theo\\u00ADdora'] }]",
            "invisible@2:35 the text holds U+FEFF (byte order mark), which nobody sees; "
            "take it out\n"
            "invisible@2:49 behind \"Theo\" stands U+00AD (soft hyphen), which nobody "
            "sees; take it out\n"
            "idle-accept@2:49 \"Theo\u00ADdora\" is right already, as another way to "
            "write \"Theodora\"; leave it out" },
        { "['Wife', 'Theo\\u200Cdora', { 'allow': 'invisible' }]", QUIET },
        { "['Wife', 'Theo\\u202Edora']",
            "invisible@2:10 behind \"Theo\" stands U+202E (control character), which "
            "nobody sees; take it out" },
        { "['family', '👩\\u200D👧']", QUIET },
        { "['I want', 'می\\u200Cخواهم']", QUIET },
        { "['heart', '❤\\uFE0F']", QUIET },
        { "['hello', 'שלום\\u200F!']", QUIET },
        { "['10\\u00A0km', 'far']", QUIET },
        { "['Poet of the Iliad', 'Н\u043Emer']",
            "homoglyph@2:23 \"Н\u043Emer\" mixes Latin letters with Cyrillic ones that "
            "look the same (U+041D); retype it" },
        { "['Water', 'Ηydor']",
            "homoglyph@2:11 \"Ηydor\" mixes Latin letters with Greek ones that look the "
            "same (U+0397); retype it" },
        { "['Water', 'Ηydor', { 'allow': 'homoglyph' }]", QUIET },
        { "['Pressure of a column?', 'ρgh', { 'note': 'ν, λx, Δt, 5 μm, β-carotene' }]",
            QUIET },
        { "['вода', 'Wasser', { 'note': 'H2O, USB-порт' }]", QUIET },
        { "['Poet ', ' Homer', { 'x-mine': ' kept ' }]",
            "outer-space@2:2 the text ends with a space; drop it\n"
            "outer-space@2:11 the text begins with a space; drop it" },
        { "['Poet ', 'Homer', { 'allow': 'outer-space' }]", QUIET },
        { "[['Code:', '```', '    x = 1', '```'], '1', { 'note': ['a', '  b'] }]",
            QUIET },
    };
    CHECK("", cases);
}

/* ---- between cards ------------------------------------------------------------------------- */

static void test_between(void **state)
{
    (void)state;
    const struct lint_case cases[] = {
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who  took Rome', 'answer': 'King T.', 'accept': "
          "['totila'] }",
            "duplicate@3:26 the card in line 2 asks the same and has the same answer; "
            "remove one" },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who took Rome?', 'answer': 'Alaric' }",
            "two-answers@3:26 the card in line 2 asks the same and expects another "
            "answer; say in both questions which is meant, or give each answer the other "
            "under \"accept\"" },
        { "['bank', 'Bank', { 'reverse': true }],\n"
          "['shore', 'Ufer', { 'reverse': { 'question': 'Bank', 'answer': 'strand' } }]",
            "two-answers@3:46 the card in line 2 asks the same and expects another "
            "answer; say in both questions which is meant, or give each answer the other "
            "under \"accept\"" },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Through Vienna flows which river', 'the Danube']",
            QUIET },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Through Vienna flows which river?', 'Danube']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Which river flows through Vienna?\"; remove one" },
        { "['Who was the great emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the emperor at Ravenna then?', 'Honorius']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Who was the great emperor at Ravenna then?\"; remove one" },
        { "['Who was the emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius']",
            "near-duplicate@3:2 the card in line 2 asks nearly the same and has the same "
            "answer: \"Who was the emperor at Ravenna then?\"; remove one" },
        { "['Who was the emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius',\n"
          "  { 'allow': 'near-duplicate' }]",
            QUIET },
        { "['Who was the emperor at Ravenna then?', 'Honorius',\n"
          "  { 'allow': 'near-duplicate' }],\n"
          "['Who was the great emperor at Ravenna then?', 'Honorius']",
            QUIET },
        { "['Who was the great emperor at Ravenna then?', 'Honorius'],\n"
          "['Who was the last emperor at Ravenna then?', 'Honorius']",
            QUIET },
        { "['Which river flows through Vienna?', 'Danube'],\n"
          "['Which river flows through Budapest?', 'Danube']",
            QUIET },
        { "['How much is 2 × 6?', 12],\n['How much is 6 × 2?', 12]", QUIET },
        { "['Which one is a bird?', 'owl', { 'wrong': ['bat'] }],\n"
          "{ 'id': 'b', 'question': 'Which one is a bird?', 'answer': 'emu',\n"
          "  'wrong': ['cat'] }",
            QUIET },
        { "{ 'id': 'a', 'question': 'Which bird?', 'answer': 'owl', 'image': 'a.png' },\n"
          "{ 'id': 'b', 'question': 'Which bird?', 'answer': 'emu', 'image': 'b.png' }",
            QUIET },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' },\n"
          "{ 'id': 'b', 'question': 'Who took Rome?', 'answer': 'x', 'disabled': true }",
            QUIET },
        { "{ 'cloze': '{{Rome}} fell to {{Totila}}; {{Rome}} rose.' }", QUIET },
    };
    CHECK(ENGLISH, cases);
}

struct decks_case {
    const char *first, *second, *expected;
};

static void test_other_deck(void **state)
{
    (void)state;
#define DECK(id, rest) "{ 'format': 1, 'id': '" id "', " rest "] }"
    const struct decks_case cases[] = {
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            "other-deck@2:2 the deck \"a\" asks the same (a.json:2); \"disabled\": true "
            "parks one of the two" },
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b", "'cards': [\n['Who took Rome in 546?', 'Bessas']"),
            "other-deck@2:2 the deck \"a\" asks the same (a.json:2), and expects another "
            "answer" },
        { DECK("a", "'cards': [\n['Capital?', 'Paris']"),
            DECK("b", "'cards': [\n['Capital?', 'Rome']"), QUIET },
        { DECK("a", "'language': 'fr', 'cards': [\n['hotel', 'hotel']"),
            DECK("b", "'language': 'es', 'cards': [\n['hotel', 'hotel']"), QUIET },
        { DECK("a", "'cards': [\n['Who took Rome in 546?', 'Totila']"),
            DECK("b",
                "'defaults': { 'allow': 'other-deck' }, 'cards': [\n['Who took Rome "
                "in 546?', 'Totila']"),
            QUIET },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct library library = { 0 };
        print_message("%s\n%s\n", cases[i].first, cases[i].second);
        add_deck(&library, "a.json", cases[i].first);
        add_deck(&library, "b.json", cases[i].second);
        library_list_cards(&library);
        library_lint(&library);
        check_found(&library, cases[i].second, cases[i].expected);
        library_release(&library);
    }
}

/* ---- with answers -------------------------------------------------------------------------- */

struct past_case {
    const char *cards; // the first one has the past
    struct card_past past;
    const char *expected;
};

static void test_past(void **state)
{
    (void)state;
    const struct past_case cases[] = {
        { "['Who took Rome?', 'Totila'],\n['Who lost Rome?', 'Bessas']", { .answers = 3 },
            "no-id@2:1 1 card was answered and has no \"id\": another wording would look "
            "like another card; `quaestor fmt --ids` writes ids" },
        { "['Who took Rome?', 'Totila', { 'allow': 'no-id' }]", { .answers = 3 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who took Rome?', 'answer': 'Totila' }",
            { 2, { "Totila" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas' }",
            { 2, { "Totila", "Badwila" }, 2 },
            "id-reused@2:9 \"Totila\" was the right answer to \"t/a\" once, and is wrong "
            "now; another fact needs another id, a corrected one `quaestor reset t/a`" },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas' }",
            { 2, { "bessas", "Totila" }, 2 }, QUIET },
        { "{ 'id': 'a', 'question': 'When?', 'answer': '17 December 546' }",
            { 2, { "546" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Who lost Rome?', 'answer': 'Bessas', 'allow': "
          "'id-reused' }",
            { 2, { "Totila" }, 1 }, QUIET },
        { "{ 'id': 'a', 'question': 'Rome fell.', 'answer': true }", { 2, { "f" }, 1 },
            QUIET },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct library library = { 0 };
        struct card_past past[2] = { cases[i].past };
        struct buf text = { 0 };
        print_message("%s\n", cases[i].cards);
        buf_addf(&text, "{ 'format': 1, 'id': 't', 'cards': [\n%s\n] }", cases[i].cards);
        add_deck(&library, "t.json", text.text);
        library_list_cards(&library);
        library_lint_past(&library, past);
        check_found(&library, cases[i].cards, cases[i].expected);
        buf_release(&text);
        library_release(&library);
    }
}

/* ---- many -------------------------------------------------------------------------------- */

/* Memory is bounded: of each kind a thousand are told, and how many there are beyond. */
static void test_many(void **state)
{
    (void)state;
    enum { CARDS = 1500 };
    struct library library = { 0 };
    struct buf text = { 0 };
    buf_add(&text, "{ 'format': 1, 'id': 'many', 'cards': [");
    for (int i = 0; i < CARDS; i++)
        buf_addf(&text, "%s\n['Statement %d is so.', false]", i > 0 ? "," : "", i);
    buf_add(&text, "] }");
    add_deck(&library, "many.json", text.text);
    library_list_cards(&library);
    library_lint(&library);
    assert_int_equal(library.diags.count, 1001);
    assert_int_equal(library.diags.errors, 0);
    assert_string_equal(library.diags.items[0].err.message,
        "500 more of this kind are not shown; mend these first");
    assert_string_equal(library.diags.items[0].code, "bare-no");
    buf_release(&text);
    library_release(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_questions),
        cmocka_unit_test(test_vague),
        cmocka_unit_test(test_question_mark),
        cmocka_unit_test(test_given_away),
        cmocka_unit_test(test_hint),
        cmocka_unit_test(test_what_an_answer_is),
        cmocka_unit_test(test_idle),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_between),
        cmocka_unit_test(test_other_deck),
        cmocka_unit_test(test_past),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
