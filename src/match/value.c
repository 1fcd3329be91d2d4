#include "match/value.h"

#include "base/buf.h"
#include "match/number.h"
#include "match/words.h"

#include <math.h>
#include <string.h>

/* A value as typed: "1,000 lb", "$5", "4 1/2", "-3e8 m/s". */
struct quantity {
    bool found;
    double value;
    struct token number; // as it was written
    struct tokens unit;  // all tokens but the number's
};

static const struct token *token_at(const struct tokens *tokens, size_t at)
{
    return at < tokens->count ? &tokens->items[at] : NULL;
}

static bool is_number(const struct token *token)
{
    return token != NULL && token->kind == TOKEN_NUMBER &&
           !(token->flags & TOKEN_ORDINAL);
}

/* "1/2": the value, and how many tokens it takes; 0: there is no fraction. */
static size_t read_fraction(const struct tokens *tokens, size_t at, double *value)
{
    const struct token *over = token_at(tokens, at), *slash = token_at(tokens, at + 1);
    const struct token *under = token_at(tokens, at + 2);
    if (!is_number(over) || slash == NULL || strcmp(slash->text, "/") != 0 ||
        !is_number(under) || number_value(under->text) == 0)
        return 0;
    *value = number_value(over->text) / number_value(under->text);
    return 3;
}

/* The number at `at`, with a fraction if there is one; returns the tokens that it takes. */
static size_t read_number(const struct tokens *tokens, size_t at, double *value)
{
    double part = 0;
    size_t count = read_fraction(tokens, at, value);
    if (count > 0)
        return count;
    *value = number_value(tokens->items[at].text);
    count = read_fraction(tokens, at + 1, &part);
    *value += *value < 0 ? -part : part;
    return 1 + count;
}

static struct quantity quantity_of(
    const struct rules *rules, const char *text, struct arena *arena)
{
    struct rules loose =
        rules_with(rules, rules->strict & ~(unsigned)STRICT_PUNCTUATION, arena);
    struct form form = form_make(&loose, text, arena);
    struct quantity q = { 0 };
    for (size_t i = 0; i < form.tokens.count; i++) {
        const struct token *token = &form.tokens.items[i];
        if (is_number(token) && !q.found) {
            q.found = true;
            q.number = *token;
            i += read_number(&form.tokens, i, &q.value) - 1;
        } else if (is_number(token)) {
            return (struct quantity){ 0 }; // which of them is meant?
        } else if (q.found || strcmp(token->text, "+") != 0) {
            *tokens_add(&q.unit, arena) = *token;
        }
    }
    return q;
}

/* A unit as it reads behind a number. */
static struct tokens unit_tokens(
    const struct rules *rules, const char *unit, struct arena *arena)
{
    struct quantity q = quantity_of(rules, arena_printf(arena, "1 %s", unit), arena);
    return q.unit;
}

static const char *unit_text(const struct tokens *unit, struct arena *arena)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < unit->count; i++) {
        if (i > 0 && unit->items[i].flags & TOKEN_SPACED)
            buf_add_char(&text, ' ');
        buf_add(&text, unit->items[i].written);
    }
    const char *copy = text_quote(buf_text(&text), text.len, arena);
    buf_release(&text);
    return copy;
}

/* Equal words, but for singular and plural; "pounds" will do for "pounds of gold". */
static bool unit_fits(const struct tokens *typed, const struct tokens *unit)
{
    if (typed->count > unit->count)
        return false;
    for (size_t i = 0; i < typed->count; i++) {
        const char *x = typed->items[i].text, *y = unit->items[i].text;
        if (strcmp(x, y) != 0 && !words_differ_in_number(x, y))
            return false;
    }
    return true;
}

/* "AD 546" is the year 546. */
static bool is_era(const struct quantity *q)
{
    char word[8] = "";
    for (size_t i = 0; i < q->unit.count; i++) {
        if (strlen(word) + strlen(q->unit.items[i].text) >= sizeof word)
            return false;
        strcat(word, q->unit.items[i].text);
    }
    return q->value > 0 && word_in("ad ce", word);
}

static bool value_within(const struct key *key, double value)
{
    double off = fabs(value - key->number);
    double slack = 1e-12 * (fabs(key->number) + key->tolerance); // of decimals as binary
    return value == key->number || (key->tolerance > 0 && off <= key->tolerance + slack);
}

static struct finding wrong(const char *reason)
{
    return (struct finding){ VERDICT_WRONG, reason };
}

static struct finding judge_unit(const struct rules *rules, const struct key *key,
    const struct quantity *q, struct arena *arena)
{
    const char *typed = unit_text(&q->unit, arena);
    if (key->unit == NULL) {
        if (is_era(q))
            return (struct finding){ VERDICT_ACCEPTED, "the same number" };
        return wrong(arena_printf(arena, "the right number, but only it is asked, not %s",
            typed[0] != '\0' ? typed : "that"));
    }
    struct tokens unit = unit_tokens(rules, key->unit, arena);
    if (unit_fits(&q->unit, &unit))
        return (struct finding){ VERDICT_ACCEPTED, "the same number" };
    return wrong(arena_printf(arena, "another unit: %s is not %s", typed,
        text_quote(key->unit, strlen(key->unit), arena)));
}

static const char *other_number(const struct rules *rules, const struct key *key,
    const struct quantity *q, struct arena *arena)
{
    struct quantity expected = { 0 };
    if (key->count > 0)
        expected = quantity_of(rules, key->items[0].forms[0], arena);
    if (!expected.found)
        return "another number";
    return number_difference(&q->number, &expected.number, arena);
}

static struct finding judge_value(const struct rules *rules, const struct key *key,
    const struct quantity *q, struct arena *arena)
{
    if (!value_within(key, q->value))
        return wrong(other_number(rules, key, q, arena));
    struct finding finding = { VERDICT_ACCEPTED, "the same number" };
    if (q->unit.count > 0)
        finding = judge_unit(rules, key, q, arena);
    if (finding.verdict == VERDICT_ACCEPTED && q->value != key->number)
        finding.reason = arena_printf(arena, "near enough: within %g", key->tolerance);
    return finding;
}

/* As shown, or another form that the author accepts? */
static bool judge_as_text(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena, struct finding *finding)
{
    const char *shown = text_trim(match_expected(key, arena), arena);
    bool exact = text_identical(typed, shown);
    for (size_t i = 0; !exact && i < key->count; i++)
        exact = text_identical(typed, text_trim(key->items[i].forms[0], arena));
    if (exact) {
        *finding = (struct finding){ VERDICT_EXACT, "exactly" };
        return true;
    }
    struct form form = form_make(rules, typed, arena);
    for (size_t i = 0; i < key->count; i++) {
        struct target target = target_make(rules, &key->items[i], key->literal, arena);
        const struct variant *variant = target_find(rules, &target, &form);
        if (variant == NULL)
            continue;
        *finding = target_accept(rules, &target, variant, &form, arena);
        return true;
    }
    return false;
}

struct finding value_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct finding finding;
    if (judge_as_text(rules, key, typed, arena, &finding))
        return finding;
    struct quantity q = quantity_of(rules, typed, arena);
    if (!q.found)
        return wrong("one number is asked");
    return judge_value(rules, key, &q, arena);
}

bool value_same(
    const struct rules *rules, const char *a, const char *b, struct arena *arena)
{
    struct quantity x = quantity_of(rules, a, arena), y = quantity_of(rules, b, arena);
    return x.found && y.found && x.value == y.value &&
           (unit_fits(&x.unit, &y.unit) || unit_fits(&y.unit, &x.unit));
}
