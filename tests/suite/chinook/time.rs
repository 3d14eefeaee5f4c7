//! Dates, intervals, and series without gaps.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use schema_core::expr::function::{
    age, coalesce, date_bin, date_trunc, extract, field, lag, to_char,
};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Customer, Employee, Invoice};

questions!(
    weeks_of_a_quarter_with_their_invoices,
    days_of_a_month_without_invoices,
    ages_of_employees_when_hired,
    weekdays,
    names_of_months,
    fortnights,
    customers_who_returned_within_sixty_days,
);

fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().into()
}

async fn weeks_of_a_quarter_with_their_invoices(db: &TestDb) {
    let week = Interval::from_days(7);
    let weeks = generate_series_by(day(2023, 1, 1), day(2023, 3, 31), week);
    let counts = weeks
        .select()
        .left_join(
            Invoice,
            Invoice
                .invoice_date
                .ge(weeks.value)
                .and(Invoice.invoice_date.lt(weeks.value + week)),
        )
        .group_by(weeks.value)
        .order_by(weeks.value)
        .columns((
            weeks.value,
            count_of(Invoice.invoice_id),
            coalesce(sum(Invoice.total), Decimal::ZERO),
        ));
    same(
        db,
        counts,
        "select w, count(i.invoice_id), coalesce(sum(i.total), 0)
         from generate_series(timestamp '2023-01-01', timestamp '2023-03-31', interval '7 days') w
         left join invoice i on i.invoice_date >= w and i.invoice_date < w + interval '7 days'
         group by w order by w",
    )
    .await;
}

async fn days_of_a_month_without_invoices(db: &TestDb) {
    let days = generate_series_by(day(2022, 5, 1), day(2022, 5, 31), Interval::from_days(1));
    let empty = days
        .select()
        .left_join(Invoice, Invoice.invoice_date.eq(days.value))
        .filter(Invoice.invoice_id.is_null())
        .order_by(days.value)
        .columns((days.value.cast::<NaiveDate>(),));
    same(
        db,
        empty,
        "select d::date from generate_series(timestamp '2022-05-01', timestamp '2022-05-31', interval '1 day') d
         where not exists (select from invoice where invoice_date = d) order by d",
    )
    .await;
}

async fn ages_of_employees_when_hired(db: &TestDb) {
    let hired = age(Employee.hire_date, Employee.birth_date);
    let ages = Employee.select().order_by(hired.desc()).columns((
        Employee.last_name,
        extract(field::Year, hired),
        extract(field::Month, hired),
        hired.cast::<String>(),
    ));
    same(
        db,
        ages,
        "select last_name, extract(year from age(hire_date, birth_date))::int,
             extract(month from age(hire_date, birth_date))::int, age(hire_date, birth_date)::text
         from employee order by age(hire_date, birth_date) desc",
    )
    .await;
}

async fn weekdays(db: &TestDb) {
    let weekday = extract(field::Isodow, Invoice.invoice_date);
    let days = Invoice
        .select()
        .group_by(weekday)
        .order_by(grouped(weekday))
        .columns((grouped(weekday), count(), avg(Invoice.total)));
    same(
        db,
        days,
        "select extract(isodow from invoice_date)::int, count(*), avg(total) from invoice group by 1 order by 1",
    )
    .await;
}

async fn names_of_months(db: &TestDb) {
    let months = Invoice
        .select()
        .filter(
            Invoice
                .invoice_date
                .between(day(2021, 1, 1), day(2021, 3, 1)),
        )
        .order_by(Invoice.invoice_id)
        .columns((
            Invoice.invoice_id,
            to_char(Invoice.invoice_date, "FMDD. FMMonth YYYY"),
            to_char(Invoice.total, "FM990.00"),
            date_trunc(field::Quarter, Invoice.invoice_date),
        ));
    same(
        db,
        months,
        "select invoice_id, to_char(invoice_date, 'FMDD. FMMonth YYYY'), to_char(total, 'FM990.00'),
             date_trunc('quarter', invoice_date)
         from invoice where invoice_date between '2021-01-01' and '2021-03-01' order by 1",
    )
    .await;
}

async fn fortnights(db: &TestDb) {
    let fortnight = date_bin(
        param!(Interval::from_days(14)),
        Invoice.invoice_date,
        param!(day(2021, 1, 1)),
    );
    let counts = Invoice
        .select()
        .filter(Invoice.invoice_date.lt(day(2022, 1, 1)))
        .group_by(fortnight)
        .order_by(grouped(fortnight))
        .columns((grouped(fortnight), count()));
    same(
        db,
        counts,
        "select date_bin('14 days', invoice_date, '2021-01-01'), count(*) from invoice
         where invoice_date < '2022-01-01' group by 1 order by 1",
    )
    .await;
}

#[derive(Selectable)]
struct Visit {
    customer_id: i32,
    since: Option<Interval>,
}

async fn customers_who_returned_within_sixty_days(db: &TestDb) {
    let window = partition_by(Invoice.customer_id).order_by(Invoice.invoice_date);
    let visits = Invoice
        .select()
        .columns(SelectVisit {
            customer_id: Invoice.customer_id,
            since: Invoice
                .invoice_date
                .since(lag(Invoice.invoice_date).over(window)),
        })
        .as_table();
    let customers = Customer
        .select()
        .inner_join(visits, visits.customer_id.eq(Customer.customer_id))
        .filter(visits.since.le(Interval::from_days(60)))
        .group_by(Customer.customer_id)
        .order_by(Customer.customer_id)
        .columns((Customer.email, count()));
    same(
        db,
        customers,
        "select c.email, count(*) from customer c join (
             select customer_id, invoice_date - lag(invoice_date) over (
                 partition by customer_id order by invoice_date
             ) as since from invoice
         ) v using (customer_id) where v.since <= interval '60 days' group by c.customer_id order by c.customer_id",
    )
    .await;
}
