// What a page ships that draws the charts as soon as it can.
import figures from '#figures';
import { bars, series } from '#peer';

series(document.getElementById('series'), figures.series);
const second = document.getElementById('bars');
if (second) bars(second, figures.bars);
