//! The check that existing objects are the wanted ones: `if not exists` only looks at names.

use super::{enumeration, quote, user_type, view};
use crate::def::{IndexDef, IndexOn, TableDef, TableName, ViewDef};
use crate::types::{EnumDef, TypeDef};

/// Returns a PL/pgSQL block that fails if an object has the name of a wanted one but is another.
pub(super) fn check(tables: &[&'static TableDef], views: &[&'static ViewDef]) -> String {
    let mut searches = vec![search(RELATION, tables.iter().copied().map(wanted_table))];
    let enums = enumeration::distinct(tables);
    if !enums.is_empty() {
        searches.push(search(ENUM, enums.into_iter().map(wanted_enum)));
    }
    let types = user_type::distinct(tables);
    if !types.is_empty() {
        searches.push(search(TYPE, types.into_iter().map(wanted_type)));
    }
    let indexes: Vec<String> = tables.iter().copied().flat_map(wanted_indexes).collect();
    if !indexes.is_empty() {
        searches.push(search(INDEX, indexes.into_iter()));
    }
    if !views.is_empty() {
        searches.push(search(VIEW, views.iter().map(|def| wanted_view(def))));
    }
    let searches = searches.join("\nunion all\n");
    let mut tag = String::from("$check$");
    while searches.contains(&tag) {
        tag.insert(1, '_');
    }
    format!(
        "do {tag}\ndeclare\n    problem text;\nbegin\n{searches}\ninto problem limit 1;\n\
         if problem is not null then\n    raise exception using message = problem, errcode = '42710';\n\
         end if;\nend\n{tag}"
    )
}

/// Inserts the rows of `values` into a query.
fn search(query: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.collect();
    query.replace("{rows}", &rows.join(",\n    "))
}

/// Finds other relations with the names of tables.
const RELATION: &str = "\
select format('relation %I exists and is %s, but the schema declares a table; rename one of them', wanted.name,
    case relkind when 'v' then 'a view' when 'm' then 'a materialized view' when 'S' then 'a sequence'
        when 'c' then 'a composite type' when 't' then 'a TOAST table'
        else 'an index of table ' || coalesce((select indrelid::regclass::text from pg_index where indexrelid = c.oid), '')
    end)
from (values
    {rows}
) as wanted (schema, name)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_class as c on relnamespace = n.oid and relname = wanted.name
where relkind not in ('r', 'p', 'f')";

/// A relation with the name of a view that is something else.
const VIEW: &str = "\
select format('relation %I exists and is not a %s, which the schema declares; rename one of them', wanted.name, wanted.kind)
from (values
    {rows}
) as wanted (schema, name, kind)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_class as c on relnamespace = n.oid and relname = wanted.name
where relkind <> case wanted.kind when 'view' then 'v' else 'm' end";

/// Finds other types with the names of enums, and enums that lack a label or have them in another order.
const ENUM: &str = "\
select format('type %I exists and is %s, but the schema declares an enum of (%s); rename one of them', wanted.name,
    case typtype when 'e' then 'an enum of (' || coalesce(array_to_string((
            select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid
        ), ', '), '') || ')'
        when 'c' then 'the type of the rows of a table' when 'd' then 'a domain' else 'no enum' end,
    array_to_string(wanted.labels, ', '))
from (values
    {rows}
) as wanted (schema, name, labels)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_type as t on typnamespace = n.oid and typname = wanted.name
where wanted.labels is distinct from (
    select array_agg(enumlabel::text order by enumsortorder) from pg_enum
    where enumtypid = t.oid and enumlabel = any (wanted.labels)
)";

/// Finds types of another kind with the names of composite types and domains, and composite types with other fields.
const TYPE: &str = "\
select format('type %I exists and is not the %s of the schema (%s); rename one of them', wanted.name,
    case wanted.kind when 'd' then 'domain' else 'composite type' end, array_to_string(wanted.fields, ', '))
