/** What it was measured on, and what was measured. */
import { execFileSync } from 'node:child_process';
import os from 'node:os';

export function machine(browser) {
  const [{ model }] = os.cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: `${os.cpus().length} × ${model.trim()}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()}, ${os.arch()}`,
    browser: `Chromium ${browser.version()}, headless, without GPU`,
    node: process.version,
    load: os.loadavg().map((load) => Number(load.toFixed(2))),
    commit: commit(),
  };
}

function commit() {
  try {
    const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', '.', ':!bench') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ', with changes' : '');
  } catch {
    return null; // not a clone
  }
}
