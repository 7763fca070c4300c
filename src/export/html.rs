//! HTML that survives a mail program: one element, inline styles, no classes,
//! no scripts, directions as attributes.

use super::direction::Direction;
use super::lines::{Line, Node, Role};
use crate::locale::Language;

const FRAME: &str = "font-family:'Noto Naskh Arabic','Segoe UI',Tahoma,Arial,sans-serif;\
    font-size:15px;line-height:1.7;color:#22252a";

impl Direction {
    /// The attributes of an element whose words run so.
    const fn attributes(self) -> &'static str {
        match self {
            Self::Ltr => r#"dir="ltr""#,
            Self::Rtl => r#"dir="rtl" lang="ar""#,
        }
    }

    const fn side(self) -> &'static str {
        match self {
            Self::Ltr => "left",
            Self::Rtl => "right",
        }
    }
}

const fn style(role: Role) -> &'static str {
    match role {
        Role::Title => "margin:0 0 8px;font-size:17px;font-weight:bold",
        Role::Heading => "margin:14px 0 2px;font-weight:bold",
        Role::Label => "margin:6px 0 0;color:#62676f",
        Role::Plain => "margin:0 0 4px",
        Role::Item => "margin:0",
        Role::Note => "margin:10px 0 0;font-size:12px;color:#62676f",
    }
}

/// One `div` that holds all lines.
pub(super) fn set(lines: &[Line], base: Direction) -> String {
    let mut out = format!(r#"<div {} style="{FRAME}">"#, base.attributes());
    let mut listed = None;
    for line in lines {
        let direction = line.direction();
        let list = (line.role == Role::Item).then_some(direction);
        if list != listed {
            if listed.is_some() {
                out.push_str("</ul>");
            }
            if let Some(direction) = list {
                let attributes = direction.attributes();
                out += &format!(r#"<ul {attributes} style="margin:0;padding:0 22px">"#);
            }
            listed = list;
        }
        let tag = if listed.is_some() { "li" } else { "p" };
        out += &format!(
            r#"<{tag} {} style="{};text-align:{}">"#,
            direction.attributes(),
            style(line.role),
            direction.side()
        );
        content(line, &mut out);
        out += &format!("</{tag}>");
    }
    if listed.is_some() {
        out.push_str("</ul>");
    }
    out.push_str("</div>");
    out
}

fn content(line: &Line, out: &mut String) {
    for node in line.nodes() {
        match node {
            Node::Text(text) => escape(text, out),
            Node::Open(direction) => *out += &format!("<span {}>", direction.attributes()),
            Node::Close => out.push_str("</span>"),
            Node::Strong(true) => out.push_str("<b>"),
            Node::Strong(false) => out.push_str("</b>"),
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// What stands before the cards of a page that is a file of its own. A browser
/// would not guess the encoding without it.
pub fn page_start(language: Language) -> String {
    let (code, direction) = (
        language.code(),
        if language.is_rtl() { "rtl" } else { "ltr" },
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{direction}\">\n<head><meta charset=\"utf-8\">\
         <title>{}</title></head>\n<body style=\"max-width:44em;margin:2em auto;padding:0 1em\">\n",
        language.text("card-name")
    )
}

/// What stands after them.
pub const fn page_end() -> &'static str {
    "</body>\n</html>\n"
}
