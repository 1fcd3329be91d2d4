#include "linted.h"

#include "test.h"

#include <string.h>

void linted_add(struct library *library, const char *path, const char *text)
{
    struct buf copy = { 0 };
    struct err err;
    bool is_deck;
    buf_add(&copy, text);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.text[i] == '\'')
            copy.text[i] = '"';
    library->decks = vec_grow(library->decks, library->deck_count,
        &library->deck_capacity, sizeof *library->decks);
    if (!deck_parse(path, copy, &library->decks[library->deck_count], &is_deck,
            &library->diags, &err))
        fail_msg("%s:%d: %s\n%s", path, err.line, err.message, text);
    library->deck_count++;
    if (library->diags.count > 0)
        fail_msg("%s: %s", text, library->diags.items[0].err.message);
}

/* What was found, a line each: "code@line:column message". */
static void list_found(const struct library *library, struct buf *out)
{
    for (size_t i = 0; i < library->diags.count; i++) {
        const struct diag *diag = &library->diags.items[i];
        buf_addf(out, "%s%s@%d:%d %s", i > 0 ? "\n" : "", diag->code, diag->err.line,
            diag->err.column, diag->err.message);
    }
}

void linted_check(const struct library *library, const char *what, const char *expected)
{
    struct buf found = { 0 };
    list_found(library, &found);
    if (strcmp(buf_text(&found), expected) != 0)
        fail_msg("%s\n  found:    %s\n  expected: %s", what, buf_text(&found), expected);
    buf_release(&found);
}

/* A deck of one head and some cards. */
static void check_cards(const char *head, const char *cards, const char *expected)
{
    struct library library = { 0 };
    struct buf text = { 0 };
    print_message("%s\n", cards);
    buf_addf(&text, "{ 'format': 1, 'id': 't', %s 'cards': [\n%s\n] }", head, cards);
    linted_add(&library, "t.json", text.text);
    library_list_cards(&library);
    library_lint(&library);
    linted_check(&library, cards, expected);
    buf_release(&text);
    library_release(&library);
}

void linted_check_cases(const char *head, const struct lint_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_cards(head, cases[i].cards, cases[i].expected);
}
