const { page, link, escape } = require("./_includes/parts.cjs");

exports.data = { permalink: "/az/", eleventyExcludeFromCollections: true };
exports.render = ({ collections }) => page("A bis Z", collections.letters.map(({ key, items }) =>
  `<h2>${escape(key)}</h2>\n<ul>\n${items.map((item) => `<li>${link(item)}</li>`).join("\n")}\n</ul>`,
).join("\n"));
