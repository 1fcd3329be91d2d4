/*
 * What holds things: buf, growable arrays, arena, map.
 */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- buf ---- */

static void test_buf_is_empty(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    assert_string_equal(buf_text(&buf), "");
    buf_clear(&buf);
    buf_add(&buf, "");
    buf_add_bytes(&buf, NULL, 0);
    buf_pad(&buf, ' ', 0);
    assert_null(buf.text);
    buf_addf(&buf, "%s", "");
    assert_string_equal(buf_text(&buf), "");
    assert_int_equal(buf.len, 0);
    buf_release(&buf);
    buf_release(&buf);
    assert_null(buf.text);
}

static void test_buf_adds(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    buf_add(&buf, "one");
    buf_add_char(&buf, ',');
    buf_add_bytes(&buf, " two, and", 4);
    buf_pad(&buf, '.', 3);
    buf_addf(&buf, "%d%%", 42);
    assert_string_equal(buf.text, "one, two...42%");
    assert_int_equal(buf.len, 14);
    buf_add_bytes(&buf, "\0x", 2); // a NUL is a byte as any
    assert_int_equal(buf.len, 16);
    assert_memory_equal(buf.text, "one, two...42%\0x", 17);
    buf_clear(&buf);
    assert_string_equal(buf.text, "");
    buf_add(&buf, "again");
    assert_string_equal(buf.text, "again");
    buf_release(&buf);
}

/* Whatever the steps, the text is whole and ends with a NUL. */
static void test_buf_grows(void **state)
{
    (void)state;
    for (size_t step = 1; step < 200; step += 3) {
        struct buf buf = { 0 };
        char piece[200];
        memset(piece, 'a' + (int)(step % 26), step);
        for (size_t i = 1; i <= 40; i++) {
            buf_add_bytes(&buf, piece, step);
            assert_int_equal(buf.len, i * step);
            assert_int_equal(strlen(buf.text), i * step);
            assert_true(buf.len < buf.capacity);
        }
        buf_addf(&buf, "%0*d", 500, 7);
        assert_int_equal(strlen(buf.text), 40 * step + 500);
        buf_release(&buf);
    }
}

static void test_vec_grow(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0, moves = 0;
    for (size_t count = 0; count < 10000; count++) {
        size_t before = capacity;
        items = vec_grow(items, count, &capacity, sizeof *items);
        moves += capacity != before;
        assert_true(capacity > count);
        items[count] = (int)count;
    }
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(items[i], i);
    assert_true(moves < 20); // amortised constant
    free(items);
}

/* ---- arena ---- */

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Pieces of all sizes are zeroed, aligned for any type, and do not touch each other. */
static void test_arena_pieces(void **state)
{
    (void)state;
    static const size_t sizes[] = { 1, 8, 24, 100, 4096, 65536, 200000, 3, 0, 65535 };
    enum { PIECES = 200 };
    struct arena arena = { 0 };
    char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        size_t size = sizes[i % 10];
        pieces[i] = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        assert_true(is_zero(pieces[i], size));
        if (size > 0)
            memset(pieces[i], (int)(i + 1), size);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t at = 0; at < sizes[i % 10]; at += 97)
            assert_int_equal((unsigned char)pieces[i][at], i + 1);
    arena_release(&arena);
    arena_release(&arena);
    assert_string_equal(arena_strdup(&arena, "usable again"), "usable again");
    arena_release(&arena);
}

static void test_arena_texts(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    char text[] = "Bessas";
    const char *copy = arena_strdup(&arena, text);
    const char *part = arena_strndup(&arena, text, 4);
    const char *none = arena_strndup(&arena, NULL, 0);
    const char *made = arena_printf(&arena, "%s, %d", text, 546);
    const char *long_one = arena_printf(&arena, "%0*d", 100000, 1);
    text[0] = 'x';
    assert_string_equal(copy, "Bessas");
    assert_string_equal(part, "Bess");
    assert_string_equal(none, "");
    assert_string_equal(made, "Bessas, 546");
    assert_int_equal(strlen(long_one), 100000);
    arena_release(&arena);
}

static void test_arena_grow(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    size_t *items = NULL, capacity = 0;
    for (size_t count = 0; count < 5000; count++) {
        items = arena_grow(&arena, items, count, &capacity, sizeof *items);
        items[count] = count * count;
        arena_alloc(&arena, 1); // what lies between does not matter
    }
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(items[i], i * i);
    arena_release(&arena);
}

/* ---- map ---- */

static void test_map_small(void **state)
{
    (void)state;
    struct map map = { 0 };
    size_t value = 99;
    assert_false(map_find(&map, "a", &value));
    assert_true(map_add(&map, "a", 1));
    assert_true(map_add(&map, "", 2));
    assert_false(map_add(&map, "a", 3)); // the first stays
    assert_true(map_find(&map, "a", &value));
    assert_int_equal(value, 1);
    assert_true(map_find(&map, "", &value));
    assert_int_equal(value, 2);
    assert_false(map_find(&map, "A", &value));
    assert_false(map_find(&map, "aa", &value));
    assert_int_equal(value, 2); // untouched where nothing was found
    assert_int_equal(map.count, 2);
    map_release(&map);
    map_release(&map);
    assert_false(map_find(&map, "a", &value));
}

static void test_map_hundred_thousand(void **state)
{
    (void)state;
    enum { KEYS = 100000 };
    static char keys[KEYS][16];
    struct map map = { 0 };
    for (size_t i = 0; i < KEYS; i++) {
        snprintf(keys[i], sizeof keys[i], "card-%zu", i);
        assert_true(map_add(&map, keys[i], i));
    }
    assert_int_equal(map.count, KEYS);
    for (size_t i = 0; i < KEYS; i++) {
        char copy[16];
        size_t value = 0;
        snprintf(copy, sizeof copy, "card-%zu", i);
        assert_true(map_find(&map, copy, &value)); // by what it says, not where it lies
        assert_int_equal(value, i);
        assert_false(map_add(&map, copy, 0));
        snprintf(copy, sizeof copy, "Card-%zu", i);
        assert_false(map_find(&map, copy, &value));
    }
    map_release(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_buf_is_empty),
        cmocka_unit_test(test_buf_adds),
        cmocka_unit_test(test_buf_grows),
        cmocka_unit_test(test_vec_grow),
        cmocka_unit_test(test_arena_pieces),
        cmocka_unit_test(test_arena_texts),
        cmocka_unit_test(test_arena_grow),
        cmocka_unit_test(test_map_small),
        cmocka_unit_test(test_map_hundred_thousand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
