/*
 * Clozes as Anki writes them, {{c1::text::hint}}, as gaps of ours.
 *
 * Anki nests gaps, lets one belong to several cards ({{c1,3::x}}), takes the first }} for the
 * end, and an opener that is never closed for text.  Where gaps are plain, the note stays one; where
 * they nest or share cards, each number becomes a cloze of its own, with the other gaps shown.
 * Source: Anki's manual on clozes, and ankitects/anki c32cb29, rslib/src/cloze.rs (behaviour only).
 */
#ifndef EXCHANGE_GAPS_H
#define EXCHANGE_GAPS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct gap_text {
    const char *cloze; // with gaps of ours
    int number;        // 0: the note as a whole, else the only number asked for
};

struct gap_texts {
    struct gap_text *items; // in the arena, by number
    size_t count, capacity;
};

/* Does the text have a gap with a number, {{c1::...? */
bool gaps_are_there(const char *text);

/*
 * The clozes of a text; none if no gap hides anything.  *plain is the text without the marks.  Braces
 * that would mean something else to us are set apart by a space.
 */
void gaps_convert(
    struct arena *arena, const char *text, const char **plain, struct gap_texts *out);

#endif
