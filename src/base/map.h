/*
 * From a text to a number: a hash table with open addressing.
 *
 * A zero struct is a valid empty map.  Keys are borrowed and must outlive the map.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct map_slot;

struct map {
    struct map_slot *slots;
    size_t count, capacity;
};

/* Finds the value of `key`; false if it is not there. */
bool map_find(const struct map *map, const char *key, size_t *value);

/* Adds `key` unless it is there; returns whether it was added. */
bool map_add(struct map *map, const char *key, size_t value);

/* Makes room in an empty map, so that so many keys are added without moving others. */
void map_reserve(struct map *map, size_t count);

void map_release(struct map *map);

#endif
