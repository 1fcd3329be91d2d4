/*
 * One entry of "cards" becomes a note and the cards that are asked of it.
 *
 * The JSON type of "answer" decides the kind; "pairs" and "cloze" name theirs.
 */
#include "deck/fields.h"

#include "base/rng.h"
#include "base/utf8.h"
#include "match/judge.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* [question, answer, options] or an object, as one set of fields. */
static bool collect_compact(
    struct loader *loader, const cJSON *entry, const cJSON *own[FIELD_COUNT])
{
    int size = cJSON_GetArraySize(entry);
    const cJSON *question = entry->child;
    if (size < 2 || size > 3)
        return complain(loader, CODE_TYPE, entry,
            "a card written as an array is [\"question\", answer] or "
            "[\"question\", answer, { options }]");
    const cJSON *options = question->next->next;
    if (options != NULL && !cJSON_IsObject(options))
        return complain(loader, CODE_TYPE, options,
            "the third item of a card must be an object of options, not %s",
            json_type_words(options));
    if (options != NULL && !fields_collect(loader, options, false, own))
        return false;
    if (own[FIELD_QUESTION] != NULL || own[FIELD_ANSWER] != NULL)
        return complain_key(loader, CODE_DUPLICATE_KEY,
            own[own[FIELD_QUESTION] != NULL ? FIELD_QUESTION : FIELD_ANSWER],
            "question and answer stand before the options already");
    if (!value_check(loader, question, "question", TYPE_LINES))
        return false;
    own[FIELD_QUESTION] = question;
    own[FIELD_ANSWER] = question->next;
    return true;
}

static bool collect(struct loader *loader, const cJSON *entry, struct fields *fields)
{
    fields->entry = entry;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        fields->inherited[i] = loader->defaults[i];
    if (!texts_fit(loader, entry))
        return false;
    if (cJSON_IsArray(entry))
        return collect_compact(loader, entry, fields->own);
    if (cJSON_IsObject(entry))
        return fields_collect(loader, entry, false, fields->own);
    return complain(loader, CODE_TYPE, entry,
        "a card is an object or [\"question\", answer], not %s", json_type_words(entry));
}

/* Which kind is it?  False if the entry is none. */
static bool find_kind(
    struct loader *loader, const struct fields *fields, enum key_kind *kind)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    bool choice = fields->own[FIELD_WRONG] != NULL;
    if (fields->own[FIELD_CLOZE] != NULL)
        *kind = KEY_CLOZE;
    else if (fields->own[FIELD_PAIRS] != NULL)
        *kind = KEY_PAIRS;
    else if (answer == NULL)
        return complain(loader, CODE_MISSING, fields->entry,
            "card has no \"answer\"; write one, or \"pairs\", or \"cloze\"");
    else if (cJSON_IsString(answer))
        *kind = choice ? KEY_CHOICE : KEY_TEXT;
    else if (cJSON_IsNumber(answer))
        *kind = KEY_NUMBER;
    else if (cJSON_IsBool(answer))
        *kind = KEY_BOOLEAN;
    else if (cJSON_IsArray(answer) && choice)
        *kind = KEY_CHOICES;
    else if (cJSON_IsArray(answer))
        *kind = cJSON_IsTrue(fields_get(fields, FIELD_ORDERED)) ? KEY_SEQUENCE : KEY_LIST;
    else
        return complain(loader, CODE_TYPE, answer,
            "\"answer\" must be a text, a number, true, false or an array, not %s",
            json_type_words(answer));
    return true;
}

static bool has_question(
    struct loader *loader, const struct fields *fields, enum key_kind kind)
{
    return kind == KEY_CLOZE || fields->own[FIELD_QUESTION] != NULL ||
           complain(loader, CODE_MISSING, fields->entry, "card has no \"question\"");
}

/* ---- identity ---------------------------------------------------------------------- */

