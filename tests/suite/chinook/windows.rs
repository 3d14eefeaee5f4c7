//! Window functions.

use chrono::NaiveDateTime;
use rust_decimal::Decimal;
use schema_core::expr::function::{
    cume_dist, current_row, date_trunc, field, first_value, following, lag, last_value, lead,
    nth_value, ntile, percent_rank, preceding, round_to, unbounded_following, unbounded_preceding,
};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

use crate::same::same;
use crate::tables::{Customer, Genre, Invoice, InvoiceLine, Track};

questions!(
    three_best_selling_tracks_of_each_genre,
    running_total_of_a_customer,
    average_of_three_months,
    customers_ranked_in_their_country,
    change_since_the_previous_invoice,
    share_of_each_country,
    quartiles_of_lengths,
    first_and_last_purchases,
    invoices_of_the_last_ninety_days,
    longest_gap_between_invoices,
);

#[derive(Selectable)]
struct Ranked {
    genre: Option<String>,
    track: String,
    sold: i64,
    place: i64,
}

async fn three_best_selling_tracks_of_each_genre(db: &TestDb) {
    let ranked = InvoiceLine
        .select()
        .inner_join_on(InvoiceLine.track_id)
        .inner_join_on(Track.genre_id)
        .group_by((Genre.genre_id, Track.track_id))
        .columns(SelectRanked {
            genre: Genre.name,
            track: Track.name,
            sold: count(),
            place: row_number()
                .over(partition_by(Genre.genre_id).order_by((count().desc(), Track.track_id))),
        })
        .as_table();
    let best = ranked
        .select()
        .filter(ranked.place.le(3))
        .order_by((ranked.genre, ranked.place))
        .columns((ranked.genre, ranked.track, ranked.sold, ranked.place));
    same(
        db,
        best,
        "select * from (
             select g.name genre, t.name track, count(*) sold,
                 row_number() over (partition by g.genre_id order by count(*) desc, t.track_id) place
             from invoice_line l join track t using (track_id) join genre g using (genre_id)
             group by g.genre_id, t.track_id
         ) ranked where place <= 3 order by genre, place",
    )
    .await;
}

async fn running_total_of_a_customer(db: &TestDb) {
    let totals = Invoice
        .select()
        .filter(Invoice.customer_id.le(5))
        .order_by((Invoice.customer_id, Invoice.invoice_id))
        .columns((
            Invoice.invoice_id,
            Invoice.total,
            sum(Invoice.total).over(partition_by(Invoice.customer_id).order_by(Invoice.invoice_id)),
        ));
    same(
        db,
        totals,
        "select invoice_id, total, sum(total) over (partition by customer_id order by invoice_id)
         from invoice where customer_id <= 5 order by customer_id, invoice_id",
    )
    .await;
}

#[derive(Selectable)]
struct Monthly {
    month: NaiveDateTime,
    revenue: Option<Decimal>,
}

async fn average_of_three_months(db: &TestDb) {
    let month = date_trunc(field::Month, Invoice.invoice_date);
    let monthly = Invoice.select().group_by(month).columns(SelectMonthly {
        month: grouped(month),
        revenue: sum(Invoice.total),
    });
    let near = order_by(Monthly.month).rows_between(preceding(1), following(1));
    let averages = with(monthly).query(Monthly.select().order_by(Monthly.month).columns((
        Monthly.month,
        Monthly.revenue,
        avg(Monthly.revenue).over(near),
    )));
    same(
        db,
        averages,
        "with monthly as (
             select date_trunc('month', invoice_date) as month, sum(total) as revenue from invoice group by 1
         )
         select month, revenue, avg(revenue) over (order by month rows between 1 preceding and 1 following)
         from monthly order by month",
    )
    .await;
}

async fn customers_ranked_in_their_country(db: &TestDb) {
    let window = partition_by(Customer.country).order_by(sum(Invoice.total).desc());
    let ranks = Customer
        .select()
        .inner_join(Invoice, Invoice.customer_id.eq(Customer.customer_id))
        .group_by(Customer.customer_id)
        .order_by((Customer.country, rank().over(window), Customer.customer_id))
        .columns((
            Customer.country,
            Customer.last_name,
            sum(Invoice.total),
            rank().over(window),
            dense_rank().over(window),
        ));
    same(
        db,
        ranks,
        "select c.country, c.last_name, sum(i.total), rank() over w, dense_rank() over w
         from customer c join invoice i using (customer_id) group by c.customer_id
         window w as (partition by c.country order by sum(i.total) desc)
         order by 1, 4, c.customer_id",
    )
    .await;
}

