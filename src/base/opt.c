#include "base/opt.h"

#include "base/near.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OPTIONS = 64 };

/* An option found in one of the sets, and the field that it fills. */
struct hit {
    const struct opt *opt;
    char *field;
};

void opt_texts_add(struct opt_texts *texts, const char *text)
{
    texts->items =
        vec_grow(texts->items, texts->count, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = text;
}

void opt_texts_release(struct opt_texts *texts)
{
    free(texts->items);
    *texts = (struct opt_texts){ 0 };
}

static bool names(const struct opt *opt, const char *word, size_t len)
{
    if (word[1] != '-')
        return len == 2 && opt->letter == word[1];
    return strlen(opt->name) == len - 2 && memcmp(opt->name, word + 2, len - 2) == 0;
}

/* Length of the option itself, without "=VALUE". */
static size_t option_len(const char *word)
{
    return word[1] == '-' ? strcspn(word, "=") : strlen(word);
}

const struct opt *opt_find(const struct opt *opts, const char *word)
{
    for (const struct opt *opt = opts; opt->name != NULL; opt++)
        if (names(opt, word, option_len(word)))
            return opt;
    return NULL;
}

static struct hit find(const struct opt_set *sets, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        const struct opt *opt = opt_find(sets[i].opts, word);
        if (opt != NULL)
            return (struct hit){ opt, (char *)sets[i].target + opt->offset };
    }
    return (struct hit){ 0 };
}

static bool unknown(const struct opt_set *sets, size_t count, const char *word,
    size_t len, struct err *err)
{
    const char *known[MOST_OPTIONS];
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (const struct opt *opt = sets[i].opts; opt->name != NULL; opt++)
            if (n < MOST_OPTIONS)
                known[n++] = opt->name;
    char name[80] = "";
    size_t dashes = word[1] == '-' ? 2 : 1;
    if (len - dashes < sizeof name)
        memcpy(name, word + dashes, len - dashes);
    const char *near = near_best(name, known, n);
    if (near != NULL)
        return err_set(err, ERR_USAGE, "no option '%.*s'; did you mean '--%s'?", (int)len,
            word, near);
    if (isdigit((unsigned char)word[1]))
        return err_set(err, ERR_USAGE, "no option '%.*s'; for a number put -- before it",
            (int)len, word);
    return err_set(err, ERR_USAGE, "no option '%.*s'; --help lists them", (int)len, word);
}

static bool set_number(
    struct opt_number *number, const struct opt *opt, const char *value, struct err *err)
{
    char *end;
    errno = 0;
    number->value = strtoll(value, &end, 10);
    number->given = true;
    if (!isdigit((unsigned char)*value) || *end != '\0' || errno != 0)
        return err_set(
            err, ERR_USAGE, "--%s takes a whole number, not '%s'", opt->name, value);
    return true;
}

static bool set_value(struct hit hit, const char *value, struct err *err)
{
    switch (hit.opt->kind) {
    case OPT_FLAG:
        break;
    case OPT_TEXT:
        memcpy(hit.field, &value, sizeof value);
        break;
    case OPT_TEXTS:
        opt_texts_add((struct opt_texts *)(void *)hit.field, value);
        break;
    case OPT_NUMBER:
        return set_number((struct opt_number *)(void *)hit.field, hit.opt, value, err);
    }
    return true;
}

/* Handles the option at argv[*at] and moves behind it and its value. */
static bool parse_one(int argc, char **argv, int *at, const struct opt_set *sets,
    size_t count, struct err *err)
{
    const char *word = argv[(*at)++];
    size_t len = option_len(word);
    const char *equals = word[len] == '=' ? word + len : NULL;
    struct hit hit = find(sets, count, word);
    if (hit.opt == NULL)
        return unknown(sets, count, word, len, err);
    if (hit.opt->kind == OPT_FLAG) {
        if (equals != NULL)
            return err_set(err, ERR_USAGE, "--%s takes no value", hit.opt->name);
        *(bool *)hit.field = true;
        return true;
    }
    const char *value = equals != NULL ? equals + 1 : *at < argc ? argv[(*at)++] : NULL;
    if (value == NULL)
        return err_set(err, ERR_USAGE, "--%s needs a value: --%s %s", hit.opt->name,
            hit.opt->name, hit.opt->arg);
    return set_value(hit, value, err);
}

bool opt_parse(int argc, char **argv, int *at, const struct opt_set *sets,
    size_t set_count, bool stop_at_word, struct opt_texts *words, struct err *err)
{
    bool only_words = false;
    while (*at < argc) {
        const char *word = argv[*at];
        bool is_option = !only_words && word[0] == '-' && word[1] != '\0';
        if (is_option && strcmp(word, "--") == 0) {
            only_words = true;
            ++*at;
        } else if (is_option) {
            if (!parse_one(argc, argv, at, sets, set_count, err))
                return false;
        } else if (stop_at_word) {
            return true;
        } else {
            opt_texts_add(words, word);
            ++*at;
        }
    }
    return true;
}

void opt_render(const struct opt *opts, struct buf *out)
{
    for (const struct opt *opt = opts; opt->name != NULL; opt++) {
        size_t start = out->len;
        if (opt->letter != 0)
            buf_addf(out, "  -%c, --%s", opt->letter, opt->name);
        else
            buf_addf(out, "      --%s", opt->name);
        if (opt->arg != NULL)
            buf_addf(out, " %s", opt->arg);
        size_t used = out->len - start;
        buf_pad(out, ' ', used < 28 ? 28 - used : 2);
        buf_addf(out, "%s\n", opt->help);
    }
}