bool deck_is_id(const char *text)
{
    static const char start[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t len = strlen(text);
    return len > 0 && len <= 64 && strchr(start, text[0]) != NULL &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

/* Case, compatibility forms and runs of space do not make another question. */
static const char *hashed_id(struct loader *loader, const char *question)
{
    struct buf folded = { 0 }, normal = { 0 };
    utf8_add_folded(&folded, question, strlen(question), FOLD_CASE);
    for (size_t at = 0; at < folded.len;) {
        uint32_t c;
        size_t size = utf8_next(folded.text + at, folded.len - at, &c);
        if (!utf8_is_space(c))
            buf_add_bytes(&normal, folded.text + at, size);
        else if (normal.len > 0 && normal.text[normal.len - 1] != ' ')
            buf_add_char(&normal, ' ');
        at += size;
    }
    if (normal.len > 0 && normal.text[normal.len - 1] == ' ')
        normal.text[normal.len - 1] = '\0';
    uint64_t hash = hash_text(0, buf_text(&normal));
    buf_release(&folded);
    buf_release(&normal);
    return arena_printf(loader->arena, "~%08x", (unsigned)(uint32_t)(hash >> 32));
}

static bool set_id(struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *id = fields->own[FIELD_ID];
    note->has_id = id != NULL;
    if (id != NULL && !deck_is_id(id->valuestring))
        return complain(loader, CODE_ID, id,
            "\"%s\" is no id: a-z, 0-9, '.', '_', '-', beginning with a "
            "letter or a digit, 64 at most",
            id->valuestring);
    const cJSON *cloze = fields->own[FIELD_CLOZE];
    const char *text =
        keep_lines(loader, cloze != NULL ? cloze : fields->own[FIELD_QUESTION]);
    if (id != NULL)
        note->id = keep(loader, id);
    else if (cloze != NULL)
        note->id =
            hashed_id(loader, cloze_plain(loader->arena, text, fields->own[FIELD_GAPS]));
    else
        note->id = hashed_id(loader, text);
    size_t other;
    if (!map_find(&loader->names, note->id, &other))
        return true;
    int line = loader->deck->notes[other].line;
    if (note->has_id)
        return complain(loader, CODE_DUPLICATE_ID, id,
            "the id \"%s\" is taken by the card in line %d; choose another", note->id,
            line);
    return complain(loader, CODE_DUPLICATE_ID, fields->entry,
        "the same question as in line %d; give one of the cards an \"id\"", line);
}

/* An id, or '~' and the 8 digits of a hash. */
static bool is_note_id(const char *text)
{
    return deck_is_id(text) || (text[0] == '~' && strlen(text) == 9 &&
                                   strspn(text + 1, "0123456789abcdef") == 8);
}

/* The same, with or without a deck's id before it. */
static bool is_earlier_id(const char *text)
{
    const char *slash = strchr(text, '/');
    char deck[65 + 1];
    if (slash == NULL)
        return is_note_id(text);
    snprintf(deck, sizeof deck, "%.*s", (int)(slash - text), text);
    return slash - text < 65 && deck_is_id(deck) && is_note_id(slash + 1);
}

static bool set_was(struct loader *loader, const struct fields *fields, struct note *note)
{
    note->was = keep_texts(loader, fields_get(fields, FIELD_WAS), &note->was_count);
    for (size_t i = 0; i < note->was_count; i++)
        if (!is_earlier_id(note->was[i]))
            return complain(loader, CODE_ID, fields_get(fields, FIELD_WAS),
                "\"%s\" in \"was\" is no id of a card", note->was[i]);
    return true;
}

/* ---- what is the same for all kinds ---------------------------------------------- */

bool is_safe_path(const char *path)
{
    if (path[0] == '/' || path[0] == '\0' || strchr(path, '\\') != NULL)
        return false;
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/' ? 1 : 0;
        if (part[0] == '.' || part[0] == '\0' || part[0] == '/')
            return false;
    }
    return true;
}

static bool set_file(struct loader *loader, const cJSON *value, const char **out)
{
    *out = keep(loader, value);
    if (value == NULL || is_safe_path(value->valuestring))
        return true;
    return complain(loader, CODE_VALUE, value,
        "\"%s\" must be the name of a file beside the deck or below it", value->string);
}

/* The warnings there are; an error cannot be allowed. */
static bool is_warning(enum deck_code code)
{
    return code == CODE_NO_SOURCE;
}

static bool set_allowed(struct loader *loader, const struct fields *fields)
{
    const cJSON *allow = fields_get(fields, FIELD_ALLOW);
    loader->allowed = 0;
    const cJSON *name = cJSON_IsArray(allow) ? allow->child : allow;
    for (; name != NULL; name = cJSON_IsArray(allow) ? name->next : NULL) {
        unsigned code = 0;
        while (code < CODE_COUNT &&
               (!is_warning((enum deck_code)code) ||
                   strcmp(deck_code_word((enum deck_code)code), name->valuestring) != 0))
            code++;
        if (code == CODE_COUNT)
            return complain(loader, CODE_VALUE, name, "no warning has the code \"%s\"",
                name->valuestring);
        loader->allowed |= 1u << code;
    }
    return true;
}

/* Tags of the defaults and of the card add up; null clears those of the defaults. */
static void set_tags(
    struct loader *loader, const struct fields *fields, struct note *note)
{
    const cJSON *sets[] = { fields->inherited[FIELD_TAGS], fields->own[FIELD_TAGS] };
    const char **tags = NULL;
    size_t capacity = 0;
    for (size_t i = cJSON_IsNull(sets[1]) ? 1 : 0; i < 2; i++) {
        const cJSON *tag;
        cJSON_ArrayForEach(tag, sets[i])
        {
            tags =
                arena_grow(loader->arena, tags, note->tag_count, &capacity, sizeof *tags);
            tags[note->tag_count++] = keep(loader, tag);
        }
    }
    note->tags = tags;
}

static bool set_grading(struct loader *loader, const struct fields *fields,
    enum key_kind kind, struct note *note)
{
    const cJSON *grading = fields_get(fields, FIELD_GRADING);
    if (grading == NULL || strcmp(grading->valuestring, "typed") == 0)
        return true;
    if (strcmp(grading->valuestring, "self") != 0)
        return complain(loader, CODE_VALUE, grading,
            "\"grading\" is \"self\" or \"typed\", not \"%s\"", grading->valuestring);
    note->self = (KINDS_OPEN >> kind & 1) != 0;
    return true;
}

static bool build_common(struct loader *loader, const struct fields *fields,
    enum key_kind kind, struct note *note)
{
    int column;
    source_place(&loader->json->source, json_offset(fields->entry), &note->line, &column);
    note->deck = loader->deck;
    note->disabled = cJSON_IsTrue(fields_get(fields, FIELD_DISABLED));
    note->shuffle = !cJSON_IsFalse(fields_get(fields, FIELD_SHUFFLE));
    note->hint = keep_lines(loader, fields_get(fields, FIELD_HINT));
    note->remark = keep_lines(loader, fields_get(fields, FIELD_NOTE));
    const cJSON *answer = fields->own[FIELD_ANSWER];
    if (answer == NULL)
        answer = fields->own[FIELD_PAIRS];
    if (answer != NULL)
        note->answer_json = loader->json->source.text + json_offset(answer);
    set_tags(loader, fields, note);
    bool ok = set_id(loader, fields, note);
    ok = set_was(loader, fields, note) && ok;
    ok = set_allowed(loader, fields) && ok;
    ok = set_grading(loader, fields, kind, note) && ok;
    ok = set_file(loader, fields->own[FIELD_IMAGE], &note->image) && ok;
    ok = set_file(loader, fields->own[FIELD_AUDIO], &note->audio) && ok;
    return citations_build(loader, fields, note) && ok;
}

/* ---- keys of the kinds ------------------------------------------------------------ */

static const struct {
    const char *word;
    unsigned bit;
} strict_words[] = {
    { "case", STRICT_CASE },
    { "accents", STRICT_ACCENTS },
    { "punctuation", STRICT_PUNCTUATION },
    { "typos", STRICT_TYPOS },
};

static bool add_strict(struct loader *loader, const cJSON *word, unsigned *strict)
{
    for (size_t i = 0; i < sizeof strict_words / sizeof strict_words[0]; i++)
        if (cJSON_IsString(word) &&
            strcmp(word->valuestring, strict_words[i].word) == 0) {
            *strict |= strict_words[i].bit;
            return true;
        }
    return complain(loader, CODE_VALUE, word,
        "\"strict\" is true, or of \"case\", \"accents\", \"punctuation\", \"typos\"");
}

static bool read_strict(
    struct loader *loader, const struct fields *fields, unsigned *strict)
{
    const cJSON *value = fields_get(fields, FIELD_STRICT);
    *strict = 0;
    if (value == NULL || cJSON_IsFalse(value))
        return true;
    if (cJSON_IsTrue(value)) {
        *strict = STRICT_ALL;
        return true;
    }
    if (!cJSON_IsArray(value))
        return add_strict(loader, value, strict);
    const cJSON *word;
    cJSON_ArrayForEach(word, value) if (!add_strict(loader, word, strict)) return false;
    return true;
}

static bool build_text(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    if (answer->valuestring[0] == '\0')
        return complain(loader, CODE_VALUE, answer, "the answer is empty");
    key->items = keep_item(loader, keep(loader, answer), fields->own[FIELD_ACCEPT]);
    key->count = 1;
    return true;
}

static bool check_tolerance(struct loader *loader, const cJSON *tolerance)
{
    return tolerance == NULL || tolerance->valuedouble >= 0 ||
           complain(loader, CODE_VALUE, tolerance, "\"tolerance\" must not be negative");
}

static bool build_number(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER];
    const cJSON *tolerance = fields_get(fields, FIELD_TOLERANCE);
    key->number = answer->valuedouble;
    if (!isfinite(key->number))
        return complain(
            loader, CODE_VALUE, answer, "the number is too large; quote it as text");
    if (!check_tolerance(loader, tolerance))
        return false;
    key->tolerance = tolerance != NULL ? tolerance->valuedouble : 0;
    key->unit = keep(loader, fields_get(fields, FIELD_UNIT));
    const char *written = loader->json->source.text + json_offset(answer);
    size_t len = strspn(written, "+-.0123456789eE");
    key->items = keep_item(
        loader, arena_strndup(loader->arena, written, len), fields->own[FIELD_ACCEPT]);
    key->count = 1;
    return true;
}

