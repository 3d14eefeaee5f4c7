//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! schema-core = "0.1"
//! serde_json = "1"
//! uuid = "1"
//! ```

// Left out:
// * column "id" of "refresh_tokens": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * index "identities_email_idx": its comment
// * sequence "refresh_tokens_id_seq": the sequence of column "id" of "refresh_tokens"; an identity column has its own

use chrono::{DateTime, NaiveDateTime, Utc};
use schema_core::prelude::*;
use schema_core::types::Inet;
use uuid::Uuid;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "aal_level")]
pub enum AalLevel {
    Aal1,
    Aal2,
    Aal3,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "code_challenge_method")]
pub enum CodeChallengeMethod {
    S256,
    Plain,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "factor_status")]
pub enum FactorStatus {
    Unverified,
    Verified,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "factor_type")]
pub enum FactorType {
    Totp,
    Webauthn,
    Phone,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "one_time_token_type")]
pub enum OneTimeTokenType {
    ConfirmationToken,
    ReauthenticationToken,
    RecoveryToken,
    EmailChangeTokenNew,
    EmailChangeTokenCurrent,
    PhoneChangeToken,
}

#[table(name = "flow_state")]
#[index(auth_code, name = "idx_auth_code")]
#[derive(Debug, Clone)]
pub struct FlowState {
    #[column(primary_key)]
    pub id: Uuid,
    pub user_id: Option<Uuid>,
    pub auth_code: String,
    pub code_challenge_method: CodeChallengeMethod,
    pub code_challenge: String,
    pub provider_type: String,
    pub provider_access_token: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
    pub authentication_method: String,
}

#[table(name = "identities")]
#[unique(provider_id, provider, name = "identities_provider_id_provider_unique")]
#[index(email.text_pattern_ops)]
#[derive(Debug, Clone)]
pub struct Identity {
    pub provider_id: String,
    #[column(index, references = User.id, on_delete = cascade)]
    pub user_id: Uuid,
    pub identity_data: serde_json::Value,
    pub provider: String,
    pub last_sign_in_at: Option<DateTime<Utc>>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    /// Auth: Email is a generated column that references the optional email property in the identity_data
    #[column(generated = "lower((identity_data ->> 'email'::text))")]
    pub email: Option<String>,
    #[column(primary_key, default = gen_random_uuid())]
    pub id: Uuid,
}

#[table(name = "mfa_amr_claims")]
#[primary_key(id, name = "amr_id_pk")]
#[unique(
    session_id,
    authentication_method,
    name = "mfa_amr_claims_session_id_authentication_method_pkey"
)]
#[derive(Debug, Clone)]
pub struct MfaAmrClaim {
    #[column(references = Session.id, on_delete = cascade)]
    pub session_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub authentication_method: String,
    pub id: Uuid,
}

#[table(name = "mfa_challenges")]
#[foreign_key(
    factor_id,
    references = MfaFactor.id,
    on_delete = cascade,
    name = "mfa_challenges_auth_factor_id_fkey"
)]
#[index(created_at.desc(), name = "mfa_challenge_created_at_idx")]
#[derive(Debug, Clone)]
pub struct MfaChallenge {
    #[column(primary_key)]
    pub id: Uuid,
    pub factor_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub verified_at: Option<DateTime<Utc>>,
    pub ip_address: Inet,
    pub otp_code: Option<String>,
    pub web_authn_session_data: Option<serde_json::Value>,
}

#[table(name = "mfa_factors")]
#[index(
    friendly_name,
    user_id,
    unique,
    name = "mfa_factors_user_friendly_name_unique",
    where = "TRIM(BOTH FROM friendly_name) <> ''::text"
)]
#[derive(Debug, Clone)]
pub struct MfaFactor {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(references = User.id, on_delete = cascade)]
    pub user_id: Uuid,
    pub friendly_name: Option<String>,
    pub factor_type: FactorType,
    #[column(default = FactorStatus::Unverified)]
    pub status: FactorStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub secret: Option<String>,
    pub phone: Option<String>,
    #[column(unique)]
    pub last_challenged_at: Option<DateTime<Utc>>,
    pub web_authn_credential: Option<serde_json::Value>,
    pub web_authn_aaguid: Option<Uuid>,
}

#[table(name = "one_time_tokens")]
#[check(name = "one_time_tokens_token_hash_check", "char_length(token_hash) > 0")]
#[index(hash(relates_to), name = "one_time_tokens_relates_to_hash_idx")]
#[index(hash(token_hash), name = "one_time_tokens_token_hash_hash_idx")]
#[index(user_id, token_type, unique, name = "one_time_tokens_user_id_token_type_key")]
#[derive(Debug, Clone)]
pub struct OneTimeToken {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(references = User.id, on_delete = cascade)]
    pub user_id: Uuid,
    pub token_type: OneTimeTokenType,
    pub token_hash: String,
    pub relates_to: String,
    #[column(default = sql("now()"))]
    pub created_at: NaiveDateTime,
    #[column(default = sql("now()"))]
    pub updated_at: NaiveDateTime,
}

