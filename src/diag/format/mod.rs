//! Forms in which a report is shown, one file each; every one is a function from a report to text.
