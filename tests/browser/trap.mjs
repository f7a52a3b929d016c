// Modules of the package that stop in the middle of their work, when a page says so.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import binaryen from 'binaryen';
import { project } from './driver.mjs';

const made = new Map();

/**
 * A module of the package in which every function counts down at its entry, once a page has set the
 * count, and stops the instance where it comes to nought: a fault anywhere in the core.
 */
export async function trapping(name) {
  if (!made.has(name)) made.set(name, counting(await readFile(path.join(project, 'pkg', name))));
  return made.get(name);
}

function counting(bytes) {
  const module = binaryen.readBinary(bytes);
  const { i32 } = binaryen;
  module.addGlobal('countdown', i32, true, module.i32.const(0));
  module.addGlobalExport('countdown', 'countdown');
  const left = () => module.global.get('countdown', i32);
  const count = () => module.if(left(), module.block(null, [
    module.global.set('countdown', module.i32.sub(left(), module.i32.const(1))),
    module.if(module.i32.eqz(left()), module.unreachable()),
  ]));
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { body, results } = binaryen.getFunctionInfo(reference);
    if (body) binaryen.Function(reference).body = module.block(null, [count(), body], results);
  }
  const counted = Buffer.from(module.emitBinary());
  module.dispose();
  return counted;
}

/** The answers to a page that asks for the package's modules. */
export async function trappingAnswers(...names) {
  const answers = await Promise.all(names.map(async (name) => [
    `/pkg/${name}`, { status: 200, contentType: 'application/wasm', body: await trapping(name) },
  ]));
  return Object.fromEntries(answers);
}

/**
 * Before the page's own scripts: keeps an eye on the instances that are made. `stopAfter(calls)`
 * lets the newest of them stop after so many calls of its functions, `stopAtStart(calls)` every one
 * that is made from then on; 0 takes it back.
 */
export function watchInstances() {
  const instances = [];
  let atStart = 0;
  const { instantiate, Instance } = WebAssembly;
  const seen = (instance) => {
    if (instance.exports.countdown) {
      instance.exports.countdown.value = atStart;
      instances.push(instance);
    }
    return instance;
  };
  WebAssembly.instantiate = async (...args) => {
    const result = await instantiate(...args);
    seen(result.instance ?? result);
    return result;
  };
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (target, args) => seen(new target(...args)),
  });
  window.instances = instances;
  window.stopAfter = (calls) => (instances.at(-1).exports.countdown.value = calls);
  window.stopAtStart = (calls) => (atStart = calls);
  window.isStopped = () => instances.at(-1).exports.countdown.value === 0;
}
