#include "cmd/new_cards.h"

#include "base/near.h"
#include "deck/edit.h"
#include "match/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double NEARLY = 0.7, SAME = 1 - 1e-9;

/* ---- the deck --------------------------------------------------------------------------- */

static bool no_deck(struct app *app, const char *word, struct err *err)
{
    const struct library *library = &app->library;
    const char **ids = arena_alloc(&app->arena, (library->deck_count + 1) * sizeof *ids);
    for (size_t i = 0; i < library->deck_count; i++)
        ids[i] = library->decks[i].id;
    const char *near = near_best(word, ids, library->deck_count);
    if (strchr(word, '/') != NULL || strstr(word, ".json") != NULL)
        return err_set(err, ERR_USAGE, "no deck file '%s'; `quaestor new %s` begins one",
            word, word);
    if (near != NULL)
        return err_set(err, ERR_USAGE, "no deck '%s'; did you mean '%s'?", word, near);
    return err_set(err, ERR_USAGE, "no deck '%s'; `quaestor decks` lists them", word);
}

static const struct deck *find_deck(struct app *app, const char *word, struct err *err)
{
    const struct library *library = &app->library;
    const struct deck *deck = library_deck(library, word);
    for (size_t i = 0; deck == NULL && i < library->deck_count; i++)
        if (file_same(library->decks[i].path, word))
            deck = &library->decks[i];
    if (deck == NULL)
        no_deck(app, word, err);
    return deck;
}

static bool parse_text(struct new_cards *cards, struct err *err)
{
    struct source source = {
        .name = cards->deck->path, .text = buf_text(&cards->text), .len = cards->text.len
    };
    return json_parse(source, &cards->json, err);
}

/* All of the deck but its cards, which come last, each member as it was written. */
static void make_head(struct new_cards *cards)
{
    const struct json *json = &cards->json;
    const cJSON *member;
    buf_add_char(&cards->head, '{');
    cJSON_ArrayForEach(member, json->root)
    {
        size_t key = json_key_offset(json, member);
        if (member == edit_cards(json))
            continue;
        buf_add_bytes(
            &cards->head, json->source.text + key, edit_value_end(json, member) - key);
        buf_add_char(&cards->head, ',');
    }
    buf_add(&cards->head, "\"cards\":[\n");
}

static void add_known(struct new_cards *cards, const struct card *card, const char *name)
{
    struct arena *arena = &cards->ids.arena;
    cards->known = vec_grow(
        cards->known, cards->known_count, &cards->known_capacity, sizeof *cards->known);
    cards->known[cards->known_count++] = (struct known_card){ arena_strdup(arena, name),
        arena_strdup(arena, card->question),
        arena_strdup(arena, match_expected(&card->key, arena)) };
    likeness_add(&cards->questions, card->question);
}

bool new_cards_begin(
    struct new_cards *cards, struct app *app, const char *word, struct err *err)
{
    *cards = (struct new_cards){ .app = app, .deck = find_deck(app, word, err) };
    if (cards->deck == NULL)
        return false;
    buf_add_bytes(&cards->text, buf_text(&cards->deck->text), cards->deck->text.len);
    if (!parse_text(cards, err))
        return false;
    make_head(cards);
    new_ids_read(&cards->ids, edit_cards(&cards->json));
    for (size_t i = 0; i < app->library.card_count; i++)
        add_known(cards, app->library.cards[i], app->library.cards[i]->name);
    cards->cards = cJSON_CreateArray();
    return true;
}

void new_cards_release(struct new_cards *cards)
{
    json_release(&cards->json);
    buf_release(&cards->text);
    buf_release(&cards->head);
    likeness_release(&cards->questions);
    new_ids_release(&cards->ids);
    free(cards->known);
    cJSON_Delete(cards->cards);
    *cards = (struct new_cards){ 0 };
}

/* ---- a trial ---------------------------------------------------------------------------- */

static int count_lines(const struct buf *text)
{
    int lines = 0;
    for (size_t i = 0; i < text->len; i++)
        lines += text->text[i] == '\n';
    return lines;
}

