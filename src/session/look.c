#include "session/look.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- words -------------------------------------------------------------------------------- */

const char *look_words(const char *text, struct arena *arena)
{
    struct buf folded = { 0 }, words = { 0 };
    utf8_add_folded(&folded, text, strlen(text), FOLD_CASE | FOLD_ACCENTS);
    buf_add_char(&words, ' ');
    for (size_t at = 0; at < folded.len;) {
        uint32_t character;
        size_t len = utf8_next(folded.text + at, folded.len - at, &character);
        if (utf8_is_letter(character) || utf8_is_digit(character))
            buf_add_bytes(&words, folded.text + at, len);
        else if (words.text[words.len - 1] != ' ')
            buf_add_char(&words, ' ');
        at += len;
    }
    if (words.text[words.len - 1] != ' ')
        buf_add_char(&words, ' ');
    const char *copy = arena_strdup(arena, words.text);
    buf_release(&folded);
    buf_release(&words);
    return copy;
}

/* Is the word, which ends at a space, one of a list of words between spaces? */
static bool is_among(const char *list, const char *word, size_t len)
{
    for (const char *at = list; (at = strchr(at, ' ')) != NULL && at[1] != '\0'; at++)
        if (strncmp(at + 1, word, len) == 0 && at[1 + len] == ' ')
            return true;
    return false;
}

/* ---- what is asked ------------------------------------------------------------------------ */

/* Nouns of one and of many; what is in no list is asked for by its noun. */
static const struct {
    enum asked_kind kind;
    const char *nouns;
} nouns[] = {
    { ASKED_WOMAN,
        " woman women girl queen queens empress empresses princess duchess bride wife "
        "wives widow mother mothers sister sisters daughter daughters aunt niece heroine "
        "goddess goddesses actress grandmother " },
    { ASKED_PERSON,
        " person man men boy commander commanders general generals officer officers king "
        "kings emperor emperors shah shahs sultan tsar prince duke count consul caesar "
        "governor leader leaders ruler rulers chief president presidents minister "
        "chancellor senator ambassador envoy envoys pope popes bishop bishops patriarch "
        "saint apostle prophet monk god gods hero husband groom father fathers brother "
        "brothers son sons uncle nephew cousin grandfather friend rival enemy successor "
        "predecessor defender historian historians writer writers author authors poet "
        "poets playwright novelist philosopher philosophers painter painters artist "
        "sculptor architect composer composers musician singer scientist scientists "
        "physicist chemist mathematician astronomer biologist doctor inventor discoverer "
        "explorer explorers engineer founder founders soldier admiral captain actor "
        "director character " },
    { ASKED_GROUP, " people peoples tribe tribes nation nations huns dynasty " },
    { ASKED_TOWN, " city cities town towns village villages capital capitals port ports "
                  "fortress fortresses " },
    { ASKED_LAND, " region regions province provinces country countries land lands state "
                  "states kingdom kingdoms empire county continent continents island "
                  "islands " },
    { ASKED_WATER, " river rivers lake lakes sea seas ocean oceans " },
    { ASKED_PLACE, " place places " },
};

/* Where a noun phrase ends. */
static const char ends[] =
    " of in on at for to from with by and or that which who whose when where did do does "
    "was were is are has had have can could will would must should made took shared lies "
    "led won stands means ";

/* Nouns that say nothing of the answer. */
static const char empty_nouns[] = " thing things kind kinds sort way ways part parts one "
                                  "ones word words name names time respect respects ";

struct phrase {
    const char *word; // the last one, the noun; "" if there is none
    size_t len;
    const char *behind; // at the space behind it
};

/* The noun phrase that begins at a space; a word of a list of nouns ends it, too. */
static enum asked_kind read_phrase(const char *at, struct phrase *phrase)
{
    *phrase = (struct phrase){ "", 0, at };
    for (size_t len; at[1] != '\0'; at += 1 + len) {
        len = strcspn(at + 1, " ");
        if (is_among(ends, at + 1, len))
            break;
        *phrase = (struct phrase){ at + 1, len, at + 1 + len };
        for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
            if (is_among(nouns[i].nouns, at + 1, len))
                return nouns[i].kind;
    }
    return ASKED_NOUN;
}

/* "language" of "languages" */
static const char *singular(const struct phrase *phrase, struct arena *arena)
{
    size_t len = phrase->len;
    bool plural = len > 3 && phrase->word[len - 1] == 's' && phrase->word[len - 2] != 's';
    return arena_strndup(arena, phrase->word, plural ? len - 1 : len);
}

