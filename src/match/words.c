#include "match/words.h"

#include <string.h>
#include <strings.h>

static const struct language languages[] = {
    { "en", "the a an", "", .english = true },
    { "fr", "le la les un une des", "l", .gendered = true, .comma = true },
    { "de", "der die das den dem des ein eine einen einem einer", "", .gendered = true,
        .comma = true },
    { "es", "el la los las un una unos unas", "", .gendered = true, .comma = true },
    { "it", "il lo la i gli le un uno una", "l un", .gendered = true, .comma = true },
    { "pt", "o a os as um uma uns umas", "", .gendered = true, .comma = true },
    { "nl", "de het een", "", .gendered = true, .comma = true },
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

bool word_in(const char *list, const char *word)
{
    size_t len = strlen(word);
    if (len == 0)
        return false;
    for (const char *at = list; *at != '\0'; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (size == len && strncasecmp(at, word, len) == 0)
            return true;
        at += size;
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
    "degreesc degreec degreescelsius degreecelsius celsius degreescentigrade",
    "degreesf degreef degreesfahrenheit degreefahrenheit fahrenheit",
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

static bool is_plural_of(const char *plural, const char *word)
{
    size_t len = strlen(word);
    if (strncmp(plural, word, len) == 0)
        return strcmp(plural + len, "s") == 0 || strcmp(plural + len, "es") == 0;
    return len > 1 && word[len - 1] == 'y' && strncmp(plural, word, len - 1) == 0 &&
           strcmp(plural + len - 1, "ies") == 0;
}

bool words_differ_in_number(const char *a, const char *b)
{
    return is_plural_of(a, b) || is_plural_of(b, a);
}

bool word_is_hollow(const char *word)
{
    return word_in(
        "the a an of and or in on at to for by with from as is was his her its "
        "their s",
        word);
}

int boolean_of(const char *word)
{
    if (word_in("t true y yes 1 right", word))
        return 1;
    return word_in("f false n no 0 wrong", word) ? 0 : -1;
}
