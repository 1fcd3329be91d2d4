/*
 * A paper and its marking for programs.
 */
#include "cmd/quiz.h"

#include "cmd/card.h"

static void add_marking(cJSON *object, const struct paper_item *item)
{
    bool done = item->answered;
    json_add_text(object, "typed", done ? item->typed : NULL);
    json_add_text(object, "verdict", done ? verdict_word(item->judgement.verdict) : NULL);
    json_add_text(object, "reason", done ? item->judgement.reason : NULL);
    json_add_text(object, "feedback", done ? item->judgement.feedback : NULL);
    cJSON_AddNumberToObject(object, "mark", item->mark);
    cJSON_AddNumberToObject(
        object, "seconds", (double)item->answer_ms / (double)SECOND_MS);
    cJSON_AddBoolToObject(object, "hinted", item->hinted);
    cJSON_AddBoolToObject(object, "reached", done);
}

static cJSON *question_json(const struct paper *paper, size_t at, bool marked)
{
    const struct paper_item *item = &paper->items[at];
    const struct card *card = paper_card(paper, at);
    const struct key *key = &item->key;
    struct arena arena = { 0 };
    cJSON *object = cJSON_CreateObject();
    json_add_text(object, "card", card->name);
    json_add_text(object, "kind", key_kind_word(item->made ? key->kind : card->kind));
    json_add_text(object, "question", card->question);
    json_add_texts(object, "choices", key->options, key->option_count);
    json_add_texts(object, "items", key->lefts, key->kind == KEY_PAIRS ? key->count : 0);
    json_add_text(object, "answer", match_expected(key, &arena));
    json_add_text(object, "note", card->note->remark);
    cJSON_AddItemToObject(object, "source", source_json(card->note));
    cJSON_AddItemToObject(object, "tags", tags_json(card->note));
    if (marked)
        add_marking(object, item);
    arena_release(&arena);
    return object;
}

static void add_score(cJSON *object, const struct score *score)
{
    cJSON_AddNumberToObject(object, "marks", score->marks);
    cJSON_AddNumberToObject(object, "of", (double)score->of);
    cJSON_AddNumberToObject(object, "percent", score_percent(score));
    cJSON_AddNumberToObject(object, "right", (double)score->right);
    cJSON_AddNumberToObject(object, "partial", (double)score->partial);
    cJSON_AddNumberToObject(object, "wrong", (double)score->wrong);
    cJSON_AddNumberToObject(object, "not_reached", (double)(score->of - score->answered));
}

static cJSON *total_json(const struct quiz *quiz)
{
    struct score total = paper_total(&quiz->paper);
    const struct opt_number *pass = &quiz->options->pass;
    cJSON *object = cJSON_CreateObject();
    add_score(object, &total);
    cJSON_AddItemToObject(object, "pass",
        pass->given ? cJSON_CreateNumber((double)pass->value) : cJSON_CreateNull());
    cJSON_AddItemToObject(object, "passed",
        pass->given ? cJSON_CreateBool(quiz_passed(quiz)) : cJSON_CreateNull());
    cJSON_AddNumberToObject(object, "seconds",
        (double)(quiz->ended_ms - quiz->started_ms) / (double)SECOND_MS);
    cJSON_AddBoolToObject(object, "time_up", quiz->end == LINE_LATE);
    cJSON_AddBoolToObject(object, "recorded", quiz->records);
    return object;
}

static cJSON *parts_json(const char *key, const struct part *parts, size_t count)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++) {
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, key, parts[i].name);
        add_score(one, &parts[i].score);
        cJSON_AddItemToArray(list, one);
    }
    return list;
}

cJSON *quiz_json(const struct quiz *quiz, bool marked)
{
    const struct paper *paper = &quiz->paper;
    struct arena arena = { 0 };
    size_t count;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "seed", (double)quiz->seed);
    cJSON *questions = cJSON_AddArrayToObject(root, "questions");
    for (size_t i = 0; i < paper->count; i++)
        cJSON_AddItemToArray(questions, question_json(paper, i, marked));
    if (marked) {
        cJSON_AddItemToObject(root, "score", total_json(quiz));
        const struct part *parts = paper_by_deck(paper, &arena, &count);
        cJSON_AddItemToObject(root, "decks", parts_json("id", parts, count));
        parts = paper_by_tag(paper, &arena, &count);
        cJSON_AddItemToObject(root, "tags", parts_json("tag", parts, count));
    }
    arena_release(&arena);
    return root;
}
