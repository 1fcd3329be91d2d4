#include "exchange/output.h"

#include "base/file.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_taken(const char *path, struct err *err)
{
    return err_set(
        err, ERR_USAGE, "'%s' is there already; name a file that is not", path);
}

bool output_open(
    struct output *output, const char *path, FILE *stream, bool visible, struct err *err)
{
    *output = (struct output){ .stream = stream, .path = path, .visible = visible };
    if (path == NULL)
        return true;
    if (file_kind(path) != FILE_ABSENT)
        return is_taken(path, err);
    buf_addf(&output->temporary, "%s.XXXXXX", path);
    int fd = mkstemp(output->temporary.text);
    output->visible = false;
    output->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (output->stream != NULL)
        return true;
    err_errno(err, "cannot write '%s'", path);
    if (fd >= 0) {
        close(fd);
        unlink(output->temporary.text);
    }
    buf_release(&output->temporary);
    return false;
}

void output_write(struct output *output, const struct buf *text)
{
    struct buf visible = { 0 };
    if (text->len == 0)
        return;
    if (output->visible)
        utf8_add_visible(&visible, text->text, text->len);
    const struct buf *shown = output->visible ? &visible : text;
    fwrite(shown->text, 1, shown->len, output->stream);
    buf_release(&visible);
}

/* A link is never made over another file; where there are no links, a rename has to do. */
static bool give_name(const char *temporary, const char *path, struct err *err)
{
    if (link(temporary, path) == 0)
        return unlink(temporary) == 0 || err_errno(err, "cannot remove '%s'", temporary);
    if (errno == EEXIST)
        return is_taken(path, err);
    return file_move(temporary, path, err);
}

bool output_close(struct output *output, bool whole, struct err *err)
{
    if (output->path == NULL)
        return true;
    const char *temporary = output->temporary.text;
    bool written = ferror(output->stream) == 0 && fflush(output->stream) == 0 &&
                   fsync(fileno(output->stream)) == 0;
    int number = errno;
    written = fclose(output->stream) == 0 && written;
    errno = number;
    bool ok = !whole || written || err_errno(err, "cannot write '%s'", output->path);
    bool named = ok && whole && give_name(temporary, output->path, err);
    if (!named)
        unlink(temporary);
    buf_release(&output->temporary);
    return whole ? named : ok;
}
