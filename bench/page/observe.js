// Runs before anything of the page: notes when modules are compiled and instantiated, when the
// first of a chart reaches a canvas or the page, and when the frame that holds it is done.
(() => {
  const seen = { compiled: [], instantiated: [], ink: null, frame: null, answers: null };
  window.seen = seen;
  const now = () => performance.now();

  const noteCall = (list, name) => {
    const original = WebAssembly[name];
    WebAssembly[name] = async function (...given) {
      const start = now();
      const result = await original.apply(WebAssembly, given);
      list.push({ start, end: now() });
      return result;
    };
  };
  const noteConstruction = (list, name) => {
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      construct(target, given) {
        const start = now();
        const result = Reflect.construct(target, given);
        list.push({ start, end: now() });
        return result;
      },
    });
  };
  noteCall(seen.compiled, 'compile');
  noteCall(seen.compiled, 'compileStreaming');
  noteCall(seen.instantiated, 'instantiate');
  noteCall(seen.instantiated, 'instantiateStreaming');
  noteConstruction(seen.compiled, 'Module');
  noteConstruction(seen.instantiated, 'Instance');

  const afterFrame = (work) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  const inked = () => {
    if (seen.ink !== null) return;
    seen.ink = now();
    afterFrame(() => { seen.frame = now(); tell(); setTimeout(() => { late = true; tell(); }, 500); });
  };
  // The chart is painted, as the browser tells a little later, and answers, where that is told.
  let [painted, late] = [false, false];
  const tell = () => {
    const answers = seen.answers || !document.querySelector('smart-footprint');
    if (seen.frame && answers && (painted || late)) window.benchDone('');
  };
  new PerformanceObserver((list) => {
    painted ||= list.getEntriesByName('first-contentful-paint').length > 0;
    tell();
  }).observe({ type: 'paint', buffered: true });

  // Every chart here has text: the first to be painted tells that a chart is.
  const context = CanvasRenderingContext2D.prototype;
  const { fillText } = context;
  context.fillText = function (...given) {
    context.fillText = fillText;
    inked();
    return fillText.apply(this, given);
  };
  const svgs = new MutationObserver((records) => {
    const isSvg = (node) => node.localName === 'svg' || node.querySelector?.('svg');
    if (!records.some(({ addedNodes }) => [...addedNodes].some(isSvg))) return;
    svgs.disconnect();
    inked();
  });
  svgs.observe(document, { childList: true, subtree: true });

  // The floor has nothing to paint: its end is the end of the page itself.
  addEventListener('blank-page', inked);
  addEventListener('footprint-ready', () => {
    seen.answers ??= now();
    tell();
  }, true);
})();
