//! Blocks of tiles on shelves: each as wide as its tiles need, side by side while there is
//! room, in their order as far as they fit.

use crate::scene::Rectangle;

/// Tiles of one size under a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// How many tiles there is to be room for.
    pub count: usize,
    /// Width of a tile.
    pub width: f64,
    /// Height of a tile.
    pub height: f64,
    /// Width of the title.
    pub title: f64,
}

/// Where a block stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its index.
    pub block: usize,
    /// The whole, title included.
    pub bounds: Rectangle,
    /// How many tiles stand side by side.
    pub columns: usize,
}

/// Distances.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spacing {
    /// From tile to tile.
    pub tiles: f64,
    /// From block to block, across.
    pub across: f64,
    /// From shelf to shelf.
    pub down: f64,
    /// From the top of a title to that of the tiles.
    pub title: f64,
}

/// Places all blocks that hold any tile; gives the y below them.
pub(super) fn pack(blocks: &[Block], area: Rectangle, spacing: Spacing) -> (Vec<Placed>, f64) {
    let mut placed: Vec<Placed> = Vec::new();
    let mut is_placed: Vec<bool> = Vec::new();
    for block in blocks {
        is_placed.push(block.count == 0);
    }
    let mut top = area.y;
    while is_placed.contains(&false) {
        // The first of a shelf sets its height, the others fit into it.
        let (mut x, mut height) = (area.x, 0.0);
        for (index, block) in blocks.iter().enumerate() {
            if is_placed[index] {
                continue;
            }
            let first = height == 0.0;
            let rows = if first {
                block.count.div_ceil(fitting(area.width, block.width, spacing.tiles))
            } else {
                fitting(height, block.height, spacing.tiles)
            };
            let columns = block.count.div_ceil(rows);
            let tall = block.count.div_ceil(columns) as f64 * (block.height + spacing.tiles) - spacing.tiles;
            let wide = (columns as f64 * (block.width + spacing.tiles) - spacing.tiles).max(block.title);
            if !first && (x + wide > area.right() + 0.5 || tall > height) {
                continue;
            }
            let wide = wide.min(area.right() - x);
            placed.push(Placed { block: index, bounds: Rectangle::new(x, top, wide, spacing.title + tall), columns });
            is_placed[index] = true;
            x += wide + spacing.across;
            height = f64::max(height, tall);
        }
        top += spacing.title + height + spacing.down;
    }
    (placed, top)
}

/// How many items with gaps between them fit; at least one.
fn fitting(length: f64, item: f64, gap: f64) -> usize {
    ((length + gap + 0.5) / (item + gap)).max(1.0) as usize
}

#[cfg(test)]
mod tests {
    use super::{Block, Spacing, pack};
    use crate::scene::Rectangle;

    #[test]
    fn blocks_keep_apart_and_inside() {
        let spacing = Spacing { tiles: 6.0, across: 20.0, down: 12.0, title: 24.0 };
        let block = |count, title| Block { count, width: 50.0, height: 40.0, title };
        let blocks = [block(13, 80.0), block(4, 90.0), block(0, 10.0), block(2, 400.0), block(1, 60.0)];
        for width in [60.0, 168.0, 288.0, 752.0, 1_500.0] {
            let area = Rectangle::new(16.0, 100.0, width, 0.0);
            let (placed, bottom) = pack(&blocks, area, spacing);
            assert_eq!(placed.len(), 4, "{width}");
            for (index, one) in placed.iter().enumerate() {
                assert!(one.bounds.x >= area.x && one.bounds.right() <= area.right() + 0.01, "{width}");
                assert!(one.bounds.bottom() <= bottom, "{width}");
                assert!(!placed[index + 1..].iter().any(|other| one.bounds.overlaps(&other.bounds)), "{width}");
            }
        }
    }
}
