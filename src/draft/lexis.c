#include "draft/lexis.h"

#include "base/buf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* --- closed classes ---------------------------------------------------------------------- */

static const struct {
    unsigned classes;
    const char *words;
} closed[] = {
    { LEX_DET, "the a an this that these those some many several each every no all "
               "both any another few most" },
    { LEX_PREP, "in on at of to from by with for during between against under over "
                "into along through near across without about among than within "
                "towards toward upon off above below beneath beyond around behind "
                "beside besides despite except according inside outside per via "
                "following including like unlike onto out up down owing because since "
                "after before until till as" },
    { LEX_AND, "and or but nor yet" },
    { LEX_SUB, "because although though when whenever while whilst if unless since "
               "after before until till as where whereas once whether so" },
    { LEX_REL, "which who whom whose that what" },
    { LEX_PRON, "he she it they we i you there this these that those one who which" },
    { LEX_OBJ, "him them me us her it" },
    { LEX_POSS, "his her its their our my your" },
    { LEX_BE, "is are was were am" },
    { LEX_AUX, "has have had do does did can could will would shall should may might "
               "must cannot" },
    { LEX_PART, "been being" },
    { LEX_NOT, "not never n't" },
    { LEX_ADV, "also then later soon still even often always just only now already "
               "again once first next finally not never ever almost nearly about "
               "thus hence however therefore meanwhile instead indeed perhaps there "
               "here too very well together twice both afterwards eventually "
               "sometimes usually thereupon yet long far" },
    { LEX_TITLE | LEX_MALE,
        "king emperor prince duke sultan shah pope sir lord czar tsar baron "
        "bishop patriarch mr count caliph" },
    { LEX_TITLE | LEX_FEMALE, "queen empress princess duchess countess lady mrs miss" },
    { LEX_TITLE, "general president captain admiral colonel major marshal consul "
                 "chancellor minister professor dr doctor saint st senator governor "
                 "commander explorer physicist chemist astronomer composer architect "
                 "engineer painter poet writer historian philosopher mathematician" },
    { LEX_KIN | LEX_MALE,
        "nephew son brother father uncle grandson husband grandfather widower" },
    { LEX_KIN | LEX_FEMALE,
        "niece daughter sister mother aunt granddaughter wife grandmother widow" },
    { LEX_KIN, "cousin successor predecessor pupil heir ally child grandchild spouse" },
    { LEX_MEASURE, "long high wide deep tall old away across thick heavy" },
    { LEX_PLACE, "town city village capital province island river lake mountain "
                 "country kingdom port sea strait region state bay valley desert "
                 "county district castle fortress bridge" },
    { LEX_ROLE, "capital king queen emperor founder leader ruler commander chairman "
                "president head author inventor director bishop patriarch governor "
                "mayor viceroy captain flagship architect chief chairwoman minister "
                "composer creator discoverer owner editor sultan duke prince "
                "archbishop general conqueror tributary symbol currency seat" },
};

/* --- verbs ------------------------------------------------------------------------------- */

/* Base, past, participle; those with one form for both have it twice. */
static const char irregular[] =
    "begin began begun,break broke broken,bring brought brought,build built built,"
    "burn burnt burnt,buy bought bought,catch caught caught,choose chose chosen,"
    "come came come,cost cost cost,cut cut cut,deal dealt dealt,dig dug dug,"
    "draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,"
    "feed fed fed,feel felt felt,fight fought fought,find found found,fly flew flown,"
    "flee fled fled,forbid forbade forbidden,forget forgot forgotten,freeze froze frozen,"
    "get got got,give gave given,go went gone,grow grew grown,hang hung hung,"
    "hear heard heard,hide hid hidden,hit hit hit,hold held held,keep kept kept,"
    "know knew known,lay laid laid,lead led led,leap leapt leapt,learn learnt learnt,"
    "leave left left,lend lent lent,let let let,lie lay lain,lose lost lost,"
    "make made made,mean meant meant,meet met met,overthrow overthrew overthrown,"
    "pay paid paid,put put put,quit quit quit,read read read,rebuild rebuilt rebuilt,"
    "ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,"
    "see saw seen,seek sought sought,sell sold sold,send sent sent,set set set,"
    "shake shook shaken,shine shone shone,shoot shot shot,show showed shown,"
    "shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,"
    "sleep slept slept,slip slipped slipped,speak spoke spoken,spend spent spent,"
    "split split split,spread spread spread,stand stood stood,steal stole stolen,"
    "stick stuck stuck,strike struck struck,swear swore sworn,sweep swept swept,"
    "swim swam swum,take took taken,teach taught taught,tear tore torn,tell told told,"
    "think thought thought,throw threw thrown,understand understood understood,"
    "undertake undertook undertaken,wear wore worn,win won won,wind wound wound,"
    "withdraw withdrew withdrawn,withstand withstood withstood,write wrote written,"
    "become became become,arise arose arisen,bear bore born,beat beat beaten,"
    "bend bent bent,bind bound bound,bite bit bitten,bleed bled bled,blow blew blown,"
    "foresee foresaw foreseen,shed shed shed,spin spun spun,spring sprang sprung,"
    "overcome overcame overcome,upset upset upset,weave wove woven,outnumber outnumbered "
    "outnumbered,slay slew slain,hurt hurt hurt";

