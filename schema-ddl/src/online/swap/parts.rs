//! Indexes and constraints that must be on the other column before it takes the place of the first one.

use std::collections::HashMap;
use std::collections::HashSet;

use super::obstacle::{Obstacles, Pair};
use crate::diff::{Scope, rename_own_columns};
use crate::model::{
    Check, ForeignKey, Index, Kind, Name, ObjectId, PrimaryKey, Table, Unique, swap_name,
};
use crate::sql::constraint::Constraint;

/// The indexes and constraints of a column that stay.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) indexes: Vec<Part<Index>>,
    pub(super) uniques: Vec<Part<Unique>>,
    pub(super) checks: Vec<Part<Check>>,
    pub(super) foreign_keys: Vec<Part<ForeignKey>>,
}

/// An index or a constraint.
#[derive(Debug)]
pub(super) struct Part<T> {
    /// On the first column, with its name.
    pub(super) one: T,
    /// On the other column, with the name of a swap.
    pub(super) other: T,
}

/// An index or a constraint.
trait Member: Clone + PartialEq {
    fn all(table: &Table) -> &[Self];
    fn name(&self) -> &str;
    fn set_name(&mut self, name: String);
    fn id(&self, table: &Name) -> ObjectId;
    /// The objects that it uses.
    fn used(&self, scope: &Scope<'_>, table: &Table) -> Vec<ObjectId>;
}

macro_rules! member {
    ($type:ident, $field:ident) => {
        impl Member for $type {
            fn all(table: &Table) -> &[Self] {
                &table.$field
            }

            fn name(&self) -> &str {
                &self.name
            }

            fn set_name(&mut self, name: String) {
                self.name = name;
            }

            fn id(&self, table: &Name) -> ObjectId {
                ObjectId::part(Kind::Constraint, table.clone(), self.name.as_str())
            }

            fn used(&self, scope: &Scope<'_>, table: &Table) -> Vec<ObjectId> {
                scope.constraint(table, Constraint::$type(self))
            }
        }
    };
}

member!(Unique, uniques);
member!(Check, checks);
member!(ForeignKey, foreign_keys);

impl Member for Index {
    fn all(table: &Table) -> &[Self] {
        &table.indexes
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn set_name(&mut self, name: String) {
        self.name = name;
    }

    fn id(&self, table: &Name) -> ObjectId {
        ObjectId::new(Kind::Index, table.beside(self.name.as_str()))
    }

    fn used(&self, scope: &Scope<'_>, table: &Table) -> Vec<ObjectId> {
        scope.index(table, self)
    }
}

impl Parts {
    /// Finds the parts of a column, or the reason why the other column cannot have one.
    pub(super) fn find(obstacles: &Obstacles<'_, '_>, pair: &Pair<'_>) -> Result<Self, String> {
        let finder = Finder::new(obstacles, pair);
        finder.keys()?;
        let this = Self {
            indexes: finder.stay()?,
            uniques: finder.stay()?,
            checks: finder.stay()?,
            foreign_keys: finder.stay()?,
        };
        this.included(obstacles, pair)?;
        Ok(this)
    }

    /// Returns the ids.
    pub(super) fn ids(&self, table: &Name) -> HashSet<ObjectId> {
        let indexes = self.indexes.iter().map(|part| part.one.id(table));
        let uniques = self.uniques.iter().map(|part| part.one.id(table));
        let checks = self.checks.iter().map(|part| part.one.id(table));
        let keys = self.foreign_keys.iter().map(|part| part.one.id(table));
        indexes.chain(uniques).chain(checks).chain(keys).collect()
    }

