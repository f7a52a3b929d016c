// What a page's scripts leave behind, counted where it is made: before any script of ours runs.

/** Runs in the page. `traces()` tells how many of each kind there are.. */
export function countTraces() {
  const held = new Map();
  const hold = (kind, key) => {
    if (!held.has(kind)) held.set(kind, new Set());
    held.get(kind).add(key);
  };
  const drop = (kind, key) => held.get(kind)?.delete(key);

  // Listeners, by target, type, listener and phase, as the browser tells them from each other.
  const ids = new WeakMap();
  let last = 0;
  const idOf = (object) => {
    if (!ids.has(object)) ids.set(object, (last += 1));
    return ids.get(object);
  };
  // Held, for a browser may make another object of it that is the same.
  const { fonts } = document;
  // Those of what a widget holds itself go with it; those of what stays are traces.
  const stays = (target) => target instanceof Window || target instanceof Document
    || target instanceof MediaQueryList || target === fonts || target instanceof VisualViewport
    || (target instanceof Node && target.isConnected && !(target.getRootNode() instanceof ShadowRoot));
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    addEventListener.call(this, type, listener, options);
    const target = this ?? window;
    if (!listener || !stays(target) || options?.signal?.aborted) return;
    const phase = Boolean(typeof options === 'object' ? options?.capture : options);
    const key = `${idOf(target)} ${type} ${idOf(listener)} ${phase}`;
    const kind = `listener ${target.constructor.name} ${type}`;
    hold(kind, key);
    if (options?.signal) addEventListener.call(options.signal, 'abort', () => drop(kind, key), { once: true });
    if (options?.once) addEventListener.call(target, type, () => drop(kind, key), { once: true });
  };
  EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    const target = this ?? window;
    if (!listener) return;
    const phase = Boolean(typeof options === 'object' ? options?.capture : options);
    drop(`listener ${target.constructor.name} ${type}`, `${idOf(target)} ${type} ${idOf(listener)} ${phase}`);
  };

  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver', 'PerformanceObserver']) {
    const { prototype } = window[name];
    const { observe, unobserve, disconnect } = prototype;
    const watched = new WeakMap();
    prototype.observe = function start(...args) {
      observe.apply(this, args);
      if (!watched.has(this)) watched.set(this, new Set());
      watched.get(this).add(args[0]);
      hold(name, idOf(this));
    };
    if (unobserve) {
      prototype.unobserve = function leave(target) {
        unobserve.call(this, target);
        watched.get(this)?.delete(target);
        if (watched.get(this)?.size === 0) drop(name, idOf(this));
      };
    }
    prototype.disconnect = function end() {
      disconnect.call(this);
      watched.get(this)?.clear();
      drop(name, idOf(this));
    };
  }

  const { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.requestAnimationFrame = (work) => {
    const id = requestAnimationFrame((time) => {
      drop('animation frame', id);
      work(time);
    });
    hold('animation frame', id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    cancelAnimationFrame(id);
    drop('animation frame', id);
  };
  window.setTimeout = (work, delay, ...args) => {
    const id = setTimeout(() => {
      drop('timer', id);
      work(...args);
    }, delay);
    hold('timer', id);
    return id;
  };
  window.setInterval = (...args) => {
    const id = setInterval(...args);
    hold('timer', id);
    return id;
  };
  const clear = (of) => (id) => {
    of(id);
    drop('timer', id);
  };
  window.clearTimeout = clear(clearTimeout);
  window.clearInterval = clear(clearInterval);

  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (of) => {
    const url = createObjectURL(of);
    hold('object URL', url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revokeObjectURL(url);
    drop('object URL', url);
  };

  const memories = [];
  const kept = (instance) => {
    if (instance.exports.memory) memories.push(instance.exports.memory);
    return instance;
  };
  const { instantiate, Instance } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const result = await instantiate(...args);
    kept(result.instance ?? result);
    return result;
  };
  WebAssembly.Instance = new Proxy(Instance, { construct: (target, args) => kept(new target(...args)) });

  window.traces = () => Object.fromEntries([...held].map(([kind, keys]) => [kind, keys.size])
    .filter(([, size]) => size > 0).sort());
  window.wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
