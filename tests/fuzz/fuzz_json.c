/*
 * Any bytes as JSON.  Nothing crashes; what the scan lets through cJSON takes; each value and
 * each key begins where it is said to; what is written again can be read, and neither it nor a
 * complaint holds a character that acts on a terminal.
 */
#include "base/json.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

/* Only layout may act: LF, and TAB where JSON is indented. */
static void require_harmless(const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        uint32_t c = 0;
        size_t size = utf8_next(text + at, len - at, &c);
        require(size > 0 && (!utf8_acts(c) || c == '\n' || c == '\t'));
        at += size;
    }
}

static bool begins(const cJSON *value, const char *text)
{
    if (cJSON_IsNumber(value))
        return *text == '-' || (*text >= '0' && *text <= '9');
    if (cJSON_IsString(value))
        return *text == '"';
    if (cJSON_IsArray(value))
        return *text == '[';
    if (cJSON_IsObject(value))
        return *text == '{';
    const char *word = cJSON_IsNull(value)   ? "null"
                       : cJSON_IsTrue(value) ? "true"
                                             : "false";
    return strncmp(text, word, strlen(word)) == 0;
}

static void require_places(const struct json *json, const cJSON *value)
{
    for (; value != NULL; value = value->next) {
        size_t offset = json_offset(value);
        require(offset < json->source.len && begins(value, json->source.text + offset));
        if (value->string != NULL) {
            size_t key = json_key_offset(json, value);
            require(key < offset && json->source.text[key] == '"');
        }
        require_places(json, value->child);
    }
}

static void require_renders(const struct json *json, bool indented)
{
    struct buf out = { 0 };
    struct json again = { 0 };
    struct err err = { 0 };
    json_render(json->root, indented, &out);
    require_harmless(out.text, out.len);
    struct source source = { .name = "again", .text = out.text, .len = out.len };
    require(json_parse(source, &again, &err));
    json_release(&again);
    buf_release(&out);
}

static void require_complaint(const struct err *err, size_t len)
{
    struct buf out = { 0 };
    require(err->kind == ERR_INPUT && err->line >= 1 && err->column >= 1);
    require((size_t)err->line <= len + 1 && (size_t)err->column <= len + 1);
    require(err->message[0] != '\0' && (size_t)err->caret < sizeof err->excerpt);
    err_render(err, "error", &out);
    require_harmless(out.text, out.len);
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    require(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    struct source source = { .name = "input", .text = text, .len = size };
    struct json json = { 0 };
    struct err err = { 0 };
    if (json_parse(source, &json, &err)) {
        require_places(&json, json.root);
        require_renders(&json, false);
        require_renders(&json, true);
        json_release(&json);
    } else {
        require_complaint(&err, size); // "cJSON refuses it" would be ERR_SYSTEM
    }
    free(text);
    return 0;
}
