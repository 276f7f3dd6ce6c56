/** Folding: one spelling for what people type in many ways. */

const LETTERS = {
  ß: "ss", ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ə: "e",
  ς: "σ", ё: "е", "ـ": "", ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ے: "ي", ک: "ك", ة: "ه", ۀ: "ه", "’": "", "ʼ": "", "'": "",
};
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue" };
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
// Accents, Hebrew points, Arabic vowel signs; never the vowel signs of Indian scripts, which are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]/g;

const plain = (text) =>
  text.normalize("NFD").replace(MARKS, "").replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFC");

/** Both spellings of a text: umlauts as two letters ("fuer") and as one ("fur"). */
export function fold(text) {
  const lower = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return [plain(lower.replace(/[äöü]/g, (letter) => UMLAUTS[letter])), plain(lower)];
}

/** Does every word of the query occur in the text? Both have been folded. */
export function matches([long, short], [longQuery, shortQuery]) {
  const shorter = shortQuery.split(" ");
  return longQuery.split(" ").every((word, i) => long.includes(word) || short.includes(shorter[i]));
}
