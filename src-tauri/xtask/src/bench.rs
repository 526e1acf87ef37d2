//! `cargo xtask bench`
use crate::failure::Failure;
use crate::project::Project;
pub fn bench(_project: &Project, _arguments: &[String]) -> Result<(), Failure> {
    Err(Failure::Usage("bench".to_owned()))
}