/* An item of a list: a text, or an array of names for the same thing. */
static bool build_list_item(
    struct loader *loader, const cJSON *value, bool names, struct key_item *item)
{
    bool several = names && cJSON_IsArray(value) && value->child != NULL;
    const cJSON *form;
    if (!several && !(cJSON_IsString(value) && value->valuestring[0] != '\0'))
        return complain(loader, CODE_TYPE, value,
            names ? "an item is a text, or an array of names for it; not %s"
                  : "a right choice is a text, not %s",
            json_type_words(value));
    if (several)
        cJSON_ArrayForEach(
            form, value) if (!(cJSON_IsString(form) &&
                                 form->valuestring[0] != '\0')) return complain(loader,
            CODE_TYPE, form, "a name is a text, not %s", json_type_words(form));
    item->forms = keep_texts(loader, value, &item->count);
    return true;
}

static bool build_list(
    struct loader *loader, const struct fields *fields, bool names, struct key *key)
{
    const cJSON *answer = fields->own[FIELD_ANSWER], *value;
    if (answer->child == NULL)
        return complain(loader, CODE_VALUE, answer, "the list of answers is empty");
    key->count = (size_t)cJSON_GetArraySize(answer);
    struct key_item *items = arena_alloc(loader->arena, key->count * sizeof *items);
    bool ok = true;
    size_t at = 0;
    cJSON_ArrayForEach(value, answer) ok =
        build_list_item(loader, value, names, &items[at++]) && ok;
    key->items = items;
    return ok;
}

