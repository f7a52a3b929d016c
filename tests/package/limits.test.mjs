// Every limit that is stated, from one step below and one above; and none that is stated nowhere.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inBrowser, inNode, limits } from '../limits.mjs';
import { tried } from '../tried.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(project, file), 'utf8').replace(/\n \* +/g, '\n').replace(/[ \n]+/g, ' ');
const { dataset, renderSvg, validate } = await import(pathToFileURL(path.join(project, 'pkg/index.node.js')));

describe('the list of limits', () => {
  test('has every number of the code, as it stands there', () => {
    const found = [];
    for (const file of ['src/dataset/limits.rs', 'src/options.rs']) {
      const text = readFileSync(path.join(project, file), 'utf8');
      for (const [, name, value] of text.matchAll(/^(?:pub )?const ((?:MOST|LONGEST|LARGEST|DEEPEST)\w*): \w+ = ([\d_.e]+);/gm)) found.push([file, name, value]);
    }
    for (const file of readdirSync(path.join(project, 'element')).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(path.join(project, 'element', file), 'utf8');
      for (const [, name, value] of text.matchAll(/^const ((?:most|longest|largest)\w+) = ([\d_]+);/gm)) found.push([`element/${file}`, name, value]);
    }
    assert.ok(found.length > 10, String(found));
    const listed = limits.filter(({ constant }) => constant).map(({ constant, most }) => [...constant, most]);
    assert.deepEqual(found.map(([file, name, value]) => `${file} ${name} ${Number(value.replaceAll('_', ''))}`).sort(),
      listed.map(([file, name, value]) => `${file} ${name} ${value}`).sort());
  });

  test('is what the documents say', () => {
    for (const { name, told } of limits) {
      assert.ok(told.length > 0, name);
      for (const [file, words] of told) assert.ok(read(file).includes(words), `${name}: "${words}" is not in ${file}`);
    }
  });

  test('has every row of the table of limits', () => {
    const [, table] = /\n### Limits\n[^|]*\n((?:\|.*\n)+)/.exec(readFileSync(path.join(project, 'docs/data.md'), 'utf8'));
    const rows = table.trim().split('\n').slice(2);
    const told = limits.flatMap((limit) => limit.told.filter(([file]) => file === 'docs/data.md').map(([, words]) => words));
    assert.ok(rows.length >= 8);
    for (const row of rows) assert.ok(told.some((words) => row.includes(words)), `${row} is in no limit`);
  });

  test('has someone who tries each', () => {
    for (const { name, tried: file, by } of limits) {
      assert.ok([inNode, inBrowser].includes(file) || read(file).includes(by), `${name} is tried nowhere`);
      if (file === inBrowser) assert.ok(read(file).includes(`'${name}'`), `${name} has no case in ${file}`);
    }
  });
});

/** The codes of what is found wrong. */
const codes = async (value) => (await validate(value)).map(({ code, message }) => `${code}: ${message}`);
const changed = async (change) => {
  const tables = await dataset();
  change(tables);
  return tables;
};
const repeat = (count, item) => Array.from({ length: count }, (_, at) => item(at));
const figure = (field, value) => changed(({ observations }) => (observations[0][field] = value));
const row = (id) => ({ id, name: 'A partner', kind: 'other' });
const withPartner = (id) => changed(({ partners }) => partners.push(row(id)));
const withPartners = (count) => changed((good) => (good.partners = [...good.partners, ...repeat(count - good.partners.length, (at) => row(`p-${at}`))]));
/** A step for the root, its name and the list; three for a row, and two for each name in its field. */
const ofSteps = (steps) => {
  const rows = repeat(Math.floor((steps - 3 - 20) / 203), () => 100);
  const left = steps - 3 - 203 * rows.length;
  assert.ok(left >= 3 && left < 223, `${left}`);
  const full = rows.map((names) => ({ what: Object.fromEntries(repeat(names, (at) => [`n${at}`, 1])) }));
  const last = { what: Object.fromEntries(repeat(Math.min(100, Math.floor((left - 3) / 2)), (at) => [`n${at}`, 1])) };
  const rest = left - 3 - 2 * Object.keys(last.what).length;
  for (let at = 0; at < rest; at += 1) last[`unread${at}`] = 1; // a step for the name of what no row has
  return { conflicts: [...full, last] };
};
/** Nine bytes for the name of the table; four in each row for that of its field. */
const ofText = (bytes) => {
  const rows = repeat(Math.floor((bytes - 9) / 4004), () => 4000);
  const left = bytes - 9 - 4004 * rows.length;
  return { conflicts: [...rows, left - 4].map((length) => ({ what: 'n'.repeat(length) })) };
};
const found = (value) => codes(value).then((all) => all.filter((code) => /too-large|too-long/.test(code)));
const width = async (wide) => renderSvg({ width: wide }).then(() => [], ({ code }) => [code]);
/** Whether a heading of so many bytes is the default's. */
const heading = async (bytes) => (await renderSvg({ width: 700, heading: 'x'.repeat(bytes) }) === await renderSvg({ width: 700 }) ? ['default'] : []);
const period = (change) => changed(({ observations }) => (observations[0].period = { precision: 'span', basis: 'inferred', ...change }));

