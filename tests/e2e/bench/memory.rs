//! Memory of the program and the web view's processes.

use std::fs;

use dragoman_e2e::Failure;
use dragoman_e2e::process::descendants;

/// Megabytes that `process` and everything below it hold. Pages shared between
/// processes are counted in shares (PSS), so that the sum is what the machine has less.
pub fn megabytes(process: u32) -> Result<f64, Failure> {
    let mut kilobytes = 0.0;
    for pid in descendants(process).into_iter().chain([process]) {
        let path = format!("/proc/{pid}/smaps_rollup");
        // A process may end while it is looked at.
        let Ok(rollup) = fs::read_to_string(&path) else {
            continue;
        };
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
        let number = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
        kilobytes += number.ok_or_else(|| Failure::Expected(format!("{path} has no Pss")))?;
    }
    Ok(kilobytes / 1024.0)
}

/// Megabytes that this process itself holds. Pages of files that are mapped or cached are
/// left out: the system takes those back when it wants them.
pub fn own_megabytes() -> Result<f64, Failure> {
    let path = "/proc/self/status";
    let status = fs::read_to_string(path).map_err(Failure::file(path))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let number = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    let kilobytes = number.ok_or_else(|| Failure::Expected(format!("{path} has no RssAnon")))?;
    Ok(kilobytes / 1024.0)
}
