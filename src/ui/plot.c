#include "ui/plot.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* ---- bars ------------------------------------------------------------------------------- */

static size_t longer(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t bar_length(double value, double full, size_t room)
{
    double length = fmin(round(value / full * (double)room), (double)room);
    return value > 0 && length < 1 ? 1 : (size_t)length;
}

void plot_bars(
    struct buf *out, const struct plot_bar *bars, size_t count, double full, size_t width)
{
    size_t label = 0, number = 0;
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        label = longer(label, strlen(bars[i].label));
        number = longer(number, strlen(bars[i].number));
        most = fmax(most, bars[i].value);
    }
    size_t used = label + number + 5, room = width > used ? width - used : 1;
    if (full == 0)
        full = fmax(most, (double)room);
    for (size_t i = 0; i < count; i++) {
        size_t length = bar_length(bars[i].value, full, room);
        buf_addf(out, "%-*s  %*s%s", (int)label, bars[i].label, (int)number,
            bars[i].number, length > 0 ? "  " : "");
        buf_pad(out, '#', length);
        buf_add_char(out, '\n');
    }
}

/* ---- levels ----------------------------------------------------------------------------- */

enum { LEVELS = 4 };

static const char marks[LEVELS] = ".:+#";
static const enum style styles[LEVELS] = { STYLE_FAINT, STYLE_PLAIN, STYLE_RIGHT,
    STYLE_STRONG };

/* The largest value of each level: 0, up to 2/3 and up to 4/3 of the mean, and the rest. */
static void find_tops(const struct plot_days *days, size_t top[LEVELS])
{
    size_t sum = 0, some = 0;
    top[0] = top[LEVELS - 1] = 0;
    for (size_t i = 0; i < days->count; i++) {
        sum += days->values[i];
        some += days->values[i] > 0;
        top[LEVELS - 1] = longer(top[LEVELS - 1], days->values[i]);
    }
    some += some == 0;
    top[1] = longer(2 * sum / (3 * some), 1);
    top[2] = longer(4 * sum / (3 * some), 1);
}

static size_t level_of(size_t value, const size_t top[LEVELS])
{
    size_t level = 0;
    while (level + 1 < LEVELS && value > top[level])
        level++;
    return level;
}

/* ": 1-16" */
static void add_level(struct buf *out, char mark, size_t low, size_t high)
{
    buf_addf(out, "%c ", mark);
    if (high == 0)
        buf_add(out, "none");
    else
        buf_addf(out, low < high ? "%zu-%zu" : "%zu", low, high);
}

void plot_legend(struct buf *out, const struct plot_days *days, size_t width)
{
    size_t top[LEVELS], used = 0, low = 0;
    find_tops(days, top);
    for (size_t i = 0; i < LEVELS && low <= top[LEVELS - 1]; i++) {
        struct buf item = { 0 };
        size_t high = top[i] < top[LEVELS - 1] ? top[i] : top[LEVELS - 1];
        if (low > high)
            continue;
        add_level(&item, marks[i], low, high);
        bool fits = used + 2 + item.len < width;
        buf_add(out, used == 0 ? "" : fits ? "  " : "\n");
        used = item.len + (used > 0 && fits ? used + 2 : 0);
        buf_add(out, item.text);
        buf_release(&item);
        low = high + 1;
    }
    buf_add_char(out, '\n');
}

/* ---- calendar --------------------------------------------------------------------------- */

enum { DAYS_A_WEEK = 7, LABEL = 4 };

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
    "Aug", "Sep", "Oct", "Nov", "Dec" };

/* 0 is Monday; 1970-01-01 was a Thursday. */
static int weekday_of(struct day day)
{
    return ((day.number + 3) % DAYS_A_WEEK + DAYS_A_WEEK) % DAYS_A_WEEK;
}

const char *plot_weekday(struct day day)
{
    return weekdays[weekday_of(day)];
}

static int month_of(struct day day)
{
    int year, month, date;
    day_to_civil(day, &year, &month, &date);
    return month;
}

/* Where the columns stand. */
struct grid {
    struct day monday; // of the first column
    size_t weeks, cell;
};

