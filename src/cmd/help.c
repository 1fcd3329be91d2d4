#include "cmd/help.h"

#include "ui/layout.h"
#include "ui/pager.h"

#include <stdio.h>
#include <string.h>

enum { HELP_WIDTH = 80 }; // columns that its lines are written for

static void help_commands(struct buf *out)
{
    const char *group = "";
    for (size_t i = 0; i < command_count; i++) {
        const struct command *command = command_table[i];
        if (strcmp(group, command->group) != 0)
            buf_addf(out, "\n%s\n", command->group);
        group = command->group;
        buf_addf(out, "  %-11s %s\n", command->name, command->summary);
    }
}

static void help_program(struct buf *out)
{
    buf_add(out, "usage: quaestor [OPTIONS] [COMMAND [OPTIONS] [ARG...]]\n");
    help_commands(out);
    buf_add(out, "\noptions\n");
    opt_render(global_opts, out);
    buf_add(out,
        "\nexit status\n"
        "  0 done   1 the answer is no   2 usage, unknown card or deck\n"
        "  3 a file that cannot be used   4 system or database\n"
        "\n`quaestor COMMAND --help` says more of a command.  `quaestor` alone opens a\n"
        "prompt for all of them: there Enter studies, Tab completes, `quit` leaves.\n");
}

static void help_command(const struct command *command, struct buf *out)
{
    buf_addf(out, "usage: quaestor %s%s%s\n\n%s\n", command->name,
        command->args[0] != '\0' ? " " : "", command->args, command->summary);
    if (command->opts != NULL) {
        buf_add(out, "\noptions\n");
        opt_render(command->opts, out);
    }
    if (command->notes != NULL)
        buf_addf(out, "\n%s", command->notes);
    buf_add(out, "\n`quaestor --help` lists the options of all commands.\n");
}

int help_show(const struct command *command)
{
    struct term out = term_of(stdout, false, 0);
    struct buf text = { 0 }, narrow = { 0 };
    if (command != NULL)
        help_command(command, &text);
    else
        help_program(&text);
    if (out.interactive && out.width < HELP_WIDTH)
        layout_wrap(&narrow, text.text, out.width - 1, 0);
    pager_show(&out, narrow.len > 0 ? narrow.text : text.text);
    buf_release(&text);
    buf_release(&narrow);
    return STATUS_DONE;
}

static int run(struct app *app, const struct call *call)
{
    if (call->count == 0)
        return help_show(NULL);
    const struct command *command = command_named(call->words[0], &app->err);
    return command != NULL ? help_show(command) : (int)app->err.kind;
}

const struct command cmd_help = {
    .name = "help",
    .group = "study",
    .args = "[COMMAND]",
    .summary = "what a command does and takes; all commands, without one",
    .most = 1,
    .run = run,
};