static bool is_option(const char *const *options, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(options[i], text) == 0)
            return true;
    return false;
}

static bool add_options(struct loader *loader, const cJSON *value, bool several,
    const char **options, struct key *key)
{
    for (; value != NULL; value = several ? value->next : NULL) {
        if (is_option(options, key->option_count, value->valuestring))
            return complain(loader, CODE_VALUE, value,
                "\"%s\" stands among the choices twice", value->valuestring);
        options[key->option_count++] = keep(loader, value);
    }
    return true;
}

/* The right options first, then the wrong ones, as the author wrote them. */
static bool build_options(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *wrong = fields->own[FIELD_WRONG], *answer = fields->own[FIELD_ANSWER];
    bool several = cJSON_IsArray(answer);
    size_t count = key->count + (size_t)cJSON_GetArraySize(wrong);
    const char **options = arena_alloc(loader->arena, count * sizeof *options);
    if (count > 26)
        return complain(loader, CODE_VALUE, wrong,
            "more than 26 choices; there are no letters for them");
    key->options = options;
    return add_options(loader, several ? answer->child : answer, several, options, key) &&
           add_options(loader, wrong->child, true, options, key);
}

static bool is_pair(const cJSON *pair)
{
    if (!cJSON_IsArray(pair) || cJSON_GetArraySize(pair) != 2)
        return false;
    const cJSON *side;
    cJSON_ArrayForEach(side,
        pair) if (!cJSON_IsString(side) || side->valuestring[0] == '\0') return false;
    return true;
}

