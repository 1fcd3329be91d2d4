/*
 * Names of answers: each word of a name that says which one it is must stand there, or a word of
 * the same family.
 */
#include "draft/claim.h"

#include <string.h>

/* Endings by which names become adjectives, peoples, plurals. */
static const struct {
    const char *name, *other;
} endings[] = { { "", "s" }, { "", "es" }, { "a", "an" }, { "a", "ans" }, { "y", "ian" },
    { "y", "ians" }, { "e", "an" }, { "e", "ans" }, { "", "ic" }, { "um", "ine" },
    { "um", "ines" }, { "ine", "ines" }, { "an", "ans" }, { "", "ish" }, { "", "ese" } };

static bool is_derived(const char *name, const char *word)
{
    size_t len = strlen(name), size = strlen(word);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t from = strlen(endings[i].name), to = strlen(endings[i].other);
        if (len > from + 2 && size > to && len - from == size - to &&
            strcmp(name + len - from, endings[i].name) == 0 &&
            strcmp(word + size - to, endings[i].other) == 0 &&
            strncmp(name, word, len - from) == 0)
            return true;
    }
    return false;
}

/* Do the spots have a word of the same family? */
static bool is_family_near(const struct claim *claim, const char *name)
{
    for (size_t i = 0; i < claim->spots->count; i++) {
        const struct spot *spot = &claim->spots->items[i];
        const struct mentions *words = &spot->document->evidence.words;
        size_t count, first = mentions_within(words, spot->range, &count);
        for (size_t k = first; k < first + count; k++)
            if (is_derived(name, words->items[k].text) ||
                is_derived(words->items[k].text, name))
                return true;
    }
    return false;
}

/* A word of a name that says which one it is. */
static bool is_telling(const char *word)
{
    return word[0] != '\0' && word[1] != '\0' && !word_is_hollow(word) &&
           !word_relates(word) && !word_is_title(word) && !word_is_sort(word) &&
           strspn(word, "ivx") != strlen(word);
}

static bool is_word_said(const struct claim *claim, const char *word)
{
    return claim_is_near(claim, SOUGHT_WORD, word) || is_family_near(claim, word);
}

/* Is the answer a sentence, so that its first word has a capital whatever it is? */
static bool is_prose(const struct claim *claim)
{
    size_t len = strlen(claim->text);
    return claim->ground->prose || claim->card->note->self ||
           (len > 0 && strchr(".!?", claim->text[len - 1]) != NULL);
}

/* The first telling word of a name that is not said; NULL: all are. */
static const char *missing_word(const struct claim *claim, const struct fact *fact)
{
    bool opens = fact->from == 0 && !fact->spelled && is_prose(claim);
    const char *at = fact->text + (opens ? strcspn(fact->text, " ") : 0);
    while (*at != '\0') {
        size_t len = strcspn(at, " ");
        const char *word = arena_strndup(claim->arena, at, len);
        if (is_telling(word) && !is_word_said(claim, word))
            return word;
        at += len + (at[len] == ' ');
    }
    return NULL;
}

/* In German nouns have capitals, too. */
static bool is_certain(const struct claim *claim, const struct fact *fact)
{
    return fact->spelled || strcmp(claim->ground->rules.language->tag, "de") != 0;
}

void claim_check_name(const struct claim *claim, const struct fact *fact)
{
    const char *word = is_certain(claim, fact) ? missing_word(claim, fact) : NULL;
    if (word != NULL)
        claim_tell_missing(claim, fact, SOUGHT_WORD, word);
}
