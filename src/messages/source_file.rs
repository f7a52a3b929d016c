//! The message files, `data/languages/LANGUAGE.toml`: reads them, checks them against the
//! English one and makes of them what the crate and the package hold. A message the code asks
//! for and the English file lacks does not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

/// How the names of messages begin that evidence and controls alone say: the small module leaves them
/// empty.
const NOT_DRAWN: [&str; 10] = [
    "evidence-",
    "qualifier-",
    "basis-",
    "status-",
    "choices-",
    "dossier-",
    "citation-",
    "table-",
    "summary",
    "very-many-",
];

/// How the names of messages begin that the element says and the core does not know.
pub const OF_ELEMENT: [&str; 3] = ["direction", "widget-", "element-"];

/// The views: the messages that one says alone begin with its name.
const VIEWS: [&str; 4] = ["growth", "markets", "sales", "lineup"];

/// The languages of the package with the plural forms that they tell apart, as the Unicode CLDR
/// names them. The rule itself is `Messages::form`.
const PLURAL_FORMS: [(&str, &[&str]); 3] = [("en", &["one", "other"]), ("de", &["one", "other"]), ("zh", &["other"])];

/// The messages of one file, by their names.
pub type MessageTexts = BTreeMap<String, String>;

/// The tags of the languages that a folder holds message files for, English first.
///
/// # Errors
/// Why the folder cannot be read.
pub fn tags(folder: &Path) -> Result<Vec<String>, String> {
    let mut tags = vec!["en".to_owned()];
    let cannot = |error: std::io::Error| format!("{}: cannot be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if let Some(tag) = path.file_stem().and_then(|stem| stem.to_str())
            && path.extension().is_some_and(|extension| extension == "toml")
            && tag != "en"
        {
            tags.push(tag.to_owned());
        }
    }
    tags[1..].sort();
    Ok(tags)
}

/// The messages of a language, complete: checked against the English ones, and with a form for
/// one where the language has none.
///
/// # Errors
/// All that is wrong with the file, a sentence each.
pub fn read(folder: &Path, tag: &str) -> Result<MessageTexts, Vec<String>> {
    let english = parse(&file(folder, "en"))?;
    let path = file(folder, tag);
    let mut texts = parse(&path)?;
    let mut problems = Vec::new();
    let forms = PLURAL_FORMS.iter().find(|(known, _)| *known == tag).map(|(_, forms)| *forms);
    let Some(forms) = forms else {
        return Err(vec![format!(
            "{}: its plural forms are not known: name them in src/messages/source_file.rs",
            path.display()
        )]);
    };
    if !forms.contains(&"one") {
        for (key, one) in english.keys().filter_map(|key| Some((key, key.strip_suffix("-one")?))) {
            let Some(other) = texts.get(&format!("{one}-other")).filter(|_| is_plural(&english, key)) else { continue };
            let other = other.clone();
            if texts.insert(key.clone(), other).is_some() {
                problems.push(format!("{key}: the language has no such plural form"));
            }
        }
    }
    problems.extend(check(&english, &texts));
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems.into_iter().map(|problem| format!("{}: {problem}", path.display())).collect())
    }
}

fn file(folder: &Path, tag: &str) -> PathBuf {
    folder.join(tag).with_extension("toml")
}

