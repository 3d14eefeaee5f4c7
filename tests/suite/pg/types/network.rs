//! Network addresses.

use std::net::{IpAddr, Ipv4Addr};

use schema_core::prelude::*;
use schema_core::types::{Cidr, Inet, MacAddr, MacAddr8};
use schema_tests::db;

use super::{assert_literals, shown};

fn inet(text: &str) -> Inet {
    text.parse().unwrap()
}

fn cidr(text: &str) -> Cidr {
    text.parse().unwrap()
}

round_trip! {
    #[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
    address_is_inet: Inet = [
        inet("0.0.0.0/0"), inet("192.168.1.7"), inet("192.168.1.7/24"), inet("::1"), inet("2001:db8::ffff/64"),
    ];
    #[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
    network_is_cidr: Cidr = [cidr("10.0.0.0/8"), cidr("1.2.3.4/32"), cidr("::/0"), cidr("2001:db8::/32")];
    mac_address_is_macaddr: MacAddr = [MacAddr([8, 0, 0x2b, 1, 2, 3]), MacAddr([0xff; 6])];
    long_mac_address_is_macaddr8: MacAddr8 = [MacAddr8([8, 0, 0x2b, 1, 2, 3, 4, 5]), MacAddr8([0; 8])];
}

#[test]
#[ignore = "the embedded Postgres has other numbers of address families; runs with DATABASE_URL set and --include-ignored"]
fn an_ip_address_is_sent_as_inet() {
    #[table(name = "hosts")]
    #[derive(Debug)]
    struct Host {
        #[column(primary_key)]
        id: i32,
        #[column(default = IpAddr::V4(Ipv4Addr::LOCALHOST))]
        address: Inet,
    }

    db::run(async |db| {
        create!(db, Host);
        let local = IpAddr::from(Ipv4Addr::LOCALHOST);
        Host.insert(NewHost { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        let found = Host
            .select()
            .filter(Host.address.eq(local))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(found.address.address(), local);
        let moved = IpAddr::from([10, 0, 0, 7]);
        let update = Host.update().set(Host.address, moved).filter(Host.id.eq(1));
        update.execute(db.pool()).await.unwrap();
        let listed = Host
            .select()
            .filter(Host.address.eq_any([moved.into()]))
            .columns(Host.address);
        assert_eq!(
            listed.fetch_one(db.pool()).await.unwrap(),
            Inet::from(moved)
        );
    });
}
