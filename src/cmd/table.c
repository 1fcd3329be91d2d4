#include "cmd/command.h"

#include <string.h>

extern const struct command cmd_study, cmd_quiz, cmd_due, cmd_help, cmd_next, cmd_answer,
    cmd_undo, cmd_redo, cmd_try, cmd_decks, cmd_list, cmd_show, cmd_why, cmd_check,
    cmd_schema, cmd_config, cmd_suspend, cmd_unsuspend, cmd_bury, cmd_flag, cmd_reset,
    cmd_backup, cmd_restore, cmd_doctor, cmd_completions, cmd_import, cmd_export,
    cmd_confused, cmd_stats, cmd_leeches, cmd_new, cmd_add, cmd_edit, cmd_fmt, cmd_diff,
    cmd_draft, cmd_fixes, cmd_optimize, cmd_evaluate, cmd_plan;

const struct command *const command_table[] = {
    &cmd_study,
    &cmd_quiz,
    &cmd_due,
    &cmd_help,
    &cmd_next,
    &cmd_answer,
    &cmd_undo,
    &cmd_redo,
    &cmd_try,
    &cmd_decks,
    &cmd_list,
    &cmd_show,
    &cmd_why,
    &cmd_suspend,
    &cmd_unsuspend,
    &cmd_bury,
    &cmd_flag,
    &cmd_reset,
    &cmd_new,
    &cmd_add,
    &cmd_edit,
    &cmd_fixes,
    &cmd_check,
    &cmd_fmt,
    &cmd_diff,
    &cmd_draft,
    &cmd_schema,
    &cmd_stats,
    &cmd_leeches,
    &cmd_confused,
    &cmd_optimize,
    &cmd_evaluate,
    &cmd_plan,
    &cmd_import,
    &cmd_export,
    &cmd_backup,
    &cmd_restore,
    &cmd_doctor,
    &cmd_config,
    &cmd_completions,
};

const size_t command_count = sizeof command_table / sizeof command_table[0];

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(command_table[i]->name, name) == 0)
            return command_table[i];
    return NULL;
}
