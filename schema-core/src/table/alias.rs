//! `alias!`: a second name for a table, so that one query can read it twice.

/// Declares a second name for a table or a subquery, so that one query can read it twice.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "employees")]
/// struct Employee {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
///     #[column(references = Employee.id)]
///     manager_id: Option<i64>,
/// }
///
/// alias!(Manager = Employee);
///
/// let query = Employee
///     .select()
///     .left_join(Manager, Employee.manager_id.eq(Manager.id))
///     .columns((Employee.name, Manager.name));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "employees"."name", "Manager"."name" from "employees" left join "employees" as "Manager" on "employees"."manager_id" = "Manager"."id""#
/// );
/// ```
#[macro_export]
macro_rules! alias {
    ($(#[$attribute:meta])* $vis:vis $name:ident = $table:ty $(,)?) => {
        $(#[$attribute])*
        #[derive(Debug)]
        $vis struct $name {}

        impl $crate::__private::Source for $name {
            type Relation = $table;
            type Id = $crate::__private::name_id!($name);
            const REFERENCE: &'static [$crate::__private::Token] =
                &[$crate::__private::Token::Name($crate::__private::unraw(::core::stringify!($name)))];
        }

        impl $crate::__private::NamedSource for $name {
            const FROM: &'static [$crate::__private::Token] = &[
                $crate::__private::Token::Sub(<$table as $crate::__private::NamedSource>::FROM),
                $crate::__private::Token::Text(" as "),
                $crate::__private::Token::Sub(<$name as $crate::__private::Source>::REFERENCE),
            ];
        }

        #[doc = ::core::concat!("Table `", ::core::stringify!($table), "` under a second name.")]
        #[allow(non_upper_case_globals, reason = "a table's constant has the name of its type")]
        $vis const $name: <$table as $crate::__private::Relation>::Columns<$name> =
            <<$table as $crate::__private::Relation>::Columns<$name> as $crate::__private::SourceColumns>::NEW;
    };
}
