'use strict';
// What the page does round its widgets.

// Copy buttons: each copies the text of the element that its `data-copies` names. Where the
// clipboard is refused, the text is selected, so that a key press copies it.
for (const button of document.querySelectorAll('[data-copies]')) {
  const wish = button.textContent;
  const status = document.getElementById('copy-status');
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copies);
    let said = 'Copied';
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      getSelection().selectAllChildren(source);
      if (!document.execCommand('copy')) said = 'Selected: now copy it';
    }
    button.textContent = said;
    status.textContent = said;
    setTimeout(() => {
      button.textContent = wish;
      status.textContent = '';
    }, 2500);
  });
}

// Links within the page: the fragment of the address holds the state of the chart and stays.
for (const link of document.querySelectorAll('a[href^="#"]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = document.getElementById(link.hash.slice(1));
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
}
