/*
 * The answer being typed, and the commands that begin with ':'.
 *
 * "::" begins an answer with a colon; an empty line means "I don't know".
 */
#include "cmd/quiz.h"

#include "cmd/typing.h"

#include <stdlib.h>
#include <string.h>

/* ---- commands ----------------------------------------------------------------------------- */

static void tell_hint(struct quiz *quiz)
{
    const char *hint = paper_card(&quiz->paper, quiz->at)->hint;
    struct buf text = { 0 };
    if (!quiz_tells(quiz)) {
        buf_add(&text, "There are no hints in an exam.");
    } else if (hint == NULL) {
        buf_add(&text, "This card has no hint.");
    } else {
        quiz_item(quiz)->hinted = true;
        buf_addf(&text, "hint: %s", hint);
    }
    quiz_notice(quiz, text.text);
    buf_release(&text);
}

static void put_off(struct quiz *quiz)
{
    if (paper_put_off(&quiz->paper, quiz->at)) {
        quiz_notice(quiz, "Put off to the end of the paper.");
        quiz->state = QUIZ_NEXT;
    } else {
        quiz_notice(quiz, "It is the only one left.");
    }
}

static void tell_help(struct quiz *quiz)
{
    quiz_notice(
        quiz, "Type the answer and press Enter; an empty line: \"I don't know\".");
    quiz_notice(quiz, ":skip  asks it again at the end of the paper");
    quiz_notice(quiz, ":hint  a first help, but not in an exam");
    quiz_notice(quiz, ":quit  ends; what is left counts as not reached");
    quiz_notice(quiz, "The first letters will do; ::x types \":x\".");
}

/* Of several with the same beginning the first is meant; what is none asks for help. */
static enum line_result obey(struct quiz *quiz, const char *line)
{
    static const char *const commands[] = { "hint", "help", "skip", "quit" };
    enum { HINT, HELP, SKIP, QUIT, COUNT };
    size_t len = strcspn(line, " "), command = 0;
    while (command < COUNT && strncmp(commands[command], line, len) != 0)
        command++;
    if (command == QUIT)
        return LINE_END;
    if (command == SKIP)
        put_off(quiz);
    else if (command == HINT && len > 0)
        tell_hint(quiz);
    else
        tell_help(quiz);
    return LINE_TEXT;
}

/* ---- reading ------------------------------------------------------------------------------ */

/* People type several items one a line. */
static enum line_result read_items(struct quiz *quiz)
{
    const struct key *key = &quiz_item(quiz)->key;
    if (quiz->silent)
        return line_take(&quiz->items);
    return typing_read(
        key_has_items(key->kind) ? key->count : 0, NULL, &quiz->line, &quiz->items);
}

/* ---- the answer --------------------------------------------------------------------------- */

/* What is not saved ends the quiz, so that nobody answers on for nothing. */
static enum line_result save(struct quiz *quiz, int64_t at_ms)
{
    struct app *app = quiz->app;
    switch (paper_record(&quiz->paper, &app->collection, quiz->at, at_ms, &app->err)) {
    case RECORD_FAILED:
        quiz->failed = true;
        return LINE_END;
    case RECORD_CHANGED:
        quiz_notice(quiz, "This card was answered by another process meanwhile; the "
                          "answer is marked, but not saved.");
        break;
    case RECORD_SAVED:
    case RECORD_NOT_KEPT:
        break;
    }
    return LINE_TEXT;
}

static enum line_result take_answer(struct quiz *quiz, const char *typed)
{
    int64_t now_ms = quiz_now(quiz), answer_ms = now_ms - quiz->asked_ms;
    paper_answer(&quiz->paper, quiz->at, typed, answer_ms > 0 ? answer_ms : 0);
    quiz->state = quiz_tells(quiz) ? QUIZ_JUDGED : QUIZ_NEXT;
    return quiz->records ? save(quiz, now_ms) : LINE_TEXT;
}

enum line_result quiz_ask(struct quiz *quiz)
{
    quiz_flush_notice(quiz);
    enum line_result result = read_items(quiz);
    if (result != LINE_TEXT)
        return result;
    const char *typed = buf_text(&quiz->items);
    if (typed[0] != ':')
        return take_answer(quiz, typed);
    if (typed[1] == ':')
        return take_answer(quiz, typed + 1);
    char *command = mem_strdup(typed + 1);
    buf_clear(&quiz->items);
    result = obey(quiz, command);
    free(command);
    return result;
}
