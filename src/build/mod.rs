//! One build, from sources to a sink.
