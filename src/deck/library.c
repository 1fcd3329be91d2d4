#include "deck/library.h"

#include "deck/loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_problem(struct library *library, enum diag_level level,
    enum deck_code code, const struct err *err)
{
    diags_add(&library->diags, level, deck_code_word(code), err);
}

static bool is_taken(struct library *library, const struct deck *deck)
{
    struct err err;
    const struct deck *other = library_deck(library, deck->id);
    if (other == NULL)
        return false;
    err_set(&err, ERR_INPUT,
        "the deck id \"%s\" is that of '%s' already; change one of them", deck->id,
        other->path);
    snprintf(err.file, sizeof err.file, "%s", deck->path);
    add_problem(library, DIAG_ERROR, CODE_DUPLICATE_DECK, &err);
    return true;
}

/* Has the file been read before, under whatever path? */
static bool is_seen(struct library *library, const char *path)
{
    struct file_id id;
    if (!file_identify(path, &id))
        return false;
    for (size_t i = 0; i < library->seen_count; i++)
        if (library->seen[i].device == id.device && library->seen[i].inode == id.inode)
            return true;
    library->seen = vec_grow(library->seen, library->seen_count, &library->seen_capacity,
        sizeof *library->seen);
    library->seen[library->seen_count++] = id;
    return false;
}

/* Keeps a deck that could be read (`ok`), or says why it could not. */
static void add_deck(struct library *library, struct deck *deck, bool ok, bool is_deck,
    bool named, const struct err *err)
{
    library->files++;
    if (!ok) {
        bool passed_over = !is_deck && !named;
        enum deck_code code = is_deck ? CODE_JSON : CODE_NOT_A_DECK;
        add_problem(library, passed_over ? DIAG_NOTE : DIAG_ERROR, code, err);
        library->files -= passed_over;
        library->unusable += !passed_over;
        return;
    }
    if (is_taken(library, deck)) {
        deck_release(deck);
        library->unusable++;
        return;
    }
    library->decks = vec_grow(library->decks, library->deck_count,
        &library->deck_capacity, sizeof *library->decks);
    library->decks[library->deck_count++] = *deck;
}

static void load_file(struct library *library, const char *path, bool named)
{
    struct deck deck;
    struct err err;
    bool is_deck;
    if (is_seen(library, path))
        return;
    bool ok = deck_load(path, &deck, &is_deck, &library->diags, &err);
    add_deck(library, &deck, ok, is_deck, named, &err);
}

/* What editors read beside a deck. */
static bool is_schema(const char *path)
{
    static const char ending[] = ".schema.json";
    size_t len = strlen(path), tail = sizeof ending - 1;
    return len >= tail && strcmp(path + len - tail, ending) == 0;
}

static void load_path(struct library *library, const char *path)
{
    struct file_list files = { 0 };
    struct err err;
    if (file_kind(path) != FILE_FOLDER) {
        load_file(library, path, true);
        return;
    }
    if (!file_list_folder(path, ".json", &library->arena, &files, &err)) {
        add_problem(library, DIAG_ERROR, CODE_NOT_A_DECK, &err);
        library->unusable++;
    }
    for (size_t i = 0; i < files.count; i++)
        if (!is_schema(files.paths[i]))
            load_file(library, files.paths[i], false);
}

static int by_id(const void *a, const void *b)
{
    const struct deck *left = a, *right = b;
    return strcmp(left->id, right->id);
}

void library_list_cards(struct library *library)
{
    size_t total = 0;
    for (size_t i = 0; i < library->deck_count; i++)
        total += library->decks[i].card_count;
    library->cards = mem_alloc(total * sizeof *library->cards);
    map_reserve(&library->by_name, total);
    for (size_t i = 0; i < library->deck_count; i++) {
        struct deck *deck = &library->decks[i];
        for (size_t j = 0; j < deck->note_count; j++)
            deck->notes[j].deck = deck;
        for (size_t j = 0; j < deck->card_count; j++) {
            if (deck->cards[j].note->disabled)
                continue;
            map_add(&library->by_name, deck->cards[j].name, library->card_count);
            library->cards[library->card_count++] = &deck->cards[j];
        }
    }
}

static void finish(struct library *library)
{
    if (library->deck_count > 0)
        qsort(library->decks, library->deck_count, sizeof *library->decks, by_id);
    library_list_cards(library);
    diags_sort(&library->diags);
}

void library_load(struct library *library, const char *const *paths, size_t count)
{
    *library = (struct library){ 0 };
    for (size_t i = 0; i < count; i++)
        load_path(library, paths[i]);
    finish(library);
}

void library_parse(struct library *library, const char *name, struct buf text)
{
    struct deck deck;
    struct err err;
    bool is_deck;
    *library = (struct library){ 0 };
    bool ok = deck_parse(name, text, &deck, &is_deck, &library->diags, &err);
    add_deck(library, &deck, ok, is_deck, true, &err);
    finish(library);
}

void library_test(struct library *library)
{
    for (size_t i = 0; i < library->deck_count; i++)
        deck_test(&library->decks[i], &library->diags);
    diags_sort(&library->diags);
}

void library_release(struct library *library)
{
    for (size_t i = 0; i < library->deck_count; i++)
        deck_release(&library->decks[i]);
    free(library->decks);
    free(library->seen);
    free(library->cards);
    map_release(&library->by_name);
    diags_release(&library->diags);
    arena_release(&library->arena);
    buf_release(&library->index);
    deck_release(&library->fetched);
    *library = (struct library){ 0 };
}

const struct deck *library_deck(const struct library *library, const char *id)
{
    for (size_t i = 0; i < library->deck_count; i++)
        if (strcmp(library->decks[i].id, id) == 0)
            return &library->decks[i];
    return NULL;
}

const struct card *library_card(const struct library *library, const char *name)
{
    size_t index;
    return map_find(&library->by_name, name, &index) ? library->cards[index] : NULL;
}
