//! A language file that was cut, mixed up or written by somebody else: every view is drawn with
//! it all the same. And what the check of message files lets pass leaves no hole in a sentence.

use std::path::Path;
use std::sync::OnceLock;

use super::looked_at;
use crate::bytes::Bytes;
use crate::common::{VIEWS, draw_in};
use crate::faults::is_finite;
use smart_footprint::dataset::words_file;
use smart_footprint::embedded;
use smart_footprint::evidence::evidence;
use smart_footprint::messages::language::Language;
use smart_footprint::messages::source_file::{self, MessageTexts};
use smart_footprint::options::ViewOptions;
use smart_footprint::surface::svg;
use smart_footprint::theme::Theme;

struct Shipped {
    english: MessageTexts,
    german: MessageTexts,
    /// German as it is fetched.
    lines: Vec<String>,
    /// The dataset's words among them.
    words: Vec<String>,
}

fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = here.ancestors().map(|above| above.join("data/languages")).find(|path| path.exists()).unwrap();
        let read = |tag: &str| source_file::read(&folder, tag).unwrap();
        let (english, german) = (read("en"), read("de"));
        let words = words_file::read(&folder.join("dataset/de.toml")).unwrap();
        let root = embedded::node();
        assert!(words_file::check(&root, &words).is_empty());
        let words = [true, false].map(|drawn| words_file::lines(&root, &words, drawn)).concat();
        let mut lines: Vec<String> =
            source_file::compact(&english, &german, |_| true).split('\n').map(str::to_owned).collect();
        lines.extend_from_slice(&words);
        Shipped { english, german, lines, words }
    })
}

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    if bytes.below(2) == 0 { broken_file(&mut bytes, data) } else { checked_messages(&mut bytes, data) }
}

/// The compact form, as it is fetched, with damage.
fn broken_file(bytes: &mut Bytes, data: &[u8]) {
    let mut lines = shipped().lines.clone();
    for _ in 0..bytes.below(20) {
        let at = bytes.below(lines.len());
        if lines.is_empty() {
            break;
        }
        match bytes.below(6) {
            0 => lines[at] = bytes.text(),
            1 => lines[at].clear(),
            2 => drop(lines.remove(at)),
            3 => lines.insert(at, bytes.text()),
            4 => lines.truncate(at + 1),
            _ => {
                let text: Vec<char> = lines[at].chars().collect();
                let cut = bytes.below(text.len());
                lines[at] = text[..cut.min(text.len())].iter().collect();
            }
        }
    }
    let mut text = lines.join("\n");
    if bytes.one_in(8) {
        text = String::from_utf8_lossy(bytes.rest()).into_owned();
    }
    draw_all(&Language::read("xx", &[text]), data);
}

/// Messages that somebody translated in odd words, as far as the check lets them pass.
fn checked_messages(bytes: &mut Bytes, data: &[u8]) {
    let Shipped { english, german, words, .. } = shipped();
    let mut texts = if bytes.below(2) == 0 { english.clone() } else { german.clone() };
    let keys: Vec<&String> = english.keys().collect();
    for _ in 0..=bytes.below(8) {
        let key = *bytes.pick(&keys);
        let odd = match bytes.below(4) {
            0 => bytes.text(),
            1 => texts[key].replace(' ', &bytes.text()),
            2 => [&*bytes.text(), &texts[key]].concat(),
            _ => texts[key].replace('{', "{{"),
        };
        texts.insert(key.clone(), odd);
    }
    if !source_file::check(english, &texts).is_empty() {
        return;
    }
    let mut lines = vec![source_file::compact(english, &texts, |_| true)];
    lines.extend_from_slice(words);
    let language = Language::read("xx", &[lines.join("\n")]);
    let drawn = draw_all(&language, data);
    let hole = drawn.chars().find(|character| ('\0'..' ').contains(character));
    assert!(hole.is_none(), "{hole:?} in a sentence");
}

/// All that is written and said in pictures of the embedded dataset.
fn draw_all(language: &Language, data: &[u8]) -> String {
    let mut said = String::new();
    for view in looked_at(VIEWS.len(), 1, data).into_iter().map(|at| VIEWS[at]) {
        let options = ViewOptions { view, controls: true, ..ViewOptions::default() };
        let scene = draw_in(&language.messages, &language.dataset, &options, 800.0, &Theme::light());
        assert!(scene.width.is_finite() && scene.height.is_finite());
        assert!(scene.primitives.iter().all(is_finite));
        let text = svg::write(&scene, &language.tag, svg::FONT_FAMILY);
        assert!(roxmltree::Document::parse(&text).is_ok(), "the SVG is no XML");
        for mark in looked_at(scene.marks.len(), 12, data).into_iter().map(|at| &scene.marks[at]) {
            said.push_str(&mark.label);
            said.push_str(&evidence(mark, &language.dataset, &language.messages).text);
        }
        said.push_str(&scene.title);
        said.push_str(&scene.summary);
        said.extend(crate::common::texts(&scene).into_iter().map(|text| text.content.as_str()));
    }
    said
}
