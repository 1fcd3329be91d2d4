#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *mem_realloc(void *memory, size_t size)
{
    void *moved = realloc(memory, size > 0 ? size : 1);
    if (moved == NULL)
        abort();
    return moved;
}

void *mem_alloc(size_t size)
{
    return mem_realloc(NULL, size);
}

void *mem_zeroed(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size);
    if (memory == NULL)
        abort();
    return memory;
}

void *mem_aligned(size_t size)
{
    enum { ALIGNMENT = 64 };
    void *memory = aligned_alloc(ALIGNMENT, (size / ALIGNMENT + 1) * ALIGNMENT);
    if (memory == NULL)
        abort();
    return memory;
}

char *mem_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(mem_alloc(size), text, size);
}

void *vec_grow(void *items, size_t count, size_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    if (*capacity > SIZE_MAX / item_size)
        abort();
    return mem_realloc(items, *capacity * item_size);
}

static void reserve(struct buf *buf, size_t more)
{
    size_t need = buf->len + more + 1;
    if (need <= buf->capacity)
        return;
    size_t capacity = buf->capacity < 32 ? 64 : buf->capacity * 2;
    buf->capacity = capacity < need ? need : capacity;
    buf->text = mem_realloc(buf->text, buf->capacity);
}

void buf_release(struct buf *buf)
{
    free(buf->text);
    *buf = (struct buf){ 0 };
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    if (buf->text != NULL)
        buf->text[0] = '\0';
}

void buf_add_bytes(struct buf *buf, const char *bytes, size_t len)
{
    if (len == 0)
        return;
    reserve(buf, len);
    memcpy(buf->text + buf->len, bytes, len);
    buf->len += len;
    buf->text[buf->len] = '\0';
}

void buf_add(struct buf *buf, const char *text)
{
    buf_add_bytes(buf, text, strlen(text));
}

void buf_add_char(struct buf *buf, char c)
{
    buf_add_bytes(buf, &c, 1);
}

void buf_pad(struct buf *buf, char c, size_t count)
{
    if (count == 0)
        return;
    reserve(buf, count);
    memset(buf->text + buf->len, c, count);
    buf->len += count;
    buf->text[buf->len] = '\0';
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        abort();
    reserve(buf, (size_t)len);
    vsnprintf(buf->text + buf->len, (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

const char *buf_text(const struct buf *buf)
{
    return buf->text != NULL ? buf->text : "";
}
