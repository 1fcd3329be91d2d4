/*
 * Memory for what is built once, then only read, and released as a whole.
 *
 * A zero struct is a valid empty arena.  Memory is zeroed, aligned for any type, and lives
 * until arena_release.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/err.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *block; // newest first
    size_t used;               // bytes of the newest block
};

void arena_release(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size);
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t len);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

/* As vec_grow, in the arena: the outgrown array stays behind until the release. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity,
    size_t item_size) MUST_USE;

#endif
