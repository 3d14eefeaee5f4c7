//! A process that is killed at each statement.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::{env, io};

use schema_kit::migrate::{Event, Folder, Migrator};
use schema_tests::db;

use crate::fixture::Files;
use crate::interrupted::{SENT, STATEMENTS, assert_complete};

const FOLDER: &str = "SCHEMA_KIT_TEST_FOLDER";
const URL: &str = "SCHEMA_KIT_TEST_URL";
const LINE: &str = "statement: ";

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_next_run_completes_what_a_killed_process_began() {
    for at in 1..=SENT {
        db::run_concurrent(async |db| {
            let files = Files::new(&[("1_a.sql", &STATEMENTS.join(";\n"))]);
            let mut child = Command::new(env::current_exe().unwrap())
                .args([
                    "--exact",
                    "killed::process",
                    "--include-ignored",
                    "--nocapture",
                ])
                .env(FOLDER, files.path())
                .env(URL, db.url())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let last = lines
                .map(Result::unwrap)
                .filter(|line| line.contains(LINE))
                .nth(at - 1);
            assert!(last.is_some(), "the process ended before statement {at}");
            child.kill().unwrap();
            child.wait().unwrap();
            files.run(&db).await.unwrap();
            assert_complete(&db).await;
        });
    }
}

/// The process that the test above kills. Does nothing by itself.
#[test]
#[ignore = "a part of another test"]
fn process() {
    let (Ok(folder), Ok(url)) = (env::var(FOLDER), env::var(URL)) else {
        return;
    };
    let migrator = Migrator::new(Folder::read(folder).unwrap()).observe(|event: &Event<'_>| {
        if let Event::Statement { place, .. } = event {
            println!("{LINE}{place}");
            io::stdout().flush().unwrap();
        }
    });
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(migrator.run_with(&url.parse().unwrap()))
        .unwrap();
}
