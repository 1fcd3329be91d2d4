/*
 * A card by asking for its parts; it is shown as it will be asked before it is written.
 */
#include "cmd/add.h"

#include "cmd/card.h"
#include "session/present.h"
#include "ui/line.h"

#include <string.h>

/* What was typed for one card; the texts live in `arena`. */
struct asked {
    struct new_cards *cards;
    struct arena arena;
    struct card_texts texts;
    enum line_result end; // LINE_TEXT: it goes on
};

/* Takes away the space around a text, in place. */
static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t len = strlen(text);
    while (len > 0 && strchr(" \t", text[len - 1]) != NULL)
        text[--len] = '\0';
    return text;
}

/* What was typed, without space around it; NULL for an empty line, or the end. */
static const char *ask(struct asked *asked, const char *prompt)
{
    struct buf line = { 0 };
    const char *text = NULL;
    if (asked->end == LINE_TEXT)
        asked->end = line_read(prompt, &line);
    if (asked->end == LINE_TEXT && line.len > 0)
        text = arena_strdup(&asked->arena, trim(line.text));
    buf_release(&line);
    return text != NULL && *text != '\0' ? text : NULL;
}

static void ask_several(struct asked *asked, const char *prompt, struct opt_texts *out)
{
    for (const char *text; (text = ask(asked, prompt)) != NULL;)
        opt_texts_add(out, text);
}

static void ask_tags(struct asked *asked)
{
    const char *typed = ask(asked, " tags, with commas  > ");
    char *rest = typed != NULL ? arena_strdup(&asked->arena, typed) : NULL;
    for (char *tag; (tag = strsep(&rest, ",")) != NULL;) {
        tag = trim(tag);
        if (*tag != '\0')
            opt_texts_add(&asked->texts.tags, tag);
    }
}

/* False for no question: there are no more cards. */
static bool ask_card(struct asked *asked)
{
    struct card_texts *texts = &asked->texts;
    texts->question = ask(asked, "\n question           > ");
    if (texts->question == NULL)
        return false;
    const char *answer = ask(asked, " answer             > ");
    if (answer == NULL)
        return false;
    if (strcmp(answer, "true") == 0 || strcmp(answer, "false") == 0)
        texts->answer_json = answer;
    else
        opt_texts_add(&texts->answers, answer);
    if (texts->answer_json == NULL)
        ask_several(asked, " also right         > ", &texts->accept);
    ask_tags(asked);
    if (asked->cards->deck->document_count > 0)
        texts->source = ask(asked, " where it is said   > ");
    return asked->end == LINE_TEXT;
}

static void show(struct new_cards *cards, const struct trial *trial)
{
    const struct term *out = &cards->app->out;
    struct arena arena = { 0 };
    for (size_t i = 0; i < trial->deck.card_count; i++) {
        const struct card *card = &trial->deck.cards[i];
        struct key key = present_key(card, 0, &arena);
        term_raw(out, STYLE_PLAIN, "\n");
        show_question(out, card, &key);
        show_fact(out, " answer", 10, match_expected(&key, &arena));
        show_fact(out, " kind", 10, key_kind_word(card->kind));
    }
    show_background(out, &trial->deck.notes[0]);
    term_raw(out, STYLE_PLAIN, "\n");
    add_warn(cards, trial);
    arena_release(&arena);
}

static void tell_added(void *context, const char *name, int line)
{
    const struct new_cards *cards = context;
    struct buf text = { 0 };
    buf_addf(&text, " added %s (%s:%d)\n", name, cards->deck->path, line);
    term_text(&cards->app->out, STYLE_PLAIN, text.text);
    buf_release(&text);
}

static char read_choice(struct asked *asked)
{
    struct buf key = { 0 };
    char pressed = '\0';
    do {
        asked->end = line_key(" y add   n drop > ", &key);
        pressed = asked->end == LINE_TEXT ? buf_text(&key)[0] : 'n';
    } while (pressed != 'y' && pressed != 'n');
    buf_release(&key);
    return pressed;
}

/* What cannot be used is told, and the next card asked for; false if writing failed. */
static bool offer(struct asked *asked, struct err *err)
{
    static const struct new_place nowhere = { NULL, 0 };
    struct buf text = { 0 };
    struct trial trial;
    bool usable = card_texts_render(&asked->texts, &text, err) &&
                  new_cards_try(asked->cards, text.text, nowhere, &trial, err);
    buf_release(&text);
    if (!usable) {
        show_err(&asked->cards->app->err_out, err, NULL);
        return true;
    }
    show(asked->cards, &trial);
    bool ok = read_choice(asked) != 'y' ||
              (new_cards_take(asked->cards, &trial, nowhere, err) &&
                  new_cards_write(asked->cards, tell_added, asked->cards, err));
    trial_release(&trial);
    return ok;
}

bool add_by_asking(struct new_cards *cards, struct err *err)
{
    struct buf title = { 0 };
    enum line_result end = LINE_TEXT;
    bool ok = true, more = true;
    buf_addf(&title,
        "New cards for %s; an empty question ends, other empty lines skip.\n",
        cards->deck->title);
    term_text(&cards->app->out, STYLE_PLAIN, title.text);
    line_open(app_is_interactive(cards->app));
    while (ok && more && end == LINE_TEXT) {
        struct asked asked = { .cards = cards, .end = LINE_TEXT };
        more = ask_card(&asked);
        ok = !more || offer(&asked, err);
        end = asked.end;
        card_texts_release(&asked.texts);
        arena_release(&asked.arena);
    }
    line_close();
    buf_release(&title);
    return ok;
}
