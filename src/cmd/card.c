#include "cmd/card.h"

#include "base/utf8.h"
#include "session/select.h"
#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

const char selector_notes[] =
    "SELECTOR: several decks or cards mean any of them, everything else narrows\n"
    "  DECK          id of a deck, or the path of its file\n"
    "  DECK/CARD     a card with all its sides; DECK/CARD#KEY is one of them\n"
    "  tag:T         has the tag\n"
    "  is:STATE      new, learning, due, review, suspended, leech, flagged, orphan\n"
    "  seen:WHEN     answered since a day as 2026-12-13, or within a span as 7d\n"
    "  text:W        W stands in question, answer or note\n"
    "  not:SELECTOR  the others\n";

bool *selection_of(struct app *app, const char *const *words, size_t count, bool *orphans,
    struct err *err)
{
    bool *selected = mem_alloc((app->library.card_count + 1) * sizeof *selected);
    if (select_cards(
            &app->collection, words, count, app_now(app), selected, orphans, err))
        return selected;
    free(selected);
    return NULL;
}

bool *selection_to_show(struct app *app, const char *const *words, size_t count,
    bool *orphans, struct err *err)
{
    return app_expect_cards(app, err) ? selection_of(app, words, count, orphans, err)
                                      : NULL;
}

static bool is_orphan(const struct collection *collection, const char *name)
{
    size_t i = 0;
    while (i < collection->orphan_count && strcmp(collection->orphans[i].card, name) != 0)
        i++;
    return i < collection->orphan_count;
}

/* What is no card's name may still be a deck, or a note asked as several cards. */
bool card_named(struct app *app, const char *name, size_t *card, struct err *err)
{
    bool orphans;
    size_t count = 0;
    if (collection_find(&app->collection, name, card))
        return true;
    if (is_orphan(&app->collection, name))
        return err_set(err, ERR_USAGE,
            "no deck has '%s' any more; its answers are kept, and come back with it",
            name);
    bool *selected = selection_of(app, &name, 1, &orphans, err);
    if (selected == NULL)
        return false;
    for (size_t i = app->library.card_count; i-- > 0;)
        if (selected[i]) {
            *card = i;
            count++;
        }
    free(selected);
    if (count == 0)
        return err_set(err, ERR_USAGE, "'%s' is no card, and means none", name);
    return err_set(err, ERR_USAGE, "'%s' is no card, but means %zu; name one, as '%s'",
        name, count, app->library.cards[*card]->name);
}

/* ---- for people --------------------------------------------------------------------------- */

void add_one_line(struct buf *out, const char *text)
{
    for (const char *line = text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        buf_addf(out, "%s%.*s", line > text ? "; " : "", (int)len, line);
        line += line[len] == '\n' ? len + 1 : len;
    }
}

void show_fact(const struct term *out, const char *label, size_t indent, const char *text)
{
    struct buf lines = { 0 }, head = { 0 };
    layout_wrap(&lines, text, out->width - 1, indent);
    layout_column(&head, label, indent);
    size_t blank = strspn(buf_text(&lines), " ");
    term_raw(out, STYLE_PLAIN, head.text);
    term_raw(out, STYLE_PLAIN, buf_text(&lines) + (blank < indent ? blank : indent));
    buf_release(&lines);
    buf_release(&head);
}

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

