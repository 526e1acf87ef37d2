//! Node.js, which builds the window's web part.

use crate::failure::Failure;
use crate::process::Call;

/// The oldest version that Vite runs on (<https://vite.dev/guide/>).
const OLDEST: (u32, u32) = (20, 19);

/// Makes sure that `node` is new enough and `npm` is there.
pub fn ensure() -> Result<(), Failure> {
    let found = Call::new("node")
        .arg("--version")
        .text()
        .unwrap_or_default();
    let version = parse(&found);
    if version.is_some_and(is_new_enough) && Call::npm().arg("--version").succeeds() {
        return Ok(());
    }
    if version.is_none() {
        install_from_distribution()?;
        return Ok(());
    }
    Err(missing(&format!(
        "Node.js {}.{} or newer with npm; found {}",
        OLDEST.0,
        OLDEST.1,
        found.trim()
    )))
}

/// Takes the distribution's Node.js where it is new enough. NodeSource's script is
/// printed, not run: running a downloaded script as root is the person's decision.
fn install_from_distribution() -> Result<(), Failure> {
    #[cfg(target_os = "linux")]
    {
        use super::debian;
        if debian::candidate("nodejs")
            .as_deref()
            .and_then(parse)
            .is_some_and(is_new_enough)
        {
            return debian::ensure(&["nodejs", "npm"]);
        }
    }
    Err(missing(&format!(
        "Node.js {}.{} or newer with npm",
        OLDEST.0, OLDEST.1
    )))
}

fn missing(what: &str) -> Failure {
    let command = if cfg!(target_os = "macos") {
        "brew install node"
    } else if cfg!(windows) {
        "winget install OpenJS.NodeJS.LTS"
    } else {
        "curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash - && sudo apt-get install -y nodejs"
    };
    Failure::Missing {
        what: what.to_owned(),
        command: command.to_owned(),
    }
}

/// Major and minor of `v20.19.2`, `20.19.2` or `20.19.2+dfsg-1`.
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn is_new_enough(version: (u32, u32)) -> bool {
    version >= OLDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(parse("v20.19.2\n"), Some((20, 19)));
        assert_eq!(parse("18.20.4+dfsg-1~deb12u1"), Some((18, 20)));
        assert_eq!(parse(""), None);
        assert!(is_new_enough((22, 3)));
        assert!(!is_new_enough((20, 9)));
    }
}
