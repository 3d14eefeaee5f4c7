//! Parts of a request. They differ from axum's own in that they reject a request with a [`Problem`].

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use crate::problem::Problem;

/// The body, a JSON document.
#[derive(Debug)]
pub(crate) struct Body<T>(pub(crate) T);

/// The query string.
#[derive(Debug)]
pub(crate) struct Parameters<T>(pub(crate) T);

/// The id in the path.
#[derive(Debug)]
pub(crate) struct Id(pub(crate) i64);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(body) = Json::from_request(request, state).await?;
        Ok(Self(body))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(parameters) = Query::from_request_parts(parts, state).await?;
        Ok(Self(parameters))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(id) = Path::from_request_parts(parts, state).await?;
        Ok(Self(id))
    }
}

/// Deserializes a field of a `PATCH`, together with `#[serde(default)]`: an absent field is `None`, and null is a value.
///
/// | field | `Option<Option<T>>`, a nullable column | `Option<T>`, any other column |
/// |---|---|---|
/// | absent | `None` | `None` |
/// | null | `Some(None)` | an error |
/// | value | `Some(Some(value))` | `Some(value)` |
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
