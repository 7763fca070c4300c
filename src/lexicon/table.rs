//! Tables of words: tab-separated text that ships inside the program.
//!
//! A table has a header row with the names of its columns, one entry a line,
//! lines in byte order, `#` comment lines and blank lines anywhere. Columns of
//! plain ASCII (ids, flags, classes) come before Arabic ones. A cell that holds
//! nothing is `-`; a cell that holds several values parts them with ` | `.
//!
//! Two readers: [`Table::rows`] serves the program, borrows from the text that
//! ships and leaves out what it cannot read; [`Table::faults`] serves the tests
//! and names every fault with file and line. A table that has no faults loses
//! nothing in `rows`. Nothing here knows what a table is about.

use std::collections::HashMap;
use std::fmt;

/// The mark of a cell that holds nothing.
const NOTHING: &str = "-";
/// What parts the values of a list.
const PARTING: char = '|';

/// One `*.tsv` with what is expected of it.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// As it is called in the repository, for fault messages.
    pub file: &'static str,
    pub columns: &'static [Column],
    pub text: &'static str,
}

/// What one column holds.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An ASCII name that no other row has.
    Key,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Any number of these words, or `-`.
    SomeOf(&'static [&'static str]),
    /// An ASCII word or `-`.
    Ascii,
    /// One Arabic word or phrase.
    Arabic,
    /// Any number of Arabic words or phrases, or `-`.
    ArabicList,
    /// As [`Kind::ArabicList`], where no form may stand in two rows.
    OwnForms,
    /// As [`Kind::Arabic`], where no form may stand in two rows.
    OwnForm,
    /// Any number of names in any script, or `-`.
    Names,
    /// Whatever there is, or `-`.
    Free,
}

impl Column {
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind }
    }
}

/// One entry of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Counted from one.
    pub line: usize,
    cells: Vec<&'static str>,
}

impl Row {
    /// The text of a cell; empty where it holds nothing.
    pub fn cell(&self, column: usize) -> &'static str {
        match self.cells.get(column) {
            Some(&NOTHING) | None => "",
            Some(cell) => cell,
        }
    }

    /// The values of a cell that holds several.
    pub fn list(&self, column: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.cell(column)
            .split(PARTING)
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }
}

/// Something wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub file: &'static str,
    /// Counted from one.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Lines with something on them that is not a comment, numbered from one.
fn entries(text: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

fn cells(line: &'static str) -> Vec<&'static str> {
    line.split('\t').map(str::trim).collect()
}

impl Table {
    /// The entries in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        entries(self.text).skip(1).map(|(line, text)| Row {
            line,
            cells: cells(text),
        })
    }

    /// Everything that is wrong with the table, in the order of its lines.
    pub fn faults(&self) -> Vec<Fault> {
        let mut check = Check {
            table: self,
            faults: Vec::new(),
            forms: HashMap::new(),
        };
        check.run();
        check.faults.sort();
        check.faults
    }
}

/// A walk over one table that notes faults.
struct Check<'t> {
    table: &'t Table,
    faults: Vec<Fault>,
    /// Column and folded form → the line that has it.
    forms: HashMap<(usize, String), usize>,
}

