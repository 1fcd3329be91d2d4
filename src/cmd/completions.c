/*
 * Completion for shells: prints their scripts, and tells them what could be typed.
 *
 * The scripts know nothing but how to ask: `quaestor completions words -- WORD...` gets the
 * words of the line behind the program's name, the last one unfinished, and answers with a
 * line for each word that could stand there, "WORD TAB MEANING", or with ":files" for names
 * of files.  So what is completed are always the commands, options and decks of the moment.
 *
 * What belongs into a place says the name that it has in the usage: `kinds` is the list.
 * Nothing here fails: who knows no answer offers none.
 */
#include "cmd/completions.h"
#include "cmd/command.h"

#include "base/map.h"
#include "base/utf8.h"
#include "session/select.h"
#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

enum { MEANING_WIDTH = 72, PLACE_NAME = 32 };

/* A line as far as it was typed. */
struct completion {
    struct app *app;
    const struct command *command; // NULL before it
    const struct opt *option;      // whose value comes next, or NULL
    bool only_words;               // "--" was there
    size_t place;                  // words behind the command so far
    const char *before;            // the last of them
    const char *last, *typed;      // the unfinished word; the part of it to be completed
    struct buf out;
};

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* A word that would not be shown as it is cannot be typed either. */
static bool is_plain(const char *word)
{
    struct buf visible = { 0 };
    utf8_add_visible(&visible, word, strlen(word));
    bool plain = strcmp(buf_text(&visible), word) == 0 && strchr(word, '\n') == NULL;
    buf_release(&visible);
    return plain;
}

static void offer(struct completion *c, const char *word, const char *meaning)
{
    if (!starts_with(word, c->typed) || !is_plain(word))
        return;
    buf_add_bytes(&c->out, c->last, (size_t)(c->typed - c->last));
    buf_addf(&c->out, "%s\t", word);
    layout_cut(&c->out, meaning != NULL ? meaning : "", MEANING_WIDTH);
    buf_add_char(&c->out, '\n');
}

/* ---- what a place takes ------------------------------------------------------------------- */

static void offer_files(struct completion *c)
{
    buf_add(&c->out, ":files\n");
}

static void offer_commands(struct completion *c)
{
    for (size_t i = 0; i < command_count; i++)
        offer(c, command_table[i]->name, command_table[i]->summary);
}

static void offer_when(struct completion *c)
{
    offer(c, "auto", "on terminals");
    offer(c, "always", NULL);
    offer(c, "never", NULL);
}

static void offer_ratings(struct completion *c)
{
#define X(name, value, word) offer(c, word, NULL);
    FSRS_RATINGS(X)
#undef X
}

static void offer_settings(struct completion *c)
{
    for (size_t i = 0; i < setting_count; i++)
        offer(c, setting_table[i].name, setting_table[i].meaning);
}

/* Values of the setting before it. */
static void offer_values(struct completion *c)
{
    struct err err;
    const struct setting *setting = setting_find(c->before, &err);
    if (setting != NULL && setting->type == SETTING_PATHS)
        offer_files(c);
    if (setting != NULL && setting->type == SETTING_FLAG) {
        offer(c, "true", NULL);
        offer(c, "false", NULL);
    }
    if (setting != NULL && setting->words != NULL)
        for (size_t i = 0; setting->words[i] != NULL; i++)
            offer(c, setting->words[i], NULL);
}

static const struct library *library_of(struct completion *c)
{
    if (!c->app->library_loaded)
        app_load_decks(c->app);
    return &c->app->library;
}

static void offer_decks(struct completion *c, const char *ending)
{
    const struct library *library = library_of(c);
    for (size_t i = 0; i < library->deck_count; i++) {
        const struct deck *deck = &library->decks[i];
        offer(c, arena_printf(&c->app->arena, "%s%s", deck->id, ending), deck->title);
    }
}

/* A deck by its id or its file. */
static void offer_a_deck(struct completion *c)
{
    offer_decks(c, "");
    offer_files(c);
}

static void offer_cards_of_deck(struct completion *c)
{
    const struct library *library = library_of(c);
    for (size_t i = 0; i < library->card_count; i++)
        offer(c, library->cards[i]->name, library->cards[i]->question);
}

