'use strict';
// The panel of options, the widget that it changes, and the code for both. The widget's attributes
// are the truth: what a reader does in the widget arrives in the panel and in the code, too.
{
  const form = document.getElementById('options');
  const widget = document.getElementById('tried');
  const code = document.getElementById('code');
  const told = document.getElementById('told');
  const names = [
    'view', 'place', 'at', 'from', 'to', 'published-by', 'sources', 'qualifiers', 'kinds', 'selected',
    'heading', 'subheading', 'note', 'theme', 'controls', 'hash',
  ];
  const fieldsOf = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
  const words = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean);

  /** What the fields of a name say, as an attribute's text; null where nothing is chosen. */
  function chosen(name) {
    const fields = fieldsOf(name);
    if (fields[0].type === 'radio') return fields.find((field) => field.checked)?.value ?? null;
    if (fields[0].type !== 'checkbox') return fields[0].value || null;
    if (name === 'controls' || name === 'hash') return fields[0].checked ? '' : null;
    return fields.filter((field) => field.checked).map((field) => field.value).join(' ') || null;
  }

  /** Shows in the fields what the attribute says. */
  function show(name) {
    const text = widget.getAttribute(name);
    const fields = fieldsOf(name);
    if (fields.length === 0 || chosen(name) === text) return;
    for (const field of fields) {
      if (field.type === 'radio') field.checked = field.value === (text ?? 'growth');
      else if (name === 'controls' || name === 'hash') field.checked = text !== null;
      else if (field.type === 'checkbox') field.checked = words(text).includes(field.value);
      else field.value = text ?? '';
    }
  }

  function setAttribute(name, text) {
    if (widget.getAttribute(name) === text) return;
    told.textContent = '';
    if (text === null) widget.removeAttribute(name);
    else widget.setAttribute(name, text);
  }

  function showWidth() {
    const width = form.elements.width.value;
    widget.style.maxWidth = width && `${width}px`;
  }

  function showCode() {
    const options = Object.fromEntries(names
      .filter((name) => widget.hasAttribute(name))
      .map((name) => [name, widget.getAttribute(name)]));
    const served = location.protocol.startsWith('http');
    const text = snippets[document.querySelector('[name="way"]:checked').value](options, {
      width: Number(form.elements.width.value) || null,
      page: served ? new URL('embed.html', location.href.split(/[?#]/)[0]).href : 'https://YOUR-HOST/www/embed.html',
      height: Math.ceil(widget.getBoundingClientRect().height) || 600,
    });
    if (code.textContent !== text) code.textContent = text;
    for (const note of document.querySelectorAll('[data-way]')) {
      note.hidden = note.dataset.way !== document.querySelector('[name="way"]:checked').value;
    }
  }

  function apply(event) {
    const { name } = event.target;
    if (name === 'width') showWidth();
    else if (names.includes(name)) setAttribute(name, chosen(name));
    showCode();
  }

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    for (const name of names) setAttribute(name, fieldsOf(name).length > 0 ? chosen(name) : null);
    showWidth();
    showCode();
  }));
  document.getElementById('ways').addEventListener('input', showCode);
  new MutationObserver(() => {
    names.forEach(show);
    showCode();
  }).observe(widget, { attributes: true, attributeFilter: names });
  new ResizeObserver(showCode).observe(widget);
  widget.addEventListener('footprint-problem', ({ detail }) => {
    told.textContent = detail.problems.map(({ message }) => message).join(' ');
  });

  /** The choices that the dataset gives. */
  function offer(tables) {
    const place = form.elements.place;
    const used = new Set([...tables.observations, ...tables.events].map((row) => row.place));
    for (const { id, name } of tables.places) {
      if (id !== 'world' && used.has(id)) place.append(new Option(name, id));
    }
    const present = (rows, field) => [...new Set(rows.map((row) => row[field]))];
    check('sources', tables.sources.map(({ id, title }) => [id, title]));
    check('qualifiers', present(tables.observations, 'qualifier').map((word) => [word, word]));
    check('kinds', present(tables.events, 'kind').map((word) => [word, word]));
    names.forEach(show);
  }

  function check(name, choices) {
    const group = document.getElementById(`${name}-choices`);
    for (const [value, text] of choices) {
      const label = document.createElement('label');
      const input = document.createElement('input');
      Object.assign(input, { type: 'checkbox', name, value });
      label.append(input, ` ${text}`);
      group.append(label);
    }
  }

  // A browser may have kept what was in the fields; the widget starts as the page says.
  form.reset();
  showCode();
  globalThis.smartFootprint?.dataset().then(offer, () => {}); // why not is told beside the tables
}
