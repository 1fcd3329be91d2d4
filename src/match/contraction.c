/*
 * "didn't" and "didnt" read as "did not" does: as letters without a gap between them.
 */
#include "match/token.h"

#include <string.h>

/* "did" of "didn"; NULL: it takes no "n't" */
static const char *without_nt(const char *word, size_t len, struct arena *arena)
{
    static const char *const verbs =
        "do does did is are was were have has had could would should might must need ai";
    if (len == 3 && memcmp(word, "can", 3) == 0)
        return "can";
    if (len == 3 && memcmp(word, "won", 3) == 0)
        return "will";
    if (len < 3 || word[len - 1] != 'n')
        return NULL;
    const char *verb = arena_strndup(arena, word, len - 1);
    return word_in(verbs, verb) ? verb : NULL;
}

void tokens_join_contractions(struct tokens *tokens, struct arena *arena)
{
    size_t done = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        struct token *token = &tokens->items[i];
        size_t len = strlen(token->text);
        bool apart = token->flags & TOKEN_ELIDED && i + 1 < tokens->count &&
                     strcmp(tokens->items[i + 1].text, "t") == 0;
        bool together = len > 3 && strcmp(token->text + len - 2, "nt") == 0;
        const char *verb = NULL;
        if (token->kind == TOKEN_WORD && (apart || together))
            verb = without_nt(token->text, apart ? len : len - 1, arena);
        if (verb != NULL) {
            token = tokens_merge(tokens, &i, apart ? 2 : 1);
            token->text = arena_printf(arena, "%snot", verb);
        }
        tokens->items[done++] = tokens->items[i];
    }
    tokens->count = done;
}
