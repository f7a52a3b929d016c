/**
 * Who is measured. `file` is the module in peers/ that draws; `package` the npm package behind
 * it; `scripts` the library's own files for a script tag, for their size alone; `thins` tells
 * that the library can thin out the points of a long series itself; `only` names its measures, where
 * it has not all of them.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('node_modules', import.meta.url));

export const peers = [
  { id: 'blank', title: 'blank page', file: 'blank' },
  { id: 'canvas', title: 'hand-written canvas', file: 'canvas' },
  { id: 'ours', title: 'smart-footprint', file: 'smart-footprint', ours: 'module' },
  {
    id: 'ours-preload', title: 'smart-footprint, preloaded', file: 'smart-footprint', ours: 'preload', only: ['start'],
    note: 'the page names the small module in a `link` element, as our readme tells',
  },
  { id: 'ours-standalone', title: 'smart-footprint, one script', file: 'smart-footprint', ours: 'standalone' },
  {
    id: 'uplot', title: 'uPlot', file: 'uplot', package: 'uplot',
    scripts: ['dist/uPlot.iife.min.js', 'dist/uPlot.min.css'],
  },
  { id: 'uplot-again', title: 'uPlot, again', file: 'uplot', package: 'uplot', twin: 'uplot' },
  {
    id: 'chartjs', title: 'Chart.js', file: 'chartjs', package: 'chart.js', thins: true,
    scripts: [
      'dist/chart.umd.min.js',
      '../chartjs-adapter-date-fns/dist/chartjs-adapter-date-fns.bundle.min.js',
    ],
  },
  {
    id: 'lightweight-charts', title: 'lightweight-charts', file: 'lightweight-charts',
    package: 'lightweight-charts', scripts: ['dist/lightweight-charts.standalone.production.js'],
  },
  {
    id: 'plot', title: 'Observable Plot', file: 'plot', package: '@observablehq/plot',
    scripts: ['dist/plot.umd.min.js', '../../d3/dist/d3.min.js'],
  },
  {
    id: 'highcharts', title: 'Highcharts', file: 'highcharts', package: 'highcharts',
    scripts: ['highcharts.js'],
    note: 'not openly licensed: measured here and used for nothing else',
  },
  {
    id: 'echarts', title: 'ECharts', file: 'echarts', package: 'echarts', thins: true,
    scripts: ['dist/echarts.min.js'],
  },
];

/** The folder that a peer's package was installed into. */
export function folderOf(peer) {
  return path.join(installed, peer.package);
}

/** A peer with its version and licence, or with why it is missing; `ours` is our own package. */
export function found(peer, ours) {
  if (peer.ours) return { ...peer, version: ours.version, licence: ours.licence };
  if (!peer.package) return peer;
  const manifest = path.join(folderOf(peer), 'package.json');
  if (!existsSync(manifest)) return { ...peer, missing: `${peer.package} is not installed` };
  const { version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { ...peer, version, licence: license };
}
