#include "match/date_words.h"

#include "base/near.h"
#include "match/number.h"
#include "match/words.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Groups are parted by '|', the words of a group by spaces; without accents, as folded. */
static const struct row {
    const char *language;
    enum date_term term;
    const char *groups;
} rows[] = {
    { "en", DATE_MONTH,
        "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|"
        "September Sept Sep|October Oct|November Nov|December Dec" },
    { "en", DATE_SEASON,
        "winter wintertime|spring springtime|summer summertime|"
        "autumn fall" },
    { "en", DATE_PART, "early beginning start|mid middle|late later end" },
    { "en", DATE_HEDGE,
        "about around circa c ca approximately approx roughly|before|after|by|until till|"
        "since" },
    { "en", DATE_ERA,
        "AD ce anno annodomini afterchrist commonera ofthecommonera ourlord|"
        "BC bce beforechrist beforethecommonera" },
    { "en", DATE_CENTURY, "century cent c" },
    { "en", DATE_ENDING, "st nd rd th" },
    { "en", DATE_LINK, "to until till through|and" },
    { "en", DATE_OPENING, "from|between" },
    { "en", DATE_WEEKDAY,
        "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|"
        "saturday sat|sunday sun" },
    { "en", DATE_FILLER,
        "in on at of the during year month towards toward probably perhaps possibly "
        "maybe "
        "presumably" },

    { "fr", DATE_MONTH,
        "janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|"
        "septembre sept|octobre oct|novembre nov|decembre dec" },
    { "fr", DATE_SEASON, "hiver|printemps|ete|automne" },
    { "fr", DATE_PART, "debut|milieu mi|fin" },
    { "fr", DATE_HEDGE, "vers environ env|avant|apres||jusque jusqu|depuis" },
    { "fr", DATE_ERA,
        "ad apjc apresjc apresjesuschrist dnotreere|bc avjc avantjc avantjesuschrist" },
    { "fr", DATE_CENTURY, "siecle" },
    { "fr", DATE_ENDING, "e er eme re" },
    { "fr", DATE_LINK, "a au jusqu|et" },
    { "fr", DATE_OPENING, "|entre" },
    { "fr", DATE_WEEKDAY, "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche" },
    { "fr", DATE_FILLER,
        "en au aux a le la les l de du d des an annee mois probablement" },

    { "de", DATE_MONTH,
        "Januar Jaenner Janner|Februar Feber|Maerz Marz|April|Mai|Juni|Juli|August|"
        "September|Oktober Okt|November|Dezember Dez" },
    { "de", DATE_SEASON, "winter|fruehling fruhling fruehjahr fruhjahr|sommer|herbst" },
    { "de", DATE_PART, "anfang beginn fruehe fruhe|mitte|ende spaetes spates" },
    { "de", DATE_HEDGE, "um circa ca etwa ungefahr rund|vor|nach||bis|seit" },
    { "de", DATE_ERA, "ad nchr nachchr nachchristus|bc vchr vorchr vorchristus" },
    { "de", DATE_CENTURY, "jahrhundert jh jhdt" },
    { "de", DATE_LINK, "bis|und" },
    { "de", DATE_OPENING, "von|zwischen" },
    { "de", DATE_WEEKDAY,
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag" },
    { "de", DATE_FILLER,
        "im in am an der die das den dem des jahr jahre jahres monat "
        "wohl vermutlich" },

    { "es", DATE_MONTH,
        "enero ene|febrero feb|marzo mar|abril abr|mayo|junio jun|julio jul|agosto ago|"
        "septiembre setiembre sept|octubre oct|noviembre nov|diciembre dic" },
    { "es", DATE_SEASON, "invierno|primavera|verano|otono" },
    { "es", DATE_PART, "principios comienzos inicios|mediados|fines finales" },
    { "es", DATE_HEDGE, "hacia alrededor|antes|despues||hasta|desde" },
    { "es", DATE_ERA, "ad dc despuesdecristo|bc ac antesdecristo" },
    { "es", DATE_CENTURY, "siglo" },
    { "es", DATE_LINK, "a hasta al|y" },
    { "es", DATE_OPENING, "|entre" },
    { "es", DATE_WEEKDAY, "lunes|martes|miercoles|jueves|viernes|sabado|domingo" },
    { "es", DATE_FILLER, "en a el la los las de del ano mes probablemente" },

    { "it", DATE_MONTH,
        "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|"
        "agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic" },
    { "it", DATE_SEASON, "inverno|primavera|estate|autunno" },
    { "it", DATE_PART, "inizio inizi|meta|fine" },
    { "it", DATE_HEDGE, "circa verso intorno|prima|dopo||fino|" },
    { "it", DATE_ERA, "ad dc dopocristo|bc ac avanticristo" },
    { "it", DATE_CENTURY, "secolo" },
    { "it", DATE_LINK, "a al fino|e" },
    { "it", DATE_OPENING, "dal da|tra fra" },
    { "it", DATE_WEEKDAY, "lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica" },
    { "it", DATE_FILLER,
        "in nel nell nella il lo la l i di del dell della anno mese "
        "probabilmente" },

    { "la", DATE_MONTH,
        "ianuarius ianuarii ianuario januarius januarii|februarius februarii februario|"
        "martius martii martio|aprilis aprili|maius maii maio|iunius iunii iunio junius "
        "junii|iulius iulii iulio julius julii quintilis|augustus augusti augusto "
        "sextilis|september septembris septembri|october octobris octobri|"
        "november novembris novembri|december decembris decembri" },
    { "la", DATE_SEASON,
        "hiems hieme hiemis|ver vere veris|aestas aestate aestatis|"
        "autumnus autumno autumni" },
    { "la", DATE_HEDGE, "circa circiter fere|ante|post" },
    { "la", DATE_ERA, "ad pchn postchristumnatum|achn antechristumnatum" },
    { "la", DATE_CENTURY, "saeculum saeculo saec" },
    { "la", DATE_LINK, "usque" },
    { "la", DATE_FILLER, "anno anni die mense mensis mensibus" },
};

enum {
    ROWS = sizeof rows / sizeof *rows,
    MISSPELT_MIN = 5, // letters; of one fewer two may be swapped: "Jluy"
    WORD_SIZE = 24,
    CENTURY_MAX = 21,
};

static const char *groups_of(const char *language, enum date_term term)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].term == term && strcmp(rows[i].language, language) == 0)
            return rows[i].groups;
    }
    return "";
}

