// A page per entry, a list per kind, a page per month, a feed, an index A to Z.
const KINDS = ["associations", "events", "board"];

const newestFirst = (a, b) => b.date - a.date;
const byTitle = (a, b) => a.data.title.localeCompare(b.data.title, "de");

function grouped(items, name) {
  const groups = new Map();
  for (const item of items) {
    const key = item.data[name];
    groups.has(key) ? groups.get(key).push(item) : groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, items]) => ({ key, items }));
}

module.exports = function (config) {
  config.setUseGitIgnore(false);
  config.addCollection("lists", (api) =>
    KINDS.map((key) => ({ key, items: api.getFilteredByTag(key).sort(newestFirst) })));
  config.addCollection("months", (api) => grouped(api.getFilteredByTag("events"), "month"));
  config.addCollection("letters", (api) =>
    grouped(api.getFilteredByTag("associations").sort(byTitle), "letter"));
  config.addCollection("newest", (api) =>
    KINDS.flatMap((kind) => api.getFilteredByTag(kind)).sort(newestFirst).slice(0, 20));
  return {
    dir: { input: ".", output: "output" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
};
