//! Table constraints, as written in `create table` and `alter table`.

use super::quote;
use crate::model::{
    Action, Check, Deferrable, Exclusion, ForeignKey, IndexOn, Match, Name, PrimaryKey, Table,
    Unique,
};

/// A constraint of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint<'a> {
    /// A primary key.
    PrimaryKey(&'a PrimaryKey),
    /// A unique constraint.
    Unique(&'a Unique),
    /// A check.
    Check(&'a Check),
    /// An exclusion constraint.
    Exclusion(&'a Exclusion),
    /// A foreign key.
    ForeignKey(&'a ForeignKey),
}

impl<'a> Constraint<'a> {
    /// Returns the constraints of a table, foreign keys last.
    pub fn all(table: &'a Table) -> Vec<Self> {
        let keys = table.primary_key.iter().map(Constraint::PrimaryKey);
        keys.chain(table.uniques.iter().map(Constraint::Unique))
            .chain(table.checks.iter().map(Constraint::Check))
            .chain(table.exclusions.iter().map(Constraint::Exclusion))
            .chain(table.foreign_keys.iter().map(Constraint::ForeignKey))
            .collect()
    }

    /// Returns the name.
    pub fn name(self) -> &'a str {
        match self {
            Self::PrimaryKey(key) => &key.name,
            Self::Unique(unique) => &unique.name,
            Self::Check(check) => &check.name,
            Self::Exclusion(exclusion) => &exclusion.name,
            Self::ForeignKey(key) => &key.name,
        }
    }

    /// Returns the comment.
    pub fn comment(self) -> Option<&'a str> {
        match self {
            Self::PrimaryKey(key) => key.comment.as_deref(),
            Self::Unique(unique) => unique.comment.as_deref(),
            Self::Check(check) => check.comment.as_deref(),
            Self::Exclusion(exclusion) => exclusion.comment.as_deref(),
            Self::ForeignKey(key) => key.comment.as_deref(),
        }
    }

    /// True if an index of the same name belongs to it.
    pub fn has_index(self) -> bool {
        matches!(
            self,
            Self::PrimaryKey(_) | Self::Unique(_) | Self::Exclusion(_)
        )
    }

    /// True if existing rows have not been checked, although the constraint is enforced.
    pub(crate) fn is_not_valid(self) -> bool {
        match self {
            Self::Check(check) => check.not_valid && !check.not_enforced,
            Self::ForeignKey(key) => key.not_valid && !key.not_enforced,
            _ => false,
        }
    }

    /// Returns the constraint without its name and without what `alter table` can change in place.
    ///
    /// ```
    /// use schema_ddl::model::{Check, PrimaryKey};
    /// use schema_ddl::sql::constraint::Constraint;
    ///
    /// let key = PrimaryKey {
    ///     name: "orders_pkey".into(),
    ///     columns: vec!["id".into()],
    ///     include: vec![],
    ///     deferrable: Default::default(),
    ///     comment: None,
    /// };
    /// assert_eq!(Constraint::PrimaryKey(&key).definition(), r#"primary key ("id")"#);
    /// ```
    pub fn definition(self) -> String {
        match self {
            Self::PrimaryKey(key) => {
                let mut sql = format!("primary key ({})", quote::names(&key.columns));
                sql.push_str(&include(&key.include));
                sql.push_str(deferrable(key.deferrable));
                sql
            }
            Self::Unique(unique) => self::unique(unique),
            Self::Check(check) => {
                let no_inherit = if check.no_inherit { " no inherit" } else { "" };
                let enforced = not_enforced(check.not_enforced);
                format!("check ({}){no_inherit}{enforced}", check.expression)
            }
            Self::Exclusion(exclusion) => self::exclusion(exclusion),
            Self::ForeignKey(key) => foreign_key(key),
        }
    }

    /// Returns the whole constraint.
    ///
    /// ```
    /// use schema_ddl::model::Check;
    /// use schema_ddl::sql::constraint::Constraint;
    ///
    /// let check = Check {
    ///     name: "positive".into(),
    ///     expression: "price > 0".into(),
    ///     no_inherit: false,
    ///     not_valid: true,
    ///     not_enforced: false,
    ///     comment: None,
    /// };
    /// assert_eq!(
    ///     Constraint::Check(&check).sql(),
    ///     r#"constraint "positive" check (price > 0) not valid"#
    /// );
    /// ```
    pub fn sql(self) -> String {
        let mut sql = format!("constraint {} ", quote::name(self.name()));
        sql.push_str(&self.definition());
        if let Self::ForeignKey(key) = self {
            sql.push_str(deferrable(key.deferrable));
            sql.push_str(not_enforced(key.not_enforced));
        }
        if self.is_not_valid() {
            sql.push_str(" not valid");
        }
        sql
    }
}

fn unique(unique: &Unique) -> String {
    let nulls = if unique.nulls_not_distinct {
        " nulls not distinct"
    } else {
        ""
    };
    let mut sql = format!("unique{nulls} ({})", quote::names(&unique.columns));
    sql.push_str(&include(&unique.include));
    sql.push_str(deferrable(unique.deferrable));
    sql
}

fn exclusion(exclusion: &Exclusion) -> String {
    let elements: Vec<String> = exclusion
        .elements
        .iter()
        .map(|element| {
            let mut sql = match &element.on {
                IndexOn::Column(name) => quote::name(name),
                IndexOn::Expression(expression) => format!("({expression})"),
            };
            if let Some(class) = &element.operator_class {
                sql.push(' ');
                sql.push_str(class);
            }
            format!("{sql} with {}", element.operator)
        })
        .collect();
    let method = quote::word(&exclusion.method);
    let mut sql = format!("exclude using {method} ({})", elements.join(", "));
    if let Some(filter) = &exclusion.filter {
        sql.push_str(" where (");
        sql.push_str(filter);
        sql.push(')');
    }
    sql.push_str(deferrable(exclusion.deferrable));
    sql
}

fn foreign_key(key: &ForeignKey) -> String {
    let mut sql = format!(
        "foreign key ({}) references {} ({})",
        quote::names(&key.columns),
        key.table,
        quote::names(&key.references)
    );
    if key.match_type == Match::Full {
        sql.push_str(" match full");
    }
    for (event, action, columns) in [
        (" on delete ", key.on_delete, &key.on_delete_columns[..]),
        (" on update ", key.on_update, &[]),
    ] {
        let action = match action {
            // The default.
            Action::NoAction => continue,
            Action::Restrict => "restrict",
            Action::Cascade => "cascade",
            Action::SetNull => "set null",
            Action::SetDefault => "set default",
        };
        sql.push_str(event);
        sql.push_str(action);
        if !columns.is_empty() {
            sql.push_str(" (");
            sql.push_str(&quote::names(columns));
            sql.push(')');
        }
    }
    sql
}

fn include(columns: &[String]) -> String {
    if columns.is_empty() {
        String::new()
    } else {
        format!(" include ({})", quote::names(columns))
    }
}

const fn deferrable(deferrable: Deferrable) -> &'static str {
    match deferrable {
        Deferrable::No => "",
        Deferrable::InitiallyImmediate => " deferrable",
        Deferrable::InitiallyDeferred => " deferrable initially deferred",
    }
}

const fn not_enforced(not_enforced: bool) -> &'static str {
    if not_enforced { " not enforced" } else { "" }
}

