// Snapshots that a person reads: text files beside the specs, written anew by REGENERATE=1.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { project } from './driver.mjs';

const folder = path.join(project, 'tests/browser/snapshots');

export async function matchesSnapshot(name, text) {
  const file = path.join(folder, `${name}.txt`);
  if (process.env.REGENERATE === '1') {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
  }
  const known = await readFile(file, 'utf8').catch(() => '');
  assert.equal(text, known, `${file}; if it is meant so: REGENERATE=1 node --test, and read what changed`);
}

/** What assistive technology is told of the page, a line a node. */
export function asText(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const told = new Set(['StaticText', 'InlineTextBox', 'LineBreak']);
  const walk = (node, depth, parentName) => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    const children = (depth) => {
      for (const id of node.childIds ?? []) walk(byId.get(id), depth, name);
    };
    if (role === 'InlineTextBox') return;
    const isSilent = node.ignored || ['none', 'generic'].includes(role) || (told.has(role) && (!name || parentName.includes(name)));
    if (isSilent) return children(depth);
    const states = (node.properties ?? [])
      .filter(({ name, value }) => shown.has(name) && value.value !== false && value.value !== '' && value.value !== 'false')
      .map(({ name, value }) => (value.value === true ? name : `${name}=${value.value}`));
    const value = node.value?.value === undefined || node.value.value === '' ? '' : ` value=${JSON.stringify(node.value.value)}`;
    const description = node.description?.value ? `\n${'  '.repeat(depth + 1)}described: ${node.description.value}` : '';
    lines.push(`${'  '.repeat(depth)}${role}${name ? ` ${JSON.stringify(name)}` : ''}${value}${states.length > 0 ? ` [${states.join(', ')}]` : ''}${description}`);
    children(depth + 1);
  };
  walk(nodes.find((node) => node.role?.value === 'RootWebArea'), 0, '');
  return `${lines.join('\n').replace(/\u00c2?\u00a0/g, ' ')}\n`;
}

const shown = new Set([
  'checked', 'disabled', 'expanded', 'pressed', 'selected', 'hasPopup', 'live', 'level', 'valuemin', 'valuemax',
  'valuetext', 'roledescription', 'focused', 'modal', 'orientation',
]);
