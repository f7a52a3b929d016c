'use strict';
// For the page around: each frame of the class `smart-footprint` tells how high its picture is; it can
// change no frame but itself.
addEventListener('message', (event) => {
  const { type, height } = event.data ?? {};
  if (type !== 'smart-footprint-height' || !Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll('iframe.smart-footprint')) {
    if (frame.contentWindow === event.source) frame.height = height;
  }
});
