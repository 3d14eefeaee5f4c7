//! Distances.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::Note;

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
}
