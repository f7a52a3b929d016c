// What who cannot see the picture is told: name, description, each mark, and what happens.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { ask, focusMark, openHosted, places, speaks, views } from './hosted.mjs';
import { asText, matchesSnapshot } from './snapshots.mjs';
import { frames, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

async function within(attributes, options, work) {
  const page = await openHosted(browser, attributes, options);
  try {
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

/** The chart as assistive technology has it. */
const chart = async (page) => (await page.told()).find(({ role }) => role === 'application');

for (const view of views) {
  describe(view, () => {
    test('the tree of the picture, and with all that can be opened', async () => {
      const trees = [];
      const ways = { 'As it is': {}, 'With controls, filters open and a row selected': { controls: '', selected: 'model:5' } };
      for (const [way, attributes] of Object.entries(ways)) {
        await within({ view, ...attributes }, { width: 900 }, async (page) => {
          await page.evaluate(() => window.inside('.tools [aria-expanded]')?.click());
          await frames(page);
          trees.push(`${way}\n\n${asText(await page.accessibility())}`);
        });
      }
      await matchesSnapshot(`${view}-tree`, trees.join('\n'));
    });

    for (const lang of ['en', 'de', 'zh']) {
      test(`the texts of a walk through every mark: ${lang}`, () => within({ view, lang }, {}, async (page) => {
        await speaks(page, lang);
        const { name, description, roledescription } = await chart(page);
        const { marks } = await ask(page);
        await page.evaluate(() => document.getElementById('before').focus());
        await page.key('Tab');
        const walk = [(await ask(page)).spoken];
        for (let step = 1; step < marks.length; step += 1) {
          await page.key('ArrowRight');
          walk.push((await ask(page)).spoken);
        }
        assert.equal(new Set(walk).size, marks.length, 'each is told apart');
        const told = [name, roledescription, description, '', ...walk];
        const file = lang === 'en' ? `${view}-walk` : `${view}-walk-${lang}`;
        await matchesSnapshot(file, `${told.join('\n').replaceAll('\u00a0', ' ')}\n`);
      }));
    }

    test('a text says figure, hedge, period and source', () => within({ view }, {}, async (page) => {
      const { marks } = await ask(page);
      const { sources } = await page.evaluate(async () => (await import('/pkg/index.js')).dataset());
      const publisher = /newsroom|advertorial/;
      assert.ok(sources.length > 0);
      const hedges = { 'at-least': /at least/, 'more-than': /over/, 'at-most': /at most/, 'less-than': /under/, nearly: /nearly/, about: /about/ };
      for (const { id, kind, label, value, qualifier, period } of marks) {
        if (kind === 'conflict') continue;
        if (value !== null) assert.match(label, /\d/, id);
        if (value !== null && hedges[qualifier]) assert.match(label, hedges[qualifier], id);
        if (period?.from || period?.to) assert.match(label, /\d{4}/, id);
        assert.match(label, publisher, `${id}: ${label}`);
        assert.ok(label.length < 420, `${id}: ${label.length} letters`);
      }
    }));

    test('the description counts what the marks are', () => within({ view }, {}, async (page) => {
      const { marks } = await ask(page);
      const drawn = marks.filter(({ kind }) => kind !== 'conflict');
      const count = (...among) => drawn.filter(({ value, qualifier }) => value !== null && among.includes(qualifier)).length;
      const counts = {
        Marks: drawn.length,
        'figures as printed': count('exact'),
        'lower bounds': count('at-least', 'more-than'),
        'upper bounds': count('at-most', 'less-than'),
        'rounded figures': count('nearly', 'about'),
        'dates inferred': drawn.filter(({ period }) => period?.basis === 'inferred').length,
        planned: drawn.filter(({ status }) => ['planned', 'explored'].includes(status)).length,
        contradicted: drawn.filter(({ conflicts }) => conflicts.length > 0).length,
      };
      const { name, description, roledescription } = await chart(page);
      assert.equal(roledescription, 'interactive chart');
      assert.ok(name.length > 10, name);
      for (const [what, number] of Object.entries(counts)) {
        assert.equal(description.includes(`${what}: ${number}`), number > 0, `${what}: ${number} in ${description}`);
        if (number === 0) assert.ok(!description.includes(`${what}:`), description);
      }
      assert.match(description, /question mark/);
    }));
  });
}

for (const place of places) {
  describe(`the host's own words, in ${place}`, () => {
    test('aria-label is the name, and the finding is still told; it can change', () =>
      within({ 'aria-label': 'The chart of the month' }, { place }, async (page) => {
        const labelled = await chart(page);
        assert.equal(labelled.name, 'The chart of the month');
        assert.match(labelled.description, /^From 22 markets to 41/);
        await page.evaluate(() => window.footprint.setAttribute('aria-label', 'Another one'));
        assert.equal((await chart(page)).name, 'Another one');
        await page.evaluate(() => window.footprint.removeAttribute('aria-label'));
        assert.match((await chart(page)).name, /^From 22 markets to 41/);
      }));

    test('aria-labelledby names elements of its own tree, and wins', () =>
      within({ 'aria-label': 'no' }, { place }, async (page) => {
        await page.evaluate(() => {
          const home = window.footprint.parentNode;
          for (const [id, text] of [['one:a', 'First part,'], ['two', 'second   part']]) {
            const made = document.createElement('p');
            Object.assign(made, { id, textContent: text });
            home.append(made);
          }
          window.footprint.setAttribute('aria-labelledby', 'one:a  two nowhere');
        });
        assert.equal((await chart(page)).name, 'First part, second part');
      }));

    test('a heading does not hide what the data says', () =>
      within({ heading: 'Where smart is.' }, { place }, async (page) => {
        const { name, description } = await chart(page);
        assert.equal(name, 'Where smart is.');
        assert.match(description, /^From 22 markets to 41/);
      }));
  });
}

describe('the live region', () => {
  const listen = (page) => page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => {
      const text = window.inside('.spoken').textContent;
      if (text) window.said.push(text);
    }).observe(window.inside('.spoken'), { childList: true });
  });
  const said = (page) => page.evaluate(() => window.said.splice(0));

  test('is polite, and tells selecting and letting go', () => within({}, { height: 1200 }, async (page) => {
    const live = await page.evaluate(() => ['role', 'aria-live'].map((name) => window.inside('.spoken').getAttribute(name)));
    assert.deepEqual(live, ['status', 'polite']);
    await listen(page);
    await focusMark(page, (await ask(page)).marks[0].id);
    await page.key('Enter');
    await page.key('Enter');
    const texts = await said(page);
    assert.equal(texts.length, 3, texts.join('\n'));
    assert.match(texts[1], /^Selected: .*evidence below/);
    assert.match(texts[2], /^Nothing is selected/);
  }));

  test('does not repeat itself, by a redraw, a key at the end or the pointer', () => within({}, {}, async (page) => {
    await focusMark(page, (await ask(page)).marks[0].id);
    await listen(page);
    await page.key('ArrowLeft');
    await page.key('Home');
    await page.resize(640);
    await frames(page);
    await page.evaluate(() => window.footprint.update({ theme: 'dark' }));
    await page.move(200, 300);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await said(page), []);
  }));

  test('says again what is come to again', () => within({}, {}, async (page) => {
    await page.evaluate(() => document.getElementById('before').focus());
    await page.key('Tab');
    await listen(page);
    await page.key('Shift+Tab');
    await page.key('Tab');
    assert.equal((await said(page)).length, 1);
  }));

  test('tells the new finding to who changed the view or the time, and to nobody else', () =>
    within({ controls: '' }, {}, async (page) => {
      await listen(page);
      await page.evaluate(() => window.footprint.update({ view: 'lineup' }));
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.deepEqual(await said(page), [], 'the page did that');
      await page.evaluate(() => window.inside('.view input:checked').focus());
      await page.key('ArrowLeft');
      await new Promise((resolve) => setTimeout(resolve, 600));
      const [finding, ...more] = await said(page);
      assert.match(finding, /^Sold 8% more/);
      assert.deepEqual(more, []);
    }));

  test('tells it under a heading of the host too, where the name stays the same', () =>
    within({ controls: '', heading: 'Where smart is', view: 'lineup' }, {}, async (page) => {
      await page.evaluate(() => window.inside('.view input:checked').focus());
      await listen(page);
      await page.key('ArrowLeft');
      await page.waitFor(() => window.said.length > 0);
      await page.key('ArrowLeft');
      await page.waitFor(() => window.said.length > 1);
      const texts = await said(page);
      assert.match(texts[0], /^Sold 8% more/);
      assert.equal(texts.length, 2);
      assert.equal(new Set([...texts, 'Where smart is']).size, 3, texts.join('\n'));
      assert.equal((await chart(page)).name, 'Where smart is');
    }));
});
