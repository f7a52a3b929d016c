//! The look: colours of the light and the dark theme, and the type and spacing of the
//! three layouts. Everything a view draws takes its style from here.

use crate::text::{TextStyle, Weight};

/// A colour with its opacity, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
    /// Opacity: 255 hides what is behind.
    pub alpha: u8,
}

impl Color {
    /// A colour from the number `0xRRGGBBAA`; `None` where there is no such number.
    #[must_use]
    pub fn from_number(number: f64) -> Option<Self> {
        if !(0.0..=4_294_967_295.0).contains(&number) {
            return None;
        }
        let [red, green, blue, alpha] = (number as u32).to_be_bytes();
        Some(Self { red, green, blue, alpha })
    }

    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self { red: (rgb >> 16) as u8, green: (rgb >> 8) as u8, blue: rgb as u8, alpha: 255 }
    }

    /// The same colour with a part of its opacity. It is rounded down, so that what fades
    /// again and again is gone in the end.
    #[must_use]
    pub fn times(self, opacity: f64) -> Self {
        Self { alpha: (f64::from(self.alpha) * opacity.clamp(0.0, 1.0)) as u8, ..self }
    }

    /// The colour on the way to another: this one at 0, the other one at 1. What is not seen
    /// has the other's hue.
    #[must_use]
    pub fn toward(self, other: Self, progress: f64) -> Self {
        let (one, other) = match (self.alpha, other.alpha) {
            (0, _) => (Self { alpha: 0, ..other }, other),
            (_, 0) => (self, Self { alpha: 0, ..self }),
            _ => (self, other),
        };
        let mix = |one: u8, other: u8| {
            let (one, other) = (f64::from(one), f64::from(other));
            (one + (other - one) * progress).round() as u8
        };
        Self {
            red: mix(one.red, other.red),
            green: mix(one.green, other.green),
            blue: mix(one.blue, other.blue),
            alpha: mix(one.alpha, other.alpha),
        }
    }

    /// `#rrggbb`, without the opacity.
    #[must_use]
    pub fn css(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::from("#");
        for part in [self.red, self.green, self.blue] {
            text.push(char::from(DIGITS[usize::from(part >> 4)]));
            text.push(char::from(DIGITS[usize::from(part & 15)]));
        }
        text
    }

    /// `#rrggbb` where nothing is seen through it, else `#rrggbbaa`.
    #[must_use]
    pub fn css_with_opacity(self) -> String {
        let mut text = self.css();
        if self.alpha == 255 {
            return text;
        }
        let opacity = Self { red: self.alpha, green: self.alpha, blue: self.alpha, alpha: 255 }.css();
        text.push_str(opacity.get(1..3).unwrap_or_default());
        text
    }

    /// The opacity between 0 and 1.
    #[must_use]
    pub fn opacity(self) -> f64 {
        f64::from(self.alpha) / 255.0
    }
}

/// The colours of a theme, by what they are for. Greys carry the frame; the accent carries
/// what is stated; the warning colour carries contradictions and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub background: Color,
    /// Titles and figures.
    pub ink: Color,
    /// Running text: subtitles, labels.
    pub ink_soft: Color,
    /// Axis labels and the footer; still 4.5:1 on the background.
    pub ink_faint: Color,
    /// Grid lines.
    pub grid: Color,
    /// Axes and rules.
    pub axis: Color,
    /// What is stated.
    pub accent: Color,
    /// Areas of the accent that carry text, always outlined with the accent.
    pub accent_soft: Color,
    /// Contradictions.
    pub warning: Color,
}