from (values
    {rows}
) as wanted (schema, name, kind, fields)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_type as t on typnamespace = n.oid and typname = wanted.name
where typtype::text <> wanted.kind
or wanted.kind = 'c' and wanted.fields is distinct from (
    select array_agg(attname::text order by attnum) from pg_attribute
    where attrelid = typrelid and attnum > 0 and not attisdropped
)";

/// Finds other relations with the names of indexes. An expression is only compared with an expression.
const INDEX: &str = "\
select format('relation %I exists and is %s, but the schema declares %s; rename one of them', wanted.name,
    case when i.indexrelid is null then 'not an index' else '\"' || pg_get_indexdef(c.oid) || '\"' end,
    wanted.sql)
from (values
    {rows}
) as wanted (schema, name, relation, sql, is_unique, method, is_partial, keys)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_class as c on relnamespace = n.oid and relname = wanted.name
left join pg_am on pg_am.oid = c.relam
left join pg_index as i on i.indexrelid = c.oid
left join pg_class as r on r.oid = i.indrelid
where (r.relname, indisunique, amname, indpred is not null)
    is distinct from (wanted.relation, wanted.is_unique, wanted.method, wanted.is_partial)
or wanted.keys is distinct from (
    select array_agg(attname::text order by place)
    from unnest(indkey) with ordinality as k (number, place)
    left join pg_attribute on attrelid = indrelid and attnum = number
    where place <= indnkeyatts
)";

fn wanted_table(table: &TableDef) -> String {
    format!(
        "({}, {})",
        schema(table.name.schema),
        quote::literal(table.name.name)
    )
}

fn wanted_view(def: &ViewDef) -> String {
    let name = def.relation.name;
    format!(
        "({}, {}, '{}')",
        schema(name.schema),
        quote::literal(name.name),
        view::kind(def).word()
    )
}

fn wanted_enum(def: &EnumDef) -> String {
    let labels = texts(def.labels.iter().map(|label| quote::literal(label)));
    format!(
        "({}, {}, {labels})",
        schema(def.schema),
        quote::literal(def.name)
    )
}

fn wanted_type(def: TypeDef) -> String {
    let (kind, fields) = match def {
        TypeDef::Composite(def) => ("c", def.fields),
        TypeDef::Domain(_) | TypeDef::Enum(_) => ("d", &[][..]),
    };
    let fields = texts(fields.iter().map(|field| quote::literal(field.name)));
    let (in_schema, name) = def.name();
    format!(
        "({}, {}, '{kind}', {fields})",
        schema(in_schema),
        quote::literal(name)
    )
}

fn wanted_indexes(table: &'static TableDef) -> Vec<String> {
    let names = table.names().indexes;
    let indexes = table.indexes.iter().zip(names);
    indexes
        .map(|(index, name)| wanted_index(table.name, index, &name))
        .collect()
}

fn wanted_index(table: TableName, index: &IndexDef, name: &str) -> String {
    let keys = texts(index.elements.iter().map(|element| match element.on {
        IndexOn::Column(column) => quote::literal(column),
        IndexOn::Expression(_) => String::from("null"),
    }));
    let shown: Vec<&str> = index
        .elements
        .iter()
        .map(|element| match element.on {
            IndexOn::Column(text) | IndexOn::Expression(text) => text,
        })
        .collect();
    let unique = if index.unique { "a unique" } else { "an" };
    let shown = format!("{unique} index of table {table} ({})", shown.join(", "));
    format!(
        "({}, {}, {}, {}, {}, {}, {}, {keys})",
        schema(table.schema),
        quote::literal(name),
        quote::literal(table.name),
        quote::literal(&shown),
        index.unique,
        quote::literal(index.method),
        index.filter.is_some(),
    )
}

fn schema(schema: Option<&str>) -> String {
    schema.map_or_else(|| String::from("null::text"), quote::literal)
}

fn texts(literals: impl Iterator<Item = String>) -> String {
    let literals: Vec<String> = literals.collect();
    format!("array[{}]::text[]", literals.join(", "))
}
