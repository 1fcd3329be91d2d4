#include "exchange/gaps.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NUMBER = 500, MOST_OPEN = 10 };

/* A text as a row of parts; every PART_OPEN has its PART_CLOSE. */
enum part_kind { PART_TEXT, PART_OPEN, PART_HINT, PART_CLOSE };

struct part {
    enum part_kind kind;
    const char *text; // as written
    size_t len;
};

struct parts {
    struct part *items;
    size_t count, capacity;
    size_t open[MOST_OPEN]; // that are not closed yet
    int depth, deepest;
};

/* Bytes of "{{c1,3::" at the start of the text, 0 if it has none there. */
static size_t opener(const char *text)
{
    if (strncmp(text, "{{c", 3) != 0)
        return 0;
    size_t digits = strspn(text + 3, "0123456789,");
    bool closed = strncmp(text + 3 + digits, "::", 2) == 0;
    return digits > 0 && closed ? 3 + digits + 2 : 0;
}

bool gaps_are_there(const char *text)
{
    for (; (text = strstr(text, "{{c")) != NULL; text++)
        if (opener(text) > 0)
            return true;
    return false;
}

/* ---- taking apart ----------------------------------------------------------------------- */

static void add_part(
    struct parts *parts, enum part_kind kind, const char *text, size_t len)
{
    struct part *last = parts->count > 0 ? &parts->items[parts->count - 1] : NULL;
    if (kind == PART_TEXT && last != NULL && last->kind == PART_TEXT) {
        last->len += len;
        return;
    }
    parts->items =
        vec_grow(parts->items, parts->count, &parts->capacity, sizeof *parts->items);
    parts->items[parts->count++] = (struct part){ kind, text, len };
}

static void open_gap(struct parts *parts, const char *text, size_t len)
{
    parts->open[parts->depth++] = parts->count;
    if (parts->depth > parts->deepest)
        parts->deepest = parts->depth;
    add_part(parts, PART_OPEN, text, len);
}

/* Has the innermost open gap its hint already? */
static bool has_hint(const struct parts *parts)
{
    int depth = 0;
    for (size_t i = parts->open[parts->depth - 1] + 1; i < parts->count; i++) {
        enum part_kind kind = parts->items[i].kind;
        depth += (kind == PART_OPEN) - (kind == PART_CLOSE);
        if (kind == PART_HINT && depth == 0)
            return true;
    }
    return false;
}

/* An opener without its end is text, and so is what looked like its hint. */
static void give_up_open(struct parts *parts)
{
    while (parts->depth > 0) {
        size_t at = parts->open[--parts->depth];
        int depth = 0;
        parts->items[at].kind = PART_TEXT;
        for (size_t i = at + 1; i < parts->count; i++) {
            enum part_kind kind = parts->items[i].kind;
            depth += (kind == PART_OPEN) - (kind == PART_CLOSE);
            if (kind == PART_HINT && depth == 0)
                parts->items[i].kind = PART_TEXT;
        }
    }
}

static void split(const char *text, struct parts *parts)
{
    while (*text != '\0') {
        size_t len = opener(text);
        bool inside = parts->depth > 0;
        if (len > 0 && parts->depth < MOST_OPEN) {
            open_gap(parts, text, len);
        } else if (inside && strncmp(text, "}}", 2) == 0) {
            add_part(parts, PART_CLOSE, text, len = 2);
            parts->depth--;
        } else if (inside && strncmp(text, "::", 2) == 0 && !has_hint(parts)) {
            add_part(parts, PART_HINT, text, len = 2);
        } else {
            add_part(parts, PART_TEXT, text, len = 1);
        }
        text += len;
    }
    give_up_open(parts);
}

/* ---- putting together ------------------------------------------------------------------- */

static int number_at(const char **text)
{
    long number = strtol(*text + strspn(*text, ","), NULL, 10);
    *text += strspn(*text, ",");
    *text += strspn(*text, "0123456789");
    return number > MOST_NUMBER || number < 0 ? MOST_NUMBER : (int)number;
}

static bool has_number(const struct part *part, int number)
{
    for (const char *text = part->text + 3; *text != ':';)
        if (number_at(&text) == number)
            return true;
    return false;
}

/* Two equal braces side by side would be marks of ours. */
static void add_apart(struct buf *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        bool brace = text[i] == '{' || text[i] == '}';
        if (brace && out->len > 0 && out->text[out->len - 1] == text[i])
            buf_add_char(out, ' ');
        buf_add_char(out, text[i]);
    }
}