impl Theme {
    /// For light pages.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            background: Color::hex(0x00ff_ffff),
            ink: Color::hex(0x0016_181d),
            ink_soft: Color::hex(0x0048_4e5b),
            ink_faint: Color::hex(0x0063_6a78),
            grid: Color::hex(0x00e4_e7eb),
            axis: Color::hex(0x0087_8e9b),
            accent: Color::hex(0x000b_6b72),
            accent_soft: Color::hex(0x00d3_e8e8),
            warning: Color::hex(0x00b0_4a06),
        }
    }

    /// For dark pages.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            background: Color::hex(0x0014_171c),
            ink: Color::hex(0x00f2_f4f7),
            ink_soft: Color::hex(0x00bc_c3ce),
            ink_faint: Color::hex(0x0098_a1af),
            grid: Color::hex(0x002a_3039),
            axis: Color::hex(0x006b_7483),
            accent: Color::hex(0x004c_c2c6),
            accent_soft: Color::hex(0x0018_4347),
            warning: Color::hex(0x00f2_a653),
        }
    }

    /// For light pages, for readers who ask for more contrast: text 7:1, forms 4.5:1.
    #[must_use]
    pub const fn light_with_more_contrast() -> Self {
        Self {
            background: Color::hex(0x00ff_ffff),
            ink: Color::hex(0x0000_0000),
            ink_soft: Color::hex(0x001c_2027),
            ink_faint: Color::hex(0x0033_3842),
            grid: Color::hex(0x00a3_aab5),
            axis: Color::hex(0x004b_515d),
            accent: Color::hex(0x0000_4a50),
            accent_soft: Color::hex(0x00d3_e8e8),
            warning: Color::hex(0x007a_3000),
        }
    }

    /// For dark pages, for readers who ask for more contrast.
    #[must_use]
    pub const fn dark_with_more_contrast() -> Self {
        Self {
            background: Color::hex(0x0000_0000),
            ink: Color::hex(0x00ff_ffff),
            ink_soft: Color::hex(0x00e6_eaf0),
            ink_faint: Color::hex(0x00cd_d3dc),
            grid: Color::hex(0x0059_616d),
            axis: Color::hex(0x00a9_b1bd),
            accent: Color::hex(0x0078_e4e8),
            accent_soft: Color::hex(0x000f_3c40),
            warning: Color::hex(0x00ff_c27a),
        }
    }
}

/// The colours of a theme by name, as pages write them after `--footprint-`, in the order in
/// which [`Theme::with`] takes them.
pub const COLOR_NAMES: [&str; 9] =
    ["background", "ink", "ink-soft", "ink-faint", "grid", "axis", "accent", "accent-soft", "warning"];

impl Theme {
    /// The colours in the order of [`COLOR_NAMES`].
    #[must_use]
    pub fn colors(&self) -> [Color; 9] {
        [
            self.background,
            self.ink,
            self.ink_soft,
            self.ink_faint,
            self.grid,
            self.axis,
            self.accent,
            self.accent_soft,
            self.warning,
        ]
    }

    /// The theme with a page's colours, as numbers `0xRRGGBBAA` in the order of
    /// [`COLOR_NAMES`]. What is not there or no such number leaves the theme's colour.
    #[must_use]
    pub fn with(mut self, colors: &[f64]) -> Self {
        let slots = [
            &mut self.background,
            &mut self.ink,
            &mut self.ink_soft,
            &mut self.ink_faint,
            &mut self.grid,
            &mut self.axis,
            &mut self.accent,
            &mut self.accent_soft,
            &mut self.warning,
        ];
        for (slot, number) in slots.into_iter().zip(colors) {
            if let Some(color) = Color::from_number(*number) {
                *slot = color;
            }
        }
        self
    }
}

/// How much room there is; layouts differ in structure, not in scale alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Under 480 px: one column.
    Narrow,
    /// 480 to 1,099 px: panels side by side, figures beneath.
    Medium,
    /// From 1,100 px: figures in a column of their own.
    Wide,
}

impl Room {
    /// The one of three sizes that this room has place for.
    #[must_use]
    pub const fn pick(self, narrow: f64, medium: f64, wide: f64) -> f64 {
        match self {
            Self::Narrow => narrow,
            Self::Medium => medium,
            Self::Wide => wide,
        }
    }
}

