/*
 * A deck to begin with: a few cards that show how, and the schema beside it for the editor.
 */
#include "cmd/command.h"

#include "base/file.h"
#include "deck/deck.h"
#include "exchange/id.h"

#include <string.h>

extern const char deck_schema[];

/* The id, then the title; in the canonical form, with ' for ". */
static const char example[] =
    "{\n"
    "  '$schema': 'deck.schema.json',\n"
    "  'format': 1,\n"
    "  'id': '%s',\n"
    "  'title': '%s',\n"
    "  'language': 'en',\n"
    "  'cards': [\n"
    "    { 'id': 'paris', 'question': 'Which river flows through Paris?', 'answer': "
    "'Seine' },\n"
    "    {\n"
    "      'id': 'olympus',\n"
    "      'question': 'How high is Mount Olympus?',\n"
    "      'answer': 2918,\n"
    "      'unit': 'm',\n"
    "      'tolerance': 20,\n"
    "      'note': 'The highest mountain of Greece.'\n"
    "    },\n"
    "    ['The Baltic states', ['Estonia', 'Latvia', 'Lithuania'], { 'id': 'baltic' }],\n"
    "    {\n"
    "      'id': 'bird',\n"
    "      'question': 'Which one is a bird?',\n"
    "      'answer': 'ostrich',\n"
    "      'wrong': ['bat', 'flying fish']\n"
    "    },\n"
    "    { 'id': 'tiber', 'cloze': 'The {{Tiber}} flows through {{Rome::a city}}.' }\n"
    "  ]\n"
    "}\n";

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* The file's name without its ending, as an id. */
static const char *id_of(struct app *app, const char *path)
{
    const char *base = base_of(path), *dot = strrchr(base, '.');
    size_t len = dot != NULL && dot > base ? (size_t)(dot - base) : strlen(base);
    const char *id = id_slug(&app->arena, arena_strndup(&app->arena, base, len), 64);
    return id[0] != '\0' ? id : "deck";
}

/* "my-rivers" as "My rivers" */
static const char *title_of(struct app *app, const char *id)
{
    char *title = arena_strdup(&app->arena, id);
    for (char *c = title; *c != '\0'; c++)
        *c = *c == '-' ? ' ' : *c;
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return title;
}

static void tell(struct app *app, const char *what, const char *path)
{
    struct buf line = { 0 };
    buf_addf(&line, "%s %s\n", what, path);
    term_text(&app->out, STYLE_PLAIN, line.text);
    buf_release(&line);
}

static bool write_deck(struct app *app, const char *path)
{
    struct buf text = { 0 };
    bool made = false;
    const char *id = id_of(app, path);
    buf_addf(&text, example, id, title_of(app, id));
    for (char *c = text.text; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    bool ok = file_create(path, text.text, text.len, &made, &app->err);
    buf_release(&text);
    if (ok && !made)
        return err_set(&app->err, ERR_USAGE,
            "'%s' is there already; `quaestor add %s` adds to it", path, path);
    return ok;
}

/* One that is there already stays. */
static bool write_schema(struct app *app, const char *deck)
{
    bool made = false;
    const char *path = arena_printf(
        &app->arena, "%.*sdeck.schema.json", (int)(base_of(deck) - deck), deck);
    bool ok = file_create(path, deck_schema, strlen(deck_schema), &made, &app->err);
    if (made)
        tell(app, "for your editor:", path);
    return ok;
}

static bool has_ending(const char *path)
{
    size_t len = strlen(path);
    return len > 5 && strcmp(path + len - 5, ".json") == 0;
}

static int run(struct app *app, const struct call *call)
{
    const char *path = call->words[0];
    bool ok = has_ending(path) ||
              err_set(&app->err, ERR_USAGE,
                  "decks are found by their ending: `quaestor new %s.json`", path);
    ok = ok && write_deck(app, path);
    if (!ok)
        return (int)app->err.kind;
    tell(app, "wrote", path);
    return write_schema(app, path) ? STATUS_DONE : (int)app->err.kind;
}

const struct command cmd_new = {
    .name = "new",
    .group = "authors",
    .args = "FILE",
    .summary = "writes a small deck, and the schema for your editor beside it",
    .least = 1,
    .most = 1,
    .run = run,
};
