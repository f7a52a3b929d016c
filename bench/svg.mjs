/** The little of SVG that the pictures of results have in common. */

/** A page may be dark: so is the picture then, as far as the reader's system tells. */
const style = `<style>
text { fill: #222 } .soft { fill: #666 } .ground { fill: #fff } .bar { fill: #b0b0b0 } .floor { fill: #ddd } .ours { fill: #0f7b83 }
.axis { stroke: #999 } .spread { stroke: #444 } .line { stroke: #0f7b83 }
@media (prefers-color-scheme: dark) {
text { fill: #e4e6e8 } .soft { fill: #9aa0a6 } .ground { fill: #15181c } .bar { fill: #666d75 } .floor { fill: #3b4046 } .ours { fill: #35b5bf }
.axis { stroke: #5a6068 } .spread { stroke: #d0d4d8 } .line { stroke: #35b5bf }
}
</style>`;

/** A picture of those parts; `words` say the same for who does not see it. */
export function svg(width, height, words, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(words)}" font-family="system-ui, sans-serif" font-size="12">
${style}
<rect class="ground" width="${width}" height="${height}" rx="6"/>
${parts.join('\n')}
</svg>
`;
}

export const round = (value) => Math.round(value * 10) / 10;

export function text(content, x, y, attributes) {
  const listed = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<text x="${x}" y="${y}"${listed}>${escaped(content)}</text>`;
}

const escaped = (words) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
