// WebDriver's bidirectional form: commands and events over one socket.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export async function connect(url) {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 0 });
  await once(socket, 'open');
  const waiting = new Map();
  const hearers = new Map();
  let last = 0;
  socket.on('message', (data) => {
    const { type, id, method, params, result, error, message } = JSON.parse(data);
    if (type === 'event') {
      for (const hear of hearers.get(method) ?? []) hear(params);
      return;
    }
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (type === 'success') resolve?.(result);
    else reject?.(new Error(`${error}: ${message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has gone'));
    waiting.clear();
  });
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  return {
    send,
    async subscribe(...events) {
      await send('session.subscribe', { events });
    },
    /** Hears an event; gives back what ends that. */
    on(method, hear) {
      if (!hearers.has(method)) hearers.set(method, new Set());
      hearers.get(method).add(hear);
      return () => hearers.get(method).delete(hear);
    },
    stop: () => socket.close(),
  };
}
