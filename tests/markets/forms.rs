//! The forms of tiles and points.

use crate::common::{primitives, written};
use crate::{draw, with_count};
use smart_footprint::dataset::period::Basis;
use smart_footprint::embedded;
use smart_footprint::messages::{Key, Messages};
use smart_footprint::scene::{Fill, Scene};
use smart_footprint::theme::Theme;

fn filled(scene: &Scene, index: usize) -> Option<Fill> {
    primitives(scene, index).next().and_then(|primitive| primitive.fill)
}

#[test]
fn each_form_means_one_thing() {
    let theme = Theme::light();
    for (at, entered) in [("2026-06-30", &["AR", "CR"][..]), ("2025-12-31", &["HK"]), ("2024-12-31", &[])] {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&embedded::dataset(), &[("at", at)], width);
            for (index, mark) in scene.marks.iter().enumerate() {
                let place = mark.place.as_deref().unwrap_or_default();
                let dashed = primitives(&scene, index).filter(|primitive| primitive.stroke.is_some_and(|it| it.dashed));
                let dashed = dashed.count();
                match mark.kind {
                    "market" => {
                        let color = if entered.contains(&place) { theme.accent } else { theme.accent_soft };
                        assert_eq!(filled(&scene, index), Some(Fill::Solid(color)), "{} at {at}", mark.id);
                        assert_eq!(dashed, 0);
                    }
                    // A tile for each, and nothing else that is dashed.
                    "nameless" => assert_eq!(dashed, mark.value.unwrap() as usize, "{at}"),
                    "region" => assert_eq!((filled(&scene, index), dashed), (None, 0), "{}", mark.id),
                    _ => assert_eq!(dashed, 0, "{}", mark.id),
                }
            }
            let legend = written(&scene);
            assert_eq!(legend.contains("entered in "), !entered.is_empty(), "{at}");
            assert!(legend.contains("named market") && legend.contains("told of, not counted"), "{at}");
        }
    }
}

#[test]
fn a_count_that_we_dated_is_pale_on_the_strip() {
    let dataset = with_count(|row| row.period.basis = Basis::Inferred);
    let scene = draw(&dataset, &[], 800.0);
    let pale = |id: &str| {
        let index = scene.marks.iter().position(|mark| mark.id == id).unwrap();
        filled(&scene, index) == Some(Fill::Solid(Theme::light().accent_soft))
    };
    assert!(pale("observation:markets-2026-h1") && !pale("observation:markets-2025"));
    assert!(written(&scene).contains(Messages::english().text(Key::FormInferred)));
    assert!(!written(&draw(&embedded::dataset(), &[], 800.0)).contains(Messages::english().text(Key::FormInferred)));
}
