//! Lines become text, Markdown or HTML.

use super::direction::Direction;
use super::html;
use super::lines::{Line, Node, Role};

/// How a copy for people is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    Text,
    Markdown,
    Html,
}

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const POP_ISOLATE: char = '\u{2069}';

impl Markup {
    /// Ends with a line end, except HTML, which is one element.
    pub(super) fn set(self, lines: &[Line], base: Direction) -> String {
        match self {
            Self::Text => plain(lines, &Text),
            Self::Markdown => plain(lines, &Markdown),
            Self::Html => html::set(lines, base),
        }
    }
}

/// What differs between text and Markdown.
trait Plain {
    /// Before the line, outside its isolate.
    fn mark(&self, role: Role) -> &'static str;
    /// Before the words, inside the isolate.
    fn bullet(&self, role: Role) -> &'static str;
    fn strong(&self) -> &'static str;
    fn escape(&self, text: &str, out: &mut String);
    /// Whether an empty line stands between these two.
    fn parted(&self, before: Role, after: Role) -> bool;
}

struct Text;
struct Markdown;

impl Plain for Text {
    fn mark(&self, _: Role) -> &'static str {
        ""
    }

    fn bullet(&self, role: Role) -> &'static str {
        if role == Role::Item { "• " } else { "" }
    }

    fn strong(&self) -> &'static str {
        ""
    }

    fn escape(&self, text: &str, out: &mut String) {
        out.push_str(text);
    }

    fn parted(&self, before: Role, after: Role) -> bool {
        after == Role::Heading || (before, after) == (Role::Item, Role::Note)
    }
}

impl Plain for Markdown {
    fn mark(&self, role: Role) -> &'static str {
        match role {
            Role::Title => "# ",
            Role::Heading => "## ",
            Role::Item => "- ",
            Role::Label | Role::Plain | Role::Note => "",
        }
    }

    fn bullet(&self, _: Role) -> &'static str {
        ""
    }

    fn strong(&self) -> &'static str {
        "**"
    }

    fn escape(&self, text: &str, out: &mut String) {
        for c in text.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
            ) {
                out.push('\\');
            }
            out.push(c);
        }
    }

    fn parted(&self, before: Role, after: Role) -> bool {
        // Without it two lines would be joined to one paragraph.
        (before, after) != (Role::Item, Role::Item)
    }
}

fn plain(lines: &[Line], markup: &impl Plain) -> String {
    let mut out = String::new();
    let mut before = None;
    for line in lines {
        if before.is_some_and(|before| markup.parted(before, line.role)) {
            out.push('\n');
        }
        before = Some(line.role);
        out.push_str(markup.mark(line.role));
        let bullet = markup.bullet(line.role);
        let isolate = match line.direction() {
            _ if line.is_plain() && bullet.is_empty() => None,
            Direction::Ltr => Some(LEFT_TO_RIGHT_ISOLATE),
            Direction::Rtl => Some(RIGHT_TO_LEFT_ISOLATE),
        };
        out.extend(isolate);
        out.push_str(bullet);
        for node in line.nodes() {
            match node {
                Node::Text(text) => markup.escape(text, &mut out),
                Node::Open(Direction::Ltr) => out.push(LEFT_TO_RIGHT_ISOLATE),
                Node::Open(Direction::Rtl) => out.push(RIGHT_TO_LEFT_ISOLATE),
                Node::Close => out.push(POP_ISOLATE),
                Node::Strong(_) => out.push_str(markup.strong()),
            }
        }
        out.extend(isolate.map(|_| POP_ISOLATE));
        out.push('\n');
    }
    out
}
