//! Distances of vectors, and an index scan ordered by a distance.

use schema_core::expr::function::vector::{
    binary_quantize, inner_product, l2_norm, l2_normalize, subvector, vector_concat, vector_dims,
    vector_norm,
};
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

#[table(name = "documents")]
#[index(hnsw(embedding.vector_l2_ops))]
struct Document {
    #[column(primary_key)]
    id: i32,
    category: i32,
    embedding: Vector<2>,
}

/// Far more rows of other categories are near than an index scan returns.
#[test]
fn a_filter_does_not_lose_rows() {
    db::run(async |db| {
        create!(db, Document);
        let rows = (0..2_000).map(|id| {
            let distance = f32::from(u16::try_from(id).unwrap());
            NewDocument {
                id,
                category: i32::from(id >= 1_900),
                embedding: Vector::from([distance, 0.0]),
            }
        });
        Document
            .insert_many(rows.collect::<Vec<_>>())
            .execute(db.pool())
            .await
            .unwrap();
        let mut transaction = db.pool().begin().await.unwrap();
        sqlx::query("set local enable_seqscan = off")
            .execute(&mut *transaction)
            .await
            .unwrap();
        let zero = Vector::from([0.0, 0.0]);
        let distance = Document.embedding.l2_distance(&zero);
        let last = Document
            .select()
            .filter(Document.category.eq(1))
            .limit(5)
            .columns(Document.id);

        let too_few = last.order_by(distance.without_iterative_scan());
        let ids = too_few.fetch_all(&mut *transaction).await.unwrap();
        assert_eq!(ids, [] as [i32; 0], "an index scan returns too few rows");

        let ids = last
            .order_by(distance)
            .fetch_all(&mut *transaction)
            .await
            .unwrap();
        assert_eq!(ids, [1_900, 1_901, 1_902, 1_903, 1_904]);
        transaction.rollback().await.unwrap();

        // The setting ended with its transaction. A connection that has not loaded pgvector does not know it.
        let setting: Option<String> =
            sqlx::query_scalar("select current_setting('hnsw.iterative_scan', true)")
                .fetch_one(db.pool())
                .await
                .unwrap();
        assert!(setting.is_none_or(|setting| setting == "off"));
    });
}

