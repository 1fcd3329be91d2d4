#include "base/map.h"

#include "base/buf.h"
#include "base/rng.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct map_slot {
    const char *key; // NULL: free
    uint64_t hash;
    size_t value;
};

/* The slot of the key, or the free slot where it belongs. */
static struct map_slot *slot_of(const struct map *map, const char *key, uint64_t hash)
{
    size_t at = (size_t)hash & (map->capacity - 1);
    while (map->slots[at].key != NULL &&
           (map->slots[at].hash != hash || strcmp(map->slots[at].key, key) != 0))
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->capacity = old.capacity == 0 ? 64 : old.capacity * 2;
    map->slots = mem_zeroed(map->capacity, sizeof *map->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].key != NULL)
            *slot_of(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
    free(old.slots);
}

bool map_find(const struct map *map, const char *key, size_t *value)
{
    if (map->count == 0)
        return false;
    const struct map_slot *slot = slot_of(map, key, hash_text(0, key));
    if (slot->key == NULL)
        return false;
    *value = slot->value;
    return true;
}

bool map_add(struct map *map, const char *key, size_t value)
{
    if (map->count * 2 >= map->capacity)
        grow(map);
    uint64_t hash = hash_text(0, key);
    struct map_slot *slot = slot_of(map, key, hash);
    if (slot->key != NULL)
        return false;
    *slot = (struct map_slot){ key, hash, value };
    map->count++;
    return true;
}

void map_reserve(struct map *map, size_t count)
{
    assert(map->slots == NULL);
    map->capacity = 64;
    while (map->capacity / 2 < count)
        map->capacity *= 2;
    map->slots = mem_zeroed(map->capacity, sizeof *map->slots);
}

void map_release(struct map *map)
{
    free(map->slots);
    *map = (struct map){ 0 };
}
