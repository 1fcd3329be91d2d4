#include "corpus.h"

#include "base/file.h"
#include "base/json.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

enum { CORPUS_MAX_BYTES = 16 << 20 };

/* The file while it is read: the deck of the section at hand, and the card of its rows. */
struct reader {
    const char *path;
    int line;
    size_t bad; // lines, or faults of cards
    struct deck deck;
    bool has_deck;
    const struct card *card; // NULL: none yet
    struct arena arena;      // of one row
};

static const struct {
    const char *word;
    bool grave;
} kinds[] = {
#define X(kind, word, grave) { word, grave },
    CORPUS_KINDS(X)
#undef X
};

const char *corpus_kind_word(enum corpus_kind kind)
{
    return kinds[kind].word;
}

bool corpus_kind_is_grave(enum corpus_kind kind)
{
    return kinds[kind].grave;
}

static bool complain(struct reader *reader, const char *message)
{
    print_error("%s:%d: %s\n", reader->path, reader->line, message);
    reader->bad++;
    return false;
}

static bool starts_with(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0;
}

/*
 * --- Sections as decks ------------------------------------------------------------------
 *
 * A section becomes the text of a deck in which each card stands on its line of the file, so
 * that the loader's complaints name the right place.  Question and id are made here.
 */

static void add_others(struct buf *text, const cJSON *others)
{
    const cJSON *other;
    int number = 0;
    cJSON_ArrayForEach(other, others)
    {
        number++;
        buf_addf(text,
            "{\"id\":\"other-%d\",\"question\":\"Other %d?\",\"answer\":", number,
            number);
        json_render(other, false, text);
        buf_add(text, "},");
    }
}

/* Of the object after "deck ", what it says of the deck; then the answers of other cards. */
static bool add_head(struct reader *reader, struct buf *text, const char *object)
{
    struct json json;
    struct err err;
    struct source source = {
        .name = reader->path, .text = object, .len = strlen(object)
    };
    if (!json_parse(source, &json, &err))
        return complain(reader, err.message);
    buf_addf(text, "{\"format\":1,\"id\":\"line-%d\",", reader->line);
    const cJSON *member;
    cJSON_ArrayForEach(member, json.root)
    {
        if (strcmp(member->string, "others") == 0)
            continue;
        buf_addf(text, "\"%s\":", member->string);
        json_render(member, false, text);
        buf_add_char(text, ',');
    }
    buf_add(text, "\"cards\":[");
    add_others(text, cJSON_GetObjectItemCaseSensitive(json.root, "others"));
    json_release(&json);
    return true;
}

/* `rest` is what stands behind the head, from `line` on; it goes up to the next section. */
static void add_cards(struct buf *text, int line, char *const *rest)
{
    for (; *rest != NULL && !starts_with(*rest, "deck {"); rest++, line++) {
        if (starts_with(*rest, "card {\"question\""))
            buf_addf(text, "{\"id\":\"line-%d\",%s,", line, *rest + strlen("card {"));
        else if (starts_with(*rest, "card {"))
            buf_addf(text, "{\"id\":\"line-%d\",\"question\":\"Line %d?\",%s,", line,
                line, *rest + strlen("card {"));
        buf_add_char(text, '\n');
    }
    while (strchr("\n,", text->text[text->len - 1]) != NULL)
        text->len--;
    text->text[text->len] = '\0';
    buf_add(text, "]}");
}

static void print_errors(const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        struct buf text = { 0 };
        if (diags->items[i].level == DIAG_ERROR)
            err_render(&diags->items[i].err, "error", &text);
        print_error("%s", buf_text(&text));
        buf_release(&text);
    }
}

static void close_deck(struct reader *reader)
{
    if (reader->has_deck)
        deck_release(&reader->deck);
    reader->has_deck = false;
    reader->card = NULL;
}

/* `lines` begin with the head of the section. */
static void open_deck(struct reader *reader, char *const *lines)
{
    struct buf text = { 0 };
    struct diags diags = { 0 };
    struct err err = { 0 };
    bool is_deck = false;
    close_deck(reader);
    buf_pad(&text, '\n', (size_t)reader->line - 1);
    if (!add_head(reader, &text, lines[0] + strlen("deck "))) {
        buf_release(&text);
        return;
    }
    buf_add_char(&text, '\n');
    add_cards(&text, reader->line + 1, lines + 1);
    reader->has_deck =
        deck_parse(reader->path, text, &reader->deck, &is_deck, &diags, &err);
    if (!reader->has_deck)
        complain(reader, err.message);
    print_errors(&diags);
    reader->bad += diags.errors;
    diags_release(&diags);
}

/* The card that was made of this line. */
static void find_card(struct reader *reader)
{
    const char *id = arena_printf(&reader->arena, "line-%d", reader->line);
    reader->card = NULL;
    for (size_t i = 0; reader->has_deck && i < reader->deck.card_count; i++) {
        const struct card *card = &reader->deck.cards[i];
        if (strcmp(card->note->id, id) == 0)
            reader->card = card;
    }
    if (reader->card == NULL)
        complain(reader, "no such card in its deck");
}

/* --- Rows ------------------------------------------------------------------------------ */

