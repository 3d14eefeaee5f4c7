//! Network addresses.

use std::net::IpAddr;

use expect_test::expect;
use schema_core::expr::function::network;
use schema_core::prelude::*;
use schema_core::types::{Cidr, Inet};

use crate::tables::Host;

cases! {
    fn operators_of_network_addresses(sql) {
        let (client, network): (IpAddr, Cidr) = ("10.1.2.3".parse().unwrap(), "10.0.0.0/8".parse().unwrap());
        let hosts = Host.select();
        sql.is(
            hosts.filter(Host.address.subnet_of(network).or(Host.site.supernet_of(client))).columns(Host.id),
            expect![[r#"
                select "hosts"."id"
                from "hosts"
                where "hosts"."address" << $1::cidr or "hosts"."site" >> $2::inet"#]],
        );
        sql.is(
            hosts.columns((
                Host.address.subnet_of_or_equal(Host.site),
                Host.site.supernet_of_or_equal(Host.address),
                Host.address.shares_addresses_with(Inet::from(client)),
            )),
            expect![[r#"
                select "hosts"."address" <<= "hosts"."site", "hosts"."site" >>=
                "hosts"."address", "hosts"."address" && $1::inet
                from "hosts""#]],
        );
        sql.is(
            hosts.filter(Host.address.eq(client)).columns((Host.address + 1, Host.address - 1)),
            expect![[r#"
                select "hosts"."address" + $1, "hosts"."address" - $2
                from "hosts"
                where "hosts"."address" = $3"#]],
        );
    }

    fn functions_of_network_addresses(sql) {
        let hosts = Host.select();
        sql.is(
            hosts.columns((
                network::abbrev(Host.address),
                network::broadcast(Host.site),
                network::family(Host.address),
                network::host(Host.address),
                network::hostmask(Host.address),
                network::masklen(Host.address),
                network::netmask(Host.address),
                network::network(Host.address),
                network::text(Host.site),
            )),
            expect![[r#"
                select abbrev("hosts"."address"), broadcast("hosts"."site"),
                family("hosts"."address"), host("hosts"."address"),
                hostmask("hosts"."address"), masklen("hosts"."address"),
                netmask("hosts"."address"), network("hosts"."address"), text("hosts"."site")
                from "hosts""#]],
        );
        sql.is(
            hosts.columns((
                network::inet_merge(Host.address, Host.address),
                network::inet_same_family(Host.address, Host.address + 1),
                network::set_masklen(Host.address, 24),
                network::macaddr8_set7bit(Host.mac),
            )),
            expect![[r#"
                select inet_merge("hosts"."address", "hosts"."address"),
                inet_same_family("hosts"."address", "hosts"."address" + $1),
                set_masklen("hosts"."address", $2::integer), macaddr8_set7bit("hosts"."mac")
                from "hosts""#]],
        );
        sql.is(hosts.columns((min(Host.address), max(Host.address))), expect![[r#"select min("hosts"."address"), max("hosts"."address") from "hosts""#]]);
    }
}
