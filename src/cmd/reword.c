#include "cmd/reword.h"

#include "session/record.h"
#include "session/reword.h"
#include "ui/line.h"

static void show_pair(struct app *app, const struct reworded *pair)
{
    const struct card *card = app->library.cards[pair->card];
    const struct term *out = &app->out;
    term_raw(out, STYLE_PLAIN, "\n A card of ");
    term_text(out, STYLE_PLAIN, card->note->deck->id);
    term_raw(
        out, STYLE_PLAIN, " without an id seems to have been reworded. The same card?\n");
    term_raw(out, STYLE_FAINT, " old\n");
    term_wrap(out, STYLE_PLAIN, pair->old_question, 3);
    term_raw(out, STYLE_FAINT, " new\n");
    term_wrap(out, STYLE_PLAIN, card->question, 3);
}

/* Asks until y or n is pressed. */
static enum line_result read_answer(bool *same)
{
    struct buf key = { 0 };
    enum line_result result;
    char pressed = '\0';
    do {
        result = line_key(" y keep its history   n another card > ", &key);
        pressed = result == LINE_TEXT ? buf_text(&key)[0] : '\0';
    } while (result == LINE_TEXT && pressed != 'y' && pressed != 'n');
    *same = pressed == 'y';
    buf_release(&key);
    return result;
}

bool reword_ask(struct app *app)
{
    struct arena arena = { 0 };
    struct reworded *pairs;
    size_t count;
    bool ok = reword_find(&app->collection, &arena, &pairs, &count, &app->err);
    for (size_t i = 0; ok && i < count; i++) {
        bool same;
        show_pair(app, &pairs[i]);
        if (read_answer(&same) != LINE_TEXT)
            break;
        ok = record_link(&app->collection, pairs[i].card, pairs[i].old_name, same,
            app_clock(app), &app->err);
    }
    arena_release(&arena);
    return ok;
}