/* The character that stands behind a backslash, moves on behind it; 0 if there is none. */
static int escaped(const char **at)
{
    char digits[3] = { 0 };
    switch (*(*at)++) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case '\\':
        return '\\';
    case 'x':
        if (strspn(*at, "0123456789abcdefABCDEF") < 2)
            return 0;
        memcpy(digits, *at, 2);
        *at += 2;
        return (int)strtol(digits, NULL, 16);
    default:
        return 0;
    }
}

/* NULL for an escape that is unknown. */
static const char *unescape(const char *text, struct arena *arena)
{
    char *typed = arena_strdup(arena, text), *end = typed;
    while (*text != '\0') {
        int c = (unsigned char)*text++;
        if (c == '\\' && (c = escaped(&text)) == 0)
            return NULL;
        *end++ = (char)c;
    }
    *end = '\0';
    return typed;
}

static bool is_word(const char *text, size_t len, const char *word)
{
    return strlen(word) == len && strncmp(text, word, len) == 0;
}

static bool want(struct corpus_row *row, const char *word, size_t len)
{
    bool any_right = is_word(word, len, "right"), known = any_right;
    for (int i = 0; i < CORPUS_VERDICTS; i++) {
        enum verdict verdict = (enum verdict)i;
        if (!is_word(word, len, verdict_word(verdict)) &&
            !(any_right && verdict_is_right(verdict)))
            continue;
        row->wants[i] = known = true;
    }
    return known;
}

/* Reads "partial|wrong"; false if a word is unknown, or they are right and not right at once. */
static bool read_wanted(struct corpus_row *row)
{
    for (const char *word = row->wanted;; word++) {
        size_t len = strcspn(word, "|");
        if (!want(row, word, len))
            return false;
        word += len;
        if (*word == '\0')
            break;
    }
    bool any[2] = { false, false };
    for (int i = 0; i < CORPUS_VERDICTS; i++)
        if (row->wants[i])
            any[verdict_is_right((enum verdict)i)] = true;
    row->right = any[true];
    return any[true] != any[false];
}

static bool read_kind(struct corpus_row *row, const char *word)
{
    for (int i = 0; i < CORPUS_KIND_COUNT; i++) {
        if (strcmp(kinds[i].word, word) == 0) {
            row->kind = (enum corpus_kind)i;
            return true;
        }
    }
    return false;
}

static bool read_row(struct reader *reader, const char *line, struct corpus_row *row)
{
    struct arena *arena = &reader->arena;
    const char *wanted = strchr(line, '\t');
    const char *kind = wanted != NULL ? strchr(wanted + 1, '\t') : NULL;
    if (kind == NULL)
        return complain(reader, "a row is TYPED, VERDICT and KIND with tabs between");
    if (reader->card == NULL)
        return complain(reader, "a row without a card above it");
    *row = (struct corpus_row){
        .line = reader->line, .deck = &reader->deck, .card = reader->card
    };
    row->wanted = arena_strndup(arena, wanted + 1, (size_t)(kind - wanted - 1));
    row->typed = unescape(arena_strndup(arena, line, (size_t)(wanted - line)), arena);
    if (row->typed == NULL)
        return complain(reader, "no such escape; \\t, \\n, \\\\ and \\xNN are known");
    if (!read_wanted(row))
        return complain(reader, "the verdict is unknown, or right and not right at once");
    return read_kind(row, kind + 1) || complain(reader, "no such kind");
}

/* --- Files ----------------------------------------------------------------------------- */

/* The lines, each ended within `text`; NULL behind the last.  Freed with free(). */
static char **split_lines(char *text)
{
    char **lines = NULL;
    size_t count = 0, capacity = 0;
    for (char *line; (line = strsep(&text, "\n")) != NULL;) {
        lines = vec_grow(lines, count, &capacity, sizeof *lines);
        lines[count++] = line;
    }
    lines = vec_grow(lines, count, &capacity, sizeof *lines);
    lines[count] = NULL;
    return lines;
}

static void read_line(struct reader *reader, char *const *lines,
    void (*on_row)(void *context, const struct corpus_row *row), void *context)
{
    const char *line = lines[0];
    struct corpus_row row;
    if (line[0] == '\0' || line[0] == '#')
        return;
    if (starts_with(line, "deck {"))
        open_deck(reader, lines);
    else if (starts_with(line, "card {"))
        find_card(reader);
    else if (read_row(reader, line, &row))
        on_row(context, &row);
    arena_release(&reader->arena);
}

size_t corpus_read(const char *path,
    void (*on_row)(void *context, const struct corpus_row *row), void *context)
{
    struct reader reader = { .path = path };
    struct buf text = { 0 };
    struct err err = { 0 };
    if (!file_read(path, CORPUS_MAX_BYTES, &text, &err)) {
        print_error("%s: %s\n", path, err.message);
        return 1;
    }
    buf_add_char(&text, '\n'); // so that an empty file is text too
    char **lines = split_lines(text.text);
    for (char **line = lines; *line != NULL; line++) {
        reader.line++;
        read_line(&reader, line, on_row, context);
    }
    close_deck(&reader);
    free(lines);
    buf_release(&text);
    return reader.bad;
}
