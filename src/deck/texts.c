/*
 * Hands the texts of a deck to the judge, when the judge first asks (match/lexicon.h).
 */
#include "deck/loader.h"

#include "match/lexicon.h"

/* Where the texts are; lives in the deck's arena. */
struct texts_of {
    const struct card *cards;
    size_t card_count;
    const char *whole; // the file, where the deck is but a part of it; else NULL
};

static void tell_key(struct lexicon *lexicon, const struct card *card)
{
    const struct key *key = &card->key;
    for (size_t i = 0; i < key->count; i++) {
        for (size_t j = 0; j < key->items[i].count; j++)
            lexicon_add_answer(lexicon, key->items[i].forms[j], card->name);
        if (key->lefts != NULL)
            lexicon_add_words(lexicon, key->lefts[i]);
    }
    for (size_t i = 0; i < key->option_count; i++)
        lexicon_add_words(lexicon, key->options[i]);
    for (size_t i = 0; i < key->feedback_count; i++)
        lexicon_add_words(lexicon, key->feedback[i].typed);
}

static void tell_cards(
    struct lexicon *lexicon, const struct card *cards, size_t card_count)
{
    for (size_t i = 0; i < card_count; i++) {
        const struct note *note = cards[i].note;
        tell_key(lexicon, &cards[i]);
        lexicon_add_words(lexicon, cards[i].question);
        if (note->remark != NULL && (i == 0 || cards[i - 1].note != note))
            lexicon_add_words(lexicon, note->remark);
    }
}

static void tell_file(struct lexicon *lexicon, const char *path)
{
    struct deck deck;
    struct diags diags = { 0 };
    struct err err;
    bool is_deck;
    if (deck_load(path, &deck, &is_deck, &diags, &err)) {
        tell_cards(lexicon, deck.cards, deck.card_count);
        deck_release(&deck);
    }
    diags_release(&diags); // told when the deck was loaded
}

static void tell(const void *owner, struct lexicon *lexicon)
{
    const struct texts_of *texts = owner;
    if (texts->whole != NULL)
        tell_file(lexicon, texts->whole);
    else
        tell_cards(lexicon, texts->cards, texts->card_count);
}

void deck_know_texts(struct deck *deck, bool whole)
{
    struct texts_of *texts = arena_alloc(&deck->arena, sizeof *texts);
    *texts =
        (struct texts_of){ deck->cards, deck->card_count, whole ? NULL : deck->path };
    lexicon_release(deck->context.lexicon);
    deck->context.lexicon = lexicon_new(tell, texts);
}
