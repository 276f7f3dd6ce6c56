/** What the search says in the language of the page, and the index that it asks; each fetched once. */
import { Index } from "./answer.js";

/** The element of the page of the search that has the words; its data are them. */
async function said(address) {
  const here = document.querySelector("[data-search-page]");
  if (here) return here.dataset;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-search-page]").dataset;
}

/** Where to ask, and in which words to answer. */
export async function opened(form) {
  const index = new Index(new URL(form.dataset.searchIndex, location));
  const [words] = await Promise.all([said(form.dataset.searchAt), index.open()]);
  return { index, words };
}
