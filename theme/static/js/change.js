/**
 * A form about an entry that is there: filled in with what the entry says publicly (plugins/feeds/entries.py).
 *
 * [data-names]   a control for names of associations
 */

/** What the entry says; nothing where there is no such file. `address` has {entry} in it. */
export async function entryAt(address, entry) {
  const answer = await fetch(address.replace("{entry}", entry));
  return answer.ok ? answer.json() : undefined;
}

/** What the entry says in the field of a control, each value a text. */
export function valuesOf(data, box) {
  let found = data;
  for (const step of box.dataset.field.split(".")) {
    found = Array.isArray(found) ? found[step - 1] : typeof found === "object" ? found[step] : undefined;
  }
  if (found === undefined) return [];
  if (typeof found === "object" && !Array.isArray(found)) {
    const lines = Object.entries(found).map(([key, value]) => `${key}: ${value}`);
    return box.querySelector("textarea") ? [lines.join("\n")] : [];
  }
  const values = [found].flat().map(String);
  return box.querySelector("[data-names]") ? values.map((key) => called(data.names, key)) : values;
}

/** The name of an association; its id where the name would not stay whole in a list. */
function called(names, key) {
  return Object.hasOwn(names, key) && !/[,;\n]/.test(names[key]) ? names[key] : key;
}

/** Fills in each control. */
export function fill(form, data) {
  for (const box of form.querySelectorAll("[data-field]")) {
    if (!box.dataset.field.startsWith("_")) put(box, valuesOf(data, box));
  }
}

function put(box, values) {
  const fields = [...box.querySelectorAll("[name]:not([type=hidden], [type=file])")]; // the search of a list has no name
  const choices = fields.filter((field) => field.matches("[type=checkbox], [type=radio]"));
  for (const choice of choices) {
    choice.checked = values.includes(choice.value) || (choice.type === "radio" && !choice.value && !values.length);
  }
  const typed = fields.filter((field) => !choices.includes(field));
  const known = choices.map((choice) => choice.value);
  const parts = typed.length > 1 ? (values[0] ?? "").split(/[T ]/) : [values.filter((value) => !known.includes(value)).join(", ")];
  for (const [number, field] of typed.entries()) choose(field, parts[number] ?? "");
}

/** Sets a control; a list that does not have the value gets it. */
function choose(field, value) {
  if (field.matches("select") && ![...field.options].some((option) => option.value === value)) {
    const option = new Option(value, value);
    option.dataset.said = value;
    field.add(option);
  }
  field.value = value;
}
