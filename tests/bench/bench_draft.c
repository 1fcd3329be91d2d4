/*
 * How good first drafts are:  bench_draft [-v] DOCUMENT...
 *
 * Beside each document lie two files made by hand.  DOCUMENT.key has a fact a line that its reader should
 * remember: the answer (others that are as good behind '|'), a tab, and words of the question, one of
 * each group between '|'.  A fact is found if a card whose text has those words takes the answer for
 * right.  DOCUMENT.judged has a draft a line: "good" or "bad" as it stands, a tab, its text, a tab,
 * its answer.  A draft of the first FIRST that is not in it counts as bad, and is listed with -v, as
 * the facts that were not found are.
 */
#include "bench.h"

#include "../unit/drafted.h"

#include "base/file.h"
#include "base/utf8.h"
#include "deck/deck.h"
#include "match/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 30, KEY_BYTES = 1 << 20 };

struct tally {
    size_t facts, found, first, good, unjudged, drafts;
};

/* --- the deck of a document --------------------------------------------------------------- */

static void make_deck(
    const char *path, struct doc *doc, struct drafts *drafts, struct deck *deck)
{
    struct err err;
    struct diags diags = { 0 };
    struct buf text = { 0 };
    bool is_deck;
    if (!doc_load(path, doc, &err))
        bench_die("%s: %s", path, err.message);
    drafts_read(drafts, doc, 0);
    drafts_choose(drafts, 0);
    drafted_deck(drafts, &text);
    if (!deck_parse(path, text, deck, &is_deck, &diags, &err))
        bench_die("%s: %s", path, err.message);
    for (size_t i = 0; i < diags.count; i++)
        if (diags.items[i].level == DIAG_ERROR)
            bench_die("%s: a draft is no card: %s", path, diags.items[i].err.message);
    diags_release(&diags);
}

static char *read_beside(const char *path, const char *ending, struct buf *out)
{
    struct err err;
    char name[512];
    const char *dot = strrchr(path, '.');
    snprintf(name, sizeof name, "%.*s%s", (int)(dot - path), path, ending);
    if (file_kind(name) == FILE_REGULAR && !file_read(name, KEY_BYTES, out, &err))
        bench_die("%s", err.message);
    buf_add_char(out, '\n');
    return out->text;
}

/* --- facts ---------------------------------------------------------------------------------- */

static void fold(const char *text, struct buf *out)
{
    buf_clear(out);
    utf8_add_folded(out, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
}

/* Every group of words has one in the text: "mother died", "Irène|daughter Nobel". */
static bool has_words(const char *text, const char *groups)
{
    struct buf folded = { 0 }, words = { 0 };
    bool all = true;
    fold(text, &folded);
    fold(groups, &words);
    char *rest = words.text;
    for (char *group; all && rest != NULL && (group = strsep(&rest, " ")) != NULL;) {
        bool any = false;
        for (char *word; group != NULL && (word = strsep(&group, "|")) != NULL;)
            any = any || strstr(buf_text(&folded), word) != NULL;
        all = any;
    }
    buf_release(&folded);
    buf_release(&words);
    return all;
}

static bool takes(const struct card *card, const char *answer, struct arena *arena)
{
    const struct key_context *context = &card->note->deck->context;
    struct judgement judgement = match_judge(&card->key, context, answer, arena);
    return verdict_is_right(judgement.verdict);
}

/* A pair says what its two sides say together. */
static bool pair_says(const struct card *card, const char *answer, const char *words)
{
    const struct key *key = &card->key;
    for (size_t i = 0; key->kind == KEY_PAIRS && i < key->count; i++)
        if (has_words(key->lefts[i], words) &&
            strstr(key->items[i].forms[0], answer) != NULL)
            return true;
    return false;
}

static bool is_found(const struct deck *deck, const char *answers, const char *words)
{
    struct arena arena = { 0 };
    char *copy = arena_strdup(&arena, answers), *rest = copy;
    bool found = false;
    for (char *answer; !found && (answer = strsep(&rest, "|")) != NULL;)
        for (size_t i = 0; !found && i < deck->card_count; i++) {
            const struct card *card = &deck->cards[i];
            found = pair_says(card, answer, words) ||
                    (has_words(card->question, words) && takes(card, answer, &arena));
        }
    arena_release(&arena);
    return found;
}

static void count_facts(
    const struct deck *deck, const char *path, bool verbose, struct tally *tally)
{
    struct buf key = { 0 };
    char *rest = read_beside(path, ".key", &key);
    for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
        if (line[0] == '\0' || line[0] == '#')
            continue;
        char *answer = strsep(&line, "\t");
        const char *words = line != NULL ? line : "";
        bool found = is_found(deck, answer, words);
        tally->facts++;
        tally->found += found;
        if (verbose && !found)
            printf("  missed: %s <- %s\n", answer, words);
    }
    buf_release(&key);
}

/* --- drafts ----------------------------------------------------------------------------------- */

static const char *shown(const struct draft *draft)
{
    if (draft->cloze != NULL)
        return draft->cloze;
    return draft->question != NULL ? draft->question : "";
}

static void count_good(
    const struct drafts *drafts, const char *path, bool verbose, struct tally *tally)
{
    struct buf judged = { 0 };
    const char *lines = read_beside(path, ".judged", &judged);
    for (size_t i = 0; i < drafts->count && i < FIRST; i++) {
        const struct draft *draft = &drafts->items[i];
        char line[4096];
        snprintf(line, sizeof line, "\t%s\t%s\n", shown(draft), draft->answer);
        const char *at = strstr(lines, line);
        bool good = at != NULL && at - lines >= 4 && memcmp(at - 4, "good", 4) == 0;
        tally->first++;
        tally->good += good;
        tally->unjudged += at == NULL;
        if (verbose && at == NULL)
            printf("?%s", line);
    }
    buf_release(&judged);
}

static void measure(const char *path, bool verbose, struct tally *total)
{
    struct doc doc;
    struct drafts drafts = { 0 };
    struct deck deck;
    struct tally tally = { 0 };
    char what[64];
    const char *base = strrchr(path, '/');
    make_deck(path, &doc, &drafts, &deck);
    count_facts(&deck, path, verbose, &tally);
    count_good(&drafts, path, verbose, &tally);
    snprintf(what, sizeof what, "  %.40s", base != NULL ? base + 1 : path);
    printf("%-30s facts %3zu of %3zu, good %2zu of the first %2zu, %zu unjudged, %zu "
           "drafts\n",
        what, tally.found, tally.facts, tally.good, tally.first, tally.unjudged,
        drafts.count);
    total->facts += tally.facts;
    total->found += tally.found;
    total->first += tally.first;
    total->good += tally.good;
    deck_release(&deck);
    drafts_release(&drafts);
    doc_release(&doc);
}

int main(int argc, char **argv)
{
    struct tally total = { 0 };
    bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    for (int i = verbose ? 2 : 1; i < argc; i++)
        measure(argv[i], verbose, &total);
    if (total.facts > 0 && total.first > 0) {
        printf("%-30s facts %.0f %% (goal 67), good %.0f %% (goal 50)\n", "  together",
            100.0 * (double)total.found / (double)total.facts,
            100.0 * (double)total.good / (double)total.first);
    }
    return 0;
}
