/*
 * A few threads that share out numbered tasks, again and again.
 *
 * Which thread does a task depends on its number alone, and tasks must not write to the
 * same place; so results do not depend on how many threads there are.
 */
#ifndef FSRS_CREW_H
#define FSRS_CREW_H

#include <stddef.h>

struct fsrs_crew;

/*
 * `threads` counts the calling one; 1 and less: it works alone.  Where the system gives
 * fewer, there are fewer.  To be closed with fsrs_crew_close().
 */
struct fsrs_crew *fsrs_crew_open(int threads);

/* Runs task(context, 0 .. count-1), and returns when all are done. */
void fsrs_crew_run(struct fsrs_crew *crew, void (*task)(void *context, size_t number),
    void *context, size_t count);

void fsrs_crew_close(struct fsrs_crew *crew);

#endif
