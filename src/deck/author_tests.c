/*
 * The author's own tests of a card, run against the judge.
 */
#include "deck/fields.h"

#include "match/judge.h"

static const char *const names[] = { "accept", "reject" };

bool tests_keep(struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *lists[2] = { 0 }, *test;
    const cJSON *tests = fields->own[FIELD_TESTS];
    if (tests == NULL)
        return true;
    if (!object_collect(loader, tests, "\"tests\"", names, lists, 2))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (lists[i] != NULL && !cJSON_IsArray(lists[i]))
            return complain(loader, CODE_TYPE, lists[i],
                "\"%s\" of \"tests\" must be an array of texts", names[i]);
        cJSON_ArrayForEach(test, lists[i]) if (!cJSON_IsString(test)) return complain(
            loader, CODE_TYPE, test, "a test is a text, not %s", json_type_words(test));
    }
    note->tests = tests;
    return true;
}

static void run_test(
    struct loader *loader, const struct card *card, const cJSON *test, bool should_pass)
{
    struct arena scratch = { 0 };
    struct judgement got =
        match_judge(&card->key, &loader->deck->context, test->valuestring, &scratch);
    if (verdict_is_right(got.verdict) != should_pass)
        complain(loader, CODE_TEST, test,
            "test fails: \"%s\" is judged %s (%s), but should %s", test->valuestring,
            verdict_word(got.verdict), got.reason, should_pass ? "pass" : "not pass");
    arena_release(&scratch);
}

void deck_test(struct deck *deck, struct diags *diags)
{
    struct json json = {
        .source = { .name = deck->path,
            .text = buf_text(&deck->text),
            .len = deck->text.len },
    };
    struct loader loader = { .deck = deck, .json = &json, .diags = diags };
    size_t errors = diags->errors;
    for (size_t i = 0; i < deck->note_count; i++)
        for (size_t list = 0; list < 2; list++) {
            const struct note *note = &deck->notes[i];
            const cJSON *test;
            cJSON_ArrayForEach(
                test, cJSON_GetObjectItemCaseSensitive(note->tests, names[list]))
                run_test(&loader, &deck->cards[note->first_card], test, list == 0);
        }
    deck->problems += diags->errors - errors;
}
