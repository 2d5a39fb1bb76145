//! From a guide to a site: the route table.
