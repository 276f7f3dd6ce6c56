/** Folding: one spelling for what people type in many ways. */

const LETTERS = {
  ß: "ss", ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ə: "e",
  ς: "σ", ё: "е", "ـ": "", ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ے: "ي", ک: "ك", ة: "ه", ۀ: "ه", "’": "", "ʼ": "", "'": "",
};
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue" };
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
// Accents, Hebrew points, Arabic vowel signs; never the vowel signs of Indian scripts, which are letters.
// And what nobody sees: soft hyphens, joiners, directions.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]|\p{Cf}/gu;
// What is written inside words, and left out there as often: Freund*innen, Frauen.Treff, Eltern-Kind.
const INSIDE = /[*:_·•‧∙.\-‐‑/()!]/g;

const plain = (text) =>
  text.normalize("NFD").replace(MARKS, "").replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFC");

/** Both spellings of a text: umlauts as two letters ("fuer") and as one ("fur"); signs inside words become `inside`. */
export function fold(text, inside = "") {
  const lower = text.normalize("NFC").toLowerCase().replace(INSIDE, inside).replace(/\s+/g, " ").trim();
  return [plain(lower.replace(/[äöü]/g, (letter) => UMLAUTS[letter])), plain(lower)];
}

function contains([long, short], [longQuery, shortQuery]) {
  const shorter = shortQuery.split(" ");
  return longQuery.split(" ").every((word, i) => long.includes(word) || short.includes(shorter[i]));
}

/** A query as `matches` wants it: as one word and as several, where a sign is inside a word ("e.V.", "e. V."). */
export function asked(query) {
  return [fold(query), fold(query, " ")];
}

/** Does every word of the query occur in the folded text? */
export function matches(text, query) {
  return query.some((spelling) => contains(text, spelling));
}
