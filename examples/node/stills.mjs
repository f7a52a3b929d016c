import { mkdir, writeFile } from 'node:fs/promises';
import { renderSvg } from 'smart-footprint';

await mkdir('dist', { recursive: true });
for (const view of ['growth', 'markets', 'sales', 'lineup']) {
  await writeFile(`dist/${view}.svg`, await renderSvg({ view, width: 800 }));
}
