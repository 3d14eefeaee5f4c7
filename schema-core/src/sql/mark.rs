//! The mark before each constant text, by which a tool finds the texts in a compiled program.
//!
//! | bytes | content |
//! |---|---|
//! | 0 to 7 | [`MARK`] |
//! | 8 | [`MARK_VERSION`] |
//! | 9 | 0 |
//! | 10 and 11 | the length of the expected columns, or `0xffff` if they are unknown |
//! | 12 to 15 | the length of the text |
//! | 16 to 19 | the same with all bits inverted, so that other bytes are not mistaken for a mark |
//! | 20 and 21 | the length of the parameters' types, or 0 if they are unknown |
//! | 22 and 23 | 0 |
//!
//! The text follows, then the columns, and then the types of the parameters, the last one first. Each column has a byte of
//! flags: 1 if it is read as an `Option`, 2 if the program asserts that it is not NULL, 4 if the type has a name instead of an
//! object id, and 8 if it is an array of that name. The object id follows in 4 bytes, or the length of the name in one byte and
//! the name. If the byte of flags is 16, there are two bytes with the length of the columns that follow, each of which may be
//! NULL. A parameter has the same format as a column, without the first two flags; an unknown one has the object id 0. Numbers
//! are little-endian.

/// The first bytes of a mark. They are not UTF-8.
pub const MARK: [u8; 8] = *b"\xf5schema\xfe";

/// The version of the format.
pub const MARK_VERSION: u8 = 1;

/// The length of a mark.
pub const MARK_LENGTH: usize = 24;

/// Returns the mark of a text.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a text has at most 16 KiB, and the rest fewer"
)]
pub(super) const fn mark(
    text: usize,
    columns: Option<usize>,
    parameters: usize,
) -> [u8; MARK_LENGTH] {
    let [m0, m1, m2, m3, m4, m5, m6, m7] = MARK;
    let [c0, c1] = match columns {
        Some(columns) => (columns as u16).to_le_bytes(),
        None => [0xff, 0xff],
    };
    let [p0, p1] = (parameters as u16).to_le_bytes();
    let [l0, l1, l2, l3] = (text as u32).to_le_bytes();
    [
        m0,
        m1,
        m2,
        m3,
        m4,
        m5,
        m6,
        m7,
        MARK_VERSION,
        0,
        c0,
        c1,
        l0,
        l1,
        l2,
        l3,
        !l0,
        !l1,
        !l2,
        !l3,
        p0,
        p1,
        0,
        0,
    ]
}
