//! « Ma liste »: what its script says; the list itself never leaves the device.

use serde::Serialize;

use super::finish;
use crate::diag::Diagnostic;
use crate::render::context::Context;
use crate::render::frame::Frame;

#[derive(Serialize)]
struct MyList {
    /// What the script says, as JSON.
    strings: String,
}

pub(super) fn page(context: &Context<'_>, path: &str) -> Result<String, Diagnostic> {
    let view = MyList {
        strings: context.strings_for_script("mine.client."),
    };
    let title = context.here(context.t.get("mine.title"));
    let mut frame = Frame::new(context, path, title);
    frame.noindex = true;
    // Its address says nothing of the list; each record on paper has its own code.
    frame.qr = None;
    finish(context, "my-list.html", &frame, &view)
}
