// Runs before anything of the page: knows the memory of every module's instance, which the
// browser counts nowhere.
(() => {
  const memories = new Set();
  const note = ({ exports }) => {
    for (const value of Object.values(exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(new WeakRef(value));
    }
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given);
      note(instance);
      return instance;
    },
  });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async function (...given) {
      const result = await original.apply(WebAssembly, given);
      note(result.instance ?? result);
      return result;
    };
  }
  window.moduleMemory = () => [...memories]
    .reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);
})();
