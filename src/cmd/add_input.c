/*
 * Cards from standard input.
 *
 * A line that begins with { or [ is a card in the deck format; any other is question, answer and
 * tags between tabs.
 */
#include "cmd/add.h"

#include "base/file.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char input_name[] = "standard input";

enum { COLUMN_QUESTION, COLUMN_ANSWER, COLUMN_TAGS };

/* The line at hand within the whole input. */
struct input {
    struct source source;
    size_t line, end; // offsets
    int number;
};

static bool fail(struct input *input, size_t at, const char *message, struct err *err)
{
    return err_at(err, &input->source, input->line + at, "%s", message);
}

/* Takes the line apart in place, at its tabs. */
static bool split(
    struct input *input, char *line, struct card_texts *texts, struct err *err)
{
    size_t column = 0, at = 0, len = strlen(line);
    for (char *rest = line, *cell; (cell = strsep(&rest, "\t")) != NULL; column++) {
        at = (size_t)(cell - line);
        if (cell[0] == '\0' && column == COLUMN_QUESTION)
            return fail(input, at, "the question is empty", err);
        if (cell[0] == '\0' && column == COLUMN_ANSWER)
            return fail(input, at, "the answer is empty", err);
        if (column == COLUMN_QUESTION)
            texts->question = cell;
        else if (column == COLUMN_ANSWER)
            opt_texts_add(&texts->answers, cell);
        else if (cell[0] != '\0')
            opt_texts_add(&texts->tags, cell);
    }
    return texts->answers.count > 0 ||
           fail(input, len, "no answer; a tab stands between question and answer", err);
}

static bool render_columns(
    struct input *input, const char *line, struct buf *out, struct err *err)
{
    struct card_texts texts = { 0 };
    char *copy = mem_strdup(line);
    bool ok = split(input, copy, &texts, err) && card_texts_render(&texts, out, err);
    card_texts_release(&texts);
    free(copy);
    return ok;
}

/* The card that a line stands for; the columns of what was made of tabs are nobody's. */
static bool try_line(struct new_cards *cards, struct input *input, const char *line,
    struct trial *trial, struct err *err)
{
    struct new_place place = { input_name, input->number };
    struct buf text = { 0 };
    const char *start = line + strspn(line, " \t");
    if (*start == '{' || *start == '[')
        return new_cards_try(cards, line, place, trial, err);
    bool ok = render_columns(input, line, &text, err);
    if (ok && !new_cards_try(cards, text.text, place, trial, err)) {
        err->column = 1;
        err->excerpt[0] = '\0';
        ok = false;
    }
    buf_release(&text);
    return ok;
}

static bool take_line(
    struct new_cards *cards, struct input *input, const char *line, struct err *err)
{
    struct new_place place = { input_name, input->number };
    struct trial trial;
    if (!try_line(cards, input, line, &trial, err))
        return false;
    add_warn(cards, &trial);
    bool ok = new_cards_take(cards, &trial, place, err);
    trial_release(&trial);
    return ok;
}

static bool check_text(struct input *input, struct err *err)
{
    size_t bad;
    if (!utf8_valid(input->source.text, input->source.len, &bad))
        return err_at(err, &input->source, bad,
            "a byte that is not valid UTF-8; save the text as UTF-8");
    const char *nul = memchr(input->source.text, '\0', input->source.len);
    if (nul != NULL)
        return err_at(err, &input->source, (size_t)(nul - input->source.text),
            "a NUL character; leave it out");
    return true;
}

static bool take_lines(struct new_cards *cards, struct input *input, struct err *err)
{
    const struct source *source = &input->source;
    for (; input->line < source->len; input->line = input->end + 1) {
        const char *start = source->text + input->line;
        size_t len = strcspn(start, "\n");
        input->end = input->line + len;
        input->number++;
        if (len > 0 && start[len - 1] == '\r')
            len--;
        if (strspn(start, " \t\r\n") >= len)
            continue;
        struct buf line = { 0 };
        buf_add_bytes(&line, start, len);
        bool ok = take_line(cards, input, line.text, err);
        buf_release(&line);
        if (!ok)
            return false;
    }
    return true;
}

bool add_from_input(struct new_cards *cards, struct err *err)
{
    struct buf text = { 0 };
    struct input input = { 0 };
    bool ok = file_read_input(JSON_MAX_BYTES, &text, err);
    size_t bom = text.len >= 3 && memcmp(text.text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    input.source =
        (struct source){ .name = input_name, .text = buf_text(&text), .len = text.len };
    input.line = bom;
    ok = ok && check_text(&input, err) && take_lines(cards, &input, err);
    buf_release(&text);
    return ok;
}
