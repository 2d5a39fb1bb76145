//! From sources to a catalogue: every record parsed, faults collected.
