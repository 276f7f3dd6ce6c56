/**
 * Says which rows of the calendar (rows.js) are today, tomorrow ..., by the clock of whoever looks, in the site's time zone.
 *
 * [data-window]       a switch of filter.js: today, tomorrow, weekend (Saturday and Sunday), next_week (from Monday on)
 *   [data-dates]      each row gets data-when: the values of those in which it has a date that is not over;
 *                     while switches are pressed it shows its first date in one of them
 *
 * It stands before filter.js. Whoever comes back on another day gets the page anew.
 */
import { isOver } from "./expire.js";
import { datesOf, present, shifted, show, sort } from "./rows.js";

const today = present().slice(0, 10);
const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
const saturday = shifted(today, 5 - weekday);
const monday = shifted(today, 7 - weekday);
const WINDOWS = {
  today: [today, today],
  tomorrow: [shifted(today, 1), shifted(today, 1)],
  weekend: [saturday, shifted(saturday, 1)],
  next_week: [monday, shifted(monday, 6)],
};

const chips = [...document.querySelectorAll("[data-window]")];
const rows = [...document.querySelectorAll("[data-dates]")].map((row) => ({ row, dates: datesOf(row) }));
const lists = document.querySelectorAll("[data-days]");
const isIn = ({ day, last }, [first, end]) => day <= end && last >= first;
const isLeft = ({ until }) => !isOver(until, present());

for (const { row, dates } of rows) {
  const left = dates.filter(isLeft);
  const found = chips.filter(({ dataset }) => left.some((date) => isIn(date, WINDOWS[dataset.window])));
  row.dataset.when = found.map((chip) => chip.dataset.value).join(" ");
}

function follow() {
  const chosen = chips.filter((chip) => chip.ariaPressed === "true").map((chip) => WINDOWS[chip.dataset.window]);
  for (const { row, dates } of rows) {
    const fits = (date) => isLeft(date) && (!chosen.length || chosen.some((window) => isIn(date, window)));
    const index = dates.findIndex(fits);
    if (index >= 0) show(row, dates, index);
  }
  for (const list of lists) sort(list);
}

const pressed = new MutationObserver(follow);
for (const chip of chips) pressed.observe(chip, { attributeFilter: ["aria-pressed"] });

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && present().slice(0, 10) !== today) location.reload();
});
