#include "exchange/role.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char *const words_of[ROLE_COUNT] = {
#define X(role, words) [role] = words,
    ROLES(X)
#undef X
};

static const char *skip_joints(const char *text)
{
    return text + strspn(text, " _-");
}

/* Is `name` the word of `len` bytes? */
static bool is_word(const char *name, const char *word, size_t len)
{
    const char *end = word + len;
    for (name = skip_joints(name); word < end; name = skip_joints(name + 1)) {
        word += *word == '_';
        if (tolower((unsigned char)*name) != *word++)
            return false;
    }
    return *name == '\0';
}

enum role role_of(const char *name)
{
    for (int role = 0; role < ROLE_COUNT; role++)
        for (const char *word = words_of[role]; *word != '\0';) {
            size_t len = strcspn(word, " ");
            if (is_word(name, word, len))
                return (enum role)role;
            word += len;
            word += strspn(word, " ");
        }
    return ROLE_NONE;
}

enum role role_of_item(const char *name)
{
    char stem[32];
    size_t len = strlen(name);
    if (len < 2 || len >= sizeof stem ||
        strchr("123456789abcdefABCDEF", name[len - 1]) == NULL)
        return ROLE_NONE;
    memcpy(stem, name, len);
    do
        stem[--len] = '\0';
    while (len > 0 && strchr(" _-", stem[len - 1]) != NULL);
    enum role role = role_of(stem);
    return role == ROLE_OPTIONS || role == ROLE_WRONG ? role : ROLE_NONE;
}
