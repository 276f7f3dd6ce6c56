/** The page of the search: all hits for what the address asks, and for what is typed from then on. */
import { answer, nearest } from "./answer.js";
import { counted, element, grouped, meant } from "./show.js";
import { opened } from "./words.js";

const [BEST, MOST, WAIT] = [3, 20, 120];

const place = document.querySelector("[data-search-page]");
const form = document.querySelector("main form[data-search-index]");
const field = form.querySelector("[name=q]");
const [count, found, none, help] = ["count", "found", "none", "help"].map((name) =>
  document.querySelector(`[data-search-${name}]`),
);
let timer;
let asked;
let opening;

function suggested(words) {
  const link = (word) => element("a", { href: `${location.pathname}?q=${encodeURIComponent(word)}`, dir: "auto" }, word);
  return words.flatMap((word, i) => [i ? ", " : "", link(word)]);
}

/** Where the words and the index are; who could not be reached is asked again. */
function ready() {
  opening ??= opened(form).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function look(question) {
  const { index, words } = await ready();
  const { hits, mended } = await answer(index, question, document.documentElement.lang);
  return { hits, mended, words, near: hits.length ? [] : await nearest(index, question) };
}

async function show() {
  const question = field.value.trim();
  asked = question;
  none.hidden = true;
  if (!question) return lead();
  place.hidden = false;
  help.hidden = true;
  const answered = await look(question).catch(() => null);
  if (asked !== question) return;
  if (!answered) return lead();
  const { hits, mended, words, near } = answered;
  found.replaceChildren(...meant(question, mended, words, location.pathname), ...grouped(hits, words, BEST, MOST));
  count.textContent = counted(hits.length, words);
  none.hidden = hits.length > 0;
  help.hidden = hits.length > 0;
  const likely = none.querySelector("[data-search-near]");
  likely.hidden = !near.length;
  likely.querySelector("span").replaceChildren(...suggested(near));
}

/** Without a question or an answer, such as where there is no network, the page leads on as without a script. */
function lead() {
  place.hidden = true;
  found.replaceChildren();
  count.textContent = "";
  help.hidden = false;
}

/** The address says what is asked, a moment later: browsers let it change but so often. */
function note() {
  const query = new URLSearchParams(location.search);
  if (field.value.trim()) query.set("q", field.value.trim());
  else query.delete("q");
  history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  for (const link of document.querySelectorAll("#sprachwahl a")) link.search = location.search;
}

function readAddress() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  for (const link of document.querySelectorAll("#sprachwahl a")) link.search = location.search;
  show();
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(note, WAIT);
  show();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  note();
  show();
});
addEventListener("popstate", readAddress);
addEventListener("pageshow", ({ persisted }) => persisted && readAddress());
readAddress();
