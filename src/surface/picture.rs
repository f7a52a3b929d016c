//! A scene as pixels, outside a browser: its SVG, drawn by resvg with given fonts.

use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::svg;
use crate::scene::Scene;

/// Paints scenes with a set of fonts.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// A painter with the TrueType fonts of a folder and of the folders in it; text is set
    /// in the family of the first.
    ///
    /// # Errors
    /// A sentence when there is no font.
    pub fn with_fonts(folder: &Path) -> Result<Self, String> {
        let mut fonts = fontdb::Database::new();
        load(&mut fonts, folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let family = family.ok_or_else(|| format!("no font found in {}", folder.display()))?;
        let options = Options { font_family: family, fontdb: Arc::new(fonts), ..Options::default() };
        Ok(Self { options })
    }

    /// The same painter with the fonts of another folder for letters that the first has not.
    ///
    /// # Errors
    /// A sentence when the folder cannot be read.
    pub fn and_fonts(mut self, folder: &Path) -> Result<Self, String> {
        let fonts = Arc::make_mut(&mut self.options.fontdb);
        load(fonts, folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(self)
    }

    /// The picture with `scale` pixels to a CSS pixel.
    ///
    /// # Errors
    /// A sentence when the scene has no size or the picture is too large.
    pub fn paint(&self, scene: &Scene, scale: f32) -> Result<Pixmap, String> {
        let document = svg::write(scene, "en", &self.options.font_family);
        let tree = Tree::from_str(&document, &self.options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size().scale_by(scale).ok_or("the scene has no size")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels)
    }
}

/// Loads all fonts below a folder, in the order of their names.
fn load(fonts: &mut fontdb::Database, folder: &Path) -> std::io::Result<()> {
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            load(fonts, &path)?;
        } else if path.extension().is_some_and(|ending| ending == "ttf") {
            fonts.load_font_data(std::fs::read(&path)?);
        }
    }
    Ok(())
}
