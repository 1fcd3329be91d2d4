/*
 * A paper for a class, as plain text or Markdown: questions with room for the answers, then the
 * key.
 *
 * Texts of decks are made visible; in Markdown what would be markup there is escaped, so that a
 * question looks on paper as it does on the screen.  Lines between ``` stay as they are.
 */
#include "cmd/quiz.h"

#include "base/utf8.h"
#include "cmd/card.h"
#include "match/outcome.h"
#include "ui/layout.h"

#include <stdio.h>
#include <string.h>

enum { PAGE_WIDTH = 76, INDENT = 4, BLANK = 50, NAME_BLANK = 34, LETTER_BLANK = 12 };

/* A paper being written. */
struct page {
    struct buf *out;
    bool markdown;
};

/* ---- text and Markdown -------------------------------------------------------------------- */

/* Is it a fence of code, as the layout knows them? */
static bool is_fence(const char *line)
{
    return strncmp(line, "```", 3) == 0;
}

/* At the beginning of a line "-", "+", "=" and "12." mean something, too. */
static bool begins_markup(const char *line, size_t at)
{
    if (at == 0)
        return strchr("-+=", line[0]) != NULL;
    return (line[at] == '.' || line[at] == ')') && strspn(line, "0123456789") == at;
}

static void add_escaped(struct buf *out, const char *line, size_t len)
{
    struct buf visible = { 0 };
    utf8_add_visible(&visible, line, len);
    const char *text = buf_text(&visible);
    size_t start = strspn(text, " ");
    for (size_t i = start; i < visible.len; i++) {
        if (strchr("\\`*_{}[]<>#|~&!$", text[i]) != NULL ||
            begins_markup(text + start, i - start))
            buf_add_char(out, '\\');
        buf_add_char(out, text[i]);
    }
    buf_release(&visible);
}

/* Each line of its own, between fences as it is. */
static void add_markdown(struct buf *out, const char *text)
{
    bool code = false;
    for (const char *line = text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        bool last = line[len] == '\0', fence = is_fence(line);
        if (fence || code)
            utf8_add_visible(out, line, len);
        else
            add_escaped(out, line, len);
        code = code != fence;
        buf_add(out, last || code || fence || is_fence(line + len + 1) ? "\n" : "\\\n");
        line += len + !last;
    }
}

/* "12. " before a text, whose other lines stand below its first one. */
static void add_numbered(struct page *page, size_t number, const char *text)
{
    struct buf lines = { 0 };
    if (page->markdown) {
        buf_addf(page->out, "\n**%zu.**%s", number, is_fence(text) ? "\n\n" : " ");
        add_markdown(page->out, text);
        return;
    }
    layout_wrap(&lines, text, PAGE_WIDTH, INDENT);
    size_t blank = strspn(buf_text(&lines), " ");
    buf_addf(page->out, "\n%2zu. %s", number,
        buf_text(&lines) + (blank < INDENT ? blank : INDENT));
    buf_release(&lines);
}

/* An option, or a left side. */
static void add_labelled(struct page *page, const char *label, const char *text)
{
    struct buf line = { 0 };
    if (page->markdown) {
        buf_addf(page->out, "- %s ", label);
        add_escaped(page->out, text, strlen(text));
        buf_add_char(page->out, '\n');
        return;
    }
    buf_addf(&line, "%s %s", label, text);
    layout_wrap(page->out, line.text, PAGE_WIDTH, INDENT);
    buf_release(&line);
}

static void add_heading(struct page *page, const char *mark, const char *text)
{
    if (page->markdown) {
        buf_addf(page->out, "%s ", mark);
        add_escaped(page->out, text, strlen(text));
        buf_add_char(page->out, '\n');
    } else {
        layout_wrap(page->out, text, PAGE_WIDTH, 0);
    }
}

/* Room to write; Markdown would make a rule of a bare one. */
static void add_blank(struct page *page, const char *before, size_t columns)
{
    buf_add(page->out, before);
    for (size_t i = 0; i < columns; i++)
        buf_add(page->out, page->markdown ? "\\_" : "_");
}

/* ---- questions ---------------------------------------------------------------------------- */

static void add_media(struct page *page, const char *kind, const char *file)
{
    if (file != NULL)
        add_labelled(page, kind, file);
}

