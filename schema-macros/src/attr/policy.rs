//! `#[policy(name = "own", command = select, to = "app", using = "owner = current_user")]` on the struct.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr};

use super::roles::roles;
use super::value::{equals, flag, sql, string};
use super::{Reader, Slot, attribute_key};
use crate::util::errors::Errors;
use crate::util::{suggest, symbol};

const KEYS: [&str; 6] = [
    "name",
    "command",
    "to",
    "using",
    "with_check",
    "restrictive",
];

/// A policy.
pub(crate) struct PolicyAttr {
    /// The attribute name `policy`.
    pub(crate) key: Ident,
    /// The policy's name in the database.
    pub(crate) name: Slot<LitStr>,
    /// The statements that it applies to; all of them if it is not specified.
    pub(crate) command: Slot<PolicyCommand>,
    /// The roles that it applies to; all of them if there are none.
    pub(crate) to: Slot<Vec<LitStr>>,
    /// The condition on rows that exist, in SQL.
    pub(crate) using: Slot<LitStr>,
    /// The condition on rows that are written, in SQL.
    pub(crate) with_check: Slot<LitStr>,
    /// True if it restricts what other policies allow.
    pub(crate) restrictive: Slot<()>,
}

/// The statements that a policy applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicyCommand {
    All,
    Select,
    Insert,
    Update,
    Delete,
}

impl PolicyAttr {
    pub(crate) fn parse(attribute: &Attribute, errors: &mut Errors) -> Self {
        let mut policy = Self {
            key: attribute_key(attribute),
            name: Slot::default(),
            command: Slot::default(),
            to: Slot::default(),
            using: Slot::default(),
            with_check: Slot::default(),
            restrictive: Slot::default(),
        };
        let mut reader = Reader::new(symbol::POLICY, errors);
        reader.read(attribute, |reader, input| {
            let word = reader.ident(input)?;
            policy.read(reader, input, word)
        });
        let message = "`#[policy]` has no name; add `name = \"…\"`";
        reader.require(policy.name.is_set(), &policy.key, message);
        let has_condition = policy.using.is_set() || policy.with_check.is_set();
        let condition = match policy.command() {
            PolicyCommand::Insert => "with_check",
            _ => "using",
        };
        let message = format!("`#[policy]` has no condition; add `{condition} = \"…\"`");
        reader.require(has_condition, &policy.key, &message);
        policy.check(errors);
        policy
    }

    pub(crate) fn command(&self) -> PolicyCommand {
        self.command.get().copied().unwrap_or(PolicyCommand::All)
    }

    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        input: ParseStream<'_>,
        word: Ident,
    ) -> syn::Result<()> {
        match word.to_string().as_str() {
            "name" => reader.set(&mut self.name, word.clone(), string(input, &word)?),
            "command" => {
                let command = PolicyCommand::parse(input, &word)?;
                reader.set(&mut self.command, word, command);
            }
            "to" => reader.set(&mut self.to, word.clone(), roles(input, &word)?),
            "using" => reader.set(&mut self.using, word.clone(), sql(input, &word)?),
            "with_check" => reader.set(&mut self.with_check, word.clone(), sql(input, &word)?),
            "restrictive" => {
                flag(input, &word)?;
                reader.set(&mut self.restrictive, word, ());
            }
            "for" => return Err(reader.unknown(&word, "write `command = select`")),
            "check" => return Err(reader.unknown(&word, "write `with_check = \"…\"`")),
            "roles" | "role" => return Err(reader.unknown(&word, "write `to = \"…\"`")),
            _ => return Err(reader.unknown_key(&word, &KEYS)),
        }
        Ok(())
    }

    /// A statement that does not write rows has none to check, and one that only inserts has none to hide.
    fn check(&self, errors: &mut Errors) {
        match (self.command(), self.using.key(), self.with_check.key()) {
            (PolicyCommand::Insert, Some(key), _) => errors.at(
                key,
                "a policy for `insert` has no rows to hide; write `with_check` in place of `using`",
            ),
            (PolicyCommand::Select | PolicyCommand::Delete, _, Some(key)) => errors.at(
                key,
                "a policy for `select` or `delete` writes no rows; remove `with_check`",
            ),
            _ => {}
        }
    }
}

impl PolicyCommand {
    const NAMES: [&str; 5] = ["all", "select", "insert", "update", "delete"];

    fn parse(input: ParseStream<'_>, key: &Ident) -> syn::Result<Self> {
        equals(input, key, "select")?;
        let known = suggest::list(&Self::NAMES);
        let word = input.call(Ident::parse_any).map_err(|error| {
            let message = format!("`command` expects a statement; write one of {known}");
            syn::Error::new(error.span(), message)
        })?;
        Ok(match word.to_string().as_str() {
            "all" => Self::All,
            "select" => Self::Select,
            "insert" => Self::Insert,
            "update" => Self::Update,
            "delete" => Self::Delete,
            unknown => {
                let remedy = suggest::remedy(unknown, &Self::NAMES);
                let message = format!("unknown command `{unknown}` of a policy; {remedy}");
                return Err(syn::Error::new(word.span(), message));
            }
        })
    }
}