static struct grid grid_of(const struct plot_days *days, size_t width)
{
    size_t room = width > LABEL + 3 ? width - 1 - LABEL : 2;
    size_t open = (size_t)(DAYS_A_WEEK - 1 - weekday_of(days->last)); // of the last week
    size_t weeks = (days->count + open + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
    size_t cell = 2 * weeks <= room ? 2 : 1;
    weeks = weeks * cell <= room ? weeks : room / cell;
    struct day monday = { days->last.number - weekday_of(days->last) -
                          DAYS_A_WEEK * ((int)weeks - 1) };
    return (struct grid){ monday, weeks, cell };
}

static int month_of_week(const struct grid *grid, size_t week)
{
    return month_of((struct day){ grid->monday.number + DAYS_A_WEEK * (int)week + 6 });
}

/* Is there room for a month's name and a space before the next month's begins? */
static bool has_room(const struct grid *grid, size_t week)
{
    size_t end = week + (4 + grid->cell - 1) / grid->cell;
    return end > grid->weeks || month_of_week(grid, week) == month_of_week(grid, end - 1);
}

/* A month stands above the week that its first day is in, and above the first week of all. */
static void add_months(struct buf *out, const struct grid *grid)
{
    size_t column = 0, end = LABEL + grid->weeks * grid->cell;
    for (size_t week = 0; week < grid->weeks; week++) {
        size_t at = LABEL + week * grid->cell;
        int month = month_of_week(grid, week);
        bool begins = week == 0 || month != month_of_week(grid, week - 1);
        if (!begins || !has_room(grid, week) || at + 3 > end)
            continue;
        buf_pad(out, ' ', at - column);
        buf_add(out, months[month - 1]);
        column = at + 3;
    }
    buf_add_char(out, '\n');
}

static char mark_of(
    const struct plot_days *days, struct day day, const size_t top[LEVELS])
{
    int back = days->last.number - day.number;
    if (back < 0 || (size_t)back >= days->count)
        return ' ';
    return marks[level_of(days->values[days->count - 1 - (size_t)back], top)];
}

static void add_weekday(struct buf *out, const struct plot_days *days,
    const struct grid *grid, int weekday, const size_t top[LEVELS])
{
    buf_addf(out, "%-*s", LABEL, weekdays[weekday]);
    for (size_t week = 0; week < grid->weeks; week++) {
        struct day day = { grid->monday.number + DAYS_A_WEEK * (int)week + weekday };
        buf_add_char(out, mark_of(days, day, top));
        buf_pad(out, ' ', grid->cell - 1);
    }
    while (out->text[out->len - 1] == ' ')
        out->text[--out->len] = '\0';
    buf_add_char(out, '\n');
}

void plot_heatmap(struct buf *out, const struct plot_days *days, size_t width)
{
    size_t top[LEVELS];
    struct grid grid = grid_of(days, width);
    find_tops(days, top);
    add_months(out, &grid);
    for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++)
        add_weekday(out, days, &grid, weekday, top);
}

/* ---- colour ----------------------------------------------------------------------------- */

static enum style style_of(char c)
{
    const char *mark = memchr(marks, c, LEVELS);
    return mark != NULL ? styles[mark - marks] : STYLE_PLAIN;
}

/* Bytes up to the next mark of another style, or the end of the line. */
static size_t run_len(const char *text, enum style style)
{
    size_t len = 1;
    while (text[len] != '\0' && text[len] != '\n' &&
           (text[len] == ' ' || style_of(text[len]) == style))
        len++;
    return len;
}

static void write_part(
    const struct term *term, enum style style, const char *text, size_t len)
{
    struct buf part = { 0 };
    buf_add_bytes(&part, text, len);
    term_raw(term, style, buf_text(&part));
    buf_release(&part);
}

void plot_paint(const struct term *term, const char *lines, size_t from)
{
    while (*lines != '\0') {
        size_t end = strcspn(lines, "\n"), at = end < from ? end : from;
        write_part(term, STYLE_PLAIN, lines, at);
        for (size_t len; at < end; at += len) {
            len = run_len(lines + at, style_of(lines[at]));
            write_part(term, style_of(lines[at]), lines + at, len);
        }
        term_raw(term, STYLE_PLAIN, "\n");
        lines += end + (lines[end] == '\n');
    }
}
