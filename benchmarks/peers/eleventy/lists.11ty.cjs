const { page, list } = require("./_includes/parts.cjs");

exports.data = {
  pagination: { data: "collections.lists", size: 1, alias: "group" },
  permalink: (data) => `/${data.group.key}/`,
  eleventyExcludeFromCollections: true,
};
exports.render = (data) => page(data.group.key, list(data.group.items));
