// What a page may demand of a script that another server sends: its `integrity` attribute.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export async function subresourceIntegrity(file) {
  return `sha384-${createHash('sha384').update(await readFile(file)).digest('base64')}`;
}
