/**
 * Shows of an event that takes place again the next date, on a page that nobody rebuilt.
 *
 * ul[data-days="Mo|Di|…"]     a list of such rows; data-months="Jan|Feb|…" and, for each plural form that the page's language
 *                            has (CLDR), data-more-one="und ein weiterer Termin" data-more-other="und {n} weitere Termine"
 *   [data-dates="…"]         a row: when each of its dates is over (as data-until in expire.js), after its first day and a
 *                            slash where that is another: "2026-11-24T21:15 2026-12-24/2026-12-26"
 *     .date-block            the day
 *     time[data-on="days"]   another time of day, hidden but on these days
 *     [data-more] span       how many dates there are besides
 */
import { isOver, now } from "./expire.js";

const page = document.documentElement;
const plural = new Intl.PluralRules(page.lang);
const written = new Intl.DateTimeFormat(page.lang, {
  dateStyle: "full",
  calendar: "gregory",
  numberingSystem: "latn",
  timeZone: "UTC",
});

export const present = () => now(page.dataset.timeZone ?? "Europe/Berlin");

/** The dates of a row: first day, last day, when over. What ends at midnight has ended the day before. */
export function datesOf(row) {
  return row.dataset.dates.split(" ").map((text) => {
    const [first, until = first] = text.split("/");
    const last = until.endsWith("T00:00") ? shifted(until, -1) : until.slice(0, 10);
    return { day: first.slice(0, 10), last, until };
  });
}

/** So many days later. */
export function shifted(day, by) {
  const date = new Date(`${day.slice(0, 10)}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function showDay(leaf, day, list) {
  const date = new Date(`${day}T00:00Z`);
  const [long, weekday, number, month] = leaf.children;
  const said = written.format(date);
  leaf.dateTime = day;
  long.textContent = said[0].toLocaleUpperCase(page.lang) + said.slice(1);
  weekday.textContent = list.dataset.days.split("|")[(date.getUTCDay() + 6) % 7];
  number.textContent = number.textContent.replace(/\d+/, date.getUTCDate());
  month.textContent = list.dataset.months.split("|")[date.getUTCMonth()];
}

/** Show one of its dates, and how many there are after it. */
export function show(row, dates, index) {
  const list = row.closest("[data-days]");
  const { day } = dates[index];
  if (row.dataset.shown === day || !list) return;
  row.dataset.shown = day;
  showDay(row.querySelector(".date-block"), day, list);
  const [usual, ...others] = row.querySelectorAll(".event__when time");
  const other = others.find((time) => time.dataset.on.split(" ").includes(day));
  for (const time of [usual, ...others]) {
    time.hidden = time !== (other ?? usual);
    time.dateTime = day + time.dateTime.slice(10);
  }
  const left = dates.length - 1 - index;
  const more = row.querySelector("[data-more]");
  if (!more) return;
  more.hidden = !left;
  const form = plural.select(left);
  const words = list.dataset[`more${form[0].toUpperCase()}${form.slice(1)}`] ?? list.dataset.moreOther ?? "";
  more.querySelector("span").textContent = words.replace("{n}", left);
}

/** The rows by the dates that they show. */
export function sort(list) {
  const start = (row) => row.querySelector(".event__when time:not([hidden])").dateTime;
  const rows = [...list.children];
  const sorted = [...rows].sort((one, other) => start(one).localeCompare(start(other)));
  if (sorted.some((row, place) => row !== rows[place])) list.append(...sorted);
}

for (const list of document.querySelectorAll("[data-days]")) {
  let moved = false;
  for (const row of list.querySelectorAll("[data-dates]")) {
    const dates = datesOf(row);
    const next = dates.findIndex(({ until }) => !isOver(until, present()));
    row.dataset.shown = dates[0].day;
    if (next > 0) {
      show(row, dates, next);
      moved = true;
    }
  }
  if (moved) sort(list);
}
