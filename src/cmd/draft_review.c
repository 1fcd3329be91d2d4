/*
 * Drafts one by one: taken, edited, skipped.
 *
 * The deck is the only file.  It holds what was taken, and under "x-draft" what was decided: for
 * each draft, by a hash of its text and answer, the id of its card, or null if it was skipped, in
 * the order of the decisions.  So a review goes on where it was left, and undo reaches back into
 * an earlier one.  Each decision is written at once; the deck is laid out anew in its canonical form,
 * and is not touched if somebody else has changed it meanwhile.
 */
#include "cmd/draft.h"

#include "base/file.h"
#include "base/rng.h"
#include "cmd/card.h"
#include "cmd/command.h"
#include "deck/edit.h"
#include "deck/format.h"
#include "ui/line.h"

#include <stdlib.h>
#include <string.h>

enum { DECK_BYTES = JSON_MAX_BYTES, KEY_BYTES = 24 };

struct draft_walk {
    struct draft_run *run;
    const char *path;
    cJSON *deck;     // as it stands in the file, or will
    struct buf text; // of the file; empty: it is not there yet
    size_t at;       // the draft at hand
    bool quit;
};

/* ---- the deck --------------------------------------------------------------------------- */

static cJSON *decisions(const struct draft_walk *walk)
{
    return cJSON_GetObjectItemCaseSensitive(walk->deck, "x-draft");
}

static cJSON *cards_of(const struct draft_walk *walk)
{
    return cJSON_GetObjectItemCaseSensitive(walk->deck, "cards");
}

static const char *text_of(const struct draft *draft)
{
    return draft->cloze != NULL ? draft->cloze : draft->question;
}

static const char *key_of(const struct draft *draft, char key[KEY_BYTES])
{
    uint64_t hash = hash_text(hash_text(0, text_of(draft)), draft->answer);
    snprintf(key, KEY_BYTES, "%012llx", (unsigned long long)(hash >> 16));
    return key;
}

static bool is_decided(const struct draft_walk *walk, size_t at)
{
    char key[KEY_BYTES];
    return cJSON_GetObjectItemCaseSensitive(
               decisions(walk), key_of(&walk->run->drafts.items[at], key)) != NULL;
}

static bool read_deck(struct draft_walk *walk, struct err *err)
{
    struct json json;
    if (!file_read(walk->path, DECK_BYTES, &walk->text, err))
        return false;
    struct source source = {
        .name = walk->path, .text = buf_text(&walk->text), .len = walk->text.len
    };
    if (!json_parse(source, &json, err))
        return false;
    walk->deck = cJSON_Duplicate(json.root, true);
    json_release(&json);
    if (!cJSON_IsObject(decisions(walk)) || !cJSON_IsArray(cards_of(walk)))
        return err_set(err, ERR_USAGE,
            "'%s' is there already, and no review of drafts; name another file",
            walk->path);
    return true;
}

static bool open_deck(struct draft_walk *walk, struct err *err)
{
    if (file_kind(walk->path) != FILE_ABSENT) {
        if (!read_deck(walk, err))
            return false;
    } else {
        walk->deck = draft_make_deck(walk->run, walk->path, cJSON_CreateArray());
        cJSON_AddObjectToObject(walk->deck, "x-draft");
    }
    return true;
}

static bool save_deck(struct draft_walk *walk, struct err *err)
{
    struct buf after = { 0 };
    bool ok, made = true;
    format_deck(walk->deck, NULL, &after);
    if (walk->text.len > 0)
        ok = edit_save(walk->path, &walk->text, &after, err);
    else
        ok = file_create(walk->path, after.text, after.len, &made, err);
    if (ok && !made)
        ok = err_set(err, ERR_USAGE, "'%s' was made meanwhile", walk->path);
    struct buf old = walk->text;
    walk->text = ok ? after : old;
    buf_release(ok ? &old : &after);
    return ok;
}

/* ---- decisions ---------------------------------------------------------------------------- */

/* Notes what was decided of the draft at hand; `card` is taken over, NULL: skipped. */
static bool decide(struct draft_walk *walk, cJSON *card, struct err *err)
{
    char key[KEY_BYTES];
    key_of(&walk->run->drafts.items[walk->at], key);
    if (card != NULL) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(card, "id");
        cJSON_AddStringToObject(decisions(walk), key, id->valuestring);
        cJSON_AddItemToArray(cards_of(walk), card);
    } else {
        cJSON_AddNullToObject(decisions(walk), key);
    }
    walk->at++;
    return save_deck(walk, err);
}

static void remove_card(struct draft_walk *walk, const char *id)
{
    int place = 0;
    cJSON *card;
    cJSON_ArrayForEach(card, cards_of(walk))
    {
        const cJSON *own = cJSON_GetObjectItemCaseSensitive(card, "id");
        if (cJSON_IsString(own) && strcmp(own->valuestring, id) == 0)
            break;
        place++;
    }
    cJSON_DeleteItemFromArray(cards_of(walk), place);
}

