//! The names of the objects that give a column another type in steps: see [`online`](crate::online).
//!
//! A second column with the new type, kept equal by a trigger, takes the place of the first one. The names are always the
//! same, so that a plan recognizes what an interrupted one has left.

use super::Name;

/// The beginning of the names of the column, the function and the indexes, and that of the trigger after `~`.
const PREFIX: &str = "schema_swap_";
/// The longest name, of which the trigger needs one more byte.
const LONGEST: usize = 62;

/// True for the name of a trigger or of a function that keeps two columns equal while one takes the place of the other.
///
/// ```
/// use schema_ddl::model::is_of_swap;
///
/// assert!(is_of_swap("~schema_swap_total") && is_of_swap("schema_swap_orders.total"));
/// assert!(!is_of_swap("schema_touch_changed_at"));
/// ```
pub fn is_of_swap(name: &str) -> bool {
    name.trim_start_matches('~').starts_with(PREFIX)
}

/// Returns the name of the column that takes the place of this one, or of another object that gets the name of this one.
pub(crate) fn swap_name(name: &str) -> String {
    let full = format!("{PREFIX}{name}");
    if full.len() <= LONGEST {
        return full;
    }
    // Two long names can begin alike.
    let end = format!("_{:016x}", hash(name));
    let begin = full.floor_char_boundary(LONGEST - end.len());
    format!("{}{end}", &full[..begin])
}

/// Returns the name of the trigger that keeps both columns equal. It fires after others, which fire in the order of names.
pub(crate) fn swap_trigger(column: &str) -> String {
    format!("~{}", swap_name(column))
}

/// Returns the name of the check that proves that each row has been copied.
pub(crate) fn swap_proof(column: &str) -> String {
    swap_name(&format!("{column}.copied"))
}

/// Returns a name for an object that belongs to a column and that shares its names with those of other tables.
pub(crate) fn swap_object(table: &Name, column: &str) -> Name {
    table.beside(swap_name(&format!("{}.{column}", table.name)))
}

/// The hash FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_stay_different() {
        let (a, b) = ("n".repeat(60) + "a", "n".repeat(60) + "b");
        assert_ne!(swap_name(&a), swap_name(&b));
        assert_eq!(swap_trigger(&a).len(), 63);
        assert_eq!(swap_name(&a), swap_name(&a));
        assert_eq!(swap_name("total"), "schema_swap_total");
        assert_eq!(
            swap_object(&Name::in_schema("s", "t"), "c").to_string(),
            "\"s\".\"schema_swap_t.c\""
        );
    }
}
