#include "ui/line.h"

#include "base/utf8.h"
#include "ui/complete.h"
#include "ui/recall.h"
#include "ui/wait.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <readline/readline.h>

static bool interactive_line;
static bool editing; // readline holds the terminal

/* What draws the window anew, and the prompt below it while a key is waited for. */
static struct line_redraw window;
static const char *key_prompt;

/* What ^_ enters on an empty line; NULL: nothing. */
static const char *undo_text;

/* What stands in the line when editing begins; NULL: nothing. */
static const char *given_text;

/* What the readline callback handed over. */
static struct {
    char *text;
    bool done;
} readline_result;

/* Bytes read from a pipe and not used yet. */
static struct buf pending;

/* Whatever key the reader has bound to readline's own completion: it finds nothing. */
static char **no_completion(const char *text, int start, int end)
{
    (void)text, (void)start, (void)end;
    rl_attempted_completion_over = 1;
    return NULL;
}

struct line_redraw line_redraw_with(void (*redraw)(void *context), void *context)
{
    struct line_redraw before_it = window;
    window = (struct line_redraw){ redraw, context };
    return before_it;
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
    interactive_line = interactive;
    wait_begin(interactive);
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
    wait_end();
    buf_release(&pending);
}

void line_limit(int64_t ms)
{
    wait_limit(ms);
}

/* The window has changed: what stands in it, and the prompt. */
static void redraw(void)
{
    if (window.redraw == NULL) {
        if (editing)
            rl_resize_terminal();
        return;
    }
    window.redraw(window.context);
    if (editing) {
        rl_reset_screen_size();
        rl_forced_update_display();
    } else if (key_prompt != NULL) {
        fputs(key_prompt, stdout);
        fflush(stdout);
    }
}

/* What the end of a wait means. */
static enum line_result result_of(enum wait_result waited)
{
    switch (waited) {
    case WAIT_BYTE:
        break;
    case WAIT_INTERRUPT:
        return LINE_INTERRUPT;
    case WAIT_HANGUP:
        return LINE_HANGUP;
    case WAIT_LATE:
        return LINE_LATE;
    }
    return LINE_TEXT;
}

/* ---- plain lines ----------------------------------------------------------------------- */

static const struct wait_hooks plain = { .resize = redraw };

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
        enum wait_result waited = wait_for_byte(&plain, NULL);
        if (waited != WAIT_BYTE)
            return result_of(waited);
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

enum line_result line_take(struct buf *out)
{
    buf_clear(out);
    enum line_result result = read_plain(out);
    drop_nuls(out);
    return result;
}

static enum line_result prompt_plain(const char *prompt, struct buf *out)
{
    fputs(prompt, stdout);
    fflush(stdout);
    enum line_result result = line_take(out);
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
    if (window.redraw != NULL)
        redraw();
    else
        rl_forced_update_display();
}

static const struct wait_hooks edited = { leave_terminal, enter_terminal, redraw };

static enum line_result read_edited(const char *prompt, struct buf *out)
{
    enum wait_result waited = wait_asked_to_end();
    if (waited != WAIT_BYTE)
        return result_of(waited); // nothing is asked of who has to leave
    readline_result.done = false;
    readline_result.text = NULL;
    rl_callback_handler_install(prompt, take_readline);
    editing = true;
    if (given_text != NULL) {
        rl_insert_text(given_text);
        rl_redisplay();
    }
    while (!readline_result.done) {
        waited = wait_for_byte(&edited, NULL);
        if (waited != WAIT_BYTE) {
            rl_free_line_state();
            rl_callback_sigcleanup();
            stop_editing();
            fputs("\n", stdout);
            return result_of(waited);
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

enum line_result line_edit(const char *prompt, const char *text, struct buf *out)
{
    given_text = text;
    enum line_result result = line_read(prompt, out);
    given_text = NULL;
    if (result == LINE_TEXT && out->len == 0 && !interactive_line)
        buf_add(out, text);
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

static const struct wait_hooks keyed = { key_mode_off, key_mode_again, redraw };

/* Appends the bytes that are there already, as many as a key may have. */
static void read_rest_of_key(struct buf *out)
{
    char bytes[32];
    int waiting = 0;
    if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting <= 0)
        return;
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
    if (got > 0)
        buf_add_bytes(out, bytes, (size_t)got);
}

/*
 * A key may be several bytes (UTF-8, arrows): those that are there already belong to it.  What
 * comes behind a plain one is for the next prompt.
 */
static enum line_result read_key(const struct timespec *timeout, struct buf *out)
{
    char byte;
    enum wait_result waited = wait_for_byte(&keyed, timeout);
    if (waited != WAIT_BYTE)
        return result_of(waited);
    if (read(STDIN_FILENO, &byte, 1) <= 0 || byte == 4)
        return LINE_END;
    buf_add_char(out, byte == '\r' ? '\n' : byte);
    if (byte == '\033' || (byte & 0x80) != 0)
        read_rest_of_key(out);
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
