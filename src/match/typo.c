#include "match/typo.h"

#include "base/utf8.h"

#include <string.h>

/* Syllables and ideographs: one of them is more than a letter. */
static bool is_no_letter(uint32_t c)
{
    return (c >= 0x1100 && c <= 0x11FF) || c >= 0x2E80;
}

/* A grapheme of several characters as one number. */
static uint32_t letter_of(const char *text, size_t len, uint32_t first)
{
    uint32_t letter = first;
    for (size_t at = 0; at < len; at++)
        letter = letter * 31 + (unsigned char)text[at];
    return letter;
}

struct spelled spelled_make(const char *word)
{
    struct spelled spelled = { .count = 0 };
    size_t len = strlen(word), count = 0;
    for (size_t at = 0; at < len; count++) {
        uint32_t c = (unsigned char)word[at];
        bool plain = c < 0x80 && (unsigned char)word[at + 1] < 0x80;
        size_t size = plain ? 1 : utf8_grapheme(word + at, len - at);
        size_t first = plain ? 1 : utf8_next(word + at, len - at, &c);
        if (count == SPELLED_MAX || is_no_letter(c))
            return (struct spelled){ .count = 0 };
        c = size > first ? letter_of(word + at + first, size - first, c) : c;
        spelled.letters[count] = c;
        spelled.mask |= (uint32_t)1 << (c & 31);
        at += size;
    }
    spelled.count = count;
    return spelled;
}

size_t typo_limit(size_t letters)
{
    return letters < 4 ? 0 : letters < 8 ? 1 : letters < 13 ? 2 : TYPO_MAX;
}

/* --- distance -------------------------------------------------------------------------- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t bits(uint32_t mask)
{
    size_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

/* "ph" is heard as "f". */
static struct spelled as_heard(const struct spelled *word)
{
    struct spelled heard = { .count = 0 };
    for (size_t i = 0; i < word->count; i++) {
        bool ph =
            word->letters[i] == 'p' && i + 1 < word->count && word->letters[i + 1] == 'h';
        heard.letters[heard.count++] = ph ? 'f' : word->letters[i];
        i += ph;
    }
    return heard;
}

static bool sound_alike(const struct spelled *a, const struct spelled *b)
{
    struct spelled x = as_heard(a), y = as_heard(b);
    return x.count == y.count &&
           memcmp(x.letters, y.letters, x.count * sizeof *x.letters) == 0;
}

/* More edits than that are needed, as a glance shows: each removes one letter, or adds one. */
static bool is_far(const struct spelled *a, const struct spelled *b, size_t most)
{
    size_t longer = a->count > b->count ? a->count - b->count : b->count - a->count;
    return longer > most || bits(a->mask & ~b->mask) > most ||
           bits(b->mask & ~a->mask) > most;
}

/* rows[i][j]: edits between the first i letters of a and the first j of b. */
typedef unsigned char edits[SPELLED_MAX + 1][SPELLED_MAX + 1];

/* Letters of a swap that ends at both places: 2 neighbours, or 3 of which the outer two. */
static size_t swap_at(
    const struct spelled *a, size_t i, const struct spelled *b, size_t j)
{
    const uint32_t *x = a->letters, *y = b->letters;
    if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        return 2;
    bool outer = i > 3 && j > 3 && x[i - 1] == y[j - 3] && x[i - 3] == y[j - 1];
    return outer && x[i - 2] == y[j - 2] ? 3 : 0;
}

static size_t fill_edits(edits rows, const struct spelled *a, const struct spelled *b)
{
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = (unsigned char)j;
    for (size_t i = 1; i <= a->count; i++) {
        rows[i][0] = (unsigned char)i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t best =
                rows[i - 1][j - 1] + (size_t)(a->letters[i - 1] != b->letters[j - 1]);
            best = least(best, least(rows[i - 1][j], rows[i][j - 1]) + 1u);
            size_t swapped = swap_at(a, i, b, j);
            if (swapped > 0)
                best = least(best, rows[i - swapped][j - swapped] + 1u);
            rows[i][j] = (unsigned char)best;
        }
    }
    return rows[a->count][b->count];
}