impl Check<'_> {
    fn fault(&mut self, line: usize, what: impl Into<String>) {
        self.faults.push(Fault {
            file: self.table.file,
            line,
            what: what.into(),
        });
    }

    fn run(&mut self) {
        let mut lines = entries(self.table.text);
        let header: Vec<&str> = self
            .table
            .columns
            .iter()
            .map(|column| column.name)
            .collect();
        match lines.next() {
            Some((_, text)) if cells(text) == header => {}
            Some((line, _)) => self.fault(line, format!("the header is not {}", header.join(", "))),
            None => self.fault(1, "the table is empty"),
        }
        let mut before = "";
        for (line, text) in lines {
            if text == before {
                self.fault(line, "the line stands here twice");
            } else if text < before {
                self.fault(line, format!("not in order: it belongs before {before:?}"));
            }
            before = text;
            let cells = cells(text);
            if cells.len() != header.len() {
                let (is, should) = (cells.len(), header.len());
                self.fault(line, format!("{is} cells where {should} belong"));
            }
            if text.split('\t').any(|cell| cell.trim() != cell) {
                self.fault(line, "spaces at the edge of a cell");
            }
            for (number, cell) in cells.into_iter().enumerate() {
                if let Some(&column) = self.table.columns.get(number) {
                    self.cell(line, number, column, cell);
                }
            }
        }
    }

    fn cell(&mut self, line: usize, number: usize, column: Column, cell: &str) {
        let name = column.name;
        if cell.is_empty() {
            return self.fault(
                line,
                format!("{name} is empty; a cell that holds nothing is -"),
            );
        }
        let nothing = cell == NOTHING;
        let parts = || cell.split(PARTING).map(str::trim);
        match column.kind {
            Kind::Key if nothing => self.fault(line, format!("{name} is missing")),
            Kind::Key => {
                if !cell.is_ascii() || cell.contains(' ') {
                    self.fault(line, format!("{name} {cell:?} is not an ASCII word"));
                }
                self.own(line, number, name, cell);
            }
            Kind::OneOf(words) => self.known(line, name, words, cell),
            Kind::SomeOf(words) if !nothing => {
                parts().for_each(|part| self.known(line, name, words, part));
            }
            Kind::Ascii if !cell.is_ascii() => {
                self.fault(line, format!("{name} {cell:?} is not ASCII"));
            }
            Kind::Arabic | Kind::OwnForm if nothing => {
                self.fault(line, format!("{name} is missing"));
            }
            Kind::Arabic => self.arabic(line, name, cell),
            Kind::OwnForm => {
                self.arabic(line, name, cell);
                self.own(line, number, name, cell);
            }
            Kind::ArabicList if !nothing => {
                parts().for_each(|part| self.arabic(line, name, part));
            }
            Kind::OwnForms if !nothing => parts().for_each(|part| {
                self.arabic(line, name, part);
                self.own(line, number, name, part);
            }),
            Kind::Names if !nothing && parts().any(str::is_empty) => {
                self.fault(line, format!("{name} has an empty value"));
            }
            _ => {}
        }
    }

    fn known(&mut self, line: usize, name: &str, words: &[&str], word: &str) {
        if !words.contains(&word) {
            self.fault(
                line,
                format!("{name} {word:?} is none of {}", words.join(", ")),
            );
        }
    }

    fn arabic(&mut self, line: usize, name: &str, form: &str) {
        if form.is_empty() {
            self.fault(line, format!("{name} has an empty value"));
        } else if let Some(stray) = form.chars().find(|&letter| !is_arabic(letter)) {
            self.fault(
                line,
                format!("{name} {form:?} holds {stray:?}, which is not Arabic"),
            );
        }
    }

    fn own(&mut self, line: usize, number: usize, name: &str, form: &str) {
        let key = (number, crate::arabic::fold(form));
        if let Some(first) = self.forms.insert(key, line) {
            self.fault(line, format!("{name} {form:?} is already in line {first}"));
        }
    }
}

/// Whether a letter may stand in a lexicon's Arabic form: unvocalised words
/// parted by single spaces, digits and the full stops of initials.
fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' | ' ' | '-' | '.' | '0'..='9')
        || matches!(letter, 'پ' | 'چ' | 'ژ' | 'ڤ' | 'گ')
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key),
        Column::new("class", Kind::OneOf(&["city", "river"])),
        Column::new("name", Kind::Arabic),
        Column::new("forms", Kind::OwnForms),
    ];

    fn table(text: &'static str) -> Table {
        Table {
            file: "places.tsv",
            columns: COLUMNS,
            text,
        }
    }

    #[test]
    fn a_sound_table_gives_its_rows() {
        let table = table(
            "# places\nid\tclass\tname\tforms\n\ncairo\tcity\tالقاهرة\tقاهرة | المحروسة\nnile\triver\tالنيل\t-\n",
        );
        assert_eq!(table.faults(), []);
        let rows: Vec<Row> = table.rows().collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].line, 4);
        assert_eq!(rows[0].cell(2), "القاهرة");
        assert_eq!(rows[0].list(3).collect::<Vec<_>>(), ["قاهرة", "المحروسة"]);
        assert_eq!(rows[1].list(3).count(), 0);
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let table = table(
            "id\tclass\tname\tforms\nnile\triver\tالنيل\tنيل\ncairo\ttown\tQahira\tنيل\nnile\triver\t-\n",
        );
        let faults: Vec<String> = table.faults().iter().map(ToString::to_string).collect();
        let expected = [
            "places.tsv:3: class \"town\" is none of city, river",
            "places.tsv:3: forms \"نيل\" is already in line 2",
            "places.tsv:3: name \"Qahira\" holds 'Q', which is not Arabic",
            "places.tsv:3: not in order: it belongs before \"nile\\triver\\tالنيل\\tنيل\"",
            "places.tsv:4: 3 cells where 4 belong",
            "places.tsv:4: id \"nile\" is already in line 2",
            "places.tsv:4: name is missing",
        ];
        assert_eq!(faults, expected);
    }

    #[test]
    fn forms_clash_also_across_spellings() {
        let table = table("id\tclass\tname\tforms\na\tcity\tا\tأبها\nb\tcity\tا\tابها\n");
        assert_eq!(table.faults().len(), 1);
    }

    #[test]
    fn a_wrong_header_is_a_fault() {
        assert_eq!(table("id\tname\n").faults().len(), 1);
        assert_eq!(table("").faults().len(), 1);
    }
}