static void say(const struct draft_walk *walk, const char *text)
{
    term_text(&walk->run->app->out, STYLE_PLAIN, text);
}

/* Takes the last decision back, and goes to its draft. */
static bool undo(struct draft_walk *walk, struct err *err)
{
    char key[KEY_BYTES];
    int count = cJSON_GetArraySize(decisions(walk));
    const cJSON *last = cJSON_GetArrayItem(decisions(walk), count - 1);
    if (last == NULL) {
        say(walk, " Nothing to undo.\n");
        return true;
    }
    for (size_t i = 0; i < walk->run->drafts.count; i++)
        if (strcmp(key_of(&walk->run->drafts.items[i], key), last->string) == 0)
            walk->at = i;
    if (cJSON_IsString(last))
        remove_card(walk, last->valuestring);
    cJSON_DeleteItemFromArray(decisions(walk), count - 1);
    return save_deck(walk, err);
}

/* ---- editing ------------------------------------------------------------------------------- */

/* Several answers are shown and typed with ';' between them. */
static void add_answer_text(const struct draft *draft, struct buf *out)
{
    for (size_t i = 0; i < draft->item_count; i++)
        buf_addf(out, "%s%s", i > 0 ? "; " : "", draft->items[i]);
    if (draft->item_count == 0)
        buf_add(out, draft->number != NULL ? draft->number : draft->answer);
}

static cJSON *answer_of(const char *typed, const struct draft *draft)
{
    char *end, *rest;
    if (draft->item_count > 0) {
        cJSON *array = cJSON_CreateArray();
        char *copy = rest = mem_strdup(typed);
        for (char *item; (item = strsep(&rest, ";")) != NULL;) {
            item += strspn(item, " ");
            if (*item != '\0')
                cJSON_AddItemToArray(array, cJSON_CreateString(item));
        }
        free(copy);
        return array;
    }
    double value = strtod(typed, &end);
    bool number = draft->number != NULL && end != typed && *end == '\0';
    return number ? cJSON_CreateNumber(value) : cJSON_CreateString(typed);
}

static bool edit_line(
    struct draft_walk *walk, const char *prompt, const char *text, struct buf *out)
{
    enum line_result result = line_edit(prompt, text, out);
    walk->quit = result != LINE_TEXT;
    return result == LINE_TEXT && out->len > 0;
}

/* The card with another question and answer; NULL if editing was given up. */
static cJSON *edit_card(
    struct draft_walk *walk, const struct draft *draft, cJSON *card, struct new_ids *ids)
{
    struct buf answer = { 0 }, line = { 0 };
    const char *key = draft->cloze != NULL ? "cloze" : "question";
    add_answer_text(draft, &answer);
    bool ok = edit_line(
        walk, draft->cloze != NULL ? " text > " : " question > ", text_of(draft), &line);
    if (ok)
        cJSON_ReplaceItemInObjectCaseSensitive(card, key, cJSON_CreateString(line.text));
    if (ok && strcmp(line.text, text_of(draft)) != 0)
        cJSON_ReplaceItemInObjectCaseSensitive(
            card, "id", cJSON_CreateString(new_ids_make(ids, line.text)));
    if (ok && draft->cloze == NULL && draft->kind != DRAFT_SEQUENCE) {
        ok = edit_line(walk, " answer > ", answer.text, &line);
        if (ok && strcmp(line.text, answer.text) != 0) {
            cJSON_ReplaceItemInObjectCaseSensitive(
                card, "answer", answer_of(line.text, draft));
            cJSON_DeleteItemFromObjectCaseSensitive(card, "accept"); // of the old one
        }
    }
    buf_release(&answer);
    buf_release(&line);
    if (ok)
        return card;
    cJSON_Delete(card);
    return NULL;
}

/* Could the deck hold the card?  If not, why is told. */
static bool is_usable(struct draft_walk *walk, const cJSON *card)
{
    struct diags diags = { 0 };
    struct deck deck;
    struct err err;
    struct buf text = { 0 };
    bool is_deck;
    cJSON *cards = cJSON_CreateArray();
    cJSON_AddItemToArray(cards, cJSON_Duplicate(card, true));
    cJSON *trial = draft_make_deck(walk->run, walk->path, cards);
    json_render(trial, false, &text);
    cJSON_Delete(trial);
    bool ok = deck_parse("the card", text, &deck, &is_deck, &diags, &err);
    if (ok)
        deck_release(&deck);
    for (size_t i = 0; i < diags.count; i++)
        if (diags.items[i].level == DIAG_ERROR) {
            err = diags.items[i].err;
            ok = false;
        }
    diags_release(&diags);
    if (!ok)
        say(walk, arena_printf(&walk->run->app->arena, " %s\n", err.message));
    return ok;
}

