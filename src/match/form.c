#include "match/form.h"

#include "base/buf.h"
#include "match/date.h"
#include "match/lexicon.h"
#include "match/number.h"
#include "match/words.h"

#include <string.h>
#include <strings.h>

/* --- names ----------------------------------------------------------------------------- */

static const char *joined(const struct token *tokens, size_t count, struct arena *arena)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < count; i++)
        buf_add(&text, tokens[i].text);
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

static size_t add_names(struct name *names, const struct spelling *spelling,
    const struct rules *rules, struct arena *arena)
{
    size_t count = 0;
    const char *text = NULL;
    for (size_t i = 0; i < spelling->count; i++) {
        struct tokens tokens =
            tokens_read(spelling->forms[i], rules->strict, rules->language, arena);
        if (tokens.count == 0)
            continue;
        const char *letters = joined(tokens.items, tokens.count, arena);
        text = text != NULL ? text : letters;
        names[count++] = (struct name){ tokens.items, tokens.count, text, letters,
            spelling->forms[i], 0 };
    }
    return count;
}

static size_t head_of(const struct token *token)
{
    return (unsigned char)token->text[0] % NAME_HEADS;
}

/* Chains the names by their first byte, in their order. */
static void chain_names(struct rules *rules, struct name *names)
{
    for (size_t i = rules->name_count; i-- > 0;) {
        size_t *head = &rules->first_name[head_of(&names[i].tokens[0])];
        names[i].next = *head;
        *head = i + 1;
    }
}

struct rules rules_compile(
    const struct key_context *context, unsigned strict, struct arena *arena)
{
    struct rules rules = { .strict = strict,
        .articles = strict == STRICT_ALL,
        .context = context,
        .language = language_of(context != NULL ? context->language : NULL) };
    size_t forms = 0;
    for (size_t i = 0; context != NULL && i < context->spelling_count; i++)
        forms += context->spellings[i].count;
    if (forms == 0)
        return rules;
    struct name *names = arena_alloc(arena, forms * sizeof *names);
    for (size_t i = 0; i < context->spelling_count; i++)
        rules.name_count +=
            add_names(names + rules.name_count, &context->spellings[i], &rules, arena);
    rules.names = names;
    chain_names(&rules, names);
    return rules;
}

struct rules rules_make(
    const struct key_context *context, unsigned strict, struct arena *arena)
{
    if (context == NULL || context->lexicon == NULL)
        return rules_compile(context, strict, arena);
    return *lexicon_rules(context->lexicon, context, strict);
}

struct rules rules_with(const struct rules *rules, unsigned strict, struct arena *arena)
{
    if (strict == rules->strict)
        return *rules;
    struct rules other = rules_make(rules->context, strict, arena);
    other.articles = rules->articles && strict != 0;
    return other;
}

static bool stands_at(const struct name *name, const struct tokens *tokens, size_t at)
{
    if (at >= tokens->count || name->count > tokens->count - at)
        return false;
    for (size_t i = 0; i < name->count; i++) {
        if (!token_same(&name->tokens[i], &tokens->items[at + i]))
            return false;
    }
    return true;
}

/* The name of most tokens at that place; the first of equals; NULL: none. */
static const struct name *name_at(
    const struct rules *rules, const struct tokens *tokens, size_t at)
{
    const struct name *best = NULL;
    size_t i = rules->first_name[head_of(&tokens->items[at])];
    for (; i > 0; i = rules->names[i - 1].next) {
        const struct name *name = &rules->names[i - 1];
        if ((best == NULL || name->count > best->count) && stands_at(name, tokens, at))
            best = name;
    }
    return best;
}

/*
 * Tokens of the name at `at`, and of names of its group that begin within it and end behind
 * it: "Emperor Justinian I" is both "Emperor Justinian" and "Justinian I".
 */
static size_t tokens_of_name(const struct rules *rules, const struct tokens *tokens,
    size_t at, const struct name *name)
{
    size_t count = name->count;
    for (size_t k = 1; k < name->count; k++) {
        for (size_t i = 0; i < rules->name_count; i++) {
            const struct name *other = &rules->names[i];
            if (other->text == name->text && k + other->count > count &&
                stands_at(other, tokens, at + k))
                count = k + other->count;
        }
    }
    return count;
}

static void replace_names(const struct rules *rules, struct tokens *tokens)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct name *name = name_at(rules, tokens, i);
        if (name != NULL) {
            size_t count = tokens_of_name(rules, tokens, i, name);
            struct token *token = tokens_merge(tokens, &i, count);
            token->kind = TOKEN_WORD;
            token->text = name->text;
            token->written = name->written;
            token->flags |= TOKEN_SPELLED;
        }
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}

/* --- units ----------------------------------------------------------------------------- */

enum { UNIT_TOKENS = 3, UNIT_BYTES = 48 };

/* The unit written in exactly `count` tokens at that place, NULL if there is none. */
static const char *unit_of(const struct tokens *tokens, size_t at, size_t count)
{
    char word[UNIT_BYTES] = "";
    size_t len = 0;
    if (count > tokens->count - at)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *written = tokens->items[at + i].written;
        size_t size = strlen(written);
        if (len + size >= sizeof word)
            return NULL;
        memcpy(word + len, written, size + 1);
        len += size;
    }
    return unit_names(word);
}

