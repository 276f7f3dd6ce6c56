/** Long lists of choices can be searched: what does not fit, and is not chosen, is hidden. */
import { asked, fold, matches } from "./fold.js";

const LONG = 12;

/** Puts a search above each long list of a form; form[data-search] is what it is called. */
export function makeSearchable(form) {
  for (const list of form.querySelectorAll(".choices")) {
    const choices = [...list.querySelectorAll(".choice")].map((label) => {
      const box = label.querySelector("input");
      return { label, box, text: fold(`${label.textContent} ${box.dataset.said ?? ""}`) };
    });
    if (choices.length > LONG) list.before(search(form, list, choices));
  }
}

function search(form, list, choices) {
  const label = document.createElement("label");
  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  label.className = "choices__search";
  label.append(form.dataset.search, field);
  field.setAttribute("aria-controls", list.id);
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    const query = asked(field.value);
    for (const { label, box, text } of choices) label.hidden = !box.checked && !matches(text, query);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return label;
}
