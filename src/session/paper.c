#include "session/paper.h"

#include "base/buf.h"
#include "session/alias.h"
#include "session/present.h"
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

/* ---- drawing ------------------------------------------------------------------------------ */

/* A card that may be drawn. */
struct lot {
    size_t card;
    uint32_t note, deck;
    size_t *tags; // their places in by_tag
    size_t tag_count;
    uint64_t order; // chance among equals, whatever other cards there are
    bool out;       // drawn, or a sibling was
};

struct draw {
    const struct collection *collection;
    struct lot *lots;
    size_t count;
    struct map tags;          // tag -> its place in by_tag
    size_t *by_deck, *by_tag; // questions drawn so far
    struct arena arena;
};

static bool can_be_marked(const struct collection *c, size_t card)
{
    return !c->library->cards[card]->note->self && !c->progress[card].suspended;
}

static int by_order(const void *a, const void *b)
{
    const struct lot *left = a, *right = b;
    return left->order < right->order ? -1 : left->order > right->order;
}

static size_t tag_place(struct draw *draw, const char *tag)
{
    size_t place = draw->tags.count;
    if (!map_add(&draw->tags, tag, place))
        map_find(&draw->tags, tag, &place);
    return place;
}

static struct lot make_lot(struct draw *draw, size_t card, uint64_t seed)
{
    const struct queue_card *queued = &draw->collection->queue_cards[card];
    const struct note *note = draw->collection->library->cards[card]->note;
    struct lot lot = { .card = card, .note = queued->note, .deck = queued->deck };
    lot.order = hash_text(seed, draw->collection->library->cards[card]->name);
    lot.tag_count = note->tag_count;
    lot.tags = arena_alloc(&draw->arena, note->tag_count * sizeof *lot.tags);
    for (size_t i = 0; i < note->tag_count; i++)
        lot.tags[i] = tag_place(draw, note->tags[i]);
    return lot;
}

static void fill_lots(struct draw *draw, const struct paper_options *options)
{
    const struct library *library = draw->collection->library;
    draw->lots = mem_alloc((library->card_count + 1) * sizeof *draw->lots);
    for (size_t i = 0; i < library->card_count; i++)
        if (options->selected[i] && can_be_marked(draw->collection, i))
            draw->lots[draw->count++] = make_lot(draw, i, options->seed);
    draw->by_deck = mem_zeroed(library->deck_count, sizeof *draw->by_deck);
    draw->by_tag = mem_zeroed(draw->tags.count, sizeof *draw->by_tag);
    if (draw->count > 0)
        qsort(draw->lots, draw->count, sizeof *draw->lots, by_order);
}

/* How well served its tags are: those of one tag that was never drawn go first. */
static size_t lot_uses(const struct draw *draw, const struct lot *lot)
{
    size_t least = lot->tag_count > 0 ? SIZE_MAX : 0;
    for (size_t i = 0; i < lot->tag_count; i++) {
        size_t uses = draw->by_tag[lot->tags[i]];
        least = uses < least ? uses : least;
    }
    return least;
}

/* The lot of the deck, then of the tags, that had fewest; NULL: none is left. */
static struct lot *next_lot(struct draw *draw)
{
    struct lot *best = NULL;
    size_t best_deck = 0, best_uses = 0;
    for (size_t i = 0; i < draw->count; i++) {
        struct lot *lot = &draw->lots[i];
        if (lot->out)
            continue;
        size_t deck = draw->by_deck[lot->deck], uses = lot_uses(draw, lot);
        if (best == NULL || deck < best_deck || (deck == best_deck && uses < best_uses)) {
            best = lot;
            best_deck = deck;
            best_uses = uses;
        }
    }
    return best;
}

/* Siblings of a question give it away: they go with it. */
static void take_lot(struct draw *draw, struct lot *taken)
{
    draw->by_deck[taken->deck]++;
    for (size_t i = 0; i < taken->tag_count; i++)
        draw->by_tag[taken->tags[i]]++;
    for (size_t i = 0; i < draw->count; i++)
        draw->lots[i].out = draw->lots[i].out || draw->lots[i].note == taken->note;
}

static void add_item(struct paper *paper, size_t card)
{
    struct paper_item *item = &paper->items[paper->count++];
    item->card = card;
    item->key = collection_key(paper->collection, card, &paper->arena);
}

/* Each card by a draw of its own, whatever else is on the paper. */
static void make_choices(struct paper *paper, uint64_t seed)
{
    distractors_read(&paper->distractors, paper->collection);
    for (size_t i = 0; i < paper->count; i++) {
        struct paper_item *item = &paper->items[i];
        const struct card *card = paper_card(paper, i);
        struct key typed = item->key;
        struct rng rng = { hash_text(seed, card->name) };
        item->made =
            distract(&paper->distractors, card, &typed, &rng, &paper->arena, &item->key);
    }
}

void paper_draw(struct paper *paper, const struct collection *collection,
    const struct paper_options *options)
{
    struct draw draw = { .collection = collection };
    struct lot *lot;
    fill_lots(&draw, options);
    size_t most = options->count < draw.count ? options->count : draw.count;
    *paper = (struct paper){ .collection = collection };
    paper->items = mem_zeroed(most, sizeof *paper->items);
    while (paper->count < most && (lot = next_lot(&draw)) != NULL) {
        take_lot(&draw, lot);
        add_item(paper, lot->card);
    }
    if (options->choices)
        make_choices(paper, options->seed);
    map_release(&draw.tags);
    free(draw.by_tag);
    free(draw.by_deck);
    free(draw.lots);
    arena_release(&draw.arena);
}

void paper_release(struct paper *paper)
{
    free(paper->items);
    distractors_release(&paper->distractors);
    arena_release(&paper->arena);
    *paper = (struct paper){ 0 };
}

