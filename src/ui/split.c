#include "ui/split.h"

#include <ctype.h>
#include <string.h>

/* Does a backslash take the next byte as it is? */
static bool escapes(char quote, char next)
{
    return quote == 0 || (quote == '"' && (next == '"' || next == '\\'));
}

static void finish_word(struct split *split, struct buf *word)
{
    split->words = arena_grow(&split->arena, split->words, split->count, &split->capacity,
        sizeof *split->words);
    split->words[split->count++] = arena_strdup(&split->arena, buf_text(word));
    buf_clear(word);
    split->in_word = false;
}

/* Takes one byte into the word, or two: a backslash and what it escapes. */
static size_t take(struct split *split, struct buf *word, const char *at, size_t left)
{
    if (split->quote != 0 ? *at == split->quote : *at == '"' || *at == '\'') {
        split->quote = split->quote != 0 ? 0 : *at;
        return 1;
    }
    bool escaped = *at == '\\' && left > 1 && escapes(split->quote, at[1]);
    buf_add_char(word, at[escaped]);
    return escaped ? 2 : 1;
}

void split_line(struct split *split, const char *line, size_t len)
{
    struct buf word = { 0 };
    for (size_t i = 0; i < len;) {
        if (split->quote == 0 && isspace((unsigned char)line[i])) {
            if (split->in_word)
                finish_word(split, &word);
            i++;
            continue;
        }
        if (!split->in_word)
            split->start = i;
        split->in_word = true;
        i += take(split, &word, line + i, len - i);
    }
    bool in_word = split->in_word;
    if (in_word)
        finish_word(split, &word);
    split->in_word = in_word;
    buf_release(&word);
}

void split_release(struct split *split)
{
    arena_release(&split->arena);
    *split = (struct split){ 0 };
}

static bool is_plain(const char *word)
{
    for (const char *at = word; *at != '\0'; at++)
        if (isspace((unsigned char)*at) || strchr("'\"\\", *at) != NULL)
            return false;
    return word[0] != '\0';
}

/* Adds the word in the quotes that it needs; returns them, 0: none. */
static char add_quoted(struct buf *out, const char *word)
{
    if (is_plain(word)) {
        buf_add(out, word);
        return 0;
    }
    char quote = strchr(word, '\'') == NULL ? '\'' : '"';
    buf_add_char(out, quote);
    for (const char *at = word; *at != '\0'; at++) {
        if (quote == '"' && (*at == '"' || *at == '\\'))
            buf_add_char(out, '\\');
        buf_add_char(out, *at);
    }
    return quote;
}

void split_quote(struct buf *out, const char *word)
{
    char quote = add_quoted(out, word);
    if (quote != 0)
        buf_add_char(out, quote);
}

void split_quote_open(struct buf *out, const char *word)
{
    if (word[0] != '\0')
        add_quoted(out, word);
}
