#include "ui/recall.h"

#include "base/buf.h"
#include "base/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>

enum { MOST_BYTES = 4 * 1024 * 1024 };

/* readline has one history; while it must not be seen, it waits here. */
static HISTORY_STATE hidden;

static void swap(void)
{
    HISTORY_STATE *seen = history_get_history_state();
    history_set_history_state(&hidden);
    hidden = *seen;
    free(seen);
}

void recall_begin(void)
{
    swap();
}

void recall_end(void)
{
    swap();
}

/* Adds it to readline's list; false if it is the last one already. */
static bool remember(const char *command)
{
    HIST_ENTRY *last = history_get(history_base + history_length - 1);
    if (last != NULL && strcmp(last->line, command) == 0)
        return false;
    add_history(command);
    return true;
}

static size_t count_lines(const struct buf *text)
{
    size_t lines = 0;
    for (size_t i = 0; i < text->len; i++)
        lines += text->text[i] == '\n';
    return lines;
}

/* What is left of the text without its first lines. */
static const char *skip_lines(const char *text, size_t lines)
{
    while (lines-- > 0)
        text = strchr(text, '\n') + 1;
    return text;
}

void recall_load(const char *path)
{
    struct buf text = { 0 };
    struct err err;
    recall_begin();
    using_history();
    stifle_history(RECALL_MOST);
    if (file_read(path, MOST_BYTES, &text, &err))
        for (char *at = text.text, *end; at != NULL && *at != '\0'; at = end) {
            end = strchr(at, '\n');
            if (end != NULL)
                *end++ = '\0';
            if (*at != '\0')
                remember(at);
        }
    recall_end();
    buf_release(&text);
}

/* One write, so that lines of several prompts do not mix. */
static void append(const char *path, const struct buf *line)
{
    struct stat st;
    int flags = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
    int fd = open(path, flags, 0600);
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
        ssize_t written = write(fd, line->text, line->len);
        (void)written;
    }
    close(fd);
}

static void save(const char *path, const struct buf *line)
{
    struct buf text = { 0 };
    struct err err;
    if (!file_make_folder_of(path, &err))
        return;
    bool there = file_read(path, MOST_BYTES, &text, &err);
    size_t lines = there ? count_lines(&text) : 0;
    if (lines < RECALL_MOST) {
        append(path, line);
    } else {
        struct buf kept = { 0 };
        buf_add(&kept, skip_lines(text.text, lines - RECALL_MOST + 1));
        buf_add(&kept, line->text);
        there = file_replace(path, kept.text, kept.len, &err);
        buf_release(&kept);
    }
    buf_release(&text);
}

void recall_add(const char *path, const char *command)
{
    struct buf line = { 0 };
    buf_add(&line, command);
    for (char *at = line.text; at != NULL && *at != '\0'; at++)
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    recall_begin();
    bool added = remember(buf_text(&line));
    recall_end();
    buf_add_char(&line, '\n');
    if (added) {
        int lock = file_lock_folder_of(path);
        save(path, &line);
        file_unlock(lock);
    }
    buf_release(&line);
}