static const char *const regular[] = {
    "abandon abolish absorb accept accompany accuse achieve acquire add "
    "address adopt advance affect agree aim allow amass announce answer "
    "appear appoint approach approve argue arrange arrest arrive ascend "
    "ask assassinate assault assemble assist attack attain attempt attend "
    "attract avoid award bake ban baptise baptize base bathe behead "
    "believe belong besiege betray blame block board boil bombard border "
    "borrow breed bury call camp cancel capture carry cause cease "
    "celebrate challenge change charge charter circle claim clear climb "
    "close collapse collect combine command commission compose comprise "
    "conceive concern conclude condemn conduct confess confirm confiscate "
    "connect conquer consider consist construct consult contain continue "
    "contribute control convert convince cook cool coin count cover "
    "create cremate cross crown crush cry cultivate damage dance date "
    "dare decide declare decline decrease dedicate defeat defend define "
    "degrade delay deliver demand demolish deny depart depend depict "
    "deploy depose derive describe desert deserve design desire destroy "
    "determine develop devise devote die differ direct disappear "
    "discontinue discover dismiss disperse display dispute dissolve "
    "distinguish divide divorce dominate double draft drain drop drown "
    "dry earn edit educate elect eliminate emerge employ enable encounter "
    "encourage end endure engage enjoy enlarge enlist enrich enrol enroll "
    "enslave ensure enter entrust equip escape establish estimate "
    "evacuate evolve examine exceed excel exchange execute exhaust exile "
    "exist expand expect expel experience explain explode explore export "
    "express extend face fail fear feature fill film finance finish fit "
    "fix flood float flow flourish follow force form fortify found free "
    "fulfil function fund gain garrison gather generate graduate grant "
    "greet guard guide halt hand happen harm harvest head heat help hire "
    "hoard hope host house hunt identify ignite ignore illustrate imagine "
    "import imprison improve inaugurate include increase indicate infect "
    "influence inform inhabit inherit injure insist inspire install "
    "intend introduce invade invent invest invite involve isolate issue "
    "join joke judge jump justify kill kiss knead knock label lack land "
    "last laugh launch learn lift like limit link list live load locate "
    "look loot love lower",
    "maintain manage manufacture march mark marry maroon massacre master "
    "mate matter measure melt mention merge migrate mine mix mobilise "
    "mobilize model modify move murder mutiny name narrate need neglect "
    "negotiate note notice number obey object oblige observe obtain "
    "occupy occur offer open operate oppose order organise organize "
    "originate oust outlaw overlook overpower own pack paint part pass "
    "patent pay perform perish permit persecute persuade photograph place "
    "plan plant play pledge plunder point pose possess pour practise "
    "praise preach precede predict prefer prepare present preserve press "
    "prevent print proceed proclaim produce progress prohibit promise "
    "promote propose prosper protect protest prove provide publish pull "
    "punish purchase pursue push qualify question raid raise range rank "
    "ravage raze reach react realise realize rebel recall receive "
    "recognise recognize recommend record recover recruit reduce refer "
    "reform refuse regain regard regret reign reject relate release "
    "relieve rely remain remark remember remove rename renounce reopen "
    "repair repeat repel replace reply report represent repulse request "
    "require rescue resemble resign resist resolve respond rest restore "
    "restrict result resume retain retake retire retreat retrieve return "
    "reunite reveal reverse revive revolt reward roast rob roll rotate "
    "rout row ruin rule sack sail sally salute sample save scatter score "
    "search secure seem seize separate serve settle shape share shelter "
    "shift shout sign signal skirmish slow smell smoke solve sound spare "
    "specialise split sponsor stage starve state station stay step stir "
    "stop storm strengthen stretch study subdue submit succeed suffer "
    "suggest suit summon supply support suppose suppress surrender "
    "surround survey survive suspect suspend switch symbolise talk tame "
    "tarry task taste tax telegraph tend test thank threaten touch tour "
    "trace trade train transfer transform translate transmit transport "
    "trap travel treat trigger triple try turn underestimate unify unite "
    "urge use utter vanish vary venture visit volunteer vote vow wage "
    "wait wake walk want warn wash waste watch weaken weigh welcome widen "
    "wipe wish witness wonder work worry worship wound wreck yield "
    "acclaim assure attribute balance bar bless bounce calculate chase "
    "classify compare compete complain complete compress concentrate "
    "condense conserve contact cope correct correspond crash debate dream "
    "dredge drift echo equal erect erode erupt evaporate exclude exploit "
    "explore fascinate freeze fuse govern grind hammer hesitate hover "
    "inject insure interest invert lean lecture nominate orbit overflow "
    "overlap overwhelm park pierce pollute pump reflect regulate reside "
    "resort rush rust scrape shatter shock sketch slide smash soak span "
    "spill stain stream stabilise strain summarise swap tackle tie tow "
    "upgrade view",
};

