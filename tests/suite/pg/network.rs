//! The operators and functions of network addresses, with NULLs.

use std::net::IpAddr;

use schema_core::expr::function::network;
use schema_core::prelude::*;
use schema_core::types::{Cidr, Inet, MacAddr8};
use schema_tests::db::{self, TestDb};

#[table(name = "hosts")]
#[index(gist(address.inet_ops))]
#[index(spgist(site))]
struct Host {
    #[column(primary_key)]
    id: i32,
    address: Option<Inet>,
    site: Cidr,
}

/// 1: in its site; 2: NULL; 3: in another one.
async fn hosts(db: &TestDb) {
    create!(db, Host);
    for (id, address) in [
        (1, Some("10.1.2.3/24")),
        (2, None),
        (3, Some("2001:db8::7")),
    ] {
        let new = NewHost {
            id,
            site: "10.0.0.0/8".parse().unwrap(),
        };
        let address: Option<Inet> = address.map(|address| address.parse().unwrap());
        Host.insert(new)
            .set(Host.address, address)
            .execute(db.pool())
            .await
            .unwrap();
    }
}

macro_rules! ids {
    ($db:ident, $condition:expr) => {
        Host.select()
            .filter($condition)
            .order_by(Host.id)
            .columns(Host.id)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

macro_rules! values {
    ($db:ident, $expression:expr) => {
        Host.select()
            .order_by(Host.id)
            .columns($expression)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

fn inet(text: &str) -> Inet {
    text.parse().unwrap()
}

fn cidr(text: &str) -> Cidr {
    text.parse().unwrap()
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
fn addresses_are_in_networks() {
    db::run(async |db| {
        hosts(&db).await;
        let client: IpAddr = "10.1.2.9".parse().unwrap();
        assert_eq!(ids!(db, Host.address.subnet_of(Host.site)), [1]);
        assert_eq!(
            ids!(db, Host.address.subnet_of_or_equal(inet("10.1.2.99/24"))),
            [1]
        );
        assert_eq!(
            ids!(db, Host.address.subnet_of(inet("10.1.2.99/24"))),
            [] as [i32; 0]
        );
        assert_eq!(ids!(db, Host.address.supernet_of(client)), [1]);
        assert_eq!(
            ids!(db, Host.site.supernet_of_or_equal(cidr("10.0.0.0/8"))),
            [1, 2, 3]
        );
        assert_eq!(
            ids!(db, Host.address.shares_addresses_with(cidr("::/0"))),
            [3]
        );
        let inside: Vec<Option<bool>> = values!(db, Host.address.subnet_of(Host.site));
        assert_eq!(inside, [Some(true), None, Some(false)]);
    });
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
fn addresses_are_moved_and_compared() {
    db::run(async |db| {
        hosts(&db).await;
        let moved: Vec<(Option<Inet>, Option<Inet>)> =
            values!(db, (Host.address + 1, Host.address - 1));
        assert_eq!(
            moved[0],
            (Some(inet("10.1.2.4/24")), Some(inet("10.1.2.2/24")))
        );
        assert_eq!(moved[1], (None, None));
        let ends = Host
            .select()
            .columns((min(Host.address), max(Host.address)));
        let ends = ends.fetch_one(db.pool()).await.unwrap();
        assert_eq!(ends, (Some(inet("10.1.2.3/24")), Some(inet("2001:db8::7"))));
        assert_eq!(ids!(db, Host.address.lt(inet("11.0.0.0"))), [1]);
    });
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
fn parts_of_addresses_are_null_for_null() {
    db::run(async |db| {
        hosts(&db).await;
        #[expect(clippy::type_complexity, reason = "the types are what is tested")]
        let texts: Vec<(Option<String>, Option<String>, Option<String>, String)> = values!(
            db,
            (
                network::host(Host.address),
                network::text(Host.address),
                network::abbrev(Host.address),
                network::abbrev(Host.site),
            )
        );
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            texts[0],
            (
                some("10.1.2.3"),
                some("10.1.2.3/24"),
                some("10.1.2.3/24"),
                "10/8".to_owned()
            )
        );
        assert_eq!((&texts[1].0, &texts[1].1), (&None, &None));
        let numbers: Vec<(Option<i32>, Option<i32>, i32)> = values!(
            db,
            (
                network::masklen(Host.address),
                network::family(Host.address),
                network::masklen(Host.site)
            )
        );
        assert_eq!(
            numbers,
            [
                (Some(24), Some(4), 8),
                (None, None, 8),
                (Some(128), Some(6), 8)
            ]
        );
        #[expect(clippy::type_complexity, reason = "the types are what is tested")]
        let masks: Vec<(Option<Inet>, Option<Inet>, Option<Inet>, Option<Cidr>)> = values!(
            db,
            (
                network::netmask(Host.address),
                network::hostmask(Host.address),
                network::broadcast(Host.address),
                network::network(Host.address),
            )
        );
        assert_eq!(
            masks[0],
            (
                Some(inet("255.255.255.0")),
                Some(inet("0.0.0.255")),
                Some(inet("10.1.2.255/24")),
                Some(cidr("10.1.2.0/24")),
            )
        );
        assert_eq!(masks[1], (None, None, None, None));
    });
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
fn networks_are_merged_and_prefixes_set() {
    db::run(async |db| {
        hosts(&db).await;
        let first = Host.select().filter(Host.id.eq(1));
        let merged = first.columns((
            network::inet_merge(Host.address, inet("10.1.9.9")),
            network::inet_same_family(Host.address, inet("::1")),
            network::set_masklen(Host.address, 8),
            network::macaddr8_set7bit(sql!(MacAddr8, "'00:34:56:ab:cd:ef:01:02'::macaddr8")),
        ));
        let merged = merged.fetch_one(db.pool()).await.unwrap();
        let mac: MacAddr8 = "02:34:56:ab:cd:ef:01:02".parse().unwrap();
        assert_eq!(
            merged,
            (
                Some(cidr("10.1.0.0/20")),
                Some(false),
                Some(inet("10.1.2.3/8")),
                mac
            )
        );
    });
}
