//! Distances of vectors, and an index scan ordered by a distance.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

use crate::company::value;

#[table(name = "items")]
#[index(hnsw(embedding.vector_cosine_ops), with(m = 8, ef_construction = 32))]
#[derive(Debug)]
struct Item {
    #[column(primary_key)]
    id: i32,
    embedding: Vector<2>,
    half: HalfVector<2>,
    sparse: SparseVector<2>,
    bits: Bits<4>,
    optional: Option<Vector<2>>,
}

async fn items(db: &TestDb, vectors: &[[f32; 2]]) {
    create!(db, Item);
    let rows: Vec<_> = (1..)
        .zip(vectors)
        .map(|(id, vector)| NewItem {
            id,
            embedding: Vector::from(*vector),
            half: HalfVector::from(*vector),
            sparse: SparseVector::from_pairs([(0, vector[0]), (1, vector[1])]).unwrap(),
            bits: Bits::from([true, true, false, false]),
        })
        .collect();
    Item.insert_many(rows).execute(db.pool()).await.unwrap();
}

#[test]
fn six_distances() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let zero = Vector::from([0.0, 0.0]);
        let along = Vector::from([6.0, 8.0]);
        let bits = Bits::from([true, false, true, false]);

        let (l2, inner, cosine): (f64, f64, f64) = value!(
            db,
            Item,
            (
                Item.embedding.l2_distance(&zero),
                Item.embedding.negative_inner_product(&along),
                Item.embedding.cosine_distance(&along)
            )
        );
        let (l1, hamming, jaccard): (f64, f64, f64) = value!(
            db,
            Item,
            (
                Item.embedding.l1_distance(&zero),
                Item.bits.hamming_distance(&bits),
                Item.bits.jaccard_distance(&bits)
            )
        );

        assert_eq!((l2, inner, l1, hamming), (5.0, -50.0, 7.0, 2.0));
        assert!(cosine.abs() < 1e-6, "{cosine}");
        assert!((jaccard - 2.0 / 3.0).abs() < 1e-6, "{jaccard}");
    });
}

#[test]
fn distances_of_half_and_sparse_vectors() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let half = HalfVector::from([0.0, 0.0]);
        let sparse = SparseVector::from_pairs([]).unwrap();

        let distances = value!(
            db,
            Item,
            (
                Item.half.l2_distance(half),
                Item.sparse.l1_distance(sparse),
                Item.embedding.l2_distance(Item.embedding)
            )
        );

        assert_eq!(distances, (5.0, 7.0, 0.0));
    });
}

#[test]
fn a_distance_to_null_is_null() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0]]).await;
        let query = Vector::from([1.0, 1.0]);

        let distance: Option<f64> = value!(db, Item, Item.optional.cosine_distance(&query));

        assert_eq!(distance, None);
    });
}

#[test]
fn an_hnsw_index_returns_the_nearest_rows_first() {
    db::run(async |db| {
        let vectors: Vec<[f32; 2]> = (0_u8..200).map(|i| [f32::from(i) / 10.0, 1.0]).collect();
        items(&db, &vectors).await;
        let mut connection = db.pool().acquire().await.unwrap();
        sqlx::query("set enable_seqscan = off")
            .execute(&mut *connection)
            .await
            .unwrap();
        let query = Vector::from([0.0, 1.0]);
        let distance = Item.embedding.cosine_distance(&query);

        let nearest = Item
            .select()
            .filter(distance.lt(0.5))
            .order_by(distance.asc())
            .limit(3)
            .columns((Item.id, distance));
        let plan: Vec<String> = {
            let sql = format!("explain {}", nearest.to_sql());
            let sql = sql
                .replace("$1", "'[0,1]'::vector")
                .replace("$2", "'[0,1]'::vector");
            let sql = sql
                .replace("$3", "0.5")
                .replace("$4", "'[0,1]'::vector")
                .replace("$5", "3");
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                .fetch_all(&mut *connection)
                .await
                .unwrap()
        };
        let nearest = nearest.fetch_all(&mut *connection).await.unwrap();

        assert!(
            plan.iter().any(|line| line.contains("embedding_idx")),
            "{plan:#?}"
        );
        let ids: Vec<i32> = nearest.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, [1, 2, 3]);
        assert!(nearest[0].1.abs() < 1e-6 && nearest[1].1 < nearest[2].1);
    });
}
