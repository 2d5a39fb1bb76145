//! From Markdown events to HTML and text, in one pass.

use std::collections::HashMap;

use pulldown_cmark::{
    Alignment, BrokenLink, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html,
};

use super::links::{self, Target};
use super::{Body, Heading, Image, RecordLink, blocks};
use crate::diag::{Diagnostic, Span, say};
use crate::text::typography::typeset;

pub(super) fn write(text: &str, place: &dyn Fn(usize, usize) -> Span) -> (Body, Vec<Diagnostic>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut writer = Writer::new(place);
    let mut events = Vec::new();
    let mut lost = Vec::new();
    let note_lost = |link: BrokenLink<'_>| {
        lost.push((link.span, link.link_type, link.reference.into_string()));
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(note_lost));
    let mut depth = blocks::Depth::default();
    for (event, range) in parser.into_offset_iter() {
        let whole = place(range.start, range.end);
        if !depth.is_within(&event) {
            writer.faults.push(blocks::too_deep(whole));
            break;
        }
        let written = &text[range.clone()];
        writer.faults.extend(blocks::hidden(&event, written, whole));
        writer.event(event, range, &mut events);
    }
    for (range, kind, name) in lost {
        links::check_lost(
            kind,
            &name,
            place(range.start, range.end),
            &mut writer.faults,
        );
    }
    blocks::check_anchors(&writer.anchors, &writer.body.headings, &mut writer.faults);
    let mut body = writer.body;
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    html::push_html(&mut html, events.into_iter());
    body.html = html.into();
    body.text = writer.text.trim().into();
    (body, writer.faults)
}

/// A heading while its words are read.
struct OpenHeading {
    /// The index of its start event.
    start: usize,
    level: u8,
    /// The id that was written.
    written: Option<Box<str>>,
    words: String,
    span: Span,
}

struct Writer<'p> {
    place: &'p dyn Fn(usize, usize) -> Span,
    body: Body,
    text: String,
    faults: Vec<Diagnostic>,
    anchors: Vec<(Box<str>, Span)>,
    /// The heading, while within one.
    heading: Option<OpenHeading>,
    /// The image's path and words, while within one.
    image: Option<(Box<str>, String, Span)>,
    /// For each link that is open, whether it was written, where its words begin among the events, and where it stands.
    links: Vec<(bool, usize, Span)>,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// The number of each footnote, by its name.
    notes: HashMap<Box<str>, usize>,
    ids: blocks::Ids,
    /// Whether HTML was told, so that its closing tags are not.
    html_told: bool,
}