/// Returns the statement that adds a constraint to a table.
pub(crate) fn add(table: &Name, constraint: Constraint<'_>) -> String {
    format!("alter table {table} add {}", constraint.sql())
}

/// Returns the statement that makes a unique index a constraint. The index gets the name of the constraint.
pub(crate) fn add_using_index(
    table: &Name,
    constraint: Constraint<'_>,
    index: &str,
) -> Option<String> {
    let (word, time) = match constraint {
        Constraint::PrimaryKey(key) => ("primary key", key.deferrable),
        Constraint::Unique(unique) => ("unique", unique.deferrable),
        _ => return None,
    };
    let (name, index) = (quote::name(constraint.name()), quote::name(index));
    let time = deferrable(time);
    Some(format!(
        "alter table {table} add constraint {name} {word} using index {index}{time}"
    ))
}

/// Returns the statement that drops a constraint.
pub(crate) fn drop(table: &Name, name: &str) -> String {
    format!("alter table {table} drop constraint {}", quote::name(name))
}

/// Returns the statement that renames a constraint.
pub(crate) fn rename(table: &Name, from: &str, to: &str) -> String {
    let (from, to) = (quote::name(from), quote::name(to));
    format!("alter table {table} rename constraint {from} to {to}")
}

/// Returns the statement that checks the existing rows.
pub(crate) fn validate(table: &Name, name: &str) -> String {
    let name = quote::name(name);
    format!("alter table {table} validate constraint {name}")
}

