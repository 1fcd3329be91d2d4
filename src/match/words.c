#include "match/words.h"

#include <string.h>
#include <strings.h>

/*
 * Articles with the classes of nouns they go with, a letter each: gender, number, and in
 * Italian what the noun begins with.
 */
static const struct language languages[] = {
    { .tag = "en", .articles = "the a an", .elided = "", .english = true },
    { .tag = "fr",
        .articles = "le la les un une des",
        .elided = "l",
        .classes = "le m la f l mf les p un m une f des p",
        .comma = true },
    { .tag = "de",
        .articles = "der die das den dem des ein eine einen einem einer",
        .elided = "",
        .classes = "der m die fp das n den m dem mn des mn ein mn eine f einen m "
                   "einem mn einer f",
        .comma = true },
    { .tag = "es",
        .articles = "el la los las un una unos unas",
        .elided = "",
        .classes = "el m la f los M las F un m una f unos M unas F",
        .comma = true },
    { .tag = "it",
        .articles = "il lo la i gli le un uno una",
        .elided = "l un",
        .classes = "il a lo b l cf la f i A gli B le F un acf uno b una f",
        .comma = true },
    { .tag = "pt",
        .articles = "o a os as um uma uns umas",
        .elided = "",
        .classes = "o m a f os M as F um m uma f uns M umas F",
        .comma = true },
    { .tag = "nl",
        .articles = "de het een",
        .elided = "",
        .classes = "de cp het n een cn",
        .comma = true },
    { .tag = "sv",
        .articles = "en ett den det de",
        .elided = "",
        .classes = "en c ett n den c det n de p",
        .comma = true },
    { .tag = "la", .articles = "", .elided = "" },
};

static const struct language no_language = { .tag = "", .articles = "", .elided = "" };

const struct language *language_of(const char *tag)
{
    if (tag == NULL || tag[0] == '\0')
        return &languages[0];
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        bool ends = tag[0] != '\0' && tag[1] != '\0' &&
                    (tag[2] == '\0' || tag[2] == '-' || tag[2] == '_');
        if (ends && strncasecmp(tag, languages[i].tag, 2) == 0)
            return &languages[i];
    }
    return &no_language;
}

/* The classes of an article; "" if none are known. */
static const char *classes_of(const struct language *language, const char *article)
{
    const char *at = language->classes;
    size_t len = strlen(article);
    while (at != NULL && *at != '\0') {
        size_t size = strcspn(at, " ");
        const char *classes = at + size + 1;
        if (size == len && memcmp(at, article, len) == 0)
            return classes;
        at = classes + strcspn(classes, " ");
        at += *at == ' ';
    }
    return "";
}

bool articles_clash(const struct language *language, const char *a, const char *b)
{
    const char *x = classes_of(language, a), *y = classes_of(language, b);
    size_t x_len = strcspn(x, " "), y_len = strcspn(y, " ");
    for (size_t i = 0; i < x_len; i++) {
        if (memchr(y, x[i], y_len) != NULL)
            return false;
    }
    return x_len > 0 && y_len > 0;
}

bool word_in(const char *list, const char *word)
{
    size_t len = strlen(word);
    char first = (char)(word[0] & ~0x20); // of either case, if it is a letter
    for (const char *at = list; len > 0 && *at != '\0'; at += *at == ' ') {
        const char *start = at;
        while (*at != ' ' && *at != '\0')
            at++;
        if ((size_t)(at - start) == len && (*start & ~0x20) == first &&
            strncasecmp(start, word, len) == 0)
            return true;
    }
    return false;
}

static const struct number_word number_words[] = {
    { "zero", "zeroth", 0 },
    { "one", "first", 1 },
    { "two", "second", 2 },
    { "three", "third", 3 },
    { "four", "fourth", 4 },
    { "five", "fifth", 5 },
    { "six", "sixth", 6 },
    { "seven", "seventh", 7 },
    { "eight", "eighth", 8 },
    { "nine", "ninth", 9 },
    { "ten", "tenth", 10 },
    { "eleven", "eleventh", 11 },
    { "twelve", "twelfth", 12 },
    { "thirteen", "thirteenth", 13 },
    { "fourteen", "fourteenth", 14 },
    { "fifteen", "fifteenth", 15 },
    { "sixteen", "sixteenth", 16 },
    { "seventeen", "seventeenth", 17 },
    { "eighteen", "eighteenth", 18 },
    { "nineteen", "nineteenth", 19 },
    { "twenty", "twentieth", 20 },
    { "thirty", "thirtieth", 30 },
    { "forty", "fortieth", 40 },
    { "fifty", "fiftieth", 50 },
    { "sixty", "sixtieth", 60 },
    { "seventy", "seventieth", 70 },
    { "eighty", "eightieth", 80 },
    { "ninety", "ninetieth", 90 },
    { "hundred", "hundredth", 100 },
    { "thousand", "thousandth", 1000 },
    { "million", "millionth", 1000 * 1000 },
    { "billion", "billionth", 1000 * 1000 * 1000 },
};

