/*
 * A card in the making, as the JSON of a deck: what card.c and answer.c share.
 */
#ifndef EXCHANGE_CARD_H
#define EXCHANGE_CARD_H

#include "base/json.h"
#include "exchange/entry.h"

/* Adds a text; NULL adds nothing. */
void card_add_text(cJSON *card, const char *key, const char *value);

/* The values of a cell, cut at the bytes `at`, as an array. */
cJSON *card_texts_of(struct import *import, const char *cell, const char *at);

/* Adds an array of texts, or releases it if it is empty. */
void card_add_texts(cJSON *card, const char *key, cJSON *texts);

bool card_has_text(const cJSON *texts, const char *text);

/* Adds what the entry wants for an answer, under its keys; NULL, or why there can be none. */
const char *card_add_answer(
    struct import *import, cJSON *card, const struct entry *entry);

#endif
