//! The dangers of a script: its statements in their order and their transactions.

mod change;

use change::{is_created_again, needs_none};

use super::model::is_same;
use super::report::Found;
use super::state::State;
use super::statement::{self, Change, ConstraintBody, EnumAction, TableAction};
use super::{Hazard, HazardKind, LockMode, Rule};
use crate::model::{Kind, Model, Name, ObjectId};
use crate::sql::quote;

/// A statement of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScriptStatement<'a> {
    /// The statement, without a semicolon.
    pub sql: &'a str,
    /// The number of the transaction that it runs in. If it is `None`, it runs outside of any.
    pub transaction: Option<usize>,
}

/// How a script is judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LintOptions {
    /// True if the script was written by hand: then it must set `lock_timeout` itself.
    pub hand_written: bool,
}

/// Returns the dangers of the statements of a script, each with the index of its statement.
///
/// `before` is the schema before the first statement. A table that the script creates has neither rows nor readers, so
/// nobody waits for it.
///
/// ```
/// use schema_ddl::hazard::{LintOptions, Rule, ScriptStatement, lint};
/// use schema_ddl::model::Model;
///
/// let statement = |sql| ScriptStatement { sql, transaction: Some(0) };
/// let script = [
///     statement("alter table orders add constraint positive check (amount > 0) not valid"),
///     statement("alter table orders validate constraint positive"),
/// ];
/// let found = lint(&script, &Model::default(), &LintOptions::default());
/// assert!(found.iter().any(|(at, one)| *at == 1 && one.rule == Rule::ValidateInTransaction));
/// ```
pub fn lint(
    script: &[ScriptStatement<'_>],
    before: &Model,
    options: &LintOptions,
) -> Vec<(usize, Hazard)> {
    let mut lint = Lint {
        state: State::new(before),
        options: *options,
        transaction: InTransaction::default(),
        passes: Vec::new(),
        has_timeout: false,
        found: Vec::new(),
    };
    let changes: Vec<Change> = script.iter().map(|one| statement::parse(one.sql)).collect();
    for (at, (one, change)) in script.iter().zip(&changes).enumerate() {
        lint.statement(at, *one, change);
    }
    let Lint {
        state, mut found, ..
    } = lint;
    found.retain(|(at, hazard)| {
        // The label's place is as the program says.
        if hazard.rule == Rule::EnumOrder && !options.hand_written {
            return false;
        }
        // An object that is created again is only gone while the script runs.
        if matches!(hazard.rule, Rule::DroppedInUse | Rule::RenameObject) {
            return !is_created_again(&changes[*at], &changes[*at..]);
        }
        // An index can be created after its foreign key.
        hazard.rule != Rule::ForeignKeyIndex
            || super::judge(script[*at].sql, &changes[*at], &state.model)
                .iter()
                .any(|one| one.hazard.message == hazard.message)
    });
    found.sort_by_key(|(at, hazard)| (*at, hazard.kind));
    found
}

/// What earlier statements of the same transaction did.
#[derive(Debug, Default)]
struct InTransaction {
    number: Option<usize>,
    /// The relations that are locked, with the statements.
    held: Vec<(Name, LockMode)>,
    /// Constraints that were added as `not valid`.
    not_valid: Vec<(Name, String)>,
    /// Labels that were added to enums.
    labels: Vec<String>,
}

#[derive(Debug)]
struct Lint {
    state: State,
    options: LintOptions,
    transaction: InTransaction,
    /// Tables whose rows an earlier statement read or wrote.
    passes: Vec<(Option<usize>, Name)>,
    has_timeout: bool,
    found: Vec<(usize, Hazard)>,
}

impl Lint {
    fn statement(&mut self, at: usize, one: ScriptStatement<'_>, change: &Change) {
        if one.transaction.is_none() || one.transaction != self.transaction.number {
            self.transaction = InTransaction {
                number: one.transaction,
                ..InTransaction::default()
            };
        }
        let found = super::judge(one.sql, change, &self.state.model);
        let found: Vec<Found> = found
            .into_iter()
            .filter_map(|one| self.of_existing(one))
            .collect();
        self.transaction_rules(at, one, change);
        self.second_lock(at, &found);
        self.passes(at, one.transaction, &found);
        self.timeout(at, change, &found);
        if one.transaction.is_some() {
            self.hold(&found);
        }
        self.found
            .extend(found.into_iter().map(|one| (at, one.hazard)));
        self.state.apply(change);
    }

    /// Removes what does not matter for tables that the script created.
    fn of_existing(&self, mut found: Found) -> Option<Found> {
        if let Some(lock) = &mut found.hazard.lock {
            lock.relations.retain(|name| !self.state.is_new(name));
            if lock.relations.is_empty() {
                found.hazard.lock = None;
            }
        }
        let is_new = found
            .table
            .as_ref()
            .is_some_and(|table| self.state.is_new(table));
        if !is_new {
            return Some(found);
        }
        let hazard = &mut found.hazard;
        let always = matches!(hazard.rule, Rule::NameTooLong | Rule::JsonColumn);
        match hazard.kind {
            HazardKind::Performance => (hazard.rule != Rule::StatisticsLost
                && hazard.rule != Rule::IndexLost)
                .then_some(found),
            HazardKind::Order | HazardKind::Transaction => Some(found),
            // A new table has no rows to compare, but the other table of a foreign key waits.
            HazardKind::Scan | HazardKind::Lock if hazard.lock.is_some() => {
                let lock = hazard.lock.clone();
                hazard.rule = Rule::ShortLock;
                hazard.kind = HazardKind::Lock;
                let names = lock.iter().flat_map(|lock| &lock.relations);
                let names: Vec<String> = names.map(Name::to_string).collect();
                let names = names.join(", ");
                hazard.message = format!(
                    "Writes of {names} wait briefly, and also while this statement waits for its lock."
                );
                hazard.safer = Some(String::from(super::report::RETRY));
                Some(found)
            }
            _ => always.then_some(found),
        }
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "an object, its name or a text"
    )]
    fn add(&mut self, at: usize, rule: Rule, object: impl ToString, message: String, safer: &str) {
        let hazard = Hazard {
            rule,
            kind: rule.kind(),
            object: object.to_string(),
            message,
            safer: Some(safer.to_owned()),
            count: None,
            lock: None,
        };
        self.found.push((at, hazard));
    }

    /// Rules about one statement and its transaction.
    fn transaction_rules(&mut self, at: usize, one: ScriptStatement<'_>, change: &Change) {
        if one.transaction.is_none() {
            return;
        }
        if needs_none(change) {
            let message = String::from("The server refuses this statement in a transaction.");
            let safer = "Run it in a migration without a transaction.";
            self.add(at, Rule::NotInTransaction, "transaction", message, safer);
        }
        let strings = statement::strings(one.sql);
        let used = self
            .transaction
            .labels
            .iter()
            .find(|label| strings.contains(label));
        if let Some(label) = used.filter(|_| !matches!(change, Change::AlterEnum { .. })) {
            let label = quote::literal(label);
            let message =
                format!("The label {label} cannot be used in the transaction that adds it.");
            let safer = "Add the label in an earlier transaction.";
            self.add(
                at,
                Rule::EnumValueInTransaction,
                "transaction",
                message,
                safer,
            );
        }
        match change {
            Change::AlterEnum {
                action: EnumAction::Add { label, .. },
                ..
            } => self.transaction.labels.push(label.clone()),
            Change::AlterTable { table, actions } => self.validations(at, table, actions),
            _ => {}
        }
    }

    fn validations(&mut self, at: usize, table: &Name, actions: &[TableAction]) {
        for action in actions {
            match action {
                TableAction::AddConstraint(new) if new.not_valid => {
                    let name = new.name.clone().unwrap_or_default();
                    let is_not_null = matches!(new.body, ConstraintBody::NotNull(_));
                    if !name.is_empty() || is_not_null {
                        self.transaction.not_valid.push((table.clone(), name));
                    }
                }
                TableAction::ValidateConstraint(name) => {
                    let mut added = self.transaction.not_valid.iter();
                    let is_added = added.any(|(on, one)| is_same(on, table) && one == name);
                    if is_added && !self.state.is_new(table) {
                        let object = ObjectId::part(Kind::Constraint, table.clone(), name.as_str());
                        let message = format!(
                            "{table} stays locked by the statement that added the constraint while all rows are read."
                        );
                        let safer = "Validate it in another transaction.";
                        self.add(at, Rule::ValidateInTransaction, object, message, safer);
                    }
                }
                _ => {}
            }
        }
    }

    /// A lock or long work while an earlier statement holds a strong lock.
    fn second_lock(&mut self, at: usize, found: &[Found]) {
        let blocking = |one: &(Name, LockMode)| one.1.blocks_writes();
        let Some((held, mode)) = self
            .transaction
            .held
            .iter()
            .find(|one| blocking(one))
            .cloned()
        else {
            return;
        };
        let is_held = |name: &Name| {
            self.transaction
                .held
                .iter()
                .any(|(one, _)| is_same(one, name))
        };
        let locks = found.iter().filter_map(|one| one.hazard.lock.as_ref());
        let locks = locks.filter(|lock| lock.mode.blocks_writes());
        let other = locks
            .flat_map(|lock| &lock.relations)
            .find(|name| !is_held(name))
            .cloned();
        let is_long =
            |one: &&Found| matches!(one.hazard.kind, HazardKind::Rewrite | HazardKind::Scan);
        let long = found
            .iter()
            .find(is_long)
            .map(|one| one.hazard.object.clone());
        let message = match (other, long) {
            (Some(other), _) => {
                format!("{held} stays locked ({mode}) while this waits for the lock on {other}.")
            }
            (None, Some(object)) => format!(
                "{held} stays locked ({mode}) while this reads or writes all rows for {object}."
            ),
            (None, None) => return,
        };
        let object = ObjectId::new(Kind::Table, held);
        let safer = "Put it into a transaction of its own.";
        self.add(at, Rule::SecondLock, object, message, safer);
    }

    fn hold(&mut self, found: &[Found]) {
        for lock in found.iter().filter_map(|one| one.hazard.lock.as_ref()) {
            let locked = lock.relations.iter().map(|name| (name.clone(), lock.mode));
            self.transaction.held.extend(locked);
        }
    }

    /// Several statements that read or write all rows of a table.
    fn passes(&mut self, at: usize, transaction: Option<usize>, found: &[Found]) {
        let is_long = |one: &&Found| {
            let kind = one.hazard.kind;
            let is_alter = !matches!(one.hazard.rule, Rule::CreateIndex | Rule::Reindex);
            let blocks = one
                .hazard
                .lock
                .as_ref()
                .is_some_and(|lock| lock.mode.blocks_writes());
            matches!(kind, HazardKind::Rewrite | HazardKind::Scan) && is_alter && blocks
        };
        let Some(table) = found.iter().find(is_long).and_then(|one| one.table.clone()) else {
            return;
        };
        let mut earlier = self.passes.iter();
        if earlier.any(|(number, name)| *number == transaction && is_same(name, &table)) {
            let message =
                format!("An earlier statement has already read or written all rows of {table}.");
            let safer = "Write one `alter table` with all changes: it passes over the rows once.";
            let object = ObjectId::new(Kind::Table, table.clone());
            self.add(at, Rule::SeveralAlterTables, object, message, safer);
        }
        self.passes.push((transaction, table));
    }

    fn timeout(&mut self, at: usize, change: &Change, found: &[Found]) {
        self.has_timeout |= *change == Change::SetLockTimeout;
        let is_strong = |one: &Found| {
            let lock = one.hazard.lock.as_ref();
            lock.is_some_and(|lock| lock.mode.blocks_writes())
        };
        let locks = found.iter().find(|one| is_strong(one));
        let Some(one) = locks.filter(|_| self.options.hand_written && !self.has_timeout) else {
            return;
        };
        let object = one.hazard.object.clone();
        let message = String::from(
            "Without `lock_timeout` this can wait for ever, and everybody else waits in the queue after it.",
        );
        let safer =
            "Begin with `set local lock_timeout = '3s'`, and repeat the transaction if it fails.";
        self.add(at, Rule::MissingLockTimeout, object, message, safer);
        // Once for a script.
        self.has_timeout = true;
    }
}
