use mawqif::{
    arabic::Reading,
    article,
    lexicon::Lexicon,
    stance::{Words, attribution, mentions::Entities},
};
use std::time::Instant;
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    Lexicon::shipped();
    let a = article::from_text("x", &text).unwrap();
    let t = Instant::now();
    let r = Reading::of(&a.text);
    println!("reading {:?}", t.elapsed());
    let t = Instant::now();
    let w = Words::of(&r, Lexicon::shipped());
    println!("words {:?}", t.elapsed());
    let t = Instant::now();
    let e = Entities::of(&w);
    println!("entities {:?}", t.elapsed());
    let t = Instant::now();
    let x = attribution::attributions(&a, &w, &e);
    println!("attr {:?} {}", t.elapsed(), x.len());
    let t = Instant::now();
    let x = attribution::statements(&w, &e, &x);
    println!("statements {:?} {}", t.elapsed(), x.len());
    let t = Instant::now();
    let x = mawqif::stance::analyze(&a, Lexicon::shipped());
    println!("all {:?} {}", t.elapsed(), x.statements.len());
}
