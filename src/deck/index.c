#include "deck/index.h"

#include "base/json.h"
#include "deck/loader.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Raised whenever the form of the index, or what makes a card's name, changes. */
static const char form[] = "quaestor index 1 " QUAESTOR_VERSION;

enum { SETTLED_MS = 3000 }; // coarser than any file system's clock

/* ---- numbers and texts ---------------------------------------------------------------- */

static void add_number(struct buf *out, int64_t number)
{
    buf_add_bytes(out, (const char *)&number, sizeof number);
}

static void add_text(struct buf *out, const char *text)
{
    buf_add_bytes(out, text, strlen(text) + 1);
}

/* Reads what those wrote.  What is cut short gives zeros and empty texts, and is not `ok`. */
struct reader {
    const char *text;
    size_t len, at;
    bool ok;
};

static int64_t get_number(struct reader *in)
{
    int64_t number = 0;
    in->ok = in->ok && in->len - in->at >= sizeof number;
    if (!in->ok)
        return 0;
    memcpy(&number, in->text + in->at, sizeof number);
    in->at += sizeof number;
    return number;
}

/* A count of things that take at least a byte each. */
static size_t get_count(struct reader *in)
{
    int64_t count = get_number(in);
    in->ok = in->ok && count >= 0 && (uint64_t)count <= in->len - in->at;
    return in->ok ? (size_t)count : 0;
}

static const char *get_text(struct reader *in)
{
    const char *text = in->text + in->at;
    size_t len = in->ok ? strnlen(text, in->len - in->at) : 0;
    in->ok = in->ok && len < in->len - in->at;
    if (!in->ok)
        return "";
    in->at += len + 1;
    return text;
}

/* ---- the key -------------------------------------------------------------------------- */

static int64_t time_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void add_file(struct index_key *key, const char *path)
{
    struct stat st;
    add_text(&key->bytes, path);
    if (stat(path, &st) != 0)
        return;
    int64_t changed_ns = time_ns(st.st_ctim), written_ns = time_ns(st.st_mtim);
    const int64_t numbers[] = { (int64_t)st.st_dev, (int64_t)st.st_ino,
        (int64_t)st.st_size, written_ns, changed_ns };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        add_number(&key->bytes, numbers[i]);
    int64_t newest_ms = (written_ns > changed_ns ? written_ns : changed_ns) / 1000000;
    key->newest_ms = newest_ms > key->newest_ms ? newest_ms : key->newest_ms;
    key->bytes_of_decks += (int64_t)st.st_size;
}

void index_key_make(struct index_key *key, const char *const *paths, size_t count)
{
    struct arena arena = { 0 };
    struct err err;
    *key = (struct index_key){ 0 };
    add_text(&key->bytes, form);
    for (size_t i = 0; i < count; i++) {
        struct file_list files = { 0 };
        add_text(&key->bytes, paths[i]);
        if (file_kind(paths[i]) != FILE_FOLDER)
            add_file(key, paths[i]);
        else if (file_list_folder(paths[i], ".json", &arena, &files, &err))
            for (size_t j = 0; j < files.count; j++)
                add_file(key, files.paths[j]);
    }
    add_text(&key->bytes, "");
    arena_release(&arena);
}

/* ---- saving --------------------------------------------------------------------------- */

/* Where the object or array ends that begins at `at`, in text that was scanned before. */
static size_t value_end(const char *text, size_t at)
{
    size_t depth = 0;
    bool quoted = false;
    for (;; at++) {
        char c = text[at];
        if (c == '\\')
            at++;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            depth++;
        else if (!quoted && (c == '}' || c == ']') && --depth == 0)
            return at + 1;
    }
}

static void add_note(struct buf *out, const struct deck *deck, const struct note *note)
{
    add_number(out, (int64_t)note->offset);
    add_number(out, (int64_t)value_end(deck->text.text, note->offset));
    add_number(out, note->disabled);
    add_number(out, (int64_t)note->was_count);
    for (size_t i = 0; i < note->was_count; i++)
        add_text(out, note->was[i]);
}

static void add_deck(struct buf *out, const struct deck *deck)
{
    add_text(out, deck->path);
    add_text(out, deck->id);
    add_text(out, deck->title);
    add_number(out, (int64_t)deck->note_count);
    for (size_t i = 0; i < deck->note_count; i++)
        add_note(out, deck, &deck->notes[i]);
    add_number(out, (int64_t)deck->card_count);
    for (size_t i = 0; i < deck->card_count; i++) {
        add_number(out, deck->cards[i].note - deck->notes);
        add_text(out, deck->cards[i].name);
        add_text(out, deck->cards[i].key_name);
    }
}

static bool is_index_of(const struct buf *index, const struct index_key *key)
{
    return index->len >= key->bytes.len &&
           memcmp(index->text, key->bytes.text, key->bytes.len) == 0;
}

static bool is_saved(const char *path, const struct index_key *key)
{
    struct buf old = { 0 };
    struct err err;
    bool saved = file_read(path, JSON_MAX_BYTES, &old, &err) && is_index_of(&old, key);
    buf_release(&old);
    return saved;
}

