//! The front matter of Markdown as the programs that people save articles with write it.

use dragoman_core::domain::{ArticleParts, Field};
use dragoman_core::extract::{self, MediaType};

use super::hints;

fn markdown(source: &str) -> ArticleParts {
    extract::article(source.as_bytes(), &hints(MediaType::Markdown))
}

fn published(parts: &ArticleParts) -> Option<&str> {
    parts.published.as_ref().map(|time| time.iso.as_str())
}

#[test]
fn a_clipping_of_obsidian_is_read() {
    let parts = markdown(
        "---
title: \"Border talks: no result\"
source: \"https://example.org/world/border-talks\"
author:
  - \"[[Anna Koval]]\"
  - \"[[people/jan|Jan Horak]]\"
published: 2022-05-10
created: 2026-01-02
description: \"The two sides met on Tuesday.\"
tags:
  - \"clippings\"
aliases: [Velna talks, \"Talks, again\"]
---
The two delegations met.
",
    );
    assert_eq!(parts.title, "Border talks: no result");
    assert_eq!(parts.byline, ["Anna Koval", "Jan Horak"]);
    assert_eq!(published(&parts), Some("2022-05-10"));
    assert_eq!(
        parts.canonical_url.as_deref(),
        Some("https://example.org/world/border-talks")
    );
    assert_eq!(
        parts.standfirst.as_deref(),
        Some("The two sides met on Tuesday.")
    );
    assert_eq!(parts.body_text(), "The two delegations met.");
    assert_eq!(parts.blocks[0].line, 14);
    let titles = parts
        .provenance
        .iter()
        .find(|entry| entry.field == Field::Title)
        .unwrap();
    let titles: Vec<&str> = titles
        .candidates
        .iter()
        .map(|rival| rival.value.as_str())
        .collect();
    assert_eq!(
        titles,
        ["Border talks: no result", "Velna talks", "Talks, again"]
    );
}

#[test]
fn a_post_of_jekyll_is_read() {
    let parts = markdown(
        "---
layout: post
title:  'The minister''s \"visit\"'   
date:   2022-05-10 16:14:00 +0100
last_modified_at: 2022-05-11
author: Anna Koval and Jan Horak
categories: [world, europe]
lang: en-GB
excerpt: >
  They met on Tuesday,
  and nothing came of it.
canonical_url: https://example.org/visit
---

They met.
",
    );
    assert_eq!(parts.title, "The minister's \"visit\"");
    assert_eq!(published(&parts), Some("2022-05-10T16:14:00+01:00"));
    assert_eq!(parts.updated.as_ref().unwrap().iso, "2022-05-11");
    assert_eq!(parts.byline, ["Anna Koval", "Jan Horak"]);
    assert_eq!(parts.section.as_deref(), Some("world"));
    assert_eq!(
        parts.standfirst.as_deref(),
        Some("They met on Tuesday, and nothing came of it.")
    );
    assert_eq!(parts.language.as_deref(), Some("en"));
}

#[test]
fn a_page_of_hugo_is_read_in_both_of_its_forms() {
    let toml = markdown(
        "+++
title = \"Border talks\"
date = 2022-05-10T16:14:00Z
authors = [
  \"Anna Koval\",
  'Jan Horak',
]
draft = false

[params]
publisher = \"Example Post\"
+++
They met.
",
    );
    assert_eq!(toml.title, "Border talks");
    assert_eq!(toml.byline, ["Anna Koval", "Jan Horak"]);
    assert_eq!(published(&toml), Some("2022-05-10T16:14:00+00:00"));
    assert_eq!(toml.body_text(), "They met.");
    let yaml = markdown(
        "---\ntitle: Border talks\nauthor:\n  name: Anna Koval\n  email: anna@example.org\npublishDate: 2022-05-10\n---\nThey met.\n",
    );
    assert_eq!(yaml.byline, ["Anna Koval"]);
    assert_eq!(published(&yaml), Some("2022-05-10"));
}

#[test]
fn a_rule_at_the_top_is_no_front_matter() {
    let parts = markdown("---\nThey met on Tuesday.\n");
    assert_eq!(parts.body_text(), "They met on Tuesday.");
    let parts = markdown("---\nNot a key at all\n- nor this\n---\n\nThey met.\n");
    assert!(parts.body_text().contains("Not a key at all"));
    assert!(parts.body_text().contains("They met."));
}

#[test]
fn hostile_front_matter_stays_cheap() {
    for source in [
        format!("---\n{}\n---\nx\n", "a: [".repeat(20_000)),
        format!("---\n{}---\nx\n", "a:\n".repeat(50_000)),
        format!("---\n{}---\nx\n", "a: \"b\n ".repeat(20_000)),
        format!("---\n{}---\nx\n", "- ".repeat(50_000)),
        format!(
            "---\n{}---\nx\n",
            (0..20_000)
                .map(|n| format!("k{n}: v\n"))
                .collect::<String>()
        ),
        format!("+++\n{}+++\nx\n", "a = [\n".repeat(50_000)),
    ] {
        assert!(
            markdown(&source).body_text().ends_with('x'),
            "{}",
            &source[..20]
        );
    }
}
