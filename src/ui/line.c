#include "ui/line.h"

#include "base/utf8.h"
#include "ui/complete.h"
#include "ui/recall.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <readline/readline.h>

/* Signals are delivered to a process, so their state is the process's: file scope. */
static volatile sig_atomic_t ended_by; // INT, HUP or TERM, 0: none
static volatile sig_atomic_t stopped, resized;
static sigset_t held, before; // signal masks while open, and outside
static bool interactive_line;
static bool editing; // readline holds the terminal

/* What draws the window anew, and the prompt below it while a key is waited for. */
static void (*redraw_window)(void *context);
static void *redraw_context;
static const char *key_prompt;

/* What ^_ enters on an empty line; NULL: nothing. */
static const char *undo_text;

/* What the readline callback handed over. */
static struct {
    char *text;
    bool done;
} readline_result;

/* Bytes read from a pipe and not used yet. */
static struct buf pending;

static const int line_signals[] = { SIGINT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH };
static struct sigaction old_actions[sizeof line_signals / sizeof line_signals[0]];

static void note_signal(int number)
{
    if (number == SIGTSTP)
        stopped = 1;
    else if (number == SIGWINCH)
        resized = 1;
    else
        ended_by = number;
}

/* Whatever key the reader has bound to readline's own completion: it finds nothing. */
static char **no_completion(const char *text, int start, int end)
{
    (void)text, (void)start, (void)end;
    rl_attempted_completion_over = 1;
    return NULL;
}

void line_redraw_with(void (*redraw)(void *context), void *context)
{
    redraw_window = redraw;
    redraw_context = context;
}

static int undo_or_enter(int count, int key)
{
    if (undo_text == NULL || rl_end > 0)
        return rl_undo_command(count, key);
    rl_insert_text(undo_text);
    rl_redisplay();
    return rl_newline(1, '\n');
}

void line_open(bool interactive)
{
    struct sigaction action = { .sa_handler = note_signal };
    interactive_line = interactive;
    if (ended_by == SIGINT)
        ended_by = 0; // who was asked to end stays asked
    stopped = resized = 0;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof line_signals / sizeof line_signals[0]; i++) {
        if (line_signals[i] == SIGTSTP && !interactive)
            continue;
        sigaddset(&held, line_signals[i]);
        sigaction(line_signals[i], &action, &old_actions[i]);
    }
    sigprocmask(SIG_BLOCK, &held, &before);
    if (!interactive)
        return;
    rl_readline_name = "quaestor";
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_attempted_completion_function = no_completion;
    rl_initialize(); // the reader's own bindings first
    rl_bind_key('\t', complete_tab);
    rl_bind_key('_' & 0x1F, undo_or_enter);
}

