//! Composite types, domains, points and circles.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::types::{Circle, Point};

use crate::tables::{Address, Country, Place};

cases! {
    fn fields_of_composite_values(sql) {
        let home = Address { street: "a".into(), country: None };
        sql.is(
            Place
                .select()
                .filter(Place.home.field(Address.street).eq("a").and(Place.home.eq(&home)))
                .order_by(Place.home.field(Address.country).desc())
                .columns((Place.home, Place.home.field(Address.country))),
            expect![[r#"
                select "places"."home", ("places"."home")."country"
                from "places"
                where ("places"."home")."street" = $1 and "places"."home" = $2
                order by ("places"."home")."country" desc"#]],
        );
        sql.is(
            Place.update().set(Place.home, home).filter(Place.country.eq(Country("DE".into()))),
            expect![[r#"update "places" set "home" = $1 where "places"."country" = $2"#]],
        );
        sql.is(
            Place
                .select()
                .group_by(Place.home.field(Address.country))
                .columns((grouped(Place.home.field(Address.country)), count())),
            expect![[r#"
                select ("places"."home")."country", count(*)
                from "places"
                group by ("places"."home")."country""#]],
        );
    }

    fn rows_with_composite_values(sql) {
        let rows = [crate::tables::NewPlace {
            id: 1,
            home: Address { street: "a".into(), country: None },
            country: Country("DE".into()),
            location: Point { x: 1.0, y: 2.0 },
            area: Circle { center: Point { x: 1.0, y: 2.0 }, radius: 3.0 },
        }];
        sql.is(Place.insert_many(rows), expect![[r#"
            insert into "places" ("id", "home", "country", "location", "area")
            select "id", "home"::"address", "country", "location", "area"
            from unnest($1, $2, $3, $4, $5) as "rows" ("id", "home", "country",
            "location", "area")"#]]);
    }

    fn points_and_circles(sql) {
        let (here, area) = (Point { x: 1.0, y: 2.0 }, Circle { center: Point { x: 1.0, y: 2.0 }, radius: 3.0 });
        sql.is(
            Place
                .select()
                .filter(Place.location.inside(area).or(Place.area.contains_point(Place.location)))
                .order_by(Place.location.distance(here))
                .columns((Place.area.distance(area), Place.location + here, Place.location - here)),
            expect![[r#"
                select "places"."area" <-> $1::circle, "places"."location" + $2,
                "places"."location" - $3
                from "places"
                where "places"."location" <@ $4::circle or "places"."area" @>
                "places"."location"
                order by "places"."location" <-> $5::point"#]],
        );
        sql.is(
            Place.select().columns((
                Place.location.same_as(here),
                Place.area.same_as(Place.area),
                Place.area.contains(area),
                Place.location.distance(Place.area),
            )),
            expect![[r#"
                select "places"."location" ~= $1, "places"."area" ~= "places"."area",
                "places"."area" @> $2, "places"."location" <-> "places"."area"
                from "places""#]],
        );
    }
}
