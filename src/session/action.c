#include "session/action.h"

#include "base/near.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const words[] = {
#define X(action, word, key) word,
    ACTIONS(X)
#undef X
};

const struct action_keys action_keys_default = { {
#define X(action, word, key) key,
    ACTIONS(X)
#undef X
} };

enum action action_of(const struct action_keys *keys, const char *pressed)
{
    int action = 0;
    while (action < ACTION_COUNT && strcmp(keys->key[action], pressed) != 0)
        action++;
    return (enum action)action;
}

enum action action_of_word(const char *word)
{
    int action = 0;
    while (action < ACTION_COUNT && strcmp(words[action], word) != 0)
        action++;
    return (enum action)action;
}

/*
 * One character that can be seen: Space, Enter and ':' have their meaning, ESC begins others.
 */
static bool is_key(const char *text)
{
    uint32_t character;
    size_t len = strlen(text), size = utf8_next(text, len, &character);
    return size > 0 && size == len && !utf8_acts(character) &&
           !utf8_is_space(character) && character != ':';
}

/* The first member whose key another action has, too; NULL: none. */
static const cJSON *clash(const cJSON *object, const struct action_keys *keys,
    enum action *mine, enum action *other)
{
    const cJSON *member;
    cJSON_ArrayForEach(member, object)
    {
        *mine = action_of_word(member->string);
        for (int i = 0; i < ACTION_COUNT; i++)
            if (i != (int)*mine && strcmp(keys->key[i], keys->key[*mine]) == 0) {
                *other = (enum action)i;
                return member;
            }
    }
    return NULL;
}

static void name_no_action(const char *word, char why[ACTION_WHY_TEXT])
{
    const char *near = near_best(word, words, ACTION_COUNT);
    if (near != NULL)
        snprintf(why, ACTION_WHY_TEXT, "no action \"%.40s\"; did you mean \"%s\"?", word,
            near);
    else
        snprintf(
            why, ACTION_WHY_TEXT, "no action \"%.40s\"; quaestor(1) lists them", word);
}

static bool read_key(
    const cJSON *member, struct action_keys *keys, char why[ACTION_WHY_TEXT])
{
    enum action action = action_of_word(member->string);
    if (action == ACTION_NONE) {
        name_no_action(member->string, why);
        return false;
    }
    if (!cJSON_IsString(member) || !is_key(member->valuestring)) {
        snprintf(why, ACTION_WHY_TEXT,
            "the key of \"%s\" must be a single character in a text, as \"z\"",
            member->string);
        return false;
    }
    memcpy(keys->key[action], member->valuestring, strlen(member->valuestring) + 1);
    return true;
}

bool action_keys_read(const cJSON *object, struct action_keys *keys, const cJSON **bad,
    char why[ACTION_WHY_TEXT])
{
    enum action mine, other;
    const cJSON *member;
    *bad = object;
    snprintf(why, ACTION_WHY_TEXT,
        "\"keys\" must be an object of actions and keys, as { \"undo\": \"z\" }");
    if (!cJSON_IsObject(object))
        return false;
    cJSON_ArrayForEach(member, object)
    {
        *bad = member;
        if (!read_key(member, keys, why))
            return false;
    }
    *bad = clash(object, keys, &mine, &other);
    if (*bad == NULL)
        return true;
    snprintf(why, ACTION_WHY_TEXT,
        "\"%s\" and \"%s\" cannot both have the key \"%s\"; give one of them another",
        words[mine], words[other], keys->key[mine]);
    return false;
}

cJSON *action_keys_json(const struct action_keys *keys)
{
    cJSON *object = cJSON_CreateObject();
    for (int i = 0; i < ACTION_COUNT; i++)
        if (strcmp(keys->key[i], action_keys_default.key[i]) != 0)
            cJSON_AddStringToObject(object, words[i], keys->key[i]);
    return object;
}