static void replace_units(struct tokens *tokens, struct arena *arena)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        bool counted = done > 0 && tokens->items[done - 1].kind == TOKEN_NUMBER &&
                       !(tokens->items[done - 1].flags & TOKEN_ORDINAL);
        for (size_t count = counted ? UNIT_TOKENS : 0; count > 0; count--) {
            const char *row = unit_of(tokens, i, count);
            if (row == NULL)
                continue;
            const char *written = joined(&tokens->items[i], count, arena);
            struct token *token = tokens_merge(tokens, &i, count);
            token->kind = TOKEN_WORD;
            token->text = arena_strndup(arena, row, strcspn(row, " "));
            token->written = written;
            token->flags = (token->flags & (TOKEN_SPACED | TOKEN_BROKEN)) | TOKEN_UNIT;
            break;
        }
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}

/* --- the form -------------------------------------------------------------------------- */

/* In "A minor" and "A level" the letter is a name. */
static bool is_letter_name(const struct token *article, const struct token *next)
{
    return word_in("a", article->text) &&
           word_in("flat level levels major minor sharp", next->text);
}

/* Before these an article is cut short: "l'eau", typed as "l eau" too. */
static const char vowels[] = "aeiouyh";

static bool begins_with_article(const struct rules *rules, const struct tokens *tokens)
{
    if (tokens->count < 2 || rules->articles)
        return false;
    const struct token *first = &tokens->items[0], *next = &tokens->items[1];
    if (first->kind != TOKEN_WORD || first->flags & TOKEN_SPELLED ||
        next->kind == TOKEN_SIGN)
        return false;
    bool cut_short = first->flags & TOKEN_ELIDED || strchr(vowels, next->text[0]) != NULL;
    if (cut_short && word_in(rules->language->elided, first->text))
        return true;
    return (next->flags & (TOKEN_SPACED | TOKEN_BROKEN)) == TOKEN_SPACED &&
           word_in(rules->language->articles, first->text) &&
           !is_letter_name(first, next);
}

/* Marks that no folded text holds: they fence numbers and dates off and tell 6th from 6. */
enum { FENCE = 0x1F, ORDINAL_FENCE = 0x1E, DATE_FENCE = 0x1D };

static char fence_of(const struct token *token)
{
    if (token->kind == TOKEN_DATE)
        return DATE_FENCE;
    if (token->kind != TOKEN_NUMBER)
        return '\0';
    return token->flags & TOKEN_ORDINAL ? ORDINAL_FENCE : FENCE;
}

static void write_form(struct form *form, unsigned strict, struct arena *arena)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (strict & STRICT_PUNCTUATION && token->flags & TOKEN_SPACED && i > 0)
            buf_add_char(&text, ' ');
        char fence = fence_of(token);
        if (fence != '\0')
            buf_add_char(&text, fence);
        buf_add(&text, token->text);
        if (fence != '\0')
            buf_add_char(&text, FENCE);
    }
    form->len = text.len;
    form->text = arena_strdup(arena, buf_text(&text));
    buf_release(&text);
}

/* "a third" and "half" are written as "1/3" and "1/2" are. */
static void write_fraction(
    struct form *form, const struct fraction *fraction, struct arena *arena)
{
    form->text = arena_printf(arena, "%c%s%c/%c%s%c", FENCE, fraction->over, FENCE, FENCE,
        fraction->under, FENCE);
    form->len = strlen(form->text);
}

struct form form_make(const struct rules *rules, const char *text, struct arena *arena)
{
    struct form form = { .source = text };
    struct fraction fraction = { .words = false };
    form.tokens = tokens_read(text, rules->strict, rules->language, arena);
    replace_names(rules, &form.tokens);
    if (!(rules->strict & STRICT_PUNCTUATION)) {
        struct date_reader reader = { text, rules->language->tag, rules->forgiving,
            (rules->strict & STRICT_CASE) != 0 };
        form.date = dates_join(&reader, &form.tokens, arena);
        replace_units(&form.tokens, arena);
    }
    bool is_fraction = form.tokens.count > 0 && rules->language->english &&
                       fraction_read(&form.tokens, 0, &fraction) == form.tokens.count;
    if (begins_with_article(rules, &form.tokens)) {
        form.article = form.tokens.items[0].text;
        form.tokens.items++;
        form.tokens.count--;
    }
    if (is_fraction && fraction.words)
        write_fraction(&form, &fraction, arena);
    else
        write_form(&form, rules->strict, arena);
    return form;
}

static bool forms_equal(const struct form *a, const struct form *b)
{
    if (a->len == 0 || b->len == 0) // nothing that can be compared, as a lone accent
        return a->len == b->len && text_identical(a->source, b->source);
    if (a->date != NULL && b->date != NULL && date_same(a->date, b->date))
        return true;
    return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

bool form_articles_differ(
    const struct rules *rules, const struct form *a, const struct form *b)
{
    return a->article != NULL && b->article != NULL &&
           articles_clash(rules->language, a->article, b->article);
}

/* Written alike but for case: "cl-" loses the sign that tells the ion "Cl-" by its capital. */
static bool differ_in_case(
    const struct rules *rules, const struct form *a, const struct form *b)
{
    return !(rules->strict & STRICT_CASE) && strcasecmp(a->source, b->source) == 0;
}

bool form_same(const struct rules *rules, const struct form *a, const struct form *b)
{
    return (forms_equal(a, b) && !form_articles_differ(rules, a, b)) ||
           differ_in_case(rules, a, b);
}

bool form_articles_clash(
    const struct rules *rules, const struct form *a, const struct form *b)
{
    return forms_equal(a, b) && form_articles_differ(rules, a, b);
}
