#include "cmd/card.h"

#include "session/select.h"
#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

bool *selection_of(struct app *app, const char *const *words, size_t count, bool *orphans,
    struct err *err)
{
    bool *selected = mem_alloc((app->library.card_count + 1) * sizeof *selected);
    if (select_cards(&app->collection, words, count, app_now(app), selected, orphans, err))
        return selected;
    free(selected);
    return NULL;
}

/* ---- JSON --------------------------------------------------------------------------------- */

const char *state_word(const struct progress *progress)
{
    return progress->plan.phase == PHASE_RELEARNING ? phase_word(PHASE_LEARNING)
                                                    : phase_word(progress->plan.phase);
}

cJSON *due_json(const struct progress *progress)
{
    if (progress->plan.phase == PHASE_NEW)
        return cJSON_CreateNull();
    return json_instant(progress->plan.due_ms);
}

cJSON *answer_json(const struct card *card)
{
    const char *end;
    if (card->key_name[0] == '\0' && card->note->answer_json != NULL)
        return cJSON_ParseWithOpts(card->note->answer_json, &end, 0);
    struct arena arena = { 0 };
    cJSON *text = cJSON_CreateString(match_expected(&card->key, &arena));
    arena_release(&arena);
    return text;
}

cJSON *source_json(const struct note *note)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < note->citation_count; i++) {
        cJSON *one = cJSON_CreateObject();
        json_add_text(one, "document", note->citations[i].document->name);
        json_add_text(one, "at", note->citations[i].at);
        cJSON_AddItemToArray(list, one);
    }
    return list;
}

cJSON *intervals_json(const struct plan plans[4], int64_t at_ms)
{
    cJSON *object = cJSON_CreateObject();
    for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++)
        cJSON_AddNumberToObject(object, fsrs_rating_word((enum fsrs_rating)rating),
            (double)schedule_delay_s(&plans[rating - 1], at_ms));
    return object;
}

cJSON *counts_json(struct queue_counts counts)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "new", (double)counts.fresh);
    cJSON_AddNumberToObject(object, "learning", (double)counts.learning);
    cJSON_AddNumberToObject(object, "due", (double)counts.due);
    return object;
}

cJSON *memory_json(struct memory memory)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "stability", memory.stability_days);
    cJSON_AddNumberToObject(object, "stability_fast", memory.fast_stability_days);
    cJSON_AddNumberToObject(object, "difficulty", memory.difficulty);
    return object;
}

cJSON *event_json(const struct event_key *key)
{
    struct buf text = { 0 };
    buf_addf(&text, "%s:%lld", key->device, (long long)key->seq);
    cJSON *json = cJSON_CreateString(text.text);
    buf_release(&text);
    return json;
}

void json_add_text(cJSON *object, const char *key, const char *text)
{
    cJSON_AddItemToObject(
        object, key, text != NULL ? cJSON_CreateString(text) : cJSON_CreateNull());
}

void json_add_texts(cJSON *object, const char *key, const char *const *texts, size_t count)
{
    cJSON_AddItemToObject(object, key,
        count > 0 ? cJSON_CreateStringArray(texts, (int)count) : cJSON_CreateNull());
}

/* ---- for people --------------------------------------------------------------------------- */

static void show_lettered(const struct term *out, const struct key *key)
{
    for (size_t i = 0; i < key->option_count; i++) {
        struct buf line = { 0 };
        buf_addf(&line, "%c) %s", (char)('a' + i), key->options[i]);
        term_wrap(out, STYLE_PLAIN, line.text, 3);
        buf_release(&line);
    }
}

static void show_numbered(const struct term *out, const struct key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        struct buf line = { 0 };
        buf_addf(&line, "%zu. %s", i + 1, key->lefts[i]);
        term_wrap(out, STYLE_PLAIN, line.text, 3);
        buf_release(&line);
    }
}

static void show_media(const struct term *out, const char *kind, const char *file)
{
    if (file == NULL)
        return;
    struct buf line = { 0 };
    buf_addf(&line, "[%s %s]", kind, file);
    term_wrap(out, STYLE_FAINT, line.text, 1);
    buf_release(&line);
}

void show_question(const struct term *out, const struct card *card, const struct key *key)
{
    term_wrap(out, STYLE_STRONG, card->question, 1);
    show_media(out, "image", card->note->image);
    show_media(out, "audio", card->note->audio);
    if (key->kind == KEY_PAIRS)
        show_numbered(out, key);
    show_lettered(out, key);
}