void index_save(const char *path, const struct index_key *key,
    const struct library *library, int64_t now_ms)
{
    struct err err;
    if (key->bytes_of_decks < INDEX_LEAST_BYTES || library->diags.errors > 0 ||
        now_ms - key->newest_ms < SETTLED_MS || is_saved(path, key))
        return;
    struct buf index = { 0 };
    buf_add_bytes(&index, key->bytes.text, key->bytes.len);
    add_number(&index, (int64_t)library->deck_count);
    for (size_t i = 0; i < library->deck_count; i++)
        add_deck(&index, &library->decks[i]);
    bool saved = file_replace(path, index.text, index.len, &err);
    (void)saved; // without it decks are read
    buf_release(&index);
}

/* ---- loading -------------------------------------------------------------------------- */

static void get_note(struct reader *in, struct deck *deck, struct note *note)
{
    note->offset = (size_t)get_number(in);
    note->end = (size_t)get_number(in);
    note->disabled = get_number(in) != 0;
    note->was_count = get_count(in);
    const char **was = arena_alloc(&deck->arena, note->was_count * sizeof *was);
    for (size_t i = 0; i < note->was_count; i++)
        was[i] = get_text(in);
    note->was = was;
}

static void get_deck(struct reader *in, struct deck *deck)
{
    deck->path = get_text(in);
    deck->id = get_text(in);
    deck->title = get_text(in);
    deck->note_count = get_count(in);
    deck->notes = arena_alloc(&deck->arena, deck->note_count * sizeof *deck->notes);
    for (size_t i = 0; i < deck->note_count; i++)
        get_note(in, deck, &deck->notes[i]);
    deck->card_count = get_count(in);
    deck->cards = arena_alloc(&deck->arena, deck->card_count * sizeof *deck->cards);
    for (size_t i = 0; i < deck->card_count; i++) {
        struct card *card = &deck->cards[i];
        size_t note = (size_t)get_number(in);
        in->ok = in->ok && note < deck->note_count;
        card->note = &deck->notes[in->ok ? note : 0];
        card->name = get_text(in);
        card->key_name = get_text(in);
    }
}

bool index_load(const char *path, const struct index_key *key, struct library *library)
{
    struct err err;
    *library = (struct library){ 0 };
    if (key->bytes_of_decks < INDEX_LEAST_BYTES ||
        !file_read(path, JSON_MAX_BYTES, &library->index, &err) ||
        !is_index_of(&library->index, key)) {
        library_release(library);
        return false;
    }
    struct reader in = { library->index.text, library->index.len, key->bytes.len, true };
    size_t decks = get_count(&in);
    for (size_t i = 0; i < decks; i++) {
        library->decks = vec_grow(library->decks, library->deck_count,
            &library->deck_capacity, sizeof *library->decks);
        library->decks[i] = (struct deck){ 0 };
        library->deck_count++;
        get_deck(&in, &library->decks[i]);
    }
    if (in.ok && in.at == in.len)
        library_list_cards(library);
    else
        library_release(library);
    return library->index.text != NULL;
}

/* ---- one whole card ------------------------------------------------------------------- */

static bool add_part(FILE *file, size_t from, size_t to, struct buf *out)
{
    size_t at = out->len;
    if (fseek(file, (long)from, SEEK_SET) != 0)
        return false;
    buf_pad(out, ' ', to - from);
    return to == from || fread(out->text + at, 1, to - from, file) == to - from;
}

/* The file of the note's deck without all other notes. */
static bool read_note_alone(const struct note *note, struct buf *out)
{
    const struct deck *deck = note->deck;
    size_t first = deck->notes[0].offset, last = deck->notes[deck->note_count - 1].end;
    FILE *file = fopen(deck->path, "rb");
    long size;
    if (file == NULL)
        return false;
    bool ok = fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
              first <= note->offset && note->offset <= note->end && note->end <= last &&
              last <= (size_t)size && add_part(file, 0, first, out) &&
              add_part(file, note->offset, note->end, out) &&
              add_part(file, last, (size_t)size, out);
    fclose(file);
    return ok;
}

static const struct card *find_card(const struct deck *deck, const char *name)
{
    for (size_t i = 0; i < deck->card_count; i++)
        if (strcmp(deck->cards[i].name, name) == 0)
            return &deck->cards[i];
    return NULL;
}

bool index_complete(struct library *library, size_t card, struct err *err)
{
    const struct card *named = library->cards[card], *whole = NULL;
    struct buf text = { 0 };
    struct diags diags = { 0 };
    bool is_deck;
    if (named->question != NULL)
        return true;
    deck_release(&library->fetched);
    if (!read_note_alone(named->note, &text))
        buf_release(&text);
    else if (deck_parse(named->note->deck->path, text, &library->fetched, &is_deck,
                 &diags, err)) {
        deck_know_texts(&library->fetched, false);
        whole = find_card(&library->fetched, named->name);
    }
    diags_release(&diags);
    if (whole == NULL)
        return err_set(err, ERR_INPUT, "'%s' was changed just now; try again",
            named->note->deck->path);
    library->cards[card] = whole;
    return true;
}