const struct card *paper_card(const struct paper *paper, size_t item)
{
    return paper->collection->library->cards[paper->items[item].card];
}

/* ---- marking ------------------------------------------------------------------------------ */

static double mark_of(const struct judgement *judgement)
{
    if (verdict_is_right(judgement->verdict))
        return 1;
    if (judgement->verdict != VERDICT_PARTIAL)
        return 0;
    return judgement->share > 0 ? judgement->share : 0.5;
}

void paper_answer(struct paper *paper, size_t at, const char *typed, int64_t answer_ms)
{
    struct paper_item *item = &paper->items[at];
    const struct deck *deck = paper_card(paper, at)->note->deck;
    item->answered = true;
    item->typed = arena_strdup(&paper->arena, typed);
    item->judgement = match_judge(&item->key, &deck->context, item->typed, &paper->arena);
    item->mark = mark_of(&item->judgement);
    item->answer_ms = answer_ms;
}

bool paper_put_off(struct paper *paper, size_t at)
{
    struct paper_item item = paper->items[at];
    size_t behind = paper->count - at - 1;
    memmove(&paper->items[at], &paper->items[at + 1], behind * sizeof item);
    paper->items[paper->count - 1] = item;
    return behind > 0;
}

/* ---- saving ------------------------------------------------------------------------------- */

/* A letter means nothing once the options are gone. */
static const char *said(const struct paper_item *item)
{
    char letter = item->typed[0] | 0x20;
    size_t option = (size_t)(letter - 'a');
    if (!item->made || item->typed[0] == '\0' || item->typed[1] != '\0' || letter < 'a' ||
        option >= item->key.option_count)
        return item->typed;
    return item->key.options[option];
}

static enum fsrs_rating rating_of(
    const struct paper_item *item, const struct settings *settings)
{
    enum fsrs_rating rating =
        propose_rating(&item->judgement, item->hinted || item->made);
    return settings->pass_fail && rating == FSRS_HARD ? FSRS_GOOD : rating;
}

enum record_result paper_record(const struct paper *paper, struct collection *c,
    size_t at, int64_t at_ms, struct err *err)
{
    const struct paper_item *item = &paper->items[at];
    struct plan plans[4];
    struct event_key event;
    enum fsrs_rating rating = rating_of(item, c->settings);
    collection_plan(c, item->card, at_ms, plans);
    bool keep = c->settings->keep_typed && item->typed[0] != '\0';
    struct review review = {
        .rating = rating,
        .plan = plans[rating - 1],
        .answer_ms =
            item->answer_ms < ANSWER_MOST_MS ? (int)item->answer_ms : ANSWER_MOST_MS,
        .typed = keep ? said(item) : NULL,
        .verdict = verdict_word(item->judgement.verdict),
        .confused = rating == FSRS_AGAIN ? item->judgement.other : NULL,
        .question = note_question(paper_card(paper, at)),
    };
    return record_review(c, item->card, at_ms, &review, &event, err);
}

/* ---- the score ---------------------------------------------------------------------------- */

int score_percent(const struct score *score)
{
    return score->of > 0 ? (int)(100 * score->marks / (double)score->of + 1e-9) : 0;
}

static void add_to_score(struct score *score, const struct paper_item *item)
{
    score->of++;
    if (!item->answered)
        return;
    score->answered++;
    score->right += verdict_is_right(item->judgement.verdict);
    score->partial += item->judgement.verdict == VERDICT_PARTIAL;
    score->wrong += item->judgement.verdict == VERDICT_WRONG ||
                    item->judgement.verdict == VERDICT_BLANK;
    score->marks += item->mark;
}

struct score paper_total(const struct paper *paper)
{
    struct score score = { 0 };
    for (size_t i = 0; i < paper->count; i++)
        add_to_score(&score, &paper->items[i]);
    return score;
}

struct parts {
    struct part *items;
    size_t count, capacity;
    struct arena *arena;
};

static void add_to_part(
    struct parts *parts, const char *name, const struct paper_item *item)
{
    size_t i = 0;
    while (i < parts->count && strcmp(parts->items[i].name, name) != 0)
        i++;
    if (i == parts->count) {
        parts->items = arena_grow(parts->arena, parts->items, parts->count,
            &parts->capacity, sizeof *parts->items);
        parts->items[parts->count++] = (struct part){ .name = name };
    }
    add_to_score(&parts->items[i].score, item);
}

struct part *paper_by_deck(const struct paper *paper, struct arena *arena, size_t *count)
{
    const struct library *library = paper->collection->library;
    struct parts parts = { .arena = arena };
    for (size_t i = 0; i < library->deck_count; i++)
        for (size_t j = 0; j < paper->count; j++)
            if (paper_card(paper, j)->note->deck == &library->decks[i])
                add_to_part(&parts, library->decks[i].id, &paper->items[j]);
    *count = parts.count;
    return parts.items;
}

static int by_weakness(const void *a, const void *b)
{
    const struct part *left = a, *right = b;
    double more = left->score.marks * (double)right->score.of -
                  right->score.marks * (double)left->score.of;
    return more != 0 ? (more > 0 ? 1 : -1) : strcmp(left->name, right->name);
}

struct part *paper_by_tag(const struct paper *paper, struct arena *arena, size_t *count)
{
    struct parts parts = { .arena = arena };
    for (size_t i = 0; i < paper->count; i++) {
        const struct note *note = paper_card(paper, i)->note;
        for (size_t j = 0; j < note->tag_count; j++)
            add_to_part(&parts, note->tags[j], &paper->items[i]);
    }
    if (parts.count > 0)
        qsort(parts.items, parts.count, sizeof *parts.items, by_weakness);
    *count = parts.count;
    return parts.items;
}
