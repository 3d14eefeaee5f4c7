//! Vectors and bit strings.

use bit_vec::BitVec;
use schema_core::prelude::*;
use schema_tests::db;

use super::{assert_literals, shown};

fn pairs<const N: usize>(pairs: &[(u32, f32)]) -> SparseVector<N> {
    SparseVector::from_pairs(pairs.iter().copied()).unwrap()
}

fn bits(text: &str) -> BitVec {
    text.chars().map(|character| character == '1').collect()
}

round_trip! {
    vector_is_vector: Vector<3> = [
        Vector::from([0.0, -0.5, 1e-7]), Vector::from([f32::MAX, f32::MIN, f32::MIN_POSITIVE]),
    ];
    half_vector_is_halfvec: HalfVector<3> = [
        HalfVector::from([0.0, -0.5, 65504.0]), HalfVector::from([0.1, 6e-8, 1.0]),
    ];
    sparse_vector_is_sparsevec: SparseVector<10> = [
        pairs(&[]), pairs(&[(0, 0.5), (9, -2.0)]), pairs(&[(5, 1e-7)]),
    ];
    bits_are_bit: Bits<9> = [
        Bits::zeros(), "101000001".parse().unwrap(), "111111111".parse().unwrap(),
    ];
    bit_vec_is_varbit: BitVec = [BitVec::new(), bits("1"), bits("0000000001"), bits("1011")];
}

#[test]
fn a_vector_of_the_largest_dimension_round_trips() {
    #[table(name = "embeddings")]
    #[derive(Debug)]
    struct Embedding {
        #[column(primary_key)]
        id: i32,
        large: Vector<16000>,
    }

    db::run(async |db| {
        create!(db, Embedding);
        let numbers: Vec<f32> = (0_u16..16_000).map(f32::from).collect();
        let large = Vector::try_from(numbers).unwrap();
        let row = NewEmbedding {
            id: 1,
            large: large.clone(),
        };

        Embedding.insert(row).execute(db.pool()).await.unwrap();
        let back = Embedding.find(1).fetch_one(db.pool()).await.unwrap();

        assert_eq!(back.id, 1);
        assert_eq!(back.large, large);
    });
}
