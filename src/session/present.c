#include "session/present.h"

#include "base/rng.h"
#include "base/utf8.h"
#include "fsrs/schedule.h"

#include <string.h>

struct key present_key(const struct card *card, int reviews, struct arena *arena)
{
    struct key key = card->key;
    if (key.option_count == 0 || (!card->note->shuffle && key.kind != KEY_PAIRS))
        return key;
    struct rng rng = { schedule_seed(card->name, reviews) };
    const char **options = arena_alloc(arena, key.option_count * sizeof *options);
    memcpy(options, key.options, key.option_count * sizeof *options);
    for (size_t i = key.option_count; i > 1; i--) {
        size_t other = rng_below(&rng, i);
        const char *swapped = options[i - 1];
        options[i - 1] = options[other];
        options[other] = swapped;
    }
    key.options = options;
    return key;
}

const char *note_question(const struct card *card)
{
    return card->note->has_id ? NULL : card->question;
}

static bool contains(const char *text, const char *part)
{
    struct buf whole = { 0 }, piece = { 0 };
    utf8_add_folded(&whole, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    utf8_add_folded(&piece, part, strlen(part), FOLD_CASE | FOLD_ACCENTS);
    bool found = strstr(buf_text(&whole), buf_text(&piece)) != NULL;
    buf_release(&whole);
    buf_release(&piece);
    return found;
}

bool present_gives_away(const struct card *card, const char *text)
{
    for (size_t i = 0; i < card->key.count; i++)
        for (size_t j = 0; j < card->key.items[i].count; j++)
            if (contains(text, card->key.items[i].forms[j]))
                return true;
    return false;
}

enum fsrs_rating propose_self(bool hinted)
{
    return hinted ? FSRS_HARD : FSRS_GOOD;
}

enum fsrs_rating propose_rating(const struct judgement *judgement, bool hinted)
{
    if (verdict_is_right(judgement->verdict))
        return propose_self(hinted);
    if (judgement->verdict == VERDICT_PARTIAL && judgement->share >= 0.8)
        return FSRS_HARD;
    return FSRS_AGAIN;
}
