/** One spelling for what people type in many ways; plugins/search/folding.py does the same. */

const LETTERS = {
  ß: "ss", ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "a", œ: "o", ħ: "h", ə: "e", ς: "σ", ё: "е", ґ: "г",
  ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ے: "ي", ک: "ك", ة: "ه", ۀ: "ه", ؤ: "و", ئ: "ي",
  ...Object.fromEntries([..."ـ’ʼ‘'`´ʹ"].map((sign) => [sign, ""])),
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
const MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const UMLAUT = /(?<![aeoq])([aou])e/g;
const ARTICLE = /^(?:[وبفك]?ال|لل)(?=...)/u;
const HAN = /[\u3040-\u9fff\uac00-\ud7af]/gu;
const LETTER = "[\\p{L}\\p{N}\\u0900-\\u109f\\u1780-\\u17ff]";
const SIGNS = "*:_·•‧∙./()!\\-‐‑–";
const TOKEN = new RegExp(`${LETTER}+(?:(?:/-|[${SIGNS}])${LETTER}+)*`, "gu");
const GENDER = /[*:_·•‧∙]|\/-|\((?=in)/;
const SIGN = /[*:_·•‧∙./()!\-‐‑–]+/u;

const replaced = (text) => text.replace(SPECIAL, (letter) => LETTERS[letter]);

export function fold(text) {
  const lower = replaced(text.normalize("NFC").replaceAll("İ", "i").toLowerCase());
  const bare = replaced(lower.normalize("NFD").replace(MARKS, "").normalize("NFC"));
  return /^[\x00-\x7f]*$/.test(bare) ? bare.replace(UMLAUT, "$1") : bare.replace(ARTICLE, "");
}

export const tokens = (text) => text.replace(MARKS, "").replace(HAN, " $& ").match(TOKEN) ?? [];

/** The terms by which a token is found: as one word; and, where it has several, each of them. */
export function terms(token) {
  if (!SIGN.test(token)) return [fold(token)];
  const whole = fold(token.split(SIGN).join(""));
  if (GENDER.test(token)) return [whole, fold(token.split(GENDER)[0])];
  return [...new Set([whole, ...token.split(SIGN).map(fold).filter((part) => [...part].length > 1)])];
}

/** The words of a question: what is written with signs is several words, if these are words. */
export function asked(question) {
  const found = tokens(question).flatMap((token) => {
    const [whole, ...parts] = terms(token);
    if (GENDER.test(token)) return parts[0].length > 3 ? parts.slice(0, 1) : [whole];
    return parts.length > 1 ? parts : [whole];
  });
  return found.filter(Boolean);
}
