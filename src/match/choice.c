/*
 * Choices: letters of the options in the order shown, or their texts.
 *
 * A text as written wins over a letter, a letter over a text that is equal only in the
 * comparison form, and that over a text with a slip; none of them may mean two options.
 */
#include "match/outcome.h"

#include <string.h>

enum { LETTERS = 26 };

static bool is_letter(const struct key *key, char c)
{
    return c >= 'a' && c < 'a' + LETTERS && (size_t)(c - 'a') < key->option_count;
}

const char *option_letters(const struct key *key, struct arena *arena)
{
    size_t count = key->option_count < LETTERS ? key->option_count : LETTERS;
    if (count < 2)
        return "the only letter is a";
    return arena_printf(arena, "the letters are a %s %c", count == 2 ? "and" : "to",
        (int)('a' + count - 1));
}

bool option_is(const struct key *key, size_t option, const struct key_item *item)
{
    for (size_t i = 0; i < item->count; i++) {
        if (strcmp(key->options[option], item->forms[i]) == 0)
            return true;
    }
    return false;
}

static bool option_is_right(const struct key *key, size_t option)
{
    for (size_t i = 0; i < key->count; i++) {
        if (option_is(key, option, &key->items[i]))
            return true;
    }
    return false;
}

/* The words of a text, without regard to articles and strictness. */
static struct tokens words_of(
    const struct rules *rules, const char *typed, struct arena *arena)
{
    return tokens_read(typed, 0, rules->language, arena);
}

/* The letter that a text is, '\0' if it is none. */
static char letter_of(const struct rules *rules, const char *typed, struct arena *arena)
{
    struct tokens words = words_of(rules, typed, arena);
    if (words.count != 1 || words.items[0].kind != TOKEN_WORD ||
        strlen(words.items[0].text) != 1)
        return '\0';
    char c = words.items[0].text[0];
    return c >= 'a' && c <= 'z' ? c : '\0';
}

static struct pick picked(size_t option, enum verdict verdict, const char *reason)
{
    return (
        struct pick){ .found = true, .option = option, .finding = { verdict, reason } };
}

/* The option as an item: with all forms of the right one that it is. */
static struct key_item item_of_option(const struct key *key, size_t option)
{
    for (size_t i = 0; i < key->count; i++) {
        if (option_is(key, option, &key->items[i]))
            return key->items[i];
    }
    return (struct key_item){ &key->options[option], 1 };
}

static struct finding judge_equal(const struct rules *rules, const struct target *target,
    const struct form *form, struct arena *arena)
{
    const struct variant *variant = target_find(rules, target, form);
    return variant != NULL ? target_accept(rules, target, variant, form, arena)
                           : (struct finding){ VERDICT_WRONG, NULL };
}

typedef struct finding judge_option(const struct rules *rules,
    const struct target *target, const struct form *form, struct arena *arena);

/* The only option that the text is, by that judge. */
static struct pick pick_by(judge_option *judge, const struct rules *rules,
    const struct key *key, const char *typed, struct arena *arena)
{
    struct form form = form_make(rules, typed, arena);
    struct pick pick = { 0 };
    for (size_t i = 0; i < key->option_count; i++) {
        struct key_item item = item_of_option(key, i);
        struct target target = target_make(rules, &item, key->literal, arena);
        struct finding finding = judge(rules, &target, &form, arena);
        if (!verdict_is_right(finding.verdict))
            continue;
        if (pick.found)
            return (struct pick){ 0 }; // two options read like this
        pick = picked(i, finding.verdict, finding.reason);
    }
    return pick;
}

struct pick option_pick(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    for (size_t i = 0; i < key->option_count; i++) {
        if (text_identical(typed, text_trim(key->options[i], arena)))
            return picked(i, VERDICT_EXACT, "exactly");
    }
    char letter = letter_of(rules, typed, arena);
    if (is_letter(key, letter))
        return picked((size_t)(letter - 'a'), VERDICT_EXACT, "exactly");
    struct pick pick = pick_by(judge_equal, rules, key, typed, arena);
    pick.bad_letter = !pick.found && letter != '\0';
    return pick.found || pick.bad_letter
               ? pick
               : pick_by(lenient_judge, rules, key, typed, arena);
}

/* --- one option ------------------------------------------------------------------------ */