size_t typo_distance(const struct spelled *a, const struct spelled *b, size_t most)
{
    edits rows;
    if (is_far(a, b, most))
        return most + 1;
    return least(fill_edits(rows, a, b), most + 1);
}

/* --- slips ----------------------------------------------------------------------------- */

enum slip {
    SLIP_NONE,
    SLIP_OTHER,
    SLIP_SWAPPED,
    SLIP_MISSING,
    SLIP_EXTRA,
};

static enum slip slip_at(
    edits rows, const struct spelled *a, const struct spelled *b, size_t i, size_t j)
{
    unsigned cost = rows[i][j];
    if (i > 0 && j > 0 && a->letters[i - 1] == b->letters[j - 1] &&
        rows[i - 1][j - 1] == cost)
        return SLIP_NONE;
    size_t swapped = swap_at(a, i, b, j);
    if (swapped > 0 && rows[i - swapped][j - swapped] + 1u == cost)
        return SLIP_SWAPPED;
    if (j > 0 && rows[i][j - 1] + 1u == cost)
        return SLIP_MISSING;
    if (i > 0 && rows[i - 1][j] + 1u == cost)
        return SLIP_EXTRA;
    return SLIP_OTHER;
}

/* One way back through the table, from the end to the beginning. */
struct slips {
    size_t count;
    bool adjacent; // two of them side by side
    bool at_start, at_end;
    enum slip first;
};

static void note_slip(struct slips *slips, const struct spelled *typed,
    const struct spelled *expected, size_t i, size_t j, enum slip slip)
{
    size_t letters = slip == SLIP_SWAPPED ? 2 : 1;
    slips->count++;
    slips->first = slip;
    slips->at_end = slips->at_end ||
                    (slip != SLIP_SWAPPED && i == typed->count && j == expected->count);
    slips->at_start = slips->at_start || (slip != SLIP_SWAPPED && i <= letters &&
                                             j <= letters && i + j <= 2);
}

static struct slips trace(
    edits rows, const struct spelled *typed, const struct spelled *expected)
{
    struct slips slips = { 0 };
    bool after = false;
    for (size_t i = typed->count, j = expected->count; i > 0 || j > 0;) {
        enum slip slip = slip_at(rows, typed, expected, i, j);
        if (slip != SLIP_NONE) {
            note_slip(&slips, typed, expected, i, j, slip);
            slips.adjacent = slips.adjacent || after;
        }
        after = slip != SLIP_NONE;
        size_t step = slip == SLIP_SWAPPED ? swap_at(typed, i, expected, j) : 1;
        i -= slip == SLIP_MISSING ? 0 : step;
        j -= slip == SLIP_EXTRA ? 0 : step;
    }
    return slips;
}

const char *typo_words(const struct spelled *typed, const struct spelled *expected)
{
    static const char *const words[] = {
        [SLIP_NONE] = NULL,
        [SLIP_OTHER] = "one letter differs",
        [SLIP_SWAPPED] = "two letters are swapped",
        [SLIP_MISSING] = "one letter is missing",
        [SLIP_EXTRA] = "one letter too many",
    };
    edits rows;
    if (typed->count == 0 || expected->count == 0)
        return NULL;
    fill_edits(rows, typed, expected);
    return words[trace(rows, typed, expected).first];
}

size_t typo_count(const struct spelled *typed, const struct spelled *expected,
    const struct language *language)
{
    edits rows;
    size_t limit = least(typo_limit(expected->count), typo_limit(typed->count));
    if (limit == 0 || typed->count == 0)
        return 0;
    if (is_far(typed, expected, limit) || fill_edits(rows, typed, expected) > limit)
        return sound_alike(typed, expected);
    struct slips slips = trace(rows, typed, expected);
    size_t weight = slips.count + slips.at_start;
    if (sound_alike(typed, expected))
        return slips.count > 0;
    if (weight > limit || slips.adjacent || (slips.at_end && !language->english))
        return 0;
    return slips.count;
}
