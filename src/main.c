/*
 * Quaestor: argv in, exit status out.
 */
#include "cmd/command.h"

#include <locale.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <time.h>

int main(int argc, char **argv)
{
    if (getauxval(AT_SECURE) != 0) {
        fputs("quaestor: refuses to run with another user's rights\n", stderr);
        return ERR_SYSTEM;
    }
    setlocale(LC_CTYPE, ""); // numbers keep their point
    tzset();
    return cmd_main(argc, argv);
}
