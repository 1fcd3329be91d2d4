/*
 * The end of a session: what was done, what was missed and what was typed then, what comes.
 */
#include "cmd/study.h"

#include "cmd/card.h"
#include "ui/layout.h"
#include "ui/screen.h"

#include <stdlib.h>
#include <string.h>

enum { FORECAST_DAYS = 7 };

static void draw_wrapped(const struct term *term, struct buf *text, size_t indent)
{
    term_wrap(term, STYLE_PLAIN, buf_text(text), indent);
    buf_release(text);
}

/* ---- what was done ------------------------------------------------------------------------ */

struct tally {
    size_t passed, missed, fresh;
    long long answer_ms;
};

static struct tally tally_of(const struct session *session)
{
    struct tally tally = { 0 };
    for (size_t i = 0; i < session->log_count; i++) {
        const struct session_entry *entry = &session->log[i];
        tally.passed += entry->rating != FSRS_AGAIN;
        tally.missed += entry->rating == FSRS_AGAIN;
        tally.fresh += entry->was_new;
        tally.answer_ms += entry->answer_ms;
    }
    return tally;
}

static void draw_tally(const struct term *term, const struct study *study)
{
    const struct session *session = &study->session;
    struct tally tally = tally_of(session);
    struct buf line = { 0 };
    long long seconds = (study_now(study) - session->started_ms) / SECOND_MS;
    buf_addf(&line, "%zu %s %s: %zu right, %zu missed", session->log_count,
        session->log_count == 1 ? "answer" : "answers",
        session->options.cram ? "and no date changed" : "saved", tally.passed,
        tally.missed);
    if (!session->options.cram)
        buf_addf(&line, "; %zu new", tally.fresh);
    buf_addf(&line, ". %lldm %02llds, %lld s an answer.", seconds / 60, seconds % 60,
        (tally.answer_ms / (long long)session->log_count + SECOND_MS / 2) / SECOND_MS);
    draw_wrapped(term, &line, 1);
}

/* ---- what was missed ---------------------------------------------------------------------- */

/* Is entry `at` the first miss of its card? */
static bool is_first_miss(const struct session *session, size_t at)
{
    if (session->log[at].rating != FSRS_AGAIN)
        return false;
    for (size_t i = 0; i < at; i++)
        if (session->log[i].card == session->log[at].card &&
            session->log[i].rating == FSRS_AGAIN)
            return false;
    return true;
}

bool study_is_lettered(const struct session *session, size_t card)
{
    enum key_kind kind = session->collection->library->cards[card]->key.kind;
    return kind == KEY_CHOICE || kind == KEY_CHOICES || kind == KEY_PAIRS;
}

/* Was the same typed, and missed, in an entry from `first` up to that one? */
static bool is_repeated(const struct session *session, size_t first, size_t at)
{
    const struct session_entry *entry = &session->log[at];
    for (size_t i = first; i < at; i++)
        if (session->log[i].card == entry->card && session->log[i].rating == FSRS_AGAIN &&
            strcmp(session->log[i].typed, entry->typed) == 0)
            return true;
    return false;
}

/* All that was typed for the card of entry `at` and was not right. */
static void add_typed(const struct session *session, size_t at, struct buf *line)
{
    const char *before = "you typed ";
    if (study_is_lettered(session, session->log[at].card))
        return;
    for (size_t i = at; i < session->log_count; i++) {
        const struct session_entry *entry = &session->log[i];
        if (entry->card != session->log[at].card || entry->rating != FSRS_AGAIN ||
            entry->self || entry->typed[0] == '\0' || is_repeated(session, at, i))
            continue;
        buf_add(line, before);
        add_one_line(line, entry->typed);
        before = ", then ";
    }
    if (line->len > 0)
        buf_add(line, " - ");
}

static void draw_miss(const struct term *term, const struct session *session, size_t at)
{
    const struct card *card = session->collection->library->cards[session->log[at].card];
    struct arena arena = { 0 };
    struct buf line = { 0 };
    term_wrap(term, STYLE_PLAIN, card->question, 3);
    add_typed(session, at, &line);
    buf_add(&line, "the answer is ");
    add_one_line(&line, match_expected(&card->key, &arena));
    term_wrap(term, STYLE_FAINT, line.text, 5);
    buf_release(&line);
    arena_release(&arena);
}