#[table(name = "refresh_tokens")]
#[unique(token, name = "refresh_tokens_token_unique")]
#[index(session_id, revoked)]
#[index(updated_at.desc())]
#[derive(Debug, Clone)]
pub struct RefreshToken {
    pub instance_id: Option<Uuid>,
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    #[column(sql_type = "varchar(255)")]
    pub token: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub user_id: Option<String>,
    pub revoked: Option<bool>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub parent: Option<String>,
    #[column(references = Session.id, on_delete = cascade)]
    pub session_id: Option<Uuid>,
}

#[table(name = "schema_migrations", row_level_security)]
#[derive(Debug, Clone)]
pub struct SchemaMigration {
    #[column(sql_type = "varchar(255)", primary_key)]
    pub version: String,
}

#[table(name = "sessions", row_level_security)]
#[index(not_after.desc())]
#[index(user_id, created_at, name = "user_id_created_at_idx")]
#[policy(name = "own_sessions", using = "user_id = (current_setting('app.user_id'::text))::uuid")]
#[derive(Debug, Clone)]
pub struct Session {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(references = User.id, on_delete = cascade)]
    pub user_id: Uuid,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    pub factor_id: Option<Uuid>,
    pub aal: Option<AalLevel>,
    pub not_after: Option<DateTime<Utc>>,
    pub refreshed_at: Option<NaiveDateTime>,
    pub user_agent: Option<String>,
    pub ip: Option<Inet>,
    pub tag: Option<String>,
}

/// Auth: Stores user login data within a secure schema.
#[table(name = "users", row_level_security)]
#[check(
    name = "users_email_change_confirm_status_check",
    "(email_change_confirm_status >= 0) AND (email_change_confirm_status <= 2)"
)]
#[index(
    confirmation_token,
    unique,
    name = "confirmation_token_idx",
    where = "(confirmation_token)::text !~ '^[0-9 ]*$'::text"
)]
#[index(email, unique, name = "users_email_partial_key", where = "is_sso_user = false")]
#[index(instance_id, sql("lower((email)::text)"), name = "users_instance_id_email_idx")]
#[derive(Debug, Clone)]
pub struct User {
    #[column(index)]
    pub instance_id: Option<Uuid>,
    #[column(primary_key)]
    pub id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub aud: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub role: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub email: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub encrypted_password: Option<String>,
    pub email_confirmed_at: Option<DateTime<Utc>>,
    pub invited_at: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub confirmation_token: Option<String>,
    pub confirmation_sent_at: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub recovery_token: Option<String>,
    pub recovery_sent_at: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub email_change_token_new: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub email_change: Option<String>,
    pub email_change_sent_at: Option<DateTime<Utc>>,
    pub last_sign_in_at: Option<DateTime<Utc>>,
    pub raw_app_meta_data: Option<serde_json::Value>,
    pub raw_user_meta_data: Option<serde_json::Value>,
    pub is_super_admin: Option<bool>,
    pub created_at: Option<DateTime<Utc>>,
    pub updated_at: Option<DateTime<Utc>>,
    #[column(default = sql("NULL::character varying"), unique)]
    pub phone: Option<String>,
    pub phone_confirmed_at: Option<DateTime<Utc>>,
    #[column(default = sql("''::character varying"))]
    pub phone_change: Option<String>,
    #[column(sql_type = "varchar(255)", default = sql("''::character varying"))]
    pub phone_change_token: Option<String>,
    pub phone_change_sent_at: Option<DateTime<Utc>>,
    #[column(generated = "LEAST(email_confirmed_at, phone_confirmed_at)")]
    pub confirmed_at: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", default = sql("''::character varying"))]
    pub email_change_token_current: Option<String>,
    #[column(default = 0)]
    pub email_change_confirm_status: Option<i16>,
    pub banned_until: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", default = sql("''::character varying"))]
    pub reauthentication_token: Option<String>,
    pub reauthentication_sent_at: Option<DateTime<Utc>>,
    /// Auth: Set this column to true when the account comes from SSO. These accounts can have duplicate emails.
    #[column(default = false)]
    pub is_sso_user: bool,
    pub deleted_at: Option<DateTime<Utc>>,
    #[column(default = false, index)]
    pub is_anonymous: bool,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        FlowState,
        Identity,
        MfaAmrClaim,
        MfaChallenge,
        MfaFactor,
        OneTimeToken,
        RefreshToken,
        SchemaMigration,
        Session,
        User,
    ]
}
