/**
 * A dataset from where `src` says: an `http(s)` address, or `#id` of a JSON script block in the
 * same shadow root or document.
 *
 * It imports nothing: what it shared with the element would become a file of its own, which the
 * first picture waits for.
 */

/** Why a dataset cannot be had. */
export class SourceError extends Error {
  /** Without its prefix, `src-`. */
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Of an answer as it is read, whatever its `Content-Length` says; of a block, in characters. */
const mostBytes = 20_000_000;
/** From the asking to the last byte. */
const mostMilliseconds = 30_000;

/** Rejects with a `SourceError`; with the signal's reason where that ended it. */
export async function readSource(
  src: string, host: Element, signal: AbortSignal, again: boolean,
): Promise<unknown> {
  const text = src.startsWith('#')
    ? await blockText(src, host, signal)
    : await answerText(checkedAddress(src, host.ownerDocument), signal, again);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SourceError('not-json', `${named(src)} is not JSON: it begins with ${named(text.trimStart())}.`, error);
  }
}

/** A text in quotes, or its beginning. */
function named(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.slice(0, 200).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  const characters = [...line];
  return `"${characters.slice(0, 100).join('')}${characters.length > 100 ? '…' : ''}"`;
}

async function blockText(src: string, host: Element, signal: AbortSignal): Promise<string> {
  await parsed(host.ownerDocument, signal);
  const id = src.slice(1);
  const root = host.getRootNode() as Partial<Document>;
  const block = root.getElementById?.(id) ?? host.ownerDocument.getElementById(id);
  if (!block) throw new SourceError('missing', `No element of this page has the id ${named(id)}.`);
  const type = block.localName === 'script' ? block.getAttribute('type')?.trim() ?? '' : '';
  if (!/^application\/([\w.-]+\+)?json$/i.test(type)) {
    throw new SourceError('refused', `${named(src)} is not a <script type="application/json">.`);
  }
  const text = block.textContent ?? '';
  if (text.length > mostBytes) throw tooLarge(src);
  return text;
}

/** A block may stand after the widget on a page that is still arriving. */
function parsed(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (document.readyState !== 'loading') return resolve();
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Relative ones are relative to the page, as those of an `<img>`. */
function checkedAddress(src: string, document: Document): URL {
  let address: URL;
  try {
    address = new URL(src, document.baseURI);
  } catch (error) {
    throw new SourceError('refused', `${named(src)} is not an address.`, error);
  }
  const fromDisk = address.protocol === 'file:' && document.location?.protocol === 'file:';
  if (!/^https?:$/.test(address.protocol) && !fromDisk) {
    throw new SourceError('refused', `${named(src)} is not an address of http or https, nor "#id" of a JSON block.`);
  }
  if (address.username || address.password) {
    throw new SourceError('refused', 'The address has a name or a password in it, which no page may ask with.');
  }
  return address;
}

async function answerText(address: URL, signal: AbortSignal, again: boolean): Promise<string> {
  const ending = new AbortController();
  const end = () => ending.abort(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    ending.abort();
  }, mostMilliseconds);
  try {
    if (signal.aborted) end();
    return await text(address, ending.signal, again);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (isLate) {
      const seconds = mostMilliseconds / 1000;
      throw new SourceError('timeout', `${named(address.href)} did not arrive within ${seconds} seconds.`, error);
    }
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    ending.abort(); // nothing more is read, whatever came of it
  }
}

async function text(address: URL, signal: AbortSignal, again: boolean): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, {
      signal,
      credentials: 'same-origin',
      cache: again ? 'no-cache' : 'default',
      headers: { Accept: 'application/json' },
    });
  } catch (error) {
    const why = address.protocol === 'file:'
      ? 'a page from disk may fetch nothing; put the data into a JSON block and name it "#id"'
      : 'offline, no such server, or not allowed';
    throw new SourceError('missing', `${named(address.href)} could not be fetched: ${why}.`, error);
  }
  if (!response.ok) {
    throw new SourceError('missing', `${named(address.href)} could not be fetched: the server answered ${response.status}.`);
  }
  // Of a packed answer it is that of the pack, and a dataset is longer.
  const told = Number(response.headers.get('Content-Length'));
  if (told > mostBytes) throw tooLarge(address.href);

  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let [text, bytes] = ['', 0];
  for (;;) {
    const part = await next(reader, address);
    if (part) bytes += part.length;
    // Some browsers take an answer that is cut off for a whole one.
    else if (bytes < told) throw brokeOff(address);
    if (bytes > mostBytes) throw tooLarge(address.href);
    try {
      text += decoder.decode(part, { stream: part !== undefined });
    } catch (error) {
      throw new SourceError('not-json', `${named(address.href)} is not JSON: it is not UTF-8 text.`, error);
    }
    if (!part) return text;
  }
}

/** The next part of an answer; `undefined` at its end. */
async function next(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined, address: URL,
): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch (error) {
    throw brokeOff(address, error);
  }
}

function brokeOff(address: URL, cause?: unknown): SourceError {
  return new SourceError('missing', `${named(address.href)} broke off while it was read.`, cause);
}

function tooLarge(src: string): SourceError {
  return new SourceError('too-large', `${named(src)} is larger than 20 MB.`);
}
