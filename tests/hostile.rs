//! Content that is broken or means harm, against the program as people run it: a clear error, soon, in little
//! memory, and nothing that becomes an order to a terminal, a workflow, a browser or a spreadsheet.

#[cfg(unix)]
#[path = "hostile/disk.rs"]
mod disk;
#[cfg(unix)]
#[path = "hostile/ground.rs"]
mod ground;
#[path = "hostile/outputs.rs"]
mod outputs;
#[cfg(unix)]
#[path = "hostile/texts.rs"]
mod texts;