#[test]
fn functions_arithmetic_and_aggregates() {
    db::run(async |db| {
        items(&db, &[[3.0, 4.0], [1.0, -2.0]]).await;
        let first = Item.select().filter(Item.id.eq(1));

        let (dims, norm, half, sparse, inner) = first
            .columns((
                vector_dims(Item.half),
                vector_norm(Item.embedding),
                l2_norm(Item.half),
                l2_norm(Item.sparse),
                inner_product(Item.embedding, &Vector::from([2.0, 0.5])),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!((dims, norm, half, sparse, inner), (2, 5.0, 5.0, 5.0, 8.0));

        let two = &Vector::from([2.0, 2.0]);
        let (unit, sum_of_two, product, part, both) = first
            .columns((
                l2_normalize(Item.sparse),
                Item.embedding + two - Vector::from([1.0, 0.0]),
                Item.half * Item.half,
                subvector::<2, 1, _, _>(Item.embedding),
                vector_concat::<4, _, _, _>(Item.embedding, Item.embedding * two),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(
            unit,
            SparseVector::from_pairs([(0, 0.6), (1, 0.8)]).unwrap()
        );
        assert_eq!(sum_of_two, Vector::from([4.0, 6.0]));
        assert_eq!(product, HalfVector::from([9.0, 16.0]));
        assert_eq!(part, Vector::from([4.0]));
        assert_eq!(both, Vector::from([3.0, 4.0, 6.0, 8.0]));

        let averages = Item.select().columns((
            avg(Item.embedding),
            sum(Item.half),
            sum(Item.embedding).filter(Item.id.gt(9)),
        ));
        let (average, sum, none) = averages.fetch_one(db.pool()).await.unwrap();
        assert_eq!(average, Some(Vector::from([2.0, 1.0])));
        assert_eq!(sum, Some(HalfVector::from([4.0, 2.0])));
        assert_eq!(none, None);

        let (bits, cast): (Bits<2>, SparseVector<2>) = Item
            .select()
            .filter(Item.id.eq(2))
            .columns((
                binary_quantize(Item.embedding),
                value(vec![0.5, 0.0]).cast::<SparseVector<2>>(),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(bits, Bits::from([true, false]));
        assert_eq!(cast, SparseVector::from_pairs([(0, 0.5)]).unwrap());
    });
}

#[table(name = "pictures")]
#[index(hnsw(sql("embedding::halfvec(3)").halfvec_cosine_ops), name = "by_half")]
#[index(hnsw(sql("binary_quantize(embedding)::bit(3)").bit_hamming_ops), name = "by_bits")]
#[index(hnsw(sql("subvector(embedding, 1, 2)::vector(2)").vector_l2_ops), name = "by_part")]
struct Picture {
    #[column(primary_key)]
    id: i32,
    hidden: bool,
    embedding: Vector<3>,
}

#[derive(Selectable, Debug)]
struct Candidate {
    id: i32,
    embedding: Vector<3>,
}

async fn pictures(db: &TestDb) {
    create!(db, Picture);
    let rows = (0..1_000_u16).map(|id| {
        let x = f32::from(id) / 100.0 - 5.0;
        NewPicture {
            id: id.into(),
            hidden: id < 900,
            embedding: Vector::from([x, 1.0 - x, 0.5]),
        }
    });
    let insert = Picture.insert_many(rows.collect::<Vec<_>>());
    insert.execute(db.pool()).await.unwrap();
}

#[test]
fn indexes_of_expressions_are_used() {
    db::run(async |db| {
        pictures(&db).await;
        let mut transaction = db.pool().begin().await.unwrap();
        sqlx::query("set local enable_seqscan = off")
            .execute(&mut *transaction)
            .await
            .unwrap();
        let query = Vector::from([1.0, 0.0, 0.5]);
        let half = HalfVector::from(&query);
        let all = Picture.select().limit(3).columns(Picture.id);

        let by_half = Picture
            .embedding
            .cast::<HalfVector<3>>()
            .cosine_distance(&half);
        let by_half = all.order_by(by_half);
        let plan = by_half.explain().plan(&mut *transaction).await.unwrap();
        plan.assert_uses_index("by_half");
        let part = Vector::from([1.0, 0.0]);
        let by_part = all.order_by(subvector::<1, 2, _, _>(Picture.embedding).l2_distance(&part));
        let plan = by_part.explain().plan(&mut *transaction).await.unwrap();
        plan.assert_uses_index("by_part");
        assert_eq!(by_part.fetch_all(&mut *transaction).await.unwrap()[0], 600);

        // The nearest by bits, in exact order.
        let query = param!(&query);
        let bits =
            binary_quantize(Picture.embedding).hamming_distance(binary_quantize(value(query)));
        let candidates = Picture
            .select()
            .order_by(bits)
            .limit(200)
            .columns(SelectCandidate {
                id: Picture.id,
                embedding: Picture.embedding,
            })
            .as_table();
        let nearest = candidates
            .select()
            .order_by(Candidate.embedding.l2_distance(query))
            .limit(3)
            .columns(Candidate.id);
        let plan = nearest.explain().plan(&mut *transaction).await.unwrap();
        plan.assert_uses_index("by_bits");
        assert_eq!(nearest.fetch_all(&mut *transaction).await.unwrap().len(), 3);

        // Far more rows that the filter excludes are near than an index scan returns.
        let zero = HalfVector::from([-5.0, 6.0, 0.5]);
        let by_half = Picture
            .embedding
            .cast::<HalfVector<3>>()
            .cosine_distance(&zero);
        let shown = all.filter(Picture.hidden.not());
        let few = shown.order_by(by_half.without_iterative_scan());
        let few = few.fetch_all(&mut *transaction).await.unwrap();
        let enough = shown.order_by(by_half);
        let enough = enough.fetch_all(&mut *transaction).await.unwrap();
        assert_eq!((few.len(), enough.len()), (0, 3));
    });
}