/* Moves *at to the next word and counts the groups that begin; its length, 0 at the end. */
static size_t next_word(const char **at, unsigned *group)
{
    for (; **at == ' ' || **at == '|'; (*at)++)
        *group += **at == '|';
    return strcspn(*at, " |");
}

static unsigned group_of(const char *groups, const char *word, bool cased)
{
    size_t len = strlen(word), size;
    unsigned group = 1;
    for (const char *at = groups; (size = next_word(&at, &group)) > 0; at += size) {
        if (size == len && (cased ? strncmp : strncasecmp)(at, word, len) == 0)
            return group;
    }
    return 0;
}

unsigned date_word(
    const char *language, enum date_term term, const char *word, bool cased)
{
    return group_of(groups_of(language, term), word, cased);
}

static void lower(char out[WORD_SIZE], const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        out[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i]);
    out[len] = '\0';
}

/* Is one the other with two letters swapped? */
static bool is_swapped(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b)
        a++, b++;
    return *a != '\0' && a[1] != '\0' && a[0] == b[1] && a[1] == b[0] &&
           strcmp(a + 2, b + 2) == 0;
}

static bool is_slip_of_month(const char *typed, const char *known)
{
    size_t len = strlen(typed), known_len = strlen(known);
    if (len >= MISSPELT_MIN && known_len >= MISSPELT_MIN)
        return near_distance(typed, known) <= 1;
    return len == MISSPELT_MIN - 1 && known_len == len && is_swapped(typed, known);
}

unsigned date_month_meant(const char *language, const char *word)
{
    char typed[WORD_SIZE], known[WORD_SIZE];
    unsigned meant = 0, group = 1;
    size_t len = strlen(word), size;
    if (len < MISSPELT_MIN - 1 || len >= WORD_SIZE ||
        date_word(language, DATE_MONTH, word, false) != 0)
        return 0;
    lower(typed, word, len);
    const char *at = groups_of(language, DATE_MONTH);
    for (; (size = next_word(&at, &group)) > 0; at += size) {
        lower(known, at, size);
        if (!is_slip_of_month(typed, known))
            continue;
        if (meant != 0 && meant != group)
            return 0;
        meant = group;
    }
    return meant;
}

const char *date_word_shown(enum date_term term, unsigned wanted, struct arena *arena)
{
    unsigned group = 1;
    const char *at = groups_of("en", term);
    size_t size;
    while ((size = next_word(&at, &group)) > 0 && group < wanted)
        at += size;
    return arena_strndup(arena, at, size);
}

unsigned date_roman(const char *word)
{
    char numeral[WORD_SIZE];
    size_t len = strspn(word, "ivxIVX");
    if (len == 0 || len >= WORD_SIZE ||
        (word[len] != '\0' && !word_in("e eme", word + len)))
        return 0;
    lower(numeral, word, len);
    unsigned value = roman_value(numeral);
    return value <= CENTURY_MAX ? value : 0;
}
