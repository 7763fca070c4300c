// What must hold of whatever bytes a reader is given: an article whose blocks
// tile its text, or a fault that is not the program's own.

use mawqif_fuzz::article::{Article, Fault, from_bytes};

pub fn check(name: &str, bytes: &[u8]) -> Option<Article> {
    match from_bytes(name, bytes) {
        Ok(article) => {
            let blocks: Vec<&str> = article.blocks.iter().map(|block| block.span.of(&article.text)).collect();
            assert_eq!(blocks.join("\n"), article.text);
            Some(article)
        }
        Err(error) => {
            assert!(!matches!(error.fault, Fault::Stumbled), "{error}");
            None
        }
    }
}
