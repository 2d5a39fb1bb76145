//! The command `ribambelle`.

fn main() {}
