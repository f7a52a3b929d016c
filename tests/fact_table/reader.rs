//! Reads comma-separated values by the letter of RFC 4180, and refuses what that does not allow.

/// The records, each with its cells.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut record = Vec::new();
        loop {
            let (cell, after) =
                if let Some(quoted) = rest.strip_prefix('"') { read_quoted(quoted) } else { read_plain(rest) };
            record.push(cell);
            rest = after;
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
            } else {
                rest = rest.strip_prefix("\r\n").unwrap_or_else(|| panic!("no end of line at {rest:?}"));
                break;
            }
        }
        records.push(record);
    }
    records
}

fn read_plain(text: &str) -> (String, &str) {
    let end = text.find([',', '\r']).unwrap_or(text.len());
    assert!(!text[..end].contains(['"', '\n']), "bare in {:?}", &text[..end]);
    (text[..end].to_owned(), &text[end..])
}

fn read_quoted(text: &str) -> (String, &str) {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"').expect("an end of the quotation");
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return (cell, after),
        }
    }
}
