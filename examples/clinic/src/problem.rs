//! Errors as HTTP responses. This is the only place that chooses a status.

use std::fmt;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schema_core::error::Cause;
use schema_core::prelude::*;
use serde::Serialize;

/// When a client may try again, in seconds.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("1");

/// An error of a handler.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The request is not valid.
    Request(StatusCode, String),
    /// A statement failed.
    Database(Error),
}

/// The body of a response.
#[derive(Serialize)]
struct Body {
    #[serde(skip)]
    status: StatusCode,
    error: String,
    /// The fields of the request that caused it, if they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<String>,
}

impl Body {
    fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Self {
            status,
            error: error.into(),
            fields: Vec::new(),
        }
    }

    /// Names the columns that the error is about. A field of a request has the name of its column.
    fn with_columns(mut self, error: &Error) -> Self {
        self.fields = match error.columns() {
            [] => error.column().map(str::to_owned).into_iter().collect(),
            columns => columns.to_vec(),
        };
        self
    }
}

impl From<&Error> for Body {
    fn from(error: &Error) -> Self {
        match error {
            Error::NotFound => Self::new(StatusCode::NOT_FOUND, "not found"),
            Error::Constraint { kind, .. } => violated(*kind, error).with_columns(error),
            Error::Value { message, .. } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, &**message).with_columns(error)
            }
            Error::Encode { source, .. } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, source.to_string()).with_columns(error)
            }
            Error::NothingToSet { .. } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "no field to change")
            }
            Error::Conflict { .. }
            | Error::Timeout { .. }
            | Error::Resource { .. }
            | Error::Pool(_)
            | Error::Connection(_)
            | Error::Aborted { conflict: true, .. } => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "the service is busy; try again",
            ),
            _ => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal error"),
        }
    }
}

/// Returns the response to a request that would violate a constraint.
fn violated(kind: ConstraintKind, error: &Error) -> Body {
    match kind {
        ConstraintKind::Unique => Body::new(StatusCode::CONFLICT, "already in use"),
        ConstraintKind::ForeignKey if error.is_still_referenced() => {
            Body::new(StatusCode::CONFLICT, "still in use")
        }
        ConstraintKind::ForeignKey => Body::new(StatusCode::UNPROCESSABLE_ENTITY, "does not exist"),
        ConstraintKind::Exclusion => Body::new(StatusCode::CONFLICT, "overlaps with another one"),
        _ => Body::new(StatusCode::UNPROCESSABLE_ENTITY, "not allowed"),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = match self {
            Self::Request(status, error) => Body::new(status, error),
            Self::Database(error) => {
                let body = Body::from(&error);
                log(body.status, &error);
                body
            }
        };
        let status = body.status;
        let mut response = (status, Json(body)).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, RETRY_AFTER);
        }
        response
    }
}

/// Logs an error that is not the client's. The text of the SQL contains no values, and neither do the server's messages
/// about such errors, unless a function in the database raises them.
fn log(status: StatusCode, error: &Error) {
    if status.is_server_error() {
        let cause = match error {
            Error::Pool(source) => Some(source.to_string()),
            _ => error.cause().map(Cause::message),
        };
        let (code, sql) = (error.code(), error.sql());
        tracing::error!(%error, cause, code, sql, "a statement failed");
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(_, error) => f.write_str(error),
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

macro_rules! rejections {
    ($($rejection:ty)*) => {$(
        impl From<$rejection> for Problem {
            fn from(rejection: $rejection) -> Self {
                Self::Request(rejection.status(), rejection.body_text())
            }
        }
    )*};
}

rejections!(JsonRejection PathRejection QueryRejection);
