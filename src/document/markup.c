#include "document/markup.h"

#include <setjmp.h>
#include <string.h>

/* libgumbo's time may grow with the square of what is open: ten seconds at these limits. */
enum {
    TAGS_MOST = 60 * 1000,
    UNENDED_MOST = 10 * 1000,
    MEMORY_LEAST = 16 * 1024 * 1024, // bytes that any text may take
    MEMORY_FACTOR = 100,             // and for each byte of the text
};

/* --- parsing --------------------------------------------------------------------------- */

struct budget {
    struct arena *arena;
    size_t left;
    jmp_buf exceeded;
};

static void *take(void *budget_, size_t size)
{
    struct budget *budget = budget_;
    if (size > budget->left)
        longjmp(budget->exceeded, 1);
    budget->left -= size;
    return arena_alloc(budget->arena, size);
}

static void keep_all(void *budget, void *memory)
{
    (void)budget;
    (void)memory;
}

void markup_count(const char *html, size_t len, struct markup_tags *tags)
{
    const char *end = html + len;
    while (html < end && (html = memchr(html, '<', (size_t)(end - html))) != NULL) {
        html++;
        if (html < end && *html == '/')
            tags->ends++;
        else
            tags->starts++;
    }
}

bool markup_is_too_much(const struct markup_tags *tags)
{
    return tags->starts + tags->ends > TAGS_MOST ||
           tags->starts > tags->ends + UNENDED_MOST;
}

const GumboNode *markup_parse(const char *html, size_t len, struct arena *arena)
{
    struct budget budget = { .arena = arena, .left = MEMORY_LEAST + MEMORY_FACTOR * len };
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = take;
    options.deallocator = keep_all;
    options.userdata = &budget;
    if (setjmp(budget.exceeded) != 0)
        return NULL;
    return gumbo_parse_with_options(&options, html, len)->root;
}

/* --- walking --------------------------------------------------------------------------- */

static const GumboNode *child(const GumboNode *node, size_t at)
{
    if (node->type != GUMBO_NODE_ELEMENT || at >= node->v.element.children.length)
        return NULL;
    return node->v.element.children.data[at];
}

void markup_walk(
    const GumboNode *root, markup_enter *enter, markup_leave *leave, void *context)
{
    const GumboNode *node = root, *next;
    for (;;) {
        bool inside = enter(context, node);
        next = inside ? child(node, 0) : NULL;
        if (inside && next == NULL && node->type == GUMBO_NODE_ELEMENT)
            leave(context, node);
        while (next == NULL && node != root) {
            next = child(node->parent, node->index_within_parent + 1);
            if (next == NULL) {
                node = node->parent;
                leave(context, node);
            }
        }
        if (next == NULL)
            return;
        node = next;
    }
}

const char *markup_attribute(const GumboNode *node, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found != NULL && found->value[0] != '\0' ? found->value : NULL;
}