/// Returns the statements that change a foreign key into one with the same definition.
pub(crate) fn alter_foreign_key(table: &Name, from: &ForeignKey, to: &ForeignKey) -> Vec<String> {
    let head = format!(
        "alter table {table} alter constraint {}",
        quote::name(&to.name)
    );
    let time = (from.deferrable != to.deferrable).then_some(match to.deferrable {
        Deferrable::No => "not deferrable",
        Deferrable::InitiallyImmediate => "deferrable initially immediate",
        Deferrable::InitiallyDeferred => "deferrable initially deferred",
    });
    let enforced = (from.not_enforced != to.not_enforced).then_some(if to.not_enforced {
        "not enforced"
    } else {
        "enforced"
    });
    let changes = time.into_iter().chain(enforced);
    changes.map(|change| format!("{head} {change}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ExclusionElement;

    #[test]
    fn a_unique_constraint_has_included_columns_and_a_time_of_check() {
        let unique = Unique {
            name: "u".into(),
            columns: vec!["a".into(), "b".into()],
            include: vec!["c".into()],
            nulls_not_distinct: true,
            deferrable: Deferrable::InitiallyImmediate,
            comment: None,
        };
        assert_eq!(
            Constraint::Unique(&unique).sql(),
            r#"constraint "u" unique nulls not distinct ("a", "b") include ("c") deferrable"#
        );
    }

    #[test]
    fn an_exclusion_names_an_operator_for_each_element() {
        let element = |on, operator: &str| ExclusionElement {
            on,
            operator_class: None,
            operator: operator.into(),
        };
        let exclusion = Exclusion {
            name: "e".into(),
            method: "gist".into(),
            elements: vec![
                element(IndexOn::Column("room".into()), "="),
                ExclusionElement {
                    operator_class: Some("range_ops".into()),
                    ..element(IndexOn::Expression("tsrange(a, b)".into()), "&&")
                },
            ],
            filter: Some("not cancelled".into()),
            deferrable: Deferrable::No,
            comment: None,
        };
        assert_eq!(
            Constraint::Exclusion(&exclusion).sql(),
            "constraint \"e\" exclude using gist (\"room\" with =, (tsrange(a, b)) range_ops with &&) \
             where (not cancelled)"
        );
    }

    #[test]
    fn a_foreign_key_has_actions_a_time_of_check_and_a_state() {
        let key = ForeignKey {
            name: "f".into(),
            columns: vec!["a".into(), "b".into()],
            table: Name::in_schema("clinic", "t"),
            references: vec!["c".into(), "d".into()],
            match_type: Match::Full,
            on_delete: Action::SetNull,
            on_delete_columns: vec!["b".into()],
            on_update: Action::Cascade,
            deferrable: Deferrable::InitiallyDeferred,
            not_valid: true,
            not_enforced: false,
            comment: None,
        };
        assert_eq!(
            Constraint::ForeignKey(&key).sql(),
            "constraint \"f\" foreign key (\"a\", \"b\") references \"clinic\".\"t\" (\"c\", \"d\") match full \
             on delete set null (\"b\") on update cascade deferrable initially deferred not valid"
        );
    }
}