static void offer_cards(struct completion *c)
{
    if (strchr(c->typed, '/') != NULL)
        offer_cards_of_deck(c);
    else
        offer_decks(c, "/");
}

static void offer_tags(struct completion *c)
{
    const struct library *library = library_of(c);
    struct map seen = { 0 };
    for (size_t i = 0; i < library->card_count; i++) {
        const struct note *note = library->cards[i]->note;
        for (size_t j = 0; j < note->tag_count; j++)
            if (map_add(&seen, note->tags[j], j))
                offer(c, arena_printf(&c->app->arena, "tag:%s", note->tags[j]), NULL);
    }
    map_release(&seen);
}

static void offer_states(struct completion *c)
{
    const char *word;
    for (size_t i = 0; (word = select_state_word(i)) != NULL; i++)
        offer(c, arena_printf(&c->app->arena, "is:%s", word), NULL);
}

/* Decks, and the cards of the one that is already named. */
static void offer_places(struct completion *c)
{
    if (strchr(c->typed, '/') != NULL) {
        offer_cards_of_deck(c);
        return;
    }
    offer_decks(c, "");
    if (library_deck(library_of(c), c->typed) != NULL)
        offer_decks(c, "/");
}

static void offer_selectors(struct completion *c)
{
    while (starts_with(c->typed, "not:"))
        c->typed += strlen("not:");
    if (starts_with(c->typed, "is:")) {
        offer_states(c);
    } else if (starts_with(c->typed, "tag:")) {
        offer_tags(c);
    } else {
        offer_places(c);
        offer(c, "is:", "cards in a state");
        offer(c, "seen:", "cards answered since a day");
        offer(c, "tag:", "cards with a tag");
        offer(c, "text:", "cards that mention a word");
        offer(c, "not:", "the other cards");
        if (c->out.len == 0)
            offer_files(c); // the file of a deck
    }
}

/* ---- scripts ------------------------------------------------------------------------------ */

/* The files of src/cmd/completions, turned into C by the Makefile. */
extern const char completions_bash[], completions_zsh[], completions_fish[];

static const struct {
    const char *shell, *script;
} scripts[] = {
    { "bash", completions_bash },
    { "zsh", completions_zsh },
    { "fish", completions_fish },
};

enum { SCRIPT_COUNT = sizeof scripts / sizeof scripts[0] };

static void offer_shells(struct completion *c)
{
    for (size_t i = 0; i < SCRIPT_COUNT; i++)
        offer(c, scripts[i].shell, NULL);
}

/* ---- where the unfinished word stands ----------------------------------------------------- */

static const struct {
    const char *name; // in usages and in the tables of options
    void (*offer)(struct completion *c);
} kinds[] = {
    { "SELECTOR", offer_selectors },
    { "CARD", offer_cards },
    { "DECK", offer_a_deck },
    { "COMMAND", offer_commands },
    { "PATH", offer_files },
    { "FILE", offer_files },
    { "SETTING", offer_settings },
    { "VALUE", offer_values },
    { "RATING", offer_ratings },
    { "WHEN", offer_when },
    { "SHELL", offer_shells },
};

static void offer_kind(struct completion *c, const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].name, name) == 0)
            kinds[i].offer(c);
}

/*
 * The name of a place in a usage: the first of "[--off] CARD TEXT" is CARD.  The last place
 * stands for all that follow if it has "..." behind it.  Options are passed over, with their
 * values: "[OPTIONS]", "--typed TEXT", "[-n N]".
 */
static bool place_name(const char *usage, size_t place, char name[PLACE_NAME])
{
    bool value = false;
    for (size_t at = 0, len; usage[0] != '\0'; usage += len + strspn(usage + len, " |")) {
        len = strcspn(usage, " |");
        const char *word = usage + strspn(usage, "[");
        if (word[0] == '-' || value || starts_with(word, "OPTIONS")) {
            value = !value && memchr(usage, ']', len) == NULL;
            continue;
        }
        size_t name_len = strcspn(word, " |].");
        if ((at++ == place || word[name_len] == '.') && name_len < PLACE_NAME) {
            memcpy(name, word, name_len);
            name[name_len] = '\0';
            return true;
        }
    }
    return false;
}

