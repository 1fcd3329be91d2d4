#include "match/value.h"

#include "base/buf.h"
#include "match/number.h"
#include "match/words.h"

#include <math.h>
#include <string.h>

/* A value as typed: "1,000 lb", "$5", "4 1/2", "-3e8 m/s", "it was about 6,000 men". */
struct quantity {
    bool found, hedged;
    double value;
    struct token number;      // as it was written
    struct tokens unit;       // all tokens but the number's
    size_t before;            // of them: in front of the number
    struct tokens whole_unit; // before it was stripped
};

static bool is_number(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && !(token->flags & TOKEN_ORDINAL);
}

/* The value of a fraction, and how many tokens it takes; 0: there is none. */
static size_t read_fraction(const struct tokens *tokens, size_t at, double *value)
{
    struct fraction fraction;
    size_t count = fraction_read(tokens, at, &fraction);
    if (count > 0)
        *value = number_value(fraction.over) / number_value(fraction.under);
    return count;
}

/* The number at `at`, with a fraction if there is one; the tokens it takes, 0: it is none. */
static size_t read_number(const struct tokens *tokens, size_t at, double *value)
{
    double part = 0;
    size_t count = read_fraction(tokens, at, value);
    if (count > 0)
        return count;
    if (!is_number(&tokens->items[at]))
        return 0;
    *value = number_value(tokens->items[at].text);
    count = read_fraction(tokens, at + 1, &part);
    *value += *value < 0 ? -part : part;
    return 1 + count;
}

/* A number of several tokens as one, with its value and as it was written. */
static struct token number_token(const struct tokens *tokens, size_t at, size_t count,
    double value, struct arena *arena)
{
    struct token token = tokens->items[at];
    for (size_t i = 1; i < count; i++)
        token.written =
            arena_printf(arena, "%s %s", token.written, tokens->items[at + i].written);
    if (count > 1 || token.kind != TOKEN_NUMBER)
        token.text = arena_printf(arena, "%.17g", value);
    return token;
}

/* The 2 of "9.81 m/s2" and of "m/s^2" */
static bool is_exponent_of_unit(const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at], *word = &tokens->items[at - 1];
    return word->kind == TOKEN_WORD && word->from == token->from &&
           (token->flags & (TOKEN_SPACED | TOKEN_BROKEN)) == 0;
}

static struct quantity quantity_of(
    const struct rules *rules, const char *text, struct arena *arena)
{
    struct rules loose =
        rules_with(rules, rules->strict & ~(unsigned)STRICT_PUNCTUATION, arena);
    struct form form = form_make(&loose, text, arena);
    struct quantity q = { 0 };
    if (form.tokens.count == 1 && roman_value(form.tokens.items[0].text) > 0)
        return (struct quantity){ .found = true,
            .value = roman_value(form.tokens.items[0].text),
            .number = form.tokens.items[0] };
    for (size_t i = 0; i < form.tokens.count; i++) {
        const struct token *token = &form.tokens.items[i];
        size_t count = q.found ? 0 : read_number(&form.tokens, i, &q.value);
        if (count > 0) {
            q.found = true;
            q.before = q.unit.count;
            q.number = number_token(&form.tokens, i, count, q.value, arena);
            i += count - 1;
        } else if (is_number(token) && !is_exponent_of_unit(&form.tokens, i)) {
            return (struct quantity){ 0 }; // which of them is meant?
        } else if (q.found || strcmp(token->text, "+") != 0) {
            *tokens_add(&q.unit, arena) = *token;
        }
    }
    return q;
}

/* Words of the card that may stand beside the number: of its other forms, of its question. */
struct own_words {
    const struct tokens *question;
    struct tokens forms;
    bool hedged; // the card itself says "about"
};

static bool has_word(const struct tokens *tokens, const char *word)
{
    for (size_t i = 0; tokens != NULL && i < tokens->count; i++) {
        if (strcmp(tokens->items[i].text, word) == 0)
            return true;
    }
    return false;
}

/* "About how many?", "some 6,000": a hedge in front of a number, or of the asking for one. */
static bool hedges_number(const struct tokens *tokens)
{
    for (size_t i = 0; tokens != NULL && i + 1 < tokens->count; i++) {
        const struct token *next = &tokens->items[i + 1];
        if (word_hedges(tokens->items[i].text) &&
            (next->kind == TOKEN_NUMBER || word_in("how what", next->text)))
            return true;
    }
    return false;
}

static struct own_words own_words_of(
    const struct rules *rules, const struct key *key, struct arena *arena)
{
    struct own_words own = { .question = rules->question,
        .hedged = hedges_number(rules->question) };
    for (size_t i = 1; key->count > 0 && i < key->items[0].count; i++) {
        struct tokens tokens =
            tokens_read(key->items[0].forms[i], 0, rules->language, arena);
        own.hedged = own.hedged || hedges_number(&tokens);
        for (size_t j = 0; j < tokens.count; j++)
            *tokens_add(&own.forms, arena) = tokens.items[j];
    }
    return own;
}

