#include "fsrs/crew.h"

#include "base/buf.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

enum { MAX_THREADS = 64 };

struct fsrs_crew {
    pthread_mutex_t lock;
    pthread_cond_t begin, end;
    size_t round;   // counts up with every run
    size_t working; // helpers that have not finished it
    bool closing;

    void (*task)(void *context, size_t number);
    void *context;
    size_t count;

    size_t threads; // with the caller's
    pthread_t helpers[MAX_THREADS];
};

struct helper {
    struct fsrs_crew *crew;
    size_t number;
};

/* The share of one thread: every n-th task. */
static void work(const struct fsrs_crew *crew, size_t thread)
{
    for (size_t i = thread; i < crew->count; i += crew->threads)
        crew->task(crew->context, i);
}

/* Waits for the next round; false: there is none. */
static bool wait_for_round(struct fsrs_crew *crew, size_t *round)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->round == *round && !crew->closing)
        pthread_cond_wait(&crew->begin, &crew->lock);
    *round = crew->round;
    bool goes_on = !crew->closing;
    pthread_mutex_unlock(&crew->lock);
    return goes_on;
}

static void *help(void *argument)
{
    struct helper helper = *(struct helper *)argument;
    free(argument);
    struct fsrs_crew *crew = helper.crew;
    for (size_t round = 0; wait_for_round(crew, &round);) {
        work(crew, helper.number);
        pthread_mutex_lock(&crew->lock);
        if (--crew->working == 0)
            pthread_cond_signal(&crew->end);
        pthread_mutex_unlock(&crew->lock);
    }
    return NULL;
}

static bool add_helper(struct fsrs_crew *crew)
{
    struct helper *helper = mem_zeroed(1, sizeof *helper);
    *helper = (struct helper){ crew, crew->threads };
    if (pthread_create(&crew->helpers[crew->threads], NULL, help, helper) != 0) {
        free(helper);
        return false;
    }
    crew->threads++;
    return true;
}

struct fsrs_crew *fsrs_crew_open(int threads)
{
    struct fsrs_crew *crew = mem_zeroed(1, sizeof *crew);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->begin, NULL);
    pthread_cond_init(&crew->end, NULL);
    crew->threads = 1;
    while ((int)crew->threads < threads && crew->threads < MAX_THREADS) {
        if (!add_helper(crew))
            break;
    }
    return crew;
}

void fsrs_crew_run(struct fsrs_crew *crew, void (*task)(void *context, size_t number),
    void *context, size_t count)
{
    pthread_mutex_lock(&crew->lock);
    crew->task = task;
    crew->context = context;
    crew->count = count;
    crew->working = crew->threads - 1;
    crew->round++;
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->lock);

    work(crew, 0);
    pthread_mutex_lock(&crew->lock);
    while (crew->working > 0)
        pthread_cond_wait(&crew->end, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
}

void fsrs_crew_close(struct fsrs_crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    crew->closing = true;
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 1; i < crew->threads; i++)
        pthread_join(crew->helpers[i], NULL);
    pthread_cond_destroy(&crew->begin);
    pthread_cond_destroy(&crew->end);
    pthread_mutex_destroy(&crew->lock);
    free(crew);
}
