//! Queries of pulled tables, which `queries` reads from this program and checks against the database that was pulled.

use std::collections::BTreeSet;
use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::sync::OnceLock;

use rust_decimal::Decimal;
use schema_core::Result;
use schema_core::prelude::*;
use schema_ddl::model::Model;
use schema_kit::queries::{self, Found, Options, Problem};
use schema_tests::db::TestDb;
use sqlx::PgPool;

/// A function that the compiler must generate the code of, and the texts of its queries.
type Program = (
    fn(&PgPool) -> Pin<Box<dyn Future<Output = Result<()>> + '_>>,
    Vec<String>,
);

/// The queries of this program.
static FOUND: OnceLock<Vec<Found>> = OnceLock::new();

/// Checks the queries of a fixture against its database.
pub(crate) async fn check(db: &TestDb, name: &str, model: &Model) {
    let (run, texts) = program(name);
    drop(black_box(run(db.pool())));
    let texts: BTreeSet<String> = texts.into_iter().collect();
    let read = || queries::read(std::env::current_exe().unwrap()).unwrap();
    let mut found = FOUND.get_or_init(read).clone();
    found.retain(|query| texts.contains(&query.sql));
    assert_eq!(found.len(), texts.len(), "{name}");
    assert!(
        found.iter().all(|query| !query.rows.is_empty()),
        "{name}: the columns are not known: {found:#?}"
    );

    let mut connection = db.pool().acquire().await.unwrap();
    let reports = queries::check(&mut connection, &found, model, &Options::default()).await;
    for report in reports.unwrap() {
        let problems: Vec<&Problem> = report.problems.iter().collect();
        assert!(problems.is_empty(), "{name}: {report}");
    }
}

macro_rules! programs {
    ($($fixture:ident { $($query:expr),+ $(,)? })+) => {
        fn program(name: &str) -> Program {
            match name {
                $(stringify!($fixture) => $fixture::program(),)+
                _ => panic!("{name} has no queries"),
            }
        }
        $(mod $fixture {
            use super::*;
            use crate::pulled::$fixture::*;

            async fn run(pool: &PgPool) -> Result<()> {
                $($query.fetch_all(pool).await?;)+
                Ok(())
            }

            pub(super) fn program() -> Program {
                (|pool| Box::pin(run(pool)), vec![$($query.to_sql().into_owned()),+])
            }
        })+
    };
}

programs! {
    chinook {
        Album.select().inner_join(Artist, Album.artist_id.eq(Artist.artist_id)),
        Customer.select().filter(Customer.email.eq("a")),
        Employee.select(),
        Invoice.select().left_join(Customer, Invoice.customer_id.eq(Customer.customer_id)),
        Track.select().filter(Track.unit_price.gt(Decimal::ONE)).order_by(Track.name.asc()).limit(10),
    }
    northwind {
        Category.select(),
        Customer.select(),
        Employee.select(),
        Order.select().left_join(Customer, Order.customer_id.eq(Customer.customer_id)),
        Product.select().filter(Product.discontinued.eq(0)),
        OrderDetail.select().group_by(OrderDetail.product_id).columns((OrderDetail.product_id, count())),
    }
    pagila {
        Actor.select(),
        Film.select().left_join(Language, Film.language_id.eq(Language.language_id)),
        Film.select().filter(Film.rating.eq(MpaaRating::Pg13)).columns((Film.title, Film.length)),
        Customer.select(),
        Inventory.select().filter(Inventory.film_id.eq(1)),
        ActorName.select(),
        RentalByCategory.select(),
    }
    supabase_auth {
        User.select().filter(User.phone.eq("1")),
        Session.select().inner_join(User, Session.user_id.eq(User.id)),
        MfaFactor.select(),
        Identity.select(),
        FlowState.select(),
    }
    oscar {
        CatalogueProduct.select().filter(CatalogueProduct.upc.eq("1")),
        AuthUser.select(),
        AddressUseraddress.select().inner_join(AuthUser, AddressUseraddress.user_id.eq(AuthUser.id)),
        OfferRangeExcludedProduct.delete().filter(OfferRangeExcludedProduct.id.eq(1)).returning_all(),
    }
    nautobot {
        DcimDevice.select().filter(DcimDevice.serial.eq("1")),
        CircuitsCircuit.select().left_join(
            CircuitsProvider, CircuitsCircuit.provider_id.eq(CircuitsProvider.id)
        ),
        AuthGroup.select(),
    }
    kinds {
        EveryType.select(),
        Reference.select(),
        Guarded.select(),
        AllReference.select().filter(AllReference.c.eq("a")),
        OwnRow.select().left_join(AllReference, OwnRow.id.eq(AllReference.id)),
        OfView.select(),
        Count.select().filter(Count.order.eq(Order::InProgress)),
    }
    recent {
        Note.select(),
        Tag.select(),
    }
}
