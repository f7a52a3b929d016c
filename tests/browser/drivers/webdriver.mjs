// WebDriver in a few lines: its server, a session, keys by their names, and work done in a page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Starts a program that ends with this one, at the latest. */
export function start(command, args, options) {
  const child = spawn(command, args, { stdio: 'ignore', ...options });
  const end = () => child.kill();
  process.once('exit', end);
  return {
    child,
    /** Ends it, and waits until it has. */
    async stop() {
      process.off('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

// A test runner that gives up sends this; without a word the programs would live on.
process.once('SIGTERM', () => process.exit(143));

/** A port that nobody has. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a WebDriver server and a session in it. */
export async function startSession(command, args, capabilities, env) {
  const port = await freePort();
  const program = start(command, args(port), { env: { ...process.env, ...env } });
  const failed = new Promise((_, reject) => program.child.once('error', reject));
  const address = `http://127.0.0.1:${port}`;
  let value;
  try {
    await Promise.race([failed, ready(address)]);
    value = await ask('POST', `${address}/session`, { capabilities: { alwaysMatch: capabilities } });
  } catch (error) {
    await program.stop();
    throw error;
  }
  const session = `${address}/session/${value.sessionId}`;
  return {
    capabilities: value.capabilities,
    post: (where, body = {}) => ask('POST', session + where, body),
    get: (where) => ask('GET', session + where),
    delete: (where) => ask('DELETE', session + where),
    async stop() {
      await ask('DELETE', session).catch(() => {}); // it may have ended by itself
      await program.stop();
    },
  };
}

async function ready(address) {
  for (let wait = 0; wait < 400; wait += 1) {
    const status = await ask('GET', `${address}/status`).catch(() => null);
    if (status?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no WebDriver at ${address}`);
}

async function ask(method, url, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

// --- Input ------------------------------------------------------------------------------

const codes = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};

/** The input actions of keys and pointers, as WebDriver and its bidirectional form have them alike. */
export const actions = {
  /** `Shift+Tab`: held together. */
  key(name) {
    const values = (name === '+' ? ['+'] : name.split('+')).map((part) => codes[part] ?? part);
    return keys([
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
  },
  hold(name, presses) {
    const value = codes[name] ?? name;
    return keys([...Array.from({ length: presses }, () => ({ type: 'keyDown', value })), { type: 'keyUp', value }]);
  },
  move: (x, y) => pointer('mouse', [moveTo(x, y)]),
  click: (x, y) => pointer('mouse', [moveTo(x, y), ...press]),
  doubleClick: (x, y) => pointer('mouse', [moveTo(x, y), ...press, ...press]),
  drag(from, to) {
    const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return pointer('mouse', [moveTo(from.x, from.y), press[0], ...between(from, half, 4), ...between(half, to, 4), press[1]]);
  },
  tap: (x, y) => pointer('touch', [moveTo(x, y), ...press]),
  swipe: (from, to, steps) => pointer('touch', [moveTo(from.x, from.y), press[0], ...between(from, to, steps), press[1]]),
};

const press = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
const keys = (all) => [{ type: 'key', id: 'keys', actions: all }];
const pointer = (pointerType, all) => [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions: all }];
const moveTo = (x, y) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 });
const between = (from, to, steps) => Array.from({ length: steps }, (_, step) => {
  const share = (step + 1) / steps;
  return moveTo(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
});

// --- Work in the page -------------------------------------------------------------------

/** The source of a function without arguments that does the work and gives its result as text. */
export function inPage(work, value) {
  const call = typeof work === 'function' ? `(${work})(unpack(${JSON.stringify(pack(value))}))` : `(${work})`;
  return `async () => {
    const pack = ${pack};
    const unpack = ${unpack};
    const asText = ${asText};
    return asText(pack(await ${call}));
  }`;
}

/** A packed value as JSON; a page may have put a `toJSON` onto every list and text. */
function asText(value) {
  const spoilt = [Object, Array, String, Number, Boolean].map(({ prototype }) => prototype)
    .filter((prototype) => Object.hasOwn(prototype, 'toJSON'));
  const held = spoilt.map((prototype) => prototype.toJSON);
  for (const prototype of spoilt) delete prototype.toJSON;
  try {
    return JSON.stringify(value);
  } finally {
    spoilt.forEach((prototype, at) => (prototype.toJSON = held[at]));
  }
}

export const result = (text) => unpack(JSON.parse(text));

/** A script before the page's own, from a function or its text; its names are its own. */
export const scriptText = (script) => (typeof script === 'function' ? `(${script})();` : `(() => {\n${script}\n})();`);

/** A value as JSON, with what JSON does not know: undefined, not a number and its like. Nodes are left out. */
function pack(value, held = []) {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return { $: 'undefined' };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return { $: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value === 'bigint') return { $: 'bigint', of: String(value) };
  if (value === null || typeof value !== 'object') return value;
  const isHost = typeof Node !== 'undefined' && (value instanceof Node || value === window);
  if (isHost || held.includes(value)) return { $: 'undefined' };
  if (value instanceof Date) return { $: 'date', of: value.getTime() };
  if (value instanceof Error) return { $: 'error', of: `${value.name}: ${value.message}` };
  const inner = [...held, value];
  if (Array.isArray(value)) return Array.from(value, (entry) => pack(entry, inner));
  if (ArrayBuffer.isView(value)) return { $: 'bytes', of: Array.from(value) };
  return { $: 'object', of: Object.entries(value).map(([name, entry]) => [name, pack(entry, inner)]) };
}

function unpack(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  switch (value.$) {
    case 'undefined': return undefined;
    case 'bigint': return BigInt(value.of);
    case 'date': return new Date(value.of);
    case 'error': return new Error(value.of);
    case 'bytes': return value.of;
    case 'object': return Object.fromEntries(value.of.map(([name, entry]) => [name, unpack(entry)]));
    default: return Number(value.$);
  }
}

/** Asks the page until it says something true: half a minute at most, for these engines start slowly. */
export async function waitFor(evaluate, work, value) {
  const end = Date.now() + 30_000;
  // What is true need not be something that can be handed over: an element, say.
  const isTrue = `Boolean(await (${work})(unpack(${JSON.stringify(pack(value))})))`;
  for (;;) {
    if (await evaluate(isTrue)) return;
    if (Date.now() > end) throw new Error(`waited in vain for ${work}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
