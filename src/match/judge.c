#include "match/judge.h"

#include "base/buf.h"
#include "base/near.h"
#include "base/utf8.h"
#include "match/diff.h"
#include "match/lexicon.h"
#include "match/outcome.h"
#include "match/rewrite.h"
#include "match/value.h"
#include "match/words.h"

#include <string.h>

enum {
    TYPED_MAX = 64 * 1024,
    LINE_COLUMNS = 72, // of parts shown on one line
};

const char *key_kind_word(enum key_kind kind)
{
    static const char *const words[] = {
#define X(kind, word) [kind] = word,
        KEY_KINDS(X)
#undef X
    };
    return words[kind];
}

bool key_has_items(enum key_kind kind)
{
    return kind == KEY_LIST || kind == KEY_SEQUENCE;
}

bool key_is_worded(enum key_kind kind)
{
    return kind == KEY_TEXT || kind == KEY_NUMBER || kind == KEY_CLOZE ||
           key_has_items(kind);
}

const char *verdict_word(enum verdict verdict)
{
    static const char *const words[] = {
#define X(verdict, word, right) [verdict] = word,
        VERDICTS(X)
#undef X
    };
    return words[verdict];
}

bool verdict_is_right(enum verdict verdict)
{
    static const bool rights[] = {
#define X(verdict, word, right) [verdict] = right,
        VERDICTS(X)
#undef X
    };
    return rights[verdict];
}

/* --- the right answer ------------------------------------------------------------------ */

static const char *join(
    const struct texts *parts, const char *between, struct arena *arena)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < parts->count; i++) {
        buf_add(&text, i > 0 ? between : "");
        buf_add(&text, parts->items[i]);
    }
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static const char *expected_parts(const struct key *key, struct arena *arena)
{
    struct texts parts = { 0 }, known = texts_of_key(key, arena);
    for (size_t i = 0; i < key->count; i++)
        texts_add(&parts, key->items[i].forms[0], arena);
    const char *line = join(&parts, "; ", arena);
    bool fits = utf8_width(line, strlen(line)) <= LINE_COLUMNS;
    return fits && !texts_hold(&known, ';') ? line : join(&parts, "\n", arena);
}

static const char *expected_pairs(const struct key *key, struct arena *arena)
{
    struct texts lines = { 0 };
    for (size_t i = 0; i < key->count; i++)
        texts_add(&lines,
            arena_printf(arena, "%s = %s", key->lefts[i], key->items[i].forms[0]), arena);
    return join(&lines, "\n", arena);
}

const char *match_expected(const struct key *key, struct arena *arena)
{
    if (key->kind == KEY_BOOLEAN)
        return key->boolean ? "true" : "false";
    if (key->count == 0)
        return "";
    switch (key->kind) {
    case KEY_NUMBER:
        return key->unit == NULL
                   ? key->items[0].forms[0]
                   : arena_printf(arena, "%s %s", key->items[0].forms[0], key->unit);
    case KEY_LIST:
    case KEY_SEQUENCE:
    case KEY_CHOICES:
        return expected_parts(key, arena);
    case KEY_PAIRS:
        return expected_pairs(key, arena);
    case KEY_TEXT:
    case KEY_BOOLEAN:
    case KEY_CHOICE:
    case KEY_CLOZE:
        break;
    }
    return key->items[0].forms[0];
}

/* --- the kinds ------------------------------------------------------------------------- */

static struct outcome of_finding(struct finding finding)
{
    return (struct outcome){ .finding = finding,
        .share = verdict_is_right(finding.verdict) ? 1 : 0 };
}

/* What a text says of true and false, as "f" or "it is not true"; -1: nothing. */
static int truth_of(const struct rules *rules, const char *text, struct arena *arena)
{
    struct tokens tokens = tokens_read(text, 0, rules->language, arena);
    int truth = -1, negations = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        const char *word = tokens.items[i].written;
        if (strcmp(word, "not") == 0)
            negations++;
        else if (boolean_of(word) >= 0 && truth < 0)
            truth = boolean_of(word);
        else if (boolean_of(word) >= 0 || !word_frames(word))
            return -1;
    }
    return truth < 0 || negations > 1 ? -1 : truth != negations;
}

static struct finding boolean_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    const char *expected = match_expected(key, arena);
    int truth = truth_of(rules, typed, arena);
    if (truth < 0)
        return (struct finding){ VERDICT_WRONG, "type t for true or f for false" };
    if (truth != key->boolean)
        return (
            struct finding){ VERDICT_WRONG, key->boolean ? "it is true" : "it is false" };
    bool exact = strcmp(typed, expected) == 0 || word_in("t f", typed);
    if (exact)
        return (struct finding){ VERDICT_EXACT, "exactly" };
    return (
        struct finding){ VERDICT_ACCEPTED, arena_printf(arena, "taken as %s", expected) };
}

