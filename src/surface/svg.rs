//! A scene as SVG: a group a mark, text as text, nothing fetched, no script, no style
//! attribute.
//!
//! The whole is a `group`, not an `img`, whose parts nobody could reach; its `title` and `desc`
//! name and describe it. Each mark is an `img`, so that its label is read, and not in bits the
//! texts it is drawn with. Labels are `title` elements: they are names for who listens, and show
//! under the pointer of who looks.

use crate::decimal::rounded;
use crate::scene::geometry::Axis;
use crate::scene::{Anchor, DASH, Fill, Primitive, Scene, Shape, Stroke, Text};
use crate::theme::Color;

/// The font families of pictures that stand alone.
pub const FONT_FAMILY: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, Inter, 'Helvetica Neue', Arial, sans-serif";

/// The SVG document of a scene.
#[must_use]
pub fn write(scene: &Scene, language: &str, font_family: &str) -> String {
    let mut svg = Writer { text: String::with_capacity(scene.primitives.len() * 160), fades: Vec::new() };
    let (width, height) = (rounded(scene.width, 2), rounded(scene.height, 2));
    svg.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            // On a page in the other direction texts would stand on the wrong side of their places.
            ("direction", "ltr"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &["0 0 ", &width, " ", &height].concat()),
            ("role", "group"),
            ("lang", language),
            ("font-family", font_family),
            // As on the canvas: letters keep their proportions at every scale.
            ("text-rendering", "geometricPrecision"),
        ],
    );
    svg.element("title", &scene.title);
    svg.element("desc", &scene.summary);
    svg.definitions(scene);
    let mut ground = vec![("width", width), ("height", height), ("fill", scene.background.css())];
    add_opacity(&mut ground, "fill-opacity", scene.background);
    let ground: Vec<(&str, &str)> = ground.iter().map(|(name, value)| (*name, value.as_str())).collect();
    svg.empty("rect", &ground);
    let mut open: Option<usize> = None;
    for primitive in &scene.primitives {
        if primitive.mark != open {
            if open.is_some() {
                svg.close("g");
            }
            open = primitive.mark;
            if let Some(mark) = open.and_then(|index| scene.marks.get(index)) {
                svg.open("g", &[("data-mark", &mark.id), ("role", "img")]);
                svg.element("title", &mark.label);
            } else if open.is_some() {
                svg.open("g", &[]);
            }
        }
        svg.primitive(primitive);
    }
    if open.is_some() {
        svg.close("g");
    }
    svg.close("svg");
    svg.text
}

