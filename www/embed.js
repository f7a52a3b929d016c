'use strict';
// For a frame: takes the widget's options from the address, and tells the page around how high
// the picture is. `src` is not among them: nobody else's figures are shown under this address.
{
  const names = [
    'view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers', 'kinds',
    'selected', 'heading', 'subheading', 'note', 'lang', 'theme', 'controls',
  ];
  const query = new URLSearchParams(location.search);
  const widget = document.querySelector('smart-footprint');
  for (const name of names) {
    if (query.has(name)) widget.setAttribute(name, query.get(name));
  }
  const view = query.get('view');
  if (['markets', 'sales', 'lineup'].includes(view)) {
    const picture = widget.querySelector('img');
    picture.src = `../pkg/static/${view}.svg`;
    picture.alt = { markets: 'Markets of smart by continent', sales: 'Sales growth of smart by market', lineup: 'The models of smart over time' }[view];
  }

  if (window.parent !== window) {
    // The height is no secret, so any page may hear it.
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      window.parent.postMessage({ type: 'smart-footprint-height', height }, '*');
    }).observe(document.body);
  }
}