/** So many blocks with as many points each: a second between them. */
const withColumns = (blocks, points) => changed((good) => (good.columns = repeat(blocks, (at) => ({
  id: `b-${at}`, metric: 'outlets', place: 'world', source: good.sources[0].id,
  time: Float64Array.from({ length: points }, (_, index) => index * 1000), value: new Float64Array(points),
}))));

/** What may be, and what is one step beyond, with what is told of it. */
const cases = {
  'a figure': [async (most) => [await codes(await figure('value', most)), await codes(await figure('value', -most))].flat(),
    async (most) => [...await codes(await figure('value', most + 0.125)), ...await codes(await figure('value', -most - 0.125))], /^wrong-value/, 2],
  'a text': [async (most) => [...await codes(await figure('note', 'n'.repeat(most))), ...await codes(await figure('note', '路'.repeat(Math.floor(most / 3))))],
    async (most) => [...await codes(await figure('note', 'n'.repeat(most + 1))), ...await codes(await figure('note', '路'.repeat(Math.floor(most / 3) + 1)))], /^too-long/, 2],
  'an id': [async (most) => codes(await withPartner('i'.repeat(most))), async (most) => codes(await withPartner('i'.repeat(most + 1))), /^too-long|^wrong-value/, 1],
  'a list': [async (most) => codes(await withPartners(most)), async (most) => codes(await withPartners(most + 1)), /^too-large/, 1],
  'an object': [
    async (most) => found(await changed(({ models }) => Object.assign(models[0], Object.fromEntries(repeat(most - Object.keys(models[0]).length, (at) => [`n${at}`, 1]))))),
    async (most) => found(await changed(({ models }) => Object.assign(models[0], Object.fromEntries(repeat(most + 1 - Object.keys(models[0]).length, (at) => [`n${at}`, 1]))))),
    /^too-large/, 1],
  'the depth': [
    async () => {
      const asked = [];
      const watched = (value, depth) => new Proxy(value, { get: (target, name) => {
        if (typeof name === 'string') asked.push(depth);
        return target[name];
      } });
      const tables = await dataset();
      tables.observations[0].period = watched(tables.observations[0].period, 4);
      assert.deepEqual(await validate(tables), []);
      assert.ok(asked.includes(4), 'a period is read');
      tables.observations[0].period = { ...tables.observations[0].period, from: watched({ deeper: 1 }, 5) };
      assert.ok((await validate(tables)).length > 0);
      assert.ok(!asked.includes(5), 'what lies in it is not');
      return [];
    },
    async () => codes(await period({ from: { deeper: 1 }, to: '2025-01-01' })), /^wrong-value/, 1],
  'the steps of one reading': [async (most) => found(ofSteps(most)), async (most) => found(ofSteps(most + 1)), /^too-large: found more than 1,000,000 values/, 1],
  'the text of one reading': [async (most) => found(ofText(most)), async (most) => found(ofText(most + 1)), /^too-large: found more than 20,000,000 bytes/, 1],
  'the problems that are listed': [
    async (most) => {
      const all = await validate(await changed((good) => (good.conflicts = repeat(most, (at) => ({ id: `c-${at}`, what: 'x', between: [] })))));
      return [all.length === most && all.every(({ code }) => code === 'wrong-value') ? [] : [`${all.length}`]].flat();
    },
    async (most) => (await codes(await changed((good) => (good.conflicts = repeat(most + 1, (at) => ({ id: `c-${at}`, what: 'x', between: [] })))))).slice(most),
    /^more: 1 more problem/, 1],
  'the blocks of columns': [async (most) => found(await withColumns(most, 1)), async (most) => found(await withColumns(most + 1, 1)), /^too-large/, 1],
  // One time too many, and one figure.
  'the points of columns': [async (most) => found(await withColumns(2, most / 2)), async (most) => found(await withColumns(1, most + 1)), /^too-large/, 2],
  'the words of an option': [heading, (most) => heading(most + 1), /^default$/, 1],
  'the years': [
    async (most) => [...await codes(await period({ from: `${most}-12-31` })), ...await codes(await period({ to: '0001-01-01' }))],
    async (most) => [...await codes(await period({ from: `${most + 1}-01-01` })), ...await codes(await period({ to: '0000-12-31' }))], /^impossible-date/, 2],
  'the width of renderSvg()': [async (most) => [...await width(most), ...await width(100)], async (most) => [...await width(most + 0.01), ...await width(99.99)], /^options$/, 2],
};

describe('a limit, one step below and one above:', () => {
  for (const { name, most } of limits.filter((limit) => limit.tried === inNode)) {
    test(name, async (t) => {
      const [below, above, told, times] = cases[name];
      tried(t, 2 * times);
      assert.deepEqual(await below(most), []);
      const beyond = await above(most);
      assert.equal(beyond.length, times, String(beyond));
      for (const code of beyond) assert.match(code, told);
    });
  }
});
