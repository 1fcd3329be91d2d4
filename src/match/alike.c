/*
 * Words that look alike and are not: the ones that a slip of the hand turns into each other,
 * so that no teacher could tell the slip from not knowing.
 *
 * A list can only hold the common ones; the deck's own words are known besides
 * (match/lexicon.h).
 */
#include "match/typo.h"

#include <string.h>

/*
 * Each row: words of which none is a slip of another.  Any two of them stand in a row that
 * begins with the initial of one.
 */
static const char *const rows[] = {
    /* countries, places, peoples */
    "iran iraq",
    "austria australia",
    "slovakia slovenia",
    "lydia lycia",
    "mercia murcia",
    "sudan sedan",
    /* science */
    "ilium ileum",
    "proton photon",
    "nucleus nucleolus",
    "adduction abduction",
    "afferent efferent",
    "cilia celia",
    "mucus mucous",
    "thymine thiamine",
    "adenine adenosine",
    "guanine guanidine",
    "silicon silicone",
    "boson bosons",
    "discrete discreet",
    "cesium cerium",
    "thallium thulium",
    "neutron neuron",
    "genus genius",
    "species specie",
    "mantle mantel",
    "crust crush",
    "lens lend",
    "force forge",
    "mass mask",
    "speed seed",
    "sine since",
    "prime prize",
    "medial median media",
    "class clash",
    "stack slack stock",
    "public pubic",
    "const cons",
    /* common words a slip apart */
    "angel angle",
    "revolution resolution",
    "paris parish",
    "trial trail",
    "martial marital",
    "casual causal",
    "diary dairy",
    "quiet quite quit",
    "scared sacred",
    "desert dessert",
    "moral morale mortal",
    "adopt adapt adept",
    "advice advise",
    "allusion illusion",
    "breath breathe breadth",
    "canon cannon canyon",
    "capital capitol",
    "carat caret",
    "censor censer",
    "chord cord",
    "cloth clothe clothes",
    "coarse course curse",
    "complement compliment",
    "conservation conversation",
    "crown crowd clown",
    "current currant",
    "decent descent",
    "deduce deduct",
    "envelop envelope",
    "ethic ethnic",
    "faint feint",
    "farther father further",
    "filed field",
    "flour floor",
    "form from",
    "formally formerly",
    "gaol goal",
    "grant grand",
    "guilt gilt guild",
    "heal heel",
    "horse house hoarse hose",
    "human humane",
    "incidence incident",
    "ingenious ingenuous",
    "king kind kin",
    "land lend lane laid",
    "later latter lather letter",
    "lessen lesson",
    "loose lose loss",
    "lightning lightening",
    "lord load",
    "minor miner",
    "month mouth",
    "morning mourning",
    "naval navel",
    "nigh night",
    "ordinance ordnance",
    "palace place plaice",
    "past paste",
    "patience patients",
    "peasant pheasant",
    "perfect prefect",
    "persecute prosecute",
    "personal personnel",
    "plague plaque",
    "plane plan plain",
    "pole poll pool",
    "pray prey",
    "prince price",
    "principal principle",
    "prophecy prophesy",
    "queen queer",
    "rain reign rein ruin",
    "rise rice",
    "road roar",
    "rout route root",
    "shear sheer",
    "ship shop",
    "solder soldier",
    "stationary stationery",
    "statue statute stature",
    "steal steel",
    "suit suite",
    "sword swore",
    "team teem",
    "tents tenth",
    "than then",
    "there three",
    "through though thorough",
    "vain vein",
    "wander wonder",
    "week weak",
    "wheat what",
    "wine wind wing",
    "woman women",
    "world word",
    "write wrote",
    "crow cow",
    "army arm",
    "battle bottle",
    "brother bother",
    "bridge bride",
    "butter better bitter",
    "castle cattle",
    "coast cost",
    "court count country county",
    "daughter laughter slaughter",
    "laughter slaughter",
    "death dearth",
    "friend fiend",
    "front font frost",
    "heir hair",
    "island inland",
    "large larger",
    "latitude altitude attitude",
    "altitude attitude",
    "market marked",
    "money monkey",
    "mount mound",
    "noble nobel",
    "order older",
    "party parity",
    "poem poet",
    "poor pour",
    "senate sedate",
    "shire spire",
    "short shirt shore",
    "snow show",
    "stone store",
    "storm store",
    "valley volley",
    "wedding weeding",
    "white while",
    "widow window",
    "green greed",
    "black block",
    "brown brow",
    "grey grew",
};

/* Before a word these say the opposite. */
static const char *const negating = "un in im il ir non dis de anti a an";

/* Beginnings of which another makes another word. */
static const char *const prefixes[] = {
    "inter intra intro infra",
    "macro micro",
    "ab ad",
    "af ef",
    "im in e",
};

/* Endings of which another names another thing, in chemistry above all. */
static const char *const endings[] = {
    "ate ite ide",
    "ane ene yne",
    "ol al",
    "ous ic",
    "sis tic",
};

/* Is this one of the row's words? */
static bool row_has(const char *row, const char *word, size_t len)
{
    for (const char *at = row; *at != '\0'; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (size == len && memcmp(at, word, len) == 0)
            return true;
        at += size;
    }
    return false;
}

static bool in_one_row(const char *a, const char *b)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool begins = rows[i][0] == a[0] || rows[i][0] == b[0];
        if (begins && row_has(rows[i], a, strlen(a)) && row_has(rows[i], b, strlen(b)))
            return true;
    }
    return false;
}

static size_t common_end(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t count = 0;
    while (count < a_len && count < b_len && a[a_len - 1 - count] == b[b_len - 1 - count])
        count++;
    return count;
}

enum { STEM_MIN = 4 };

/* Does one row of the table hold both parts? */
static bool row_parts(const char *const *table, size_t count, const char *a, size_t a_len,
    const char *b, size_t b_len)
{
    for (size_t i = 0; i < count; i++) {
        if (row_has(table[i], a, a_len) && row_has(table[i], b, b_len))
            return true;
    }
    return false;
}

/* The same stem behind two beginnings; letters that both share belong to either. */
static bool differ_in_prefix(const char *a, const char *b)
{
    size_t a_len = strlen(a), b_len = strlen(b);
    size_t end = common_end(a, a_len, b, b_len);
    if (end >= STEM_MIN && (end == a_len || end == b_len))
        return row_has(negating, a, a_len - end) || row_has(negating, b, b_len - end);
    for (; end >= STEM_MIN; end--) {
        if (row_parts(prefixes, sizeof prefixes / sizeof *prefixes, a, a_len - end, b,
                b_len - end))
            return true;
    }
    return false;
}

static bool differ_in_ending(const char *a, const char *b)
{
    size_t stem = 0;
    while (a[stem] != '\0' && a[stem] == b[stem])
        stem++;
    for (size_t at = stem; at >= STEM_MIN; at--) {
        if (row_parts(endings, sizeof endings / sizeof *endings, a + at, strlen(a + at),
                b + at, strlen(b + at)))
            return true;
    }
    return false;
}

bool words_are_alike(const char *a, const char *b, const struct language *language)
{
    return differ_in_prefix(a, b) ||
           (language->english && (in_one_row(a, b) || differ_in_ending(a, b)));
}