static struct asked asked_by(const char *at, struct arena *arena)
{
    struct phrase phrase;
    enum asked_kind kind = read_phrase(at, &phrase);
    if (phrase.len == 0)
        return (struct asked){ ASKED_NOTHING, "" };
    if (strncmp(phrase.word, "name ", 5) == 0 && strncmp(phrase.behind, " of ", 4) == 0)
        return asked_by(phrase.behind + 3, arena);
    if (kind == ASKED_NOUN && is_among(empty_nouns, phrase.word, phrase.len))
        return (struct asked){ ASKED_NOTHING, "" };
    return (struct asked){ kind, singular(&phrase, arena) };
}

/* Behind " who ": "was Totila" asks what he was, "was his wife" for a woman. */
static struct asked asked_who(const char *question, const char *at, struct arena *arena)
{
    static const char *const verbs[] = { " was ", " is ", " were ", " are ", " became " };
    struct asked asked = { ASKED_PERSON, "" };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t len = strlen(verbs[i]);
        if (strncmp(at, verbs[i], len) != 0)
            continue;
        const char *last = at + len - 1;
        for (const char *c = last; c[1] != '\0'; c++)
            last = *c == ' ' ? c : last;
        struct asked noun = asked_by(last, arena);
        if (noun.kind == ASKED_WOMAN)
            return noun;
        const char *name = strstr(question, verbs[i]);
        if (i < 4 && name != NULL && isupper((unsigned char)name[len]))
            asked.kind = strchr(name + len, ' ') == NULL ? ASKED_ROLE : ASKED_PERSON;
    }
    return asked;
}

/* "What is the capital of ..." */
static struct asked asked_what(const char *at, struct arena *arena)
{
    static const char *const verbs[] = { " is ", " was ", " are ", " were " };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t len = strlen(verbs[i]);
        if (strncmp(at, verbs[i], len) == 0)
            return strncmp(at + len, "the ", 4) == 0
                       ? asked_by(at + len + 3, arena)
                       : (struct asked){ ASKED_NOTHING, "" };
    }
    return asked_by(at, arena);
}

/* In a sentence with a gap only a preposition tells anything. */
static struct asked asked_gap(const char *question)
{
    const char *gap = strstr(question, "[...]");
    bool place = gap != NULL && gap - question >= 3 && strncmp(gap - 3, "at ", 3) == 0;
    return (struct asked){ place ? ASKED_PLACE : ASKED_NOTHING, "" };
}

/* A term of a list of words, or a description: "The king of the Lazi". */
static struct asked asked_term(const char *words, struct arena *arena)
{
    struct asked asked =
        asked_by(strncmp(words, " the ", 5) == 0 ? words + 4 : words, arena);
    size_t count = 0;
    for (const char *c = words; *c != '\0'; c++)
        count += *c == ' ';
    if (asked.kind == ASKED_NOUN || asked.kind == ASKED_NOTHING)
        asked = (struct asked){ count <= 4 ? ASKED_TERM : ASKED_NOTHING, "" };
    return asked;
}

struct asked look_asked(const char *question, struct arena *arena)
{
    static const char *const asking[] = { " who ", " whom ", " whose ", " where ",
        " which ", " what ", " when ", " why ", " how " };
    enum { WHO, WHOM, WHOSE, WHERE, WHICH, WHAT, WHEN, WHY, HOW, COUNT };
    const char *words = look_words(question, arena), *first = NULL;
    size_t word = COUNT;
    if (strstr(question, "[...]") != NULL)
        return asked_gap(question);
    if (strchr(question, '?') == NULL)
        return asked_term(words, arena);
    for (size_t i = 0; i < COUNT; i++) {
        const char *at = strstr(words, asking[i]);
        if (at != NULL && (first == NULL || at < first)) {
            first = at;
            word = i;
        }
    }
    const char *behind = word < COUNT ? first + strlen(asking[word]) - 1 : "";
    if (word == WHO)
        return asked_who(question, behind, arena);
    if (word == WHOM || word == WHOSE)
        return (struct asked){ ASKED_PERSON, "" };
    if (word == WHERE)
        return (struct asked){ ASKED_PLACE, "" };
    if (word == WHICH)
        return asked_by(behind, arena);
    return word == WHAT ? asked_what(behind, arena) : (struct asked){ ASKED_NOTHING, "" };
}

/* What is only known to be a place may be a town, but rarely is a land or a river. */
static bool is_site(enum asked_kind kind)
{
    return kind == ASKED_PLACE || kind == ASKED_TOWN;
}

