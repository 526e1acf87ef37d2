//! Tags documents: `tag MODEL FILE.jsonl [EVERY [bare]]`, lines of `{"id","text"}` in, lines of
//! `{"id","spans":[{"start","end","type"}]}` out, offsets in code points. With EVERY, only
//! each such document; with `bare`, without the rules over whole documents. What it took is written to standard error.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use dragoman_recogniser::{Kind, Recogniser, refine};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [model, file, rest @ ..] = arguments.as_slice() else {
        return Err("tag MODEL FILE.jsonl [EVERY [bare]]".into());
    };
    let every: usize = rest.first().map_or(Ok(1), |every| every.parse())?;
    let with_rules = rest.get(1).is_none_or(|word| word != "bare");
    let begun = Instant::now();
    let recogniser = Recogniser::load(Path::new(model))?;
    let loaded = begun.elapsed();
    let (mut words, mut taken) = (0, Duration::ZERO);
    for line in BufReader::new(fs::File::open(file)?).lines().step_by(every) {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().unwrap_or("");
        let begun = Instant::now();
        let mut spans = recogniser.recognise(text, &|| false)?;
        if with_rules {
            spans = refine(text, spans);
        }
        taken += begun.elapsed();
        words += text.split_whitespace().count();
        let points = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let spans: Vec<Value> = spans
            .iter()
            .map(|span| {
                json!({
                    "start": points(span.start),
                    "end": points(span.end),
                    "type": code(span.kind),
                    "confidence": span.confidence,
                })
            })
            .collect();
        println!("{}", json!({"id": document["id"], "spans": spans}));
    }
    let speed = words as f64 / taken.as_secs_f64();
    eprintln!("loaded in {loaded:.0?}; {words} words in {taken:.1?}, {speed:.0} a second");
    Ok(())
}

fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "PER",
        Kind::Organisation => "ORG",
        Kind::Place => "LOC",
        Kind::Event => "EVT",
    }
}
