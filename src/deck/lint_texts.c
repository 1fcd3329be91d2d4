/*
 * Characters that nobody sees or takes for others, in any text of a note.
 *
 * What one script needs is a fault in another: joiners belong into Persian words and emoji, marks
 * of direction into Hebrew, a Greek rho stands before Latin letters in a formula.  So a
 * character is named only where no writing system would have it.
 */
#include "deck/lint_parts.h"

#include "base/utf8.h"
#include "match/token.h"

#include <string.h>
#include <uchar.h>

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_GREEK, SCRIPT_CYRILLIC, SCRIPT_OTHER };

static enum script script_of(uint32_t c)
{
    if (!utf8_is_letter(c))
        return SCRIPT_NONE;
    if (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF))
        return c == 0xB5 ? SCRIPT_NONE : SCRIPT_LATIN; // the micro sign goes with all
    if (c >= 0x370 && c <= 0x3FF)
        return SCRIPT_GREEK;
    return c >= 0x400 && c <= 0x4FF ? SCRIPT_CYRILLIC : SCRIPT_OTHER;
}

static uint32_t character_at(const char *text)
{
    uint32_t c;
    return utf8_next(text, strnlen(text, 4), &c) > 0 ? c : 0;
}

static uint32_t character_before(const char *text, size_t at)
{
    return at > 0 ? character_at(text + utf8_boundary(text, at - 1)) : 0;
}

/* ---- what cannot be seen ---------------------------------------------------------------- */

static const char *name_of_invisible(uint32_t c)
{
    switch (c) {
    case 0xAD:
        return "soft hyphen";
    case 0x200B:
        return "zero width space";
    case 0x200C:
    case 0x200D:
        return "joiner";
    case 0x2060:
        return "word joiner";
    case 0xFEFF:
        return "byte order mark";
    default:
        return "control character";
    }
}

static bool turns_direction(uint32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x61C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool has_rtl(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text > 0x7F && utf8_is_rtl(text, strlen(text)))
            return true;
    return false;
}

/* Is the character at `at` one that has no place in this text? */
static bool is_stray(const char *text, size_t at, size_t size, uint32_t c)
{
    if (utf8_is_space(c) || (!char_is_invisible(c) && !utf8_acts(c)))
        return false;
    if (turns_direction(c))
        return !has_rtl(text);
    if (c == 0x200C || c == 0x200D)
        return script_of(character_before(text, at)) == SCRIPT_LATIN &&
               script_of(character_at(text + at + size)) == SCRIPT_LATIN;
    if (c >= 0xE0020 && c <= 0xE007F)
        return strstr(text, "\U0001F3F4") == NULL; // they make flags of a black one
    return utf8_acts(c) || c == 0xAD || c == 0x200B || c == 0x2060;
}

/* Bytes of the letters that end at `at`, not more than a few. */
static size_t word_before(const char *text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 24 && utf8_is_letter(character_before(text, start)))
        start = utf8_boundary(text, start - 1);
    return at - start;
}

static void tell_invisible(
    struct linter *linter, const cJSON *value, size_t at, uint32_t c)
{
    const char *text = value->valuestring;
    size_t len = word_before(text, at);
    if (len > 0)
        warn(&linter->loader, CODE_INVISIBLE, value,
            "behind \"%.*s\" stands U+%04X (%s), which nobody sees; take it out",
            (int)len, text + at - len, (unsigned)c, name_of_invisible(c));
    else
        warn(&linter->loader, CODE_INVISIBLE, value,
            "the text holds U+%04X (%s), which nobody sees; take it out", (unsigned)c,
            name_of_invisible(c));
}

static void find_invisible(struct linter *linter, const cJSON *value)
{
    const char *text = value->valuestring;
    for (size_t at = 0, size; text[at] != '\0'; at += size) {
        uint32_t c;
        size = utf8_next(text + at, strnlen(text + at, 4), &c);
        if (is_stray(text, at, size, c)) {
            tell_invisible(linter, value, at, c);
            return;
        }
    }
}

/* ---- what looks like another letter ----------------------------------------------------- */

