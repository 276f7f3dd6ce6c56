/** Hits below a field while somebody types; arrow keys go through them, Escape closes. */
import { answer } from "./answer.js";
import { counted, element, grouped, meant } from "./show.js";
import { opened } from "./words.js";

const [BEST, MOST] = [3, 3];

export async function panel(form) {
  const field = form.querySelector("[name=q]");
  const { index, words } = await opened(form);
  const page = words.page;
  const status = element("p", { className: "visually-hidden" });
  status.setAttribute("role", "status");
  const found = element("div", { className: "found", hidden: true });
  form.append(status, found);
  let asked = "";
  let isAsking = false;

  const links = () => [...found.querySelectorAll("a")];

  function close() {
    found.hidden = true;
    status.textContent = "";
  }

  /** Answers what is typed, and what was typed meanwhile. One letter has the files fetched that words with it need. */
  async function show() {
    if (isAsking) return;
    isAsking = true;
    do {
      asked = field.value.trim();
      await tell(asked).catch(close);
    } while (asked !== field.value.trim());
    isAsking = false;
  }

  async function tell(question) {
    const { hits, mended } = question ? await answer(index, question, document.documentElement.lang) : {};
    if (question.length < 2) return close();
    if (question !== field.value.trim()) return;
    const all = element("a", { href: `${page}?q=${encodeURIComponent(question)}`, className: "found__all" }, words.all);
    found.replaceChildren(...meant(question, mended, words, page), ...grouped(hits, words, BEST, MOST), element("p", {}, all));
    status.textContent = counted(hits.length, words);
    found.hidden = false;
  }

  function move(event) {
    const all = links();
    const place = all.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    event.preventDefault();
    if (place < 0) field.focus();
    else all[Math.min(place, all.length - 1)]?.focus();
  }

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !found.hidden) {
      event.preventDefault(); // the field would be emptied
      close();
      field.focus();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !found.hidden) move(event);
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (!form.contains(target)) close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${page}?q=${encodeURIComponent(field.value.trim())}`);
  });
  field.addEventListener("input", show);
  if (field.value) show();
}
