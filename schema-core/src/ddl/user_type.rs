//! The composite types and domains of a set of tables.

use std::collections::HashMap;

use schema_ddl::model::Model;
use schema_ddl::sql::quote;

use super::check::check_name_fits;
use super::{DdlError, create, model};
use crate::def::TableDef;
use crate::types::{DataType, TypeDef};

/// Returns the types of all columns, and those of their fields, each after the types that it consists of, with repetitions.
pub(super) fn mentioned(tables: &[&'static TableDef]) -> Vec<TypeDef> {
    let mut all = Vec::new();
    for column in tables.iter().flat_map(|table| table.columns) {
        collect(&column.data_type, &mut all);
    }
    all
}

fn collect(data_type: &DataType, all: &mut Vec<TypeDef>) {
    let Some(def) = data_type.definition else {
        return;
    };
    match def {
        TypeDef::Enum(_) => {}
        TypeDef::Composite(def) => {
            for field in def.fields {
                collect(&field.data_type, all);
            }
        }
        TypeDef::Domain(def) => collect(&def.base, all),
    }
    all.push(def);
}

/// Returns the data types of a column and of everything that it consists of.
pub(super) fn parts(data_type: &'static DataType) -> Vec<&'static DataType> {
    let mut all = vec![data_type];
    match data_type.definition {
        Some(TypeDef::Composite(def)) => {
            all.extend(def.fields.iter().flat_map(|field| parts(&field.data_type)));
        }
        Some(TypeDef::Domain(def)) => all.extend(parts(&def.base)),
        Some(TypeDef::Enum(_)) | None => {}
    }
    all
}

/// Checks composite types and domains against each other, enums and tables.
pub(super) fn check(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut seen: HashMap<String, Model> = HashMap::new();
    for def in mentioned(tables) {
        let qualified = qualified(def);
        let second = alone(def);
        let first = seen
            .entry(qualified.clone())
            .or_insert_with(|| second.clone());
        if *first != second {
            return Err(DdlError::TypeConflict {
                first: statements(first)?,
                second: statements(&second)?,
            });
        }
        if matches!(def, TypeDef::Enum(_)) {
            continue;
        }
        let (schema, short) = def.name();
        schema.map_or(Ok(()), check_name_fits)?;
        check_name_fits(short)?;
        let same = |table: &&&TableDef| (table.name.schema, table.name.name) == (schema, short);
        if let Some(table) = tables.iter().find(same) {
            let (name, table) = (qualified, table.name);
            return Err(DdlError::TypeName { name, table });
        }
    }
    Ok(())
}

/// Returns a model that only has the type.
fn alone(def: TypeDef) -> Model {
    let mut of_type = Model::default();
    model::add_type(&mut of_type, def);
    of_type
}

/// Returns the statement that creates the only type of a model.
fn statements(model: &Model) -> Result<String, DdlError> {
    let actions = create::actions(model)?;
    let statements: Vec<String> = actions
        .into_iter()
        .flat_map(|action| action.statements)
        .collect();
    Ok(statements.join("; "))
}

/// Returns the composite types and domains, each once, in an order in which they can be created.
pub(super) fn distinct(tables: &[&'static TableDef]) -> Vec<TypeDef> {
    let mut names = Vec::new();
    let mut all = Vec::new();
    for def in mentioned(tables) {
        let is_enum = matches!(def, TypeDef::Enum(_));
        if !is_enum && !names.contains(&def.name()) {
            names.push(def.name());
            all.push(def);
        }
    }
    all
}

/// Returns the name of a type as SQL spells it.
pub(super) fn qualified(def: TypeDef) -> String {
    let (schema, name) = def.name();
    quote::qualified(schema, name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{INTEGER, TEXT, column, table};
    use crate::types::{CompositeDef, CompositeFieldDef, DomainDef, EnumDef};

    const STATUS: EnumDef = EnumDef {
        schema: None,
        name: "status",
        labels: &["a"],
    };
    const ZIP: DomainDef = DomainDef {
        schema: None,
        name: "zip",
        base: TEXT,
        check: Some("value ~ '^[0-9]+$'"),
    };
    const ADDRESS: CompositeDef = CompositeDef {
        schema: Some("clinic"),
        name: "address",
        fields: &[
            CompositeFieldDef {
                name: "zip",
                data_type: DataType::domain("\"zip\"", &ZIP),
            },
            CompositeFieldDef {
                name: "status",
                data_type: DataType::enumeration("\"status\"", &STATUS).array_of(),
            },
            CompositeFieldDef {
                name: "floor",
                data_type: INTEGER,
            },
        ],
    };
    static T: TableDef = TableDef {
        columns: &[
            column(
                "home",
                DataType::composite("\"clinic\".\"address\"", &ADDRESS),
            ),
            column("zip", DataType::domain("\"zip\"", &ZIP)),
        ],
        ..table("t")
    };

    #[test]
    fn a_type_follows_those_that_it_consists_of() {
        let names: Vec<&str> = distinct(&[&T]).iter().map(|def| def.name().1).collect();
        assert_eq!(names, ["zip", "address"]);
    }

    #[test]
    fn two_types_of_one_name_conflict() {
        const OTHER: DomainDef = DomainDef { check: None, ..ZIP };
        static OTHERS: TableDef = TableDef {
            columns: &[column("zip", DataType::domain("\"zip\"", &OTHER))],
            ..table("u")
        };
        assert_eq!(check(&[&T]), Ok(()));
        assert_eq!(
            check(&[&T, &OTHERS]).unwrap_err().to_string(),
            "two types have the same name: `create domain \"zip\" as text constraint \"zip_check\" check (value ~ '^[0-9]+$')` and \
             `create domain \"zip\" as text`; give one of them another name"
        );
    }

    #[test]
    fn a_type_has_another_name_than_a_table() {
        static ZIPS: TableDef = TableDef {
            columns: T.columns,
            ..table("zip")
        };
        assert_eq!(
            check(&[&ZIPS]).unwrap_err().to_string(),
            "type \"zip\" has the same name as table \"zip\", whose rows are a type; give it another name"
        );
    }
}
