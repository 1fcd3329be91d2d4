/*
 * The least that a program with a deck of its own could do:  bench_parse DECK.json
 *
 * Reads the file in one piece and lets cJSON build its tree; nothing is checked, freed or
 * looked at.
 */
#include "bench.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    struct stat st;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL || fstat(fileno(file), &st) != 0)
        bench_die("usage: bench_parse DECK.json");
    size_t size = (size_t)st.st_size;
    char *text = malloc(size + 1);
    if (text == NULL || fread(text, 1, size, file) != size)
        bench_die("cannot read '%s'", argv[1]);
    text[size] = '\0';
    if (cJSON_Parse(text) == NULL)
        bench_die("'%s' is no JSON", argv[1]);
    return 0;
}
