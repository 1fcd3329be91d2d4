#include "session/answers.h"

#include "session/past.h"

#include <stdlib.h>

void answers_release(struct answers *answers)
{
    free(answers->events);
    free(answers->cards);
    map_release(&answers->numbers);
    arena_release(&answers->arena);
    *answers = (struct answers){ 0 };
}

static size_t add_card(struct answers *answers, const char *name)
{
    answers->cards = vec_grow(answers->cards, answers->card_count,
        &answers->card_capacity, sizeof *answers->cards);
    answers->cards[answers->card_count] = name;
    return answers->card_count++;
}

size_t answers_card(struct answers *answers, const char *name)
{
    size_t number;
    if (map_find(&answers->numbers, name, &number))
        return number;
    name = arena_strdup(&answers->arena, name);
    map_add(&answers->numbers, name, answers->card_count);
    return add_card(answers, name);
}

void answers_add(struct answers *answers, size_t card, int64_t at_ms, int rating)
{
    answers->events = vec_grow(
        answers->events, answers->count, &answers->capacity, sizeof *answers->events);
    answers->events[answers->count++] =
        (struct fsrs_event){ at_ms, (uint32_t)card, (uint8_t)rating };
}

/* ---- from progress ----------------------------------------------------------------------- */

/* Names of the cards that `past` knows by number. */
static const char **names_of(const struct collection *c, const struct past *past)
{
    const char **names = mem_zeroed(past->card_count, sizeof *names);
    size_t number;
    for (size_t i = 0; i < past->card_count; i++)
        names[i] = i < c->library->card_count ? c->library->cards[i]->name : "";
    for (size_t i = 0; i < c->orphan_count; i++)
        if (map_find(&past->others, c->orphans[i].card, &number))
            names[number] = c->orphans[i].card;
    return names;
}

/* Gives cards numbers in their order in the library, as an export of them would. */
static size_t *number_cards(
    struct answers *answers, const struct past *past, const char *const *names)
{
    size_t *numbers = mem_zeroed(past->card_count, sizeof *numbers);
    bool *answered = mem_zeroed(past->card_count, sizeof *answered);
    for (size_t i = 0; i < past->count; i++)
        answered[past->entries[i].card] |= past->entries[i].kind == EVENT_REVIEW;
    for (size_t i = 0; i < past->card_count; i++)
        if (answered[i])
            numbers[i] = add_card(answers, names[i]);
    free(answered);
    return numbers;
}

static void take_past(
    struct answers *answers, const struct collection *c, const struct past *past)
{
    const char **names = names_of(c, past);
    size_t *numbers = number_cards(answers, past, names);
    for (size_t i = 0; i < past->count; i++) {
        const struct past_entry *entry = &past->entries[i];
        if (entry->kind == EVENT_RESET)
            numbers[entry->card] = add_card(answers, names[entry->card]);
        if (entry->kind == EVENT_REVIEW)
            answers_add(answers, numbers[entry->card], entry->at_ms, entry->rating);
    }
    free(names);
    free(numbers);
}

bool answers_of_progress(struct answers *answers, const struct collection *c,
    const bool *selected, bool others, struct err *err)
{
    struct past past;
    *answers = (struct answers){ 0 };
    if (!past_read(&past, c, selected, others, err))
        return false;
    take_past(answers, c, &past);
    past_release(&past);
    return true;
}
