/**
 * Copies a text with one press.
 *
 * button[data-copy="id"]   of the class needs-script; copies the text of the element with this id,
 *                          then says data-done="Kopiert" for two seconds
 */
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) {
    button.hidden = true;
    continue;
  }
  const says = button.textContent;
  button.ariaLive = "polite";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim() + "\n");
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = says), 2000);
  });
}
