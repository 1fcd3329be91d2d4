#include "peer.h"

#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGS = 6, LINE_BYTES = 1024 };

_Noreturn static void run(const char *script, const char *const *args, int in, int out)
{
    char *argv[MOST_ARGS + 3] = { strdup("node"), strdup(script) };
    for (size_t i = 0; i < MOST_ARGS && args[i] != NULL; i++)
        argv[i + 2] = strdup(args[i]);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execvp("node", argv);
    _exit(127);
}

struct peer peer_open(const char *script, const char *const *args)
{
    int to[2], from[2];
    char line[LINE_BYTES];
    if (pipe(to) != 0 || pipe(from) != 0)
        bench_die("no pipe");
    struct peer peer = { .pid = fork() };
    if (peer.pid < 0)
        bench_die("no process");
    if (peer.pid == 0) {
        close(to[1]), close(from[0]);
        run(script, args, to[0], from[1]);
    }
    close(to[0]), close(from[1]);
    peer.to = fdopen(to[1], "w");
    peer.from = fdopen(from[0], "r");
    if (fgets(line, sizeof line, peer.from) == NULL || strcmp(line, "ready\n") != 0)
        peer_close(&peer);
    return peer;
}

char *peer_ask(const struct peer *peer, const char *line)
{
    static char answer[LINE_BYTES];
    fprintf(peer->to, "%s\n", line);
    fflush(peer->to);
    if (fgets(answer, sizeof answer, peer->from) == NULL)
        bench_die("the program to compare with stopped");
    return answer;
}

double peer_number(const struct peer *peer, const char *line)
{
    return strtod(peer_ask(peer, line), NULL);
}

void peer_close(struct peer *peer)
{
    if (peer->to != NULL)
        fclose(peer->to);
    if (peer->from != NULL)
        fclose(peer->from);
    if (peer->pid > 0)
        waitpid(peer->pid, NULL, 0);
    *peer = (struct peer){ 0 };
}
