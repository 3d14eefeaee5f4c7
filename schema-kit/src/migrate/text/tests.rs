use super::*;

fn split(sql: &str) -> Vec<(usize, String)> {
    Text::parse(sql)
        .unwrap()
        .statements
        .into_iter()
        .map(|statement| (statement.line, statement.sql))
        .collect()
}

fn checksums(sql: &str) -> Vec<Vec<u8>> {
    Text::parse(sql).unwrap().checksums()
}

fn kind(sql: &str) -> StatementKind {
    Text::parse(sql).unwrap().statements[0].kind.clone()
}

#[test]
fn statements_have_their_line_and_no_comments_around() {
    assert_eq!(
        split("-- a\n\nselect 1; /* b */ ;;\n-- c\nselect\n  2 -- d\n  ;\n-- e"),
        [(3, "select 1".to_owned()), (5, "select\n  2".to_owned())]
    );
}

#[test]
fn a_body_in_sql_is_part_of_its_statement() {
    let function = "create or replace function f(begin int) returns int begin atomic\n select case when true then 1 end;\n select 2; end";
    assert_eq!(
        split(&format!("{function}; select 3")),
        [(1, function.to_owned()), (3, "select 3".to_owned())]
    );
    assert_eq!(split("create view begin as select 1; select 2").len(), 2);
    assert_eq!(split("begin; select 1; end").len(), 3);
}

#[test]
fn marks_apply_to_the_statements_after_them() {
    let text = Text::parse(
        "select 1;\n-- schema: outside\nselect 2; select 3;\n--schema: transaction\nselect 4;\n-- schema: transaction\nselect 5",
    )
    .unwrap();
    let parts: Vec<_> = text
        .statements
        .iter()
        .map(|s| (s.outside, s.part))
        .collect();
    assert_eq!(
        parts,
        [(false, 0), (true, 1), (true, 1), (false, 2), (false, 3)]
    );
    assert_eq!(text.check(), Ok(()));
}

#[test]
fn the_mark_of_sqlx_is_on_the_first_line() {
    let outside = |sql: &str| Text::parse(sql).unwrap().statements[0].outside;
    assert!(outside("-- no-transaction\nselect 1"));
    assert!(!outside("\n-- no-transaction\nselect 1"));
}

#[test]
fn wrong_marks_and_statements_are_errors_that_say_what_to_do() {
    for (sql, message) in [
        (
            "-- schema: inside\nselect 1",
            "line 1 has the unknown mark `-- schema: inside`; write `-- schema: transaction`, `-- schema: outside`, `-- schema: batches` or `-- schema: allow …`",
        ),
        (
            "select 1\n-- schema: outside\n",
            "the mark on line 2 is within a statement or on its line; write it on a line of its own between two statements",
        ),
        (
            "select 1; -- schema: outside\nvacuum",
            "the mark on line 1 is within a statement or on its line; write it on a line of its own between two statements",
        ),
        (
            "select 1;\ncommit",
            "the statement on line 2 begins or ends a transaction, which the marks do; write `-- schema: transaction` instead",
        ),
        (
            "-- schema: outside\ncreate index concurrently on t (a)",
            "the index on line 2 has no name, so an interrupted build could not be found; give it a name",
        ),
        (
            "-- a dump\n\\restrict x1y2\n\nset a = 1;",
            "line 2 has `\\restrict`, a command of psql that is not SQL; delete it",
        ),
        (
            "select 1;\n\\unrestrict x1y2\n",
            "line 2 has `\\unrestrict`, a command of psql that is not SQL; delete it",
        ),
        (
            "copy public.t (a) from stdin;\n1\n\\.\n",
            "the statement on line 1 waits for rows that only psql sends; write `insert` instead, or load the rows with psql",
        ),
        (
            "drop index concurrently i",
            "the statement on line 1 cannot run in a transaction; write `-- schema: outside` on the line before it",
        ),
    ] {
        let text = Text::parse(sql).unwrap();
        assert_eq!(text.check().unwrap_err().to_string(), message);
        assert_eq!(text.check_from(text.statements.len() + 1), Ok(()));
    }
    assert_eq!(
        Text::parse("savepoint a; rollback to a; release a")
            .unwrap()
            .check(),
        Ok(())
    );
}