static bool take(struct draft_walk *walk, bool edited, struct err *err)
{
    const struct draft *draft = &walk->run->drafts.items[walk->at];
    struct new_ids ids = { 0 };
    new_ids_read(&ids, cards_of(walk));
    cJSON *card = draft_make_card(walk->run, draft, &ids);
    if (edited)
        card = edit_card(walk, draft, card, &ids);
    new_ids_release(&ids);
    if (card == NULL)
        return true;
    if (is_usable(walk, card))
        return decide(walk, card, err);
    cJSON_Delete(card);
    return true;
}

/* ---- the walk --------------------------------------------------------------------------------- */

/* The sentence that the draft was made from. */
static void add_sentence(
    const struct draft_walk *walk, const struct draft *draft, struct buf *out)
{
    const struct doc *doc = &walk->run->docs[draft->document];
    struct range range = doc->sentences[doc_sentence_at(doc, draft->place.from)];
    buf_add_bytes(out, doc->text + range.from, range.to - range.from);
    for (size_t i = 0; i < out->len; i++)
        out->text[i] = out->text[i] == '\t' ? ' ' : out->text[i];
}

static void add_answers(const struct draft *draft, struct buf *out)
{
    if (draft->kind == DRAFT_SEQUENCE) {
        for (size_t i = 0; i < draft->item_count; i++)
            buf_addf(
                out, "%s%s = %s", i > 0 ? "; " : "", draft->items[i], draft->rights[i]);
        return;
    }
    add_answer_text(draft, out);
    if (draft->unit != NULL)
        buf_addf(out, " %s", draft->unit);
    for (size_t i = 0; i < draft->wrong_count; i++)
        buf_addf(out, "%s%s", i == 0 ? "  (not: " : "; ", draft->wrong[i]);
    if (draft->wrong_count > 0)
        buf_add(out, ")");
}

static void show(const struct draft_walk *walk)
{
    const struct term *out = &walk->run->app->out;
    const struct draft *draft = &walk->run->drafts.items[walk->at];
    struct buf text = { 0 };
    buf_addf(&text, "\n draft %zu of %zu, %d taken: %s, score %.2f\n\n", walk->at + 1,
        walk->run->drafts.count, cJSON_GetArraySize(cards_of(walk)),
        draft_kind_word(draft->kind), draft->score);
    term_text(out, STYLE_FAINT, text.text);
    show_fact(out, draft->cloze != NULL ? " text" : " asks", 9, text_of(draft));
    buf_clear(&text);
    add_answers(draft, &text);
    if (draft->cloze == NULL)
        show_fact(out, " answer", 9, text.text);
    buf_clear(&text);
    add_sentence(walk, draft, &text);
    show_fact(out, " from", 9, text.text);
    buf_release(&text);
}

static bool obey(struct draft_walk *walk, const char *key, struct err *err)
{
    switch (key[0]) {
    case 'y':
    case 'a':
        return take(walk, false, err);
    case 'e':
        return take(walk, true, err);
    case 's':
    case 'n':
        return decide(walk, NULL, err);
    case 'u':
        return undo(walk, err);
    case 'q':
        walk->quit = true;
        return true;
    default:
        say(walk,
            " a takes the card as it is, e lets you change it first, s skips it, u "
            "takes\n"
            " back what was decided last, q stops: the same command goes on later\n");
    }
    return true;
}

static bool walk_drafts(struct draft_walk *walk, struct err *err)
{
    struct buf key = { 0 };
    bool ok = true;
    while (ok && !walk->quit && walk->at < walk->run->drafts.count) {
        if (is_decided(walk, walk->at)) {
            walk->at++;
            continue;
        }
        show(walk);
        if (line_key(" a take   e edit   s skip   u undo   q quit > ", &key) != LINE_TEXT)
            break;
        ok = obey(walk, buf_text(&key), err);
    }
    buf_release(&key);
    return ok;
}

static void tell_end(const struct draft_walk *walk)
{
    struct buf text = { 0 };
    size_t left = 0;
    for (size_t i = 0; i < walk->run->drafts.count; i++)
        left += !is_decided(walk, i);
    int cards = cJSON_GetArraySize(cards_of(walk));
    buf_addf(&text, "\n %d %s in %s, %zu %s left\n", cards, cards == 1 ? "card" : "cards",
        walk->path, left, left == 1 ? "draft" : "drafts");
    say(walk, text.text);
    buf_release(&text);
}

int draft_review(struct draft_run *run, const char *output)
{
    struct draft_walk walk = { .run = run, .path = output };
    struct err *err = &run->app->err;
    bool ok = open_deck(&walk, err);
    if (ok) {
        line_open(app_is_interactive(run->app));
        ok = walk_drafts(&walk, err);
        line_close();
        if (ok)
            tell_end(&walk);
    }
    cJSON_Delete(walk.deck);
    buf_release(&walk.text);
    return ok ? STATUS_DONE : (int)err->kind;
}