async fn change_since_the_previous_invoice(db: &TestDb) {
    let window = partition_by(Invoice.customer_id).order_by(Invoice.invoice_date);
    let changes = Invoice
        .select()
        .order_by((Invoice.customer_id, Invoice.invoice_date))
        .columns((
            Invoice.invoice_id,
            lag(Invoice.total).over(window),
            Invoice.total - lag(Invoice.total).over(window),
            lag(Invoice.total)
                .offset(2)
                .default(Decimal::ZERO)
                .over(window),
            lead(Invoice.invoice_date).over(window),
        ));
    same(
        db,
        changes,
        "select invoice_id, lag(total) over w, total - lag(total) over w, lag(total, 2, 0) over w,
             lead(invoice_date) over w
         from invoice window w as (partition by customer_id order by invoice_date)
         order by customer_id, invoice_date",
    )
    .await;
}

async fn share_of_each_country(db: &TestDb) {
    let percent = sum(Invoice.total) * Decimal::ONE_HUNDRED / sum(sum(Invoice.total)).over(());
    let shares = Invoice
        .select()
        .group_by(Invoice.billing_country)
        .order_by(Invoice.billing_country)
        .columns((Invoice.billing_country, round_to(percent, 2)));
    same(
        db,
        shares,
        "select billing_country, round(sum(total) * 100 / sum(sum(total)) over (), 2)
         from invoice group by 1 order by 1",
    )
    .await;
}

async fn quartiles_of_lengths(db: &TestDb) {
    let window = order_by((Track.milliseconds, Track.track_id));
    let quartiles = Track
        .select()
        .filter(Track.album_id.le(10))
        .order_by(Track.track_id)
        .columns((
            Track.track_id,
            ntile(4).over(window),
            percent_rank().over(window),
            cume_dist().over(order_by(Track.milliseconds)),
        ));
    same(
        db,
        quartiles,
        "select track_id, ntile(4) over w, percent_rank() over w, cume_dist() over (order by milliseconds)
         from track where album_id <= 10 window w as (order by milliseconds, track_id) order by track_id",
    )
    .await;
}

async fn first_and_last_purchases(db: &TestDb) {
    let all = partition_by(Invoice.customer_id)
        .order_by(Invoice.invoice_date)
        .rows_between(unbounded_preceding(), unbounded_following());
    let purchases = Invoice
        .select()
        .distinct()
        .order_by(Invoice.customer_id)
        .columns((
            Invoice.customer_id,
            first_value(Invoice.total).over(all),
            last_value(Invoice.total).over(all),
            nth_value(Invoice.total, 3).over(all),
        ));
    same(
        db,
        purchases,
        "select distinct customer_id, first_value(total) over w, last_value(total) over w, nth_value(total, 3) over w
         from invoice
         window w as (
             partition by customer_id order by invoice_date rows between unbounded preceding and unbounded following
         )
         order by customer_id",
    )
    .await;
}

async fn invoices_of_the_last_ninety_days(db: &TestDb) {
    let recent = partition_by(Invoice.customer_id)
        .order_by(Invoice.invoice_date)
        .range_between(preceding(Interval::from_days(90)), current_row());
    let counts = Invoice
        .select()
        .order_by((Invoice.customer_id, Invoice.invoice_date))
        .columns((
            Invoice.invoice_id,
            count().over(recent),
            sum(Invoice.total).over(recent.exclude_current_row()),
        ));
    same(
        db,
        counts,
        "select invoice_id, count(*) over w, sum(total) over (
             partition by customer_id order by invoice_date
             range between interval '90 days' preceding and current row exclude current row
         )
         from invoice
         window w as (
             partition by customer_id order by invoice_date
             range between interval '90 days' preceding and current row
         )
         order by customer_id, invoice_date",
    )
    .await;
}

#[derive(Selectable)]
struct Gap {
    customer_id: i32,
    gap: Option<Interval>,
}

async fn longest_gap_between_invoices(db: &TestDb) {
    let window = partition_by(Invoice.customer_id).order_by(Invoice.invoice_date);
    let gaps = Invoice
        .select()
        .columns(SelectGap {
            customer_id: Invoice.customer_id,
            gap: Invoice
                .invoice_date
                .since(lag(Invoice.invoice_date).over(window)),
        })
        .as_table();
    let longest = gaps
        .select()
        .group_by(gaps.customer_id)
        .order_by((max(gaps.gap).desc(), gaps.customer_id))
        .limit(12)
        .columns((gaps.customer_id, max(gaps.gap).cast::<String>()));
    same(
        db,
        longest,
        "select customer_id, max(gap)::text from (
             select customer_id, invoice_date - lag(invoice_date) over (partition by customer_id order by invoice_date) gap
             from invoice
         ) gaps group by 1 order by max(gap) desc, 1 limit 12",
    )
    .await;
}
