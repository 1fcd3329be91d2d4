/*
 * Quaestor: argv in, exit status out.
 */
#include "base/day.h"
#include "cmd/command.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

/*
 * Decks and answers are UTF-8 in any locale.  Where the locale's letters are others (a bare
 * machine is often in "C"), readline would take the bytes of an accented letter for editing
 * keys; it asks the environment, so the locale that can read them is set there.  Numbers keep
 * their point: only LC_CTYPE is ever taken over.
 */
static void set_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    if (setlocale(LC_CTYPE, "C.UTF-8") != NULL)
        setenv("LC_ALL", "C.UTF-8", 1);
}

int main(int argc, char **argv)
{
    if (getauxval(AT_SECURE) != 0) {
        fputs("quaestor: refuses to run with another user's rights\n", stderr);
        return ERR_SYSTEM;
    }
    set_locale();
    zone_read();
    return cmd_main(argc, argv);
}
