/*
 * The way from argv to a command and its exit status.
 */
#include "base/near.h"
#include "cmd/command.h"
#include "cmd/help.h"
#include "cmd/prompt.h"
#include "ui/interrupt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OPTION_BYTES = 256 };

/* What runs without a command: it is not in the table. */
extern const struct command cmd_today;

static bool fail_unknown(const char *name, struct err *err)
{
    const char *names[64];
    for (size_t i = 0; i < command_count; i++)
        names[i] = command_table[i]->name;
    const char *near = near_best(name, names, command_count);
    if (near != NULL)
        return err_set(err, ERR_USAGE, "no command '%s'; did you mean '%s'?", name, near);
    return err_set(err, ERR_USAGE, "no command '%s'; `quaestor --help` lists them", name);
}

const struct command *command_named(const char *name, struct err *err)
{
    const struct command *command = command_find(name);
    return command != NULL || fail_unknown(name, err) ? command : NULL;
}

static bool check_words(
    const struct command *command, const struct opt_texts *words, struct err *err)
{
    const char *gap = command->args[0] != '\0' ? " " : "";
    if (words->count < command->least)
        return err_set(err, ERR_USAGE, "too little for '%s'; usage: quaestor %s%s%s",
            command->name, command->name, gap, command->args);
    if (words->count > command->most)
        return err_set(err, ERR_USAGE,
            "'%s' is too much for '%s'; usage: quaestor %s%s%s",
            words->items[command->most], command->name, command->name, gap,
            command->args);
    return true;
}

static int run(struct app *app, const struct command *command,
    const struct opt_texts *words, const void *options)
{
    struct call call = { words->items, words->count, options };
    if (!check_words(command, words, &app->err) || !app_start(app, &app->err))
        return (int)app->err.kind;
    if (app->err_out.interactive)
        interrupt_say();
    if (!app_provide(app, command->needs, words->items, words->count, &app->err))
        return (int)app->err.kind;
    return command->run(app, &call);
}

/* A result that did not reach its reader is no result. */
static int check_output(struct app *app, int status)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0)
        return status;
    err_errno(&app->err, "cannot write the output");
    clearerr(stdout);
    return ERR_SYSTEM;
}

static void tell_failure(const struct app *app, int status)
{
    bool told = status < ERR_USAGE && app->err.kind != ERR_NO; // by the command itself
    if (told || app->err.kind == ERR_NONE)
        return;
    struct buf text = { 0 };
    buf_add(&text, "quaestor: ");
    err_render(&app->err, NULL, &text);
    fputs(text.text, stderr);
    buf_release(&text);
}

static int dispatch(struct app *app, int argc, char **argv, struct opt_texts *words)
{
    static const struct opt no_opts[] = { { .name = NULL } };
    long long options[MOST_OPTION_BYTES / sizeof(long long)] = { 0 };
    struct opt_set sets[] = { { global_opts, &app->global }, { no_opts, options } };
    int at = 1;
    if (!opt_parse(argc, argv, &at, sets, 1, true, words, &app->err))
        return ERR_USAGE;
    bool named = at < argc;
    const struct command *command =
        named ? command_named(argv[at++], &app->err) : &cmd_today;
    if (command == NULL)
        return ERR_USAGE;
    if (command->opts != NULL)
        sets[1].opts = command->opts;
    if (!opt_parse(argc, argv, &at, sets, 2, false, words, &app->err))
        return ERR_USAGE;
    if (app->global.version) {
        puts("quaestor " QUAESTOR_VERSION);
        return STATUS_DONE;
    }
    if (app->global.help)
        return help_show(named ? command : NULL);
    return run(app, command, words, options);
}

int cmd_run(int argc, char **argv, bool *prompt)
{
    struct app app = { 0 };
    struct opt_texts words = { 0 };
    int status = check_output(&app, dispatch(&app, argc, argv, &words));
    tell_failure(&app, status);
    *prompt = app.wants_prompt;
    opt_texts_release(&words);
    app_end(&app);
    return status;
}

int cmd_main(int argc, char **argv)
{
    bool prompt;
    int status = cmd_run(argc, argv, &prompt);
    return prompt ? prompt_run(argc, argv) : status;
}
