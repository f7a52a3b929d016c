// The panel of options on the page, and the code that follows it.
import { frames } from './steps.mjs';

/** The code that it shows. */
export const code = (page) => page.evaluate(() => document.getElementById('code').textContent);

/** Does to a field what a reader would: its value, or whether it is checked. */
export async function set(page, selector, value) {
  await page.evaluate(({ selector, value }) => {
    const field = document.querySelector(selector);
    if (typeof value === 'boolean' || field.type === 'radio') {
      if (field.checked !== value) field.click();
      return;
    }
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, { selector, value });
  await frames(page);
}

/** Chooses a way to take the widget. */
export const way = (page, name) => set(page, `[name="way"][value="${name}"]`, true);
