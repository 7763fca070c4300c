//! Bodies that act in their own name: what the tables of groups and of
//! organisations have in common.

use super::table::{Column, Kind, Row, Table};

/// What kinds of bodies a table tells apart.
pub trait BodyKind: Copy {
    const WORDS: &'static [&'static str];
    /// How the table calls the column of what a body belongs to, and its last.
    const OWNER: &'static str;
    const REST: &'static str;
    fn parse(word: &str) -> Self;
}

/// The bodies of one table, sorted by id.
#[derive(Debug)]
pub struct Bodies<K> {
    pub list: Vec<Body<K>>,
}

/// One body.
#[derive(Clone, Debug)]
pub struct Body<K> {
    pub id: &'static str,
    pub class: K,
    /// The state or body it belongs to.
    pub owner: Option<&'static str>,
    pub name: &'static str,
    row: Row,
}

impl<K: BodyKind> Bodies<K> {
    /// The columns of every table of bodies.
    pub(super) const COLUMNS: &'static [Column] = &[
        Column::new("id", Kind::Key),
        Column::new("class", Kind::OneOf(K::WORDS)),
        Column::new(K::OWNER, Kind::Ascii),
        Column::new("name", Kind::OwnForm),
        Column::new("names", Kind::OwnForms),
        Column::new("adjectives", Kind::OwnForms),
        Column::new(K::REST, Kind::ArabicList),
    ];

    pub(super) fn read(table: &Table) -> Self {
        let list = table.rows().map(Body::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Body<K>> {
        self.list.get(usize::from(index))
    }
}

impl<K: BodyKind> Body<K> {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: K::parse(row.cell(1)),
            owner: Some(row.cell(2)).filter(|id| !id.is_empty()),
            name: row.cell(3),
            row,
        }
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<K> {
        self.row.list(4)
    }

    pub fn adjectives(&self) -> impl Iterator<Item = &'static str> + use<K> {
        self.row.list(5)
    }

    /// The last column, which means something else in each table.
    pub(super) fn rest(&self) -> impl Iterator<Item = &'static str> + use<K> {
        self.row.list(6)
    }
}
