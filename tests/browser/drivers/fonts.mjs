// The pinned test font, and no other: text is as wide on every machine and in every engine.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A fontconfig file that knows the pinned font alone. */
export async function pinnedFonts(project) {
  const folder = path.join(project, 'target/fonts');
  const file = path.join(folder, 'fonts.conf');
  const family = (name) => `
  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Inter</string></edit>
  </match>`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path.join(project, 'node_modules/@expo-google-fonts/inter')}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>${['sans-serif', 'system-ui', 'monospace'].map(family).join('')}
</fontconfig>
`);
  return file;
}
