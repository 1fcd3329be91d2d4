/*
 * Feeds files to a fuzz target without libFuzzer: the kept inputs are a test for every
 * compiler.
 *
 *   replay_NAME FILE...     a crash or a sanitizer's report is the failure
 *
 * Each file is named before it is tried, so that the last name printed is the culprit.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Inputs are small by nature; a larger file is cut here, which is an input too. */
#define REPLAY_MAX ((size_t)1 << 20)

/* The block is exactly as long as the input: a sanitizer sees a read beyond its end. */
static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    uint8_t *room = malloc(REPLAY_MAX);
    if (room == NULL)
        abort();
    const size_t size = fread(room, 1, REPLAY_MAX, file);
    fclose(file);

    uint8_t *data = realloc(room, size > 0 ? size : 1);
    if (data == NULL)
        abort();
    printf("%s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    int unreadable = 0;
    for (int i = 1; i < argc; i++)
        unreadable += replay(argv[i]);
    printf("replayed %d inputs\n", argc - 1 - unreadable);
    return unreadable > 0 || argc < 2;
}