/* From a place in the trial deck, or in the card's text, to the one that the author knows. */
static void move_place(struct err *err, struct new_place place)
{
    if (place.name == NULL) {
        err->file[0] = err->excerpt[0] = '\0';
        err->line = err->column = 0;
        return;
    }
    snprintf(err->file, sizeof err->file, "%s", place.name);
    err->line = place.line;
}

/* Keeps what is said of the card itself; false with its first error. */
static bool keep_diags(struct trial *trial, const struct diags *found, int first_line,
    struct new_place place, struct err *err)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct diag *diag = &found->items[i];
        if (diag->err.line <= first_line)
            continue;
        struct err moved = diag->err;
        move_place(&moved, place);
        if (diag->level == DIAG_ERROR) {
            *err = moved;
            return false;
        }
        diags_add(&trial->diags, diag->level, diag->code, &moved);
    }
    return true;
}

static bool parse_card(struct trial *trial, struct new_place place, struct err *err)
{
    struct source source = {
        .name = "the card", .text = buf_text(&trial->text), .len = trial->text.len
    };
    if (json_parse(source, &trial->json, err))
        return true;
    move_place(err, place);
    return false;
}

static bool load_card(
    struct new_cards *cards, struct trial *trial, struct new_place place, struct err *err)
{
    struct buf whole = { 0 };
    struct diags diags = { 0 };
    bool is_deck;
    buf_add_bytes(&whole, cards->head.text, cards->head.len);
    buf_addf(&whole, "%s\n]}", buf_text(&trial->text));
    bool ok = deck_parse("the card", whole, &trial->deck, &is_deck, &diags, err) &&
              keep_diags(trial, &diags, count_lines(&cards->head), place, err);
    diags_release(&diags);
    return ok;
}

bool new_cards_try(struct new_cards *cards, const char *text, struct new_place place,
    struct trial *out, struct err *err)
{
    *out = (struct trial){ 0 };
    buf_add(&out->text, text);
    if (parse_card(out, place, err) && load_card(cards, out, place, err))
        return true;
    trial_release(out);
    return false;
}

void trial_release(struct trial *trial)
{
    deck_release(&trial->deck);
    diags_release(&trial->diags);
    json_release(&trial->json);
    buf_release(&trial->text);
}

/* ---- what is there already -------------------------------------------------------------- */

struct comparison {
    const struct new_cards *cards;
    const struct trial *trial;
    const struct card *card; // the one at hand
    const char *answer;
    void (*found)(void *context, const struct known_card *known, bool same);
    void *context;
};

static void compare(void *context, size_t number, double likeness)
{
    const struct comparison *comparison = context;
    const struct known_card *known = &comparison->cards->known[number];
    bool same = likeness >= SAME;
    if (same || match_same(known->answer, comparison->answer,
                    &comparison->trial->deck.context, comparison->card->key.strict))
        comparison->found(comparison->context, known, same);
}

/* Siblings share their words: of them the first is asked about. */
void new_cards_compare(struct new_cards *cards, const struct trial *trial,
    void (*found)(void *context, const struct known_card *known, bool same),
    void *context)
{
    struct arena arena = { 0 };
    const struct card *card = &trial->deck.cards[0];
    struct comparison comparison = { cards, trial, card,
        match_expected(&card->key, &arena), found, context };
    likeness_find(&cards->questions, card->question, NEARLY, compare, &comparison);
    arena_release(&arena);
}

/* ---- taking ----------------------------------------------------------------------------- */

/* cJSON keeps the value of a number; how it was written is kept beside it. */
static void keep_numbers(cJSON *copy, const cJSON *value, const char *text)
{
    if (cJSON_IsNumber(value)) {
        const char *written = text + json_offset(value);
        size_t len = strspn(written, "+-.0123456789eE");
        copy->valuestring = cJSON_malloc(len + 1);
        memcpy(copy->valuestring, written, len);
        copy->valuestring[len] = '\0';
        copy->type = cJSON_Raw;
        return;
    }
    const cJSON *child = value->child;
    for (cJSON *item = copy->child; item != NULL; item = item->next) {
        keep_numbers(item, child, text);
        child = child->next;
    }
}

