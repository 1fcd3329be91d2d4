/*
 * The answer being typed, and the commands that begin with ':'.
 *
 * "::" begins an answer with a colon; an empty line means "I don't know".
 */
#include "cmd/study.h"

#include "cmd/typing.h"
#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_MORE = 9999 };

static const char help[] =
    "   Type the answer and press Enter; an empty line means \"I don't know\".\n"
    "   :hint     a first help              :undo     the last answer or mark\n"
    "   :skip     another time              :bury     tomorrow\n"
    "   :suspend  until unsuspended         :flag     a mark of your own\n"
    "   :why      answers so far, dates     :edit     the card in your editor\n"
    "   :fix TEXT what to mend in it        :more 10  so many more new cards\n"
    "   :quit     end; all is saved\n"
    "   The first letters will do; ::x types \":x\"; Ctrl-_ on an empty line: :undo\n";

static const char narrow_help[] = "   Type the answer, press Enter; an\n"
                                  "   empty line: \"I don't know\".\n"
                                  "   :hint :skip :undo :bury :suspend\n"
                                  "   :flag :fix :why :edit :more 10 :quit\n"
                                  "   ::x types \":x\"\n";

enum { HELP_WIDTH = 80 };

enum command_word {
    COMMAND_HELP,
    COMMAND_HINT,
    COMMAND_MORE,
    COMMAND_FIX,
    COMMAND_ACTION,
};

/* Of several with the same beginning the first is meant. */
static const struct {
    const char *name;
    enum command_word word;
    enum action action;
} commands[] = {
    { "hint", COMMAND_HINT, ACTION_NONE },
    { "help", COMMAND_HELP, ACTION_NONE },
    { "skip", COMMAND_ACTION, ACTION_SKIP },
    { "suspend", COMMAND_ACTION, ACTION_SUSPEND },
    { "undo", COMMAND_ACTION, ACTION_UNDO },
    { "bury", COMMAND_ACTION, ACTION_BURY },
    { "flag", COMMAND_ACTION, ACTION_FLAG },
    { "fix", COMMAND_FIX, ACTION_FIX },
    { "why", COMMAND_ACTION, ACTION_WHY },
    { "edit", COMMAND_ACTION, ACTION_EDIT },
    { "more", COMMAND_MORE, ACTION_NONE },
    { "quit", COMMAND_ACTION, ACTION_QUIT },
};

/* The place of a command in the table; what is none asks for help. */
static size_t command_of(const char *line)
{
    size_t len = strcspn(line, " "), i = 0;
    while (len > 0 && i < sizeof commands / sizeof commands[0] &&
           strncmp(commands[i].name, line, len) != 0)
        i++;
    return len > 0 && i < sizeof commands / sizeof commands[0] ? i : 1;
}

static void draw_help(const struct term *term, const void *context)
{
    (void)context;
    term_raw(term, STYLE_PLAIN, term->width < HELP_WIDTH ? narrow_help : help);
}

/* ":more 10" */
static void let_more_in(struct study *study, const char *count)
{
    char *end;
    struct buf text = { 0 };
    long more = strtol(count, &end, 10);
    end += strspn(end, " ");
    if (study->session.options.cram) {
        buf_add(&text, "Here every card is asked already.");
    } else if (*count == '\0' || *end != '\0' || more < 1 || more > MOST_MORE) {
        buf_add(&text, "How many?  :more 10 lets ten more new cards in today.");
    } else {
        size_t before = session_counts(&study->session).fresh;
        session_more(&study->session, (int)more, study_now(study));
        size_t after = session_counts(&study->session).fresh;
        buf_addf(&text, "%zu more new %s today.", after - before,
            after - before == 1 ? "card" : "cards");
    }
    study_notice(study, text.text);
    buf_release(&text);
}

enum turn study_obey(struct study *study, const char *line)
{
    size_t command = command_of(line);
    const char *rest = line + strcspn(line, " ");
    switch (commands[command].word) {
    case COMMAND_HELP:
        return study_show_page(study, draw_help, NULL);
    case COMMAND_HINT:
        return study_show_hint(study);
    case COMMAND_MORE:
        let_more_in(study, rest + strspn(rest, " "));
        return TURN_GO_ON;
    case COMMAND_FIX:
        return study_note_fix(study, rest + strspn(rest, " "));
    case COMMAND_ACTION:
        break;
    }
    return study_act(study, commands[command].action);
}

/* ---- reading ------------------------------------------------------------------------------ */

/* Says how near the first try was, but nothing of what is right. */
static void say_once_more(struct study *study)
{
    buf_clear(&study->items);
    study_notice(study, session_was_near(&study->session)
                            ? "[--] a part of it; try once more, or Enter to see it"
                            : "[x] not that; try once more, or Enter to see it");
}

enum turn study_ask(struct study *study)
{
    study_show_notice(study);
    size_t items = session_reads_items(&study->session) ? study->session.key.count : 0;
    enum line_result result = typing_read(items, ":undo", &study->line, &study->items);
    if (result != LINE_TEXT)
        return study_turn_of(result);
    const char *typed = buf_text(&study->items);
    if (typed[0] == ':' && typed[1] != ':') {
        char *command = mem_strdup(typed + 1);
        buf_clear(&study->items);
        enum turn turn = study_obey(study, command);
        free(command);
        return turn;
    }
    session_answer(
        &study->session, typed[0] == ':' ? typed + 1 : typed, study_now(study));
    if (study->session.state == SESSION_ASK)
        say_once_more(study);
    return TURN_GO_ON;
}