static void draw_misses(const struct term *term, const struct session *session)
{
    bool any = false;
    for (size_t i = 0; i < session->log_count; i++) {
        if (!is_first_miss(session, i))
            continue;
        if (!any)
            term_raw(term, STYLE_PLAIN, "\n missed\n");
        any = true;
        draw_miss(term, session, i);
    }
    if (any)
        term_raw(term, STYLE_PLAIN, "\n");
}

bool *study_misses(const struct study *study)
{
    const struct session *session = &study->session;
    bool *misses = NULL;
    for (size_t i = 0; i < session->log_count; i++) {
        if (!is_first_miss(session, i))
            continue;
        if (misses == NULL)
            misses = mem_zeroed(session->collection->library->card_count, sizeof *misses);
        misses[session->log[i].card] = true;
    }
    return misses;
}

/* Those missed that have reached the leech threshold. */
static void draw_leeches(const struct term *term, const struct session *session)
{
    const struct collection *collection = session->collection;
    int threshold = collection->settings->leech_lapses;
    struct buf line = { 0 };
    for (size_t i = 0; i < session->log_count; i++) {
        size_t card = session->log[i].card;
        if (threshold == 0 || collection->progress[card].lapses < threshold ||
            !is_first_miss(session, i))
            continue;
        buf_addf(&line, "%s%s", line.len > 0 ? ", " : "Leeches to reword: ",
            collection->library->cards[card]->name);
    }
    if (line.len > 0)
        draw_wrapped(term, &line, 1);
}

/* ---- what comes --------------------------------------------------------------------------- */

/* "tomorrow 3, Mon 5, Wed 2": the days of the coming week that have any. */
static void draw_forecast(const struct term *term, const struct study *study)
{
    static const char *const names[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue",
        "Wed" }; // 1970-01-01 was a Thursday
    const struct collection *collection = study->session.collection;
    struct day today = day_of(study_now(study), study->app->settings.day_start);
    size_t due[FORECAST_DAYS];
    struct buf line = { 0 };
    queue_forecast(collection->queue_cards, collection->library->card_count, today,
        FORECAST_DAYS, due);
    buf_addf(&line, "Coming back this week: tomorrow %zu", due[0]);
    for (int i = 1; i < FORECAST_DAYS; i++)
        if (due[i] > 0)
            buf_addf(&line, ", %s %zu", names[(today.number + 1 + i) % 7], due[i]);
    buf_add(&line, ".");
    draw_wrapped(term, &line, 1);
}

/* ---- what the caps keep back -------------------------------------------------------------- */

/* Are there new cards of the deck that this session would have asked? */
static bool has_new(const struct session *session, size_t deck)
{
    for (size_t i = 0; i < session->input.card_count; i++) {
        const struct queue_card *card = &session->cards[i];
        if (card->deck == deck && card->selected &&
            card->progress->plan.phase == PHASE_NEW &&
            !progress_rests(card->progress, session->day))
            return true;
    }
    return false;
}

/* New cards of the deck that were answered today. */
static int new_today(const struct session *session, size_t deck)
{
    size_t first = 0, count = 0; // the cards of a deck stand together
    while (first < session->input.card_count && session->cards[first].deck != deck)
        first++;
    while (first + count < session->input.card_count &&
           session->cards[first + count].deck == deck)
        count++;
    return queue_done(session->cards + first, count, session->day).fresh;
}

/* Has the deck had what its own cap allows?  One that may have no new cards is not missed. */
static bool is_capped(const struct session *session, size_t deck)
{
    int cap = session->input.deck_caps[deck].fresh;
    return cap > 0 && new_today(session, deck) >= cap;
}

/* Who takes no new cards, as on the way back from a backlog, does not miss them. */
static void add_common_cap(const struct session *session, struct buf *line)
{
    int cap = session->input.caps.fresh;
    if (cap <= 0 || session->queue.fresh_today < (size_t)cap)
        return;
    for (size_t i = 0; i < session->input.deck_count; i++)
        if (!is_capped(session, i) && has_new(session, i)) {
            buf_add(line,
                "More new cards wait: `quaestor study --new 10` asks ten of them, as "
                ":more 10 does while a card is out.");
            return;
        }
}

static void add_deck_caps(const struct session *session, struct buf *line)
{
    for (size_t i = 0; i < session->input.deck_count; i++) {
        if (!is_capped(session, i) || !has_new(session, i))
            continue;
        const char *deck = session->collection->library->decks[i].id;
        int today = new_today(session, i);
        buf_addf(line,
            "%sDeck %s has had its %d new %s today; :more 10 while a card is out gives "
            "more, and `quaestor config --deck %s new-per-day N` does so every day.",
            line->len > 0 ? "\n" : "", deck, today, today == 1 ? "card" : "cards", deck);
    }
}