#[test]
fn a_checksum_ignores_comments_and_layout() {
    let sums = checksums("select a<=b, 'x\r\n' from \"T\"; select 2");
    assert_eq!(
        sums,
        checksums("-- new\nSELECT a  <= b ,\n  'x\n' /* here */ FROM \"T\";\n\nselect 2;\n")
    );
    for edited in [
        "select a<=c, 'x\n' from \"T\"",
        "select a< =b, 'x\n' from \"T\"",
        "select a<=b, 'X\n' from \"T\"",
        "select a<=b, 'x\n' from \"t\"",
        "select a<=b, 'x \n' from \"T\"",
    ] {
        assert_ne!(checksums(edited)[0], sums[0], "{edited}");
    }
}

#[test]
fn an_index_that_is_built_concurrently_has_its_names() {
    let create = |index: &str, name: &str, table: &str| StatementKind::CreateIndex {
        index: Some(statement::Named {
            sql: index.to_owned(),
            name: name.to_owned(),
        }),
        table: table.to_owned(),
    };
    assert_eq!(
        kind(
            "create unique index concurrently if not exists \"My\"\"I\" on only \"s\" . \"t\" using btree (a)"
        ),
        create("\"My\"\"I\"", "My\"I", "\"s\".\"t\"")
    );
    assert_eq!(
        kind("CREATE INDEX CONCURRENTLY Orders_A ON Orders(a)"),
        create("Orders_A", "orders_a", "Orders")
    );
    assert_eq!(
        kind("create index concurrently on t (a)"),
        StatementKind::CreateIndex {
            index: None,
            table: "t".to_owned()
        }
    );
    assert_eq!(
        kind("drop index concurrently if exists s.i cascade"),
        StatementKind::DropIndex {
            index: "s.i".to_owned()
        }
    );
    for broken in [
        "create index concurrently",
        "create unique index concurrently i",
        "drop index concurrently",
    ] {
        let _ = kind(broken);
    }
}

#[test]
fn statements_that_no_transaction_accepts_are_known() {
    for sql in [
        "vacuum t",
        "reindex table concurrently t",
        "do $$ begin commit; end $$",
        "call fill()",
        "alter system set a = 1",
    ] {
        assert!(kind(sql).needs_outside(), "{sql}");
    }
    for sql in [
        "create table t ()",
        "alter table t add a int",
        "drop index i",
        "refresh materialized view concurrently v",
    ] {
        assert!(!kind(sql).needs_outside(), "{sql}");
    }
    assert!(kind("alter table t detach partition p concurrently").is_concurrent());
}

#[test]
fn only_changes_of_rows_run_in_batches() {
    let check = |sql: &str| {
        Text::parse(&format!("-- schema: batches\n{sql}"))
            .unwrap()
            .check()
    };
    for sql in [
        "update t set a = 1 where a is null",
        "delete from t where a",
        "with old as (select 1) delete from t using old",
        "with old as (select 1) insert into t select * from old on conflict do nothing",
    ] {
        assert_eq!(check(sql), Ok(()), "{sql}");
    }
    for sql in [
        "select 1",
        "with new as (insert into t values (1) returning a) select a from new",
        "alter table t add column a int",
        "create index concurrently i on t (a)",
        "vacuum",
    ] {
        assert!(check(sql).is_err(), "{sql}");
    }
    assert_eq!(
        check("select 1").unwrap_err().to_string(),
        "the statement on line 2 changes no rows, so it cannot run in batches; write `-- schema: transaction` on the line before it"
    );
    let text = Text::parse(
        "select 1;\n-- schema: batches\ndelete from t;\n-- schema: transaction\nselect 2",
    )
    .unwrap();
    let batches: Vec<bool> = text.statements().iter().map(|one| one.batches).collect();
    assert_eq!(batches, [false, true, false]);
    let transactions: Vec<_> = text.script().iter().map(|one| one.transaction).collect();
    assert_eq!(transactions, [Some(0), None, Some(2)]);
}
