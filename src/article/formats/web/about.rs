//! What a page says of its article in marks made for machines: JSON-LD in the
//! words of schema.org, and meta elements of several kinds.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use super::{dates, one_line, walk};

/// The longest byline, in characters.
pub(super) const BYLINE: usize = 80;

#[derive(Debug, Default)]
pub(super) struct About {
    /// The headline as data tell it, without the name of the site.
    pub(super) headline: Option<String>,
    /// The headline as it is told in several places, the likeliest first;
    /// often with the name of the site.
    pub(super) titles: Vec<String>,
    /// What is told of the content: often the line under the headline.
    pub(super) descriptions: Vec<String>,
    pub(super) byline: Option<String>,
    /// A day, ISO 8601.
    pub(super) published: Option<String>,
    /// The text of the article, where the page carries it apart.
    pub(super) body: Vec<String>,
}

impl About {
    pub(super) fn of(document: &Document) -> Self {
        let mut about = Self::default();
        for script in document.select("script[type]").nodes() {
            let kind = script.attr("type").unwrap_or_default();
            if kind.starts_with("application/ld+json")
                && let Ok(data) = serde_json::from_str(script.text().trim())
            {
                about.data(&data, 0);
            }
        }
        about.metas(document);
        about
    }

    /// Goes through lists and graphs for what is an article.
    fn data(&mut self, data: &Value, depth: usize) {
        if depth > 4 {
            return;
        }
        match data {
            Value::Array(all) => all.iter().for_each(|one| self.data(one, depth + 1)),
            Value::Object(fields) => {
                if is_article(fields.get("@type")) {
                    self.article(data);
                }
                for inner in ["@graph", "mainEntity"]
                    .iter()
                    .filter_map(|key| fields.get(*key))
                {
                    self.data(inner, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn article(&mut self, data: &Value) {
        let text = |key: &str| data.get(key).and_then(Value::as_str).map(plain);
        self.headline = self.headline.take().or_else(|| text("headline"));
        self.titles.extend(text("headline"));
        self.descriptions.extend(text("alternativeHeadline"));
        self.descriptions.extend(text("description"));
        if self.published.is_none() {
            self.published = text("datePublished").and_then(|date| dates::machine(&date));
        }
        if self.byline.is_none() {
            let writers = ["author", "creator"]
                .iter()
                .filter_map(|key| data.get(*key));
            self.byline = writers.filter_map(names).find_map(|name| byline(&name));
        }
        if self.body.is_empty()
            && let Some(body) = data.get("articleBody").and_then(Value::as_str)
        {
            self.body = lines(body);
        }
    }

    fn metas(&mut self, document: &Document) {
        let metas = document.select("meta[content]");
        let found: Vec<(String, String)> = metas.nodes().iter().filter_map(meta).collect();
        let all = |wanted: &'static [&'static str]| {
            let found = &found;
            wanted.iter().flat_map(move |key| {
                let of_key = found.iter().filter(move |(name, _)| name == key);
                of_key.map(|(_, content)| content.clone())
            })
        };
        self.titles.extend(all(&[
            "og:title",
            "twitter:title",
            "dc.title",
            "title",
            "headline",
        ]));
        let title = document.select_single("head title").text();
        self.titles.push(one_line(&title));
        self.titles.retain(|title| !title.is_empty());
        self.descriptions.extend(all(&[
            "og:description",
            "twitter:description",
            "description",
        ]));
        if self.byline.is_none() {
            let names = document.select("[itemprop='author'] meta[itemprop='name'][content]");
            let named = names.attr("content");
            self.byline = named.and_then(|name| byline(&name));
        }
        if self.byline.is_none() {
            self.byline = all(&[
                "author",
                "article:author",
                "og:article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "twitter:creator",
            ])
            .find_map(|name| byline(&name));
        }
        if self.published.is_none() {
            self.published = all(&[
                "article:published_time",
                "og:article:published_time",
                "og:published_time",
                "datepublished",
                "parsely-pub-date",
                "sailthru.date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "date",
                "dc.date",
                "dc.date.issued",
                "dc.date.created",
                "dcterms.created",
                "dcterms.issued",
            ])
            .find_map(|date| dates::machine(&date));
        }
    }
}

/// Name and content of a meta element.
fn meta(node: &NodeRef<'_>) -> Option<(String, String)> {
    let name = ["property", "name", "itemprop"]
        .iter()
        .find_map(|key| node.attr(key))?;
    // `itemprop` means the thing it stands in, which may be the writer.
    let content = one_line(&node.attr("content")?);
    (!content.is_empty()).then(|| (name.to_lowercase(), content))
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
        })
    };
    match kind {
        Some(Value::Array(all)) => all.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

/// The names of some writers, side by side.
fn names(writers: &Value) -> Option<String> {
    let name = |one: &Value| {
        let name = one.get("name").unwrap_or(one);
        let name = name.as_array().and_then(|all| all.first()).unwrap_or(name);
        name.as_str().map(plain).filter(|name| !name.is_empty())
    };
    let names: Vec<String> = match writers {
        Value::Array(all) => all.iter().filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    (!names.is_empty()).then(|| names.join("، "))
}

/// A name, and no address of a profile.
pub(super) fn byline(name: &str) -> Option<String> {
    let name = one_line(name);
    let fits = (2..=BYLINE).contains(&name.chars().count());
    let address = name.contains("://") || name.starts_with(['@', '/']) || name.contains("www.");
    (fits && !address && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// Text in which marks or entities may stand.
fn plain(text: &str) -> String {
    lines(text).join(" ")
}

/// The paragraphs of such a text.
fn lines(text: &str) -> Vec<String> {
    let marked =
        text.contains("</") || text.contains("<br") || text.contains("<p") || text.contains('&');
    let lines: Vec<String> = if marked && !super::is_bomb(text) {
        // Line ends part paragraphs here, as they do not on a page.
        let parted = text.replace('\n', "<br>");
        let twice = walk::all(&parted);
        twice
            .into_iter()
            .map(|draft| draft.text.into_owned())
            .collect()
    } else {
        text.split('\n').map(one_line).collect()
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
