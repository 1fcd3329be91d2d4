/*
 * JSON with places: a strict scan in front of cJSON, and file:line:column for every value.
 *
 * cJSON 1.7.15 is lenient and keeps no positions: it passes invalid UTF-8, raw control
 * characters, "012", "1.", form feeds, trailing text and cuts strings at \u0000.  So the scan
 * first refuses what RFC 8259 does not allow, and notes where each value begins, in document
 * order; cJSON then builds the tree, and the values, walked in the same order, take their
 * places from the notes.
 *
 * Limits: depth 64, 64 MiB, 4 million values.  One deliberate deviation from RFC 8259:
 * \u0000 is refused, since C strings end there.  A byte order mark at the start is allowed.
 * Numbers are doubles; whoever needs a range checks it.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/source.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    JSON_MAX_DEPTH = 64,
    JSON_MAX_BYTES = 64 * 1024 * 1024,
    JSON_MAX_VALUES = 4 * 1000 * 1000,
};

struct json {
    struct source source; // borrowed by the places
    cJSON *root;          // to be read, not changed: the whole tree lives in `arena`
    struct arena arena;
};

/*
 * Checks source->text (len bytes and a NUL) against the grammar and the limits.
 * `on_value` is called with the offset of each value in document order; may be NULL.
 * Returns false with a placed err at the first fault.
 */
MUST_USE bool json_scan(struct source *source,
    void (*on_value)(void *context, size_t offset), void *context, struct err *err);

/*
 * Scans and parses.  The text must outlive the json.  On failure there is nothing to release.
 * Whoever wants to keep texts of the tree may take the arena over instead of json_release.
 */
MUST_USE bool json_parse(struct source source, struct json *out, struct err *err);
void json_release(struct json *json);

/* Offset of a value of the tree in the text; for the key of an object's member, json_key_offset. */
size_t json_offset(const cJSON *value);
size_t json_key_offset(const struct json *json, const cJSON *member);

/*
 * Appends `value` as JSON text.  What could act on a terminal (DEL, C1, bidi controls) is
 * written as \uXXXX, so that even JSON shown on a screen is harmless.  A byte that is no
 * UTF-8, as names of files may hold, becomes U+FFFD.
 */
void json_render(const cJSON *value, bool indented, struct buf *out);

#endif
