/*
 * A program that does nothing, linked with every library that quaestor is linked with: what
 * starting costs before the first line of ours.
 */
#include <cjson/cJSON.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <utf8proc.h>
#include <zlib.h>

#include <readline/readline.h>

/* What is called with a hundred arguments, never, keeps linkers from leaving a library out. */
static int use_all(int count)
{
    return puts(cJSON_Version()) + puts(utf8proc_version()) + puts(sqlite3_libversion()) +
           puts(zlibVersion()) + puts(rl_library_version) + (int)sqrt(count);
}

int main(int argc, char **argv)
{
    (void)argv;
    return argc > 100 ? use_all(argc) : 0;
}