const struct number_word *number_word_of(const char *word, bool *is_ordinal)
{
    char first = (char)(word[0] | 0x20); // lower case, if it is a letter
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++) {
        const struct number_word *known = &number_words[i];
        if (first != known->cardinal[0] && first != known->ordinal[0])
            continue;
        *is_ordinal = strcasecmp(word, known->ordinal) == 0;
        if (*is_ordinal || strcasecmp(word, known->cardinal) == 0)
            return known;
    }
    return NULL;
}

/* Each row is one unit; words of a name are written together.  Only what is the same unit. */
static const char *const units[] = {
    "m metre metres meter meters",
    "km kilometre kilometres kilometer kilometers",
    "cm centimetre centimetres centimeter centimeters",
    "mm millimetre millimetres millimeter millimeters",
    "nm nanometre nanometres nanometer nanometers",
    "mi mile miles",
    "ft foot feet",
    "in inch inches",
    "yd yard yards",
    "km2 sqkm squarekm squarekilometre squarekilometres squarekilometer squarekilometers",
    "m2 sqm squaremetre squaremetres squaremeter squaremeters",
    "ha hectare hectares",
    "l litre litres liter liters",
    "ml millilitre millilitres milliliter milliliters",
    "g gram grams gramme grammes",
    "kg kilogram kilograms kilogramme kilogrammes kilo kilos",
    "mg milligram milligrams",
    "t tonne tonnes",
    "lb lbs pound pounds",
    "oz ounce ounces",
    "s sec secs second seconds",
    "ms millisecond milliseconds",
    "min mins minute minutes",
    "h hr hrs hour hours",
    "day days",
    "week weeks",
    "month months",
    "yr yrs year years",
    "century centuries",
    "km/h kmh kph kilometresperhour kilometersperhour",
    "mph milesperhour mileperhour",
    "m/s metrespersecond meterspersecond metrepersecond meterpersecond",
    "degree degrees deg",
    "degreesc degreec degreescelsius degreecelsius celsius degreescentigrade c",
    "degreesf degreef degreesfahrenheit degreefahrenheit fahrenheit f",
    "k kelvin kelvins",
    "percent percents",
    "hz hertz",
    "khz kilohertz",
    "j joule joules",
    "w watt watts",
    "kw kilowatt kilowatts",
    "v volt volts",
    "n newton newtons",
    "pa pascal pascals",
    "mol mole moles",
    "byte bytes",
    "bit bits",
    "man men",
    "person persons people",
    "ship ships",
    "talent talents",
    "dollar dollars",
    "euro euros",
};

const char *unit_names(const char *word)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (word_in(units[i], word))
            return units[i];
    }
    return NULL;
}

/* Endings of one and of many, behind the same stem of two letters at least. */
static bool is_plural_of(const char *plural, const char *word)
{
    static const char *const endings[][2] = { { "", "s" }, { "", "es" }, { "y", "ies" },
        { "man", "men" }, { "us", "i" }, { "um", "a" }, { "on", "a" }, { "a", "ae" },
        { "is", "es" }, { "fe", "ves" }, { "f", "ves" } };
    size_t len = strlen(word), plural_len = strlen(plural);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t one = strlen(endings[i][0]), many = strlen(endings[i][1]);
        if (len > one && plural_len - many == len - one && plural_len > many &&
            strcmp(word + len - one, endings[i][0]) == 0 &&
            strcmp(plural + plural_len - many, endings[i][1]) == 0 &&
            strncmp(word, plural, len - one) == 0)
            return true;
    }
    return false;
}

bool words_differ_in_number(const char *a, const char *b)
{
    return is_plural_of(a, b) || is_plural_of(b, a);
}

/* Are both words in one row?  Rows begin with the letter that `a` begins with. */
static bool stand_together(
    const char *const *rows, size_t count, const char *a, const char *b)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i][0] == (a[0] | 0x20) && word_in(rows[i], a) && word_in(rows[i], b))
            return strcasecmp(a, b) != 0;
    }
    return false;
}

bool words_are_hurried(const char *typed, const char *expected)
{
    static const char *const rows[] = { "teh the", "hte the", "fo of", "adn and",
        "nad and", "iwth with", "wiht with", "ot to", "fro for", "ni in", "fomr from",
        "frm from", "thier their" };
    return word_is_hollow(expected) &&
           stand_together(rows, sizeof rows / sizeof *rows, typed, expected);
}

bool words_abbreviate(const char *a, const char *b)
{
    static const char *const rows[] = { "mt mount", "st saint", "dr doctor", "mr mister",
        "prof professor", "gen general", "capt captain", "ft fort", "govt government",
        "dept department", "univ university", "mon monday", "tue tuesday", "tues tuesday",
        "wed wednesday", "thu thursday", "thurs thursday", "fri friday", "sat saturday",
        "sun sunday", "vs versus", "st street", "ave avenue", "jr junior", "sr senior",
        "co company", "ppl people", "n north", "s south", "e east", "w west",
        "till until til", "until till til" };
    return stand_together(rows, sizeof rows / sizeof *rows, a, b);
}

int boolean_of(const char *word)
{
    if (word_in("t true y yes yeah yep 1 right correct", word))
        return 1;
    return word_in("f false n no nope 0 wrong untrue incorrect", word) ? 0 : -1;
}
