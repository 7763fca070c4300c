//! The tables of the lexicon, all faults at once.

#[test]
fn the_tables_have_no_faults() {
    let faults: Vec<String> = mawqif::lexicon::faults()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