    /// The server does not drop an index on which a foreign key of another column depends.
    fn included(&self, obstacles: &Obstacles<'_, '_>, pair: &Pair<'_>) -> Result<(), String> {
        let (table, column) = (&pair.table.name, &pair.new.name);
        let indexes = self.indexes.iter().map(|part| &part.one);
        let indexes = indexes.filter(|one| one.unique && one.include.contains(column));
        let uniques = self.uniques.iter().map(|part| &part.one);
        let uniques = uniques.filter(|one| one.include.contains(column));
        let mut ids = indexes
            .map(|one| one.id(table))
            .chain(uniques.map(|one| one.id(table)));
        let models = [obstacles.from, obstacles.to].into_iter();
        let tables = models.flat_map(|model| &model.tables);
        let mut keys = tables.flat_map(|table| &table.foreign_keys);
        match ids.next().filter(|_| keys.any(|key| key.table == *table)) {
            Some(id) => Err(format!("{id} includes it, and a foreign key may need that")),
            None => Ok(()),
        }
    }
}

/// Compares the parts of a table with those of the same table in which the column has another name.
struct Finder<'f, 'a, 'b> {
    obstacles: &'f Obstacles<'a, 'b>,
    pair: &'f Pair<'a>,
    before: Table,
    after: Table,
}

impl<'f, 'a, 'b> Finder<'f, 'a, 'b> {
    fn new(obstacles: &'f Obstacles<'a, 'b>, pair: &'f Pair<'a>) -> Self {
        let name = &pair.new.name;
        let names: HashMap<String, String> = [(name.clone(), swap_name(name))].into();
        let renamed = |table: &Table| {
            let mut table = table.clone();
            rename_own_columns(&mut table, &names);
            table
        };
        Self {
            obstacles,
            pair,
            before: renamed(pair.before),
            after: renamed(pair.table),
        }
    }

    /// Keys and exclusion constraints that no other column can have.
    fn keys(&self) -> Result<(), String> {
        let name = &self.pair.new.name;
        let has = |key: &PrimaryKey| key.columns.contains(name) || key.include.contains(name);
        for (table, renamed) in [
            (self.pair.before, &self.before),
            (self.pair.table, &self.after),
        ] {
            if table.primary_key.as_ref().is_some_and(has) {
                return Err("it is in the primary key".into());
            }
            let mut both = table.exclusions.iter().zip(&renamed.exclusions);
            if let Some((one, _)) = both.find(|(one, renamed)| one != renamed) {
                let id = ObjectId::part(Kind::Constraint, table.name.clone(), &*one.name);
                return Err(format!("{id} uses it"));
            }
        }
        Ok(())
    }

    /// Returns the parts of one kind that use the column before and after.
    fn stay<T: Member>(&self) -> Result<Vec<Part<T>>, String> {
        let users = T::all(self.pair.before).iter().zip(T::all(&self.before));
        let users = users.filter(|(one, renamed)| one != renamed);
        let mut parts = Vec::new();
        for (old, _) in users {
            let id = old.id(&self.pair.table.name);
            if self.obstacles.gone.contains(&id) {
                continue;
            }
            let mut all = T::all(self.pair.table).iter().zip(T::all(&self.after));
            let new = all.find(|(one, renamed)| one.name() == old.name() && one != renamed);
            let Some((one, other)) = new.filter(|(new, _)| self.is_alone(&id, old, *new)) else {
                return Err(format!(
                    "{id} uses it, and changes for another reason as well"
                ));
            };
            let mut other = other.clone();
            other.set_name(swap_name(one.name()));
            parts.push(Part {
                one: one.clone(),
                other,
            });
        }
        Ok(parts)
    }

    /// True if nothing else changes that the part uses, and the part itself changes only with the column.
    fn is_alone<T: Member>(&self, id: &ObjectId, old: &T, new: &T) -> bool {
        let column = (&self.pair.table.name, self.pair.new.name.as_str());
        let is_it = |used: &ObjectId| {
            used.kind == Kind::Column
                && (&used.name, used.part.as_deref()) == (column.0, Some(column.1))
        };
        let before = old.used(&self.obstacles.scopes[0], self.pair.before);
        let after = new.used(&self.obstacles.scopes[1], self.pair.table);
        let mut used = before.iter().chain(&after).filter(|used| !is_it(used));
        !self.obstacles.altered.contains(id)
            && !used.any(|used| self.obstacles.touched.contains(used))
    }
}
