/**
 * Solves a task before a form is handed in, so that programs have to work for it: of the numbers up to
 * `maxnumber` it finds the one whose digest behind `salt` is `challenge` (ALTCHA, version 1).
 *
 * form[data-task="address"]   where the task is; [name=altcha] takes the solution
 * [data-working="Moment …"]   says that while it works; role="status"
 *
 * Where it cannot, the form goes without a solution, and the server says what then.
 */
const AT_ONCE = 500; // digests, then others have their turn
const encoder = new TextEncoder();

async function digest(text, algorithm) {
  const bytes = new Uint8Array(await crypto.subtle.digest(algorithm, encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The number; -1 where there is none. */
async function numberOf({ algorithm, challenge, maxnumber, salt }) {
  for (let first = 0; first <= maxnumber; first += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, more) => digest(`${salt}${first + more}`, algorithm));
    const found = (await Promise.all(some)).indexOf(challenge);
    if (found >= 0) return first + found;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return -1;
}

async function solution(address) {
  try {
    const task = await (await fetch(address)).json();
    const { algorithm, challenge, salt, signature } = task;
    return btoa(JSON.stringify({ algorithm, challenge, number: await numberOf(task), salt, signature }));
  } catch {
    return "";
  }
}

for (const form of document.querySelectorAll("form[data-task]")) {
  const says = form.querySelector("[data-working]");
  let isWorking = false;
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "_back") return;
    event.preventDefault();
    if (isWorking) return;
    isWorking = true;
    says.textContent = says.dataset.working;
    form.elements.altcha.value = await solution(form.dataset.task);
    says.textContent = "";
    isWorking = false;
    form.submit();
  });
}
