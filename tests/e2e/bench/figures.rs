//! Medians, ninety-fifth percentiles and the table that they stand in.

/// What was measured, over and over.
pub struct Series {
    pub name: &'static str,
    pub unit: &'static str,
    pub limit: Limit,
    pub values: Vec<f64>,
}

/// What 95 of 100 measurements must keep to.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    None,
    AtMost(f64),
    AtLeast(f64),
}

impl Series {
    /// The value below which `share` of all values lie: the nearest rank, so always one that was seen.
    pub fn percentile(&self, share: f64) -> Option<f64> {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied()
    }

    /// What all but the worst twentieth keep to: of rates the slow ones are the worst.
    fn worst(&self) -> Option<f64> {
        match self.limit {
            Limit::AtLeast(_) => self.percentile(0.05),
            Limit::None | Limit::AtMost(_) => self.percentile(0.95),
        }
    }

    fn is_over(&self) -> bool {
        let worst = self.worst();
        match self.limit {
            Limit::None => false,
            Limit::AtMost(limit) => worst.is_none_or(|seen| seen > limit),
            Limit::AtLeast(limit) => worst.is_none_or(|seen| seen < limit),
        }
    }
}

/// Prints what was measured. Of rates, `p95` is what 95 of 100 reach.
pub fn print(title: &str, table: &[Series]) {
    println!("\n{title}");
    println!(
        "{:56} {:>12} {:>12} {:>12} {:>5}",
        "", "median", "p95", "limit", "n"
    );
    for series in table {
        let number = |value: f64| match value {
            value if value.abs() < 10.0 => format!("{value:.2} {}", series.unit),
            value => format!("{value:.0} {}", series.unit),
        };
        let shown = |value: Option<f64>| value.map_or("not seen".to_owned(), number);
        let limit = match series.limit {
            Limit::None => String::new(),
            Limit::AtMost(limit) => format!("{limit:.0} {}", series.unit),
            Limit::AtLeast(limit) => format!("≥ {limit:.0} {}", series.unit),
        };
        println!(
            "{:56} {:>12} {:>12} {limit:>12} {:>5}{}",
            series.name,
            shown(series.percentile(0.5)),
            shown(series.worst()),
            series.values.len(),
            if series.is_over() { "  OVER" } else { "" }
        );
    }
}
