#include "cmd/prompt.h"

#include "base/file.h"
#include "cmd/command.h"
#include "cmd/completions.h"
#include "cmd/job.h"
#include "ui/line.h"
#include "ui/recall.h"
#include "ui/split.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct prompt {
    int argc; // of the start
    char **argv;
    char *history;  // path
    struct app app; // for Tab
    bool app_open;
    size_t words; // finished ones on the line, when `app` was opened
};

/* ---- Tab ---------------------------------------------------------------------------------- */

static void close_app(struct prompt *prompt)
{
    if (prompt->app_open)
        app_end(&prompt->app);
    prompt->app = (struct app){ 0 };
    prompt->app_open = false;
}

/* Starts a run that only looks: the options of the start, no command. */
static bool open_app(struct prompt *prompt)
{
    struct opt_set set = { global_opts, &prompt->app.global };
    struct opt_texts words = { 0 };
    int at = 1;
    prompt->app_open = true;
    bool ok = opt_parse(prompt->argc, prompt->argv, &at, &set, 1, false, &words,
                  &prompt->app.err) &&
              app_start(&prompt->app, &prompt->app.err);
    opt_texts_release(&words);
    return ok;
}

/* Decks are read once while the same word is being typed. */
static bool look(struct prompt *prompt, size_t words)
{
    if (prompt->app_open && prompt->words == words)
        return true;
    close_app(prompt);
    prompt->words = words;
    return open_app(prompt);
}

static void match_entry(const char *folder, const char *start, size_t head,
    const char *name, struct matches *out)
{
    struct buf path = { 0 }, word = { 0 };
    buf_addf(&path, "%s/%s", folder, name);
    bool deeper = file_kind(path.text) == FILE_FOLDER;
    buf_add_bytes(&word, start, head);
    buf_addf(&word, "%s%s", name, deeper ? "/" : "");
    matches_add(out, start, word.text, deeper);
    buf_release(&path);
    buf_release(&word);
}

/* Names of files; hidden ones if the typed name is one.  "--decks=PATH" is a path behind '='. */
static void match_files(const char *typed, struct matches *out)
{
    const char *equals = typed[0] == '-' ? strchr(typed, '=') : NULL;
    const char *path = equals != NULL ? equals + 1 : typed;
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    struct buf folder = { 0 };
    buf_add_bytes(&folder, path, (size_t)(name - path));
    DIR *dir = opendir(slash != NULL ? folder.text : ".");
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' || name[0] == '.')
            match_entry(slash != NULL ? folder.text : ".", typed, (size_t)(name - typed),
                entry->d_name, out);
    if (dir != NULL)
        closedir(dir);
    buf_release(&folder);
}

/* Takes the offers, lines "WORD TAB MEANING" or ":files". */
static void match_offers(char *offers, const char *typed, struct matches *out)
{
    for (char *line = offers, *end; *line != '\0'; line = end + 1) {
        end = line + strcspn(line, "\n");
        *end = '\0';
        line[strcspn(line, "\t")] = '\0';
        size_t len = strlen(line);
        if (strcmp(line, ":files") == 0)
            match_files(typed, out);
        else if (len > 0)
            matches_add(out, typed, line, line[len - 1] == ':' || line[len - 1] == '/');
    }
}

static void find(void *context, const char *const *words, size_t count, const char *typed,
    struct matches *out)
{
    struct prompt *prompt = context;
    struct opt_texts line = { 0 };
    struct buf offers = { 0 };
    for (size_t i = 0; i < count; i++)
        if (i > 0 || strcmp(words[i], "quaestor") != 0)
            opt_texts_add(&line, words[i]);
    if (line.count == 0)
        matches_add(out, typed, "quit", false);
    opt_texts_add(&line, typed);
    if (look(prompt, count))
        completions_offer(&prompt->app, line.items, line.count, &offers);
    if (offers.len > 0)
        match_offers(offers.text, typed, out);
    opt_texts_release(&line);
    buf_release(&offers);
}

/* ---- lines -------------------------------------------------------------------------------- */

static bool holds_answer(const struct split *line)
{
    for (size_t i = 0; i < line->count; i++) {
        const struct command *command = command_find(line->words[i]);
        if (command != NULL && (command->needs & HOLDS_ANSWER) != 0)
            return true;
    }
    return false;
}

struct words {
    int count;
    char **items;
};

static void run_command(void *context)
{
    const struct words *words = context;
    bool again;
    cmd_run(words->count, words->items, &again);
}

/*
 * Runs the words of the start and those of the line; a habit like "quaestor due" is understood.
 * Returns whether the prompt goes on.
 */
static bool run_words(const struct prompt *prompt, struct split *line, size_t first)
{
    size_t before = (size_t)prompt->argc, count = before + line->count - first;
    char **argv = mem_zeroed(count + 1, sizeof *argv);
    struct words words = { (int)count, argv };
    for (size_t i = 0; i < before; i++)
        argv[i] = prompt->argv[i];
    for (size_t i = before; i < count; i++)
        argv[i] = arena_strdup(&line->arena, line->words[first + i - before]);
    bool go_on = job_run(run_command, &words);
    free(argv);
    return go_on;
}

static bool study(const struct prompt *prompt)
{
    struct split line = { 0 };
    split_line(&line, "study", strlen("study"));
    bool go_on = run_words(prompt, &line, 0);
    split_release(&line);
    return go_on;
}

static bool is_word(const struct split *line, const char *word)
{
    return line->count == 1 && strcmp(line->words[0], word) == 0;
}

/* Returns whether the prompt goes on. */
static bool obey(const struct prompt *prompt, const char *text)
{
    struct split line = { 0 };
    split_line(&line, text, strlen(text));
    bool go_on = !is_word(&line, "quit") && !is_word(&line, "exit");
    size_t first = line.count > 0 && strcmp(line.words[0], "quaestor") == 0;
    if (line.count > 0 && go_on && !holds_answer(&line))
        recall_add(prompt->history, text);
    if (line.count == 0)
        go_on = study(prompt);
    else if (line.quote != 0)
        fprintf(stderr, "quaestor: a quote is not closed: %c\n", line.quote);
    else if (go_on)
        go_on = run_words(prompt, &line, first);
    split_release(&line);
    return go_on;
}

static enum line_result read_line(struct prompt *prompt, struct buf *line)
{
    struct completer completer = { find, prompt };
    line_open(true);
    enum line_result result = line_command("quaestor> ", &completer, line);
    line_close();
    close_app(prompt);
    return result;
}

int prompt_run(int argc, char **argv)
{
    struct prompt prompt = { .argc = argc, .argv = argv };
    struct buf line = { 0 };
    enum line_result result = LINE_TEXT;
    if (open_app(&prompt))
        prompt.history = mem_strdup(prompt.app.history_path);
    close_app(&prompt);
    if (prompt.history != NULL)
        recall_load(prompt.history);
    for (bool go_on = prompt.history != NULL; go_on;) {
        result = read_line(&prompt, &line);
        go_on = result == LINE_INTERRUPT ||
                (result == LINE_TEXT && obey(&prompt, buf_text(&line)));
    }
    free(prompt.history);
    buf_release(&line);
    return STATUS_DONE;
}
