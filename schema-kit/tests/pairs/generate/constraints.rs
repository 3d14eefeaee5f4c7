//! Checks, keys and exclusion constraints.

use schema_ddl::model::{
    Check, Deferrable, Exclusion, ExclusionElement, IndexOn, PrimaryKey, Table, Unique,
};
use schema_ddl::sql::quote;
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::columns::{Typed, typed};
use super::{check, comment};

const DEFERRABLE: [Deferrable; 3] = [
    Deferrable::No,
    Deferrable::InitiallyImmediate,
    Deferrable::InitiallyDeferred,
];

pub(super) fn primary_key(c: &mut Choices, table: &mut Table) {
    let name = &table.name.name;
    let others: Vec<String> = table
        .columns
        .iter()
        .filter(|column| column.generated.is_none() && column.name != "id")
        .map(|column| column.name.clone())
        .collect();
    let mut key = PrimaryKey {
        name: format!("{name}_{}", c.one_of(&["pkey", "key"])),
        columns: vec!["id".to_owned()],
        include: vec![],
        deferrable: Deferrable::No,
        comment: comment(c),
    };
    choose!(c, "primary key";
        "a primary key" => (),
        "a primary key with a column more" => key.include = others.first().cloned().into_iter().collect(),
        "a deferrable primary key" => key.deferrable = c.one_of(&DEFERRABLE),
        "a primary key of more columns" => {
            let hashable = |name: &&String| {
                let typed = table.column(name).and_then(|column| typed(&column.data_type));
                typed.is_some_and(|typed| ["integer", "bigint"].contains(&typed.sql))
            };
            key.columns.extend(others.iter().find(hashable).cloned());
            for column in &mut table.columns {
                column.nullable &= !key.columns.contains(&column.name);
            }
        },
        "no primary key" => return,
        ;
    );
    table.primary_key = Some(key);
}

pub(super) fn constraints(c: &mut Choices, table: &mut Table) {
    let usable: Vec<(String, &Typed)> = table
        .columns
        .iter()
        .filter(|column| column.generated.is_none() && column.name != "id")
        .filter_map(|column| Some((column.name.clone(), typed(&column.data_type)?)))
        .collect();
    let Some((column, typed)) = usable.first() else {
        return;
    };
    checks(c, table, column, typed);
    let name = table.name.name.clone();
    let hashable = !["place", "int4range"].contains(&typed.sql);
    choose!(c, "unique constraint";
        "not unique" => (),
        "unique" => if hashable {
            let others = usable[1..].iter().map(|(name, _)| name.clone());
            table.uniques.push(Unique {
                name: format!("{name}_unique"),
                columns: vec![column.clone(), "id".to_owned()],
                include: if c.below(3) == 2 { others.take(1).collect() } else { vec![] },
                nulls_not_distinct: c.flag(),
                deferrable: c.one_of(&DEFERRABLE),
                comment: comment(c),
            });
        },
        ;
    );
    let range = usable.iter().find(|(_, typed)| typed.sql == "int4range");
    let range = range.map(|(name, _)| name.clone());
    exclusion(c, table, range);
}

fn checks(c: &mut Choices, table: &mut Table, column: &str, typed: &Typed) {
    let name = format!("{}_check", table.name.name);
    let mut of_column = check(&name, &typed.check.replace("{}", &quote::name(column)));
    of_column.comment = comment(c);
    let check = choose!(c, "check";
        "no check" => return,
        "a check" => of_column,
        "a check that is not valid" => Check { not_valid: true, ..of_column },
        "a check that is not enforced" => Check { not_enforced: c.postgres_18(), not_valid: true, ..of_column },
        "a check that is not inherited" => Check { no_inherit: true, ..of_column },
        "another check" => check(c.one_of(&["positive", &name]), "id > 0"),
        ;
    );
    table.checks.push(check);
}

fn exclusion(c: &mut Choices, table: &mut Table, range: Option<String>) {
    let of_id = IndexOn::Expression("int8range(id, id, '[]')".to_owned());
    let mut exclusion = Exclusion {
        name: format!("{}_excl", table.name.name),
        method: "gist".to_owned(),
        elements: vec![ExclusionElement {
            on: range.map_or_else(|| of_id.clone(), IndexOn::Column),
            operator_class: None,
            operator: c.one_of(&["&&", "="]).to_owned(),
        }],
        filter: None,
        deferrable: c.one_of(&DEFERRABLE),
        comment: comment(c),
    };
    choose!(c, "exclusion";
        "no exclusion" => return,
        "still no exclusion" => return,
        "also no exclusion" => return,
        "exclusion" => (),
        "exclusion of an expression" => exclusion.elements[0].on = of_id,
        "exclusion of some rows" => exclusion.filter = Some(c.one_of(&["id > 1", "id > 2"]).to_owned()),
        "exclusion with a method of its own" => {
            "spgist".clone_into(&mut exclusion.method);
            "&&".clone_into(&mut exclusion.elements[0].operator);
        },
        "exclusion with an operator class" => {
            exclusion.elements[0].on = IndexOn::Expression("id::text || ''".to_owned());
            exclusion.elements[0].operator_class = Some("text_pattern_ops".to_owned());
            "=".clone_into(&mut exclusion.elements[0].operator);
            "btree".clone_into(&mut exclusion.method);
        },
        ;
    );
    table.exclusions.push(exclusion);
}
