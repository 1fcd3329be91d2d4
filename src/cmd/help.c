#include "cmd/help.h"

#include <stdio.h>
#include <string.h>

static void help_commands(struct buf *out)
{
    const char *group = "";
    for (size_t i = 0; i < command_count; i++) {
        const struct command *command = command_table[i];
        if (strcmp(group, command->group) != 0)
            buf_addf(out, "\n%s\n", command->group);
        group = command->group;
        buf_addf(out, "  %-10s %s\n", command->name, command->summary);
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

int help_show(struct app *app, const struct command *command)
{
    struct buf text = { 0 };
    (void)app;
    if (command != NULL)
        help_command(command, &text);
    else
        help_program(&text);
    fputs(text.text, stdout);
    buf_release(&text);
    return STATUS_DONE;
}
