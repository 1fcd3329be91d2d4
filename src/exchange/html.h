/*
 * HTML of cards as plain text: what a reader of the card sees, without its looks.
 *
 * Blocks and <br> break lines, lists keep their marks, cells stand beside each other, code
 * between lines of ``` stays as written; pictures and sounds are named: [image: f], [sound: f].
 * Scripts and styles are left out.  Parsed by libgumbo as a browser would; walked without
 * recursion, since markup may nest as deep as a cell is long.
 */
#ifndef EXCHANGE_HTML_H
#define EXCHANGE_HTML_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct html_losses {
    size_t images; // that are only named
    size_t sounds;
};

/*
 * Appends `html` (valid UTF-8) as text, and adds to `losses`.  False, with nothing appended, if
 * it has more markup than any card: such a text could keep the parser busy for hours.
 */
bool html_add_text(struct buf *out, const char *html, struct html_losses *losses);

/* Appends plain text, [sound:f] written as in HTML above. */
void html_add_plain(struct buf *out, const char *text, struct html_losses *losses);

/* Does it look like HTML: has it a tag, or a named character? */
bool html_is_likely(const char *text);

/* Are there named or numbered characters, as &quot; or &#039;? */
bool html_has_names(const char *text);

#endif
