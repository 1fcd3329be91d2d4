/*
 * The rules about a card that works and was probably not meant so: for each code what it says and
 * where, and the cards that are like it and are right.
 */
#include "linted.h"
#include "test.h"

#include <stdio.h>

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
