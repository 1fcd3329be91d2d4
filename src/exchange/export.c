#include "exchange/export.h"

#include "deck/format.h"
#include "exchange/export_cells.h"
#include "exchange/table.h"

#include <string.h>

static const char *const format_words[] = {
#define X(format, word) [format] = word,
    EXPORT_FORMATS(X)
#undef X
};

bool export_format_parse(const char *word, enum export_format *out)
{
    for (size_t i = 0; i < sizeof format_words / sizeof format_words[0]; i++)
        if (strcmp(word, format_words[i]) == 0) {
            *out = (enum export_format)i;
            return true;
        }
    return false;
}

/* ---- losses ----------------------------------------------------------------------------- */

void export_add_losses(struct buf *out, const struct export_losses *losses)
{
    static const struct {
        const char *one, *several;
    } words[] = {
#define X(loss, one, several) [loss] = { one, several },
        EXPORT_LOSSES(X)
#undef X
    };
    const char *gap = "";
    for (size_t i = 0; i < LOSS_COUNT; i++)
        if (losses->counts[i] > 0) {
            buf_addf(out, "%s%zu %s", gap, losses->counts[i],
                losses->counts[i] == 1 ? words[i].one : words[i].several);
            gap = "; ";
        }
}

static void count_losses(
    const struct card *card, const struct card *before, struct export_losses *losses)
{
    const struct note *note = card->note;
    size_t *counts = losses->counts;
    counts[LOSS_SIDE] += card->key_name[0] != '\0';
    counts[LOSS_FEEDBACK] += card->key.feedback_count > 0;
    counts[LOSS_FILE] += note->image != NULL || note->audio != NULL;
    counts[LOSS_JUDGING] += card->key.strict != 0 || card->key.literal;
    counts[LOSS_SELF] += note->self;
    counts[LOSS_TESTS] += note->tests != NULL && (before == NULL || before->note != note);
    counts[LOSS_SPELLINGS] += note->deck->context.spelling_count > 0 &&
                              (before == NULL || before->note->deck != note->deck);
}

/* ---- tables ----------------------------------------------------------------------------- */

#define TABLE_COLUMNS(X)                                                                 \
    X(card)                                                                              \
    X(question)                                                                          \
    X(answer)                                                                            \
    X(accept)                                                                            \
    X(tags)                                                                              \
    X(source)                                                                            \
    X(kind)                                                                              \
    X(wrong)                                                                             \
    X(hint)                                                                              \
    X(note)

static void add_table(char separator, const struct card *const *cards, size_t count,
    struct buf *out, struct export_losses *losses)
{
    static const char *const names[] = {
#define X(column) #column,
        TABLE_COLUMNS(X)
#undef X
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        buf_addf(out, "%s%c", names[i],
            i + 1 < sizeof names / sizeof names[0] ? separator : '\n');
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { 0 };
        struct cells cells = cells_of(&arena, cards[i]);
        const char *const row[] = {
#define X(column) cells.column,
            TABLE_COLUMNS(X)
#undef X
        };
        for (size_t at = 0; at < sizeof row / sizeof row[0]; at++) {
            if (at > 0)
                buf_add_char(out, separator);
            table_add_cell(out, row[at], separator);
        }
        buf_add_char(out, '\n');
        count_losses(cards[i], i > 0 ? cards[i - 1] : NULL, losses);
        arena_release(&arena);
    }
}

/* ---- Anki ------------------------------------------------------------------------------- */

/*
 * Front and Back are for a reader; the columns behind the tags are for import, and Anki passes
 * them over.  "#quaestor" says that they are there.
 */
static const char anki_columns[] =
    "guid\tFront\tBack\ttags\tdeck\tquestion\tanswer\tkind\t"
    "accept\twrong\tsource\thint\tnote";

static void add_anki_head(struct buf *out)
{
    buf_addf(out,
        "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#tags column:4\n"
        "#deck column:5\n#quaestor:1\n#columns:%s\n",
        anki_columns);
}

/* Tags are words there; '::' makes levels, as it may here. */
static const char *anki_tags(
    struct arena *arena, const struct note *note, struct export_losses *losses)
{
    struct buf tags = { 0 };
    for (size_t i = 0; i < note->tag_count; i++) {
        char *tag = arena_strdup(arena, note->tags[i]);
        losses->counts[LOSS_BLANK] += strpbrk(tag, " \t\n") != NULL;
        for (char *at = tag; (at = strpbrk(at, " \t\n")) != NULL;)
            *at = '_';
        buf_addf(&tags, "%s%s", i > 0 ? " " : "", tag);
    }
    const char *kept = arena_strdup(arena, buf_text(&tags));
    buf_release(&tags);
    return kept;
}