static bool build_pairs(
    struct loader *loader, const struct fields *fields, struct key *key)
{
    const cJSON *pairs = fields->own[FIELD_PAIRS], *pair;
    int size = cJSON_GetArraySize(pairs);
    if (size < 2 || size > 26)
        return complain(loader, CODE_VALUE, pairs, "\"pairs\" takes 2 to 26 pairs");
    struct key_item *items = arena_alloc(loader->arena, (size_t)size * sizeof *items);
    const char **lefts = arena_alloc(loader->arena, (size_t)size * sizeof *lefts);
    const char **options = arena_alloc(loader->arena, (size_t)size * sizeof *options);
    cJSON_ArrayForEach(pair, pairs)
    {
        if (!is_pair(pair))
            return complain(loader, CODE_TYPE, pair, "a pair is [\"left\", \"right\"]");
        const char *right = keep(loader, pair->child->next);
        lefts[key->count] = keep(loader, pair->child);
        items[key->count++] = *keep_item(loader, right, NULL);
        if (!is_option(options, key->option_count, right))
            options[key->option_count++] = right;
    }
    key->items = items;
    key->lefts = lefts;
    key->options = options;
    return true;
}

static bool build_key(struct loader *loader, const struct fields *fields,
    enum key_kind kind, struct key *key)
{
    key->kind = kind;
    keep_feedback(loader, fields_get(fields, FIELD_FEEDBACK), key);
    switch (kind) {
    case KEY_TEXT:
        return build_text(loader, fields, key);
    case KEY_NUMBER:
        return build_number(loader, fields, key);
    case KEY_BOOLEAN:
        key->boolean = cJSON_IsTrue(fields->own[FIELD_ANSWER]);
        return true;
    case KEY_LIST:
    case KEY_SEQUENCE:
        return build_list(loader, fields, true, key);
    case KEY_CHOICE:
        return build_text(loader, fields, key) && build_options(loader, fields, key);
    case KEY_CHOICES:
        return build_list(loader, fields, false, key) &&
               build_options(loader, fields, key);
    case KEY_PAIRS:
        return build_pairs(loader, fields, key);
    case KEY_CLOZE:
        break; // has a key for each gap
    }
    return true;
}

