//! Empty: the package exists for the programs in `fail`. It has the dependencies that a program using `schema-core`
//! has.
