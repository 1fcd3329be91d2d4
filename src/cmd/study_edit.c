/*
 * `e`: the card's place in its deck file, in the learner's editor, and back to the same card.
 *
 * The decks are read anew afterwards, and the session goes over to them.  While the file of the
 * card cannot be used, or the card has an error, the old text goes on, and what is wrong is told
 * with its place.
 */
#include "cmd/study.h"

#include "cmd/editor.h"
#include "cmd/reword.h"
#include "ui/line.h"

#include <string.h>

static void tell(const struct study *study, const struct err *err, const char *level)
{
    struct buf text = { 0 };
    buf_add_char(&text, '\n');
    err_render(err, level, &text);
    term_raw(study->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

/* Tells the errors of the file; true if there are none. */
static bool is_sound(
    const struct study *study, const struct library *library, const char *path)
{
    bool sound = true;
    for (size_t i = 0; i < library->diags.count; i++) {
        const struct diag *diag = &library->diags.items[i];
        if (diag->level != DIAG_ERROR || strcmp(diag->err.file, path) != 0)
            continue;
        tell(study, &diag->err, "error");
        sound = false;
    }
    return sound;
}

/* Reads the decks anew and takes them over; false with nothing changed if they are unsound. */
static bool take_decks(struct study *study, const char *path, struct err *err)
{
    struct app *app = study->app;
    struct library library;
    struct collection collection;
    app_read_decks(app, &library);
    bool ok = is_sound(study, &library, path);
    *err = (struct err){ 0 };
    if (ok && !collection_load(&collection, &library, app->store, &app->settings, err))
        ok = false;
    if (!ok) {
        library_release(&library);
        return false;
    }
    session_reload(&study->session, &collection, study_now(study));
    app_take_decks(app, &library, &collection);
    study->session.collection = &app->collection;
    return true;
}

/* After a fault: again, or on with the old text? */
static bool wants_again(struct study *study)
{
    study_say(
        study, "\n The deck cannot be used like this; your card stays as it was.\n");
    enum line_result result = line_key(" e edit again   Enter go on > ", &study->line);
    return result == LINE_TEXT && buf_text(&study->line)[0] == 'e';
}

bool study_edit_card(struct study *study, const char *name)
{
    struct err err;
    size_t card = 0;
    bool again = collection_find_owner(study->session.collection, name, &card),
         taken = false;
    while (again && !taken) {
        const struct note *note = study->session.collection->library->cards[card]->note;
        const char *path = arena_strdup(&study->app->arena, note->deck->path);
        if (!editor_run(path, note->line, &err))
            study_notice_err(study, " ", &err);
        taken = take_decks(study, path, &err);
        if (!taken && err.kind != ERR_NONE)
            tell(study, &err, NULL);
        again = !taken && wants_again(study);
    }
    return !taken || reword_ask(study->app);
}

bool study_edit(struct study *study)
{
    const char *name =
        arena_strdup(&study->app->arena, session_card(&study->session)->name);
    if (!study_edit_card(study, name))
        return false;
    if (!session_ask_again(&study->session, name, study_now(study)))
        study_notice(study, "The card is no longer in the deck.");
    return true;
}