static struct outcome judge_as_kind(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    switch (key->kind) {
    case KEY_BOOLEAN:
        return of_finding(boolean_judge(rules, key, typed, arena));
    case KEY_NUMBER:
        return of_finding(value_judge(rules, key, typed, arena));
    case KEY_LIST:
    case KEY_SEQUENCE:
        return list_judge(rules, key, typed, arena);
    case KEY_CHOICE:
    case KEY_CHOICES:
        return choice_judge(rules, key, typed, arena);
    case KEY_PAIRS:
        return pairs_judge(rules, key, typed, arena);
    case KEY_TEXT:
    case KEY_CLOZE:
        break;
    }
    if (key->count == 0)
        return of_finding((struct finding){ VERDICT_WRONG, "another answer" });
    return of_finding(text_judge(rules, &key->items[0], key->literal, typed, arena));
}

static struct outcome judge_kind(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct outcome outcome = judge_as_kind(rules, key, typed, arena);
    for (size_t way = 0; way < REWRITE_WAYS && !(rules->strict & STRICT_PUNCTUATION) &&
                         !verdict_is_right(outcome.finding.verdict);
         way++) {
        const char *text = rewritten(typed, way, arena);
        struct outcome other = outcome;
        if (text != NULL)
            other = judge_as_kind(rules, key, text, arena);
        if (other.finding.verdict == VERDICT_EXACT)
            other.finding =
                (struct finding){ VERDICT_ACCEPTED, "the same, written another way" };
        if (verdict_is_right(other.finding.verdict))
            outcome = other;
    }
    return outcome;
}

/* --- feedback -------------------------------------------------------------------------- */

static bool feedback_fits(const struct rules *rules, const struct key *key,
    const char *feedback, const char *typed, struct arena *arena)
{
    if (key->kind == KEY_BOOLEAN) {
        int truth = truth_of(rules, typed, arena);
        return truth >= 0 && truth == truth_of(rules, feedback, arena);
    }
    struct form a = form_make(rules, feedback, arena), b = form_make(rules, typed, arena);
    return form_same(rules, &a, &b) ||
           (key->kind == KEY_NUMBER && value_same(rules, feedback, typed, arena));
}

static const char *feedback_of(const struct rules *rules, const struct key *key,
    const char *typed, const struct texts *wrong, struct arena *arena)
{
    for (size_t i = 0; i < key->feedback_count; i++) {
        const struct key_feedback *feedback = &key->feedback[i];
        if (feedback_fits(rules, key, feedback->typed, typed, arena))
            return feedback->say;
        for (size_t j = 0; j < wrong->count; j++) {
            if (feedback_fits(rules, key, feedback->typed, wrong->items[j], arena))
                return feedback->say;
        }
    }
    return NULL;
}

/* --- judging --------------------------------------------------------------------------- */

/* What needs no key to be judged; false: it is a text. */
static bool judge_unread(
    const char *typed, struct finding *finding, const char **trimmed, struct arena *arena)
{
    size_t len = strnlen(typed, TYPED_MAX + 1), bad;
    *finding = (struct finding){ VERDICT_WRONG, NULL };
    if (len > TYPED_MAX)
        finding->reason = "too long to be an answer";
    else if (!utf8_valid(typed, len, &bad))
        finding->reason = "not valid text";
    if (finding->reason != NULL)
        return true;
    *trimmed = text_trim(typed, arena);
    if ((*trimmed)[0] != '\0')
        return false;
    *finding = (struct finding){ VERDICT_BLANK, "nothing was typed" };
    return true;
}

static bool shows_diff(enum key_kind kind)
{
    return kind == KEY_TEXT || kind == KEY_CLOZE || kind == KEY_NUMBER;
}

static bool is_as_written(const struct key *key, const char *typed, struct arena *arena)
{
    return (key->kind == KEY_TEXT || key->kind == KEY_CLOZE) && key->count > 0 &&
           text_identical(typed, text_trim(key->items[0].forms[0], arena));
}

/* Against the answer as it is shown; of a slip, against the form that it is nearest to. */
static struct diff diff_of(const struct key *key, const char *typed,
    const struct judgement *judgement, struct arena *arena)
{
    const char *against = judgement->expected;
    bool slip = judgement->verdict == VERDICT_CLOSE && key->kind != KEY_NUMBER;
    for (size_t i = 1; slip && key->count > 0 && i < key->items[0].count; i++) {
        const char *form = key->items[0].forms[i];
        if (near_distance(typed, form) < near_distance(typed, against))
            against = form;
    }
    return diff_make(typed, against, key->strict, DIFF_COLUMNS, arena);
}

