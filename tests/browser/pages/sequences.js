// Runs in the page: one sequence of steps on one widget, and then a fresh widget in the same
// state beside it. What a step needs of a real pointer or keyboard is handed back to the driver.

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** What went wrong since the sequence began. */
let faults = [];
addEventListener('error', ({ message }) => faults.push(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => faults.push(`rejection: ${reason}`));

/** Datasets by their names: good ones, and some that cannot be drawn. */
let datasets;
async function known() {
  if (datasets) return datasets;
  const { dataset, validate } = await import('/pkg/index.js');
  const [own, fewer] = [await dataset(), await dataset()];
  own.about.brand.name = 'Another brand';
  own.about.edition = '2031-03-03';
  fewer.observations.splice(6);
  fewer.conflicts = [];
  fewer.statements = [];
  fewer.events = fewer.events.filter(({ part_of }) => !part_of).slice(0, 9);
  for (const row of fewer.observations) delete row.restates;
  for (const good of [own, fewer]) for (const { message } of await validate(good)) throw new Error(message);
  return (datasets = { own, fewer, embedded: null, broken: { about: 1 }, text: 'no dataset' });
}
const isGood = (name) => !['broken', 'text'].includes(name);

let at; // the sequence that is played

class Sequence {
  constructor() {
    this.good = 'embedded'; // the dataset that was drawn last
    this.page = { width: 700, dark: false };
    this.dress();
    document.documentElement.lang = 'en';
    this.slots = ['one', 'fresh'].map((name) => {
      const slot = document.createElement('div');
      slot.className = name;
      document.getElementById('place').append(slot);
      return slot;
    });
  }

  /** The page round the widgets: width and colours. Whole pixels, so that both cover as many. */
  dress() {
    const { width, dark } = this.page;
    sheet.replaceSync(`
      #place > div { position: absolute; left: 0; width: ${width}px }
      #place > .one { top: 0 } #place > .fresh { top: 6000px }
      html { color-scheme: ${dark ? 'dark' : 'light'} }`);
  }

  async begin(attributes) {
    await import('/pkg/element.js');
    await known();
    this.make(attributes);
    await this.widget.ready;
  }

  make(attributes) {
    const element = document.createElement('smart-footprint');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.addEventListener('footprint-problem', ({ detail }) => {
      for (const { code, message } of detail.problems ?? []) {
        if (['core', 'spoilt', 'no-context'].includes(code)) faults.push(`problem ${code}: ${message}`);
      }
    });
    this.widget = element;
    this.slots[0].append(element);
  }

  inside(selector) {
    return [...this.widget.shadowRoot.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  }

  /** A place in the picture: of a mark, or of none. */
  point({ share, x, y }) {
    const canvas = this.widget.shadowRoot.querySelector('canvas');
    const origin = canvas.getBoundingClientRect();
    const marks = this.widget.marks();
    const { box } = share < 0.8 && marks.length > 0
      ? marks[Math.floor(share / 0.8 * marks.length)]
      : { box: { x: 0, y: 0, width: origin.width, height: origin.height } };
    return { x: origin.x + box.x + box.width * x, y: origin.y + box.y + box.height * y };
  }

  /** Does a step; gives back what a driver is to do in its place, where it has one. */
  async step(step, driven) {
    const { widget } = this;
    switch (step.do) {
      case 'attribute':
        if (step.value === null) widget.removeAttribute(step.name);
        else widget.setAttribute(step.name, step.value);
        break;
      case 'update':
        await widget.update(step.options);
        break;
      case 'dataset':
        widget.dataset = (await known())[step.name];
        await widget.update({});
        if (isGood(step.name)) this.good = step.name;
        break;
      case 'page':
        Object.assign(this.page, step.page);
        this.dress();
        break;
      case 'language':
        document.documentElement.lang = step.lang;
        break;
      case 'select': {
        const marks = widget.marks();
        const facts = marks[Math.floor(step.share * marks.length)]?.facts ?? [];
        widget.select(step.none ? null : facts[0] ?? 'place:world');
        break;
      }
      case 'focus': {
        const marks = widget.marks();
        widget.focusMark(marks[Math.floor(step.share * marks.length)]?.id ?? 'none');
        break;
      }
      case 'key': {
        const parts = this.inside('.chart, .handle, .panel button');
        const part = parts[Math.floor(step.share * parts.length)];
        part?.focus({ preventScroll: true });
        if (driven) return { key: step.key };
        part?.dispatchEvent(new KeyboardEvent('keydown', { key: step.key, bubbles: true, composed: true, cancelable: true }));
        break;
      }
      case 'pointer': {
        const point = this.point(step);
        if (driven && point.y < innerHeight - 2 && point.x < innerWidth - 2) return { pointer: step.kind, ...point };
        const canvas = widget.shadowRoot.querySelector('canvas');
        const send = (type, Kind = PointerEvent) => canvas.dispatchEvent(new Kind(type, {
          clientX: point.x, clientY: point.y, bubbles: true, composed: true, pointerId: 1, pointerType: step.touch ? 'touch' : 'mouse', button: 0, buttons: 1,
        }));
        if (!step.touch) send('pointermove');
        if (step.kind === 'click') for (const type of ['pointerdown', 'pointerup', 'click']) send(type);
        break;
      }
      case 'leave':
        widget.shadowRoot.querySelector('.stage').dispatchEvent(new PointerEvent('pointerleave', { pointerId: 1 }));
        break;
      case 'press': {
        const parts = this.inside('.controls input:not([disabled]), .controls button:not([disabled]), [data-tool="table"], [data-tool="keys"], .panel button, dialog[open] button');
        parts.filter((part) => !part.closest('[data-tool="full-screen"], [data-tool="save"]'))
          .at(Math.floor(step.share * parts.length))?.click();
        break;
      }
      case 'move': // out of the page and in again, in one step
        widget.remove();
        this.slots[0].append(widget);
        break;
      case 'away': { // removed for good, and another one in its place that takes the state over
        const state = widget.state();
        widget.remove();
        await null;
        this.make({});
        this.widget.dataset = (await known())[this.good];
        await this.widget.update(state);
        break;
      }
      case 'ask':
        if (step.what === 'svg') await widget.toSvg();
        else if (step.what === 'csv') await widget.toCsv();
        else void widget.toSvg();
        break;
      case 'frame':
        await frame();
        break;
      case 'spoil': // for who wants to see that a difference is told
        this.spoils = true;
        break;
      default:
        throw new Error(`no step is called ${step.do}`);
    }
    return null;
  }

  /** Nothing is under way any more, neither what plays nor what is fetched. */
  async settle(element = this.widget) {
    for (const play of element.shadowRoot.querySelectorAll('.play[data-plays]')) play.click();
    element.shadowRoot.querySelector('dialog[open]')?.close();
    await element.update({});
    const wanted = (element.getAttribute('lang') ?? document.documentElement.lang).slice(0, 2);
    const words = ['de', 'zh'].includes(wanted) ? wanted : 'en';
    for (let times = 0; times < 200; times += 1) {
      const { lang } = element.shadowRoot.querySelector('.root');
      if (lang.startsWith(words) && element.shadowRoot.querySelector('.chart').hasAttribute('aria-describedby')) break;
      await frame();
    }
    await element.update({});
    await frame();
    await frame();
  }

  /** Two widgets in the same state show and tell the same. */
  async compare() {
    await this.settle();
    const fresh = document.createElement('smart-footprint');
    const { group, hash, ...state } = this.widget.state();
    const given = (await known())[this.good];
    if (given) fresh.dataset = given;
    for (const [name, value] of Object.entries(state)) {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (value === true) fresh.setAttribute(attribute, '');
      else if (value !== null && value !== false) fresh.setAttribute(attribute, Array.isArray(value) ? value.join(' ') : value);
    }
    this.slots[1].append(fresh);
    await fresh.ready;
    await this.settle(fresh);
    if (this.spoils) this.widget.shadowRoot.querySelector('canvas').getContext('2d').fillRect(0, 0, 3, 3);
    const [one, other] = [look(this.widget), look(fresh)];
    const differing = Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
    const canvases = [this.widget, fresh].map((element) => element.shadowRoot.querySelector('canvas'));
    // Written as a file only where they differ: that takes longer than all the rest.
    const pictures = haveSamePixels(...canvases) ? null : canvases.map((canvas) => canvas.toDataURL());
    return { differing, one, other, pictures };
  }

  end() {
    for (const slot of this.slots) slot.remove();
    history.replaceState(null, '', location.pathname);
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** All that a reader could tell one widget from another by. */
function look(element) {
  const root = element.shadowRoot;
  const part = (selector) => root.querySelector(selector);
  const text = (selector) => part(selector)?.textContent ?? null;
  const canvas = part('canvas');
  const { group, hash, ...state } = element.state();
  const shown = (selector) => (part(selector)?.checkVisibility() ? text(selector) : null);
  // Where the picture stands in the widget follows from what the reader has opened over it. The core
  // reckons in single precision: that takes what adding and subtracting has left in the last digits.
  const { offsetTop } = part('.stage');
  const marks = element.marks().map(({ box, ...mark }) => ({ ...mark, box: { ...box, y: Math.fround(box.y - offsetTop) } }));
  return {
    state,
    marks,
    size: [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight],
    name: part('.chart').getAttribute('aria-label'),
    description: part('.chart').getAttribute('aria-describedby')
      ?.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' '),
    notice: shown('.notice'),
    panel: shown('.panel'),
    rings: part('.rings')?.dataset.count ?? '0',
    dressed: [part('.root').dataset.theme, part('.root').dataset.state, part('.root').lang, part('.root').dir],
    controls: [...root.querySelectorAll('.controls input, .controls select')]
      .filter((input) => element.controls && input.type !== 'search')
      .map((input) => [input.type, input.value, input.checked ?? null, input.disabled]),
    handles: [...root.querySelectorAll('.handle')].filter((handle) => handle.checkVisibility())
      .map((handle) => [handle.getAttribute('aria-valuetext'), handle.getAttribute('aria-valuenow')]),
  };
}

function haveSamePixels(...canvases) {
  const [one, other] = canvases.map((canvas) => {
    const { width, height } = canvas;
    if (width === 0 || height === 0) return new Uint32Array();
    return new Uint32Array(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer);
  });
  return one.length === other.length && one.every((pixel, index) => pixel === other[index]);
}

/** A new sequence; `attributes` are those that the widget starts with. */
export async function begin(attributes) {
  faults = [];
  at = new Sequence();
  await at.begin(attributes);
}

/** A step of it, or what the driver is to do for it. */
export async function step(one, driven = false) {
  return at.step(one, driven);
}

/** Compares, removes all, and tells what was wrong. */
export async function end() {
  try {
    const { differing, one, other, pictures } = await at.compare();
    for (const name of differing) {
      const both = [one, other].map((look) => JSON.stringify(look[name]) ?? 'undefined');
      const from = Math.max(0, [...both[0]].findIndex((letter, index) => letter !== both[1][index]) - 60);
      faults.push(`${name} differs: ${both.map((text) => text.slice(from, from + 200)).join(' / ')}`);
    }
    if (pictures) faults.push('the picture differs');
    return { faults, pictures };
  } finally {
    at.end();
  }
}

/** A whole sequence without a driver. One that hangs tells what it did last. */
export async function play({ attributes, steps }, most = 120_000) {
  let doing = { do: 'begin', attributes };
  let timer;
  const hangs = new Promise((resolve) => {
    timer = setTimeout(() => resolve({
      faults: [...faults, `it came to no end within ${most / 1000} seconds, at ${JSON.stringify(doing)}`], pictures: null,
    }), most);
  });
  const whole = async () => {
    await begin(attributes);
    for (doing of steps) await at.step(doing, false);
    doing = { do: 'end' };
    return end();
  };
  const result = await Promise.race([whole(), hangs]);
  clearTimeout(timer);
  return result;
}
