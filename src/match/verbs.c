/*
 * The forms of English words: regular endings, and the irregular verbs that questions use.
 */
#include "match/words.h"

#include <string.h>

/* The forms of each begin with the same letter. */
static const char *const irregular[] = {
    "become becomes became",
    "begin begins began begun",
    "break breaks broke broken",
    "bring brings brought",
    "build builds built",
    "burn burns burnt",
    "buy buys bought",
    "catch catches caught",
    "choose chooses chose chosen",
    "come comes came",
    "cut cuts",
    "die dies died",
    "do does did done",
    "draw draws drew drawn",
    "fall falls fell fallen",
    "feel feels felt",
    "fight fights fought",
    "find finds found",
    "flee flees fled",
    "get gets got",
    "give gives gave given",
    "go goes gone",
    "grow grows grew grown",
    "have has had",
    "hold holds held",
    "keep keeps kept",
    "know knows knew known",
    "lead leads led",
    "leave leaves left",
    "lose loses lost",
    "make makes made",
    "mean means meant",
    "meet meets met",
    "pay pays paid",
    "rise rises rose risen",
    "say says said",
    "see sees saw seen",
    "seek seeks sought",
    "sell sells sold",
    "send sends sent",
    "speak speaks spoke spoken",
    "stand stands stood",
    "steal steals stole stolen",
    "take takes took taken",
    "teach teaches taught",
    "tell tells told",
    "think thinks thought",
    "win wins won",
    "write writes wrote written",
};

enum { STEM_MIN = 3 };

/* The word without a regular ending or its last e, and of a doubled consonant before it one. */
static size_t stem_length(const char *word)
{
    static const char *const endings[] = { "ing", "ed", "es", "s", "e", "ly" };
    size_t len = strlen(word);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (len < STEM_MIN + size || strcmp(word + len - size, endings[i]) != 0)
            continue;
        len -= size;
        return i < 2 && word[len - 1] == word[len - 2] ? len - 1 : len;
    }
    return len;
}

static bool is_regular(const char *a, const char *b)
{
    size_t len = stem_length(a);
    return len >= STEM_MIN && len == stem_length(b) && strncmp(a, b, len) == 0;
}

bool words_are_forms_of_one(const char *a, const char *b)
{
    if (a[0] != b[0])
        return false;
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        if (irregular[i][0] == a[0] && word_in(irregular[i], a) &&
            word_in(irregular[i], b))
            return true;
    }
    return is_regular(a, b);
}