/* ---- the reverse side ------------------------------------------------------------- */

static const char *const reverse_names[] = { "question", "answer", "accept", "hint" };

static bool check_reverse(
    struct loader *loader, const cJSON *reverse, const cJSON *const values[4])
{
    static const enum field_type types[] = { TYPE_LINES, TYPE_TEXT, TYPE_TEXTS,
        TYPE_LINES };
    bool ok = true;
    for (size_t i = 0; i < 4; i++)
        ok = (values[i] == NULL ||
                 value_check(loader, values[i], reverse_names[i], types[i])) &&
             ok;
    return ok && (values[0] != NULL ||
                     complain(loader, CODE_MISSING, reverse,
                         "\"reverse\" needs a \"question\" of its own, or write true"));
}

static const char *number_with_unit(struct loader *loader, const struct key *key)
{
    const char *number = key->items[0].forms[0];
    return key->unit != NULL ? arena_printf(loader->arena, "%s %s", number, key->unit)
                             : number;
}

/*
 * "reverse": true asks the answer and expects the question; an object has its own question,
 * and may have its own answer where the first question is not the answer.
 */
static bool build_reverse(
    struct loader *loader, const struct fields *fields, const struct note *note)
{
    const cJSON *reverse = fields_get(fields, FIELD_REVERSE), *values[4] = { 0 };
    if (reverse == NULL || cJSON_IsFalse(reverse))
        return true;
    if (!cJSON_IsTrue(reverse) && !cJSON_IsObject(reverse))
        return complain(loader, CODE_TYPE, reverse,
            "\"reverse\" is true, or an object with its own \"question\"");
    if (cJSON_IsObject(reverse) &&
        (!object_collect(loader, reverse, "\"reverse\"", reverse_names, values, 4) ||
            !check_reverse(loader, reverse, values)))
        return false;

    struct card front = loader->deck->cards[loader->deck->card_count - 1];
    struct card *card = add_card(loader, note, "reverse");
    card->kind = KEY_TEXT;
    card->question = values[0] != NULL ? keep_lines(loader, values[0])
                                       : number_with_unit(loader, &front.key);
    card->hint = keep_lines(loader, values[3]);
    card->key.kind = KEY_TEXT;
    card->key.strict = front.key.strict;
    card->key.literal = front.key.literal;
    card->key.count = 1;
    card->key.items = keep_item(
        loader, values[1] != NULL ? keep(loader, values[1]) : front.question, values[2]);
    return true;
}

/* ---- the author's tests ----------------------------------------------------------- */

static void run_test(
    struct loader *loader, const struct card *card, const cJSON *test, bool should_pass)
{
    struct arena scratch = { 0 };
    struct judgement got =
        match_judge(&card->key, &loader->deck->context, test->valuestring, &scratch);
    if (verdict_is_right(got.verdict) != should_pass)
        complain(loader, CODE_TEST, test,
            "test fails: \"%s\" is judged %s (%s), but should %s", test->valuestring,
            verdict_word(got.verdict), got.reason, should_pass ? "pass" : "not pass");
    arena_release(&scratch);
}

/* Failing tests are reported; they do not take the card away from the learner. */
static bool run_tests(
    struct loader *loader, const struct fields *fields, const struct card *card)
{
    static const char *const names[] = { "accept", "reject" };
    const cJSON *lists[2] = { 0 }, *test;
    const cJSON *tests = fields->own[FIELD_TESTS];
    if (tests == NULL)
        return true;
    if (!object_collect(loader, tests, "\"tests\"", names, lists, 2))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (lists[i] != NULL && !cJSON_IsArray(lists[i]))
            return complain(loader, CODE_TYPE, lists[i],
                "\"%s\" of \"tests\" must be an array of texts", names[i]);
        cJSON_ArrayForEach(test, lists[i]) if (!cJSON_IsString(test)) return complain(
            loader, CODE_TYPE, test, "a test is a text, not %s", json_type_words(test));
    }
    for (size_t i = 0; i < 2; i++)
        cJSON_ArrayForEach(test, lists[i]) run_test(loader, card, test, i == 0);
    return true;
}

