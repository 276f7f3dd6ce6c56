const { page } = require("./_includes/parts.cjs");

exports.data = { permalink: "/index.html", eleventyExcludeFromCollections: true };
exports.render = ({ collections }) => {
  const line = ({ key, items }) => `<li><a href="/months/${key}/">${key}</a> ${items.length}</li>`;
  return page("Musterstadt", `<ul>\n${collections.months.map(line).join("\n")}\n</ul>`);
};
