const { escape, day, page } = require("./parts.cjs");

exports.render = (data) => page(data.title, `<dl>
<dt>Datum</dt><dd>${day(data.page.date)}</dd>
<dt>Themen</dt><dd>${escape(data.topics)}</dd>
<dt>Sprachen</dt><dd>${escape(data.languages)}</dd>
<dt>Stadtteil</dt><dd>${escape(data.district)}</dd>
<dt>Von</dt><dd>${escape(data.organisers)}</dd>
<dt>Art</dt><dd>${escape(data.format)}</dd>
</dl>
${data.content}`);
