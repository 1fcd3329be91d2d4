/*
 * Another program to measure ours against: a node process that stays, so that neither its
 * start nor its warming up is measured, and that is asked line by line.
 */
#ifndef PEER_H
#define PEER_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

struct peer {
    pid_t pid;
    FILE *to, *from; // NULL: it is not there
};

/*
 * Starts `node SCRIPT ARG...` and waits until it says "ready".  Without node or the package
 * that the script wants, the peer is not there.
 *
 *   args  up to 6, ended by NULL
 */
struct peer peer_open(const char *script, const char *const *args);

static inline bool peer_is_there(const struct peer *peer)
{
    return peer->to != NULL;
}

/* Sends a line and returns the one that comes back, good until the next question. */
char *peer_ask(const struct peer *peer, const char *line);

/* The same where a number comes back. */
double peer_number(const struct peer *peer, const char *line);

/* Also of one that is not there. */
void peer_close(struct peer *peer);

#endif
