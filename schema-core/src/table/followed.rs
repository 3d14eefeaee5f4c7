//! Paths along foreign keys: the row that a column references, as a source of columns.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Col, Column, ColumnIndex, ColumnMarker, JoinsTo, ReferencedBy, Source, SourceColumns};
use crate::sql::{Fragment, Path, Token};
use crate::types::{ColumnType, Nullability};

/// The row of table `T` that column `C` of the source `S` references: see [`follow`](Col::follow).
#[derive(Debug)]
pub struct Followed<S, C, T>(PhantomData<(S, C, T)>);

#[hide_bounds]
impl<S: Source, C: ColumnMarker> Col<S, C> {
    /// The row that this foreign key references, with its columns. A `select` joins it, once for each key: by `join`, or by
    /// `left join` if there may be no row, because the key can be NULL or the query has an outer join.
    ///
    /// ```
    /// use schema_core::prelude::*;
    ///
    /// #[table(name = "clinics")]
    /// struct Clinic {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     city: String,
    /// }
    ///
    /// #[table(name = "patients")]
    /// struct Patient {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     name: String,
    ///     #[column(references = Clinic.id)]
    ///     clinic_id: Option<i64>,
    /// }
    ///
    /// #[table(name = "orders")]
    /// struct Order {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     #[column(references = Patient.id)]
    ///     patient_id: i64,
    /// }
    ///
    /// let patient = Order.patient_id.follow();
    /// let orders = Order.select().filter(patient.name.like("A%")).columns((Order.id, patient.name));
    /// assert_eq!(
    ///     orders.to_sql(),
    ///     concat!(
    ///         r#"select "orders"."id", "orders.patient_id"."name" from "orders" "#,
    ///         r#"join "patients" as "orders.patient_id" on "orders.patient_id"."id" = "orders"."patient_id" "#,
    ///         r#"where "orders.patient_id"."name" like $1"#,
    ///     )
    /// );
    /// // A path goes on along the keys of each row. This column is an `Option`, since `clinic_id` is one.
    /// let cities = Order.select().columns(patient.clinic_id.follow().city);
    /// assert_eq!(
    ///     cities.to_sql(),
    ///     concat!(
    ///         r#"select "orders.patient_id.clinic_id"."city" from "orders" "#,
    ///         r#"join "patients" as "orders.patient_id" on "orders.patient_id"."id" = "orders"."patient_id" "#,
    ///         r#"left join "clinics" as "orders.patient_id.clinic_id" "#,
    ///         r#"on "orders.patient_id.clinic_id"."id" = "orders.patient_id"."clinic_id""#,
    ///     )
    /// );
    /// ```
    ///
    /// In other statements, in the condition of a join and in a query with a row lock, each column is a subquery:
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let delete = Order.delete().filter(Order.patient_id.follow().name.eq("Ana"));
    /// assert_eq!(
    ///     delete.to_sql(),
    ///     concat!(
    ///         r#"delete from "orders" where (select "orders.patient_id"."name" "#,
    ///         r#"from "patients" as "orders.patient_id" "#,
    ///         r#"where "orders.patient_id"."id" = "orders"."patient_id") = $1"#,
    ///     )
    /// );
    /// ```
    ///
    /// A subquery cannot follow a key of the query around it: read the columns there, or join the table in the subquery.
    pub const fn follow<T: ReferencedBy<C>>(self) -> T::Columns<Followed<S, C, T>>
    where
        Self: JoinsTo<T>,
    {
        SourceColumns::NEW
    }
}

impl<S: Source, C: ColumnMarker, T: ReferencedBy<C>> Source for Followed<S, C, T> {
    type Relation = T;
    type Id = (<C::Place as ColumnIndex>::Bits<S::Id>,);
    const REFERENCE: &'static [Token] = &[Token::Name(PathName::<S, C>::TEXT)];
    const PATH: Option<&'static Path> = Some(&Path {
        name: PathName::<S, C>::TEXT,
        column: <T as ReferencedBy<C>>::COLUMN,
        from: &[
            Token::Sub(T::REFERENCE),
            Token::Text(" as "),
            Token::Name(PathName::<S, C>::TEXT),
        ],
        key: <Column<S, C> as Fragment>::TOKENS,
        nullable: <<C::Type as ColumnType>::Null as Nullability>::NULLABLE
            || match S::PATH {
                Some(parent) => parent.nullable,
                None => false,
            },
        parent: S::PATH,
    });
}

/// The longest name in Postgres, in bytes.
const MAX_NAME: usize = 63;

/// The name of a path's row: that of the source and that of the column.
struct PathName<S, C>(PhantomData<(S, C)>);

impl<S: Source, C: ColumnMarker> PathName<S, C> {
    const BYTES: ([u8; MAX_NAME], usize) = join(label(S::LABEL).as_bytes(), C::NAME.as_bytes());
    const TEXT: &'static str = match str::from_utf8(Self::BYTES.0.split_at(Self::BYTES.1).0) {
        Ok(name) => name,
        Err(_) => C::NAME,
    };
}

/// The name in a label.
const fn label(label: &'static [Token]) -> &'static str {
    match label {
        [.., Token::Name(name) | Token::Text(name)] => name,
        _ => "",
    }
}

/// Joins two names by a dot. If they are too long together, the start is missing.
const fn join(source: &[u8], column: &[u8]) -> ([u8; MAX_NAME], usize) {
    let length = source.len() + 1 + column.len();
    let mut skipped = length.saturating_sub(MAX_NAME);
    // The first byte of a character.
    while skipped > 0 && byte(source, column, skipped) & 0b1100_0000 == 0b1000_0000 {
        skipped += 1;
    }
    let mut name = [0; MAX_NAME];
    let mut i = skipped;
    while i < length {
        name[i - skipped] = byte(source, column, i);
        i += 1;
    }
    (name, length - skipped)
}

const fn byte(source: &[u8], column: &[u8], index: usize) -> u8 {
    if index < source.len() {
        source[index]
    } else if index == source.len() {
        b'.'
    } else {
        column[index - source.len() - 1]
    }
}

/// All columns of a source, or some of them, each after the source's name.
pub(crate) const fn columns_of<S: Source>(
    prefix: &'static [Token],
    columns: &'static [&'static str],
) -> Token {
    match S::PATH {
        Some(path) => Token::Path(path, columns),
        None => Token::Names(prefix, columns),
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    fn name(source: &str, column: &str) -> String {
        let (bytes, length) = join(source.as_bytes(), column.as_bytes());
        String::from_utf8(bytes[..length].to_vec()).unwrap()
    }

    #[test]
    fn a_path_has_the_names_of_its_source_and_its_column() {
        assert_eq!(name("orders", "patient_id"), "orders.patient_id");
    }

    #[test]
    fn a_long_name_keeps_its_end() {
        let long = "o".repeat(40);
        assert_eq!(
            name(&long, &"p".repeat(40)),
            format!("{}.{}", "o".repeat(22), "p".repeat(40))
        );
        // Two bytes for each letter: 22 bytes are left, the last of which is the second half of a letter.
        assert_eq!(
            name(&"ö".repeat(20), &"p".repeat(41)),
            format!("{}.{}", "ö".repeat(10), "p".repeat(41))
        );
        assert_eq!(name(&"ö".repeat(20), &"p".repeat(63)), "p".repeat(63));
    }
}
