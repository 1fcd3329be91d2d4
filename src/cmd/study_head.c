/*
 * The head of a card: where it comes from, and what remains today.
 */
#include "cmd/study.h"

#include "base/utf8.h"
#include "ui/layout.h"

#include <string.h>

enum {
    NARROWEST_PLACE = 10, // columns; less says nothing
    FLAG_WORD_ROOM = 30,  // columns of place from which the flag is a word
};

/* "new 12 . *learning 2* . due 31", or "n12 *l2* d31": the kind at hand between stars. */
static void add_counts(const struct study *study, bool brief, struct buf *line)
{
    struct queue_counts counts = session_counts(&study->session);
    enum phase phase =
        study->session.collection->progress[study->session.card].plan.phase;
    const struct {
        const char *word;
        size_t count;
        bool at_hand;
    } kinds[] = {
        { "new", counts.fresh, phase == PHASE_NEW },
        { "learning", counts.learning, phase_has_steps(phase) },
        { "due", counts.due, phase == PHASE_REVIEW },
    };
    const char *between = brief ? " " : term_is_utf8() ? " \u00b7 " : " | ";
    for (size_t i = 0; i < 3; i++) {
        const char *star = kinds[i].at_hand ? "*" : "";
        buf_addf(line, "%s%s", i > 0 ? between : "", star);
        if (brief)
            buf_addf(line, "%c%zu%s", kinds[i].word[0], kinds[i].count, star);
        else
            buf_addf(line, "%s %zu%s", kinds[i].word, kinds[i].count, star);
    }
}

/* A session that changes no dates counts what it has left. */
static void add_crammed(const struct study *study, struct buf *line)
{
    buf_addf(line, "cramming, %zu left", session_counts(&study->session).learning);
}

static const char *flag_mark(const struct study *study, size_t room)
{
    if (!study->session.collection->progress[study->session.card].flagged)
        return "";
    return room >= FLAG_WORD_ROOM ? " [flagged]" : " [f]";
}

/* What is left of the line for the place, beside counts of that width; 0: nothing. */
static size_t room_beside(size_t width, size_t counts)
{
    return width > counts + 3 ? width - counts - 3 : 0;
}

/* The place is shortened first, then left out, then the counts are shortened. */
void study_draw_head(const struct term *term, const struct study *study)
{
    struct buf place = { 0 }, counts = { 0 }, line = { 0 };
    if (study->session.options.cram)
        add_crammed(study, &counts);
    else
        add_counts(study, false, &counts);
    if (utf8_width(counts.text, counts.len) + 2 > term->width) {
        buf_clear(&counts);
        add_counts(study, true, &counts);
    }
    size_t room = room_beside(term->width, utf8_width(counts.text, counts.len));
    const char *flag = flag_mark(study, room);
    size_t marked = strlen(flag);
    buf_add_char(&line, ' ');
    if (room >= NARROWEST_PLACE + marked) {
        present_place(session_card(&study->session), &place);
        size_t used = utf8_width(buf_text(&place), place.len);
        size_t most = room - marked;
        layout_cut(&line, buf_text(&place), most);
        buf_add(&line, flag);
        buf_pad(&line, ' ', used < most ? most - used : 0);
        buf_add_char(&line, ' ');
    } else if (room >= marked && marked > 0) {
        buf_addf(&line, "%s ", flag + 1);
    }
    buf_addf(&line, "%s\n", counts.text);
    term_raw(term, STYLE_FAINT, line.text);
    term_rule(term);
    buf_release(&place);
    buf_release(&counts);
    buf_release(&line);
}