static const struct opt *find_option(const struct completion *c, const char *word)
{
    const struct opt *opt = opt_find(global_opts, word);
    if (opt == NULL && c->command != NULL && c->command->opts != NULL)
        opt = opt_find(c->command->opts, word);
    return opt != NULL && opt->kind != OPT_FLAG ? opt : NULL;
}

/* Decks named on the line are those to choose from. */
static void take_value(struct completion *c, const struct opt *option, const char *value)
{
    if (option == opt_find(global_opts, "--decks"))
        opt_texts_add(&c->app->global.decks, value);
}

static bool is_option(const struct completion *c, const char *word)
{
    return !c->only_words && word[0] == '-';
}

static void pass_option(struct completion *c, const char *word)
{
    const char *equals = strchr(word, '=');
    const struct opt *option = find_option(c, word);
    c->only_words = strcmp(word, "--") == 0;
    if (option != NULL && equals != NULL)
        take_value(c, option, equals + 1);
    else
        c->option = option;
}

static void pass(struct completion *c, const char *word)
{
    if (c->option != NULL) {
        take_value(c, c->option, word);
        c->option = NULL;
    } else if (is_option(c, word)) {
        pass_option(c, word);
    } else if (c->command == NULL) {
        c->command = command_find(word);
    } else {
        c->place++;
        c->before = word;
    }
}

static void offer_options(struct completion *c, const struct opt *opt)
{
    for (; opt != NULL && opt->name != NULL; opt++)
        offer(c, arena_printf(&c->app->arena, "--%s", opt->name), opt->help);
}

static void complete(struct completion *c)
{
    char name[PLACE_NAME];
    const char *equals = is_option(c, c->last) ? strchr(c->last, '=') : NULL;
    if (c->option == NULL && equals != NULL) {
        c->option = find_option(c, c->last);
        c->typed = equals + 1;
    }
    if (c->option != NULL) {
        offer_kind(c, c->option->arg);
    } else if (is_option(c, c->last)) {
        offer_options(c, c->command != NULL ? c->command->opts : NULL);
        offer_options(c, global_opts);
    } else if (c->command == NULL) {
        offer_commands(c);
    } else if (place_name(c->command->args, c->place, name)) {
        offer_kind(c, name);
    }
}

void completions_offer(
    struct app *app, const char *const *words, size_t count, struct buf *out)
{
    struct completion c = { .app = app, .last = "" };
    for (size_t i = 0; i + 1 < count; i++)
        pass(&c, words[i]);
    if (count > 0)
        c.last = words[count - 1];
    c.typed = c.last;
    complete(&c);
    buf_add(out, buf_text(&c.out));
    buf_release(&c.out);
}

static void print_offers(struct app *app, const char *const *words, size_t count)
{
    struct buf offers = { 0 };
    completions_offer(app, words, count, &offers);
    term_raw(&app->out, STYLE_PLAIN, buf_text(&offers));
    buf_release(&offers);
}

static int run(struct app *app, const struct call *call)
{
    const char *shell = call->words[0];
    if (strcmp(shell, "words") == 0) {
        print_offers(app, call->words + 1, call->count - 1);
        return STATUS_DONE;
    }
    for (size_t i = 0; i < SCRIPT_COUNT; i++)
        if (strcmp(scripts[i].shell, shell) == 0) {
            term_raw(&app->out, STYLE_PLAIN, scripts[i].script);
            return STATUS_DONE;
        }
    err_set(&app->err, ERR_USAGE, "no completions for '%s'; there are bash, zsh, fish",
        shell);
    return ERR_USAGE;
}

const struct command cmd_completions = {
    .name = "completions",
    .group = "data",
    .args = "SHELL",
    .summary = "prints what makes Tab complete in bash, zsh or fish",
    .notes =
        "`make install` puts the scripts where the shells look.  By hand:\n"
        "  bash  source <(quaestor completions bash)\n"
        "  zsh   source <(quaestor completions zsh)\n"
        "  fish  quaestor completions fish | source\n"
        "\n"
        "`quaestor completions words -- WORD...` is what they ask: it prints what could\n"
        "stand in place of the last WORD, one a line, with a tab and its meaning;\n"
        "the line :files means names of files.\n",
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
