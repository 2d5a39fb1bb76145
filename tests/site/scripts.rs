//! Scripts of a theme.

use super::*;

#[test]
fn a_fault_of_a_script_is_told_at_its_line() {
    let guide = format!("{GUIDE}theme: familles\n");
    for (name, script, line) in [
        ("menu.js", "export const a = 1;\nexport const b = ;\n", 2),
        ("recherche/words.js", "\n\nexport default 1;\n", 3),
        (
            "recherche/codec.js",
            "import { words } from './words.mjs';\n",
            1,
        ),
    ] {
        let name = format!("themes/familles/{name}");
        let files = [("content/guide.yml", &*guide), (&name, script)];
        let mut report = Report::default();
        assert!(site_of(small(&files), &mut report).is_none(), "{name}");
        let fault = report
            .diagnostics()
            .iter()
            .find(|fault| fault.code == "script-fault");
        let fault = fault.expect("it is told");
        let sources = small(&files);
        let (file, text) = sources.locate(fault.span.file);
        assert_eq!(
            (file, position(text, fault.span.start).line),
            (&*name, line),
            "{fault:?}"
        );
    }
}
