use dragoman_core::domain::Block;

use super::{clip, facts, named};
use crate::support::{bench, span_of};

#[test]
fn the_paragraph_of_a_quote_is_the_one_that_a_reader_counts() {
    let bench = bench();
    let page = "<html><head><title>Solidarity</title></head><body><article><h1>Solidarity</h1>
        <figure><img src='a.jpg'><figcaption>The leaders at a table in spring.</figcaption></figure>
        <p>State media said on Monday that the message had been sent by the leader himself.</p>
        <h2>What it says</h2>
        <p>It confirmed the firm solidarity of both countries, and said nothing of the war.</p>
        </article></body></html>";
    let items = bench.import(&bench.file("solidarity.html", page));
    let article = bench.get(items[0].article.unwrap());
    let number = |words: &str| {
        let holds = |block: &Block| block.text.contains(words);
        let block = article.blocks.iter().position(holds).unwrap();
        let span = span_of(&article, block, words);
        clip(&bench, &article, span, &facts(named("Kim"))).paragraph
    };
    assert_eq!(number("State media"), Some(1));
    assert_eq!(number("firm solidarity"), Some(2));
    assert_eq!(number("The leaders"), None);
    assert_eq!(number("What it says"), None);
}
