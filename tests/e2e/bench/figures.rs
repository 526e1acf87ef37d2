//! Medians, ninety-fifth percentiles and the table that they stand in.

/// What was measured, over and over.
pub struct Series {
    pub name: &'static str,
    pub unit: &'static str,
    /// What the median or the percentile must stay under, by the size of the library.
    pub limit: Option<f64>,
    pub values: Vec<f64>,
}

impl Series {
    /// The value below which `share` of all values lie: the nearest rank, so always one that was seen.
    pub fn percentile(&self, share: f64) -> Option<f64> {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied()
    }
}

/// Prints what was measured in a library of `articles`.
pub fn print(articles: u32, table: &[Series]) {
    println!("\nlibrary of {articles} articles");
    println!(
        "{:44} {:>10} {:>10} {:>10} {:>5}",
        "", "median", "p95", "limit", "n"
    );
    for series in table {
        let shown = |value: Option<f64>| {
            value.map_or("not seen".to_owned(), |value| {
                format!("{value:.0} {}", series.unit)
            })
        };
        let limit = series
            .limit
            .map_or(String::new(), |limit| format!("{limit:.0} {}", series.unit));
        let p95 = series.percentile(0.95);
        let over = series
            .limit
            .is_some_and(|limit| p95.is_none_or(|seen| seen > limit));
        println!(
            "{:44} {:>10} {:>10} {limit:>10} {:>5}{}",
            series.name,
            shown(series.percentile(0.5)),
            shown(p95),
            series.values.len(),
            if over { "  OVER" } else { "" }
        );
    }
}