/* Forms that are nouns far more often than verbs. */
static const char nouns[] =
    "ships attacks names houses rays forces works plans records reports "
    "returns demands states ends orders troops parts results needs guards "
    "tasks marks ports lands views places points heads hands faces camps "
    "boards banks ranks signs seats lists stages prices values numbers "
    "issues models experiences interests matters mines changes hopes "
    "loves fears supplies studies trains tours plants forms ruins crowds "
    "walls waves masses mass rules roads charges visits voyages objects "
    "tests landings winds uses";

enum { WORD_BYTES = 32 };

static void learn(
    struct lexis *lexis, const char *word, unsigned classes, const char *base)
{
    size_t at;
    if (!map_find(&lexis->map, word, &at)) {
        at = lexis->map.count;
        lexis->items = vec_grow(lexis->items, at, &lexis->capacity, sizeof *lexis->items);
        lexis->items[at] = (struct lexeme){ 0 };
        map_add(&lexis->map, arena_strdup(&lexis->arena, word), at);
    }
    struct lexeme *item = &lexis->items[at];
    item->classes |= classes;
    item->base = item->base != NULL ? item->base : base;
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* "plan" and "drop", but not "open", double their last letter. */
static bool doubles(const char *base, size_t len)
{
    size_t vowels = 0;
    for (size_t i = 0; i < len; i++)
        vowels += is_vowel(base[i]);
    bool closed_syllable = len >= 3 && !is_vowel(base[len - 1]) &&
                           strchr("wxy", base[len - 1]) == NULL &&
                           is_vowel(base[len - 2]) && !is_vowel(base[len - 3]);
    return closed_syllable &&
           (vowels == 1 ||
               strstr("submit permit expel repel rebel enrol refer prefer occur commit "
                      "admit compel patrol control",
                   base) != NULL);
}

static const char *ending(struct arena *arena, const char *base, const char *tail)
{
    size_t len = strlen(base);
    char last = base[len - 1], before = len > 1 ? base[len - 2] : '\0';
    bool vowel = is_vowel(tail[0]);
    if (tail[0] == 's') {
        if (last == 'y' && !is_vowel(before))
            return arena_printf(arena, "%.*sies", (int)len - 1, base);
        bool hissing =
            strchr("sxzo", last) != NULL || (last == 'h' && strchr("cs", before) != NULL);
        return arena_printf(arena, "%s%s", base, hissing ? "es" : "s");
    }
    if (last == 'e' && vowel && !(tail[0] == 'i' && before == 'e'))
        return arena_printf(arena, "%.*s%s", (int)len - 1, base, tail);
    if (last == 'y' && tail[0] == 'e' && !is_vowel(before))
        return arena_printf(arena, "%.*si%s", (int)len - 1, base, tail);
    if (doubles(base, len))
        return arena_printf(arena, "%s%c%s", base, last, tail);
    return arena_printf(arena, "%s%s", base, tail);
}

static void learn_verb(
    struct lexis *lexis, const char *base, const char *past, const char *participle)
{
    struct arena *arena = &lexis->arena;
    const char *kept = arena_strdup(arena, base);
    const char *regular_past = ending(arena, base, "ed");
    learn(lexis, base, LEX_BASE, kept);
    learn(lexis, ending(arena, base, "s"), LEX_S, kept);
    learn(lexis, ending(arena, base, "ing"), LEX_ING, NULL);
    learn(lexis, past != NULL ? past : regular_past, LEX_PAST, kept);
    learn(lexis, participle != NULL ? participle : regular_past, LEX_PART, kept);
}

/* Calls for each of the words of a list, which are parted by one of `gaps`. */
static const char *next_word(const char *at, const char *gaps, char *word)
{
    at += strspn(at, gaps);
    size_t len = strcspn(at, gaps);
    if (len == 0 || len >= WORD_BYTES)
        return NULL;
    memcpy(word, at, len);
    word[len] = '\0';
    return at + len;
}

static void learn_verbs(struct lexis *lexis)
{
    char base[WORD_BYTES], past[WORD_BYTES], participle[WORD_BYTES];
    for (const char *at = irregular; (at = next_word(at, " ,", base)) != NULL;) {
        at = next_word(at, " ,", past);
        at = at != NULL ? next_word(at, " ,", participle) : NULL;
        if (at == NULL)
            break;
        learn_verb(lexis, base, past, participle);
    }
    for (size_t i = 0; i < sizeof regular / sizeof *regular; i++)
        for (const char *at = regular[i]; (at = next_word(at, " ", base)) != NULL;)
            learn_verb(lexis, base, NULL, NULL);
}

void lexis_open(struct lexis *lexis)
{
    char word[WORD_BYTES];
    *lexis = (struct lexis){ 0 };
    learn_verbs(lexis);
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        for (const char *at = closed[i].words; (at = next_word(at, " ", word)) != NULL;)
            learn(lexis, word, closed[i].classes, NULL);
    for (const char *at = nouns; (at = next_word(at, " ", word)) != NULL;)
        learn(lexis, word, 0, NULL);
    for (const char *at = nouns; (at = next_word(at, " ", word)) != NULL;) {
        size_t item = 0;
        map_find(&lexis->map, word, &item);
        lexis->items[item].classes &= ~(unsigned)LEX_S;
    }
}

void lexis_close(struct lexis *lexis)
{
    map_release(&lexis->map);
    free(lexis->items);
    arena_release(&lexis->arena);
}

/* --- unknown words ----------------------------------------------------------------------- */

static bool ends_in(const char *word, size_t len, const char *tail)
{
    size_t size = strlen(tail);
    return len > size && memcmp(word + len - size, tail, size) == 0;
}

/* The base of an "-ed" word that no list has: with an "e" where English spelling asks for it. */
static const char *guess_base(struct arena *arena, const char *word, size_t len)
{
    static const char *const with_e[] = { "at", "iz", "is", "us", "v", "c", "g", "u",
        "ur", "ir", "bl", "dl", "tl", "pl", "gl", "ak", "ik", "ok", "id", "ud", "as",
        "os" };
    size_t stem = len - 2;
    if (word[stem - 1] == 'i')
        return arena_printf(arena, "%.*sy", (int)stem - 1, word);
    if (word[stem - 1] == word[stem - 2] && strchr("slfz", word[stem - 1]) == NULL)
        return arena_strndup(arena, word, stem - 1);
    for (size_t i = 0; i < sizeof with_e / sizeof *with_e; i++)
        if (ends_in(word, stem, with_e[i]))
            return arena_strndup(arena, word, stem + 1);
    return arena_strndup(arena, word, stem);
}

struct lexeme lexis_find(struct lexis *lexis, const char *word)
{
    static const char not_verbs[] =
        "hundred hatred sacred naked wicked beloved kindred crooked rugged "
        "aged unused so-called indeed";
    size_t at, len = strlen(word);
    if (map_find(&lexis->map, word, &at))
        return lexis->items[at];
    bool listed = len < WORD_BYTES && strstr(not_verbs, word) != NULL;
    if (len > 4 && len < WORD_BYTES && ends_in(word, len, "ed") && !listed &&
        !ends_in(word, len, "eed") && strchr(word, '-') == NULL) {
        const char *base = guess_base(&lexis->arena, word, len);
        learn(lexis, word, LEX_PAST | LEX_PART, base);
        return (struct lexeme){ LEX_PAST | LEX_PART, base };
    }
    if (len > 4 && ends_in(word, len, "ly") && !ends_in(word, len, "family"))
        return (struct lexeme){ LEX_ADV, NULL };
    if (len > 5 && ends_in(word, len, "ing"))
        return (struct lexeme){ LEX_ING, NULL };
    return (struct lexeme){ 0 };
}