impl<'p> Writer<'p> {
    fn new(place: &'p dyn Fn(usize, usize) -> Span) -> Writer<'p> {
        Writer {
            place,
            body: Body::default(),
            text: String::new(),
            faults: Vec::new(),
            anchors: Vec::new(),
            heading: None,
            image: None,
            links: Vec::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            notes: HashMap::new(),
            ids: blocks::Ids::default(),
            html_told: false,
        }
    }

    fn event<'t>(
        &mut self,
        event: Event<'t>,
        range: std::ops::Range<usize>,
        out: &mut Vec<Event<'t>>,
    ) {
        let span = (self.place)(range.start, range.end);
        match event {
            // What was opened was told where it was.
            Event::InlineHtml(tag) if tag.starts_with("</") && self.html_told => {}
            Event::Html(_) | Event::InlineHtml(_) => {
                self.html_told = true;
                // A block of HTML comes line by line: one slip is told once.
                if !self
                    .faults
                    .last()
                    .is_some_and(|last| last.code == "raw-html" && last.span.end == span.start)
                {
                    self.faults.push(
                        Diagnostic::error("raw-html", span, say("du HTML dans le texte", "HTML in the text"))
                            .help(say("écrivez en Markdown : **gras**, [lien](https://…), « - » pour une liste ; un « < » seul s'écrit « \\< »", "write Markdown: **bold**, [link](https://…), “-” for a list; a lone “<” is written “\\<”")),
                    );
                } else if let Some(last) = self.faults.last_mut() {
                    last.span.end = span.end;
                }
            }
            Event::Text(text) => self.text(text, out),
            Event::Code(text) => {
                self.add_text(&text);
                if self.image.is_none() {
                    out.push(Event::Code(text));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                self.add_text(" ");
                if self.image.is_none() {
                    out.push(event);
                }
            }
            Event::FootnoteReference(name) => {
                let number = self.note_number(&name);
                out.push(raw(format!("<sup><a class=\"note-ref\" id=\"ref-{number}\" href=\"#note-{number}\">{number}</a></sup>")));
            }
            Event::Start(tag) => self.start(tag, span, out),
            Event::End(tag) => self.end(tag, out),
            Event::Rule => out.push(Event::Rule),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text<'t>(&mut self, text: CowStr<'t>, out: &mut Vec<Event<'t>>) {
        let text = match typeset(&text) {
            std::borrow::Cow::Owned(text) => text.into(),
            std::borrow::Cow::Borrowed(_) => text,
        };
        self.add_text(&text);
        if self.image.is_none() {
            out.push(Event::Text(text));
        }
    }

    fn add_text(&mut self, text: &str) {
        if let Some((_, alt, _)) = &mut self.image {
            alt.push_str(text);
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(text);
        }
        self.text.push_str(text);
    }

    fn start<'t>(&mut self, tag: Tag<'t>, span: Span, out: &mut Vec<Event<'t>>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let number = level as u8;
                blocks::check_level(number, &self.body.headings, span, &mut self.faults);
                self.heading = Some(OpenHeading {
                    start: out.len(),
                    level: number,
                    written: id.map(|id| id.as_ref().into()),
                    words: String::new(),
                    span,
                });
                out.push(Event::Start(Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Tag::Link { dest_url, .. } => {
                let href = self.link(&dest_url, span);
                if let Some(href) = &href {
                    out.push(raw(format!("<a href=\"{}\">", escape(href))));
                }
                self.links.push((href.is_some(), out.len(), span));
            }
            Tag::Image { dest_url, .. } => {
                links::check_image(&dest_url, span, &mut self.faults);
                self.image = Some((dest_url.as_ref().into(), String::new(), span));
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                out.push(raw("<div class=\"table\"><table>"));
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                out.push(raw("<thead><tr>"));
            }
            Tag::TableRow => {
                self.column = 0;
                out.push(raw("<tr>"));
            }
            Tag::TableCell => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Right) => " class=\"end\"",
                    _ => "",
                };
                self.column += 1;
                let cell = if self.in_head {
                    "th scope=\"col\""
                } else {
                    "td"
                };
                out.push(raw(format!("<{cell}{class}>")));
            }
            Tag::FootnoteDefinition(name) => {
                let number = self.note_number(&name);
                out.push(raw(format!(
                    "<div class=\"note\" id=\"note-{number}\"><sup>{number}</sup>"
                )));
            }
            Tag::HtmlBlock => {}
            tag => out.push(Event::Start(tag)),
        }
    }

    fn end<'t>(&mut self, tag: TagEnd, out: &mut Vec<Event<'t>>) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level, out),
            TagEnd::Link => {
                let Some((is_written, start, span)) = self.links.pop() else {
                    return;
                };
                let is_blank = |event: &Event<'_>| matches!(event, Event::Text(text) if text.trim().is_empty());
                if out[start..].iter().all(is_blank) && self.image.is_none() {
                    self.faults.push(blocks::without_words(
                        span,
                        say("un lien sans texte", "a link without words"),
                        "[les horaires](laep/la-marelle)",
                    ));
                }
                if is_written {
                    out.push(raw("</a>"));
                }
            }
            TagEnd::Image => self.end_image(out),
            TagEnd::Table => out.push(raw("</tbody></table></div>")),
            TagEnd::TableHead => {
                self.in_head = false;
                out.push(raw("</tr></thead><tbody>"));
            }
            TagEnd::TableRow => out.push(raw("</tr>")),
            TagEnd::TableCell => {
                self.add_text(" ");
                out.push(raw(if self.in_head { "</th>" } else { "</td>" }));
            }
            TagEnd::FootnoteDefinition => out.push(raw("</div>")),
            TagEnd::HtmlBlock => {}
            tag => out.push(Event::End(tag)),
        }
        if matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::CodeBlock
        ) {
            self.text.push('\n');
        }
    }

    fn end_heading(&mut self, level: HeadingLevel, out: &mut Vec<Event<'_>>) {
        out.push(Event::End(TagEnd::Heading(level)));
        let Some(OpenHeading {
            start,
            level,
            written,
            words,
            span,
        }) = self.heading.take()
        else {
            return;
        };
        if words.trim().is_empty() {
            self.faults.push(blocks::without_words(
                span,
                say("un intertitre sans texte", "a heading without words"),
                "## Pour venir",
            ));
        }
        let id = self
            .ids
            .add(written.as_deref(), &words, span, &mut self.faults);
        if let Some(Event::Start(Tag::Heading { id: slot, .. })) = out.get_mut(start) {
            *slot = Some(CowStr::from(id.to_string()));
        }
        self.body.headings.push(Heading {
            level,
            id,
            text: words.trim().into(),
            span,
        });
    }

    fn end_image(&mut self, out: &mut Vec<Event<'_>>) {
        let Some((path, alt, span)) = self.image.take() else {
            return;
        };
        if alt.trim().is_empty() {
            self.faults.push(
                Diagnostic::error(
                    "missing-alt",
                    span,
                    say(
                        "cette image n'a pas de texte de remplacement",
                        "this image has no alternative text",
                    ),
                )
                .help(say(
                    format!("dites ce qu'elle montre : ![plan d'accès]({path})"),
                    format!("say what it shows: ![plan d'accès]({path})"),
                )),
            );
        }
        out.push(raw(format!(
            "<img src=\"media:{}\" alt=\"{}\">",
            escape(&path),
            escape(alt.trim())
        )));
        if !path.contains(':') && !path.is_empty() {
            self.body.images.push(Image {
                path,
                alt: alt.trim().into(),
                span,
            });
        }
    }

    /// The address that a link is written with; none where it may not be.
    fn link(&mut self, url: &str, span: Span) -> Option<String> {
        match links::read(url, span, &mut self.faults)? {
            Target::Outside => Some(url.to_owned()),
            Target::Anchor(anchor) => {
                self.anchors.push((anchor.into(), span));
                Some(url.to_owned())
            }
            Target::Record(record, anchor) => {
                self.body.links.push(RecordLink {
                    record: record.into(),
                    anchor: anchor.map(Into::into),
                    span,
                });
                Some(format!("record:{url}"))
            }
        }
    }

    fn note_number(&mut self, name: &str) -> usize {
        if let Some(number) = self.notes.get(name) {
            return *number;
        }
        let number = self.notes.len() + 1;
        self.notes.insert(name.into(), number);
        number
    }
}

fn raw<'t>(html: impl Into<CowStr<'t>>) -> Event<'t> {
    Event::InlineHtml(html.into())
}

/// Escapes a text for an attribute in double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