static void add_options(struct page *page, const struct key *key)
{
    char label[32];
    bool any = key->option_count > 0;
    if (page->markdown && any)
        buf_add_char(page->out, '\n');
    for (size_t i = 0; key->kind == KEY_PAIRS && i < key->count; i++) {
        snprintf(label, sizeof label, "%zu:", i + 1);
        add_labelled(page, label, key->lefts[i]);
    }
    for (size_t i = 0; i < key->option_count; i++) {
        snprintf(label, sizeof label, "%c)", (char)('a' + i));
        add_labelled(page, label, key->options[i]);
    }
}

static const char *what_to_write(enum key_kind kind)
{
    switch (kind) {
    case KEY_BOOLEAN:
        return "true or false: ";
    case KEY_CHOICE:
        return "letter: ";
    case KEY_CHOICES:
        return "letters: ";
    case KEY_PAIRS:
        return "pairs: ";
    case KEY_LIST:
    case KEY_SEQUENCE:
    case KEY_TEXT:
    case KEY_NUMBER:
    case KEY_CLOZE:
        break;
    }
    return "";
}

/* Items of a sequence have numbers. */
static void add_room(struct page *page, const struct key *key)
{
    bool letters = key->kind == KEY_BOOLEAN || key->kind == KEY_CHOICE;
    bool items = key_has_items(key->kind);
    for (size_t i = 0; i < (items ? key->count : 1); i++) {
        buf_add(page->out, page->markdown ? "\n" : "\n    ");
        if (key->kind == KEY_SEQUENCE)
            buf_addf(page->out, "%zu: ", i + 1);
        add_blank(page, what_to_write(key->kind), letters ? LETTER_BLANK : BLANK);
        buf_add_char(page->out, '\n');
    }
}

static void add_question(struct page *page, const struct paper *paper, size_t at)
{
    const struct card *card = paper_card(paper, at);
    const struct key *key = &paper->items[at].key;
    add_numbered(page, at + 1, card->question);
    add_media(page, "image", card->note->image);
    add_media(page, "audio", card->note->audio);
    add_options(page, key);
    add_room(page, key);
}

/* ---- the key ------------------------------------------------------------------------------ */

/* "c) ", "a, d) ": the letters of what is right. */
static void add_letters(struct buf *out, const struct key *key)
{
    const char *before = "";
    if (key->kind != KEY_CHOICE && key->kind != KEY_CHOICES)
        return;
    for (size_t i = 0; i < key->option_count; i++)
        for (size_t j = 0; j < key->count; j++)
            if (option_is(key, i, &key->items[j])) {
                buf_addf(out, "%s%c", before, (char)('a' + i));
                before = ", ";
            }
    buf_add(out, ") ");
}

static void add_answer(struct page *page, const struct paper *paper, size_t at)
{
    const struct key *key = &paper->items[at].key;
    struct arena arena = { 0 };
    struct buf text = { 0 };
    add_letters(&text, key);
    buf_addf(&text, "%s  ", match_expected(key, &arena));
    add_sources(&text, paper_card(paper, at)->note);
    while (text.text[text.len - 1] == ' ')
        text.text[--text.len] = '\0';
    add_numbered(page, at + 1, text.text);
    buf_release(&text);
    arena_release(&arena);
}

/* "Quiz: " and the title of the deck, if there is one only. */
static void add_title(struct page *page, const struct paper *paper)
{
    struct buf title = { 0 };
    const struct deck *deck = paper_card(paper, 0)->note->deck;
    bool one = true;
    for (size_t i = 0; i < paper->count; i++)
        one = one && paper_card(paper, i)->note->deck == deck;
    buf_addf(&title, "Quiz%s%s", one ? ": " : "", one ? deck->title : "");
    add_heading(page, "#", title.text);
    buf_release(&title);
}

void quiz_print(const struct quiz *quiz, bool markdown, struct buf *out)
{
    struct page page = { out, markdown };
    const struct paper *paper = &quiz->paper;
    add_title(&page, paper);
    add_blank(&page, "\nName: ", NAME_BLANK);
    add_blank(&page, "  Date: ", LETTER_BLANK);
    buf_add_char(out, '\n');
    for (size_t i = 0; i < paper->count; i++)
        add_question(&page, paper, i);
    buf_add(out, markdown || quiz->app->out.interactive ? "\n" : "\n\f"); // a new sheet
    add_heading(&page, "##", "Key");
    for (size_t i = 0; i < paper->count; i++)
        add_answer(&page, paper, i);
    buf_addf(out, "\nDrawn with --seed %llu.\n", (unsigned long long)quiz->seed);
}
