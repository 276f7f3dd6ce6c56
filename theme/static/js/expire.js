/**
 * Takes away what a date has made untrue, on a page that nobody rebuilt.
 *
 * [data-until="2026-12-31"]        over when that day is over
 * [data-until="2026-12-31T18:00"]  over from that minute on
 *   is marked data-over and hidden; with data-until-keep it stays,
 *   and a [data-when-over] inside it appears, a [data-while-open] inside it goes.
 * [data-until-group]               hidden when everything dated in it is over
 * [data-until-empty]               inside a group: shown instead, then the group stays
 *
 * [data-day="2026-12-31"]          gets aria-current="date" on that day
 *
 * Times are the site's: <html data-time-zone="Europe/Berlin">.
 */
export function now(zone, date = new Date()) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" })
    .format(date)
    .replace(" ", "T");
}

export const isOver = (until, present) =>
  until.length > 10 ? until <= present : until < present.slice(0, 10);

function expire(present) {
  for (const element of document.querySelectorAll("[data-until]:not([data-over])")) {
    if (!isOver(element.dataset.until, present)) continue;
    element.setAttribute("data-over", "");
    if (element.hasAttribute("data-until-keep")) {
      for (const note of element.querySelectorAll("[data-when-over]")) note.hidden = false;
      for (const note of element.querySelectorAll("[data-while-open]")) note.hidden = true;
    } else element.hidden = true;
  }
  for (const group of document.querySelectorAll("[data-until-group]")) {
    const empty = !group.querySelector("[data-until]:not([data-over])");
    const instead = group.querySelector("[data-until-empty]");
    if (instead) instead.hidden = !empty;
    else if (empty) group.hidden = true;
  }
  document.querySelector(`[data-day="${present.slice(0, 10)}"]`)?.setAttribute("aria-current", "date");
}

expire(now(document.documentElement.dataset.timeZone ?? "Europe/Berlin"));
