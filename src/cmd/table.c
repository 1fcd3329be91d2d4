#include "cmd/command.h"

extern const struct command cmd_today, cmd_study, cmd_due, cmd_next, cmd_answer, cmd_undo,
    cmd_redo, cmd_try, cmd_decks, cmd_list, cmd_show, cmd_why, cmd_check, cmd_schema,
    cmd_config;

const struct command *const command_table[] = {
    &cmd_today,
    &cmd_study,
    &cmd_due,
    &cmd_next,
    &cmd_answer,
    &cmd_undo,
    &cmd_redo,
    &cmd_try,
    &cmd_decks,
    &cmd_list,
    &cmd_show,
    &cmd_why,
    &cmd_check,
    &cmd_schema,
    &cmd_config,
};

const size_t command_count = sizeof command_table / sizeof command_table[0];
