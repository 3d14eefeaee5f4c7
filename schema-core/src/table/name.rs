//! Names as types, so that a query that reads a name twice does not compile.

/// A name as a type that is unlike that of another name. The type is a hash of 32 bits, written as a pointer to a
/// pointer, and so on: `*mut` is a bit that is set, `*const` one that is not. It is short, and names nothing that a
/// program could give another meaning.
pub trait Differs<Other> {}

#[diagnostic::do_not_recommend]
impl<A, B> Differs<*const B> for *mut A {}
#[diagnostic::do_not_recommend]
impl<A, B> Differs<*mut B> for *const A {}
#[diagnostic::do_not_recommend]
impl<A: Differs<B>, B> Differs<*const B> for *const A {}
#[diagnostic::do_not_recommend]
impl<A: Differs<B>, B> Differs<*mut B> for *mut A {}
