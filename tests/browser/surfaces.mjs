// All that a widget can show its words on, walked over in the page; and what was made of them there.

/**
 * Before the page's own scripts: `window.walk(element)` shows every surface of a widget once, in
 * every view. `window.made` then has the sorts of elements and attributes that were made meanwhile,
 * `window.written` all words that were written.
 */
export function watchSurfaces() {
  window.made = new Set();
  window.written = new Set();
  const sorts = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const part of [node, ...node.querySelectorAll('*')]) {
      window.made.add(part.localName);
      for (const { name, value } of part.attributes) {
        window.made.add(`${part.localName} ${name}`);
        if (/^\s*(javascript|data|vbscript):/i.test(value)) window.made.add(`${part.localName} ${name} ${value}`);
      }
    }
  };
  // The spec itself reads what was written; only it may.
  const reader = window.trustedTypes?.createPolicy('spec', { createHTML: (text) => text });
  const parse = (text, type) => new DOMParser().parseFromString(reader?.createHTML(text) ?? text, type);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) {
      addedNodes.forEach(sorts);
      if (attributeName) window.made.add(`${target.localName} ${attributeName}`);
    }
  });
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    window.written.add(text);
    return fillText.call(this, text, ...where);
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** Some of a list, from its first to its last. */
  const some = (list, count) => (list.length <= count ? list
    : Array.from({ length: count }, (_, at) => list[Math.floor((at * (list.length - 1)) / (count - 1))]));

  async function take(root, name) {
    root.querySelector(`[data-save="${name}"]`)?.click();
    await frame();
    const text = root.querySelector('.saving-text')?.value ?? '';
    window.written.add(text);
    return text;
  }

  /** A row of every table that can be selected. */
  const refsOf = (tables) => ['place', 'model', 'partner', 'source', 'observation', 'event', 'statement', 'conflict']
    .flatMap((word) => {
      const rows = tables[`${word}s`] ?? [];
      return rows.length > 0 ? [`${word}:${rows[Math.floor(rows.length / 2)].id}`] : [];
    });

  window.walk = async (element, tables, views = ['growth', 'markets', 'sales', 'lineup']) => {
    const root = element.shadowRoot;
    [...root.children].forEach(sorts); // what was there before
    observer.observe(root, { childList: true, subtree: true, attributes: true });
    const writtenIn = () => {
      window.written.add(root.textContent);
      for (const part of root.querySelectorAll('[aria-label]')) window.written.add(part.ariaLabel);
    };
    const wrong = [];
    for (const view of views) {
      if (view) await element.update({ view, selected: null });
      else await element.update({});
      for (const { id, label } of some(element.marks(), 5)) {
        window.written.add(label);
        element.focusMark(id);
        writtenIn();
      }
      for (const ref of refsOf(tables)) {
        element.select(ref);
        await null;
        writtenIn();
      }
      await frame();
      writtenIn();
      element.select(null);
      const svg = await element.toSvg();
      window.written.add(svg);
      const parsed = parse(svg, 'image/svg+xml');
      for (const part of parsed.querySelectorAll('*')) {
        if (/^(parsererror|script|img|image|iframe|foreignObject|a|use|animate|set|style)$/i.test(part.localName)) wrong.push(`svg: ${part.localName}`);
        for (const { name, value } of part.attributes) {
          if (/^on|href$/i.test(name) || /javascript:/i.test(value)) wrong.push(`svg: ${part.localName} ${name}`);
        }
      }
      window.written.add(await element.toCsv());
      for (const name of ['table', 'save']) root.querySelector(`[data-tool="${name}"][aria-expanded="false"]`)?.click();
      for (let wait = 0; wait < 100 && !(root.querySelector('.facts tbody') && root.querySelector('.saving')); wait += 1) await frame();
      writtenIn();
      const code = parse(await take(root, 'code'), 'text/html');
      const taken = [...code.querySelectorAll('*')].map(({ localName }) => localName).join();
      if (taken !== 'html,head,script,smart-footprint,body' && taken !== 'html,head,script,body,smart-footprint') wrong.push(`code: ${taken}`);
      for (const { name, value } of code.querySelector('smart-footprint')?.attributes ?? []) {
        if (!['src', 'controls'].includes(name) && element.getAttribute(name) !== value) wrong.push(`code: ${name}="${value}"`);
      }
      await take(root, 'citation');
      dispatchEvent(new Event('beforeprint'));
      writtenIn();
      dispatchEvent(new Event('afterprint'));
    }
    await frame();
    return wrong;
  };
}