/// Sizes in CSS pixels of one layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Which structure.
    pub room: Room,
    /// The whole width.
    pub width: f64,
    /// Left and right of everything.
    pub margin: f64,
    /// Between panels, and half of it between lines of items.
    pub gap: f64,
    /// The finding.
    pub title: TextStyle,
    /// Under the title.
    pub subtitle: TextStyle,
    /// Names of panels and rows.
    pub heading: TextStyle,
    /// A figure at its mark.
    pub value: TextStyle,
    /// Words at a mark.
    pub label: TextStyle,
    /// Axis labels and the footer.
    pub small: TextStyle,
    /// A figure that stands alone.
    pub figure: TextStyle,
    /// Radius of a point.
    pub radius: f64,
}

impl Layout {
    /// The layout for a width in CSS pixels; below 160 it is laid out as for 160.
    #[must_use]
    pub fn for_width(width: f64) -> Self {
        const NARROW: Layout = Layout::with(Room::Narrow);
        const MEDIUM: Layout = Layout::with(Room::Medium);
        const WIDE: Layout = Layout::with(Room::Wide);
        let width = width.clamp(160.0, 10_000.0);
        let layout = if width < 480.0 {
            &NARROW
        } else if width < 1_100.0 {
            &MEDIUM
        } else {
            &WIDE
        };
        Self { width, ..*layout }
    }

    const fn with(room: Room) -> Self {
        const fn style(size: f64, weight: Weight) -> TextStyle {
            TextStyle { size, weight }
        }
        Self {
            room,
            width: 0.0,
            margin: room.pick(16.0, 24.0, 40.0),
            gap: room.pick(24.0, 40.0, 64.0),
            title: style(room.pick(19.0, 23.0, 32.0), Weight::Bold),
            subtitle: style(room.pick(13.0, 14.0, 17.0), Weight::Regular),
            heading: style(room.pick(14.0, 14.0, 17.0), Weight::Bold),
            value: style(room.pick(14.0, 15.0, 18.0), Weight::Bold),
            label: style(room.pick(12.0, 12.5, 15.0), Weight::Regular),
            small: style(room.pick(12.0, 12.0, 14.0), Weight::Regular),
            figure: style(room.pick(20.0, 24.0, 38.0), Weight::Bold),
            radius: room.pick(4.5, 5.0, 6.5),
        }
    }

    /// The width between the margins.
    #[must_use]
    pub fn inner_width(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Theme};

    fn luminance(color: Color) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.red) + 0.7152 * part(color.green) + 0.0722 * part(color.blue)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn a_page_sets_what_it_names_and_nothing_else() {
        let plain = Theme::light();
        assert_eq!(plain.clone().with(&[]), plain);
        assert_eq!(plain.clone().with(&[f64::NAN, -1.0, 4_294_967_296.0, f64::INFINITY]), plain);
        let dark = Theme::dark().colors();
        assert_eq!(plain.clone().with(&dark.map(number)), Theme::dark());
        let clear = plain.clone().with(&[0.0]);
        assert_eq!(clear.background, Color { red: 0, green: 0, blue: 0, alpha: 0 });
        assert_eq!(clear, Theme { background: clear.background, ..plain });
    }

    fn number(color: Color) -> f64 {
        f64::from(u32::from_be_bytes([color.red, color.green, color.blue, color.alpha]))
    }

    #[test]
    fn text_and_marks_stand_out_in_every_theme() {
        for theme in [Theme::light(), Theme::dark()] {
            for text in [theme.ink, theme.ink_soft, theme.ink_faint, theme.accent, theme.warning] {
                assert!(contrast(text, theme.background) >= 4.5, "{text:?} on {:?}", theme.background);
            }
            assert!(contrast(theme.ink, theme.accent_soft) >= 4.5);
            assert!(contrast(theme.axis, theme.background) >= 3.0);
        }
    }
}