bool look_fits(const struct asked *asked, const struct asked *other)
{
    if (asked->kind == ASKED_NOTHING)
        return false;
    if (asked->kind == ASKED_NOUN || asked->kind == ASKED_TERM)
        return asked->kind == other->kind && strcmp(asked->noun, other->noun) == 0;
    return asked->kind == other->kind || (is_site(asked->kind) && is_site(other->kind));
}

/* ---- what an answer looks like ------------------------------------------------------------ */

/* Reads "1,000 pounds": digits with commas that part three each. */
static void read_number(struct look *look)
{
    char digits[32];
    size_t len = 0;
    const char *c = look->text;
    for (; isdigit((unsigned char)*c) || (*c == ',' && isdigit((unsigned char)c[1])); c++)
        if (*c == ',')
            look->grouped = true;
        else if (len < sizeof digits - 1)
            digits[len++] = *c;
    digits[len] = '\0';
    look->behind = c;
    look->value = strtod(digits, NULL);
    look->is_number = len > 0 && strpbrk(c, "0123456789") == NULL && *c != '.' &&
                      *c != ':' && *c != '-' && *c != '/';
}

static size_t count_words(const char *text)
{
    size_t count = 0;
    for (const char *c = text; *c != '\0'; c++)
        count += *c != ' ' && (c == text || c[-1] == ' ');
    return count;
}

static enum lead lead_of(const char *text, size_t *len)
{
    static const char articles[] =
        " a an the le la les un une der die das ein eine el los "
        "las una il lo gli i o os as uma de het een ";
    size_t first = strcspn(text, " ");
    char word[8] = "";
    *len = text[first] == ' ' ? first + 1 : 0;
    if (text[0] != '\0' && text[1] == '\'') { // "l'arbre"
        *len = 2;
        return LEAD_ARTICLE;
    }
    if (*len > 0 && first < sizeof word)
        for (size_t i = 0; i < first; i++)
            word[i] = (char)tolower((unsigned char)text[i]);
    if (strcmp(word, "to") == 0)
        return LEAD_TO;
    if (word[0] != '\0' && is_among(articles, word, first))
        return LEAD_ARTICLE;
    *len = 0;
    return LEAD_NONE;
}

/* Does its first character change when its case is folded? */
static bool is_capital(const char *text)
{
    struct buf as_is = { 0 }, folded = { 0 };
    size_t len = utf8_grapheme(text, strlen(text));
    utf8_add_folded(&as_is, text, len, 0);
    utf8_add_folded(&folded, text, len, FOLD_CASE);
    bool capital = strcmp(buf_text(&as_is), buf_text(&folded)) != 0;
    buf_release(&as_is);
    buf_release(&folded);
    return capital;
}

struct look look_at(const char *text)
{
    size_t lead;
    struct look look = { .text = text };
    look.width = utf8_width(text, strlen(text));
    look.words = count_words(text);
    look.lead = lead_of(text, &lead);
    look.capital = is_capital(text + lead);
    look.possessive = strstr(text, "'s") != NULL || strstr(text, "\u2019s") != NULL;
    look.has_digit = text[strcspn(text, "0123456789")] != '\0';
    read_number(&look);
    return look;
}

bool look_has_form_of(const struct look *other, const struct look *answer)
{
    return other->has_digit == answer->has_digit &&
           other->is_number == answer->is_number && other->lead == answer->lead &&
           other->possessive == answer->possessive && other->capital == answer->capital &&
           other->width <= 2 * answer->width + 8 && 2 * other->width + 8 >= answer->width;
}

bool look_is_year(const struct look *look)
{
    return look->is_number && *look->behind == '\0' && !look->grouped &&
           look->value >= 100 && look->value < 2200;
}

bool look_is_decade(const struct look *look)
{
    return look->is_number && strcmp(look->behind, "s") == 0 &&
           fmod(look->value, 10) == 0;
}

double look_length_distance(const struct look *a, const struct look *b)
{
    double words = fabs((double)a->words - (double)b->words);
    return words + fabs(log(((double)a->width + 2) / ((double)b->width + 2)));
}

const char *look_write_number(const struct look *like, double value, struct arena *arena)
{
    char digits[32];
    struct buf text = { 0 };
    size_t len = (size_t)snprintf(digits, sizeof digits, "%.0f", value);
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && like->grouped && (len - i) % 3 == 0)
            buf_add_char(&text, ',');
        buf_add_char(&text, digits[i]);
    }
    buf_add(&text, like->behind);
    const char *copy = arena_strdup(arena, text.text);
    buf_release(&text);
    return copy;
}
