/*
 * What `optimize` shows: a fit, and what it would change.
 */
#ifndef CMD_OPTIMIZE_H
#define CMD_OPTIMIZE_H

#include "base/json.h"
#include "cmd/app.h"
#include "fsrs/optimise.h"
#include "session/reschedule.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A fit, and what it is worth.  Of fewer than FSRS_LEAST_ITEMS items nothing is fitted: then
 * `result` has the weights in use, too.
 */
struct fitting {
    struct fsrs_fit_result result;
    size_t reviews;
    const char *nothing;               // why there are no items, where there are none
    double seconds;                    // of the fit alone
    double published, current, fitted; // log loss over all items, NAN of none
    bool kept; // the weights in use are no worse: `result` has them instead
};

bool optimize_is_fitted(const struct fitting *fitting);

/* Of the fit alone; the caller's to print. */
cJSON *optimize_json(const struct fitting *fitting);

/* That, and what would change. */
void optimize_print_json(struct app *app, const struct fitting *fitting,
    const struct reschedule *reschedule, bool taken);

void optimize_show_weights(struct app *app, const struct fitting *fitting);

/* Says why nothing was fitted to the answers `where`. */
void optimize_show_too_few(
    struct app *app, const struct fitting *fitting, const char *where);

/*
 * What would change, by day where the window is wide enough, else by week: a low window has
 * room for either, and for a question below.
 */
bool optimize_fits_days(const struct app *app, const struct reschedule *reschedule);
void optimize_show_outlook(
    struct app *app, const struct fitting *fitting, const struct reschedule *reschedule);

/* Each of the next days, page by page. */
void optimize_show_days(struct app *app, const struct reschedule *reschedule);

#endif