struct joiner {
    struct buf out;
    struct buf hidden, hint;    // of the gap that is asked for
    int depth;                  // of the part at hand
    int asked;                  // depth of that gap, 0: outside
    int number;                 // of that gap
    int hinting[MOST_OPEN + 1]; // by depth: is its hint being read?
    size_t gaps;
};

static bool in_some_hint(const struct joiner *joiner, int from)
{
    for (int i = from; i <= joiner->depth; i++)
        if (joiner->hinting[i])
            return true;
    return false;
}

static void join_text(struct joiner *joiner, const struct part *part)
{
    if (joiner->asked == 0) {
        if (!in_some_hint(joiner, 1))
            add_apart(&joiner->out, part->text, part->len);
    } else if (!in_some_hint(joiner, joiner->asked)) {
        add_apart(&joiner->hidden, part->text, part->len);
    } else if (joiner->depth == joiner->asked) {
        add_apart(&joiner->hint, part->text, part->len);
    }
}

static void end_asked(struct joiner *joiner)
{
    struct buf *out = &joiner->out;
    const char *hidden = buf_text(&joiner->hidden);
    if (hidden[strspn(hidden, " \n")] == '\0') {
        buf_add(out, hidden);
    } else {
        if (out->len > 0 && out->text[out->len - 1] == '{')
            buf_add_char(out, ' ');
        buf_addf(out, "{{c%d::%s", joiner->number, hidden);
        buf_addf(
            out, "%s%s}}", joiner->hint.len > 0 ? "::" : "", buf_text(&joiner->hint));
        joiner->gaps++;
    }
    buf_clear(&joiner->hidden);
    buf_clear(&joiner->hint);
    joiner->asked = 0;
}

/* `asked`: the number that is asked for, 0 for all of them, -1 for none. */
static void join_part(struct joiner *joiner, const struct part *part, int asked)
{
    const char *numbers = part->text + 3;
    switch (part->kind) {
    case PART_TEXT:
        join_text(joiner, part);
        return;
    case PART_HINT:
        joiner->hinting[joiner->depth] = 1;
        return;
    case PART_OPEN:
        joiner->hinting[++joiner->depth] = 0;
        if (joiner->asked > 0 || asked < 0 || has_number(part, 0) ||
            (asked > 0 && !has_number(part, asked)))
            return;
        joiner->asked = joiner->depth;
        joiner->number = asked > 0 ? asked : number_at(&numbers);
        return;
    case PART_CLOSE:
        if (joiner->asked == joiner->depth)
            end_asked(joiner);
        joiner->depth--;
    }
}

/* The text with those gaps; NULL if there is none. */
static const char *join(struct arena *arena, const struct parts *parts, int asked)
{
    struct joiner joiner = { 0 };
    for (size_t i = 0; i < parts->count; i++)
        join_part(&joiner, &parts->items[i], asked);
    const char *text =
        joiner.gaps > 0 || asked < 0 ? arena_strdup(arena, buf_text(&joiner.out)) : NULL;
    buf_release(&joiner.out);
    buf_release(&joiner.hidden);
    buf_release(&joiner.hint);
    return text;
}

static bool is_plain(const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        if (part->kind == PART_OPEN && memchr(part->text, ',', part->len) != NULL)
            return false;
    }
    return parts->deepest <= 1;
}

static void add_cloze(
    struct arena *arena, struct gap_texts *out, const struct parts *parts, int number)
{
    const char *cloze = join(arena, parts, number);
    if (cloze == NULL)
        return;
    out->items =
        arena_grow(arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count++] = (struct gap_text){ cloze, number };
}

static void mark_numbers(const struct parts *parts, bool there[MOST_NUMBER + 1])
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i].kind == PART_OPEN)
            for (const char *text = parts->items[i].text + 3; *text != ':';)
                there[number_at(&text)] = true;
}

void gaps_convert(
    struct arena *arena, const char *text, const char **plain, struct gap_texts *out)
{
    struct parts parts = { 0 };
    split(text, &parts);
    *plain = join(arena, &parts, -1);
    if (is_plain(&parts)) {
        add_cloze(arena, out, &parts, 0);
    } else {
        bool there[MOST_NUMBER + 1] = { false };
        mark_numbers(&parts, there);
        for (int number = 1; number <= MOST_NUMBER; number++)
            if (there[number])
                add_cloze(arena, out, &parts, number);
    }
    free(parts.items);
}
