/*
 * The form in which two texts are compared.
 *
 * Tokens, with names and units replaced by what stands for all their spellings and a leading
 * article set apart, written one behind the other.  Word gaps are not written, so that spacing
 * and hyphens are forgiven; numbers are fenced, so that "1 2" is not 12.  With
 * STRICT_PUNCTUATION gaps are written too.
 */
#ifndef MATCH_FORM_H
#define MATCH_FORM_H

#include "base/arena.h"
#include "match/key.h"
#include "match/token.h"

#include <stdbool.h>
#include <stddef.h>

/* One way to write a name, as tokens. */
struct name {
    const struct token *tokens;
    size_t count;
    const char *text;    // what stands for all forms of its group
    const char *joined;  // the tokens' texts, one behind the other
    const char *written; // this form, as the deck writes it
    size_t next;         // the next name with the same first byte, plus one; 0: none
};

enum { NAME_HEADS = 64 };

/* How texts are compared: made once for a judgement. */
struct rules {
    unsigned strict;
    const struct language *language;
    bool articles;  // count
    bool forgiving; // months with a slip are read as months
    const struct key_context *context;
    const struct name *names;
    size_t name_count;
    size_t
        first_name[NAME_HEADS]; // by the first byte of its first token, plus one; 0: none
    const struct tokens *question; // of the card; NULL: not known
};

struct rules rules_make(
    const struct key_context *context, unsigned strict, struct arena *arena);

/* The same without the lexicon's memory of them: always made anew, in `arena`. */
struct rules rules_compile(
    const struct key_context *context, unsigned strict, struct arena *arena);

/* The same with other strictness; articles count as before unless it is none. */
struct rules rules_with(const struct rules *rules, unsigned strict, struct arena *arena);

struct form {
    const char *source;
    struct tokens tokens; // without the article
    const char *text;     // what is compared
    size_t len;
    const char *article;     // as written, folded; NULL: none
    const struct date *date; // that the whole text is; NULL: it is none
};

struct form form_make(const struct rules *rules, const char *text, struct arena *arena);

/* Reflexive and symmetric. */
bool form_same(const struct rules *rules, const struct form *a, const struct form *b);

/* Do both have articles, of another gender or kind, in a language where that counts? */
bool form_articles_differ(
    const struct rules *rules, const struct form *a, const struct form *b);

/* The same but for an article of another gender or kind, in languages where that counts. */
bool form_articles_clash(
    const struct rules *rules, const struct form *a, const struct form *b);

#endif