void show_err(const struct term *out, const struct err *err, const char *level)
{
    struct buf text = { 0 };
    err_render(err, level, &text);
    term_raw(out, STYLE_PLAIN, text.text);
    buf_release(&text);
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

const char *how_to_answer(enum key_kind kind)
{
    switch (kind) {
    case KEY_BOOLEAN:
        return " (true or false)\n";
    case KEY_CHOICE:
        return " (one letter)\n";
    case KEY_CHOICES:
        return " (all letters that apply)\n";
    case KEY_PAIRS:
        return " (pairs, as 1b; 2a)\n";
    case KEY_LIST:
        return " (one item a line, in any order)\n";
    case KEY_SEQUENCE:
        return " (one item a line, in order)\n";
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_CLOZE:
        break;
    }
    return "";
}

void show_typed(const struct term *out, const char *typed, bool several)
{
    for (size_t i = 1; *typed != '\0' || i == 1; i++) {
        size_t len = strcspn(typed, "\n");
        struct buf line = { 0 };
        if (several)
            buf_addf(&line, " %zu> ", i);
        else
            buf_add(&line, " > ");
        buf_add_bytes(&line, typed, len);
        term_wrap(out, STYLE_PLAIN, line.text, 0);
        buf_release(&line);
        typed += typed[len] == '\n' ? len + 1 : len;
    }
}

enum { LABEL_WIDTH = 16 };

/* A line that came out of a layout. */
static void show_labelled_line(
    const struct term *out, const char *label, const char *text, size_t len)
{
    struct buf line = { 0 };
    buf_addf(&line, "     %-11s", label);
    term_raw(out, STYLE_FAINT, line.text);
    buf_clear(&line);
    buf_add_bytes(&line, text, len);
    buf_add_char(&line, '\n');
    term_raw(out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

/* Columns beside the labels. */
static size_t labelled_room(const struct term *out)
{
    return out->width > LABEL_WIDTH + 8 ? out->width - LABEL_WIDTH - 1 : 8;
}

/* The label stands before the first line of the text, which is wrapped beside it. */
static void show_labelled(const struct term *out, const char *label, const char *text)
{
    struct buf lines = { 0 };
    layout_wrap(&lines, text, labelled_room(out), 0);
    for (const char *line = buf_text(&lines); *line != '\0'; label = "") {
        size_t len = strcspn(line, "\n");
        show_labelled_line(out, label, line, len);
        line += len + (line[len] == '\n');
    }
    buf_release(&lines);
}

static bool is_blank(const char *text, size_t len)
{
    return strspn(text, " ") >= len;
}

/* A stretch of a diff; what only fills it up at the end is left out. */
static void show_stretch(
    const struct term *out, const char *label, const char *text, size_t len)
{
    struct buf line = { 0 }, visible = { 0 };
    while (len > 0 && text[len - 1] == ' ')
        len--;
    utf8_add_visible(&visible, text, len);
    layout_line(&line, buf_text(&visible), visible.len);
    show_labelled_line(out, label, buf_text(&line), line.len);
    buf_release(&line);
    buf_release(&visible);
}

/* Bytes of a line of a diff that fill so many columns. */
static size_t diff_bytes(const char *line, size_t columns)
{
    size_t len = strlen(line);
    return utf8_width(line, len) <= columns ? len : layout_fitting(line, len, columns);
}

/*
 * The three lines of a diff, in stretches that fit the window.  They stand cell under cell, so
 * all are cut at the same column: the one before a wide letter, where one stands in the way.
 */
static void show_diff(const struct term *out, const struct diff *diff)
{
    const char *rows[] = { diff->typed, diff->expected, diff->marks };
    const char *labels[] = { "you typed", "answer", "" };
    while (*rows[0] != '\0' || *rows[1] != '\0') {
        size_t columns = labelled_room(out);
        for (size_t i = 0; i < 2; i++) {
            size_t len = diff_bytes(rows[i], columns), width = utf8_width(rows[i], len);
            if (rows[i][len] != '\0' && width > 0 && width < columns)
                columns = width;
        }
        for (size_t i = 0; i < 3; i++) {
            size_t len = diff_bytes(rows[i], columns);
            if (labels[i][0] != '\0' || !is_blank(rows[i], len))
                show_stretch(out, labels[i], rows[i], len);
            rows[i] += len;
            labels[i] = "";
        }
    }
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
    if (judgement->verdict == VERDICT_EXACT)
        return;
    if (diff->typed != NULL) {
        show_diff(out, diff);
        return;
    }
    if (!verdict_is_right(judgement->verdict) && judgement->verdict != VERDICT_BLANK)
        show_labelled(out, "you typed", typed);
    show_labelled(out, "answer", judgement->expected);
}

void show_judgement(
    const struct term *out, const struct judgement *judgement, const char *typed)
{
    const char *mark = marks[judgement->verdict].mark;
    struct buf reason = { 0 }, lines = { 0 };
    if (!verdict_is_right(judgement->verdict))
        buf_addf(&reason, "%s: ", verdict_word(judgement->verdict));
    buf_add(&reason, judgement->reason);
    layout_wrap(&lines, reason.text, out->width - 1, strlen(mark));
    term_raw(out, marks[judgement->verdict].style, mark);
    term_raw(out, STYLE_PLAIN, lines.text + strspn(lines.text, " "));
    buf_release(&reason);
    buf_release(&lines);
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

void add_sources(struct buf *out, const struct note *note)
{
    for (size_t i = 0; i < note->citation_count; i++) {
        buf_add(out, i == 0 ? "(" : "; ");
        add_citation(out, &note->citations[i]);
    }
    buf_add(out, note->citation_count > 0 ? ")" : "");
}

void show_background(const struct term *out, const struct note *note)
{
    struct buf line = { 0 };
    if (note->remark != NULL)
        term_wrap(out, STYLE_PLAIN, note->remark, 1);
    add_sources(&line, note);
    if (line.len > 0)
        term_wrap(out, STYLE_FAINT, line.text, 1);
    buf_release(&line);
}

bool is_new_leech(const struct collection *collection, size_t card, int lapses_before)
{
    int lapses = collection->progress[card].lapses;
    return lapses != lapses_before &&
           schedule_leech_now(lapses, collection->settings->leech_lapses);
}

void add_leech(struct buf *out, const struct collection *collection, size_t card)
{
    const struct note *note = collection->library->cards[card]->note;
    int lapses = collection->progress[card].lapses;
    buf_addf(out,
        "This card was forgotten %d %s: a leech.  Reword it, split it, or add a hint "
        "(%s:%d).",
        lapses, lapses == 1 ? "time" : "times", note->deck->path, note->line);
}

void show_leech(const struct term *out, const struct collection *collection, size_t card,
    int lapses_before)
{
    struct buf text = { 0 };
    if (!is_new_leech(collection, card, lapses_before))
        return;
    add_leech(&text, collection, card);
    term_wrap(out, STYLE_STRONG, text.text, 1);
    buf_release(&text);
}

void add_when(struct buf *out, const struct app *app, int64_t due_ms, int64_t now_ms)
{
    int rollover = app->settings.day_start;
    struct day day = day_of(due_ms, rollover);
    int days = day.number - day_of(now_ms, rollover).number;
    char date[DAY_TEXT];
    day_format(day, date);
    if (days < -1) {
        buf_addf(out, "for %d days, since %s", -days, date);
    } else if (days == -1) {
        buf_add(out, "since yesterday");
    } else if (due_ms <= now_ms) {
        buf_add(out, "now");
    } else if (days == 0) {
        buf_add(out, "in ");
        layout_span(out, (due_ms - now_ms) / SECOND_MS);
    } else if (days == 1) {
        buf_add(out, "tomorrow");
    } else {
        buf_addf(out, "in %d days, %s", days, date);
    }
}

void add_set_aside(struct buf *out, const struct app *app,
    const struct progress *progress, int64_t now_ms)
{
    if (progress->suspended)
        buf_add(out, "; suspended");
    else if (progress_rests(progress, day_of(now_ms, app->settings.day_start)))
        buf_add(out, "; buried until tomorrow");
}