struct Writer {
    text: String,
    fades: Vec<(Color, u8)>,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Writer {
    fn escape(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // XML knows no other control characters.
                '\t' | '\n' | '\r' => self.text.push(' '),
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.text.push(character),
            }
        }
    }

    fn tag(&mut self, name: &str, attributes: Attributes, end: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escape(value);
            self.text.push('"');
        }
        self.text.push_str(end);
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes, ">");
    }

    fn empty(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes, "/>");
    }

    fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    fn element(&mut self, name: &str, content: &str) {
        self.open(name, &[]);
        self.escape(content);
        self.close(name);
    }

    fn definitions(&mut self, scene: &Scene) {
        for primitive in &scene.primitives {
            if let Some(Fill::FadeIn { color, from }) = primitive.fill
                && !self.fades.contains(&(color, from))
            {
                self.fades.push((color, from));
            }
        }
        if self.fades.is_empty() {
            return;
        }
        self.open("defs", &[]);
        for (color, from) in self.fades.clone() {
            self.open("linearGradient", &[("id", &fade_id(color, from))]);
            let opacity = rounded(f64::from(from) / 100.0 * color.opacity(), 2);
            self.empty("stop", &[("offset", "0"), ("stop-color", &color.css()), ("stop-opacity", &opacity)]);
            let mut end = vec![("offset", "1".to_owned()), ("stop-color", color.css())];
            add_opacity(&mut end, "stop-opacity", color);
            let end: Vec<(&str, &str)> = end.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.empty("stop", &end);
            self.close("linearGradient");
        }
        self.close("defs");
    }

    fn primitive(&mut self, primitive: &Primitive) {
        let mut attributes: Vec<(&str, String)> = Vec::new();
        let mut add = |name, value: f64| attributes.push((name, rounded(value, 2)));
        let name = match &primitive.shape {
            Shape::Text(text) => return self.text(text, primitive.fill),
            Shape::Line(from, to) => {
                // A one-pixel line along the grid covers one row of pixels.
                let nudge =
                    primitive.stroke.map_or(0.0, |stroke| if (stroke.width - 1.0).abs() < 0.01 { 0.5 } else { 0.0 });
                let (dx, dy) = match Axis::of(*from, *to) {
                    Some(Axis::Vertical) => (nudge, 0.0),
                    Some(Axis::Horizontal) => (0.0, nudge),
                    None => (0.0, 0.0),
                };
                add("x1", from.x + dx);
                add("y1", from.y + dy);
                add("x2", to.x + dx);
                add("y2", to.y + dy);
                "line"
            }
            Shape::Rectangle { bounds, radius } => {
                // As on the canvas: an outline lies within its box.
                let bounds = bounds.grown(-primitive.stroke.map_or(0.0, |stroke| stroke.width / 2.0));
                add("x", bounds.x);
                add("y", bounds.y);
                add("width", bounds.width);
                add("height", bounds.height);
                if *radius > 0.0 {
                    add("rx", *radius);
                }
                "rect"
            }
            Shape::Circle { center, radius } => {
                add("cx", center.x);
                add("cy", center.y);
                add("r", *radius);
                "circle"
            }
            Shape::Path { points, closed } => {
                let mut path = String::new();
                for point in points {
                    path.push(if path.is_empty() { 'M' } else { 'L' });
                    path.push_str(&rounded(point.x, 2));
                    path.push(' ');
                    path.push_str(&rounded(point.y, 2));
                }
                if *closed {
                    path.push('Z');
                }
                attributes.push(("d", path));
                "path"
            }
        };
        paint(&mut attributes, primitive.fill, primitive.stroke);
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.empty(name, &attributes);
    }

    fn text(&mut self, text: &Text, fill: Option<Fill>) {
        let mut attributes = vec![
            ("x", rounded(text.at.x, 2)),
            ("y", rounded(text.at.y, 2)),
            ("font-size", rounded(text.style.size, 2)),
            ("font-weight", text.style.weight.css().to_owned()),
        ];
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes.push(("text-anchor", "middle".to_owned())),
            Anchor::End => attributes.push(("text-anchor", "end".to_owned())),
        }
        paint(&mut attributes, fill, None);
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.open("text", &attributes);
        self.escape(&text.content);
        self.close("text");
    }
}

fn fade_id(color: Color, from: u8) -> String {
    ["fade-", color.css_with_opacity().trim_start_matches('#'), "-", &from.to_string()].concat()
}

/// SVG has the opacity in an attribute of its own.
fn add_opacity(attributes: &mut Vec<(&str, String)>, name: &'static str, color: Color) {
    if color.alpha < 255 {
        attributes.push((name, rounded(color.opacity(), 3)));
    }
}

fn paint(attributes: &mut Vec<(&str, String)>, fill: Option<Fill>, stroke: Option<Stroke>) {
    match fill {
        None => attributes.push(("fill", "none".to_owned())),
        Some(Fill::FadeIn { color, from }) => {
            attributes.push(("fill", ["url(#", &fade_id(color, from), ")"].concat()));
        }
        Some(Fill::Solid(color)) => {
            attributes.push(("fill", color.css()));
            add_opacity(attributes, "fill-opacity", color);
        }
    }
    if let Some(stroke) = stroke {
        attributes.push(("stroke", stroke.color.css()));
        attributes.push(("stroke-width", rounded(stroke.width, 2)));
        attributes.push(("stroke-linejoin", "round".to_owned()));
        add_opacity(attributes, "stroke-opacity", stroke.color);
        if stroke.dashed {
            attributes.push(("stroke-dasharray", DASH.map(|length| rounded(length, 2)).join(" ")));
        }
    }
}
