/**
 * The search of the whole site: fetched when somebody goes to a field for it.
 *
 * form[data-search-index="address"]   where the index is; data-search-at: the page of the search, which also says what
 *                                     hits are called (search/words.js)
 * [data-search-page]                  on that page: where the hits are shown (search/page.js)
 */
for (const form of document.querySelectorAll("form[data-search-index]")) {
  const wait = () => form.addEventListener("focusin", open, { once: true });
  const open = () => import("./search/panel.js").then(({ panel }) => panel(form)).catch(wait); // later there may be a network
  if (!document.querySelector("[data-search-page]")) wait();
}
if (document.querySelector("[data-search-page]")) import("./search/page.js");
