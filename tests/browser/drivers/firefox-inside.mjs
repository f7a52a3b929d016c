// What is done inside Firefox itself, with its own rights: what WebDriver has no words for. Each function
// is handed over as its text; `context` is the page's, as the browser has it.
/* global Cc, ChromeUtils, Ci, Cu, Services */

/** What runs a function inside Firefox; its first argument is a page's id, and becomes its context. */
export const ofPage = (work) => `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const [id, ...rest] = arguments;
  return (${work})(NavigableManager.getBrowsingContextById(id), ...rest);`;

/** What its reader wishes, as settings. */
export function wish({ dark, still, contrast, forced, touch, clipboard }) {
  const { prefs } = Services;
  prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
  prefs.setIntPref('ui.prefersReducedMotion', still ? 1 : 0);
  // Colours that are far apart, and only a wish: the page's own stay.
  prefs.setIntPref('ui.useAccessibilityTheme', contrast === 'more' ? 1 : 0);
  prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 1);
  prefs.setStringPref('browser.display.background_color', forced && dark ? '#000000' : '#FFFFFF');
  prefs.setStringPref('browser.display.foreground_color', forced && dark ? '#FFFFFF' : '#000000');
  // A dark palette has light links: the accent is theirs.
  prefs.setStringPref('browser.anchor_color', forced && dark ? '#FFFF00' : '#0000EE');
  prefs.setIntPref('dom.w3c_touch_events.enabled', touch ? 1 : 0);
  // A coarse pointer, or a fine one that can hover.
  for (const pointer of ['primary', 'all']) prefs.setIntPref(`ui.${pointer}PointerCapabilities`, touch ? 1 : 6);
  prefs.setBoolPref('dom.events.testing.asyncClipboard', clipboard);
}

/**
 * Makes a page so large, at so many device pixels to a CSS pixel, as a zoom does. It
 * counts in sixtieths of a CSS pixel, so not every ratio can be had; gives the one that it is.
 */
export function fit(context, width, height, ratio) {
  const page = context.embedderElement;
  const real = 60 / Math.round(60 / ratio);
  // What is on the whole screen fills the window, which is as large as the page where that is a screen's size.
  if (width * real > 1000) page.ownerDocument.defaultView.resizeTo(width * real, height * real);
  context.fullZoom = ratio;
  context.overrideDPPX = real; // what screenshots go by
  page.style.setProperty('width', `${Math.round(width * real)}px`);
  page.style.setProperty('height', `${Math.round(height * real)}px`);
  page.ownerDocument.synchronouslyUpdateRemoteBrowserDimensions(true);
  return real;
}

/** Shows a page as it is printed, or on the screen. */
export function showPrinted(context, isPrinted) {
  context.mediumOverride = isPrinted ? 'print' : '';
}

/** A finger comes down, moves or goes, as if it did so on the screen itself: taps click, swipes scroll. */
export function finger(context, state, x, y) {
  const page = context.embedderElement;
  const view = page.ownerDocument.defaultView;
  const { left, top } = page.getBoundingClientRect();
  const onScreen = (start, from, at) => Math.round((start + from + at) * view.devicePixelRatio);
  view.windowUtils.sendNativeTouchPoint(1, state, onScreen(view.mozInnerScreenX, left, x), onScreen(view.mozInnerScreenY, top, y), 1, 90, null);
}
export const [contact, removal] = [2, 4];

/** What assistive technology is told of a page, as far as it has been put together. */
export function tell(context) {
  const page = context.embedderElement;
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  page.ownerDocument.defaultView.accessibilityService = service; // it ends when nobody holds it
  const found = [];
  const walk = (node) => {
    const attributes = Object.fromEntries(Array.from(node.attributes?.enumerate() ?? [], (one) => {
      const { key, value } = one.QueryInterface(Ci.nsIPropertyElement);
      return [key, value];
    }));
    found.push({
      role: attributes['xml-roles']?.split(' ')[0].replace(/^img$/, 'image') ?? service.getStringRole(node.role),
      name: node.name ?? '', description: node.description ?? '', roledescription: attributes.roledescription ?? '',
    });
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  const document = service.getAccessibleFor(page);
  if (document) walk(document);
  return found;
}

/** Does work with the browser's rights in the page's process, and hands on what came of it. */
export function inProcess(context, work, done) {
  const { messageManager } = context.embedderElement;
  messageManager.addMessageListener('done', function hear({ data }) {
    messageManager.removeMessageListener('done', hear);
    done(data);
  });
  messageManager.loadFrameScript(`data:,${encodeURIComponent(`sendAsyncMessage('done', (${work})(content))`)}`, false);
}

/** In the page's process: the bytes of what scripts use, and what of it are objects and texts of the page. */
export function weigh(content) {
  // Nodes and scripts hold each other: what the one collector lets go of is the other's affair.
  for (let round = 0; round < 4; round += 1) {
    Cu.forceGC();
    Cu.forceCC();
  }
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  // Told are: objects, texts and the rest of scripts, nodes, styles, what else there is, all of it, and two times.
  const sizes = Array.from({ length: 9 }, () => ({}));
  manager.sizeOfTab(content, ...sizes);
  const [objects, texts, rest] = sizes.map(({ value }) => value);
  return { used: objects + texts + rest, held: objects + texts };
}
