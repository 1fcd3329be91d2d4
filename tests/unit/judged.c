#include "judged.h"

#include "test.h"

#include <string.h>

size_t split_parts(
    const char *text, char separator, const char **parts, struct arena *arena)
{
    size_t count = 0;
    for (;;) {
        const char *end = strchr(text, separator);
        size_t len = end != NULL ? (size_t)(end - text) : strlen(text);
        assert_true(count < PARTS_MAX);
        parts[count++] = arena_strndup(arena, text, len);
        if (end == NULL)
            return count;
        text = end + 1;
    }
}

void make_items(struct made *made, const char *text, char separator, struct arena *arena)
{
    const char *items[PARTS_MAX];
    made->key.items = made->items;
    made->key.count = split_parts(text, separator, items, arena);
    for (size_t i = 0; i < made->key.count; i++)
        made->items[i] = (struct key_item){ made->forms[i],
            split_parts(items[i], '|', made->forms[i], arena) };
}

static const char *const khusrau[] = { "Khusrau", "Khosrow", "Chosroes" };
static const char *const daras[] = { "Daras", "Dara" };
static const char *const city[] = { "Constantinople", "New Rome", "Byzantion" };
static const struct spelling spellings[] = { { khusrau, 3 }, { daras, 2 }, { city, 3 } };

struct key_context context_of(const char *language)
{
    return (struct key_context){
        .spellings = spellings, .spelling_count = 3, .language = language
    };
}

void check_judgement(const struct judgement *got, enum verdict verdict,
    const char *reason, const char *expected, const char *typed)
{
    if (got->verdict != verdict || strcmp(got->reason, reason) != 0)
        print_error("%s <- %s\n    got  %s: %s\n    want %s: %s\n", expected, typed,
            verdict_word(got->verdict), got->reason, verdict_word(verdict), reason);
    assert_int_equal(got->verdict, verdict);
    assert_string_equal(got->reason, reason);
    assert_non_null(got->expected);
}
