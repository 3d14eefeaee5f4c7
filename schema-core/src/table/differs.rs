//! Names and indices as types, so that a query that reads one name twice, or sets one column twice, does not compile.

/// A name, or a column's index, that differs from `Other`.
///
/// A name's type is a hash of 32 bits, written as a chain of pointers: `*mut` is a 1, `*const` a 0. Comparing two names
/// inspects two bits on average, and the type refers to nothing that a program could shadow.
///
/// The chain ends in `()`, or for a name in a Postgres schema in the chain of the schema. Postgres distinguishes two tables
/// of one name only if both are in a schema.
pub trait Differs<Other> {}

#[diagnostic::do_not_recommend]
impl<A, B> Differs<*const B> for *mut A {}
#[diagnostic::do_not_recommend]
impl<A, B> Differs<*mut B> for *const A {}
#[diagnostic::do_not_recommend]
impl<A: Differs<B>, B> Differs<*const B> for *const A {}
#[diagnostic::do_not_recommend]
impl<A: Differs<B>, B> Differs<*mut B> for *mut A {}
#[diagnostic::do_not_recommend]
impl<A: Differs<B>, B> Differs<(B,)> for (A,) {}

// The chain of a path is in a tuple from the start, and that of a name is not.
#[diagnostic::do_not_recommend]
impl<A, B> Differs<*const B> for (A,) {}
#[diagnostic::do_not_recommend]
impl<A, B> Differs<*mut B> for (A,) {}
#[diagnostic::do_not_recommend]
impl<A, B> Differs<(B,)> for *const A {}
#[diagnostic::do_not_recommend]
impl<A, B> Differs<(B,)> for *mut A {}

// A chain differs from a longer one.
#[diagnostic::do_not_recommend]
impl<A> Differs<()> for *mut A {}
#[diagnostic::do_not_recommend]
impl<A> Differs<()> for *const A {}
#[diagnostic::do_not_recommend]
impl<B> Differs<*mut B> for () {}
#[diagnostic::do_not_recommend]
impl<B> Differs<*const B> for () {}
