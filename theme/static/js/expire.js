/**
 * Takes away what a date has made untrue, on a page that nobody rebuilt.
 *
 * [data-until="2026-12-31"]        over when that day is over
 * [data-until="2026-12-31T18:00"]  over from that minute on
 *   is marked data-over and hidden; with data-until-keep it stays,
 *   and a [data-when-over] inside it appears, a [data-while-open] inside it goes.
 * [data-until-group]               hidden when everything dated in it is over
 * [data-until-empty]               inside a group: shown instead, then the group stays
 * [data-until-some]                inside such a group: hidden when everything dated is over; opened when all that
 *                                  is not over stands in it
 *
 * [data-true-until="2026-12-31"]   what is true until then, such as how many there are: hidden then, no part of a group
 *
 * [data-day="2026-12-31"]          gets aria-current="date" on that day
 *
 * [data-while-fresh]               hidden when the whole site was not built anew for long
 *
 * When and how often the site is built says /stand.json: {"built": "2026-12-31", "days": 60}. Once so many days
 * are over, every page shows a notice of the page /stand/: [data-built].
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
  for (const claim of document.querySelectorAll("[data-true-until]")) {
    claim.hidden ||= isOver(claim.dataset.trueUntil, present);
  }
  for (const group of document.querySelectorAll("[data-until-group]")) {
    const empty = !group.querySelector("[data-until]:not([data-over])");
    const instead = group.querySelector("[data-until-empty]");
    if (instead) instead.hidden = !empty;
    else if (empty) group.hidden = true;
    const left = [...group.querySelectorAll("[data-until]:not([data-over])")];
    for (const part of group.querySelectorAll("[data-until-some]")) {
      part.hidden = empty;
      if (left.every((element) => part.contains(element))) part.open = true;
    }
  }
  document.querySelector(`[data-day="${present.slice(0, 10)}"]`)?.setAttribute("aria-current", "date");
}

const present = now(document.documentElement.dataset.timeZone ?? "Europe/Berlin");
expire(present);

/** Whether more days are over since the site was built than it may go without. */
const isStale = ({ built, days }) => (Date.parse(present.slice(0, 10)) - Date.parse(built)) / 864e5 > days;

/** Say so when the site is stale. What was fresh in this visit is not asked again. */
async function warn(page) {
  const known = sessionStorage.getItem("stand");
  if (known && !isStale(JSON.parse(known))) return;
  const answer = await fetch(new URL("../../../stand.json", import.meta.url));
  if (!answer.ok) return;
  const told = await answer.json();
  sessionStorage.setItem("stand", JSON.stringify(told));
  if (!isStale(told)) return;
  const shown = await fetch(page);
  if (!shown.ok) return;
  const notice = new DOMParser().parseFromString(await shown.text(), "text/html").querySelector("[data-built]");
  notice.hidden = false;
  document.querySelector("main").prepend(document.adoptNode(notice));
  for (const claim of document.querySelectorAll("[data-while-fresh]")) claim.hidden = true;
}

const home = document.querySelector(".wordmark")?.href;
if (home?.startsWith("http")) warn(new URL("stand/", home)).catch(() => {});

/** Who wants pages kept for when there is no network says so by a manifest; a first visit does not wait for it. */
if (document.querySelector("link[rel=manifest]")) {
  const begin = () => setTimeout(() => import("./offline.js").catch(() => {}), 1000);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
