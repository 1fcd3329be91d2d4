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

enum { HIDDEN_BYTES = 4 }; // shorter answers stand in many words by chance

/* "Goths" in "Ostrogoths" */
static bool holds_letters(const char *text, const char *part)
{
    struct buf whole = { 0 }, piece = { 0 };
    utf8_add_folded(&whole, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    utf8_add_folded(&piece, part, strlen(part), FOLD_CASE | FOLD_ACCENTS);
    bool found =
        piece.len >= HIDDEN_BYTES && strstr(buf_text(&whole), buf_text(&piece)) != NULL;
    buf_release(&whole);
    buf_release(&piece);
    return found;
}

bool present_gives_away(const struct card *card, const char *text)
{
    const struct key_context *context = &card->note->deck->context;
    for (size_t i = 0; i < card->key.count; i++)
        for (size_t j = 0; j < card->key.items[i].count; j++) {
            const char *form = card->key.items[i].forms[j];
            if (match_holds(text, form, context) || holds_letters(text, form))
                return true;
        }
    return false;
}

void present_place(const struct card *card, struct buf *out)
{
    const struct note *note = card->note;
    const char *at = note->citation_count > 0 ? note->citations[0].at : NULL;
    if (!present_gives_away(card, note->deck->id))
        buf_add(out, note->deck->id);
    if (at != NULL && !(at[0] >= 'a' && at[0] <= 'z') && !present_gives_away(card, at))
        buf_addf(out, "%s%s", out->len > 0 ? " > " : "", at);
}

enum fsrs_rating propose_self(bool hinted)
{
    return hinted ? FSRS_HARD : FSRS_GOOD;
}

static const double much = 0.8; // of a list that is not forgotten as a whole

enum fsrs_rating propose_rating(const struct judgement *judgement, bool hinted)
{
    if (verdict_is_right(judgement->verdict))
        return propose_self(hinted);
    if (judgement->verdict == VERDICT_PARTIAL && judgement->share >= much)
        return FSRS_HARD;
    return FSRS_AGAIN;
}

const char *propose_reason(const struct judgement *judgement, bool hinted)
{
    switch (judgement->verdict) {
    case VERDICT_EXACT:
    case VERDICT_ACCEPTED:
        return hinted ? "right, with a hint" : "right";
    case VERDICT_CLOSE:
        return hinted ? "right but for a slip, with a hint" : "right but for a slip";
    case VERDICT_PARTIAL:
        return judgement->share >= much ? "four in five or more" : "not all of it";
    case VERDICT_WRONG:
        return "wrong";
    case VERDICT_BLANK:
        break;
    }
    return "nothing was typed";
}
