//! Distances.

use expect_test::expect;
use schema_core::prelude::*;

use schema_core::expr::setting::{
    IterativeScan, hnsw_ef_search, hnsw_iterative_scan, hnsw_max_scan_tuples, ivfflat_max_probes,
    ivfflat_probes,
};

use crate::tables::{Document, Note, Patient};

cases! {
    fn distances(sql) {
        let notes = Note.select();
        let v = Vector::from([1.0, 2.0, 3.0]);
        sql.is(
            notes.columns((
                Note.embedding.l2_distance(&v),
                Note.embedding.negative_inner_product(&v),
                Note.embedding.cosine_distance(&v),
                Note.embedding.l1_distance(&v),
            )),
            expect![[r#"
                select "notes"."embedding" <-> $1, "notes"."embedding" <#> $2,
                "notes"."embedding" <=> $3, "notes"."embedding" <+> $4
                from "notes""#]],
        );
        sql.is(
            notes.columns((
                Note.half.l2_distance(HalfVector::from_bits([0; 3])),
                Note.sparse
                    .cosine_distance(SparseVector::from_pairs([(0, 1.0)]).unwrap()),
            )),
            expect![[r#"select "notes"."half" <-> $1, "notes"."sparse" <=> $2 from "notes""#]],
        );
        sql.is(
            notes.columns((
                Note.bits.hamming_distance(Bits::zeros()),
                Note.bits.jaccard_distance(Bits::zeros()),
            )),
            expect![[r#"select "notes"."bits" <~> $1, "notes"."bits" <%> $2 from "notes""#]],
        );
        sql.is(
            notes.columns(Note.embedding.cosine_distance(Note.embedding)),
            expect![[r#"select "notes"."embedding" <=> "notes"."embedding" from "notes""#]],
        );
    }

    fn comparison_of_and_arithmetic_with_a_distance(sql) {
        let notes = Note.select().columns(Note.id);
        let v = Vector::from([1.0, 2.0, 3.0]);
        let distance = Note.embedding.cosine_distance(&v);
        sql.is(
            notes.filter(distance.lt(0.3)),
            expect![[r#"select "notes"."id" from "notes" where "notes"."embedding" <=> $1 < $2"#]],
        );
        sql.is(
            notes.filter(distance.between(0.1, 0.3)),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."embedding" <=> $1 between $2 and $3"#]],
        );
        sql.is(
            notes.filter(distance.is_not_null()),
            expect![[
                r#"select "notes"."id" from "notes" where "notes"."embedding" <=> $1 is not null"#
            ]],
        );
        sql.is(
            notes.filter((distance + 1.0).lt(1.5)),
            expect![[
                r#"select "notes"."id" from "notes" where ("notes"."embedding" <=> $1) + $2 < $3"#
            ]],
        );
        sql.is(
            notes.filter((distance * 2.0 - distance).lt(distance)),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where ("notes"."embedding" <=> $1) * $2 - ("notes"."embedding" <=> $3) <
                "notes"."embedding" <=> $4"#]],
        );
    }

    fn nearest_neighbours(sql) {
        let v = Vector::from([1.0, 2.0, 3.0]);
        let distance = Note.embedding.cosine_distance(&v);
        sql.is(
            Note.select()
                .filter(distance.lt(0.3))
                .order_by(distance.asc())
                .limit(5)
                .columns((Note.id, distance.assume_not_null())),
            expect![[r#"
                select "notes"."id", "notes"."embedding" <=> $1
                from "notes"
                where "notes"."embedding" <=> $2 < $3
                order by "notes"."embedding" <=> $4
                limit $5"#]],
        );
    }

    fn a_filtered_query_with_a_limit_scans_iteratively(sql) {
        let v = &Vector::from([1.0, 2.0, 3.0]);
        let distance = Document.embedding.cosine_distance(v);
        let nearest = Document.select().order_by(distance).limit(5).columns(Document.id);
        sql.is(nearest.filter(Document.draft), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
            null and "documents"."draft"
            order by "documents"."embedding" <=> $1
            limit $2"#]]);
        sql.is(nearest.filter(Document.draft.or(Document.id.gt(7))).filter(Document.id.lt(9)), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
            null and ("documents"."draft" or "documents"."id" > $1) and "documents"."id" <
            $2
            order by "documents"."embedding" <=> $3
            limit $4"#]]);
        sql.is(nearest.filter(Document.draft.or(Document.id.gt(7))), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
            null and ("documents"."draft" or "documents"."id" > $1)
            order by "documents"."embedding" <=> $2
            limit $3"#]]);
        let draft = Some(true).map(|draft| Document.draft.eq(draft));
        sql.is(nearest.filter(draft), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
            null and "documents"."draft" = $1
            order by "documents"."embedding" <=> $2
            limit $3"#]]);
        sql.is(
            Document
                .select()
                .inner_join_on(Document.patient_id)
                .order_by((distance.asc(), Document.id))
                .limit(5)
                .columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "documents"
                join "patients" on "documents"."patient_id" = "patients"."id"
                where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
                null
                order by "documents"."embedding" <=> $1, "documents"."id"
                limit $2"#]],
        );
        sql.is(
            Document
                .select()
                .filter(Document.draft)
                .order_by(Document.summary.l2_distance(v).asc().nulls_last())
                .limit(5)
                .columns(Document.id),
            expect![[r#"
                select "documents"."id"
                from "documents"
                where (select set_config('ivfflat.iterative_scan', 'relaxed_order', true)) is
                not null and "documents"."draft"
                order by "documents"."summary" <-> $1 nulls last
                limit $2"#]],
        );
        // In a subquery, the condition belongs to its own `select`.
        sql.is(
            Patient
                .select()
                .filter(Patient.id.is_in(
                    Document.select().filter(Document.draft).order_by(distance).limit(5).columns(Document.patient_id),
                ))
                .columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "patients"
                where "patients"."id" in (select "documents"."patient_id"
                from "documents"
                where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
                null and "documents"."draft"
                order by "documents"."embedding" <=> $1
                limit $2)"#]],
        );
        let boxed = Document.select().columns(Document.id).boxed().order_by(distance).limit(5);
        sql.is(boxed.clone(), expect![[r#"
            select "documents"."id"
            from "documents"
            order by "documents"."embedding" <=> $1
            limit $2"#]]);
        sql.is(boxed.filter(Document.draft.or(Document.id.gt(7))), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.iterative_scan', 'strict_order', true)) is not
            null and ("documents"."draft" or "documents"."id" > $1)
            order by "documents"."embedding" <=> $2
            limit $3"#]]);
    }

    fn other_queries_do_not(sql) {
        let v = &Vector::from([1.0, 2.0, 3.0]);
        let distance = Document.embedding.cosine_distance(v);
        let drafts = Document.select().filter(Document.draft).columns(Document.id);
        // No filter, no limit, another distance, another direction, or turned off.
        sql.is(Document.select().order_by(distance).limit(5).columns(Document.id), expect![[r#"
            select "documents"."id"
            from "documents"
            order by "documents"."embedding" <=> $1
            limit $2"#]]);
        sql.is(drafts.order_by(distance), expect![[r#"
            select "documents"."id"
            from "documents"
            where "documents"."draft"
            order by "documents"."embedding" <=> $1"#]]);
        sql.is(drafts.order_by(Document.embedding.l2_distance(v)).limit(5), expect![[r#"
            select "documents"."id"
            from "documents"
            where "documents"."draft"
            order by "documents"."embedding" <-> $1
            limit $2"#]]);
        sql.is(drafts.order_by(distance.desc()).limit(5), expect![[r#"
            select "documents"."id"
            from "documents"
            where "documents"."draft"
            order by "documents"."embedding" <=> $1 desc
            limit $2"#]]);
        sql.is(drafts.order_by(distance.without_iterative_scan()).limit(5), expect![[r#"
            select "documents"."id"
            from "documents"
            where "documents"."draft"
            order by "documents"."embedding" <=> $1
            limit $2"#]]);
    }

    fn settings(sql) {
        let v = &Vector::from([1.0, 2.0, 3.0]);
        let nearest = Document
            .select()
            .order_by(Document.embedding.cosine_distance(v).without_iterative_scan())
            .limit(5)
            .columns(Document.id);
        sql.is(nearest.filter(hnsw_ef_search(200)), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('hnsw.ef_search', $1::text, true)) is not null
            order by "documents"."embedding" <=> $2
            limit $3"#]]);
        sql.is(
            nearest
                .filter(Document.draft)
                .filter(hnsw_iterative_scan(IterativeScan::RelaxedOrder).and(hnsw_max_scan_tuples(9_000))),
            expect![[r#"
                select "documents"."id"
                from "documents"
                where "documents"."draft" and (select set_config('hnsw.iterative_scan',
                $1::text, true)) is not null and (select set_config('hnsw.max_scan_tuples',
                $2::text, true)) is not null
                order by "documents"."embedding" <=> $3
                limit $4"#]],
        );
        sql.is(nearest.filter(ivfflat_probes(10)).filter(ivfflat_max_probes(20)), expect![[r#"
            select "documents"."id"
            from "documents"
            where (select set_config('ivfflat.probes', $1::text, true)) is not null and
            (select set_config('ivfflat.max_probes', $2::text, true)) is not null
            order by "documents"."embedding" <=> $3
            limit $4"#]]);
    }
}
