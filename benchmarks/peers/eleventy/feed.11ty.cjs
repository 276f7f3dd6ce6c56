const { escape } = require("./_includes/parts.cjs");

const SITE = "https://bench.example";

exports.data = { permalink: "/feed.atom", eleventyExcludeFromCollections: true };
exports.render = ({ collections }) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Musterstadt</title>
<id>${SITE}/</id>
<link rel="self" href="${SITE}/feed.atom"/>
<updated>${collections.newest[0].date.toISOString()}</updated>
${collections.newest.map((item) => `<entry>
<title>${escape(item.data.title)}</title>
<id>${SITE}${item.url}</id>
<link href="${SITE}${item.url}"/>
<updated>${item.date.toISOString()}</updated>
<content type="html">${escape(item.templateContent)}</content>
</entry>`).join("\n")}
</feed>
`;
