/*
 * `plan --json`: the figures of each plan, unrounded.
 */
#include "cmd/plan.h"

#include "base/json.h"
#include "cmd/card.h"

static void add_retention(cJSON *object, const char *key, int place)
{
    if (place == PLAN_NONE)
        cJSON_AddNullToObject(object, key);
    else
        cJSON_AddNumberToObject(object, key, (PLAN_LOW + place) / 100.0);
}

/* Null if decks have different ones. */
static void add_one_retention(cJSON *object, double retention)
{
    if (retention > 0)
        cJSON_AddNumberToObject(object, "retention", retention);
    else
        cJSON_AddNullToObject(object, "retention");
}

static void add_days(cJSON *object, const struct plan_days *days)
{
    cJSON_AddNumberToObject(object, "minutes_a_day", days->minutes);
    cJSON_AddNumberToObject(object, "answers_a_day", days->answers);
    cJSON_AddNumberToObject(object, "reviews_a_day", days->reviews);
    cJSON_AddNumberToObject(object, "new_a_day", days->fresh);
    cJSON_AddNumberToObject(object, "known", days->known);
}

static void add_retentions(cJSON *root, const struct plan_report *r)
{
    add_retention(root, "sweet_spot", r->sweet_spot);
    cJSON *years = cJSON_AddArrayToObject(root, "retentions");
    for (int i = 0; i < PLAN_SWEEP; i++) {
        cJSON *year = cJSON_CreateObject();
        add_retention(year, "retention", i);
        add_days(year, &r->years[i]);
        cJSON_AddItemToArray(years, year);
    }
    add_days(cJSON_AddObjectToObject(root, "own"), &r->own_year);
    cJSON *weeks = cJSON_AddArrayToObject(root, "weeks");
    for (int i = 0; i < PLAN_WEEKS; i++) {
        cJSON *week = cJSON_CreateObject();
        json_add_day(week, "from", (struct day){ r->today.number + 7 * i });
        add_days(week, &r->weeks[i]);
        cJSON_AddItemToArray(weeks, week);
    }
}

static void add_revision(
    cJSON *object, const struct plan_report *r, const struct exam_plan *plan)
{
    cJSON_AddNumberToObject(object, "revision_days", plan->revision_days);
    cJSON_AddNumberToObject(object, "revision_reviews", plan->revision_reviews);
    if (plan->revision_days > 0)
        json_add_day(object, "revision_from",
            (struct day){ r->exam.number - plan->revision_days });
    else
        cJSON_AddNullToObject(object, "revision_from");
}

/* Of shorter days: as many cards as they hold. */
static cJSON *shorter_json(const struct plan_report *r)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "new_per_day", r->shorter.fresh_per_day);
    add_revision(object, r, &r->shorter);
    cJSON_AddNumberToObject(object, "longest_minutes", r->shorter.peak_minutes);
    add_days(object, &r->shorter.days);
    return object;
}

static void add_exam(cJSON *root, const struct plan_report *r)
{
    const struct exam_plan *plan = &r->exam_plan;
    cJSON *exam = cJSON_AddObjectToObject(root, "exam");
    json_add_day(exam, "day", r->exam);
    cJSON_AddNumberToObject(exam, "days", r->exam_days);
    cJSON_AddBoolToObject(exam, "enough", plan->enough);
    add_one_retention(exam, plan->retention > 0 ? plan->retention : r->retention);
    cJSON_AddNumberToObject(exam, "new_per_day", plan->fresh_per_day);
    add_revision(exam, r, plan);
    cJSON_AddNumberToObject(exam, "longest_minutes", plan->peak_minutes);
    add_days(exam, &plan->days);
    if (r->is_long)
        cJSON_AddItemToObject(exam, "shorter", shorter_json(r));
    else
        cJSON_AddNullToObject(exam, "shorter");
}

/* "days" is null if there is no end to it. */
static cJSON *way_json(const struct way_back *way)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "reviews_a_day", way->a_day);
    if (way->days > 0)
        cJSON_AddNumberToObject(object, "days", way->days);
    else
        cJSON_AddNullToObject(object, "days");
    cJSON_AddNumberToObject(object, "minutes_a_day", way->minutes);
    return object;
}

static void add_break(cJSON *root, const struct plan_report *r)
{
    static const char *const kinds[BREAK_KINDS] = { "as-ever", "no-new", "half-ahead" };
    cJSON *away = cJSON_AddObjectToObject(root, "break");
    json_add_day(away, "from", r->first);
    json_add_day(away, "to", r->last);
    cJSON *plans = cJSON_AddArrayToObject(away, "plans");
    for (size_t i = 0; i < r->break_count; i++) {
        const struct break_plan *plan = &r->breaks[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "before", kinds[plan->kind]);
        cJSON_AddNumberToObject(object, "more_a_day", plan->more_a_day);
        cJSON_AddNumberToObject(object, "more_days", plan->lead_days);
        cJSON_AddNumberToObject(object, "waiting", plan->waiting);
        cJSON_AddNumberToObject(object, "known", plan->known);
        cJSON_AddNumberToObject(object, "offered_above", plan->room);
        cJSON_AddItemToObject(object, "way_back", way_json(&plan->way));
        cJSON_AddItemToArray(plans, object);
    }
}

static void add_back(cJSON *root, const struct plan_report *r)
{
    cJSON_AddNumberToObject(root, "waiting", (double)r->planner.waiting);
    cJSON_AddItemToObject(root, "offered", way_json(&r->ways.items[r->ways.offered]));
    cJSON *ways = cJSON_AddArrayToObject(root, "ways_back");
    for (size_t i = 0; i < r->ways.count; i++)
        cJSON_AddItemToArray(ways, way_json(&r->ways.items[i]));
}

void plan_print_json(struct app *app, const struct plan_report *r)
{
    cJSON *root = cJSON_CreateObject();
    json_add_day(root, "day", r->today);
    cJSON_AddNumberToObject(root, "cards", (double)r->planner.card_count);
    cJSON_AddNumberToObject(root, "new", (double)r->planner.fresh);
    cJSON_AddNumberToObject(root, "known", r->known);
    cJSON_AddNumberToObject(root, "timed_answers", (double)r->timed);
    add_one_retention(root, r->retention);
    switch (r->kind) {
    case PLAN_RETENTION:
        add_retentions(root, r);
        break;
    case PLAN_EXAM:
        add_exam(root, r);
        break;
    case PLAN_BREAK:
        add_break(root, r);
        break;
    case PLAN_BACK:
        add_back(root, r);
        break;
    }
    app_print_json(app, root);
}
