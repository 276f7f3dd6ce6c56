const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);
const day = (date) => date.toISOString().slice(0, 10);

const page = (title, main) => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)} – Musterstadt</title>
<link rel="alternate" type="application/atom+xml" href="/feed.atom">
</head>
<body>
<header><nav><a href="/">Start</a> <a href="/associations/">Vereine</a> <a href="/events/">Termine</a> <a href="/board/">Biete und suche</a> <a href="/az/">A bis Z</a></nav></header>
<main>
<h1>${escape(title)}</h1>
${main}
</main>
<footer><p>Büro für Integration Musterstadt</p></footer>
</body>
</html>
`;

const link = (item) => `<a href="${item.url}">${escape(item.data.title)}</a>`;
const list = (items) =>
  `<ul>\n${items.map((item) => `<li>${link(item)} ${day(item.date)}</li>`).join("\n")}\n</ul>`;

module.exports = { escape, day, page, link, list };
