//! The rules: one for each kind of danger.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::HazardKind;

/// Defines the enum of the rules, their codes and their kinds.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $code:literal: $kind:ident,)*) => {
        /// A rule that a statement can break. Its [code](Rule::code) is stable.
        ///
        /// ```
        /// use schema_ddl::hazard::{HazardKind, Rule};
        ///
        /// assert_eq!(Rule::DropColumn.code(), "drop-column");
        /// assert_eq!(Rule::DropColumn.kind(), HazardKind::DataLoss);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// Returns the code, such as `drop-column`.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$rule => $code,)*
                }
            }

            /// Returns the kind of danger.
            pub const fn kind(self) -> HazardKind {
                match self {
                    $(Self::$rule => HazardKind::$kind,)*
                }
            }
        }
    };
}

rules! {
    /// A table is dropped with its rows.
    DropTable = "drop-table": DataLoss,
    /// A column is dropped with its values.
    DropColumn = "drop-column": DataLoss,
    /// An attribute of a composite type is dropped with its values.
    DropAttribute = "drop-attribute": DataLoss,
    /// A Postgres schema is dropped with everything in it.
    DropSchema = "drop-schema": DataLoss,
    /// A database is dropped.
    DropDatabase = "drop-database": DataLoss,
    /// A sequence is dropped with its value.
    DropSequence = "drop-sequence": DataLoss,
    /// Objects that are not named are dropped too.
    DropCascade = "drop-cascade": DataLoss,
    /// All rows are removed.
    Truncate = "truncate": DataLoss,
    /// `delete` without a condition.
    DeleteWithoutWhere = "delete-without-where": DataLoss,
    /// A conversion cuts or rounds values.
    LossyType = "lossy-type": DataLoss,

    /// A lock that is held briefly, but for which other statements wait.
    ShortLock = "short-lock": Lock,
    /// An index is dropped while the table is locked.
    DropIndex = "drop-index": Lock,
    /// A trigger is created, enabled or disabled.
    Trigger = "trigger": Lock,
    /// A partition is detached while the table is locked.
    DetachPartition = "detach-partition": Lock,
    /// `update` without a condition: all rows are locked.
    UpdateWithoutWhere = "update-without-where": Lock,
    /// `lock table`.
    LockTable = "lock-table": Lock,
    /// Locks are requested without a limit of time.
    MissingLockTimeout = "missing-lock-timeout": Lock,

    /// A column is added with a default that is different for each row.
    AddColumnVolatileDefault = "add-column-volatile-default": Rewrite,
    /// A column is added that is computed and stored.
    AddGeneratedColumn = "add-generated-column": Rewrite,
    /// A numbered column is added: `serial` or identity.
    AddIdentityColumn = "add-identity-column": Rewrite,
    /// A column is added whose type is a domain with constraints.
    AddDomainColumn = "add-domain-column": Rewrite,
    /// A column gets a type with another form in storage.
    ChangeType = "change-type": Rewrite,
    /// The expression of a stored generated column changes.
    ChangeExpression = "change-expression": Rewrite,
    /// A table is copied to another file: `set logged`, `set tablespace`.
    MoveTable = "move-table": Rewrite,
    /// `vacuum full`.
    VacuumFull = "vacuum-full": Rewrite,
    /// `cluster`.
    Cluster = "cluster": Rewrite,
    /// A materialized view is computed again.
    RefreshMaterializedView = "refresh-materialized-view": Rewrite,

    /// An index is built while writes wait.
    CreateIndex = "create-index": Scan,
    /// Indexes are built again while writes wait.
    Reindex = "reindex": Scan,
    /// A materialized view is computed and compared, while it can be read.
    RefreshConcurrently = "refresh-concurrently": Scan,
    /// A column is set to `not null` without a proof.
    SetNotNull = "set-not-null": Scan,
    /// A check is added and all rows are checked.
    AddCheck = "add-check": Scan,
    /// A foreign key is added and all rows are checked.
    AddForeignKey = "add-foreign-key": Scan,
    /// A unique constraint is added and its index is built.
    AddUnique = "add-unique": Scan,
    /// A primary key is added and its index is built.
    AddPrimaryKey = "add-primary-key": Scan,
    /// An exclusion constraint is added and its index is built.
    AddExclusion = "add-exclusion": Scan,
    /// A constraint is validated. Reads and writes go on.
    ValidateConstraint = "validate-constraint": Scan,
    /// A change of a type keeps the rows, but checks or indexes are made again.
    ChangeTypeDependents = "change-type-dependents": Scan,
    /// A table becomes a partition and its rows are checked.
    AttachPartition = "attach-partition": Scan,
    /// A constraint of a domain checks all columns with that type.
    DomainConstraint = "domain-constraint": Scan,

    /// A column without a default is added to a table with rows.
    AddRequiredColumn = "add-required-column": FailsOnRows,
    /// NULLs exist.
    NullValues = "null-values": FailsOnRows,
    /// Rows are equal that must be different.
    Duplicates = "duplicates": FailsOnRows,
    /// Rows reference nothing.
    Orphans = "orphans": FailsOnRows,
    /// Rows violate a condition.
    Violations = "violations": FailsOnRows,
    /// Values have no equal in the new type.
    CastFails = "cast-fails": FailsOnRows,
    /// Rows belong to no bound of the partition.
    RowsOutside = "rows-outside": FailsOnRows,

    /// An object is dropped that a running program may use.
    DroppedInUse = "dropped-in-use": BreaksProgram,
    /// The running program inserts no value for a required column.
    RequiredColumn = "required-column": BreaksProgram,
    /// The running program meets NULLs.
    DropNotNull = "drop-not-null": BreaksProgram,
    /// The running program sends and expects another type.
    TypeChanged = "type-changed": BreaksProgram,
    /// The running program may write what is now forbidden.
    NewConstraint = "new-constraint": BreaksProgram,
    /// A table or a view is renamed.
    RenameTable = "rename-table": BreaksProgram,
    /// A column is renamed.
    RenameColumn = "rename-column": BreaksProgram,
    /// A Postgres schema is renamed.
    RenameSchema = "rename-schema": BreaksProgram,
    /// A type, a function or a sequence is renamed.
    RenameObject = "rename-object": BreaksProgram,
    /// A label of an enum is renamed.
    RenameEnumValue = "rename-enum-value": BreaksProgram,
    /// The running program does not know a label of an enum.
    NewEnumValue = "new-enum-value": BreaksProgram,
    /// A column has a type without equality.
    JsonColumn = "json-column": BreaksProgram,
    /// Subscribers of a logical replication see other keys.
    ReplicaIdentity = "replica-identity": BreaksProgram,
    /// A name is cut.
    NameTooLong = "name-too-long": BreaksProgram,

    /// A policy shows or hides rows.
    Policy = "policy": Access,
    /// Policies of a table begin or cease to apply.
    RowSecurity = "row-security": Access,
    /// Privileges are given.
    Grant = "grant": Access,
    /// Privileges are taken.
    Revoke = "revoke": Access,

    /// A foreign key without an index on its columns.
    ForeignKeyIndex = "foreign-key-index": Performance,
    /// Queries can no longer use an index.
    IndexLost = "index-lost": Performance,
    /// Statistics of a column are gone.
    StatisticsLost = "statistics-lost": Performance,
    /// Columns waste space.
    ColumnOrder = "column-order": Performance,
    /// `if not exists` accepts an index that is not valid.
    InvalidIndex = "invalid-index": Performance,
    /// A domain with a check, which is hard to change.
    DomainCheck = "domain-check": Performance,

    /// A label of an enum without a place.
    EnumOrder = "enum-order": Order,
    /// An extension changes its objects.
    Extension = "extension": Order,
    /// The server does not know what a function uses.
    UntrackedDependencies = "untracked-dependencies": Order,
    /// A statement runs while an earlier one of the transaction holds a strong lock.
    SecondLock = "second-lock": Transaction,
    /// Several statements pass over the rows of one table.
    SeveralAlterTables = "several-alter-tables": Transaction,
    /// A constraint is validated under the lock that added it.
    ValidateInTransaction = "validate-in-transaction": Transaction,
    /// A label of an enum is used in the transaction that adds it.
    EnumValueInTransaction = "enum-value-in-transaction": Transaction,
    /// A statement cannot run in a transaction.
    NotInTransaction = "not-in-transaction": Transaction,
}

/// Writes the code.
impl Rule {
    /// Returns the rule with this code.
    ///
    /// ```
    /// use schema_ddl::hazard::Rule;
    ///
    /// assert_eq!(Rule::from_code("drop-column"), Some(Rule::DropColumn));
    /// assert_eq!(Rule::from_code("drop"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Reads the code.
impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| D::Error::custom(format!("unknown rule `{code}`")))
    }
}

/// Writes the code.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
