// An example as a reader takes it: copied out of the project, with the packed package in it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../..', import.meta.url));
const call = promisify(execFile);
/** Nothing that a framework reports home, and no colours in what is shown when it fails. */
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: undefined };

const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
/** Without a registry a test fails in seconds, not in minutes. */
const soon = ['--fetch-retry-mintimeout=2000', '--fetch-retry-factor=2'];

let packing;

/** `npm pack` of `pkg/`, once: gives where the tarball lies. */
export function tarball() {
  packing ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'smart-footprint-tarball-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const { stdout } = await call('npm', ['pack', '--json', '--pack-destination', folder, path.join(project, 'pkg')]);
    const packed = JSON.parse(stdout);
    // npm 11 gives a list, npm 12 an object by name.
    return path.join(folder, Object.values(packed)[0].filename);
  })();
  return packing;
}

/** A folder of its own outside the project, so that nothing is found in the project by chance. */
export async function takeExample(name, from = `examples/${name}`) {
  const folder = await mkdtemp(path.join(tmpdir(), `smart-footprint-${name}-`));
  await cp(path.join(project, from), folder, { recursive: true });
  const times = [];

  async function timed(what, work) {
    const start = performance.now();
    await work();
    times.push(`${what} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }

  async function run(command, ...rest) {
    try {
      return await call(command, rest, { cwd: folder, env, maxBuffer: 1e8 });
    } catch (error) {
      throw new Error(`${name}: ${[command, ...rest].join(' ')} failed\n${error.stdout}\n${error.stderr}`);
    }
  }

  return {
    folder,
    /** What took how long, in words. */
    times: () => times.join(', '),
    run,
    /** The package's folder as it is in the tarball, without npm. */
    unpack: (into = 'smart-footprint') => timed('unpacked', async () => {
      await mkdir(path.join(folder, into), { recursive: true });
      await run('tar', '-xzf', await tarball(), '--strip-components=1', '-C', into);
    }),
    /** The tarball beside `package.json`, as `npm pack` leaves it, and what the lock file names. */
    install: () => timed('installed', async () => {
      const file = await tarball();
      await cp(file, path.join(folder, path.basename(file)));
      try {
        await run('npm', 'ci', ...quiet, ...soon);
      } catch (error) {
        throw new Error(`This test needs npm's registry, or a cache of it.\n${error.message}`);
      }
    }),
    build: (script = 'build') => timed(script, () => run('npm', 'run', script)),
    /** Starts a server of the example's own toolchain; gives its address and how to stop it. */
    async start(program, ...rest) {
      const port = await freePort();
      const numbered = rest.map((word) => word.replace('PORT', port));
      const address = `http://127.0.0.1:${port}/`;
      await timed(`started ${program}`, () => startServer(folder, program, numbered, address));
      return { address, stop: () => running.get(address)() };
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** How to stop what was started, by address. */
const running = new Map();

async function startServer(folder, program, words, address) {
  const bin = path.join(folder, 'node_modules/.bin', program);
  // A group of its own, so that what the server starts ends with it.
  const child = spawn(bin, words, { cwd: folder, env, detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const stop = async () => {
    if (child.exitCode !== null) return;
    process.kill(-child.pid);
    await once(child, 'exit');
  };
  running.set(address, stop);
  for (const end = performance.now() + 60_000; ; await wait(100)) {
    if (await fetch(address).then(({ ok }) => ok, () => false)) return;
    if (child.exitCode !== null || performance.now() > end) {
      await stop();
      throw new Error(`${program} ${words.join(' ')} does not answer\n${said}`);
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
