//! Whether a page was made to choke what reads it. Looked at before the page is
//! parsed, since the rules of HTML let a small file grow without end.

/// More marks than any article's page has.
const MOST_MARKS: usize = 250_000;

/// More elements inside one another.
const DEEPEST: usize = 2_000;

/// More attributes of one element. Each is compared with all before it.
const MOST_ATTRIBUTES: usize = 1_000;

/// What may be made again because it was never closed: a parser opens every
/// open `<font>` anew in each paragraph.
const MOST_AGAIN: usize = 2_000_000;

/// The marks met so far.
#[derive(Default)]
struct Count {
    marks: usize,
    depth: usize,
    /// Marks of formatting that are open.
    formatting: usize,
    again: usize,
}

pub(super) fn is_bomb(html: &str) -> bool {
    let mut count = Count::default();
    let mut at = 0;
    while let Some(found) = html
        .get(at..)
        .and_then(|rest| memchr::memchr(b'<', rest.as_bytes()))
    {
        at += found + 1;
        let rest = html.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").unwrap_or(comment.len());
            continue;
        }
        let (closes, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name: String = rest
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(16)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        count.mark(&name, closes);
        let (length, attributes) = attributes(rest.get(name.len()..).unwrap_or_default());
        if attributes > MOST_ATTRIBUTES || count.is_too_much() {
            return true;
        }
        at += usize::from(closes) + name.len() + length;
        if !closes && matches!(name.as_str(), "script" | "style") {
            at += raw(html.get(at..).unwrap_or_default(), &name);
        }
    }
    false
}

impl Count {
    fn mark(&mut self, name: &str, closes: bool) {
        self.marks += 1;
        let formats = is_formatting(name);
        if closes {
            self.depth -= usize::from(nests(name) && self.depth > 0);
            self.formatting -= usize::from(formats && self.formatting > 0);
        } else {
            self.depth += usize::from(nests(name));
            self.formatting += usize::from(formats);
        }
        self.again += self.formatting;
    }

    const fn is_too_much(&self) -> bool {
        self.marks > MOST_MARKS || self.depth > DEEPEST || self.again > MOST_AGAIN
    }
}

/// How long the rest of a mark is, and how many attributes stand in it.
fn attributes(rest: &str) -> (usize, usize) {
    let bytes = rest.as_bytes();
    let skip = |mut at: usize, of: fn(u8) -> bool| {
        while bytes.get(at).is_some_and(|byte| of(*byte)) {
            at += 1;
        }
        at
    };
    let (mut at, mut count) = (0, 0);
    loop {
        at = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        match bytes.get(at) {
            None | Some(b'>') => return (at, count),
            Some(_) => count += 1,
        }
        at = skip(at + 1, |byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'=')
        });
        at = skip(at, |byte| byte.is_ascii_whitespace());
        if bytes.get(at) != Some(&b'=') {
            continue;
        }
        at = skip(at + 1, |byte| byte.is_ascii_whitespace());
        at = match bytes.get(at) {
            Some(b'"') => skip(at + 1, |byte| byte != b'"') + 1,
            Some(b'\'') => skip(at + 1, |byte| byte != b'\'') + 1,
            _ => skip(at, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
    }
}

/// How long the text of a script is, in which marks are none.
fn raw(rest: &str, name: &str) -> usize {
    let end = |at: &usize| {
        let after = rest.get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name))
    };
    memchr::memmem::find_iter(rest.as_bytes(), "</")
        .find(end)
        .unwrap_or(rest.len())
}

/// Elements that must be closed, so that those inside stand deeper.
fn nests(name: &str) -> bool {
    !matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "tfoot"
            | "option"
            | "optgroup"
            | "colgroup"
            | "caption"
            | "html"
            | "head"
            | "body"
    )
}

/// Elements that are opened again where they were cut short.
fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_as_people_write_them_are_none() {
        let loose = format!(
            "<html><body>{}",
            "<p>فقرة<br><img src=a.png><li>بند".repeat(20_000)
        );
        let script = format!(
            "<script>{}</script><p>نص",
            "if (a<b c d e) ".repeat(100_000)
        );
        let quoted = r#"<p title="a > b" data-x='<div>'>نص</p>"#.repeat(1000);
        for page in [&loose, &script, &quoted, "", "<", "</", "<a", "<!--"] {
            assert!(!is_bomb(page), "{}", &page[..page.len().min(60)]);
        }
    }

    #[test]
    fn what_grows_without_end_is_one() {
        let fonts: String = (0..1500).map(|at| format!("<font color={at}>")).collect();
        let again = format!("{fonts}{}", "<p>x</p>".repeat(20_000));
        let attributes = format!("<p {}>", "a b=\"c\"d ".repeat(1000));
        for page in [
            "<div>".repeat(3000),
            "<br>".repeat(500_000),
            again,
            attributes,
        ] {
            assert!(is_bomb(&page), "{}", &page[..60]);
        }
    }
}
