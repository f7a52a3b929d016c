//! In every theme, text stands out by 4.5:1 from what is painted behind it, and every mark has a
//! form that stands out by 3:1; with more contrast, by 7:1 and 4.5:1.

use smart_footprint::dataset::Dataset;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::{Fill, Point, Primitive, Rectangle, Scene, Shape};
use smart_footprint::theme::{Color, Theme};

use super::common::{VIEWS, datasets, draw_with, invented_brand};

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

/// What is seen of a colour over an opaque one.
fn over(color: Color, behind: Color) -> Color {
    behind.toward(Color { alpha: 255, ..color }, color.opacity())
}

/// The colour of a fill at a point of its shape.
fn fill_at(fill: Fill, bounds: &Rectangle, x: f64) -> Color {
    match fill {
        Fill::Solid(color) => color,
        Fill::FadeIn { color, from } => {
            let (from, along) = (f64::from(from) / 100.0, (x - bounds.x) / bounds.width.max(1e-9));
            color.times(from + (1.0 - from) * along.clamp(0.0, 1.0))
        }
    }
}

fn bounds_of(points: &[Point]) -> Rectangle {
    points.iter().skip(1).fold(Rectangle::between(points[0], points[0]), |bounds, point| {
        bounds.union(&Rectangle::between(*point, *point))
    })
}

/// Whether a closed path holds a point: it crosses an odd number of edges on the way out.
fn holds(points: &[Point], at: Point) -> bool {
    let edges = points.iter().zip(points.iter().cycle().skip(1));
    let crossed = edges.filter(|(one, other)| {
        (one.y > at.y) != (other.y > at.y) && at.x < one.x + (at.y - one.y) / (other.y - one.y) * (other.x - one.x)
    });
    crossed.count() % 2 == 1
}

/// What is seen at a point of the first `count` primitives.
fn behind(scene: &Scene, count: usize, at: Point) -> Color {
    let mut seen = scene.background;
    for primitive in &scene.primitives[..count] {
        let Some(fill) = primitive.fill else { continue };
        let (inside, bounds) = match &primitive.shape {
            Shape::Rectangle { bounds, .. } => (bounds.contains_point(at), *bounds),
            Shape::Circle { center, radius } => {
                let bounds = Rectangle::around(*center, *radius);
                ((at.x - center.x).hypot(at.y - center.y) <= *radius, bounds)
            }
            Shape::Path { points, closed: true } => (holds(points, at), bounds_of(points)),
            _ => continue,
        };
        if inside {
            seen = over(fill_at(fill, &bounds, at.x), seen);
        }
    }
    seen
}

/// The least contrast of a text with what is behind it, along its length.
fn of_text(scene: &Scene, index: usize, color: Color, bounds: &Rectangle) -> f64 {
    let steps = (bounds.width / 4.0).ceil().max(1.0) as u32;
    (0..=steps)
        .map(|step| bounds.x + bounds.width * f64::from(step) / f64::from(steps))
        .map(|x| behind(scene, index, Point::new(x, bounds.center().y)))
        .map(|behind| contrast(over(color, behind), behind))
        .fold(f64::INFINITY, f64::min)
}

/// The contrast of a form with what lies round it: its outline's, or its inside's.
fn of_form(scene: &Scene, index: usize, primitive: &Primitive) -> f64 {
    let bounds = match &primitive.shape {
        Shape::Line(one, other) => Rectangle::between(*one, *other),
        Shape::Path { points, .. } => bounds_of(points),
        Shape::Rectangle { bounds, .. } => *bounds,
        Shape::Circle { center, radius } => Rectangle::around(*center, *radius),
        Shape::Text(_) => return 0.0,
    };
    let round = behind(scene, index, Point::new(bounds.right() + 1.0, bounds.center().y));
    let stroke = primitive.stroke.map(|stroke| stroke.color);
    let fill = primitive.fill.map(|fill| fill_at(fill, &bounds, bounds.right()));
    [stroke, fill].into_iter().flatten().map(|color| contrast(over(color, round), round)).fold(0.0, f64::max)
}

fn faults(scene: &Scene, text_least: f64, form_least: f64) -> Vec<String> {
    let mut faults = Vec::new();
    let mut forms = vec![None; scene.marks.len()];
    for (index, primitive) in scene.primitives.iter().enumerate() {
        if let Shape::Text(text) = &primitive.shape {
            let Some(Fill::Solid(color)) = primitive.fill else { continue };
            let found = of_text(scene, index, color, &text.bounds());
            if found < text_least {
                faults.push(format!("{:?} in {} has {found:.2}:1", text.content, color.css_with_opacity()));
            }
        } else if let Some(mark) = primitive.mark {
            let found = of_form(scene, index, primitive);
            forms[mark] = Some(forms[mark].unwrap_or(0.0_f64).max(found));
        }
    }
    for (mark, best) in scene.marks.iter().zip(forms) {
        if let Some(best) = best.filter(|best| *best < form_least) {
            faults.push(format!("the form of {} has {best:.2}:1", mark.id));
        }
    }
    faults
}

fn everywhere(theme: &Theme, text_least: f64, form_least: f64) {
    let [(_, embedded), (_, later)] = datasets();
    let mut found: Vec<String> = Vec::new();
    let mut look = |dataset: &Dataset, name: &str| {
        for view in VIEWS {
            for width in [240.0, 320.0, 800.0, 1600.0] {
                let scene = draw_with(dataset, &ViewOptions { view, ..ViewOptions::default() }, width, theme);
                let here = format!("{name}, {}, {width} px", view.word());
                found.extend(faults(&scene, text_least, form_least).iter().map(|fault| format!("{here}: {fault}")));
            }
        }
    };
    look(&embedded, "embedded");
    look(&later, "half a year later");
    look(&invented_brand(), "invented brand");
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
}

#[test]
fn all_stands_out_on_light_pages() {
    everywhere(&Theme::light(), 4.5, 3.0);
}

#[test]
fn all_stands_out_on_dark_pages() {
    everywhere(&Theme::dark(), 4.5, 3.0);
}

#[test]
fn more_stands_out_with_more_contrast_on_light_pages() {
    everywhere(&Theme::light_with_more_contrast(), 7.0, 4.5);
}

#[test]
fn more_stands_out_with_more_contrast_on_dark_pages() {
    everywhere(&Theme::dark_with_more_contrast(), 7.0, 4.5);
}