/* ---- together --------------------------------------------------------------------- */

static bool build_cards(struct loader *loader, const struct fields *fields,
    enum key_kind kind, struct note *note)
{
    struct key common = { 0 };
    size_t first = loader->deck->card_count;
    if (!feedback_check(loader, fields->own[FIELD_FEEDBACK]) ||
        !read_strict(loader, fields, &common.strict))
        return false;
    common.literal = cJSON_IsTrue(fields_get(fields, FIELD_LITERAL));
    if (kind == KEY_CLOZE) {
        if (!cloze_build(loader, fields, note))
            return false;
        for (size_t i = first; i < loader->deck->card_count; i++) {
            loader->deck->cards[i].key.strict = common.strict;
            loader->deck->cards[i].key.literal = common.literal;
        }
    } else {
        if (!build_key(loader, fields, kind, &common))
            return false;
        struct card *card = add_card(loader, note, "");
        card->kind = kind;
        card->question = keep_lines(loader, fields->own[FIELD_QUESTION]);
        card->key = common;
    }
    return ((KINDS_TYPED >> kind & 1) == 0 || build_reverse(loader, fields, note)) &&
           run_tests(loader, fields, &loader->deck->cards[first]);
}

static bool check_default_reverse(struct loader *loader, const cJSON *reverse)
{
    return reverse == NULL || cJSON_IsBool(reverse) ||
           complain(loader, CODE_TYPE, reverse,
               "\"reverse\" in \"defaults\" must be true or false, not %s",
               json_type_words(reverse));
}

void defaults_check(struct loader *loader, const cJSON *values[FIELD_COUNT])
{
    struct fields fields = { 0 };
    struct note note = { 0 };
    unsigned strict;
    memcpy(fields.inherited, values, sizeof fields.inherited);
    if (!read_strict(loader, &fields, &strict))
        values[FIELD_STRICT] = NULL;
    if (!set_grading(loader, &fields, KEY_TEXT, &note))
        values[FIELD_GRADING] = NULL;
    if (!set_allowed(loader, &fields))
        values[FIELD_ALLOW] = NULL;
    if (!check_tolerance(loader, fields_get(&fields, FIELD_TOLERANCE)))
        values[FIELD_TOLERANCE] = NULL;
    if (!check_default_reverse(loader, fields_get(&fields, FIELD_REVERSE)))
        values[FIELD_REVERSE] = NULL;
    if (fields_get(&fields, FIELD_SOURCE) != NULL &&
        !citations_build(loader, &fields, &note))
        values[FIELD_SOURCE] = NULL;
}

void load_entry(struct loader *loader, const cJSON *entry)
{
    struct deck *deck = loader->deck;
    struct fields fields = { 0 };
    enum key_kind kind = KEY_TEXT;
    size_t cards = deck->card_count;
    deck->notes = arena_grow(loader->arena, deck->notes, deck->note_count,
        &loader->note_capacity, sizeof *deck->notes);
    struct note *note = &deck->notes[deck->note_count];
    *note = (struct note){ 0 };

    bool ok = collect(loader, entry, &fields);
    ok = ok && find_kind(loader, &fields, &kind);
    ok = ok && fields_check_kind(loader, &fields, kind);
    ok = ok && has_question(loader, &fields, kind);
    ok = ok && build_common(loader, &fields, kind, note);
    ok = ok && build_cards(loader, &fields, kind, note);
    if (!ok) {
        deck->card_count = cards;
        deck->left_out++;
        return;
    }
    map_add(&loader->names, note->id, deck->note_count++);
}
