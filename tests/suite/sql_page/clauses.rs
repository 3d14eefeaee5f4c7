//! Which cases show the clauses of a statement.

/// The name of a clause, the file of its case, and what its text contains.
pub(crate) type Clause = (&'static str, &'static str, &'static str);

pub(crate) const CLAUSES: &[(&str, &[Clause])] = &[
    ("Select", SELECT),
    ("Tables, joins, subqueries and functions in `from`", FROM),
    ("Groups and windows", GROUPS),
    ("Set operations, order and limit", ORDER),
    ("`with`", WITH),
    ("Insert", INSERT),
    ("Update, delete, merge, truncate, refresh", CHANGE),
];

const SELECT: &[Clause] = &[
    ("All columns", "select", "select \"Manager\".\"id\""),
    (
        "Some columns",
        "select",
        "select \"patients\".\"name\", \"patients\".\"age\" from",
    ),
    (
        "Expressions, nested tuples",
        "select",
        "\"patients\".\"age\" is null",
    ),
    ("A struct of yours", "select", "|| $1 from \"patients\""),
    ("`select` without `from`", "from", "select random()"),
    ("`where`", "select", "where \"patients\".\"age\" > $1"),
    (
        "By primary key or a unique column",
        "select",
        "where \"patients\".\"email\" = $1",
    ),
    (
        "`distinct`",
        "select",
        "select distinct \"patients\".\"age\" from",
    ),
    ("`distinct on`", "distinct_on", "select distinct on"),
    ("`exists`", "subquery", "where exists (select 1"),
    ("`in (select …)`", "subquery", " in (select"),
    ("Raw SQL", "raw", "select"),
];

const FROM: &[Clause] = &[
    ("`join … on`", "join", " join \"patients\" on"),
    ("`left join`", "join", " left join "),
    ("`right join`", "join", " right join "),
    ("`full join`", "join", " full join "),
    ("`cross join`", "join", " cross join "),
    (
        "The row of a foreign key",
        "path",
        " as \"medical_orders.patient_id\" on",
    ),
    ("An alias", "join", " as \"Manager\""),
    ("`only`", "from", "from only "),
    ("`tablesample`", "from", " tablesample "),
    ("A subquery", "derived", "from (select "),
    ("`lateral`", "derived", " lateral (select "),
    ("`generate_series`", "derived", "generate_series("),
    ("`unnest`", "derived", "unnest("),
    (
        "Rows of a struct, as `values`",
        "values",
        "select \"NewPrice\"",
    ),
    (
        "A function that returns rows",
        "function_table",
        "jsonb_each($1",
    ),
    ("`with ordinality`", "function_table", "with ordinality"),
    (
        "A function of columns, `lateral`",
        "function_table",
        "cross join lateral jsonb_each(",
    ),
    (
        "`unnest` of an array of the row",
        "function_table",
        "lateral unnest(\"notes\".\"tags\")",
    ),
    (
        "`unnest` of several arrays",
        "function_table",
        "unnest($1::bigint[], $2",
    ),
    (
        "`json_table`",
        "json_table",
        "lateral json_table(\"notes\".\"body\", '$.items",
    ),
    (
        "JSON as rows of a struct",
        "function_table",
        "jsonb_to_recordset(\"notes\"",
    ),
];

const GROUPS: &[Clause] = &[
    (
        "`group by`",
        "aggregate",
        "count(*) from \"medical_orders\" group by \"medical_orders\".\"status\"",
    ),
    ("`having`", "aggregate", " having "),
    ("`rollup`", "grouping_set", "rollup ("),
    ("`cube`", "grouping_set", "cube ("),
    ("`grouping sets`", "grouping_set", "grouping sets ("),
    (
        "`over (partition by … order by …)`",
        "window",
        "partition by",
    ),
    ("Frames", "frame", " rows between "),
];

const ORDER: &[Clause] = &[
    ("`union`", "set_operation", " union select"),
    ("`union all`", "set_operation", " union all select"),
    ("`intersect`", "set_operation", " intersect select"),
    ("`intersect all`", "set_operation", " intersect all select"),
    ("`except`", "set_operation", " except select"),
    ("`except all`", "set_operation", " except all select"),
    ("`order by`", "order", " order by "),
    ("`nulls first`, `nulls last`", "order", " nulls "),
    ("`limit`, `offset`", "select", " limit $1 offset $2"),
    ("`fetch first … with ties`", "from", " with ties"),
    ("`for update`", "lock", " for update"),
    (
        "`for no key update nowait`",
        "lock",
        " for no key update nowait",
    ),
    ("`for share skip locked`", "lock", " for share skip locked"),
    ("`for key share`", "lock", " for key share"),
    ("`for update of`", "lock", " for update of "),
    ("A page of a keyset", "page", " limit "),
];

const WITH: &[Clause] = &[
    (
        "A named query",
        "with",
        "with \"Busy\" (\"patient_id\", \"orders\") as (select \"medical_orders\".\"patient_id\"",
    ),
    ("`with recursive`", "recursive", "with recursive \"Report\""),
    (
        "`search depth first by`",
        "recursive",
        " search depth first by ",
    ),
    ("`search breadth first by`, `cycle`", "recursive", " cycle "),
    ("`materialized`", "with", " as materialized "),
    ("`not materialized`", "with", " as not materialized "),
    ("A statement that changes rows", "with", "(delete from"),
];

const INSERT: &[Clause] = &[
    ("A row", "insert", "insert into \"patients\""),
    ("Many rows", "insert_many", "insert into \"patients\""),
    (
        "The rows of a query",
        "insert_from",
        "insert into \"patients\"",
    ),
    (
        "The rows of a query, by columns",
        "insert_from",
        "insert into \"counters\" (\"label\")",
    ),
    (
        "`overriding system value`",
        "insert_from",
        " overriding system value values",
    ),
    (
        "`overriding user value`",
        "insert_from",
        " overriding user value",
    ),
    (
        "`on conflict do nothing`",
        "conflict",
        " on conflict do nothing",
    ),
    (
        "`on conflict (…) do update`",
        "conflict",
        " do update set \"name\" = $3",
    ),
    (
        "Find or insert a row",
        "conflict",
        " do update set \"email\" = \"patients\".\"email\"",
    ),
    ("`excluded`", "conflict", "excluded.\"age\", \"active\""),
    (
        "`on conflict on constraint`",
        "conflict",
        " on conflict on constraint ",
    ),
    (
        "`on conflict … do update … where`",
        "conflict",
        " is distinct from excluded",
    ),
    ("`returning`", "returning", "insert into"),
];

const CHANGE: &[Clause] = &[
    ("`update`", "update", " where \"patients\".\"id\" = $"),
    ("`update … from`", "update", " from "),
    (
        "A value at a path into JSON",
        "json_path",
        "update \"reports\" set \"body\" = jsonb_set(\"reports\"",
    ),
    (
        "Many rows with different values",
        "values",
        "returning \"medical_orders\"",
    ),
    (
        "`update` with `limit`",
        "limited",
        " update \"patients\" set",
    ),
    ("`delete`", "delete", " where "),
    ("`delete … using`", "delete", " using "),
    ("`delete` with `limit`", "limited", " delete from"),
    ("`returning`", "returning", "update "),
    (
        "`returning old.…, new.…` (Postgres 18)",
        "postgres_18",
        "update ",
    ),
    (
        "`merge`: `when matched`",
        "merge",
        "then do nothing when matched then update",
    ),
    (
        "`merge`: `when not matched`",
        "merge",
        "then insert (\"email\"",
    ),
    (
        "`merge`: `when not matched by source`",
        "merge",
        "when not matched by source",
    ),
    (
        "`merge … returning merge_action()`",
        "merge",
        "merge_action()",
    ),
    ("`truncate`", "truncate", "truncate \"notes\""),
    (
        "`truncate … restart identity cascade`",
        "truncate",
        "cascade",
    ),
    (
        "`refresh materialized view`",
        "view",
        "refresh materialized view \"a_totals\"",
    ),
    (
        "`refresh materialized view concurrently`",
        "view",
        "refresh materialized view concurrently",
    ),
];
