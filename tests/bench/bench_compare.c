/*
 * Two programs in turns:
 *
 *   bench_compare [OPTION...] WHAT OURS... -- BASELINE...
 *
 *   -n TURNS    how often each is run (11)
 *   -g GOAL     the ratio to reach
 *   -p PROMPT   ours is timed until it has printed PROMPT, its input staying open, instead of
 *               until its end
 *   -m          compares the most memory held (resident set), not the time
 *
 * Time is that of the wall, from before the fork to the prompt or to the end of the child,
 * whose output is read by us through a pipe in both cases.  The turn before the first is not
 * counted: it fills the caches of the system.  A child that ends with a status of 2 or more
 * ends the comparison.
 */
#include "bench.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_TURNS = 101, OUTPUT_BYTES = 64 * 1024 };

struct child {
    pid_t pid;
    int input, output; // our ends of its pipes
};

struct outcome {
    double ms, mib;
};

static struct child start(char **argv)
{
    int in[2], out[2];
    if (pipe(in) != 0 || pipe(out) != 0)
        bench_die("no pipe");
    pid_t pid = fork();
    if (pid < 0)
        bench_die("no process");
    if (pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[0]), close(in[1]), close(out[0]), close(out[1]);
        execv(argv[0], argv);
        _exit(127);
    }
    close(in[0]), close(out[1]);
    return (struct child){ pid, in[1], out[0] };
}

/* Reads until the prompt has come, or to the end; what exceeds the room is dropped. */
static bool read_output(int fd, const char *prompt)
{
    static char text[OUTPUT_BYTES + 1];
    size_t len = 0;
    ssize_t got;
    while ((got = read(fd, text + len, OUTPUT_BYTES - len)) > 0) {
        text[len + (size_t)got] = '\0';
        if (prompt != NULL && strstr(text, prompt) != NULL)
            return true;
        len = len + (size_t)got < OUTPUT_BYTES ? len + (size_t)got : 0;
    }
    return prompt == NULL;
}

static struct outcome run(char **argv, const char *prompt)
{
    int status;
    struct rusage usage;
    int64_t before = bench_ns(), after = 0;
    struct child child = start(argv);
    if (prompt == NULL)
        close(child.input);
    if (!read_output(child.output, prompt))
        bench_die("%s ended without '%s'", argv[0], prompt);
    if (prompt != NULL) {
        after = bench_ns();
        close(child.input);
        read_output(child.output, NULL);
    }
    if (wait4(child.pid, &status, 0, &usage) != child.pid || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1)
        bench_die("%s failed", argv[0]);
    if (prompt == NULL)
        after = bench_ns();
    close(child.output);
    return (
        struct outcome){ (double)(after - before) / 1e6, (double)usage.ru_maxrss / 1024 };
}

int main(int argc, char **argv)
{
    static double ours[MOST_TURNS], baseline[MOST_TURNS];
    const char *prompt = NULL;
    double goal = 0;
    bool memory = false;
    int turns = 11;
    for (int option; (option = getopt(argc, argv, "+n:g:p:m")) != -1;) {
        if (option == 'n')
            turns = atoi(optarg);
        else if (option == 'g')
            goal = atof(optarg);
        else if (option == 'p')
            prompt = optarg;
        else if (option == 'm')
            memory = true;
        else
            return 2;
    }
    int dashes = optind;
    while (dashes < argc && strcmp(argv[dashes], "--") != 0)
        dashes++;
    if (turns < 1 || turns > MOST_TURNS || dashes + 1 >= argc || optind + 1 >= dashes)
        bench_die("usage: bench_compare [OPTION...] WHAT OURS... -- BASELINE...");
    argv[dashes] = NULL;
    for (int i = -1; i < turns; i++) {
        struct outcome a = run(argv + optind + 1, prompt),
                       b = run(argv + dashes + 1, NULL);
        if (i < 0)
            continue;
        ours[i] = memory ? a.mib : a.ms;
        baseline[i] = memory ? b.mib : b.ms;
    }
    bench_print_ratio(argv[optind], bench_median(ours, (size_t)turns),
        bench_median(baseline, (size_t)turns), memory ? "MiB" : "ms", goal);
    return 0;
}
