/*
 * What the learner types: lines and single keys.
 *
 * On a terminal, readline edits the line and a key is taken as it is pressed; otherwise both
 * are plain lines, so that the same session runs from a pipe, and what was read is echoed to
 * make the output a transcript.  Of answers nothing is kept: no history, no completion; a
 * command line has both (ui/recall.h, ui/complete.h).
 *
 * Signals are held back from line_open to line_close except while waiting for input
 * (ui/wait.h).  INT, HUP and TERM end a wait with LINE_INTERRUPT or LINE_HANGUP, with the
 * terminal as it was before.
 */
#ifndef UI_LINE_H
#define UI_LINE_H

#include "base/buf.h"
#include "ui/complete.h"

#include <stdbool.h>
#include <stdint.h>

enum line_result {
    LINE_TEXT,
    LINE_END,       // end of input, ^D
    LINE_INTERRUPT, // ^C
    LINE_HANGUP,    // the terminal went away, or the program was asked to end
    LINE_LATE,      // nothing was pressed in time
};

/* Begins reading standard input; `interactive`: both ends are terminals. */
void line_open(bool interactive);
void line_close(void);

/* After so many milliseconds every wait ends with LINE_LATE; 0: there is no limit any more. */
void line_limit(int64_t ms);

/* What draws the window anew; NULL: nothing does. */
struct line_redraw {
    void (*redraw)(void *context);
    void *context;
};

/*
 * Says what draws the window anew above a prompt, when its size changed or the program came
 * back from ^Z; the prompt, and what stands behind it, follow by themselves.  Returns what did
 * so before.
 */
struct line_redraw line_redraw_with(void (*redraw)(void *context), void *context);

/* Reads a line without its newline into `out`, which is cleared first. */
enum line_result line_read(const char *prompt, struct buf *out);

/* The same; on a terminal ^_ on an empty line enters `undo`, and undoes typing on others. */
enum line_result line_answer(const char *prompt, const char *undo, struct buf *out);

/*
 * The same, with a text to be changed standing in the line already; through a pipe an empty line
 * keeps it.
 */
enum line_result line_edit(const char *prompt, const char *text, struct buf *out);

/* Reads a line that a program wrote: no prompt, no editing, no echo. */
enum line_result line_take(struct buf *out);

/* Reads a command in the same way, on a terminal with Tab and the arrow keys' memory. */
enum line_result line_command(
    const char *prompt, const struct completer *completer, struct buf *out);

/*
 * Reads one key press as text; from a pipe, a line (an empty one is Enter: "\n").  What was
 * typed before the call is thrown away on a terminal.
 */
enum line_result line_key(const char *prompt, struct buf *out);

/* The same, with the cursor left behind the prompt; of a terminal only. */
enum line_result line_press(const char *prompt, struct buf *out);

/* Waits at most `ms` for a key press and shows nothing; of a terminal only. */
enum line_result line_wait(int64_t ms, struct buf *out);

#endif
