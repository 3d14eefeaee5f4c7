//! Rows of a struct as a table.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Address, Country, MedicalOrder, Note, OrderStatus, Patient, Place};

#[derive(Selectable, Clone)]
struct NewPrice {
    id: i64,
    price: f64,
    status: Option<OrderStatus>,
}

#[derive(Selectable)]
struct Tagged {
    id: i64,
    tags: Vec<String>,
    states: Option<Vec<OrderStatus>>,
}

#[derive(Selectable)]
struct Moved {
    id: i64,
    home: Address,
    country: Option<Country>,
}

alias!(Other = NewPrice);

fn prices() -> Vec<NewPrice> {
    vec![
        NewPrice {
            id: 1,
            price: 2.5,
            status: None,
        },
        NewPrice {
            id: 2,
            price: 3.0,
            status: Some(OrderStatus::Paid),
        },
    ]
}

cases! {
    fn rows_are_read_and_joined(sql) {
        sql.is(values(prices()).select(), expect![[r#"
            select "NewPrice"."id", "NewPrice"."price", "NewPrice"."status"
            from unnest($1::bigint[], $2::double precision[], $3::"order_status"[]) as
            "NewPrice" ("id", "price", "status")"#]]);
        sql.is(
            MedicalOrder
                .select()
                .inner_join(values(prices()), MedicalOrder.id.eq(NewPrice.id))
                .left_join(values(prices()).as_alias(Other), MedicalOrder.price.gt(Other.price))
                .columns((MedicalOrder.id, NewPrice.status, Other.price)),
            expect![[r#"
                select "medical_orders"."id", "NewPrice"."status", "Other"."price"
                from "medical_orders"
                join unnest($1::bigint[], $2::double precision[], $3::"order_status"[]) as
                "NewPrice" ("id", "price", "status") on "medical_orders"."id" =
                "NewPrice"."id"
                left join unnest($4::bigint[], $5::double precision[], $6::"order_status"[])
                as "Other" ("id", "price", "status") on "medical_orders"."price" >
                "Other"."price""#]],
        );
        sql.is(
            Patient
                .select()
                .filter(Patient.id.is_in(values(prices()).select().columns(NewPrice.id)))
                .columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "patients"
                where "patients"."id" in (select "NewPrice"."id"
                from unnest($1::bigint[], $2::double precision[], $3::"order_status"[]) as
                "NewPrice" ("id", "price", "status"))"#]],
        );
    }

    fn arrays_are_sent_as_text(sql) {
        let tagged = [Tagged { id: 1, tags: vec!["a".into()], states: None }];
        sql.is(
            Note.update()
                .from(values(tagged))
                .set(Note.tags, Tagged.tags)
                .filter(Note.id.eq(Tagged.id)),
            expect![[r#"
                update "notes" set "tags" = "Tagged"."tags"
                from (select "id", "tags"::text[], "states"::"order_status"[]
                from unnest($1::bigint[], $2::text[], $3::text[]) as "rows" ("id", "tags",
                "states")) as "Tagged" ("id", "tags", "states")
                where "notes"."id" = "Tagged"."id""#]],
        );
    }

    fn composite_values_are_sent_as_text(sql) {
        let moved = [Moved { id: 1, home: Address { street: "Main".into(), country: None }, country: None }];
        sql.is(
            Place
                .update()
                .from(values(moved))
                .set(Place.home, Moved.home)
                .filter(Place.id.eq(Moved.id)),
            expect![[r#"
                update "places" set "home" = "Moved"."home"
                from (select "id", "home"::"address", "country"
                from unnest($1::bigint[], $2::text[], $3::"country"[]) as "rows" ("id",
                "home", "country")) as "Moved" ("id", "home", "country")
                where "places"."id" = "Moved"."id""#]],
        );
    }

    fn many_rows_are_changed_at_once(sql) {
        let rows = prices();
        sql.is(
            MedicalOrder
                .update()
                .from(values(&rows))
                .set(MedicalOrder.price, NewPrice.price)
                .filter(MedicalOrder.id.eq(NewPrice.id))
                .returning(MedicalOrder.id),
            expect![[r#"
                update "medical_orders" set "price" = "NewPrice"."price"
                from unnest($1::bigint[], $2::double precision[], $3::"order_status"[]) as
                "NewPrice" ("id", "price", "status")
                where "medical_orders"."id" = "NewPrice"."id"
                returning "medical_orders"."id""#]],
        );
        sql.is(
            MedicalOrder
                .merge(values(&rows[..]), MedicalOrder.id.eq(NewPrice.id))
                .when_matched()
                .and(NewPrice.status.is_null())
                .then_delete(),
            expect![[r#"
                merge into "medical_orders" using unnest($1::bigint[], $2::double precision[],
                $3::"order_status"[]) as "NewPrice" ("id", "price", "status") on
                "medical_orders"."id" = "NewPrice"."id" when matched and "NewPrice"."status"
                is null then delete"#]],
        );
    }
}
