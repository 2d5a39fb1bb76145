//! From a site and a path to an output: pages.