/* Says which new cards could be asked but for the caps. */
static void add_caps(const struct session *session, struct buf *line)
{
    if (session->queue.fresh_count > 0)
        return;
    add_common_cap(session, line);
    add_deck_caps(session, line);
}

/* "Nothing to ask: 2 of these cards are suspended or buried." */
static void add_nothing(const struct study *study, struct buf *line)
{
    const struct queue_input *input = &study->session.input;
    struct day today = day_of(study_now(study), input->rollover_hour);
    size_t aside = 0;
    for (size_t i = 0; i < input->card_count; i++)
        aside +=
            input->cards[i].selected && progress_rests(input->cards[i].progress, today);
    buf_add(line, "Nothing to ask");
    if (aside > 0)
        buf_addf(line, ": %zu of these cards %s suspended or buried", aside,
            aside == 1 ? "is" : "are");
    buf_add_char(line, '.');
}

static void add_rest(const struct study *study, struct buf *line)
{
    const struct session *session = &study->session;
    bool any = session->log_count > 0;
    if (session->state != SESSION_DONE) {
        struct queue_counts left = session_counts(session);
        buf_addf(line, "Left for today: %zu new, %zu learning, %zu due.", left.fresh,
            left.learning, left.due);
    } else if (session->next_due_ms == INT64_MAX && any) {
        buf_add(line, "That was all.");
    } else if (session->next_due_ms == INT64_MAX) {
        add_nothing(study, line);
    } else {
        buf_add(line, any ? "That was all for now. Next card: "
                          : "Nothing to ask now. Next card: ");
        add_when(line, study->app, session->next_due_ms, study_now(study));
        buf_add(line, ".");
    }
}

/* Is there anything to ask that far ahead?  What was answered today rests. */
static bool is_any_ahead(const struct session *session, int64_t ahead_ms)
{
    int64_t next_due_ms;
    struct queue queue;
    struct queue_input input = session->input;
    input.ahead_ms = ahead_ms;
    queue_build(&queue, &input);
    bool any = queue_next(&queue, &input, &next_due_ms) != QUEUE_NONE;
    queue_release(&queue);
    return any;
}

/* As far ahead as the next card. */
static void add_ways_on(const struct study *study, struct buf *line)
{
    long long hours =
        (study->session.next_due_ms - study_now(study) + HOUR_MS - 1) / HOUR_MS;
    if (!is_any_ahead(&study->session, hours * HOUR_MS))
        buf_add(line, "`quaestor study --cram` asks everything without changing dates.");
    else
        buf_addf(line,
            "`quaestor study --ahead %lld%c` asks what is due by then, `--cram` "
            "everything without changing dates.",
            hours > 23 ? (hours + 23) / 24 : hours, hours > 23 ? 'd' : 'h');
}

static void draw_rest(const struct term *term, const struct study *study)
{
    const struct session *session = &study->session;
    struct buf line = { 0 };
    if (session->options.cram && session->state != SESSION_DONE)
        return;
    add_rest(study, &line);
    draw_wrapped(term, &line, 1);
    if (session->options.cram)
        return;
    if (study->skipped)
        term_wrap(term, STYLE_PLAIN,
            "What you skipped still waits: `quaestor study` asks it.", 1);
    if (session->state != SESSION_DONE)
        return;
    add_caps(session, &line);
    if (line.len == 0 && session->log_count == 0 && session->next_due_ms != INT64_MAX)
        add_ways_on(study, &line);
    if (line.len > 0)
        draw_wrapped(term, &line, 1);
}

void study_draw_summary(const struct term *term, const void *context)
{
    const struct study *study = context;
    const struct session *session = &study->session;
    term_raw(term, STYLE_PLAIN, buf_text(&study->notice));
    if (session->log_count > 0) {
        term_raw(term, STYLE_PLAIN, study->fresh ? "" : "\n");
        draw_tally(term, study);
        draw_misses(term, session);
        draw_leeches(term, session);
        if (!session->options.cram)
            draw_forecast(term, study);
    }
    draw_rest(term, study);
}

void study_show_summary(struct study *study)
{
    struct screen screen = { .term = &study->app->out,
        .draw = study_draw_summary,
        .context = study,
        .reserve = 2,
        .fresh = study->fresh && study->session.log_count > 0,
        .pages = study->interactive };
    screen_show(&screen);
    buf_clear(&study->notice);
}
