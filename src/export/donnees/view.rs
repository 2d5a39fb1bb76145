//! Views: structs that are written as JSON without what is unknown.

use std::io::{self, Write};

use serde::Serialize;

/// Whether there is anything to write; what is unknown is left out, never shown as « non », zero or empty.
pub(super) trait Known {
    /// Whether it is known.
    fn is_known(&self) -> bool;
}

impl<T> Known for Option<T> {
    fn is_known(&self) -> bool {
        self.is_some()
    }
}

impl<T> Known for Vec<T> {
    fn is_known(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Known for &[T] {
    fn is_known(&self) -> bool {
        !self.is_empty()
    }
}

impl Known for &str {
    fn is_known(&self) -> bool {
        !self.is_empty()
    }
}

impl Known for String {
    fn is_known(&self) -> bool {
        !self.is_empty()
    }
}

impl Known for bool {
    fn is_known(&self) -> bool {
        *self
    }
}

/// Declares views: fields with the keys under which they are written, those that are unknown left out.
macro_rules! view {
    ($($(#[doc = $doc:literal])+ struct $name:ident<$life:lifetime> { $($field:ident: $type:ty = $key:literal,)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Default)]
        #[allow(missing_docs, dead_code, reason = "the key of each field says what it is; a view may be read by its keys alone")]
        pub(in crate::export::donnees) struct $name<$life> {
            $(pub(in crate::export::donnees) $field: $type,)+
            /// Views borrow from the site, even those that hold their own texts.
            pub(in crate::export::donnees) of: std::marker::PhantomData<&$life ()>,
        }

        impl<$life> serde::Serialize for $name<$life> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use crate::export::donnees::view::Known as _;
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(if self.$field.is_known() { map.serialize_entry($key, &self.$field)?; })+
                map.end()
            }
        }
    )+};
}

pub(super) use view;

/// Writes a value as JSON.
pub(super) fn write(to: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    Ok(serde_json::to_writer(to, value)?)
}

/// Writes values as the items of a list, one on each line.
pub(super) fn write_list<T: Serialize>(
    to: &mut dyn Write,
    items: impl IntoIterator<Item = T>,
) -> io::Result<()> {
    to.write_all(b"[")?;
    let mut line = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        line.clear();
        line.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut line, &item)?;
        to.write_all(&line)?;
    }
    to.write_all(b"\n]")
}