static struct tokens question_of(
    const struct rules *rules, const struct key *key, struct arena *arena)
{
    bool list = key->kind == KEY_LIST || key->kind == KEY_SEQUENCE;
    if (key->question == NULL || !(shows_diff(key->kind) || list))
        return (struct tokens){ 0 };
    return tokens_read(key->question, rules->strict, rules->language, arena);
}

/* The first wrong item of a list that is right elsewhere in the deck. */
static void name_other_item(const struct rules *rules, const struct texts *wrong,
    struct judgement *judgement, struct arena *arena)
{
    for (size_t i = 0; judgement->other == NULL && i < wrong->count; i++) {
        struct form form = form_make(rules, wrong->items[i], arena);
        const struct known_answer *other = lexicon_find(rules, &form);
        judgement->other = other != NULL ? other->card : NULL;
    }
}

/* A wrong answer that is right elsewhere in the deck is named as such. */
static void name_other(const struct rules *rules, const struct key *key,
    const char *typed, struct judgement *judgement, struct arena *arena)
{
    if (judgement->verdict != VERDICT_WRONG || !shows_diff(key->kind))
        return;
    struct form form = form_make(rules, typed, arena);
    const struct known_answer *other = lexicon_find(rules, &form);
    if (other == NULL)
        return;
    judgement->other = other->card;
    if (strcmp(judgement->reason, "another answer") == 0)
        judgement->reason = arena_printf(arena, "%s: another answer of this deck",
            text_quote(other->text, strlen(other->text), arena));
}

struct judgement match_judge(const struct key *key, const struct key_context *context,
    const char *typed, struct arena *arena)
{
    struct judgement judgement = { .expected = match_expected(key, arena) };
    struct finding finding;
    const char *text = NULL;
    if (judge_unread(typed, &finding, &text, arena)) {
        judgement.verdict = finding.verdict;
        judgement.reason = finding.reason;
        return judgement;
    }
    if (is_as_written(key, text, arena)) { // most answers: spares the deck's spellings
        judgement.verdict = VERDICT_EXACT;
        judgement.reason = "exactly";
        judgement.share = 1;
        return judgement;
    }
    struct rules rules = rules_make(context, key->strict, arena);
    struct tokens question = question_of(&rules, key, arena);
    rules.question = &question;
    struct outcome outcome = judge_kind(&rules, key, text, arena);
    judgement.verdict = outcome.finding.verdict;
    judgement.reason = outcome.finding.reason;
    judgement.share = outcome.share;
    if (!verdict_is_right(judgement.verdict)) {
        judgement.feedback = feedback_of(&rules, key, text, &outcome.wrong, arena);
        name_other(&rules, key, text, &judgement, arena);
        if (key_has_items(key->kind))
            name_other_item(&rules, &outcome.wrong, &judgement, arena);
    }
    if (shows_diff(key->kind) && judgement.verdict >= VERDICT_CLOSE)
        judgement.diff = diff_of(key, text, &judgement, arena);
    return judgement;
}

bool match_same(
    const char *a, const char *b, const struct key_context *context, unsigned strict)
{
    size_t bad;
    if (!utf8_valid(a, strlen(a), &bad) || !utf8_valid(b, strlen(b), &bad))
        return strcmp(a, b) == 0;
    struct arena arena = { 0 };
    struct rules rules = rules_make(context, strict, &arena);
    struct form x = form_make(&rules, text_trim(a, &arena), &arena);
    struct form y = form_make(&rules, text_trim(b, &arena), &arena);
    bool same = form_same(&rules, &x, &y);
    arena_release(&arena);
    return same;
}

static bool stands_in(const struct tokens *words, const struct tokens *text, size_t at)
{
    for (size_t i = 0; i < words->count; i++) {
        if (!token_same(&words->items[i], &text->items[at + i]))
            return false;
    }
    return true;
}

bool match_holds(const char *text, const char *words, const struct key_context *context)
{
    struct arena arena = { 0 };
    struct rules rules = rules_make(context, 0, &arena);
    struct form whole = form_make(&rules, text, &arena);
    struct form part = form_make(&rules, words, &arena);
    bool holds = false;
    for (size_t at = 0;
         part.tokens.count > 0 && !holds && at + part.tokens.count <= whole.tokens.count;
         at++)
        holds = stands_in(&part.tokens, &whole.tokens, at);
    arena_release(&arena);
    return holds;
}
