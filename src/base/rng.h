/*
 * Draws that can be repeated, and the hash that seeds them.
 */
#ifndef BASE_RNG_H
#define BASE_RNG_H

#include <stddef.h>
#include <stdint.h>

/* A zero struct is valid, and is the generator seeded with 0. */
struct rng {
    uint64_t state;
};

/* The next 64 bits.  Source: splitmix64, Steele, Lea and Flood 2014. */
uint64_t rng_next(struct rng *rng);

/* Uniform in [0, 1), 53 bits. */
double rng_uniform(struct rng *rng);

/* Uniform in 0 .. count-1; count > 0. */
size_t rng_below(struct rng *rng, size_t count);

/* 64-bit hash of bytes; `seed` chains calls, 0 to begin.  FNV-1a with a splitmix64 finish. */
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t len);
uint64_t hash_text(uint64_t seed, const char *text);

#endif
