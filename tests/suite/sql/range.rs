//! Ranges and multiranges.

use expect_test::expect;
use schema_core::expr::function::range;
use schema_core::prelude::*;
use schema_core::types::Range;

use crate::tables::Booking;

cases! {
    fn containment_of_elements_and_ranges(sql) {
        let bookings = Booking.select().columns(Booking.id);
        let free = range::multirange_of(Booking.free);
        sql.is(
            bookings.filter(Booking.seats.contains(2..5)),
            expect![[r#"select "bookings"."id" from "bookings" where "bookings"."seats" @> $1"#]],
        );
        sql.is(
            bookings.filter(Booking.seats.contained_by(..=5)),
            expect![[r#"select "bookings"."id" from "bookings" where "bookings"."seats" <@ $1"#]],
        );
        sql.is(
            bookings.filter(Booking.seats.contains_element(2)),
            expect![[r#"select "bookings"."id" from "bookings" where "bookings"."seats" @> $1::integer"#]],
        );
        sql.is(
            bookings.filter(Booking.during.contains_element(now())),
            expect![[r#"select "bookings"."id" from "bookings" where "bookings"."during" @> now()"#]],
        );
        sql.is(
            bookings.filter(free.contains_range(Booking.seats).or(free.contains_range(1..2))),
            expect![[r#"
                select "bookings"."id"
                from "bookings"
                where coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}') @> "bookings"."seats" or
                coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}') @> $1::int4range"#]],
        );
        sql.is(
            bookings.filter(Booking.price.within(10..20).and(Booking.price.within(free))),
            expect![[r#"
                select "bookings"."id"
                from "bookings"
                where "bookings"."price" <@ $1::int4range and "bookings"."price" <@
                coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}')"#]],
        );
        sql.is(
            bookings.filter(Booking.seats.within(range::multirange_of([Range::from(1..3), Range::from(5..9)]))),
            expect![[r#"
                select "bookings"."id"
                from "bookings"
                where "bookings"."seats" <@ coalesce((select range_agg(r)
                from unnest($1::int4range[]) as r), '{}')"#]],
        );
    }

    fn positions_of_ranges(sql) {
        let bookings = Booking.select();
        let free = range::multirange_of(Booking.free);
        sql.is(
            bookings.columns((
                Booking.seats.overlaps_range(1..3),
                Booking.seats.overlaps_range(free),
                free.left_of(Booking.seats),
                Booking.seats.right_of(Range::from(1..=3)),
            )),
            expect![[r#"
                select "bookings"."seats" && $1::int4range, "bookings"."seats" &&
                coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}'), coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}') << "bookings"."seats",
                "bookings"."seats" >> $2::int4range
                from "bookings""#]],
        );
        sql.is(
            bookings.columns((
                Booking.seats.not_right_of(1..3),
                Booking.seats.not_left_of(1..3),
                Booking.seats.adjacent_to(3..),
            )),
            expect![[r#"
                select "bookings"."seats" &< $1::int4range, "bookings"."seats" &>
                $2::int4range, "bookings"."seats" -|- $3::int4range
                from "bookings""#]],
        );
    }

    fn sets_of_ranges(sql) {
        sql.is(
            Booking.select().columns((
                Booking.seats + Range::from(1..3),
                Booking.seats - Range::from(1..3),
                Booking.seats.union(1..3).intersection(2..4).difference(3..4),
            )),
            expect![[r#"
                select "bookings"."seats" + $1, "bookings"."seats" - $2, ("bookings"."seats" +
                $3) * $4 - $5
                from "bookings""#]],
        );
    }

    fn functions_of_ranges(sql) {
        let bookings = Booking.select();
        let free = range::multirange_of(Booking.free);
        sql.is(
            bookings.columns((
                range::lower(Booking.during),
                range::upper(free),
                range::isempty(Booking.seats),
                range::lower_inc(Booking.seats),
                range::upper_inc(Booking.seats),
                range::lower_inf(Booking.seats),
                range::upper_inf(Booking.seats),
            )),
            expect![[r#"
                select lower("bookings"."during"), upper(coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}')), isempty("bookings"."seats"),
                lower_inc("bookings"."seats"), upper_inc("bookings"."seats"),
                lower_inf("bookings"."seats"), upper_inf("bookings"."seats")
                from "bookings""#]],
        );
        sql.is(
            bookings.columns((
                range::range_merge(Booking.seats, 1..2),
                range::range_merge_all(free),
                range::ranges(range::multirange(Booking.seats)),
                range::range(Booking.price, 9),
                range::range_with(Booking.price, null(), "(]"),
            )),
            expect![[r#"
                select range_merge("bookings"."seats", $1::int4range),
                range_merge(coalesce((select range_agg(r)
                from unnest("bookings"."free") as r), '{}')), array(select
                unnest(multirange("bookings"."seats"))), int4range("bookings"."price",
                $2::integer), int4range("bookings"."price", null, $3::text)
                from "bookings""#]],
        );
        sql.is(
            bookings.columns((range::ranges(range::range_agg(Booking.seats)), range::range_intersect_agg(Booking.seats))),
            expect![[r#"
                select array(select unnest(range_agg("bookings"."seats"))),
                range_intersect_agg("bookings"."seats")
                from "bookings""#]],
        );
    }
}