static void show_labelled(const struct term *out, const char *label, const char *text)
{
    struct buf line = { 0 };
    buf_addf(&line, "     %-11s", label);
    term_raw(out, STYLE_FAINT, line.text);
    buf_release(&line);
    term_text(out, STYLE_PLAIN, text);
    term_raw(out, STYLE_PLAIN, "\n");
}

/* Lists have a line for each item; the label stands before the first. */
static void show_expected(const struct term *out, const char *expected)
{
    const char *label = "answer";
    char *copy = mem_strdup(expected);
    for (char *line = copy; line != NULL; label = "") {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        show_labelled(out, label, line);
        line = end;
    }
    free(copy);
}

static const struct {
    const char *mark;
    enum style style;
} marks[] = {
    [VERDICT_EXACT] = { " [ok] ", STYLE_RIGHT },
    [VERDICT_ACCEPTED] = { " [ok] ", STYLE_RIGHT },
    [VERDICT_CLOSE] = { " [ok] ", STYLE_RIGHT },
    [VERDICT_PARTIAL] = { " [--] ", STYLE_HALF },
    [VERDICT_WRONG] = { " [x] ", STYLE_WRONG },
    [VERDICT_BLANK] = { " [x] ", STYLE_WRONG },
};

static void show_typed_against(
    const struct term *out, const struct judgement *judgement, const char *typed)
{
    const struct diff *diff = &judgement->diff;
    if (diff->typed != NULL) {
        show_labelled(out, "you typed", diff->typed);
        show_labelled(out, "answer", diff->expected);
        show_labelled(out, "", diff->marks);
        return;
    }
    if (judgement->verdict == VERDICT_EXACT)
        return;
    if (!verdict_is_right(judgement->verdict) && judgement->verdict != VERDICT_BLANK)
        show_labelled(out, "you typed", typed);
    show_expected(out, judgement->expected);
}

void show_judgement(
    const struct term *out, const struct judgement *judgement, const char *typed)
{
    term_raw(out, marks[judgement->verdict].style, marks[judgement->verdict].mark);
    if (!verdict_is_right(judgement->verdict)) {
        term_raw(out, STYLE_PLAIN, verdict_word(judgement->verdict));
        term_raw(out, STYLE_PLAIN, ": ");
    }
    term_text(out, STYLE_PLAIN, judgement->reason);
    term_raw(out, STYLE_PLAIN, "\n");
    show_typed_against(out, judgement, typed);
    if (judgement->feedback != NULL)
        term_wrap(out, STYLE_STRONG, judgement->feedback, 5);
}

static void add_citation(struct buf *line, const struct citation *citation)
{
    const struct document *document = citation->document;
    buf_add(line, document->title != NULL ? document->title : document->name);
    if (citation->at != NULL)
        buf_addf(line, ", \"%s\"", citation->at);
}

void show_background(const struct term *out, const struct note *note)
{
    if (note->remark != NULL)
        term_wrap(out, STYLE_PLAIN, note->remark, 1);
    if (note->citation_count == 0)
        return;
    struct buf line = { 0 };
    for (size_t i = 0; i < note->citation_count; i++) {
        buf_add(&line, i == 0 ? "(" : "; ");
        add_citation(&line, &note->citations[i]);
    }
    buf_add(&line, ")");
    term_wrap(out, STYLE_FAINT, line.text, 1);
    buf_release(&line);
}

void show_delay(const struct term *out, enum style style, int64_t seconds)
{
    struct buf span = { 0 };
    layout_span(&span, seconds);
    term_raw(out, style, span.text);
    buf_release(&span);
}

void add_when(struct buf *out, const struct app *app, int64_t due_ms, int64_t now_ms)
{
    int rollover = app->settings.day_start;
    int days = day_of(due_ms, rollover).number - day_of(now_ms, rollover).number;
    if (due_ms <= now_ms) {
        buf_add(out, "now");
    } else if (days == 0) {
        buf_add(out, "in ");
        layout_span(out, (due_ms - now_ms) / SECOND_MS);
    } else if (days == 1) {
        buf_add(out, "tomorrow");
    } else {
        char text[DAY_TEXT];
        day_format(day_of(due_ms, rollover), text);
        buf_addf(out, "in %d days, %s", days, text);
    }
}
