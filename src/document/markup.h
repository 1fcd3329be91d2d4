/*
 * HTML as a tree: libgumbo with limits.
 *
 * libgumbo parses anything, as browsers do, but markup can be made so that its time or its tree
 * grows with the square of the text, and it frees a tree by recursion.  So the tags are limited,
 * all its memory comes from an arena of limited size, and that is released as a whole.
 */
#ifndef DOCUMENT_MARKUP_H
#define DOCUMENT_MARKUP_H

#include "base/arena.h"

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

/* Adds how many elements begin and end in a text, at most. */
struct markup_tags {
    size_t starts, ends;
};

void markup_count(const char *html, size_t len, struct markup_tags *tags);

/* More than a page has that was made to be read? */
bool markup_is_too_much(const struct markup_tags *tags);

/*
 * The tree of html[0..len), in `arena`; it refers to the text.  NULL if the tree would be too
 * large, as only markup made to be so is.
 */
const GumboNode *markup_parse(const char *html, size_t len, struct arena *arena);

/* Called at each node; of an element returns whether to go on with what is inside. */
typedef bool markup_enter(void *context, const GumboNode *node);
/* Called behind what is inside of an element that was entered. */
typedef void markup_leave(void *context, const GumboNode *node);

/* Visits all nodes in their order, without recursion. */
void markup_walk(
    const GumboNode *root, markup_enter *enter, markup_leave *leave, void *context);

/* The value of an attribute; NULL: it has none, or an empty one. */
const char *markup_attribute(const GumboNode *node, const char *name);

#endif
