//! From a catalogue to a guide: what can be published.
