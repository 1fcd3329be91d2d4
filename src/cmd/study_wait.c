/*
 * Waiting: for the next step when nothing else is left, and for the learner when the minutes
 * are over.  Of a terminal only: a pipe is asked its steps ahead, and ends when time is up.
 */
#include "cmd/study.h"

#include "ui/screen.h"

#include <stdlib.h>

/* "12 min", "40 s": rounded up, so that it is not over before. */
static void add_wait(struct buf *out, int64_t ms)
{
    long long seconds = (ms + SECOND_MS - 1) / SECOND_MS;
    if (seconds >= 60)
        buf_addf(out, "%lld min", (seconds + 59) / 60);
    else
        buf_addf(out, "%lld s", seconds);
}

static int64_t time_left(const struct study *study)
{
    return study->session.next_due_ms - study_now(study);
}

/* "Now" is meant of all that wait, not of the first alone. */
static enum turn take_wait_key(struct study *study, bool *over)
{
    const char *key = buf_text(&study->line);
    *over = true;
    switch (key[0]) {
    case 'n':
        study->hurried = session_waiting(&study->session);
        session_hurry(&study->session, study_now(study));
        return TURN_GO_ON;
    case 'q':
        return TURN_QUIT;
    case 'u':
        return study_act(study, ACTION_UNDO);
    }
    *over = false;
    return TURN_GO_ON;
}

/* Where nothing is drawn over, the time is told once. */
static int64_t show_countdown(const struct study *study, int64_t left_ms, bool first)
{
    struct buf line = { 0 };
    long long seconds = (left_ms + SECOND_MS - 1) / SECOND_MS;
    if (study->fresh) {
        buf_addf(&line, "\r next card in %lld:%02lld   n now, q quit ", seconds / 60,
            seconds % 60);
    } else if (first) {
        buf_add(&line, " waiting ");
        add_wait(&line, left_ms);
        buf_add(&line, "; n now, q quit\n");
    }
    study_say(study, buf_text(&line));
    fflush(study->out->stream);
    buf_release(&line);
    return study->fresh ? left_ms - (seconds - 1) * SECOND_MS : left_ms;
}

static enum turn count_down(struct study *study)
{
    bool over = false;
    enum turn turn = TURN_GO_ON;
    for (bool first = true; !over && turn == TURN_GO_ON; first = false) {
        int64_t left_ms = time_left(study);
        if (left_ms <= 0)
            break;
        enum line_result result =
            line_wait(show_countdown(study, left_ms, first), &study->line);
        if (result == LINE_TEXT)
            turn = take_wait_key(study, &over);
        else if (result != LINE_LATE)
            turn = study_turn_of(result);
    }
    study_say(study, study->fresh ? "\n" : "");
    return turn;
}

static enum line_result ask_how(struct study *study)
{
    struct buf prompt = { 0 };
    buf_addf(&prompt, " %zu in ", session_waiting(&study->session));
    add_wait(&prompt, time_left(study));
    buf_add(&prompt, ": w wait, n now, q quit > ");
    enum line_result result = line_key(prompt.text, &study->line);
    buf_release(&prompt);
    return result;
}

static void draw_notice(const struct term *term, const void *notice)
{
    term_raw(term, STYLE_PLAIN, notice);
}

/* A window of its own, but for what is to be said. */
static void show_notice(struct study *study)
{
    struct screen screen = { .term = &study->app->out,
        .draw = draw_notice,
        .context = buf_text(&study->notice),
        .reserve = 1,
        .fresh = study->fresh };
    screen_show(&screen);
    buf_clear(&study->notice);
}

enum turn study_wait(struct study *study)
{
    struct session *session = &study->session;
    bool over = false;
    if (study->hurried > 0) {
        session_hurry(session, study_now(study));
        return TURN_GO_ON;
    }
    show_notice(study);
    while (!over && time_left(study) > 0) {
        enum line_result result = ask_how(study);
        if (result != LINE_TEXT)
            return study_turn_of(result);
        enum turn turn = buf_text(&study->line)[0] == 'w' ? count_down(study)
                                                          : take_wait_key(study, &over);
        if (turn != TURN_GO_ON || session->state != SESSION_WAIT)
            return turn;
    }
    if (session->state == SESSION_WAIT && time_left(study) <= 0)
        session_wake(session, study_now(study));
    return TURN_GO_ON;
}

/* ---- the minutes -------------------------------------------------------------------------- */

static void add_pause(struct buf *out, const struct study *study)
{
    size_t count = study->session.log_count - study->pause_count;
    long long seconds = (long long)(study->pause_every_ms / SECOND_MS);
    bool minutes = seconds >= 60;
    long long number = minutes ? seconds / 60 : seconds;
    buf_addf(out, " %zu %s in %lld %s%s", count, count == 1 ? "answer" : "answers",
        number, minutes ? "minute" : "second", number == 1 ? "" : "s");
}

enum turn study_pause(struct study *study)
{
    struct buf text = { 0 };
    add_pause(&text, study);
    enum turn turn = TURN_QUIT;
    if (study->interactive) {
        enum line_result result;
        buf_add(&text, ": go on? y/n > ");
        study_flush_notice(study);
        study_say(study, "\n");
        do
            result = line_key(text.text, &study->line);
        while (result == LINE_TEXT && buf_text(&study->line)[0] != 'y' &&
               buf_text(&study->line)[0] != 'n' && buf_text(&study->line)[0] != 'q');
        if (result == LINE_TEXT && buf_text(&study->line)[0] == 'y')
            turn = TURN_GO_ON;
    } else {
        buf_add(&text, ": time is up.\n");
        study_flush_notice(study);
        study_say(study, text.text);
    }
    buf_release(&text);
    study->pause_ms = study_now(study) + study->pause_every_ms;
    study->pause_count = study->session.log_count;
    return turn;
}
