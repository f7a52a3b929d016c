'use strict';
// The code that puts a widget with these options into a page, in four ways. `options` maps
// attributes to their text; `width` is a number of CSS pixels, or null for as wide as the place.
const snippets = (() => {
  const booleans = ['controls', 'hash'];
  const lists = ['sources', 'qualifiers', 'kinds'];

  /** What the views are called where there is no picture: in `alt` and in `title`. */
  const viewTitles = {
    growth: 'Markets and outlets of smart over time',
    markets: 'Markets of smart by continent',
    sales: 'Sales growth of smart by market',
    lineup: 'The models of smart over time',
  };

  /** Options that a frame's address takes; `embed.js` reads the same ones. */
  const framed = [
    'view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers', 'kinds',
    'selected', 'heading', 'subheading', 'note', 'lang', 'theme', 'controls',
  ];

  const viewOf = (options) => (Object.hasOwn(viewTitles, options.view ?? '') ? options.view : 'growth');

  function escaped(text) {
    return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function attributes(options) {
    return Object.entries(options)
      .map(([name, text]) => (booleans.includes(name) ? ` ${name}` : ` ${name}="${escaped(text)}"`))
      .join('');
  }

  /** A string of JavaScript that may stand inside a script block, too. */
  function quoted(text) {
    const inside = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"');
    return `'${inside.replace(/'/g, "\\'").replace(/</g, '\\u003c')}'`;
  }

  function value(name, text) {
    if (booleans.includes(name)) return 'true';
    if (lists.includes(name)) return `[${text.split(/[\s,]+/).filter(Boolean).map(quoted).join(', ')}]`;
    return quoted(text);
  }

  function object(options, indent) {
    const entries = Object.entries(options).map(([name, text]) =>
      `${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}: ${value(name, text)}`);
    const line = `{ ${entries.join(', ')} }`;
    if (line.length <= 60) return line;
    return `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join('')}${indent}}`;
  }

  const widthRule = (selector, width) =>
    (width === null ? '' : `<style>${selector} { max-width: ${width}px; }</style>\n`);

  function tag(options, { width }) {
    const view = viewOf(options);
    return `<script src="standalone.js" defer></script>
${widthRule('smart-footprint', width)}<smart-footprint${attributes(options)}>
  <img src="static/${view}.svg" alt="${viewTitles[view]}">
</smart-footprint>`;
  }

  function script(options, { width }) {
    return `<div id="footprint"></div>
${widthRule('#footprint', width)}<script src="standalone.js"></script>
<script>
  smartFootprint.mount(document.getElementById('footprint'), ${object(options, '  ')});
</script>`;
  }

  function npm(options, { width }) {
    const css = width === null ? '' : `\n// in a stylesheet: #footprint { max-width: ${width}px; }`;
    return `// npm install ./smart-footprint-0.1.0.tgz
import { mount } from 'smart-footprint';
${css}
const widget = await mount(document.querySelector('#footprint'), ${object(options, '')});

// or as a tag, in any framework:
import 'smart-footprint/element';
// <smart-footprint${attributes(options)}></smart-footprint>`;
  }

  /** `page` is the address of embed.html, `height` what the picture has now. */
  function iframe(options, { width, page, height }) {
    const query = framed
      .filter((name) => name in options)
      .map((name) => (booleans.includes(name) ? name : `${name}=${encodeURIComponent(options[name]).replace(/%20/g, '+').replace(/%3A/g, ':')}`))
      .join('&');
    const most = width === null ? '' : ` max-width: ${width}px;`;
    return `<style>.smart-footprint { border: 0; width: 100%;${most} }</style>
<script>
  // Each frame tells how high its picture is; it can change no frame but itself.
  addEventListener('message', (event) => {
    const { type, height } = event.data ?? {};
    if (type !== 'smart-footprint-height' || !Number.isFinite(height)) return;
    for (const frame of document.querySelectorAll('iframe.smart-footprint')) {
      if (frame.contentWindow === event.source) frame.height = height;
    }
  });
</script>
<iframe class="smart-footprint" title="${viewTitles[viewOf(options)]}" height="${height}" allow="fullscreen"
  src="${escaped(page + (query && `?${query}`))}"></iframe>`;
  }

  return { tag, script, npm, iframe };
})();
