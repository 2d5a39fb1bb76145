//! The command `ribambelle`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ribambelle::cli::run(std::env::args_os())
}
