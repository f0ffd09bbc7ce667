//! The central office.

fn main() {}
