/*
 * Any bytes as a settings file: refused with a place, or taken with values in their ranges
 * that can be written and read again.
 */
#include "session/settings.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(const struct settings *settings)
{
    struct buf text = { 0 };
    buf_add_char(&text, '{');
    for (size_t i = 0; i < setting_count; i++) {
        buf_addf(&text, "%s\"%s\": ", i > 0 ? ", " : "", setting_table[i].name);
        setting_render(&setting_table[i], settings, &text);
    }
    buf_add_char(&text, '}');
    struct settings again;
    struct err err;
    settings_init(&again);
    struct source source = { .name = "again", .text = text.text, .len = text.len };
    if (!settings_parse(&again, source, NULL, &err))
        abort();
    settings_release(&again);
    buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = { 0 };
    buf_add_bytes(&text, (const char *)data, size);
    struct settings settings;
    struct err err;
    settings_init(&settings);
    struct source source = { .name = "fuzz", .text = buf_text(&text), .len = text.len };
    if (settings_parse(&settings, source, NULL, &err)) {
        assert(settings.retention >= 0.70 && settings.retention <= 0.99);
        assert(settings.day_start >= 0 && settings.day_start <= 23);
        assert(settings.longest_interval >= 1);
        check_round_trip(&settings);
    } else {
        assert(err.line >= 1 && err.column >= 1 && err.message[0] != '\0');
    }
    settings_release(&settings);
    buf_release(&text);
    return 0;
}