/* Greek small letters but omicron stand in formulas. */
static bool looks_latin(uint32_t c)
{
    static const char32_t alike[] = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХаеорсухІіЈјЅѕ";
    for (size_t i = 0; alike[i] != 0; i++)
        if (alike[i] == c)
            return true;
    return false;
}

struct mix {
    size_t latin;
    uint32_t alike; // the first letter that looks Latin and is not; 0: none
};

/* Reads the letters at text[at..); returns their bytes. */
static size_t read_letters(const char *text, size_t at, struct mix *mix)
{
    size_t start = at, size;
    uint32_t c;
    *mix = (struct mix){ 0 };
    while ((size = utf8_next(text + at, strnlen(text + at, 4), &c)) > 0 &&
           utf8_is_letter(c)) {
        enum script script = script_of(c);
        mix->latin += script == SCRIPT_LATIN;
        if (mix->alike == 0 && (script == SCRIPT_GREEK || script == SCRIPT_CYRILLIC) &&
            looks_latin(c))
            mix->alike = c;
        at += size;
    }
    return at - start;
}

/* Most texts are, and can hold nothing of the kind. */
static bool is_printable_ascii(const char *text)
{
    while (*text >= ' ' && *text < 0x7F)
        text++;
    return *text == '\0';
}

/* A single Latin letter before a Greek capital may be a formula. */
static bool is_mixed(const struct mix *mix)
{
    return mix->alike != 0 &&
           mix->latin >= (script_of(mix->alike) == SCRIPT_GREEK ? 2u : 1u);
}

static void find_homoglyph(struct linter *linter, const cJSON *value)
{
    const char *text = value->valuestring;
    struct mix mix;
    for (size_t at = 0, len; text[at] != '\0'; at += len) {
        len = read_letters(text, at, &mix);
        if (is_mixed(&mix)) {
            warn(&linter->loader, CODE_HOMOGLYPH, value,
                "\"%.*s\" mixes Latin letters with %s ones that look the same "
                "(U+%04X); retype it",
                (int)len, text + at,
                script_of(mix.alike) == SCRIPT_GREEK ? "Greek" : "Cyrillic",
                (unsigned)mix.alike);
            return;
        }
        if (len == 0)
            len = utf8_next(text + at, strnlen(text + at, 4), &(uint32_t){ 0 });
    }
}

/* ---- spaces ------------------------------------------------------------------------------ */

static void find_outer_space(struct linter *linter, const cJSON *value)
{
    const char *text = value->valuestring;
    size_t len = strlen(text);
    if (len == 0)
        return;
    bool leads = utf8_is_space(character_at(text));
    if (leads || utf8_is_space(character_before(text, len)))
        warn(&linter->loader, CODE_OUTER_SPACE, value,
            "the text %s with a space; drop it", leads ? "begins" : "ends");
}

/* ---- all texts of a note ----------------------------------------------------------------- */

static bool is_read(const cJSON *value)
{
    static const char *const names[] = { "id", "was", "allow", "tests", "image", "audio",
        "//" };
    if (value->string == NULL)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value->string, names[i]) == 0)
            return false;
    return strncmp(value->string, "x-", 2) != 0;
}

/* An array of lines, in which spaces may be meant. */
static bool is_lines(const cJSON *value, const cJSON *question)
{
    static const char *const names[] = { "cloze", "hint", "note" };
    if (value == question || value->string == NULL)
        return value == question;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value->string, names[i]) == 0)
            return true;
    return false;
}

static void lint_value(
    struct linter *linter, const cJSON *value, const cJSON *question, bool line)
{
    const cJSON *part;
    if (!is_read(value))
        return;
    if (!cJSON_IsString(value)) {
        bool lines = cJSON_IsArray(value) && is_lines(value, question);
        cJSON_ArrayForEach(part, value) lint_value(linter, part, question, lines);
        return;
    }
    if (!line)
        find_outer_space(linter, value);
    if (is_printable_ascii(value->valuestring))
        return;
    find_invisible(linter, value);
    find_homoglyph(linter, value);
}

void lint_texts(struct linter *linter, const struct note *note)
{
    lint_value(linter, note->entry, note_member(note, "question"), false);
}
