//! Processor time: what a measurement costs whatever else the machine does meanwhile.

use std::fs;

use dragoman_e2e::Failure;

/// Milliseconds that this thread has run: the first number of `schedstat` is in
/// nanoseconds (the kernel's scheduler/sched-stats).
pub fn of_thread() -> Result<f64, Failure> {
    let path = "/proc/thread-self/schedstat";
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    let first = text.split(' ').next().and_then(|ns| ns.parse::<f64>().ok());
    let nanoseconds = first.ok_or_else(|| Failure::Expected(format!("{path} can't be read")))?;
    Ok(nanoseconds / 1e6)
}

/// Milliseconds that all threads of this process have run, to ten: fields 14 and 15 of
/// `stat` are hundredths of a second (proc(5)).
pub fn of_process() -> Result<f64, Failure> {
    let path = "/proc/self/stat";
    let stat = fs::read_to_string(path).map_err(Failure::file(path))?;
    let after_name = stat.rsplit_once(") ").map_or("", |(_, after)| after);
    let ticks: Vec<f64> = after_name
        .split(' ')
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse().ok())
        .collect();
    if ticks.len() < 2 {
        return Err(Failure::Expected(format!("{path} can't be read")));
    }
    Ok(ticks.iter().sum::<f64>() * 10.0)
}