static void give_id(cJSON *card, const char *id)
{
    cJSON *object = card;
    if (cJSON_IsArray(card)) {
        if (cJSON_GetArraySize(card) < 3)
            cJSON_AddItemToArray(card, cJSON_CreateObject());
        object = cJSON_GetArrayItem(card, 2);
    }
    cJSON_AddStringToObject(object, "id", id);
}

bool new_cards_take(struct new_cards *cards, const struct trial *trial,
    struct new_place place, struct err *err)
{
    const struct note *note = &trial->deck.notes[0];
    const struct card *card = &trial->deck.cards[0];
    const char *id = note->id;
    if (note->has_id && !new_ids_take(&cards->ids, id)) {
        err_set(
            err, ERR_USAGE, "the id \"%s\" is taken by another card; choose another", id);
        if (place.name != NULL) {
            snprintf(err->file, sizeof err->file, "%s", place.name);
            err->line = place.line;
            err->column = 1;
        }
        return false;
    }
    cJSON *copy = cJSON_Duplicate(trial->json.root, true);
    keep_numbers(copy, trial->json.root, buf_text(&trial->text));
    if (!note->has_id)
        give_id(copy, id = new_ids_make(&cards->ids, card->question));
    cJSON_AddItemToArray(cards->cards, copy);
    struct buf name = { 0 };
    buf_addf(&name, "%s/%s", cards->deck->id, id);
    add_known(cards, card, name.text);
    buf_release(&name);
    return true;
}

/* ---- writing ---------------------------------------------------------------------------- */

static void tell_added(struct new_cards *cards, size_t first,
    void (*added)(void *context, const char *name, int line), void *context)
{
    const cJSON *card = cJSON_GetArrayItem(edit_cards(&cards->json), (int)first);
    struct buf name = { 0 };
    for (; card != NULL; card = card->next) {
        int line, column;
        source_place(&cards->json.source, json_offset(card), &line, &column);
        buf_clear(&name);
        buf_addf(&name, "%s/%s", cards->deck->id, edit_member(card, "id")->valuestring);
        added(context, name.text, line);
    }
    buf_release(&name);
}

/* Takes over what the file holds by now: its author may have it in an editor. */
static bool refresh(struct new_cards *cards, struct err *err)
{
    struct buf now = { 0 };
    if (!file_read(cards->deck->path, JSON_MAX_BYTES, &now, err))
        return false;
    json_release(&cards->json);
    buf_release(&cards->text);
    cards->text = now;
    if (!parse_text(cards, err))
        return false;
    return cJSON_IsArray(edit_cards(&cards->json)) ||
           err_set(err, ERR_INPUT, "'%s' is no deck any more", cards->deck->path);
}

/* Has a card of the file the id of a new one? */
static bool ids_are_free(const struct new_cards *cards, struct err *err)
{
    struct new_ids ids = { 0 };
    const cJSON *card;
    bool ok = true;
    new_ids_read(&ids, edit_cards(&cards->json));
    cJSON_ArrayForEach(card, cards->cards)
    {
        const char *id = edit_member(card, "id")->valuestring;
        if (ok && !new_ids_take(&ids, id))
            ok = err_set(err, ERR_INPUT,
                "'%s' was changed meanwhile, and has a card \"%s\" now; nothing is "
                "written",
                cards->deck->path, id);
    }
    new_ids_release(&ids);
    return ok;
}

bool new_cards_write(struct new_cards *cards,
    void (*added)(void *context, const char *name, int line), void *context,
    struct err *err)
{
    if (!refresh(cards, err) || !ids_are_free(cards, err))
        return false;
    struct edits edits = { .json = &cards->json };
    struct buf after = { 0 };
    size_t first = (size_t)cJSON_GetArraySize(edit_cards(&cards->json));
    edit_add_cards(&edits, cards->cards);
    edits_apply(&edits, &after);
    edits_release(&edits);
    if (!edit_save(cards->deck->path, &cards->text, &after, err)) {
        buf_release(&after);
        return false;
    }
    json_release(&cards->json);
    buf_release(&cards->text);
    cards->text = after;
    cJSON_Delete(cards->cards);
    cards->cards = cJSON_CreateArray();
    if (!parse_text(cards, err))
        return false;
    tell_added(cards, first, added, context);
    return true;
}
