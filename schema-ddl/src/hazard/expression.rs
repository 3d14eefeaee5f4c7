//! The volatility of an expression: whether its value can differ from row to row.

use crate::model::Model;
use crate::sql::expression::{Mention, mentions};
use crate::sql::lexer;

/// True if the value can differ from row to row, so that each row needs its own.
///
/// A function that is neither known nor part of the schema is assumed to be volatile, as Postgres does.
pub(crate) fn is_volatile(expression: &str, model: &Model) -> bool {
    mentions(expression).iter().any(|mention| match mention {
        Mention::Function(name) => is_volatile_function(name, model),
        _ => false,
    })
}

fn is_volatile_function(name: &str, model: &Model) -> bool {
    if let Some(routine) = model.routines.iter().find(|one| one.name.name == name) {
        let tokens = lexer::code(&routine.definition);
        return !tokens
            .iter()
            .any(|token| token.is("immutable") || token.is("stable"));
    }
    !STEADY.split_ascii_whitespace().any(|one| one == name)
}

/// Functions of Postgres that are immutable or stable, and words before a parenthesis that are no functions.
const STEADY: &str = "\
abs age and any array array_append array_cat array_fill array_length array_position array_prepend array_remove \
array_replace array_to_json array_to_string ascii bit_length bool box btrim cardinality case cast ceil ceiling \
char_length character_length chr circle coalesce concat concat_ws convert_from convert_to current_database \
current_query current_role current_schema current_schemas current_setting current_user date date_bin date_part \
date_trunc daterange decode div encode exp extract factorial floor format gcd get_bit get_byte greatest host in \
inet_client_addr initcap int4range int8range interval isfinite json_array json_array_length json_build_array \
json_build_object json_object json_typeof jsonb_array_length jsonb_build_array jsonb_build_object jsonb_object \
jsonb_set jsonb_strip_nulls jsonb_typeof justify_days justify_hours justify_interval lcm least left length ln \
localtime localtimestamp log lower lpad ltrim make_date make_interval make_time make_timestamp make_timestamptz md5 \
mod network not now nullif numeric numrange octet_length or overlay path pg_backend_pid pg_current_xact_id pi point \
polygon position power quote_ident quote_literal quote_nullable regexp_count regexp_like regexp_match regexp_matches \
regexp_replace regexp_split_to_array repeat replace reverse right round row rpad rtrim scale session_user set_masklen \
sha224 sha256 sha384 sha512 sign split_part sqrt starts_with statement_timestamp string_to_array strpos substr \
substring text timezone to_char to_date to_hex to_json to_jsonb to_number to_timestamp to_tsquery to_tsvector \
transaction_timestamp translate trim trunc tsrange tstzrange txid_current unnest upper user uuid_nil uuid_ns_dns \
uuid_ns_oid uuid_ns_url uuid_ns_x500 values varchar width_bucket";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Name, Routine, RoutineKind};

    #[test]
    fn a_default_is_volatile_if_one_of_its_functions_is() {
        for steady in [
            "now()",
            "'a'::text",
            "(now() at time zone 'utc'::text)",
            "current_timestamp",
            "lower('A')",
            "'random()'",
            "current_setting('app.user'::text, true)",
            "numeric(10,2) '1'",
        ] {
            assert!(!is_volatile(steady, &Model::default()), "{steady}");
        }
        for volatile in [
            "random()",
            "gen_random_uuid()",
            "uuidv7()",
            "clock_timestamp()",
            "nextval('s'::regclass)",
            "lower(next_code())",
        ] {
            assert!(is_volatile(volatile, &Model::default()), "{volatile}");
        }
    }

    #[test]
    fn a_function_of_the_schema_is_as_it_is_declared() {
        let routine = |definition: &str| Model {
            routines: vec![Routine {
                name: Name::new("next_code"),
                arguments: String::new(),
                kind: RoutineKind::Function,
                definition: definition.to_owned(),
                uses: vec![],
                comment: None,
            }],
            ..Model::default()
        };
        let steady = routine("create function next_code() returns text immutable return 'a'");
        assert!(!is_volatile("next_code()", &steady));
        let volatile = routine("create function next_code() returns text return 'stable'");
        assert!(is_volatile("next_code()", &volatile));
    }
}
