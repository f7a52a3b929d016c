/**
 * Where the evidence card goes: near its mark, inside the widget, never over the mark, and over
 * as little of the other marks as can be, for a covered mark cannot be pointed at.
 */
import { untoldZoom } from './pointing';

export interface Box { x: number; y: number; width: number; height: number }
export interface Size { width: number; height: number }
export interface Place { left: number; top: number; maxHeight: number }

/** Between the mark and its card: room for the ring. */
const gap = 10;
/** What a card that is not docked keeps from the widget's edges. */
const edge = 8;

/**
 * `seen` is the part of the widget that is on the screen. Beside the mark if there is room, else
 * under or over it; a docked card is as wide as the widget and always goes under or over.
 */
export function placeCard(
  mark: Box, card: Size, seen: Box, others: readonly Box[], docked: boolean,
): Place {
  const bounds = docked ? seen : grown(seen, -edge);
  const right = bounds.x + bounds.width;
  const bottom = bounds.y + bounds.height;
  const under = mark.y + mark.height + gap;
  const over = mark.y - gap - card.height;
  const middleX = mark.x + mark.width / 2 - card.width / 2;
  const middleY = mark.y + mark.height / 2 - card.height / 2;

  const lefts = docked ? [bounds.x] : [middleX, mark.x, mark.x + mark.width - card.width];
  const places = lefts.flatMap((x) => [{ x, y: under }, { x, y: over }]);
  if (!docked) {
    for (const y of [mark.y, middleY, mark.y + mark.height - card.height]) {
      places.unshift({ x: mark.x + mark.width + gap, y }, { x: mark.x - gap - card.width, y });
    }
  }

  let best: { place: Place; cost: number } | undefined;
  places.forEach((wish, rank) => {
    const x = within(wish.x, bounds.x, right - card.width);
    const y = within(wish.y, bounds.y, bottom - card.height);
    const box = { x, y, ...card };
    if (card.height > bounds.height || overlap(box, grown(mark, gap / 2)) > 0) return;
    const cost = rank / 10 + others.reduce((sum, other) => sum + share(box, other), 0);
    if (!best || cost < best.cost) {
      best = { place: { left: x, top: y, maxHeight: bounds.height }, cost };
    }
  });
  return best?.place ?? scrolling(mark, card, bounds);
}

/** No place has room for all of it: the roomier side, with the rest to be scrolled to. */
function scrolling(mark: Box, card: Size, bounds: Box): Place {
  const left = within(mark.x, bounds.x, bounds.x + bounds.width - card.width);
  const under = mark.y + mark.height + gap;
  const roomUnder = bounds.y + bounds.height - under;
  const roomOver = mark.y - gap - bounds.y;
  return roomUnder >= roomOver
    ? { left, top: under, maxHeight: Math.max(0, roomUnder) }
    : { left, top: bounds.y, maxHeight: Math.max(0, roomOver) };
}

function within(wish: number, from: number, to: number): number {
  return Math.max(from, Math.min(wish, to));
}

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How much of the other mark would be covered, from none to all. */
function share(card: Box, other: Box): number {
  return overlap(card, other) / Math.max(1, other.width * other.height);
}

/** The part of the widget that is on the screen, or all of it where that is hardly any. */
export function visibleBounds(root: Element, size: Size): Box {
  const box = root.getBoundingClientRect();
  const screen = root.ownerDocument.documentElement;
  const untold = untoldZoom(root);
  const { scrollX, scrollY } = root.ownerDocument.defaultView!;
  const left = box.left + scrollX - scrollX / untold;
  const top = box.top + scrollY - scrollY / untold;
  const scaleX = box.width / size.width || 1;
  const scaleY = box.height / size.height || 1;
  const x = Math.max(0, -left / scaleX);
  const y = Math.max(0, -top / scaleY);
  const width = Math.min(size.width, (screen.clientWidth / untold - left) / scaleX) - x;
  const height = Math.min(size.height, (screen.clientHeight / untold - top) / scaleY) - y;
  const enough = width >= Math.min(size.width, 240) && height >= Math.min(size.height, 240);
  return enough ? { x, y, width, height } : { x: 0, y: 0, ...size };
}
