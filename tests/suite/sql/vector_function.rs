//! The functions of pgvector, and indexes of expressions.

use expect_test::expect;
use schema_core::expr::function::vector::{
    binary_quantize, inner_product, l2_norm, l2_normalize, subvector, vector_concat, vector_dims,
    vector_norm,
};
use schema_core::prelude::*;

use crate::tables::{Document, Note};

cases! {
    fn functions(sql) {
        let v = &Vector::from([1.0, -2.0, 3.0]);
        sql.is(
            Note.select().columns((
                vector_dims(Note.half),
                vector_norm(Note.embedding),
                l2_norm(Note.sparse),
                l2_normalize(Note.embedding),
                inner_product(Note.embedding, v),
            )),
            expect![[r#"
                select vector_dims("notes"."half"), vector_norm("notes"."embedding"),
                l2_norm("notes"."sparse"), l2_normalize("notes"."embedding"),
                inner_product("notes"."embedding", $1::vector)
                from "notes""#]],
        );
        sql.is(
            Note.select().columns((
                binary_quantize(Note.embedding),
                binary_quantize(Note.half).hamming_distance(binary_quantize(value(v.clone()))),
                subvector::<2, 2, _, _>(Note.embedding),
                vector_concat::<6, _, _, _>(Note.embedding, l2_normalize(Note.embedding)),
            )),
            expect![[r#"
                select binary_quantize("notes"."embedding")::bit(3),
                binary_quantize("notes"."half")::bit(3) <~>
                binary_quantize($1::vector)::bit(3), subvector("notes"."embedding", 2,
                2)::vector(2), ("notes"."embedding" ||
                l2_normalize("notes"."embedding"))::vector(6)
                from "notes""#]],
        );
    }

    fn arithmetic_and_aggregates(sql) {
        let v = &Vector::from([1.0, -2.0, 3.0]);
        sql.is(
            Note.select().columns((
                Note.embedding + v,
                (Note.embedding - v) * Note.embedding,
                Note.half * Note.half,
                (Note.embedding + v).cosine_distance(v),
                Note.embedding.cosine_distance(Note.embedding * v),
            )),
            expect![[r#"
                select "notes"."embedding" + $1, ("notes"."embedding" - $2) *
                "notes"."embedding", "notes"."half" * "notes"."half", "notes"."embedding" + $3
                <=> $4, "notes"."embedding" <=> "notes"."embedding" * $5
                from "notes""#]],
        );
        sql.is(
            Note.select().columns((
                avg(Note.embedding),
                sum(Note.embedding),
                avg(Note.half).filter(Note.id.gt(7)),
                sum(Note.half),
                avg(Note.embedding).cosine_distance(v),
            )),
            expect![[r#"
                select avg("notes"."embedding"), sum("notes"."embedding"), avg("notes"."half")
                filter (where "notes"."id" > $1), sum("notes"."half"),
                avg("notes"."embedding") <=> $2
                from "notes""#]],
        );
    }

    fn casts(sql) {
        sql.is(
            Note.select().columns((
                Note.embedding.cast::<SparseVector<3>>(),
                Note.sparse.cast::<HalfVector<3>>(),
                Note.scores.cast::<SparseVector<3>>(),
                Note.half.cast::<Vec<f32>>(),
                value(vec![1, 2, 3]).cast::<Vector<3>>(),
            )),
            expect![[r#"
                select "notes"."embedding"::sparsevec(3), "notes"."sparse"::halfvec(3),
                "notes"."scores"::sparsevec(3), "notes"."half"::real[],
                $1::integer[]::vector(3)
                from "notes""#]],
        );
    }

    fn indexed_expressions(sql) {
        let v = &Vector::from([1.0, -2.0, 3.0]);
        let half = HalfVector::from(v);
        let all = Document.select().columns(Document.id);
        sql.is(
            all.order_by(Document.embedding.cast::<HalfVector<3>>().l2_distance(&half)).limit(5),
            expect![[r#"
                select "documents"."id"
                from "documents"
                order by "documents"."embedding"::halfvec(3) <-> $1
                limit $2"#]],
        );
        sql.is(
            all.filter(Document.draft)
                .order_by(Document.embedding.cast::<HalfVector<3>>().l2_distance(&half))
                .limit(5),
            expect![[r#"
                select "documents"."id"
                from "documents"
                where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
                null and "documents"."draft"
                order by "documents"."embedding"::halfvec(3) <-> $1
                limit $2"#]],
        );
        // No index of the expression has this distance.
        sql.is(
            all.filter(Document.draft)
                .order_by(Document.embedding.cast::<HalfVector<3>>().cosine_distance(&half))
                .limit(5),
            expect![[r#"
                select "documents"."id"
                from "documents"
                where "documents"."draft"
                order by "documents"."embedding"::halfvec(3) <=> $1
                limit $2"#]],
        );
        let candidates = Document
            .select()
            .filter(Document.draft)
            .order_by(binary_quantize(Document.embedding).hamming_distance(binary_quantize(value(v.clone()))))
            .limit(20)
            .columns(SelectCandidate { id: Document.id, embedding: Document.embedding })
            .as_table();
        sql.is(
            candidates.select().order_by(Candidate.embedding.cosine_distance(v)).limit(5).columns(Candidate.id),
            expect![[r#"
                select "Candidate"."id"
                from (select "documents"."id", "documents"."embedding"
                from "documents"
                where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
                null and "documents"."draft"
                order by binary_quantize("documents"."embedding")::bit(3) <~>
                binary_quantize($1::vector)::bit(3)
                limit $2) as "Candidate" ("id", "embedding")
                order by "Candidate"."embedding" <=> $3
                limit $4"#]],
        );
    }
}

#[derive(Selectable)]
struct Candidate {
    id: i64,
    embedding: Vector<3>,
}