void line_close(void)
{
    for (size_t i = 0; i < sizeof line_signals / sizeof line_signals[0]; i++)
        if (sigismember(&held, line_signals[i]) == 1)
            sigaction(line_signals[i], &old_actions[i], NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    buf_release(&pending);
}

/* Lets signals in that came meanwhile: pselect would not, while there is something to read. */
static void take_signals(void)
{
    sigprocmask(SIG_SETMASK, &before, NULL);
    sigprocmask(SIG_BLOCK, &held, NULL);
}

/* The window has changed: what stands in it, and the prompt. */
static void redraw(void)
{
    if (redraw_window == NULL) {
        if (editing)
            rl_resize_terminal();
        return;
    }
    redraw_window(redraw_context);
    if (editing) {
        rl_reset_screen_size();
        rl_forced_update_display();
    } else if (key_prompt != NULL) {
        fputs(key_prompt, stdout);
        fflush(stdout);
    }
}

/* Follows a new window size, and stops for a ^Z. */
static void heed_signals(void (*stop)(void), void (*go)(void))
{
    if (resized) {
        resized = 0;
        redraw();
    }
    if (stopped) {
        stopped = 0;
        stop();
        raise(SIGSTOP);
        go();
    }
}

enum wait_result { WAIT_BYTE, WAIT_SIGNAL, WAIT_LATE };

/* Waits for a byte, `timeout` long or for ever (NULL).  `stop` and `go` frame a ^Z. */
static enum wait_result wait_for_byte(
    void (*stop)(void), void (*go)(void), const struct timespec *timeout)
{
    for (;;) {
        fd_set in;
        take_signals();
        heed_signals(stop, go);
        if (ended_by != 0)
            return WAIT_SIGNAL;
        FD_ZERO(&in);
        FD_SET(STDIN_FILENO, &in);
        int ready = pselect(STDIN_FILENO + 1, &in, NULL, NULL, timeout, &before);
        if (ready == 0)
            return WAIT_LATE;
        if (ready > 0 || errno != EINTR)
            return WAIT_BYTE; // after a fault reading will say what is wrong
    }
}

static enum line_result ended(void)
{
    enum line_result result = ended_by == SIGINT ? LINE_INTERRUPT : LINE_HANGUP;
    if (result == LINE_INTERRUPT)
        ended_by = 0;
    return result;
}

/* ---- plain lines ----------------------------------------------------------------------- */

static void nothing(void)
{
}

/* Moves the first line of `pending` to `out`; false if there is no whole one. */
static bool take_line(struct buf *out, bool at_end)
{
    char *newline = pending.len > 0 ? memchr(pending.text, '\n', pending.len) : NULL;
    if (newline == NULL && !(at_end && pending.len > 0))
        return false;
    size_t len = newline != NULL ? (size_t)(newline - pending.text) : pending.len;
    size_t used = newline != NULL ? len + 1 : len;
    buf_add_bytes(
        out, pending.text, len > 0 && pending.text[len - 1] == '\r' ? len - 1 : len);
    memmove(pending.text, pending.text + used, pending.len - used);
    pending.len -= used;
    return true;
}

static enum line_result read_plain(struct buf *out)
{
    char chunk[4096];
    for (bool at_end = false;;) {
        if (take_line(out, at_end))
            return LINE_TEXT;
        if (at_end)
            return LINE_END;
        if (wait_for_byte(nothing, nothing, NULL) == WAIT_SIGNAL)
            return ended();
        ssize_t got = read(STDIN_FILENO, chunk, sizeof chunk);
        if (got > 0)
            buf_add_bytes(&pending, chunk, (size_t)got);
        else if (got == 0 || errno != EINTR)
            at_end = true;
    }
}

/* A NUL would end the text early: it is read as a space. */
static void drop_nuls(struct buf *text)
{
    for (size_t i = 0; i < text->len; i++)
        if (text->text[i] == '\0')
            text->text[i] = ' ';
}

static enum line_result prompt_plain(const char *prompt, struct buf *out)
{
    fputs(prompt, stdout);
    fflush(stdout);
    enum line_result result = read_plain(out);
    drop_nuls(out);
    if (isatty(STDIN_FILENO) == 1)
        return result;
    struct buf echo = { 0 };
    utf8_add_visible(&echo, buf_text(out), out->len);
    buf_add_char(&echo, '\n');
    fputs(echo.text, stdout);
    buf_release(&echo);
    return result;
}

/* ---- readline ----------------------------------------------------------------------------- */

static void stop_editing(void)
{
    rl_callback_handler_remove();
    editing = false;
}

static void take_readline(char *text)
{
    readline_result.text = text;
    readline_result.done = true;
    stop_editing();
}

static void leave_terminal(void)
{
    rl_deprep_terminal();
    fputs("\n", stdout);
    fflush(stdout);
}

static void enter_terminal(void)
{
    rl_prep_terminal(1);
    if (redraw_window != NULL)
        redraw();
    else
        rl_forced_update_display();
}

static enum line_result read_edited(const char *prompt, struct buf *out)
{
    if (ended_by != 0)
        return ended(); // nothing is asked of who has to leave
    readline_result.done = false;
    readline_result.text = NULL;
    rl_callback_handler_install(prompt, take_readline);
    editing = true;
    while (!readline_result.done) {
        if (wait_for_byte(leave_terminal, enter_terminal, NULL) == WAIT_SIGNAL) {
            rl_free_line_state();
            rl_callback_sigcleanup();
            stop_editing();
            fputs("\n", stdout);
            return ended();
        }
        rl_callback_read_char();
    }
    if (readline_result.text == NULL)
        return LINE_END;
    buf_add(out, readline_result.text);
    free(readline_result.text);
    return LINE_TEXT;
}

enum line_result line_read(const char *prompt, struct buf *out)
{
    buf_clear(out);
    if (interactive_line) {
        fflush(stdout);
        return read_edited(prompt, out);
    }
    return prompt_plain(prompt, out);
}

enum line_result line_answer(const char *prompt, const char *undo, struct buf *out)
{
    undo_text = undo;
    enum line_result result = line_read(prompt, out);
    undo_text = NULL;
    return result;
}

enum line_result line_command(
    const char *prompt, const struct completer *completer, struct buf *out)
{
    complete_with(completer);
    recall_begin();
    enum line_result result = line_read(prompt, out);
    recall_end();
    complete_with(NULL);
    return result;
}

/* ---- single keys -------------------------------------------------------------------------- */

static struct termios cooked;

static void key_mode_off(void)
{
    tcsetattr(STDIN_FILENO, TCSADRAIN, &cooked);
}

static void key_mode_on(void)
{
    struct termios raw = cooked;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

/* Back from ^Z: the shell may have written where the prompt was. */
static void key_mode_again(void)
{
    key_mode_on();
    redraw();
}

/* A key may be several bytes (UTF-8, arrows): those that are there already belong to it. */
static enum line_result read_key(const struct timespec *timeout, struct buf *out)
{
    char bytes[32];
    enum wait_result waited = wait_for_byte(key_mode_off, key_mode_again, timeout);
    if (waited != WAIT_BYTE)
        return waited == WAIT_LATE ? LINE_LATE : ended();
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
    if (got <= 0 || bytes[0] == 4)
        return LINE_END;
    size_t len = bytes[0] == '\033' || (bytes[0] & 0x80) != 0 ? (size_t)got : 1;
    buf_add_bytes(out, bytes, len);
    if (out->text[0] == '\r')
        out->text[0] = '\n';
    return LINE_TEXT;
}

enum line_result line_press(const char *prompt, struct buf *out)
{
    buf_clear(out);
    if (tcgetattr(STDIN_FILENO, &cooked) != 0)
        return LINE_HANGUP;
    tcflush(STDIN_FILENO, TCIFLUSH);
    key_mode_on();
    fputs(prompt, stdout);
    fflush(stdout);
    key_prompt = prompt;
    enum line_result result = read_key(NULL, out);
    key_prompt = NULL;
    key_mode_off();
    return result;
}

enum line_result line_wait(int64_t ms, struct buf *out)
{
    struct timespec timeout = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };
    buf_clear(out);
    if (tcgetattr(STDIN_FILENO, &cooked) != 0)
        return LINE_HANGUP;
    key_mode_on();
    enum line_result result = read_key(&timeout, out);
    key_mode_off();
    return result;
}

enum line_result line_key(const char *prompt, struct buf *out)
{
    enum line_result result;
    if (interactive_line) {
        result = line_press(prompt, out);
        fputs("\n", stdout);
        return result;
    }
    buf_clear(out);
    result = prompt_plain(prompt, out);
    if (result == LINE_TEXT && out->len == 0)
        buf_add_char(out, '\n');
    return result;
}
