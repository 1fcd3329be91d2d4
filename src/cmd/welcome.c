#include "cmd/welcome.h"

#include "base/file.h"
#include "ui/line.h"

#include <string.h>

enum { MOST_SAMPLE_BYTES = 64 * 1024 * 1024 };

const char welcome_keys[] =
    "Type the answer, then Enter; Space takes the proposed rating; ? helps.";

static const char greeting[] =
    "Welcome to Quaestor. It asks what you are about to forget, you type the answer, "
    "and it says whether that is right, and why. There are no decks here yet.";

bool welcome_is_first_run(const struct app *app)
{
    return app->library.deck_count == 0 && app->library.unusable == 0 &&
           !app_names_decks(app);
}

bool welcome_is_first_session(const struct app *app)
{
    for (size_t i = 0; i < app->library.card_count; i++)
        if (app->collection.progress[i].reviews > 0)
            return false;
    return app->collection.orphan_count == 0;
}

/* ---- the sample decks --------------------------------------------------------------------- */

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static bool copy_deck(struct app *app, const char *path, bool *made)
{
    struct buf text = { 0 };
    const char *copy =
        arena_printf(&app->arena, "%s/%s", app->default_decks, name_of(path));
    bool ok = file_read(path, MOST_SAMPLE_BYTES, &text, &app->err) &&
              file_create(copy, buf_text(&text), text.len, made, &app->err);
    buf_release(&text);
    return ok;
}

/* A file of the same name that is there already stays. */
static bool copy_samples(struct app *app, const struct file_list *samples)
{
    struct buf said = { 0 };
    bool ok = file_make_folder(app->default_decks, &app->err);
    for (size_t i = 0; ok && i < samples->count; i++) {
        bool made = false;
        ok = copy_deck(app, samples->paths[i], &made);
        if (ok)
            buf_addf(&said, "%s %s\n", made ? "copied" : "kept your",
                name_of(samples->paths[i]));
    }
    term_text(&app->out, STYLE_PLAIN, buf_text(&said));
    buf_release(&said);
    return ok;
}

static bool list_samples(struct app *app, struct file_list *samples)
{
    const char *folder = app_samples(app);
    return folder != NULL &&
           file_list_folder(folder, ".json", &app->arena, samples, &app->err) &&
           samples->count > 0;
}

static bool is_wanted(struct app *app, size_t decks)
{
    struct buf text = { 0 }, key = { 0 };
    buf_addf(&text, "\nCopy the %zu sample decks into '%s'?", decks, app->default_decks);
    term_wrap(&app->out, STYLE_PLAIN, text.text, 0);
    line_open(true);
    enum line_result result = line_key("y: yes, any other key: no > ", &key);
    line_close();
    bool yes = result == LINE_TEXT && (key.text[0] == 'y' || key.text[0] == 'Y');
    buf_release(&text);
    buf_release(&key);
    return yes;
}

static void tell_failure(struct app *app)
{
    struct buf text = { 0 };
    buf_add(&text, "not copied: ");
    err_render(&app->err, NULL, &text);
    term_raw(&app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
    app->err = (struct err){ 0 };
}

static bool offer_samples(struct app *app)
{
    struct file_list samples = { 0 };
    if (!list_samples(app, &samples) || !is_wanted(app, samples.count))
        return false;
    bool copied = copy_samples(app, &samples);
    if (!copied)
        tell_failure(app);
    return copied;
}

/* ---- how to go on ------------------------------------------------------------------------- */

static void say(struct app *app, const char *text)
{
    term_wrap(&app->out, STYLE_PLAIN, text, 0);
}

void welcome_show(struct app *app)
{
    struct buf folder = { 0 };
    say(app, greeting);
    bool copied = offer_samples(app);
    buf_addf(&folder,
        "A deck of your own goes into '%s'; `man quaestor-deck` says how to write one.",
        app->default_decks);
    say(app,
        copied ? "\nEnter studies them." : "\nOnce a deck is there, Enter studies it.");
    say(app, folder.text);
    say(app, "`check FILE` finds what is wrong in one.");
    say(app, "`help` lists the commands, `quit` leaves.");
    if (copied)
        say(app, welcome_keys);
    buf_release(&folder);
}
