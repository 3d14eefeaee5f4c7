//! `GET /orders`

use axum::extract::State;
use axum::http::StatusCode;
use schema_core::Pool;
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Order, orders};
use crate::extract::Parameters;
use crate::problem::Problem;
use crate::tables::{MedicalOrder, OrderStatus, Patient};

/// The largest number of orders on a page.
const MAX_PER_PAGE: i64 = 100;

/// The query string of `GET /orders`: all filters apply together.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListOrders {
    status: Option<OrderStatus>,
    patient_id: Option<i64>,
    diagnosed: Option<bool>,
    min_priority: Option<i32>,
    /// The agent of the analysis.
    agent: Option<String>,
    /// The urgency in the analysis.
    urgent: Option<bool>,
    /// A JSON object that the details contain.
    details: Option<String>,
    /// A word in the complaint or in the patient's name.
    search: Option<String>,
    #[serde(default)]
    sort: Sort,
    #[serde(default = "first_page")]
    page: i64,
    #[serde(default = "default_per_page")]
    per_page: i64,
}

#[derive(Deserialize, Debug, Clone, Copy, Default)]
#[serde(rename_all = "snake_case")]
enum Sort {
    #[default]
    Newest,
    Oldest,
    Priority,
}

/// Some of the orders that match.
#[derive(Serialize, Debug)]
pub(crate) struct OrderPage {
    /// The number of all orders that match.
    total: i64,
    page: i64,
    per_page: i64,
    orders: Vec<Order>,
}

/// `GET /orders`
pub(crate) async fn list(
    State(pool): State<Pool>,
    Parameters(list): Parameters<ListOrders>,
) -> Result<axum::Json<OrderPage>, Problem> {
    let (page, per_page) = (list.page.max(1), list.per_page.clamp(1, MAX_PER_PAGE));
    let details = list.details.as_deref().map(parse_details).transpose()?;
    let pattern = list.search.as_deref().map(pattern);

    let query = orders()
        .filter(list.status.map(|status| MedicalOrder.status.eq(status)))
        .filter(list.patient_id.map(|id| MedicalOrder.patient_id.eq(id)))
        .filter(
            list.min_priority
                .map(|priority| MedicalOrder.priority.ge(priority)),
        )
        .filter(
            list.agent
                .map(|agent| MedicalOrder.analysis.get_text("agent").eq(agent)),
        )
        .filter(
            list.urgent
                .map(|urgent| MedicalOrder.analysis.contains(json!({"urgent": urgent}))),
        )
        .filter(details.map(|details| MedicalOrder.details.contains(details)));
    let query = match list.diagnosed {
        None => query,
        Some(true) => query.filter(MedicalOrder.diagnosis.is_not_null()),
        Some(false) => query.filter(MedicalOrder.diagnosis.is_null()),
    };
    let query = match &pattern {
        None => query,
        Some(pattern) => query.filter(
            MedicalOrder
                .complaint
                .ilike(pattern)
                .or(Patient.name.ilike(pattern)),
        ),
    };

    let total = query.clone().count().fetch_one(&pool).await?;
    let query = match list.sort {
        Sort::Newest => query.order_by(MedicalOrder.created_at.desc()),
        Sort::Oldest => query.order_by(MedicalOrder.created_at.asc()),
        Sort::Priority => query.order_by(MedicalOrder.priority.desc()),
    };
    let orders = query
        // The order of rows that are otherwise equal must be the same for each page.
        .order_by(MedicalOrder.id.desc())
        .limit(per_page)
        .offset((page - 1).saturating_mul(per_page))
        .fetch_all(&pool)
        .await?;
    Ok(axum::Json(OrderPage {
        total,
        page,
        per_page,
        orders,
    }))
}

/// Returns the pattern of texts that contain `text`, whose own `%` and `_` are no wildcards.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

fn parse_details(text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text).map_err(|error| {
        Problem::Request(
            StatusCode::BAD_REQUEST,
            format!("`details` is not valid JSON: {error}"),
        )
    })
}

fn first_page() -> i64 {
    1
}

fn default_per_page() -> i64 {
    20
}