static void add_html_cell(struct buf *out, const char *text)
{
    struct buf html = { 0 };
    cells_add_html(&html, text);
    table_add_cell(out, buf_text(&html), '\t');
    buf_release(&html);
}

static void add_anki_note(
    const struct card *card, struct buf *out, struct export_losses *losses)
{
    struct arena arena = { 0 };
    struct cells cells = cells_of(&arena, card);
    const char *const row[] = { cells.card, cells_front(&arena, card),
        cells_back(&arena, card), anki_tags(&arena, card->note, losses),
        card->note->deck->title, cells.question, cells.answer, cells.kind, cells.accept,
        cells.wrong, cells.source, cells.hint, cells.note };
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        if (i > 0)
            buf_add_char(out, '\t');
        add_html_cell(out, row[i]);
    }
    buf_add_char(out, '\n');
    arena_release(&arena);
}

static void add_anki(const struct card *const *cards, size_t count, struct buf *out,
    struct export_losses *losses)
{
    add_anki_head(out);
    for (size_t i = 0; i < count; i++) {
        add_anki_note(cards[i], out, losses);
        count_losses(cards[i], i > 0 ? cards[i - 1] : NULL, losses);
    }
}

void export_table(enum export_format format, const struct card *const *cards,
    size_t count, struct buf *out, struct export_losses *losses)
{
    if (format == EXPORT_ANKI)
        add_anki(cards, count, out, losses);
    else
        add_table(format == EXPORT_TSV ? '\t' : ',', cards, count, out, losses);
}

/* ---- decks ------------------------------------------------------------------------------ */

static bool is_among(
    const struct card *const *cards, size_t count, size_t *at, const cJSON *entry)
{
    while (*at < count && cards[*at]->note->offset < json_offset(entry))
        ++*at;
    return *at < count && cards[*at]->note->offset == json_offset(entry);
}

/* Are these all the cards that are asked of the deck?  Then what is parked or faulty belongs too. */
static bool is_whole(const struct deck *deck, size_t count)
{
    size_t asked = 0;
    for (size_t i = 0; i < deck->card_count; i++)
        asked += !deck->cards[i].note->disabled;
    return asked == count;
}

/* The deck without the notes that are not meant; "$schema" is a path that holds no more. */
static cJSON *deck_of(
    const struct json *json, const struct card *const *cards, size_t count)
{
    bool whole = is_whole(cards[0]->note->deck, count);
    cJSON *deck = cJSON_CreateObject();
    const cJSON *member, *entry;
    size_t at = 0;
    cJSON_ArrayForEach(member, json->root)
    {
        bool meant = strcmp(member->string, "$schema") != 0 &&
                     strcmp(member->string, "cards") != 0 &&
                     strcmp(member->string, "x-imported") != 0;
        if (meant)
            cJSON_AddItemToObject(deck, member->string, cJSON_Duplicate(member, 1));
    }
    cJSON *kept = cJSON_AddArrayToObject(deck, "cards");
    entry = cJSON_GetObjectItemCaseSensitive(json->root, "cards")->child;
    for (; entry != NULL; entry = entry->next)
        if (whole || is_among(cards, count, &at, entry))
            cJSON_AddItemToArray(kept, cJSON_Duplicate(entry, 1));
    return deck;
}

bool export_deck(
    const struct card *const *cards, size_t count, struct buf *out, struct err *err)
{
    struct json json;
    if (count == 0)
        return err_set(err, ERR_USAGE, "no cards are meant, and a deck is made of cards");
    const struct deck *deck = cards[0]->note->deck;
    for (size_t i = 1; i < count; i++)
        if (cards[i]->note->deck != deck)
            return err_set(err, ERR_USAGE,
                "cards of '%s' and '%s' cannot be one deck; name one of them, or take "
                "--to "
                "csv",
                deck->id, cards[i]->note->deck->id);
    struct source source = {
        .name = deck->path, .text = buf_text(&deck->text), .len = deck->text.len
    };
    if (!json_parse(source, &json, err))
        return false;
    cJSON *made = deck_of(&json, cards, count);
    format_deck(made, json.source.text, out);
    cJSON_Delete(made);
    json_release(&json);
    return true;
}