static bool says_nothing(const struct rules *rules, const struct own_words *own,
    const struct token *token, bool before)
{
    if (token->kind != TOKEN_WORD || token->flags & TOKEN_UNIT ||
        word_negates(token->text))
        return false;
    return (word_frames(token->text) && (before || !word_relates(token->text))) ||
           word_in(rules->language->articles, token->text) ||
           (strcmp(token->text, "year") == 0 && before) ||
           (word_in("annually yearly every each per annum", token->text) &&
               has_word(own->question, "year")) ||
           has_word(&own->forms, token->text) || has_word(own->question, token->text);
}

/* "pounds in gold", where gold is asked; "men in all" */
static bool is_in_own_words(
    const struct own_words *own, const struct tokens *unit, size_t at)
{
    if (at + 1 >= unit->count || !word_in("in of", unit->items[at].text))
        return false;
    const char *next = unit->items[at + 1].text;
    return has_word(own->question, next) || has_word(&own->forms, next) ||
           word_in("all total", next);
}

/* Leaves of the unit what it says: neither "it was" nor "about", which is remembered. */
static void strip_unit(const struct rules *rules, const struct own_words *own,
    struct quantity *q, struct arena *arena)
{
    size_t done = 0;
    q->whole_unit = (struct tokens){ 0 };
    for (size_t i = 0; i < q->unit.count; i++)
        *tokens_add(&q->whole_unit, arena) = q->unit.items[i];
    for (size_t i = 0; i < q->unit.count; i++) {
        const struct token *token = &q->unit.items[i];
        bool before = i < q->before;
        q->hedged = q->hedged || (word_hedges(token->text) && before);
        if (is_in_own_words(own, &q->whole_unit, i))
            i++;
        else if (!(word_hedges(token->text) && before) &&
                 !says_nothing(rules, own, token, before))
            q->unit.items[done++] = *token;
    }
    q->unit.count = done;
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

/* "of gold" says more of a unit, "/s", "per second" and the square make another one of it. */
static bool is_said_of_unit(const struct token *token)
{
    return token->kind == TOKEN_WORD && token->flags & TOKEN_SPACED &&
           strcmp(token->text, "per") != 0;
}

/* Equal words, but for singular and plural; "pounds" will do for "pounds of gold". */
static bool unit_fits(const struct tokens *typed, const struct tokens *unit)
{
    if (typed->count > unit->count || (typed->count > 0 && typed->count < unit->count &&
                                          !is_said_of_unit(&unit->items[typed->count])))
        return false;
    for (size_t i = 0; i < typed->count; i++) {
        const char *x = typed->items[i].text, *y = unit->items[i].text;
        if (strcmp(x, y) != 0 && !words_differ_in_number(x, y))
            return false;
    }
    return true;
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
    if (key->unit == NULL)
        return wrong(arena_printf(arena, "the right number, but only it is asked, not %s",
            typed[0] != '\0' ? typed : "that"));
    struct tokens unit = unit_tokens(rules, key->unit, arena);
    if (unit_fits(&q->unit, &unit) || unit_fits(&q->whole_unit, &unit))
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

static bool negates(const struct quantity *q)
{
    for (size_t i = 0; i < q->unit.count; i++) {
        if (word_negates(q->unit.items[i].text))
            return true;
    }
    return false;
}

static struct finding judge_value(const struct rules *rules, const struct key *key,
    const struct quantity *q, struct arena *arena)
{
    if (!value_within(key, q->value))
        return wrong(other_number(rules, key, q, arena));
    struct finding finding = { VERDICT_ACCEPTED, "the same number" };
    if (q->unit.count > 0)
        finding = judge_unit(rules, key, q, arena);
    if (finding.verdict == VERDICT_ACCEPTED && q->hedged)
        return (struct finding){ key->unit != NULL ? VERDICT_PARTIAL : VERDICT_WRONG,
            "the right number, but the answer is exact" };
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

/* A number without a unit may be a year: "in the spring of 551". */
static bool judge_as_date(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena, struct finding *finding)
{
    if (key->unit != NULL || key->tolerance > 0 || key->count == 0)
        return false;
    struct form form = form_make(rules, typed, arena);
    struct target target = target_make(rules, &key->items[0], key->literal, arena);
    *finding = dates_judge(rules, &target, &form, arena);
    return finding->reason != NULL;
}

struct finding value_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct finding finding;
    if (judge_as_text(rules, key, typed, arena, &finding))
        return finding;
    if (judge_as_date(rules, key, typed, arena, &finding))
        return finding;
    struct quantity q = quantity_of(rules, typed, arena);
    struct own_words own = own_words_of(rules, key, arena);
    if (!q.found)
        return wrong("one number is asked");
    strip_unit(rules, &own, &q, arena);
    if (negates(&q))
        return wrong("that says what it is not");
    q.hedged = q.hedged && !own.hedged && key->tolerance == 0;
    return judge_value(rules, key, &q, arena);
}

bool value_same(
    const struct rules *rules, const char *a, const char *b, struct arena *arena)
{
    struct quantity x = quantity_of(rules, a, arena), y = quantity_of(rules, b, arena);
    return x.found && y.found && x.value == y.value &&
           (unit_fits(&x.unit, &y.unit) || unit_fits(&y.unit, &x.unit));
}
