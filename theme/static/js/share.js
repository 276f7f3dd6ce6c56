/**
 * Passes the page on.
 *
 * button[data-share]   by the device's own way, where it has one
 * button[data-link]    copies the address of the page, then says data-done="Kopiert" for two seconds
 * button[data-print]   prints
 *
 * All of the class needs-script; hidden where they cannot work.
 */
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");
const title = document.querySelector("h1").textContent.replaceAll("\u00a0", " ");

const when = (name, works, act) => {
  for (const button of document.querySelectorAll(`[${name}]`)) {
    button.hidden = !works;
    button.addEventListener("click", () => act(button));
  }
};

when("data-share", navigator.share, () => navigator.share({ title, url: address }).catch(() => {}));
when("data-link", navigator.clipboard, async (button) => {
  const says = button.textContent;
  button.ariaLive = "polite";
  await navigator.clipboard.writeText(address);
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = says), 2000);
});
when("data-print", true, () => print());
