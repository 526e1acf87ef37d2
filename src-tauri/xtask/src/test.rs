//! `cargo xtask test`: everything CI runs, in order.

use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::project::{Profile, Project};
use crate::{e2e, lint, setup, ui};

/// One step of the run.
struct Step {
    name: &'static str,
    /// Without it nothing after it can run.
    required: bool,
    work: fn(&Project) -> Result<(), Failure>,
}

/// The window is built before clippy because the shell embeds `ui/dist`, and
/// programs before journeys because those drive them.
const STEPS: &[Step] = &[
    Step {
        name: "set-up",
        required: true,
        work: set_up,
    },
    Step {
        name: "npm packages",
        required: true,
        work: ui::install,
    },
    Step {
        name: "format",
        required: false,
        work: lint::format,
    },
    Step {
        name: "house rules",
        required: false,
        work: lint::house_rules,
    },
    Step {
        name: "ui types",
        required: false,
        work: |project| ui::script(project, "check"),
    },
    Step {
        name: "ui unit tests",
        required: false,
        work: |project| ui::script(project, "test"),
    },
    Step {
        name: "ui build",
        required: true,
        work: ui::build,
    },
    Step {
        name: "cargo test",
        required: false,
        work: cargo_test,
    },
    Step {
        name: "clippy",
        required: false,
        work: lint::clippy,
    },
    Step {
        name: "programs",
        required: true,
        work: |project| project.build_programs(Profile::Dev),
    },
    Step {
        name: "journeys",
        required: false,
        work: |project| e2e::journeys_twice(project, &e2e::programs(project)),
    },
];

/// Runs all steps, goes on after a failed one where the next can still say
/// something, and ends with a table of what took how long.
pub fn test(project: &Project) -> Result<(), Failure> {
    let start = Instant::now();
    let mut outcomes: Vec<(&str, Duration, bool)> = Vec::new();
    for step in STEPS {
        println!("\n==> {}", step.name);
        let begun = Instant::now();
        let result = (step.work)(project);
        if let Err(failure) = &result {
            eprintln!("{}: {failure}", step.name);
        }
        outcomes.push((step.name, begun.elapsed(), result.is_ok()));
        if result.is_err() && step.required {
            break;
        }
    }
    summarise(&outcomes, start.elapsed())
}

fn summarise(outcomes: &[(&str, Duration, bool)], total: Duration) -> Result<(), Failure> {
    println!("\n==> summary");
    for (name, time, passed) in outcomes {
        let verdict = if *passed { "ok" } else { "FAILED" };
        println!("{name:16} {:>7}  {verdict}", clock(*time));
    }
    for step in &STEPS[outcomes.len()..] {
        println!("{:16} {:>7}  not run", step.name, "");
    }
    println!("{:16} {:>7}", "total", clock(total));
    let failed: Vec<String> = outcomes
        .iter()
        .filter(|(_, _, passed)| !passed)
        .map(|(name, _, _)| (*name).to_owned())
        .collect();
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::Steps { failed })
    }
}

fn set_up(project: &Project) -> Result<(), Failure> {
    setup::for_building(project)?;
    setup::for_linting()?;
    setup::for_window_tests()
}

fn cargo_test(project: &Project) -> Result<(), Failure> {
    // Journeys are left out here (`test = false`): they want the built programs and a display.
    project
        .cargo()
        .args(["test", "--workspace", "--no-fail-fast"])
        .run()
}

/// `1:05` for 65 seconds.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
