//! The policies, grants and triggers of a `TableDef`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

use super::Expand;
use super::def::text;
use crate::attr::{PolicyAttr, PolicyCommand, RowSecurity};
use crate::expand::option;
use crate::model::{Grant, Trigger};
use crate::util::names::pascal_case;

impl Expand<'_> {
    /// The value of the field `access`.
    pub(super) fn access(&self) -> TokenStream {
        let table = self.table;
        let columns = table.columns.iter();
        let updated_at: Vec<&String> = columns
            .filter(|column| column.updated_at.is_some())
            .map(|column| &column.sql_name.value)
            .collect();
        let is_plain = table.row_security.is_none()
            && table.policies.is_empty()
            && table.grants.is_empty()
            && table.triggers.is_empty()
            && updated_at.is_empty();
        if is_plain {
            return quote!(__p::AccessDef::NONE);
        }
        let row_security = match table.row_security {
            None => quote!(Off),
            Some(RowSecurity::Enabled) => quote!(Enabled),
            Some(RowSecurity::Forced) => quote!(Forced),
        };
        let policies = table.policies.iter().filter_map(policy);
        let grants = table.grants.iter().map(|grant| self.grant(grant));
        let triggers = table.triggers.iter().map(|trigger| self.trigger(trigger));
        quote! {
            &__p::AccessDef {
                row_security: __p::RowSecurity::#row_security,
                policies: &[#(#policies),*],
                grants: &[#(#grants),*],
                triggers: &[#(#triggers),*],
                updated_at: &[#(#updated_at),*],
            }
        }
    }

    fn grant(&self, grant: &Grant) -> TokenStream {
        let to = names(&grant.to);
        let grantable = grant.grantable;
        let privileges = grant.privileges.iter().map(|(word, columns)| {
            let (privilege, columns) = (variant(word), self.names(columns));
            quote!(__p::PrivilegeDef { privilege: __p::Privilege::#privilege, columns: #columns })
        });
        quote! {
            __p::TableGrantDef { privileges: &[#(#privileges),*], to: #to, grantable: #grantable }
        }
    }

    fn trigger(&self, trigger: &Trigger) -> TokenStream {
        let name = &trigger.name.value;
        let (before, for_each_row) = (trigger.before, trigger.for_each_row);
        let events = trigger.events.iter().map(|(word, columns)| {
            let event = variant(word);
            if word == "update" {
                let columns = self.names(columns);
                quote!(__p::TriggerEvent::#event(#columns))
            } else {
                quote!(__p::TriggerEvent::#event)
            }
        });
        let when = option(trigger.when.as_ref().map(text));
        let execute = text(&trigger.execute);
        quote! {
            __p::TriggerDef {
                name: #name,
                before: #before,
                events: &[#(#events),*],
                for_each_row: #for_each_row,
                when: #when,
                execute: #execute,
            }
        }
    }
}

/// A policy without a name was reported.
fn policy(policy: &PolicyAttr) -> Option<TokenStream> {
    let name = text(policy.name.get()?);
    let command = match policy.command() {
        PolicyCommand::All => quote!(All),
        PolicyCommand::Select => quote!(Select),
        PolicyCommand::Insert => quote!(Insert),
        PolicyCommand::Update => quote!(Update),
        PolicyCommand::Delete => quote!(Delete),
    };
    let to = names(policy.to.get().map_or(&[], Vec::as_slice));
    let restrictive = policy.restrictive.is_set();
    let using = option(policy.using.get().map(text));
    let with_check = option(policy.with_check.get().map(text));
    Some(quote! {
        __p::PolicyDef {
            name: #name,
            command: __p::PolicyCommand::#command,
            to: #to,
            restrictive: #restrictive,
            using: #using,
            with_check: #with_check,
        }
    })
}

/// `&["app", "admin"]`
fn names(list: &[LitStr]) -> TokenStream {
    let names = list.iter().map(text);
    quote!(&[#(#names),*])
}

/// The variant that a word of SQL is in the core: `Select`.
fn variant(word: &Ident) -> Ident {
    format_ident!("{}", pascal_case(&word.to_string()))
}
