//! The check that existing objects are the wanted ones: `if not exists` only looks at names.

use schema_ddl::model::{Composite, Domain, Enum, Index, IndexOn, Model, Name};
use schema_ddl::sql::quote;

/// Returns a PL/pgSQL block that fails if an object has the name of a wanted one but is another.
pub(super) fn check(model: &Model) -> Option<String> {
    let searches = [
        search(RELATION, &wanted_relations(model)),
        search(ENUM, &wanted_enums(model)),
        search(TYPE, &wanted_types(model)),
        search(INDEX, &wanted_indexes(model)),
    ];
    let searches: Vec<String> = searches.into_iter().flatten().collect();
    if searches.is_empty() {
        return None;
    }
    let searches = searches.join("\nunion all\n");
    let mut tag = String::from("$check$");
    while searches.contains(&tag) {
        tag.insert(1, '_');
    }
    Some(format!(
        "do {tag}\ndeclare\n    problem text;\nbegin\n{searches}\ninto problem limit 1;\n\
         if problem is not null then\n    raise exception using message = problem, errcode = '42710';\n\
         end if;\nend\n{tag}"
    ))
}

/// Inserts the rows of `values` into a query, if there are any.
fn search(query: &str, rows: &[String]) -> Option<String> {
    (!rows.is_empty()).then(|| query.replace("{rows}", &rows.join(",\n    ")))
}

/// Finds other relations with the names of tables, views and sequences.
const RELATION: &str = "\
select format('relation %I exists and is %s, but the schema declares %s; rename one of them', wanted.name,
    case when relkind in ('r', 'p', 'f') then 'a table' else case relkind when 'v' then 'a view' when 'm' then 'a materialized view' when 'S' then 'a sequence'
        when 'c' then 'a composite type' when 't' then 'a TOAST table'
        else 'an index of table ' || coalesce((select indrelid::regclass::text from pg_index where indexrelid = c.oid), '')
    end end, wanted.word)
from (values
    {rows}
) as wanted (schema, name, word, kinds)
join pg_namespace as n on nspname = coalesce(wanted.schema, current_schema())
join pg_class as c on relnamespace = n.oid and relname = wanted.name
where strpos(wanted.kinds, relkind::text) = 0";

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

fn wanted_relations(model: &Model) -> Vec<String> {
    let tables = model.tables.iter();
    let tables = tables.map(|table| (&table.name, "a table", "rpf"));
    let views = model.views.iter().map(|view| {
        if view.materialized {
            (&view.name, "a materialized view", "m")
        } else {
            (&view.name, "a view", "v")
        }
    });
    let sequences = model.sequences.iter();
    let sequences = sequences.map(|sequence| (&sequence.name, "a sequence", "S"));
    let all = tables.chain(views).chain(sequences);
    all.map(|(name, word, kinds)| format!("({}, '{word}', '{kinds}')", place(name)))
        .collect()
}

fn wanted_enums(model: &Model) -> Vec<String> {
    model.enums.iter().map(wanted_enum).collect()
}

fn wanted_enum(def: &Enum) -> String {
    let labels = texts(def.labels.iter().map(|label| quote::literal(label)));
    format!("({}, {labels})", place(&def.name))
}

fn wanted_types(model: &Model) -> Vec<String> {
    let composite = |def: &Composite| {
        let fields = texts(def.fields.iter().map(|field| quote::literal(&field.name)));
        format!("({}, 'c', {fields})", place(&def.name))
    };
    let domain = |def: &Domain| format!("({}, 'd', array[]::text[])", place(&def.name));
    let domains = model.domains.iter().map(domain);
    domains
        .chain(model.composites.iter().map(composite))
        .collect()
}

fn wanted_indexes(model: &Model) -> Vec<String> {
    let tables = model.tables.iter();
    let of_tables = tables.flat_map(|table| {
        let indexes = table.indexes.iter();
        indexes.map(|index| wanted_index("table", &table.name, index))
    });
    let views = model.views.iter();
    let of_views = views.flat_map(|view| {
        let indexes = view.indexes.iter();
        indexes.map(|index| wanted_index("materialized view", &view.name, index))
    });
    of_tables.chain(of_views).collect()
}

fn wanted_index(kind: &str, relation: &Name, index: &Index) -> String {
    let keys = texts(index.elements.iter().map(|element| match &element.on {
        IndexOn::Column(column) => quote::literal(column),
        IndexOn::Expression(_) => String::from("null"),
    }));
    let elements = index.elements.iter();
    let shown: Vec<&str> = elements
        .map(|element| match &element.on {
            IndexOn::Column(text) | IndexOn::Expression(text) => text.as_str(),
        })
        .collect();
    let unique = if index.unique { "a unique" } else { "an" };
    let shown = format!("{unique} index of {kind} {relation} ({})", shown.join(", "));
    format!(
        "({}, {}, {}, {}, {}, {}, {keys})",
        place(&relation.beside(&index.name)),
        quote::literal(&relation.name),
        quote::literal(&shown),
        index.unique,
        quote::literal(&index.method),
        index.filter.is_some(),
    )
}

/// Returns the Postgres schema and the name as two values.
fn place(name: &Name) -> String {
    let schema = name.schema.as_deref();
    let schema = schema.map_or_else(|| String::from("null::text"), quote::literal);
    format!("{schema}, {}", quote::literal(&name.name))
}

fn texts(literals: impl Iterator<Item = String>) -> String {
    let literals: Vec<String> = literals.collect();
    format!("array[{}]::text[]", literals.join(", "))
}
