//! Statements that update rows.

use rust_decimal::Decimal;
use schema_core::expr::function::{coalesce, concat, round_to, upper};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::{same_changed_rows, same_effect};
use crate::tables::{Album, Customer, Employee, Genre, Invoice, InvoiceLine, Track};

questions!(
    prices_are_raised_by_genre,
    cheap_tracks_get_the_average_price_of_their_album,
    invoices_move_to_another_customer,
    many_tracks_get_new_lengths,
    a_patch_of_a_customer,
    the_oldest_invoices_are_discounted,
    totals_are_computed_from_lines,
    agents_are_reassigned,
);

async fn prices_are_raised_by_genre(db: &TestDb) {
    let raise = Track
        .update()
        .from(Genre)
        .set(
            Track.unit_price,
            round_to(Track.unit_price * Decimal::new(11, 1), 2),
        )
        .set(Track.composer, coalesce(Track.composer, "unknown"))
        .filter(Track.genre_id.eq(Genre.genre_id))
        .filter(Genre.name.eq_any(["Jazz", "Blues"]))
        .returning((Track.track_id, Track.unit_price, Genre.name));
    same_changed_rows(
        db,
        raise,
        "update track t set unit_price = round(t.unit_price * 1.1, 2), composer = coalesce(composer, 'unknown')
         from genre g where t.genre_id = g.genre_id and g.name in ('Jazz', 'Blues')
         returning t.track_id, t.unit_price, g.name",
        "select track_id, composer, unit_price from track",
    )
    .await;
}

#[derive(Selectable)]
struct Price {
    album_id: Option<i32>,
    average: Option<Decimal>,
}

async fn cheap_tracks_get_the_average_price_of_their_album(db: &TestDb) {
    let prices = Track
        .select()
        .group_by(Track.album_id)
        .having(max(Track.unit_price).gt(Decimal::ONE))
        .columns(SelectPrice {
            album_id: Track.album_id,
            average: avg(Track.unit_price) + Decimal::ONE,
        });
    let update = with(prices).query(
        Track
            .update()
            .from(Price)
            .set(Track.unit_price, Price.average.assume_not_null())
            .filter(Track.album_id.eq(Price.album_id)),
    );
    same_effect(
        db,
        update,
        "with price as (
             select album_id, avg(unit_price) + 1 as average from track group by 1 having max(unit_price) > 1
         ) update track t set unit_price = p.average from price p where t.album_id = p.album_id",
        "select track_id, unit_price from track",
    )
    .await;
}

#[derive(Selectable)]
struct Moved {
    invoice_id: i32,
    total: Decimal,
}

async fn invoices_move_to_another_customer(db: &TestDb) {
    let moved = Invoice
        .update()
        .set(Invoice.customer_id, 2)
        .filter(Invoice.customer_id.eq(1))
        .returning(SelectMoved {
            invoice_id: Invoice.invoice_id,
            total: Invoice.total,
        });
    let totals = with(moved).query(Moved.select().columns((
        count(),
        sum(Moved.total),
        max(Moved.invoice_id),
    )));
    same_changed_rows(
        db,
        totals,
        "with moved as (update invoice set customer_id = 2 where customer_id = 1 returning invoice_id, total)
         select count(*), sum(total), max(invoice_id) from moved",
        "select invoice_id, customer_id from invoice",
    )
    .await;
}

#[derive(Selectable)]
struct Length {
    id: i32,
    milliseconds: i32,
}

async fn many_tracks_get_new_lengths(db: &TestDb) {
    let lengths: Vec<_> = (1..=500)
        .map(|id| Length {
            id: id * 7,
            milliseconds: id * 1000,
        })
        .collect();
    let update = Track
        .update()
        .from(values(lengths))
        .set(Track.milliseconds, Length.milliseconds)
        .filter(Track.track_id.eq(Length.id));
    same_effect(
        db,
        update,
        "update track set milliseconds = i * 1000 from generate_series(1, 500) i where track_id = i * 7",
        "select track_id, milliseconds from track",
    )
    .await;
}

async fn a_patch_of_a_customer(db: &TestDb) {
    let patch = Customer
        .update()
        .set_if(Customer.city, Some("Lyon"))
        .set_if(Customer.email, None::<&str>)
        .set_if(Customer.fax, Some(None::<&str>))
        .filter(Customer.customer_id.eq(1))
        .returning((Customer.city, Customer.email, Customer.fax));
    same_changed_rows(
        db,
        patch,
        "update customer set city = 'Lyon', fax = null where customer_id = 1 returning city, email, fax",
        "select * from customer",
    )
    .await;
}

async fn the_oldest_invoices_are_discounted(db: &TestDb) {
    let update = Invoice
        .update()
        .set(Invoice.total, Invoice.total / Decimal::TWO)
        .filter(Invoice.billing_country.eq("USA"))
        .order_by(Invoice.invoice_id)
        .limit(10)
        .returning((Invoice.invoice_id, Invoice.total));
    same_changed_rows(
        db,
        update,
        "update invoice set total = total / 2 where invoice_id in (
             select invoice_id from invoice where billing_country = 'USA' order by invoice_id limit 10
         ) returning invoice_id, total",
        "select invoice_id, total from invoice",
    )
    .await;
}

async fn totals_are_computed_from_lines(db: &TestDb) {
    let lines = InvoiceLine
        .select()
        .correlate(Invoice)
        .filter(InvoiceLine.invoice_id.eq(Invoice.invoice_id))
        .columns(sum(
            (InvoiceLine.unit_price + Decimal::ONE) * InvoiceLine.quantity.cast::<Decimal>()
        ));
    let update = Invoice
        .update()
        .set(Invoice.total, scalar(lines).assume_not_null())
        .filter(Invoice.invoice_id.le(50));
    same_effect(
        db,
        update,
        "update invoice i set total = (
             select sum((unit_price + 1) * quantity) from invoice_line l where l.invoice_id = i.invoice_id
         ) where invoice_id <= 50",
        "select invoice_id, total from invoice",
    )
    .await;
}

async fn agents_are_reassigned(db: &TestDb) {
    let agent = Employee
        .select()
        .filter(Employee.title.eq("Sales Support Agent"))
        .order_by(Employee.hire_date.desc())
        .limit(1)
        .columns(Employee.employee_id);
    let update = Customer
        .update()
        .set(Customer.support_rep_id, scalar(agent))
        .set(
            Customer.company,
            concat((Customer.company, " in ", Customer.city)),
        )
        .filter(Customer.country.eq("USA").or(Customer.state.is_not_null()))
        .returning((
            Customer.customer_id,
            Customer.support_rep_id,
            Customer.company,
        ));
    same_changed_rows(
        db,
        update,
        "update customer set company = concat(company, ' in ', city), support_rep_id = (
             select employee_id from employee where title = 'Sales Support Agent' order by hire_date desc limit 1
         ) where country = 'USA' or state is not null
         returning customer_id, support_rep_id, company",
        "select * from customer",
    )
    .await;
    let titles = Album
        .update()
        .set(Album.title, upper(Album.title))
        .all_rows();
    same_effect(
        db,
        titles,
        "update album set title = upper(title)",
        "select * from album",
    )
    .await;
}
