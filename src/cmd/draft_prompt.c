/*
 * What to tell a program that writes decks itself: the rules of a good deck, the schema, and the
 * documents.
 */
#include "cmd/draft.h"

#include <string.h>

extern const char deck_schema[];

static const char rules[] =
    "Write a deck of flashcards from the documents below, as one JSON object and nothing "
    "else: no\n"
    "words around it, no code fence.\n"
    "\n"
    "- The deck keeps to the JSON Schema below: \"format\": 1, an \"id\", a \"title\", "
    "\"documents\"\n"
    "  and \"cards\".  Each card has an \"id\" of its own: a-z, 0-9 and '-'.\n"
    "- Ask only what the documents say, and in your own words.  Each answer stands in "
    "its document.\n"
    "- One fact a card.  A question is understood without having read the document just "
    "now: name\n"
    "  people and places instead of \"he\", \"it\" and \"there\".  It does not hold its "
    "answer.\n"
    "- Answers are short enough to be typed: a name, a number, a date, a few words.  "
    "Other right\n"
    "  answers stand under \"accept\".  A number is a JSON number, with its \"unit\".  "
    "What needs a\n"
    "  sentence becomes a choice (\"wrong\": two or three plausible options), or has\n"
    "  \"grading\": \"self\".\n"
    "- Mix the kinds: texts, numbers, lists of at most seven items, choices, pairs, gaps "
    "(\"cloze\").\n"
    "- Each card has a \"source\": the heading of its section, or up to five words of "
    "the document\n"
    "  exactly as they stand there.\n"
    "- The names of the documents and their \"path\" are as given below.\n"
    "\n"
    "Afterwards `quaestor check --documents FOLDER -` reads the deck from standard input "
    "and tells\n"
    "what does not stand in the documents.\n"
    "\n"
    "JSON Schema of a deck:\n\n";

static void print(const struct draft_run *run, const char *text)
{
    term_raw(&run->app->out, STYLE_PLAIN, text);
}

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

void draft_print_prompt(struct draft_run *run)
{
    const struct term *out = &run->app->out;
    print(run, rules);
    print(run, deck_schema);
    for (size_t i = 0; i < run->count; i++) {
        struct buf line = { 0 };
        buf_addf(&line, "\nDocument \"%s\", path \"%s\":\n\n", run->names[i],
            base_of(run->docs[i].name));
        term_text(out, STYLE_PLAIN, line.text);
        term_text(out, STYLE_PLAIN, run->docs[i].source.text);
        print(run, "\n");
        buf_release(&line);
    }
}