static struct outcome judge_one(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct outcome outcome = { .finding = { VERDICT_WRONG, "none of the options" } };
    struct pick pick = option_pick(rules, key, typed, arena);
    if (pick.bad_letter) {
        outcome.finding.reason = option_letters(key, arena);
    } else if (pick.found && option_is_right(key, pick.option)) {
        outcome.finding = pick.finding;
        outcome.share = 1;
    } else if (pick.found) {
        outcome.finding.reason = "another option";
        texts_add(&outcome.wrong, key->options[pick.option], arena);
    }
    return outcome;
}

/* --- all that apply -------------------------------------------------------------------- */

struct picks {
    bool *picked; // of each option
    struct texts unknown;
    bool bad_letter;
    struct finding best;
};

/* "ac", "a c", "a and c": all letters of options?  Then picks them. */
static bool pick_letters(const struct rules *rules, const struct key *key,
    const char *typed, struct picks *picks, struct arena *arena)
{
    struct tokens words = words_of(rules, typed, arena);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < words.count; i++) {
            const char *word = words.items[i].text;
            if (words.items[i].kind != TOKEN_WORD)
                return false;
            for (; strcmp(words.items[i].text, "and") != 0 && *word != '\0'; word++) {
                if (pass == 0 && !is_letter(key, *word))
                    return false;
                if (pass == 1)
                    picks->picked[*word - 'a'] = true;
            }
        }
    }
    finding_weaken(&picks->best, (struct finding){ VERDICT_EXACT, "exactly" });
    return words.count > 0;
}

static void pick_piece(const struct rules *rules, const struct key *key,
    const char *piece, struct picks *picks, struct arena *arena)
{
    struct pick pick = option_pick(rules, key, piece, arena);
    if (pick.found) {
        picks->picked[pick.option] = true;
        finding_weaken(&picks->best, pick.finding);
    } else if (pick.bad_letter) {
        picks->bad_letter = true;
    } else if (!pick_letters(rules, key, piece, picks, arena)) {
        texts_add(&picks->unknown, piece, arena);
    }
}

/* Words of one letter each, one of which is no option's. */
static bool is_bad_letters(
    const struct rules *rules, const char *piece, struct arena *arena)
{
    struct tokens words = words_of(rules, piece, arena);
    for (size_t i = 0; i < words.count; i++) {
        const char *text = words.items[i].text;
        if (words.items[i].kind != TOKEN_WORD ||
            (strcmp(text, "and") != 0 &&
                (strlen(text) != 1 || *text < 'a' || *text > 'z')))
            return false;
    }
    return words.count > 0;
}

static void count_options(const struct key *key, const struct picks *picks,
    struct tally *tally, struct arena *arena)
{
    for (size_t i = 0; i < key->option_count; i++) {
        bool right = option_is_right(key, i);
        tally->total += right;
        tally->right += right && picks->picked[i];
        if (right && !picks->picked[i])
            texts_add(&tally->missing, key->options[i], arena);
        if (!right && picks->picked[i])
            texts_add(&tally->wrong, key->options[i], arena);
    }
    for (size_t i = 0; i < picks->unknown.count; i++)
        texts_add(&tally->wrong, picks->unknown.items[i], arena);
}

static struct outcome judge_all(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    struct texts known = texts_of_key(key, arena);
    struct texts pieces = pieces_cut(typed, &known, arena);
    struct picks picks = { .picked = arena_alloc(arena, key->option_count + 1) };
    struct tally tally = { 0 };
    struct outcome outcome = { .finding = { VERDICT_WRONG, "none of the options" } };
    for (size_t i = 0; i < pieces.count; i++)
        pick_piece(rules, key, pieces.items[i], &picks, arena);
    for (size_t i = 0; i < picks.unknown.count; i++)
        picks.bad_letter =
            picks.bad_letter || is_bad_letters(rules, picks.unknown.items[i], arena);
    if (picks.bad_letter) {
        outcome.finding.reason = option_letters(key, arena);
        return outcome;
    }
    count_options(key, &picks, &tally, arena);
    if (tally.total == 0)
        return outcome;
    tally.best = picks.best;
    outcome.finding = tally_judge(&tally, arena);
    outcome.share = (double)tally.right / (double)(tally.total + tally.wrong.count);
    outcome.wrong = tally.wrong;
    return outcome;
}

struct outcome choice_judge(const struct rules *rules, const struct key *key,
    const char *typed, struct arena *arena)
{
    return key->kind == KEY_CHOICES ? judge_all(rules, key, typed, arena)
                                    : judge_one(rules, key, typed, arena);
}
