/*
 * Where the order of words says nothing: in names, in things linked by "and", and around the
 * comma of "Georgia, western".
 */
#include "match/lenient.h"

#include "match/words.h"

#include <string.h>

static bool relates_anywhere(const struct form *form)
{
    bool between = false, number = false;
    for (size_t i = 0; i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (strcmp(token->text, "between") == 0)
            between = true; // of two places either comes first, of two numbers the less
        else if (word_relates(token->text))
            return true;
        number = number || token->kind != TOKEN_WORD;
    }
    return between && number;
}

enum { NAMES_MAX = 3 };

/* Surname and first name: words with capitals alone. */
static bool is_name(const struct form *form)
{
    for (size_t i = 0; i < form->tokens.count; i++) {
        const struct token *token = &form->tokens.items[i];
        if (token->kind != TOKEN_WORD || !token_has_capital(form, token))
            return false;
    }
    return form->tokens.count <= NAMES_MAX;
}

enum { PART_WORDS = 2 }; // of what is linked: more of them may be a sentence

/* "between" begins a part: what stands before it is no part of the first place. */
static bool parts_here(const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at];
    return word_links(token->text) || word_in("between", token->text) ||
           (at > 0 && token->flags & TOKEN_BROKEN && token->flags & TOKEN_SPACED);
}

/* The number of the linked part that each expected token belongs to; 0: they are no list. */
static size_t linked_parts(const struct form *form, size_t *part_of)
{
    size_t parts = 1, words = 0, most = 0;
    bool linked = false;
    for (size_t j = 0; j < form->tokens.count; j++) {
        const struct token *token = &form->tokens.items[j];
        bool links = word_links(token->text);
        if (parts_here(&form->tokens, j)) {
            parts += words > 0;
            words = 0;
        }
        linked = linked || links;
        words +=
            !links && !word_in("between", token->text) && !word_is_hollow(token->text);
        most = words > most ? words : most;
        part_of[j] = parts;
    }
    return linked && most <= PART_WORDS ? parts : 0;
}

/* What stands before "between" stands before it in both texts. */
static bool keeps_between(const struct pairing *p)
{
    for (size_t i = 0; i < p->typed->tokens.count; i++) {
        if (!word_in("between", pairing_typed(p, i)->text) || pairing_is_lonely(p, i))
            continue;
        for (size_t k = 0; k < p->typed->tokens.count; k++) {
            if (!pairing_is_lonely(p, k) &&
                (k < i) != (p->of_typed[k] < p->of_typed[i]) && k != i)
                return false;
        }
    }
    return true;
}

/* Linked things in another order, the words of each together and in theirs. */
static bool is_list_moved(const struct pairing *p)
{
    size_t part_of[PAIRING_MAX], seen[PAIRING_MAX + 1] = { 0 }, part = 0;
    int last = PAIRING_NONE;
    if (linked_parts(p->expected, part_of) == 0)
        return false;
    for (size_t i = 0; i < p->typed->tokens.count; i++) {
        const char *word = pairing_typed(p, i)->text;
        if (pairing_is_lonely(p, i) || word_links(word) || word_in("between", word))
            continue;
        size_t now = part_of[p->of_typed[i]];
        if (now == part ? p->of_typed[i] < last : seen[now]++ > 0)
            return false;
        part = now;
        last = p->of_typed[i];
    }
    return true;
}

/* "Georgia, western" for "western Georgia" */
static bool is_inverted(const struct pairing *p)
{
    size_t count = p->typed->tokens.count, comma = 0;
    if (count != p->expected->tokens.count || strchr(p->typed->source, ',') == NULL)
        return false;
    for (size_t i = 1; i < count; i++) {
        if (pairing_typed(p, i)->kind != TOKEN_WORD ||
            (pairing_typed(p, i)->flags & TOKEN_BROKEN && comma > 0))
            return false;
        comma = pairing_typed(p, i)->flags & TOKEN_BROKEN ? i : comma;
    }
    for (size_t i = 0; comma > 0 && i < count; i++) {
        if (p->of_typed[(comma + i) % count] != (int)i)
            return false;
    }
    return comma > 0;
}

bool order_is_free(const struct pairing *p)
{
    if (is_inverted(p) || is_name(p->expected))
        return true;
    return !relates_anywhere(p->expected) && !relates_anywhere(p->typed) &&
           is_list_moved(p) && keeps_between(p);
}
