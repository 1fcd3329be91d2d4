/*
 * What backup, restore and doctor say of a file in the same way.
 */
#ifndef CMD_BACKUP_H
#define CMD_BACKUP_H

#include "base/json.h"
#include "store/backup.h"

/* What a file holds; false with err if it is not sound. */
MUST_USE bool backup_look(const char *path, struct store_facts *facts, struct err *err);

/* Appends a size for people: "812 bytes", "56 KiB", "3.2 MiB". */
void add_size(struct buf *out, int64_t bytes);

/* Appends an instant to the minute, local time: "2026-11-20 08:15". */
void add_minute(struct buf *out, int64_t at_ms);

/* Appends "12 events, 5 cards". */
void add_facts(struct buf *out, const struct store_facts *facts);

/* Appends a number with its noun: "1 event", "2 events". */
void add_count(struct buf *out, int64_t count, const char *noun);

/* Adds "events", "cards", "last_answer" (null for none), "digest", "damaged". */
void json_add_facts(cJSON *object, const struct store_facts *facts);

#endif
