//! Arithmetic on numbers and times.

use chrono::{DateTime, Utc};
use expect_test::expect;
use schema_core::expr::now;
use schema_core::prelude::*;

use crate::tables::MedicalOrder;

cases! {
    fn arithmetic(sql) {
        let orders = MedicalOrder.select();
        let (a, b, c) = (MedicalOrder.price, MedicalOrder.price, MedicalOrder.price);
        sql.is(
            orders.columns((
                a + 1.0,
                a - 1.0,
                a * 2.0,
                a / 2.0,
                MedicalOrder.priority % 3,
            )),
            expect![[r#"
                select "medical_orders"."price" + $1, "medical_orders"."price" - $2,
                "medical_orders"."price" * $3, "medical_orders"."price" / $4,
                "medical_orders"."priority" % $5
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a + b * c),
            expect![[r#"
                select "medical_orders"."price" + "medical_orders"."price" *
                "medical_orders"."price"
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns((a + b) * c),
            expect![[r#"
                select ("medical_orders"."price" + "medical_orders"."price") *
                "medical_orders"."price"
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a * (b + c)),
            expect![[r#"
                select "medical_orders"."price" * ("medical_orders"."price" +
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a - b - c),
            expect![[r#"
                select "medical_orders"."price" - "medical_orders"."price" -
                "medical_orders"."price"
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a - (b - c)),
            expect![[r#"
                select "medical_orders"."price" - ("medical_orders"."price" -
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a - (b + c)),
            expect![[r#"
                select "medical_orders"."price" - ("medical_orders"."price" +
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a + (b + c)),
            expect![[r#"
                select "medical_orders"."price" + ("medical_orders"."price" +
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a / b / c),
            expect![[r#"
                select "medical_orders"."price" / "medical_orders"."price" /
                "medical_orders"."price"
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a / (b / c)),
            expect![[r#"
                select "medical_orders"."price" / ("medical_orders"."price" /
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a * (b / c)),
            expect![[r#"
                select "medical_orders"."price" * ("medical_orders"."price" /
                "medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(a / b * c),
            expect![[r#"
                select "medical_orders"."price" / "medical_orders"."price" *
                "medical_orders"."price"
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns((a + b) / (a - b)),
            expect![[r#"
                select ("medical_orders"."price" + "medical_orders"."price") /
                ("medical_orders"."price" - "medical_orders"."price")
                from "medical_orders""#]],
        );
    }

    fn arithmetic_is_compared(sql) {
        let orders = MedicalOrder.select().columns(MedicalOrder.id);
        let a = MedicalOrder.price;
        sql.is(
            orders.filter((a + 1.0).gt(a * 2.0)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."price" + $1 > "medical_orders"."price" * $2"#]],
        );
        sql.is(
            orders.filter((a + 1.0).between(a - 1.0, a + 2.0)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."price" + $1 between "medical_orders"."price" - $2 and
                "medical_orders"."price" + $3"#]],
        );
        sql.is(
            orders.filter((MedicalOrder.priority + 1).eq_any([1, 2])),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."priority" + $1 = any($2)"#]],
        );
    }

    fn times(sql) {
        let orders = MedicalOrder.select().columns(MedicalOrder.id);
        let day = Interval::from_days(1);
        sql.is(
            orders.filter(MedicalOrder.created_at.lt(now())),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."created_at" < now()"#]],
        );
        sql.is(
            orders.filter(MedicalOrder.created_at.gt(now() - day)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."created_at" > now() - $1"#]],
        );
        sql.is(
            orders.filter((MedicalOrder.created_at + day).lt(now::<DateTime<Utc>>())),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."created_at" + $1 < now()"#]],
        );
    }
}
