#include "base/span.h"

#include "base/day.h"

#include <stdlib.h>

enum { MOST = 9999 };

static const struct {
    char letter;
    int64_t ms;
} units[] = { { 'd', DAY_MS }, { 'h', HOUR_MS }, { 'm', MINUTE_MS }, { 's', SECOND_MS } };

static int64_t unit_ms(char letter)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (units[i].letter == letter)
            return units[i].ms;
    return 0;
}

int64_t span_parse(const char *text, size_t *len)
{
    char *end;
    if (*text < '0' || *text > '9')
        return 0;
    long number = strtol(text, &end, 10);
    int64_t unit = unit_ms(*end);
    if (unit == 0 || number < 1 || number > MOST)
        return 0;
    *len = (size_t)(end - text) + 1;
    return number * unit;
}

int64_t span_minutes(const char *text)
{
    char *end;
    size_t len = 0;
    int64_t ms = span_parse(text, &len);
    if (ms > 0)
        return text[len] == '\0' ? ms : 0;
    long minutes = *text >= '0' && *text <= '9' ? strtol(text, &end, 10) : 0;
    return minutes >= 1 && minutes <= MOST && *end == '\0' ? minutes * MINUTE_MS : 0;
}

char span_unit(int64_t ms, long long *count)
{
    size_t unit = 0;
    while (ms % units[unit].ms != 0 && units[unit].letter != 's')
        unit++;
    *count = (long long)(ms / units[unit].ms);
    return units[unit].letter;
}
