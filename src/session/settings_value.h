/*
 * What the files of the settings share: the value of one setting.
 */
#ifndef SESSION_SETTINGS_VALUE_H
#define SESSION_SETTINGS_VALUE_H

#include "base/json.h"
#include "session/settings.h"

#include <stdbool.h>

enum { SETTING_WANTED_TEXT = 120 };

/* What a value of this setting looks like, for messages: "a whole number from 0 to 23". */
void setting_describe(const struct setting *setting, char out[SETTING_WANTED_TEXT]);

/* Takes a value over; false if it has the wrong type or range. */
MUST_USE bool setting_take(
    const struct setting *setting, const cJSON *value, struct settings *settings);

/* The value as typed on a command line, checked; the caller's.  NULL with ERR_USAGE. */
cJSON *setting_typed(const struct setting *setting, const char *text, struct err *err);

#endif
