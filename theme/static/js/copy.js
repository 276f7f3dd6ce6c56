/**
 * Copies a text with one press.
 *
 * button[data-copy="id"]   hidden without this script; copies the text of the element with this id,
 *                          then says data-done="Kopiert" for two seconds
 */
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const says = button.textContent;
  button.hidden = false;
  button.ariaLive = "polite";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim() + "\n");
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = says), 2000);
  });
}