fn parse(path: &Path) -> Result<MessageTexts, Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let table = DeTable::parse(&text).map_err(|error| vec![format!("{}: {}", path.display(), error.message())])?;
    let mut texts = MessageTexts::new();
    let mut problems = Vec::new();
    for (key, value) in table.get_ref() {
        match value.get_ref() {
            DeValue::String(text) => {
                texts.insert(key.get_ref().to_string(), text.to_string());
            }
            _ => problems.push(format!("{}: {}: expected text", path.display(), key.get_ref())),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

/// Whether a message is one of several plural forms.
fn is_plural(english: &MessageTexts, key: &str) -> bool {
    let stem = key.strip_suffix("-one").or(key.strip_suffix("-other"));
    stem.is_some_and(|stem| ["one", "other"].iter().all(|form| english.contains_key(&format!("{stem}-{form}"))))
}

/// The English message whose places are those of another: the fullest of its plural forms.
fn whole_form<'a>(english: &'a MessageTexts, key: &'a str) -> &'a str {
    let stem = key.strip_suffix("-one").filter(|_| is_plural(english, key));
    let whole = stem.and_then(|stem| english.get(&format!("{stem}-other")));
    whole.or(english.get(key)).map_or("", String::as_str)
}

/// What is wrong with the messages of a language, beside the English ones.
#[must_use]
pub fn check(english: &MessageTexts, texts: &MessageTexts) -> Vec<String> {
    let mut problems = Vec::new();
    for key in texts.keys().filter(|key| !english.contains_key(*key)) {
        problems.push(format!("{key}: English has no such message"));
    }
    for (key, model) in english {
        let Some(text) = texts.get(key) else {
            problems.push(format!("{key}: is missing; in English it is {model:?}"));
            continue;
        };
        let mut wrong = |what: String| problems.push(format!("{key}: {what}"));
        if text.is_empty() && !key.ends_with("-separator") {
            wrong("is empty".to_owned());
        }
        if text.chars().any(char::is_control) {
            wrong("has a line break or a control character".to_owned());
        }
        if key == "direction" && !["ltr", "rtl"].contains(&text.as_str()) {
            wrong(format!("found {text:?}, expected ltr or rtl"));
        }
        let items = |text: &str| text.split('|').count();
        if items(text) != items(model) {
            wrong(format!("has {} items, expected {}", items(text), items(model)));
        }
        if key != "number-words" && items(text) > 1 && text.split('|').any(str::is_empty) {
            wrong("has an empty item".to_owned());
        }
        let (known, named) = (places(whole_form(english, key)), places(text));
        if text.matches(['{', '}']).count() != 2 * count_of_places(text) {
            wrong("has a brace that belongs to no place".to_owned());
        }
        for name in named.iter().filter(|name| !known.contains(name)) {
            wrong(format!("fills in {{{name}}}, which English does not"));
        }
        let may_leave_out = is_plural(english, key) && !key.ends_with("-other");
        for name in known.iter().filter(|name| !may_leave_out && !named.contains(name)) {
            // With `{in}` comes `{place}`: either will do.
            let instead = known.contains(&"in") && (*name == "place" || *name == "in" && named.contains(&"place"));
            if !instead {
                wrong(format!("lacks {{{name}}}"));
            }
        }
    }
    problems
}

/// The names of the places of a template, in the order in which they appear first; with `{in}`
/// comes `{place}`.
fn places(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = next_place(rest) {
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    if names.contains(&"in") && !names.contains(&"place") {
        names.push("place");
    }
    names
}

fn count_of_places(text: &str) -> usize {
    let (mut count, mut rest) = (0, text);
    while let Some((_, after)) = next_place(rest) {
        count += 1;
        rest = after;
    }
    count
}

fn next_place(text: &str) -> Option<(&str, &str)> {
    text.split_once('{').and_then(|(_, after)| after.split_once('}'))
}

/// Rust source: `enum Key` with a variant for each message, and `ENGLISH`, their templates.
#[must_use]
pub fn generate(english: &MessageTexts, only_view: Option<&str>) -> String {
    let mut source =
        String::from("/// The name of a message.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Key {\n");
    for (key, text) in english.iter().filter(|(key, _)| is_of_core(key)) {
        let _ = writeln!(source, "    /// {text:?}\n    {},", camel_case(key));
    }
    let count = core_keys(english).count();
    let templates = compact(english, english, |key| only_view.is_none_or(|view| is_drawn(key, Some(view))));
    let _ = writeln!(source, "}}\n\n/// How many messages there are.\npub const COUNT: usize = {count};\n");
    let _ = writeln!(source, "/// The English ones, in the compact form.\nstatic ENGLISH: &str = {templates:?};");
    source
}

/// The compact form of messages, as the core reads it: those of the core in the order of their
/// names, a line each; empty where `holds` says no.
#[must_use]
pub fn compact(english: &MessageTexts, texts: &MessageTexts, holds: impl Fn(&str) -> bool) -> String {
    let mut lines = Vec::new();
    for key in core_keys(english) {
        let text = texts.get(key).filter(|_| holds(key));
        lines.push(text.map_or_else(String::new, |text| numbered(text, &places(whole_form(english, key)))));
    }
    lines.join("\n")
}

/// The names of the messages that the core says, in the order of the compact form.
pub fn core_keys(english: &MessageTexts) -> impl Iterator<Item = &str> {
    english.keys().map(String::as_str).filter(|key| is_of_core(key))
}

/// Whether the core says this.
#[must_use]
pub fn is_of_core(key: &str) -> bool {
    !OF_ELEMENT.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether the picture of a view, or of any, may say this: not what evidence says, nor what
/// another view does.
#[must_use]
pub fn is_drawn(key: &str, view: Option<&str>) -> bool {
    let other = view.is_some_and(|view| {
        VIEWS.iter().any(|other| *other != view && key.strip_prefix(other).is_some_and(|rest| rest.starts_with('-')))
    });
    !other && !NOT_DRAWN.iter().any(|prefix| key.starts_with(prefix))
}

/// The template with each `{name}` replaced by the character of its number: names are
/// numbered from U+0000 on, in the order of the English message.
fn numbered(text: &str, names: &[&str]) -> String {
    let mut template = text.to_owned();
    for (number, name) in names.iter().enumerate() {
        template = template.replace(&format!("{{{name}}}"), &char::from(number as u8).to_string());
    }
    template
}

fn camel_case(key: &str) -> String {
    key.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{MessageTexts, check, compact, numbered, places};

    fn texts(entries: &[(&str, &str)]) -> MessageTexts {
        entries.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn places_are_numbered_as_english_has_them() {
        let names = places("{from} to {to}");
        assert_eq!(numbered("{to} ({from})", &names), "\u{1} (\0)");
        assert_eq!(numbered("（{place}）", &places(" {in}")), "（\u{1}）");
    }

    #[test]
    fn every_mistake_of_a_translation_is_told() {
        let english = texts(&[
            ("a", "{x} of {y}"),
            ("b", "one|two"),
            ("c", " {in}"),
            ("d-one", "{count} day"),
            ("d-other", "{count} days"),
            ("e", "text"),
            ("f", "text"),
        ]);
        let good = texts(&[
            ("a", "{y}: {x}, {x}"),
            ("b", "eins|zwei"),
            ("c", "（{place}）"),
            ("d-one", "ein Tag"),
            ("d-other", "{count} Tage"),
            ("e", "Text"),
            ("f", "Text"),
        ]);
        assert_eq!(check(&english, &english), Vec::<String>::new());
        assert_eq!(check(&english, &good), Vec::<String>::new());
        let bad = texts(&[
            ("a", "{x} von {z}"),
            ("b", "eins|"),
            ("c", "irgendwo"),
            ("d-one", "{n} Tag"),
            ("d-other", "Tage"),
            ("e", ""),
            ("g", "Te{xt"),
        ]);
        let problems = check(&english, &bad).join("\n");
        for problem in [
            "a: lacks {y}",
            "a: fills in {z}",
            "b: has an empty item",
            "c: lacks {in}",
            "d-one: fills in {n}",
            "d-other: lacks {count}",
            "e: is empty",
            "f: is missing; in English it is \"text\"",
            "g: English has no such message",
        ] {
            assert!(problems.contains(problem), "{problem}\n{problems}");
        }
        let braces = check(&texts(&[("a", "{x}")]), &texts(&[("a", "{x} {")]));
        assert_eq!(braces, ["a: has a brace that belongs to no place"]);
        let items = check(&texts(&[("a", "x|y")]), &texts(&[("a", "x|y|z")]));
        assert_eq!(items, ["a: has 3 items, expected 2"]);
    }

    #[test]
    fn the_compact_form_leaves_out_what_is_not_held_and_what_the_element_says() {
        let english = texts(&[("a", "x"), ("b", "y"), ("element-c", "z"), ("direction", "ltr")]);
        assert_eq!(compact(&english, &english, |key| key != "a"), "\ny");
        let forms = texts(&[("a-one", "one: {what}"), ("a-other", "{count}: {what}")]);
        assert_eq!(compact(&forms, &forms, |_| true), "one: \u{1}\n\0: \u{1}");
    }
}
