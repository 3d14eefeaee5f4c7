//! Nothing: the programs in `fail` are what this package is about. It depends on `schema-core`, and on what stands
//! beside it in a program that uses it.
