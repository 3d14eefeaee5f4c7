//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! rust_decimal = "1"
//! schema-core = { version = "0.1", features = ["rust_decimal"] }
//! serde_json = "1"
//! uuid = "1"
//! ```

// Left out:
// * constraint "circuits_providernetwork_provider_name" of "circuits_providernetwork": another unique constraint has the same columns

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use uuid::Uuid;

#[table(name = "auth_group")]
#[index(name.varchar_pattern_ops, name = "auth_group_name_a6ea08ec_like")]
#[derive(Debug, Clone)]
pub struct AuthGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(150)", unique)]
    pub name: String,
}

#[table(name = "auth_group_permissions")]
#[unique(
    group_id,
    permission_id,
    name = "auth_group_permissions_group_id_permission_id_0cd325b0_uniq"
)]
#[foreign_key(
    permission_id,
    references = AuthPermission.id,
    initially_deferred,
    name = "auth_group_permissio_permission_id_84c5c92e_fk_auth_perm"
)]
#[foreign_key(
    group_id,
    references = AuthGroup.id,
    initially_deferred,
    name = "auth_group_permissions_group_id_b120cbf9_fk_auth_group_id"
)]
#[index(group_id, name = "auth_group_permissions_group_id_b120cbf9")]
#[index(permission_id, name = "auth_group_permissions_permission_id_84c5c92e")]
#[derive(Debug, Clone)]
pub struct AuthGroupPermission {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub group_id: i32,
    pub permission_id: i32,
}

#[table(name = "auth_permission")]
#[unique(
    content_type_id,
    codename,
    name = "auth_permission_content_type_id_codename_01ab375a_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "auth_permission_content_type_id_2f476e4b_fk_django_co"
)]
#[index(content_type_id, name = "auth_permission_content_type_id_2f476e4b")]
#[derive(Debug, Clone)]
pub struct AuthPermission {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub content_type_id: i32,
    #[column(sql_type = "varchar(100)")]
    pub codename: String,
}

#[table(name = "auth_user")]
#[index(username.varchar_pattern_ops, name = "auth_user_username_6821ab7c_like")]
#[derive(Debug, Clone)]
pub struct AuthUser {
    #[column(sql_type = "varchar(128)")]
    pub password: String,
    pub last_login: Option<DateTime<Utc>>,
    pub is_superuser: bool,
    #[column(sql_type = "varchar(150)", unique)]
    pub username: String,
    #[column(sql_type = "varchar(150)")]
    pub first_name: String,
    #[column(sql_type = "varchar(150)")]
    pub last_name: String,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    pub is_staff: bool,
    pub is_active: bool,
    pub date_joined: DateTime<Utc>,
    #[column(primary_key)]
    pub id: Uuid,
    pub config_data: serde_json::Value,
}

#[table(name = "auth_user_groups")]
#[unique(user_id, group_id, name = "auth_user_groups_user_id_group_id_94350c0c_uniq")]
#[foreign_key(
    group_id,
    references = AuthGroup.id,
    initially_deferred,
    name = "auth_user_groups_group_id_97559544_fk_auth_group_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "auth_user_groups_user_id_6a12ed8b_fk_auth_user_id"
)]
#[index(group_id, name = "auth_user_groups_group_id_97559544")]
#[index(user_id, name = "auth_user_groups_user_id_6a12ed8b")]
#[derive(Debug, Clone)]
pub struct AuthUserGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub user_id: Uuid,
    pub group_id: i32,
}

#[table(name = "auth_user_user_permissions")]
#[unique(
    user_id,
    permission_id,
    name = "auth_user_user_permissions_user_id_permission_id_14a6b632_uniq"
)]
#[foreign_key(
    permission_id,
    references = AuthPermission.id,
    initially_deferred,
    name = "auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id"
)]
#[index(permission_id, name = "auth_user_user_permissions_permission_id_1fbb5f2c")]
#[index(user_id, name = "auth_user_user_permissions_user_id_a95ead1b")]
#[derive(Debug, Clone)]
pub struct AuthUserUserPermission {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub user_id: Uuid,
    pub permission_id: i32,
}

#[table(name = "circuits_circuit")]
#[unique(provider_id, cid, name = "circuits_circuit_provider_id_cid_b6f29862_uniq")]
#[foreign_key(
    circuit_termination_z_id,
    references = CircuitsCircuittermination.id,
    initially_deferred,
    name = "circuits_circuit_circuit_termination__498b110c_fk_circuits_"
)]
#[foreign_key(
    circuit_termination_a_id,
    references = CircuitsCircuittermination.id,
    initially_deferred,
    name = "circuits_circuit_circuit_termination__ef74b54e_fk_circuits_"
)]
#[foreign_key(
    circuit_type_id,
    references = CircuitsCircuittype.id,
    initially_deferred,
    name = "circuits_circuit_circuit_type_id_8b659c7a_fk_circuits_"
)]
#[foreign_key(
    provider_id,
    references = CircuitsProvider.id,
    initially_deferred,
    name = "circuits_circuit_provider_id_d9195418_fk_circuits_provider_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "circuits_circuit_status_id_6433793f_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "circuits_circuit_tenant_id_812508a5_fk_tenancy_tenant_id"
)]
#[check(name = "circuits_circuit_commit_rate_check", "commit_rate >= 0")]
#[index(circuit_termination_a_id, name = "circuits_circuit_circuit_termination_a_id_ef74b54e")]
#[index(circuit_termination_z_id, name = "circuits_circuit_circuit_termination_z_id_498b110c")]
#[index(circuit_type_id, name = "circuits_circuit_circuit_type_id_8b659c7a")]
#[index(provider_id, name = "circuits_circuit_provider_id_d9195418")]
#[index(status_id, name = "circuits_circuit_status_id_6433793f")]
#[index(tenant_id, name = "circuits_circuit_tenant_id_812508a5")]
#[derive(Debug, Clone)]
pub struct CircuitsCircuit {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub cid: String,
    pub status_id: Uuid,
    pub provider_id: Uuid,
    pub circuit_type_id: Uuid,
    pub tenant_id: Option<Uuid>,
    pub install_date: Option<NaiveDate>,
    pub commit_rate: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub comments: String,
    pub circuit_termination_a_id: Option<Uuid>,
    pub circuit_termination_z_id: Option<Uuid>,
}

#[table(name = "circuits_circuittermination")]
#[unique(
    circuit_id,
    term_side,
    name = "circuits_circuittermination_circuit_id_term_side_b13efd0e_uniq"
)]
#[foreign_key(
    circuit_id,
    references = CircuitsCircuit.id,
    initially_deferred,
    name = "circuits_circuitterm_circuit_id_257e87e7_fk_circuits_"
)]
#[foreign_key(
    cloud_network_id,
    references = CloudCloudnetwork.id,
    initially_deferred,
    name = "circuits_circuitterm_cloud_network_id_47b1bd20_fk_cloud_clo"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "circuits_circuitterm_location_id_9896bd96_fk_dcim_loca"
)]
#[foreign_key(
    provider_network_id,
    references = CircuitsProvidernetwork.id,
    initially_deferred,
    name = "circuits_circuitterm_provider_network_id_b0c660f1_fk_circuits_"
)]
#[check(name = "circuits_circuittermination_port_speed_check", "port_speed >= 0")]
#[check(name = "circuits_circuittermination_upstream_speed_check", "upstream_speed >= 0")]
#[index(circuit_id, name = "circuits_circuittermination_circuit_id_257e87e7")]
#[index(cloud_network_id, name = "circuits_circuittermination_cloud_network_id_47b1bd20")]
#[index(location_id, name = "circuits_circuittermination_location_id_9896bd96")]
#[index(provider_network_id, name = "circuits_circuittermination_provider_network_id_b0c660f1")]
#[derive(Debug, Clone)]
pub struct CircuitsCircuittermination {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub circuit_id: Uuid,
    #[column(sql_type = "varchar(1)")]
    pub term_side: String,
    pub location_id: Option<Uuid>,
    pub provider_network_id: Option<Uuid>,
    pub cloud_network_id: Option<Uuid>,
    pub port_speed: Option<i32>,
    pub upstream_speed: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub xconnect_id: String,
    #[column(sql_type = "varchar(255)")]
    pub pp_info: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "circuits_circuittype")]
#[index(name.varchar_pattern_ops, name = "circuits_circuittype_name_8256ea9a_like")]
#[derive(Debug, Clone)]
pub struct CircuitsCircuittype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "circuits_provider")]
#[index(name.varchar_pattern_ops, name = "circuits_provider_name_8f2514f5_like")]
#[derive(Debug, Clone)]
pub struct CircuitsProvider {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub asn: Option<i64>,
    #[column(sql_type = "varchar(255)")]
    pub account: String,
    #[column(sql_type = "varchar(200)")]
    pub portal_url: String,
    pub noc_contact: String,
    pub admin_contact: String,
    pub comments: String,
}

#[table(name = "circuits_providernetwork")]
#[unique(provider_id, name, name = "circuits_providernetwork_provider_id_name_6f6610a0_uniq")]
#[foreign_key(
    provider_id,
    references = CircuitsProvider.id,
    initially_deferred,
    name = "circuits_providernet_provider_id_7992236c_fk_circuits_"
)]
#[index(name, name = "circuits_providernetwork_name_9d69fb4d")]
#[index(name.varchar_pattern_ops, name = "circuits_providernetwork_name_9d69fb4d_like")]
#[index(provider_id, name = "circuits_providernetwork_provider_id_7992236c")]
#[derive(Debug, Clone)]
pub struct CircuitsProvidernetwork {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub provider_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub comments: String,
}

#[table(name = "cloud_cloudaccount")]
#[foreign_key(
    provider_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "cloud_cloudaccount_provider_id_d092fa49_fk_dcim_manufacturer_id"
)]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "cloud_cloudaccount_secrets_group_id_bfbea030_fk_extras_se"
)]
#[index(name.varchar_pattern_ops, name = "cloud_cloudaccount_name_fba65583_like")]
#[index(provider_id, name = "cloud_cloudaccount_provider_id_d092fa49")]
#[index(secrets_group_id, name = "cloud_cloudaccount_secrets_group_id_bfbea030")]
#[derive(Debug, Clone)]
pub struct CloudCloudaccount {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub account_number: String,
    pub provider_id: Uuid,
    pub secrets_group_id: Option<Uuid>,
}

#[table(name = "cloud_cloudnetwork")]
#[foreign_key(
    cloud_account_id,
    references = CloudCloudaccount.id,
    initially_deferred,
    name = "cloud_cloudnetwork_cloud_account_id_3936df5b_fk_cloud_clo"
)]
#[foreign_key(
    cloud_resource_type_id,
    references = CloudCloudresourcetype.id,
    initially_deferred,
    name = "cloud_cloudnetwork_cloud_resource_type__afa3409e_fk_cloud_clo"
)]
#[foreign_key(
    parent_id,
    references = CloudCloudnetwork.id,
    initially_deferred,
    name = "cloud_cloudnetwork_parent_id_c3415beb_fk_cloud_cloudnetwork_id"
)]
#[index(cloud_account_id, name = "cloud_cloudnetwork_cloud_account_id_3936df5b")]
#[index(cloud_resource_type_id, name = "cloud_cloudnetwork_cloud_resource_type_id_afa3409e")]
#[index(name.varchar_pattern_ops, name = "cloud_cloudnetwork_name_e5bd3eae_like")]
#[index(parent_id, name = "cloud_cloudnetwork_parent_id_c3415beb")]
#[derive(Debug, Clone)]
pub struct CloudCloudnetwork {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub cloud_resource_type_id: Uuid,
    pub extra_config: Option<serde_json::Value>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub cloud_account_id: Uuid,
    pub parent_id: Option<Uuid>,
}

#[table(name = "cloud_cloudnetworkprefixassignment")]
#[unique(
    cloud_network_id,
    prefix_id,
    name = "cloud_cloudnetworkprefix_cloud_network_id_prefix__887a4919_uniq"
)]
#[foreign_key(
    cloud_network_id,
    references = CloudCloudnetwork.id,
    initially_deferred,
    name = "cloud_cloudnetworkpr_cloud_network_id_bf71122d_fk_cloud_clo"
)]
#[foreign_key(
    prefix_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "cloud_cloudnetworkpr_prefix_id_81356785_fk_ipam_pref"
)]
#[index(cloud_network_id, name = "cloud_cloudnetworkprefixassignment_cloud_network_id_bf71122d")]
#[index(prefix_id, name = "cloud_cloudnetworkprefixassignment_prefix_id_81356785")]
#[derive(Debug, Clone)]
pub struct CloudCloudnetworkprefixassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub cloud_network_id: Uuid,
    pub prefix_id: Uuid,
}

#[table(name = "cloud_cloudresourcetype")]
#[foreign_key(
    provider_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "cloud_cloudresourcet_provider_id_ab3a3edb_fk_dcim_manu"
)]
#[index(name.varchar_pattern_ops, name = "cloud_cloudresourcetype_name_a9ef1cf1_like")]
#[index(provider_id, name = "cloud_cloudresourcetype_provider_id_ab3a3edb")]
#[derive(Debug, Clone)]
pub struct CloudCloudresourcetype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub provider_id: Uuid,
    pub config_schema: Option<serde_json::Value>,
}

#[table(name = "cloud_cloudresourcetype_content_types")]
#[unique(
    cloudresourcetype_id,
    contenttype_id,
    name = "cloud_cloudresourcetype__cloudresourcetype_id_con_b84e6ea0_uniq"
)]
#[foreign_key(
    cloudresourcetype_id,
    references = CloudCloudresourcetype.id,
    initially_deferred,
    name = "cloud_cloudresourcet_cloudresourcetype_id_366afc0c_fk_cloud_clo"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "cloud_cloudresourcet_contenttype_id_22bc7c1c_fk_django_co"
)]
#[index(cloudresourcetype_id, name = "cloud_cloudresourcetype_co_cloudresourcetype_id_366afc0c")]
#[index(contenttype_id, name = "cloud_cloudresourcetype_content_types_contenttype_id_22bc7c1c")]
#[derive(Debug, Clone)]
pub struct CloudCloudresourcetypeContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub cloudresourcetype_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "cloud_cloudservice")]
#[foreign_key(
    cloud_account_id,
    references = CloudCloudaccount.id,
    initially_deferred,
    name = "cloud_cloudservice_cloud_account_id_60c91048_fk_cloud_clo"
)]
#[foreign_key(
    cloud_resource_type_id,
    references = CloudCloudresourcetype.id,
    initially_deferred,
    name = "cloud_cloudservice_cloud_resource_type__46a3d193_fk_cloud_clo"
)]
#[index(cloud_account_id, name = "cloud_cloudservice_cloud_account_id_60c91048")]
#[index(cloud_resource_type_id, name = "cloud_cloudservice_cloud_resource_type_id_46a3d193")]
#[index(name.varchar_pattern_ops, name = "cloud_cloudservice_name_e456627e_like")]
#[derive(Debug, Clone)]
pub struct CloudCloudservice {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub cloud_resource_type_id: Uuid,
    pub extra_config: Option<serde_json::Value>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub cloud_account_id: Option<Uuid>,
}

#[table(name = "cloud_cloudservicenetworkassignment")]
#[unique(
    cloud_network_id,
    cloud_service_id,
    name = "cloud_cloudservicenetwor_cloud_network_id_cloud_s_0bc84b88_uniq"
)]
#[foreign_key(
    cloud_network_id,
    references = CloudCloudnetwork.id,
    initially_deferred,
    name = "cloud_cloudservicene_cloud_network_id_e9bffd99_fk_cloud_clo"
)]
#[foreign_key(
    cloud_service_id,
    references = CloudCloudservice.id,
    initially_deferred,
    name = "cloud_cloudservicene_cloud_service_id_6c953e3a_fk_cloud_clo"
)]
#[index(cloud_network_id, name = "cloud_cloudservicenetworkassignment_cloud_network_id_e9bffd99")]
#[index(cloud_service_id, name = "cloud_cloudservicenetworkassignment_cloud_service_id_6c953e3a")]
#[derive(Debug, Clone)]
pub struct CloudCloudservicenetworkassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub cloud_network_id: Uuid,
    pub cloud_service_id: Uuid,
}

#[table(name = "constance_constance")]
#[index(key.varchar_pattern_ops, name = "constance_constance_key_c43474b0_like")]
#[derive(Debug, Clone)]
pub struct ConstanceConstance {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub key: String,
    pub value: Option<String>,
}

#[table(name = "data_validation_datacompliance")]
#[unique(
    compliance_class_name,
    content_type_id,
    object_id,
    validated_attribute,
    name = "data_validation_datacomp_compliance_class_name_co_b0e38158_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "data_validation_data_content_type_id_26bf587e_fk_django_co"
)]
#[index(content_type_id, name = "data_validation_datacompliance_content_type_id_26bf587e")]
#[derive(Debug, Clone)]
pub struct DataValidationDatacompliance {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub compliance_class_name: String,
    pub last_validation_date: DateTime<Utc>,
    pub content_type_id: i32,
    pub object_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub validated_object_str: String,
    #[column(sql_type = "varchar(255)")]
    pub validated_attribute: String,
    #[column(sql_type = "varchar(255)")]
    pub validated_attribute_value: String,
    pub valid: bool,
    pub message: String,
}

#[table(name = "data_validation_minmaxrule")]
#[unique(
    content_type_id,
    field,
    name = "data_validation_minmaxrule_content_type_id_field_a0d64d51_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "data_validation_minm_content_type_id_669cb2ce_fk_django_co"
)]
#[index(content_type_id, name = "data_validation_minmaxrule_content_type_id_669cb2ce")]
#[index(name.varchar_pattern_ops, name = "data_validation_minmaxrule_name_bceae023_like")]
#[derive(Debug, Clone)]
pub struct DataValidationMinmaxrule {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub field: String,
    pub content_type_id: i32,
    pub enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub error_message: String,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

#[table(name = "data_validation_regexrule")]
#[unique(
    content_type_id,
    field,
    name = "data_validation_regexrule_content_type_id_field_6b19bc08_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "data_validation_rege_content_type_id_87ed748b_fk_django_co"
)]
#[index(content_type_id, name = "data_validation_regexrule_content_type_id_87ed748b")]
#[index(name.varchar_pattern_ops, name = "data_validation_regexrule_name_a523029c_like")]
#[derive(Debug, Clone)]
pub struct DataValidationRegexrule {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub field: String,
    pub content_type_id: i32,
    pub enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub error_message: String,
    pub regular_expression: String,
    pub context_processing: bool,
}

#[table(name = "data_validation_requiredrule")]
#[unique(
    content_type_id,
    field,
    name = "data_validation_required_content_type_id_field_fccaa1c1_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "data_validation_requ_content_type_id_1eea2be4_fk_django_co"
)]
#[index(content_type_id, name = "data_validation_requiredrule_content_type_id_1eea2be4")]
#[index(name.varchar_pattern_ops, name = "data_validation_requiredrule_name_997726ef_like")]
#[derive(Debug, Clone)]
pub struct DataValidationRequiredrule {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub field: String,
    pub content_type_id: i32,
    pub enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub error_message: String,
}

#[table(name = "data_validation_uniquerule")]
#[unique(
    content_type_id,
    field,
    name = "data_validation_uniquerule_content_type_id_field_02db8a56_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "data_validation_uniq_content_type_id_0c0249fc_fk_django_co"
)]
#[check(name = "data_validation_uniquerule_max_instances_check", "max_instances >= 0")]
#[index(content_type_id, name = "data_validation_uniquerule_content_type_id_0c0249fc")]
#[index(name.varchar_pattern_ops, name = "data_validation_uniquerule_name_32d3756b_like")]
#[derive(Debug, Clone)]
pub struct DataValidationUniquerule {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub field: String,
    pub content_type_id: i32,
    pub enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub error_message: String,
    pub max_instances: i32,
}

#[table(name = "dcim_cable")]
#[foreign_key(
    cable_type_id,
    references = DcimCabletype.id,
    initially_deferred,
    name = "dcim_cable_cable_type_id_476b3754_fk_dcim_cabletype_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_cable_status_id_6a580869_fk_extras_status_id"
)]
#[check(name = "dcim_cable_length_check", "length >= 0")]
#[index(cable_type_id, name = "dcim_cable_cable_type_id_476b3754")]
#[index(status_id, name = "dcim_cable_status_id_6a580869")]
#[derive(Debug, Clone)]
pub struct DcimCable {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub cable_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub status_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(6)")]
    pub color: String,
    pub length: Option<i16>,
    #[column(sql_type = "varchar(50)")]
    pub length_unit: String,
    #[column(name = "_abs_length", sql_type = "numeric(13,4)")]
    pub abs_length: Option<Decimal>,
}

#[table(name = "dcim_cablepath")]
#[unique(
    origin_type_id,
    origin_id,
    peer_connector,
    name = "dcim_cablepath_origin_type_id_origin_id_93b779d6_uniq"
)]
#[foreign_key(
    destination_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "dcim_cablepath_destination_type_id_a8c1654b_fk_django_co"
)]
#[foreign_key(
    origin_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "dcim_cablepath_origin_type_id_6de54f6d_fk_django_co"
)]
#[check(name = "dcim_cablepath_peer_connector_check", "peer_connector >= 0")]
#[index(destination_type_id, name = "dcim_cablepath_destination_type_id_a8c1654b")]
#[index(origin_type_id, name = "dcim_cablepath_origin_type_id_6de54f6d")]
#[derive(Debug, Clone)]
pub struct DcimCablepath {
    #[column(primary_key)]
    pub id: Uuid,
    pub origin_type_id: i32,
    pub origin_id: Uuid,
    pub destination_type_id: Option<i32>,
    pub destination_id: Option<Uuid>,
    pub path: serde_json::Value,
    pub is_active: bool,
    pub is_split: bool,
    pub peer_connector: i16,
    pub origin_fans_out: bool,
    pub destination_fans_out: bool,
}

#[table(name = "dcim_cabletocabletermination")]
#[unique(cable_id, cable_end, connector, name = "dcim_cabletocabletermination_unique_connector")]
#[foreign_key(
    circuit_termination_id,
    references = CircuitsCircuittermination.id,
    initially_deferred,
    name = "dcim_cabletocableter_circuit_termination__c55de3d4_fk_circuits_"
)]
#[foreign_key(
    console_port_id,
    references = DcimConsoleport.id,
    initially_deferred,
    name = "dcim_cabletocableter_console_port_id_e23ae225_fk_dcim_cons"
)]
#[foreign_key(
    console_server_port_id,
    references = DcimConsoleserverport.id,
    initially_deferred,
    name = "dcim_cabletocableter_console_server_port__288571bb_fk_dcim_cons"
)]
#[foreign_key(
    front_port_id,
    references = DcimFrontport.id,
    initially_deferred,
    name = "dcim_cabletocableter_front_port_id_dc4aad9c_fk_dcim_fron"
)]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_cabletocableter_interface_id_1a299e3f_fk_dcim_inte"
)]
#[foreign_key(
    power_feed_id,
    references = DcimPowerfeed.id,
    initially_deferred,
    name = "dcim_cabletocableter_power_feed_id_a60ab629_fk_dcim_powe"
)]
#[foreign_key(
    power_outlet_id,
    references = DcimPoweroutlet.id,
    initially_deferred,
    name = "dcim_cabletocableter_power_outlet_id_88e97bdb_fk_dcim_powe"
)]
#[foreign_key(
    power_port_id,
    references = DcimPowerport.id,
    initially_deferred,
    name = "dcim_cabletocableter_power_port_id_7c3e336a_fk_dcim_powe"
)]
#[foreign_key(
    rear_port_id,
    references = DcimRearport.id,
    initially_deferred,
    name = "dcim_cabletocableter_rear_port_id_83277674_fk_dcim_rear"
)]
#[foreign_key(
    cable_id,
    references = DcimCable.id,
    initially_deferred,
    name = "dcim_cabletocabletermination_cable_id_21aad480_fk_dcim_cable_id"
)]
#[check(
    name = "dcim_cabletocabletermination_at_most_one_termination",
    "((circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((circuit_termination_id IS NOT NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((console_port_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((console_server_port_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((front_port_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((interface_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((power_feed_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((power_outlet_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_port_id IS NULL) AND (rear_port_id IS NULL)) OR ((power_port_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (rear_port_id IS NULL)) OR ((rear_port_id IS NOT NULL) AND (circuit_termination_id IS NULL) AND (console_port_id IS NULL) AND (console_server_port_id IS NULL) AND (front_port_id IS NULL) AND (interface_id IS NULL) AND (power_feed_id IS NULL) AND (power_outlet_id IS NULL) AND (power_port_id IS NULL))"
)]
#[check(name = "dcim_cabletocabletermination_connector_check", "connector >= 0")]
#[index(cable_id, name = "dcim_cabletocabletermination_cable_id_21aad480")]
#[derive(Debug, Clone)]
pub struct DcimCabletocabletermination {
    #[column(primary_key)]
    pub id: Uuid,
    pub cable_id: Uuid,
    #[column(sql_type = "varchar(1)")]
    pub cable_end: String,
    #[column(unique)]
    pub circuit_termination_id: Option<Uuid>,
    #[column(unique)]
    pub console_port_id: Option<Uuid>,
    #[column(unique)]
    pub console_server_port_id: Option<Uuid>,
    #[column(unique)]
    pub front_port_id: Option<Uuid>,
    #[column(unique)]
    pub interface_id: Option<Uuid>,
    #[column(unique)]
    pub power_feed_id: Option<Uuid>,
    #[column(unique)]
    pub power_outlet_id: Option<Uuid>,
    #[column(unique)]
    pub power_port_id: Option<Uuid>,
    #[column(unique)]
    pub rear_port_id: Option<Uuid>,
    pub connector: i16,
}

#[table(name = "dcim_cabletype")]
#[foreign_key(
    manufacturer_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "dcim_cabletype_manufacturer_id_49e6bbe2_fk_dcim_manufacturer_id"
)]
#[check(name = "dcim_cabletype_a_connectors_check", "a_connectors >= 0")]
#[check(name = "dcim_cabletype_b_connectors_check", "b_connectors >= 0")]
#[check(name = "dcim_cabletype_strands_per_lane_check", "strands_per_lane >= 0")]
#[check(name = "dcim_cabletype_total_lanes_check", "total_lanes >= 0")]
#[index(manufacturer_id, name = "dcim_cabletype_manufacturer_id_49e6bbe2")]
#[index(name.varchar_pattern_ops, name = "dcim_cabletype_name_2d321d6d_like")]
#[derive(Debug, Clone)]
pub struct DcimCabletype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub manufacturer_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub part_number: String,
    pub has_embedded_transceivers: bool,
    pub a_connectors: i16,
    pub b_connectors: i16,
    pub total_lanes: i16,
    pub mapping: serde_json::Value,
    pub is_shuffle: bool,
    pub strands_per_lane: i16,
    #[column(sql_type = "varchar(50)")]
    pub polarity_method: String,
}

#[table(name = "dcim_consoleport")]
#[unique(module_id, name, name = "dcim_consoleport_module_name_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_consoleport_device_id_f2d90d3c_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_consoleport_module_id_d17b2519_fk_dcim_module_id"
)]
#[index(name_2, name = "dcim_consoleport__name_6ac60d99")]
#[index(name_2.varchar_pattern_ops, name = "dcim_consoleport__name_6ac60d99_like")]
#[index(device_id, name = "dcim_consoleport_device_id_f2d90d3c")]
#[index(module_id, name = "dcim_consoleport_module_id_d17b2519")]
#[index(name, name = "dcim_consoleport_name_ef94d0d1")]
#[index(name.varchar_pattern_ops, name = "dcim_consoleport_name_ef94d0d1_like")]
#[derive(Debug, Clone)]
pub struct DcimConsoleport {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
}

#[table(name = "dcim_consoleporttemplate")]
#[unique(device_type_id, name, name = "dcim_consoleporttemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_consoleporttemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_consoleporttemp_device_type_id_075d4015_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_consoleporttemp_module_type_id_c0f35d97_fk_dcim_modu"
)]
#[index(device_type_id, name = "dcim_consoleporttemplate_device_type_id_075d4015")]
#[index(module_type_id, name = "dcim_consoleporttemplate_module_type_id_c0f35d97")]
#[derive(Debug, Clone)]
pub struct DcimConsoleporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
}

#[table(name = "dcim_consoleserverport")]
#[unique(module_id, name, name = "dcim_consoleserverport_module_name_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_consoleserverport_device_id_d9866581_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_consoleserverport_module_id_d060cfc8_fk_dcim_module_id"
)]
#[index(name_2, name = "dcim_consoleserverport__name_70f9317c")]
#[index(name_2.varchar_pattern_ops, name = "dcim_consoleserverport__name_70f9317c_like")]
#[index(device_id, name = "dcim_consoleserverport_device_id_d9866581")]
#[index(module_id, name = "dcim_consoleserverport_module_id_d060cfc8")]
#[index(name, name = "dcim_consoleserverport_name_2319aaf4")]
#[index(name.varchar_pattern_ops, name = "dcim_consoleserverport_name_2319aaf4_like")]
#[derive(Debug, Clone)]
pub struct DcimConsoleserverport {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
}

#[table(name = "dcim_consoleserverporttemplate")]
#[unique(device_type_id, name, name = "dcim_consoleserverporttemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_consoleserverporttemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_consoleserverpo_device_type_id_579bdc86_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_consoleserverpo_module_type_id_4abf751a_fk_dcim_modu"
)]
#[index(device_type_id, name = "dcim_consoleserverporttemplate_device_type_id_579bdc86")]
#[index(module_type_id, name = "dcim_consoleserverporttemplate_module_type_id_4abf751a")]
#[derive(Debug, Clone)]
pub struct DcimConsoleserverporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
}

#[table(name = "dcim_controller")]
#[foreign_key(
    controller_device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_controller_controller_device_id_ac4051d9_fk_dcim_device_id"
)]
#[foreign_key(
    controller_device_redundancy_group_id,
    references = DcimDeviceredundancygroup.id,
    initially_deferred,
    name = "dcim_controller_controller_device_re_1689f27b_fk_dcim_devi"
)]
#[foreign_key(
    external_integration_id,
    references = ExtrasExternalintegration.id,
    initially_deferred,
    name = "dcim_controller_external_integration_656fb857_fk_extras_ex"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_controller_location_id_e3518103_fk_dcim_location_id"
)]
#[foreign_key(
    platform_id,
    references = DcimPlatform.id,
    initially_deferred,
    name = "dcim_controller_platform_id_86f63411_fk_dcim_platform_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_controller_role_id_0593bbde_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_controller_status_id_d9fb93f5_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_controller_tenant_id_5cc9817a_fk_tenancy_tenant_id"
)]
#[index(controller_device_id, name = "dcim_controller_controller_device_id_ac4051d9")]
#[index(
    controller_device_redundancy_group_id,
    name = "dcim_controller_controller_device_redundancy_group_id_1689f27b"
)]
#[index(external_integration_id, name = "dcim_controller_external_integration_id_656fb857")]
#[index(location_id, name = "dcim_controller_location_id_e3518103")]
#[index(name.varchar_pattern_ops, name = "dcim_controller_name_5a5a3a60_like")]
#[index(platform_id, name = "dcim_controller_platform_id_86f63411")]
#[index(role_id, name = "dcim_controller_role_id_0593bbde")]
#[index(status_id, name = "dcim_controller_status_id_d9fb93f5")]
#[index(tenant_id, name = "dcim_controller_tenant_id_5cc9817a")]
#[derive(Debug, Clone)]
pub struct DcimController {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub status_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub location_id: Uuid,
    pub platform_id: Option<Uuid>,
    pub role_id: Option<Uuid>,
    pub capabilities: Option<serde_json::Value>,
    pub tenant_id: Option<Uuid>,
    pub external_integration_id: Option<Uuid>,
    pub controller_device_id: Option<Uuid>,
    pub controller_device_redundancy_group_id: Option<Uuid>,
}

#[table(name = "dcim_controllermanageddevicegroup")]
#[foreign_key(
    controller_id,
    references = DcimController.id,
    initially_deferred,
    name = "dcim_controllermanag_controller_id_ca2df71d_fk_dcim_cont"
)]
#[foreign_key(
    parent_id,
    references = DcimControllermanageddevicegroup.id,
    initially_deferred,
    name = "dcim_controllermanag_parent_id_567b18e0_fk_dcim_cont"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_controllermanag_tenant_id_aa76d6c9_fk_tenancy_t"
)]
#[check(name = "dcim_controllermanageddevicegroup_weight_check", "weight >= 0")]
#[index(controller_id, name = "dcim_controllermanageddevicegroup_controller_id_ca2df71d")]
#[index(name.varchar_pattern_ops, name = "dcim_controllermanageddevicegroup_name_750978a6_like")]
#[index(parent_id, name = "dcim_controllermanageddevicegroup_parent_id_567b18e0")]
#[index(tenant_id, name = "dcim_controllermanageddevicegroup_tenant_id_aa76d6c9")]
#[derive(Debug, Clone)]
pub struct DcimControllermanageddevicegroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub weight: i32,
    pub controller_id: Uuid,
    pub capabilities: Option<serde_json::Value>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "dcim_device")]
#[unique(rack_id, position, face, name = "dcim_device_rack_id_position_face_43208a79_uniq")]
#[unique(
    virtual_chassis_id,
    vc_position,
    name = "dcim_device_virtual_chassis_id_vc_position_efea7133_uniq"
)]
#[foreign_key(
    controller_managed_device_group_id,
    references = DcimControllermanageddevicegroup.id,
    initially_deferred,
    name = "dcim_device_controller_managed_d_81d03712_fk_dcim_cont"
)]
#[foreign_key(
    device_redundancy_group_id,
    references = DcimDeviceredundancygroup.id,
    initially_deferred,
    name = "dcim_device_device_redundancy_gr_ca97f1fc_fk_dcim_devi"
)]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_device_device_type_id_d61b4086_fk_dcim_devicetype_id"
)]
#[foreign_key(
    local_config_context_data_owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "dcim_device_local_config_context_433299af_fk_django_co"
)]
#[foreign_key(
    local_config_context_schema_id,
    references = ExtrasConfigcontextschema.id,
    initially_deferred,
    name = "dcim_device_local_config_context_a4c083a4_fk_extras_co"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_device_location_id_11a7bedb_fk_dcim_location_id"
)]
#[foreign_key(
    platform_id,
    references = DcimPlatform.id,
    initially_deferred,
    name = "dcim_device_platform_id_468138f1_fk_dcim_platform_id"
)]
#[foreign_key(
    primary_ip4_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "dcim_device_primary_ip4_id_2ccd943a_fk_ipam_ipaddress_id"
)]
#[foreign_key(
    primary_ip6_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "dcim_device_primary_ip6_id_d180fe91_fk_ipam_ipaddress_id"
)]
#[foreign_key(
    rack_id,
    references = DcimRack.id,
    initially_deferred,
    name = "dcim_device_rack_id_23bde71f_fk_dcim_rack_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_device_role_id_61edcc33_fk_extras_role_id"
)]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "dcim_device_secrets_group_id_52d75f4a_fk_extras_secretsgroup_id"
)]
#[foreign_key(
    software_version_id,
    references = DcimSoftwareversion.id,
    initially_deferred,
    name = "dcim_device_software_version_id_5bc284cc_fk_dcim_soft"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_device_status_id_96d2fc6f_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_device_tenant_id_dcea7969_fk_tenancy_tenant_id"
)]
#[foreign_key(
    virtual_chassis_id,
    references = DcimVirtualchassis.id,
    initially_deferred,
    name = "dcim_device_virtual_chassis_id_aed51693_fk_dcim_virt"
)]
#[check(
    name = "dcim_device_device_redundancy_group_priority_check",
    "device_redundancy_group_priority >= 0"
)]
#[check(name = "dcim_device_position_check", "\"position\" >= 0")]
#[check(name = "dcim_device_vc_position_check", "vc_position >= 0")]
#[check(name = "dcim_device_vc_priority_check", "vc_priority >= 0")]
#[index(name_2, name = "dcim_device__name_a8ed2cdf")]
#[index(name_2.varchar_pattern_ops, name = "dcim_device__name_a8ed2cdf_like")]
#[index(asset_tag.varchar_pattern_ops, name = "dcim_device_asset_tag_8dac1079_like")]
#[index(
    controller_managed_device_group_id,
    name = "dcim_device_controller_managed_device_group_id_81d03712"
)]
#[index(device_redundancy_group_id, name = "dcim_device_device_redundancy_group_id_ca97f1fc")]
#[index(device_type_id, name = "dcim_device_device_type_id_d61b4086")]
#[index(
    local_config_context_data_owner_content_type_id,
    name = "dcim_device_local_config_context_data__433299af"
)]
#[index(
    local_config_context_schema_id,
    name = "dcim_device_local_config_context_schema_id_a4c083a4"
)]
#[index(location_id, name = "dcim_device_location_id_11a7bedb")]
#[index(name, name = "dcim_device_name_cfa61dd8")]
#[index(name.varchar_pattern_ops, name = "dcim_device_name_cfa61dd8_like")]
#[index(platform_id, name = "dcim_device_platform_id_468138f1")]
#[index(primary_ip4_id, name = "dcim_device_primary_ip4_id_2ccd943a")]
#[index(primary_ip6_id, name = "dcim_device_primary_ip6_id_d180fe91")]
#[index(rack_id, name = "dcim_device_rack_id_23bde71f")]
#[index(role_id, name = "dcim_device_role_id_61edcc33")]
#[index(secrets_group_id, name = "dcim_device_secrets_group_id_52d75f4a")]
#[index(serial, name = "dcim_device_serial_9170722b")]
#[index(serial.varchar_pattern_ops, name = "dcim_device_serial_9170722b_like")]
#[index(software_version_id, name = "dcim_device_software_version_id_5bc284cc")]
#[index(status_id, name = "dcim_device_status_id_96d2fc6f")]
#[index(tenant_id, name = "dcim_device_tenant_id_dcea7969")]
#[index(virtual_chassis_id, name = "dcim_device_virtual_chassis_id_aed51693")]
#[derive(Debug, Clone)]
pub struct DcimDevice {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub local_config_context_data: Option<serde_json::Value>,
    pub local_config_context_schema_id: Option<Uuid>,
    pub local_config_context_data_owner_content_type_id: Option<i32>,
    pub local_config_context_data_owner_object_id: Option<Uuid>,
    pub device_type_id: Uuid,
    pub status_id: Uuid,
    pub role_id: Uuid,
    pub tenant_id: Option<Uuid>,
    pub platform_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: Option<String>,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub serial: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub asset_tag: Option<String>,
    pub location_id: Uuid,
    pub rack_id: Option<Uuid>,
    pub position: Option<i16>,
    #[column(sql_type = "varchar(50)")]
    pub face: String,
    pub primary_ip4_id: Option<Uuid>,
    pub primary_ip6_id: Option<Uuid>,
    pub virtual_chassis_id: Option<Uuid>,
    pub device_redundancy_group_id: Option<Uuid>,
    pub device_redundancy_group_priority: Option<i32>,
    pub software_version_id: Option<Uuid>,
    pub vc_position: Option<i16>,
    pub vc_priority: Option<i16>,
    pub comments: String,
    pub secrets_group_id: Option<Uuid>,
    pub controller_managed_device_group_id: Option<Uuid>,
}

#[table(name = "dcim_device_software_image_files")]
#[unique(
    device_id,
    softwareimagefile_id,
    name = "dcim_device_software_ima_device_id_softwareimagef_70442b46_uniq"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_device_software_device_id_54aaa8f9_fk_dcim_devi"
)]
#[foreign_key(
    softwareimagefile_id,
    references = DcimSoftwareimagefile.id,
    initially_deferred,
    name = "dcim_device_software_softwareimagefile_id_41a541f0_fk_dcim_soft"
)]
#[index(device_id, name = "dcim_device_software_image_files_device_id_54aaa8f9")]
#[index(
    softwareimagefile_id,
    name = "dcim_device_software_image_files_softwareimagefile_id_41a541f0"
)]
#[derive(Debug, Clone)]
pub struct DcimDeviceSoftwareImageFile {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub device_id: Uuid,
    pub softwareimagefile_id: Uuid,
}

#[table(name = "dcim_devicebay")]
#[unique(device_id, name, name = "dcim_devicebay_device_id_name_2475a67b_uniq")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_devicebay_device_id_0c8a1218_fk_dcim_device_id"
)]
#[foreign_key(
    installed_device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_devicebay_installed_device_id_04618112_fk_dcim_device_id"
)]
#[index(name_2, name = "dcim_devicebay__name_d9f2bdd3")]
#[index(name_2.varchar_pattern_ops, name = "dcim_devicebay__name_d9f2bdd3_like")]
#[index(device_id, name = "dcim_devicebay_device_id_0c8a1218")]
#[index(name, name = "dcim_devicebay_name_ee470978")]
#[index(name.varchar_pattern_ops, name = "dcim_devicebay_name_ee470978_like")]
#[derive(Debug, Clone)]
pub struct DcimDevicebay {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub device_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(unique)]
    pub installed_device_id: Option<Uuid>,
}

#[table(name = "dcim_devicebaytemplate")]
#[unique(device_type_id, name, name = "dcim_devicebaytemplate_device_type_id_name_8f4899fe_uniq")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_devicebaytempla_device_type_id_f4b24a29_fk_dcim_devi"
)]
#[index(device_type_id, name = "dcim_devicebaytemplate_device_type_id_f4b24a29")]
#[derive(Debug, Clone)]
pub struct DcimDevicebaytemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub device_type_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_deviceclusterassignment")]
#[unique(
    device_id,
    cluster_id,
    name = "dcim_deviceclusterassignment_device_id_cluster_id_a7029fa6_uniq"
)]
#[foreign_key(
    cluster_id,
    references = VirtualizationCluster.id,
    initially_deferred,
    name = "dcim_deviceclusteras_cluster_id_1d7e167c_fk_virtualiz"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_deviceclusteras_device_id_8b6ac12e_fk_dcim_devi"
)]
#[index(cluster_id, name = "dcim_deviceclusterassignment_cluster_id_1d7e167c")]
#[index(device_id, name = "dcim_deviceclusterassignment_device_id_8b6ac12e")]
#[derive(Debug, Clone)]
pub struct DcimDeviceclusterassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub device_id: Uuid,
    pub cluster_id: Uuid,
}

#[table(name = "dcim_devicefamily")]
#[index(name.varchar_pattern_ops, name = "dcim_devicefamily_name_80adb85c_like")]
#[derive(Debug, Clone)]
pub struct DcimDevicefamily {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_deviceredundancygroup")]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "dcim_deviceredundanc_secrets_group_id_19061ee9_fk_extras_se"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_deviceredundanc_status_id_de1ca6f3_fk_extras_st"
)]
#[index(name.varchar_pattern_ops, name = "dcim_deviceredundancygroup_name_54930246_like")]
#[index(secrets_group_id, name = "dcim_deviceredundancygroup_secrets_group_id_19061ee9")]
#[index(status_id, name = "dcim_deviceredundancygroup_status_id_de1ca6f3")]
#[derive(Debug, Clone)]
pub struct DcimDeviceredundancygroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub status_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(50)")]
    pub failover_strategy: String,
    pub comments: String,
    pub secrets_group_id: Option<Uuid>,
}

#[table(name = "dcim_devicetype")]
#[unique(manufacturer_id, model, name = "dcim_devicetype_manufacturer_id_model_17948c0c_uniq")]
#[foreign_key(
    device_family_id,
    references = DcimDevicefamily.id,
    initially_deferred,
    name = "dcim_devicetype_device_family_id_e02e7c53_fk_dcim_devi"
)]
#[foreign_key(
    manufacturer_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "dcim_devicetype_manufacturer_id_a3e8029e_fk_dcim_manu"
)]
#[check(name = "dcim_devicetype_u_height_check", "u_height >= 0")]
#[index(device_family_id, name = "dcim_devicetype_device_family_id_e02e7c53")]
#[index(manufacturer_id, name = "dcim_devicetype_manufacturer_id_a3e8029e")]
#[derive(Debug, Clone)]
pub struct DcimDevicetype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub manufacturer_id: Uuid,
    pub device_family_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub model: String,
    #[column(sql_type = "varchar(255)")]
    pub part_number: String,
    pub u_height: i16,
    pub is_full_depth: bool,
    #[column(sql_type = "varchar(50)")]
    pub subdevice_role: String,
    #[column(sql_type = "varchar(100)")]
    pub front_image: String,
    #[column(sql_type = "varchar(100)")]
    pub rear_image: String,
    pub comments: String,
}

#[table(name = "dcim_devicetypetosoftwareimagefile")]
#[unique(
    device_type_id,
    software_image_file_id,
    name = "dcim_devicetypetosoftwar_device_type_id_software__35e2e1a8_uniq"
)]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_devicetypetosof_device_type_id_74d7511c_fk_dcim_devi"
)]
#[foreign_key(
    software_image_file_id,
    references = DcimSoftwareimagefile.id,
    initially_deferred,
    name = "dcim_devicetypetosof_software_image_file__ce1ed3c6_fk_dcim_soft"
)]
#[index(
    software_image_file_id,
    name = "dcim_devicetypetosoftwarei_software_image_file_id_ce1ed3c6"
)]
#[index(device_type_id, name = "dcim_devicetypetosoftwareimagefile_device_type_id_74d7511c")]
#[derive(Debug, Clone)]
pub struct DcimDevicetypetosoftwareimagefile {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub device_type_id: Uuid,
    pub software_image_file_id: Uuid,
}

#[table(name = "dcim_frontport")]
#[unique(module_id, name, name = "dcim_frontport_module_name_unique")]
#[unique(rear_port_id, rear_port_position, name = "dcim_frontport_rear_port_position_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_frontport_device_id_950557b5_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_frontport_module_id_952c3f9a_fk_dcim_module_id"
)]
#[foreign_key(
    rear_port_id,
    references = DcimRearport.id,
    initially_deferred,
    name = "dcim_frontport_rear_port_id_78df2532_fk_dcim_rearport_id"
)]
#[check(name = "dcim_frontport_rear_port_position_check", "rear_port_position >= 0")]
#[index(name_2, name = "dcim_frontport__name_273b2ca3")]
#[index(name_2.varchar_pattern_ops, name = "dcim_frontport__name_273b2ca3_like")]
#[index(device_id, name = "dcim_frontport_device_id_950557b5")]
#[index(module_id, name = "dcim_frontport_module_id_952c3f9a")]
#[index(name, name = "dcim_frontport_name_8972111f")]
#[index(name.varchar_pattern_ops, name = "dcim_frontport_name_8972111f_like")]
#[index(rear_port_id, name = "dcim_frontport_rear_port_id_78df2532")]
#[derive(Debug, Clone)]
pub struct DcimFrontport {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub rear_port_id: Uuid,
    pub rear_port_position: i16,
}

#[table(name = "dcim_frontporttemplate")]
#[unique(device_type_id, name, name = "dcim_frontporttemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_frontporttemplate_module_type_name_unique")]
#[unique(
    rear_port_template_id,
    rear_port_position,
    name = "dcim_frontporttemplate_rear_port_template_position_unique"
)]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_frontporttempla_device_type_id_f088b952_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_frontporttempla_module_type_id_66851ff9_fk_dcim_modu"
)]
#[foreign_key(
    rear_port_template_id,
    references = DcimRearporttemplate.id,
    initially_deferred,
    name = "dcim_frontporttempla_rear_port_template_i_d6a910d0_fk_dcim_rear"
)]
#[check(name = "dcim_frontporttemplate_rear_port_position_check", "rear_port_position >= 0")]
#[index(device_type_id, name = "dcim_frontporttemplate_device_type_id_f088b952")]
#[index(module_type_id, name = "dcim_frontporttemplate_module_type_id_66851ff9")]
#[index(rear_port_template_id, name = "dcim_frontporttemplate_rear_port_template_id_d6a910d0")]
#[derive(Debug, Clone)]
pub struct DcimFrontporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub rear_port_template_id: Uuid,
    pub rear_port_position: i16,
}

#[table(name = "dcim_interface")]
#[unique(module_id, name, name = "dcim_interface_module_name_unique")]
#[unique(
    parent_interface_id,
    breakout_position,
    name = "dcim_interface_unique_parent_breakout_position"
)]
#[foreign_key(
    bridge_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interface_bridge_id_f2a8df85_fk_dcim_interface_id"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_interface_device_id_359c6115_fk_dcim_device_id"
)]
#[foreign_key(
    lag_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interface_lag_id_ea1a1d12_fk_dcim_interface_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_interface_module_id_05ca2da5_fk_dcim_module_id"
)]
#[foreign_key(
    parent_interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interface_parent_interface_id_dc46b61a_fk_dcim_inte"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_interface_role_id_0c0a2a5d_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_interface_status_id_5d68d3d6_fk_extras_status_id"
)]
#[foreign_key(
    untagged_vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "dcim_interface_untagged_vlan_id_838dc7be_fk_ipam_vlan_id"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "dcim_interface_vrf_id_a92e59b2_fk_ipam_vrf_id"
)]
#[check(name = "dcim_interface_breakout_position_check", "breakout_position >= 0")]
#[check(name = "dcim_interface_mtu_check", "mtu >= 0")]
#[check(name = "dcim_interface_speed_check", "speed >= 0")]
#[index(name_2, name = "dcim_interface__name_8796fa61")]
#[index(name_2.varchar_pattern_ops, name = "dcim_interface__name_8796fa61_like")]
#[index(bridge_id, name = "dcim_interface_bridge_id_f2a8df85")]
#[index(device_id, name = "dcim_interface_device_id_359c6115")]
#[index(lag_id, name = "dcim_interface_lag_id_ea1a1d12")]
#[index(module_id, name = "dcim_interface_module_id_05ca2da5")]
#[index(name, name = "dcim_interface_name_bc4e48ab")]
#[index(name.varchar_pattern_ops, name = "dcim_interface_name_bc4e48ab_like")]
#[index(parent_interface_id, name = "dcim_interface_parent_interface_id_dc46b61a")]
#[index(role_id, name = "dcim_interface_role_id_0c0a2a5d")]
#[index(status_id, name = "dcim_interface_status_id_5d68d3d6")]
#[index(untagged_vlan_id, name = "dcim_interface_untagged_vlan_id_838dc7be")]
#[index(vrf_id, name = "dcim_interface_vrf_id_a92e59b2")]
#[derive(Debug, Clone)]
pub struct DcimInterface {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    pub status_id: Uuid,
    pub enabled: bool,
    #[column(sql_type = "varchar(18)")]
    pub mac_address: String,
    pub mtu: Option<i32>,
    pub role_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub mode: String,
    pub parent_interface_id: Option<Uuid>,
    pub bridge_id: Option<Uuid>,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    pub lag_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    #[column(sql_type = "varchar(50)")]
    pub port_type: String,
    pub mgmt_only: bool,
    pub untagged_vlan_id: Option<Uuid>,
    pub vrf_id: Option<Uuid>,
    pub speed: Option<i32>,
    #[column(sql_type = "varchar(10)")]
    pub duplex: String,
    pub breakout_position: Option<i16>,
}

#[table(name = "dcim_interface_tagged_vlans")]
#[unique(
    interface_id,
    vlan_id,
    name = "dcim_interface_tagged_vlans_interface_id_vlan_id_0d55c576_uniq"
)]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interface_tagge_interface_id_5870c9e9_fk_dcim_inte"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "dcim_interface_tagged_vlans_vlan_id_e027005c_fk_ipam_vlan_id"
)]
#[index(interface_id, name = "dcim_interface_tagged_vlans_interface_id_5870c9e9")]
#[index(vlan_id, name = "dcim_interface_tagged_vlans_vlan_id_e027005c")]
#[derive(Debug, Clone)]
pub struct DcimInterfaceTaggedVlan {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub interface_id: Uuid,
    pub vlan_id: Uuid,
}

#[table(name = "dcim_interfaceredundancygroup")]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "dcim_interfaceredund_secrets_group_id_e31c9631_fk_extras_se"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_interfaceredund_status_id_751f2043_fk_extras_st"
)]
#[foreign_key(
    virtual_ip_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "dcim_interfaceredund_virtual_ip_id_14cbd633_fk_ipam_ipad"
)]
#[index(name.varchar_pattern_ops, name = "dcim_interfaceredundancygroup_name_908bfaee_like")]
#[index(secrets_group_id, name = "dcim_interfaceredundancygroup_secrets_group_id_e31c9631")]
#[index(status_id, name = "dcim_interfaceredundancygroup_status_id_751f2043")]
#[index(virtual_ip_id, name = "dcim_interfaceredundancygroup_virtual_ip_id_14cbd633")]
#[derive(Debug, Clone)]
pub struct DcimInterfaceredundancygroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub status_id: Uuid,
    pub created: DateTime<Utc>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(50)")]
    pub protocol: String,
    #[column(sql_type = "varchar(255)")]
    pub protocol_group_id: String,
    pub secrets_group_id: Option<Uuid>,
    pub virtual_ip_id: Option<Uuid>,
}

#[table(name = "dcim_interfaceredundancygroupassociation")]
#[unique(
    interface_redundancy_group_id,
    interface_id,
    name = "dcim_interfaceredundancy_interface_redundancy_gro_5aece630_uniq"
)]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interfaceredund_interface_id_a2cd97e8_fk_dcim_inte"
)]
#[foreign_key(
    interface_redundancy_group_id,
    references = DcimInterfaceredundancygroup.id,
    initially_deferred,
    name = "dcim_interfaceredund_interface_redundancy_a12adcaa_fk_dcim_inte"
)]
#[check(name = "dcim_interfaceredundancygroupassociation_priority_check", "priority >= 0")]
#[index(
    interface_redundancy_group_id,
    name = "dcim_interfaceredundancygr_interface_redundancy_group_a12adcaa"
)]
#[index(interface_id, name = "dcim_interfaceredundancygroupassociation_interface_id_a2cd97e8")]
#[derive(Debug, Clone)]
pub struct DcimInterfaceredundancygroupassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub interface_redundancy_group_id: Uuid,
    pub interface_id: Uuid,
    pub priority: i32,
}

#[table(name = "dcim_interfacetemplate")]
#[unique(device_type_id, name, name = "dcim_interfacetemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_interfacetemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_interfacetempla_device_type_id_4bfcbfab_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_interfacetempla_module_type_id_f941f180_fk_dcim_modu"
)]
#[check(name = "dcim_interfacetemplate_speed_check", "speed >= 0")]
#[index(device_type_id, name = "dcim_interfacetemplate_device_type_id_4bfcbfab")]
#[index(module_type_id, name = "dcim_interfacetemplate_module_type_id_f941f180")]
#[derive(Debug, Clone)]
pub struct DcimInterfacetemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    #[column(sql_type = "varchar(50)")]
    pub port_type: String,
    pub mgmt_only: bool,
    pub speed: Option<i32>,
    #[column(sql_type = "varchar(10)")]
    pub duplex: String,
}

#[table(name = "dcim_interfacevdcassignment")]
#[unique(
    virtual_device_context_id,
    interface_id,
    name = "dcim_interfacevdcassignm_virtual_device_context_i_66758687_uniq"
)]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "dcim_interfacevdcass_interface_id_eb9f75eb_fk_dcim_inte"
)]
#[foreign_key(
    virtual_device_context_id,
    references = DcimVirtualdevicecontext.id,
    initially_deferred,
    name = "dcim_interfacevdcass_virtual_device_conte_9aa240e5_fk_dcim_virt"
)]
#[index(interface_id, name = "dcim_interfacevdcassignment_interface_id_eb9f75eb")]
#[index(
    virtual_device_context_id,
    name = "dcim_interfacevdcassignment_virtual_device_context_id_9aa240e5"
)]
#[derive(Debug, Clone)]
pub struct DcimInterfacevdcassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub virtual_device_context_id: Uuid,
    pub interface_id: Uuid,
}

#[table(name = "dcim_inventoryitem")]
#[unique(
    device_id,
    parent_id,
    name,
    name = "dcim_inventoryitem_device_id_parent_id_name_bb84bd2b_uniq"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_inventoryitem_device_id_033d83f8_fk_dcim_device_id"
)]
#[foreign_key(
    manufacturer_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "dcim_inventoryitem_manufacturer_id_dcd1b78a_fk_dcim_manu"
)]
#[foreign_key(
    parent_id,
    references = DcimInventoryitem.id,
    initially_deferred,
    name = "dcim_inventoryitem_parent_id_7ebcd457_fk_dcim_inventoryitem_id"
)]
#[foreign_key(
    software_version_id,
    references = DcimSoftwareversion.id,
    initially_deferred,
    name = "dcim_inventoryitem_software_version_id_0e33b2f2_fk_dcim_soft"
)]
#[index(name_2, name = "dcim_inventoryitem__name_959f73cc")]
#[index(name_2.varchar_pattern_ops, name = "dcim_inventoryitem__name_959f73cc_like")]
#[index(asset_tag.varchar_pattern_ops, name = "dcim_inventoryitem_asset_tag_d3289273_like")]
#[index(device_id, name = "dcim_inventoryitem_device_id_033d83f8")]
#[index(manufacturer_id, name = "dcim_inventoryitem_manufacturer_id_dcd1b78a")]
#[index(name, name = "dcim_inventoryitem_name_3e415949")]
#[index(name.varchar_pattern_ops, name = "dcim_inventoryitem_name_3e415949_like")]
#[index(parent_id, name = "dcim_inventoryitem_parent_id_7ebcd457")]
#[index(serial, name = "dcim_inventoryitem_serial_9f53019e")]
#[index(serial.varchar_pattern_ops, name = "dcim_inventoryitem_serial_9f53019e_like")]
#[index(software_version_id, name = "dcim_inventoryitem_software_version_id_0e33b2f2")]
#[derive(Debug, Clone)]
pub struct DcimInventoryitem {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    pub device_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub manufacturer_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub part_id: String,
    #[column(sql_type = "varchar(255)")]
    pub serial: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub asset_tag: Option<String>,
    pub discovered: bool,
    pub software_version_id: Option<Uuid>,
}

#[table(name = "dcim_inventoryitem_software_image_files")]
#[unique(
    inventoryitem_id,
    softwareimagefile_id,
    name = "dcim_inventoryitem_softw_inventoryitem_id_softwar_1e7b0b5c_uniq"
)]
#[foreign_key(
    inventoryitem_id,
    references = DcimInventoryitem.id,
    initially_deferred,
    name = "dcim_inventoryitem_s_inventoryitem_id_f580bb3c_fk_dcim_inve"
)]
#[foreign_key(
    softwareimagefile_id,
    references = DcimSoftwareimagefile.id,
    initially_deferred,
    name = "dcim_inventoryitem_s_softwareimagefile_id_6c5e374d_fk_dcim_soft"
)]
#[index(inventoryitem_id, name = "dcim_inventoryitem_softwar_inventoryitem_id_f580bb3c")]
#[index(softwareimagefile_id, name = "dcim_inventoryitem_softwar_softwareimagefile_id_6c5e374d")]
#[derive(Debug, Clone)]
pub struct DcimInventoryitemSoftwareImageFile {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub inventoryitem_id: Uuid,
    pub softwareimagefile_id: Uuid,
}

#[table(name = "dcim_location")]
#[unique(parent_id, name, name = "dcim_location_parent_id_name_1e7c6218_uniq")]
#[foreign_key(
    location_type_id,
    references = DcimLocationtype.id,
    initially_deferred,
    name = "dcim_location_location_type_id_511a9421_fk_dcim_locationtype_id"
)]
#[foreign_key(
    parent_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_location_parent_id_d77f3318_fk_dcim_location_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_location_status_id_3d74f10a_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_location_tenant_id_2c4df974_fk_tenancy_tenant_id"
)]
#[index(name_2, name = "dcim_location__name_09ea12a5")]
#[index(name_2.varchar_pattern_ops, name = "dcim_location__name_09ea12a5_like")]
#[index(location_type_id, name = "dcim_location_location_type_id_511a9421")]
#[index(name, name = "dcim_location_name_da208275")]
#[index(name.varchar_pattern_ops, name = "dcim_location_name_da208275_like")]
#[index(parent_id, name = "dcim_location_parent_id_d77f3318")]
#[index(status_id, name = "dcim_location_status_id_3d74f10a")]
#[index(tenant_id, name = "dcim_location_tenant_id_2c4df974")]
#[derive(Debug, Clone)]
pub struct DcimLocation {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    pub location_type_id: Uuid,
    pub status_id: Uuid,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub facility: String,
    pub asn: Option<i64>,
    #[column(sql_type = "varchar(63)")]
    pub time_zone: String,
    pub physical_address: String,
    pub shipping_address: String,
    #[column(sql_type = "numeric(8,6)")]
    pub latitude: Option<Decimal>,
    #[column(sql_type = "numeric(9,6)")]
    pub longitude: Option<Decimal>,
    #[column(sql_type = "varchar(255)")]
    pub contact_name: String,
    #[column(sql_type = "varchar(255)")]
    pub contact_phone: String,
    #[column(sql_type = "varchar(254)")]
    pub contact_email: String,
    pub comments: String,
}

#[table(name = "dcim_locationtype")]
#[foreign_key(
    parent_id,
    references = DcimLocationtype.id,
    initially_deferred,
    name = "dcim_locationtype_parent_id_023ca1c8_fk_dcim_locationtype_id"
)]
#[index(name.varchar_pattern_ops, name = "dcim_locationtype_name_1eab0ffa_like")]
#[index(parent_id, name = "dcim_locationtype_parent_id_023ca1c8")]
#[derive(Debug, Clone)]
pub struct DcimLocationtype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub nestable: bool,
}

#[table(name = "dcim_locationtype_content_types")]
#[unique(
    locationtype_id,
    contenttype_id,
    name = "dcim_locationtype_conten_locationtype_id_contentt_58938a25_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "dcim_locationtype_co_contenttype_id_806c318e_fk_django_co"
)]
#[foreign_key(
    locationtype_id,
    references = DcimLocationtype.id,
    initially_deferred,
    name = "dcim_locationtype_co_locationtype_id_daa2005b_fk_dcim_loca"
)]
#[index(contenttype_id, name = "dcim_locationtype_content_types_contenttype_id_806c318e")]
#[index(locationtype_id, name = "dcim_locationtype_content_types_locationtype_id_daa2005b")]
#[derive(Debug, Clone)]
pub struct DcimLocationtypeContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub locationtype_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "dcim_manufacturer")]
#[index(name.varchar_pattern_ops, name = "dcim_manufacturer_name_841fcd92_like")]
#[derive(Debug, Clone)]
pub struct DcimManufacturer {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_module")]
#[unique(module_type_id, serial, name = "dcim_module_module_type_serial_unique")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_module_location_id_e5fb18b4_fk_dcim_location_id"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_module_module_type_id_a50b39fc_fk_dcim_moduletype_id"
)]
#[foreign_key(
    parent_module_bay_id,
    references = DcimModulebay.id,
    initially_deferred,
    name = "dcim_module_parent_module_bay_id_43d98869_fk_dcim_modulebay_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_module_role_id_cd7e97ed_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_module_status_id_aa4a1ce4_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_module_tenant_id_16f147cb_fk_tenancy_tenant_id"
)]
#[index(asset_tag.varchar_pattern_ops, name = "dcim_module_asset_tag_2fd91eed_like")]
#[index(location_id, name = "dcim_module_location_id_e5fb18b4")]
#[index(module_type_id, name = "dcim_module_module_type_id_a50b39fc")]
#[index(role_id, name = "dcim_module_role_id_cd7e97ed")]
#[index(serial, name = "dcim_module_serial_45693f90")]
#[index(serial.varchar_pattern_ops, name = "dcim_module_serial_45693f90_like")]
#[index(status_id, name = "dcim_module_status_id_aa4a1ce4")]
#[index(tenant_id, name = "dcim_module_tenant_id_16f147cb")]
#[derive(Debug, Clone)]
pub struct DcimModule {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub module_type_id: Uuid,
    #[column(unique)]
    pub parent_module_bay_id: Option<Uuid>,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub serial: Option<String>,
    #[column(sql_type = "varchar(255)", unique)]
    pub asset_tag: Option<String>,
    pub location_id: Option<Uuid>,
}

#[table(name = "dcim_modulebay")]
#[unique(parent_module_id, name, name = "dcim_modulebay_parent_module_name_unique")]
#[foreign_key(
    module_family_id,
    references = DcimModulefamily.id,
    initially_deferred,
    name = "dcim_modulebay_module_family_id_c5964e05_fk_dcim_modu"
)]
#[foreign_key(
    parent_device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_modulebay_parent_device_id_38ff7f03_fk_dcim_device_id"
)]
#[foreign_key(
    parent_module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_modulebay_parent_module_id_d76b681b_fk_dcim_module_id"
)]
#[index(name_2, name = "dcim_modulebay__name_92226737")]
#[index(name_2.varchar_pattern_ops, name = "dcim_modulebay__name_92226737_like")]
#[index(module_family_id, name = "dcim_modulebay_module_family_id_c5964e05")]
#[index(name, name = "dcim_modulebay_name_7b5cb727")]
#[index(name.varchar_pattern_ops, name = "dcim_modulebay_name_7b5cb727_like")]
#[index(parent_device_id, name = "dcim_modulebay_parent_device_id_38ff7f03")]
#[index(parent_module_id, name = "dcim_modulebay_parent_module_id_d76b681b")]
#[derive(Debug, Clone)]
pub struct DcimModulebay {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_device_id: Option<Uuid>,
    pub parent_module_id: Option<Uuid>,
    pub module_family_id: Option<Uuid>,
    pub requires_first_party_modules: bool,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub position: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_modulebaytemplate")]
#[unique(device_type_id, name, name = "dcim_modulebaytemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_modulebaytemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_modulebaytempla_device_type_id_9eaf9bd3_fk_dcim_devi"
)]
#[foreign_key(
    module_family_id,
    references = DcimModulefamily.id,
    initially_deferred,
    name = "dcim_modulebaytempla_module_family_id_b0d298c7_fk_dcim_modu"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_modulebaytempla_module_type_id_2fdfb491_fk_dcim_modu"
)]
#[index(device_type_id, name = "dcim_modulebaytemplate_device_type_id_9eaf9bd3")]
#[index(module_family_id, name = "dcim_modulebaytemplate_module_family_id_b0d298c7")]
#[index(module_type_id, name = "dcim_modulebaytemplate_module_type_id_2fdfb491")]
#[derive(Debug, Clone)]
pub struct DcimModulebaytemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub position: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub module_family_id: Option<Uuid>,
    pub requires_first_party_modules: bool,
}

#[table(name = "dcim_modulefamily")]
#[index(name.varchar_pattern_ops, name = "dcim_modulefamily_name_e8453a8f_like")]
#[derive(Debug, Clone)]
pub struct DcimModulefamily {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_moduletype")]
#[unique(manufacturer_id, model, name = "dcim_moduletype_manufacturer_id_model_bd40def7_uniq")]
#[foreign_key(
    manufacturer_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "dcim_moduletype_manufacturer_id_7347392e_fk_dcim_manu"
)]
#[foreign_key(
    module_family_id,
    references = DcimModulefamily.id,
    initially_deferred,
    name = "dcim_moduletype_module_family_id_07bf5351_fk_dcim_modu"
)]
#[index(manufacturer_id, name = "dcim_moduletype_manufacturer_id_7347392e")]
#[index(module_family_id, name = "dcim_moduletype_module_family_id_07bf5351")]
#[derive(Debug, Clone)]
pub struct DcimModuletype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub manufacturer_id: Uuid,
    pub module_family_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub model: String,
    #[column(sql_type = "varchar(255)")]
    pub part_number: String,
    #[column(sql_type = "varchar(100)")]
    pub front_image: String,
    #[column(sql_type = "varchar(100)")]
    pub rear_image: String,
    pub comments: String,
}

#[table(name = "dcim_platform")]
#[foreign_key(
    manufacturer_id,
    references = DcimManufacturer.id,
    initially_deferred,
    name = "dcim_platform_manufacturer_id_83f72d3d_fk_dcim_manufacturer_id"
)]
#[index(manufacturer_id, name = "dcim_platform_manufacturer_id_83f72d3d")]
#[index(name.varchar_pattern_ops, name = "dcim_platform_name_c2f04255_like")]
#[derive(Debug, Clone)]
pub struct DcimPlatform {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub manufacturer_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub network_driver: String,
    #[column(sql_type = "varchar(255)")]
    pub napalm_driver: String,
    pub napalm_args: Option<serde_json::Value>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_powerfeed")]
#[unique(
    power_panel_id,
    breaker_position,
    name = "dcim_powerfeed_power_panel_id_breaker_position_9a88b2a3_uniq"
)]
#[unique(power_panel_id, name, name = "dcim_powerfeed_power_panel_id_name_0fbaae9f_uniq")]
#[foreign_key(
    destination_panel_id,
    references = DcimPowerpanel.id,
    initially_deferred,
    name = "dcim_powerfeed_destination_panel_id_7f6d6103_fk_dcim_powe"
)]
#[foreign_key(
    power_panel_id,
    references = DcimPowerpanel.id,
    initially_deferred,
    name = "dcim_powerfeed_power_panel_id_32bde3be_fk_dcim_powerpanel_id"
)]
#[foreign_key(
    rack_id,
    references = DcimRack.id,
    initially_deferred,
    name = "dcim_powerfeed_rack_id_7abba090_fk_dcim_rack_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_powerfeed_status_id_8c424cc3_fk_extras_status_id"
)]
#[check(name = "dcim_powerfeed_amperage_check", "amperage >= 0")]
#[check(name = "dcim_powerfeed_available_power_check", "available_power >= 0")]
#[check(name = "dcim_powerfeed_breaker_pole_count_check", "breaker_pole_count >= 0")]
#[check(name = "dcim_powerfeed_breaker_position_check", "breaker_position >= 0")]
#[check(name = "dcim_powerfeed_max_utilization_check", "max_utilization >= 0")]
#[index(power_panel_id, breaker_position, name = "dcim_powerf_power_p_b4d96d_idx")]
#[index(destination_panel_id, name = "dcim_powerfeed_destination_panel_id_7f6d6103")]
#[index(power_panel_id, name = "dcim_powerfeed_power_panel_id_32bde3be")]
#[index(rack_id, name = "dcim_powerfeed_rack_id_7abba090")]
#[index(status_id, name = "dcim_powerfeed_status_id_8c424cc3")]
#[derive(Debug, Clone)]
pub struct DcimPowerfeed {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub power_panel_id: Uuid,
    pub destination_panel_id: Option<Uuid>,
    pub rack_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub status_id: Uuid,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    #[column(sql_type = "varchar(20)")]
    pub power_path: String,
    #[column(sql_type = "varchar(50)")]
    pub supply: String,
    #[column(sql_type = "varchar(50)")]
    pub phase: String,
    pub voltage: i16,
    pub amperage: i16,
    pub max_utilization: i16,
    pub breaker_position: Option<i32>,
    pub breaker_pole_count: Option<i16>,
    pub available_power: i32,
    pub comments: String,
}

#[table(name = "dcim_poweroutlet")]
#[unique(module_id, name, name = "dcim_poweroutlet_module_name_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_poweroutlet_device_id_286351d7_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_poweroutlet_module_id_032f5af2_fk_dcim_module_id"
)]
#[foreign_key(
    power_port_id,
    references = DcimPowerport.id,
    initially_deferred,
    name = "dcim_poweroutlet_power_port_id_9bdf4163_fk_dcim_powerport_id"
)]
#[index(name_2, name = "dcim_poweroutlet__name_0ecdd374")]
#[index(name_2.varchar_pattern_ops, name = "dcim_poweroutlet__name_0ecdd374_like")]
#[index(device_id, name = "dcim_poweroutlet_device_id_286351d7")]
#[index(module_id, name = "dcim_poweroutlet_module_id_032f5af2")]
#[index(name, name = "dcim_poweroutlet_name_98c8e7a2")]
#[index(name.varchar_pattern_ops, name = "dcim_poweroutlet_name_98c8e7a2_like")]
#[index(power_port_id, name = "dcim_poweroutlet_power_port_id_9bdf4163")]
#[derive(Debug, Clone)]
pub struct DcimPoweroutlet {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub power_port_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub feed_leg: String,
}

#[table(name = "dcim_poweroutlettemplate")]
#[unique(device_type_id, name, name = "dcim_poweroutlettemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_poweroutlettemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_poweroutlettemp_device_type_id_26b2316c_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_poweroutlettemp_module_type_id_6142b416_fk_dcim_modu"
)]
#[foreign_key(
    power_port_template_id,
    references = DcimPowerporttemplate.id,
    initially_deferred,
    name = "dcim_poweroutlettemp_power_port_template__fd11e222_fk_dcim_powe"
)]
#[index(device_type_id, name = "dcim_poweroutlettemplate_device_type_id_26b2316c")]
#[index(module_type_id, name = "dcim_poweroutlettemplate_module_type_id_6142b416")]
#[index(power_port_template_id, name = "dcim_poweroutlettemplate_power_port_template_id_fd11e222")]
#[derive(Debug, Clone)]
pub struct DcimPoweroutlettemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub power_port_template_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub feed_leg: String,
}

#[table(name = "dcim_powerpanel")]
#[unique(location_id, name, name = "dcim_powerpanel_location_id_name_682403ca_uniq")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_powerpanel_location_id_474b60f8_fk_dcim_location_id"
)]
#[foreign_key(
    rack_group_id,
    references = DcimRackgroup.id,
    initially_deferred,
    name = "dcim_powerpanel_rack_group_id_76467cc9_fk_dcim_rackgroup_id"
)]
#[check(name = "dcim_powerpanel_breaker_position_count_check", "breaker_position_count >= 0")]
#[index(location_id, name = "dcim_powerpanel_location_id_474b60f8")]
#[index(name, name = "dcim_powerpanel_name_09946067")]
#[index(name.varchar_pattern_ops, name = "dcim_powerpanel_name_09946067_like")]
#[index(rack_group_id, name = "dcim_powerpanel_rack_group_id_76467cc9")]
#[derive(Debug, Clone)]
pub struct DcimPowerpanel {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub location_id: Uuid,
    pub rack_group_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(30)")]
    pub panel_type: String,
    pub breaker_position_count: Option<i32>,
    #[column(sql_type = "varchar(20)")]
    pub power_path: String,
}

#[table(name = "dcim_powerport")]
#[unique(module_id, name, name = "dcim_powerport_module_name_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_powerport_device_id_ef7185ae_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_powerport_module_id_d0c27534_fk_dcim_module_id"
)]
#[check(name = "dcim_powerport_allocated_draw_check", "allocated_draw >= 0")]
#[check(name = "dcim_powerport_maximum_draw_check", "maximum_draw >= 0")]
#[index(name_2, name = "dcim_powerport__name_cd2ccdac")]
#[index(name_2.varchar_pattern_ops, name = "dcim_powerport__name_cd2ccdac_like")]
#[index(device_id, name = "dcim_powerport_device_id_ef7185ae")]
#[index(module_id, name = "dcim_powerport_module_id_d0c27534")]
#[index(name, name = "dcim_powerport_name_8b95aa68")]
#[index(name.varchar_pattern_ops, name = "dcim_powerport_name_8b95aa68_like")]
#[derive(Debug, Clone)]
pub struct DcimPowerport {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub maximum_draw: Option<i16>,
    pub allocated_draw: Option<i16>,
    #[column(sql_type = "numeric(4,2)")]
    pub power_factor: Decimal,
}

#[table(name = "dcim_powerporttemplate")]
#[unique(device_type_id, name, name = "dcim_powerporttemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_powerporttemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_powerporttempla_device_type_id_1ddfbfcc_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_powerporttempla_module_type_id_93e26849_fk_dcim_modu"
)]
#[check(name = "dcim_powerporttemplate_allocated_draw_check", "allocated_draw >= 0")]
#[check(name = "dcim_powerporttemplate_maximum_draw_check", "maximum_draw >= 0")]
#[index(device_type_id, name = "dcim_powerporttemplate_device_type_id_1ddfbfcc")]
#[index(module_type_id, name = "dcim_powerporttemplate_module_type_id_93e26849")]
#[derive(Debug, Clone)]
pub struct DcimPowerporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub maximum_draw: Option<i16>,
    pub allocated_draw: Option<i16>,
    #[column(sql_type = "numeric(4,2)")]
    pub power_factor: Decimal,
}

#[table(name = "dcim_rack")]
#[unique(rack_group_id, facility_id, name = "dcim_rack_rack_group_id_facility_id_126557c9_uniq")]
#[unique(rack_group_id, name, name = "dcim_rack_rack_group_id_name_fa9f826f_uniq")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_rack_location_id_5f63ec31_fk_dcim_location_id"
)]
#[foreign_key(
    rack_group_id,
    references = DcimRackgroup.id,
    initially_deferred,
    name = "dcim_rack_rack_group_id_70309130_fk_dcim_rackgroup_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_rack_role_id_62d6919e_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_rack_status_id_ee3dee3e_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_rack_tenant_id_7cdf3725_fk_tenancy_tenant_id"
)]
#[check(name = "dcim_rack_outer_depth_check", "outer_depth >= 0")]
#[check(name = "dcim_rack_outer_width_check", "outer_width >= 0")]
#[check(name = "dcim_rack_u_height_check", "u_height >= 0")]
#[check(name = "dcim_rack_width_check", "width >= 0")]
#[index(name_2, name = "dcim_rack__name_e3323581")]
#[index(name_2.varchar_pattern_ops, name = "dcim_rack__name_e3323581_like")]
#[index(asset_tag.varchar_pattern_ops, name = "dcim_rack_asset_tag_f88408e5_like")]
#[index(location_id, name = "dcim_rack_location_id_5f63ec31")]
#[index(name, name = "dcim_rack_name_b74aa0b4")]
#[index(name.varchar_pattern_ops, name = "dcim_rack_name_b74aa0b4_like")]
#[index(rack_group_id, name = "dcim_rack_rack_group_id_70309130")]
#[index(role_id, name = "dcim_rack_role_id_62d6919e")]
#[index(serial, name = "dcim_rack_serial_d9cd7ac4")]
#[index(serial.varchar_pattern_ops, name = "dcim_rack_serial_d9cd7ac4_like")]
#[index(status_id, name = "dcim_rack_status_id_ee3dee3e")]
#[index(tenant_id, name = "dcim_rack_tenant_id_7cdf3725")]
#[derive(Debug, Clone)]
pub struct DcimRack {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub facility_id: Option<String>,
    pub location_id: Uuid,
    pub rack_group_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub serial: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub asset_tag: Option<String>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub width: i16,
    pub u_height: i16,
    pub desc_units: bool,
    pub outer_width: Option<i16>,
    pub outer_depth: Option<i16>,
    #[column(sql_type = "varchar(50)")]
    pub outer_unit: String,
    pub comments: String,
}

#[table(name = "dcim_rackgroup")]
#[unique(location_id, name, name = "dcim_rackgroup_location_id_name_8555e7b1_uniq")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "dcim_rackgroup_location_id_5a6fdeac_fk_dcim_location_id"
)]
#[foreign_key(
    parent_id,
    references = DcimRackgroup.id,
    initially_deferred,
    name = "dcim_rackgroup_parent_id_cc315105_fk_dcim_rackgroup_id"
)]
#[index(location_id, name = "dcim_rackgroup_location_id_5a6fdeac")]
#[index(name, name = "dcim_rackgroup_name_6a84593a")]
#[index(name.varchar_pattern_ops, name = "dcim_rackgroup_name_6a84593a_like")]
#[index(parent_id, name = "dcim_rackgroup_parent_id_cc315105")]
#[derive(Debug, Clone)]
pub struct DcimRackgroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub location_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_rackreservation")]
#[foreign_key(
    rack_id,
    references = DcimRack.id,
    initially_deferred,
    name = "dcim_rackreservation_rack_id_1ebbaa9b_fk_dcim_rack_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_rackreservation_tenant_id_eb5e045f_fk_tenancy_tenant_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "dcim_rackreservation_user_id_0785a527_fk_auth_user_id"
)]
#[index(rack_id, name = "dcim_rackreservation_rack_id_1ebbaa9b")]
#[index(tenant_id, name = "dcim_rackreservation_tenant_id_eb5e045f")]
#[index(user_id, name = "dcim_rackreservation_user_id_0785a527")]
#[derive(Debug, Clone)]
pub struct DcimRackreservation {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub rack_id: Uuid,
    pub units: serde_json::Value,
    pub tenant_id: Option<Uuid>,
    pub user_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "dcim_rearport")]
#[unique(module_id, name, name = "dcim_rearport_module_name_unique")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_rearport_device_id_0bdfe9c0_fk_dcim_device_id"
)]
#[foreign_key(
    module_id,
    references = DcimModule.id,
    initially_deferred,
    name = "dcim_rearport_module_id_9a7b7e91_fk_dcim_module_id"
)]
#[check(name = "dcim_rearport_positions_check", "positions >= 0")]
#[index(name_2, name = "dcim_rearport__name_50f20c9e")]
#[index(name_2.varchar_pattern_ops, name = "dcim_rearport__name_50f20c9e_like")]
#[index(device_id, name = "dcim_rearport_device_id_0bdfe9c0")]
#[index(module_id, name = "dcim_rearport_module_id_9a7b7e91")]
#[index(name, name = "dcim_rearport_name_2300a129")]
#[index(name.varchar_pattern_ops, name = "dcim_rearport_name_2300a129_like")]
#[derive(Debug, Clone)]
pub struct DcimRearport {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_id: Option<Uuid>,
    pub module_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub positions: i16,
}

#[table(name = "dcim_rearporttemplate")]
#[unique(device_type_id, name, name = "dcim_rearporttemplate_device_type_name_unique")]
#[unique(module_type_id, name, name = "dcim_rearporttemplate_module_type_name_unique")]
#[foreign_key(
    device_type_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "dcim_rearporttemplat_device_type_id_6a02fd01_fk_dcim_devi"
)]
#[foreign_key(
    module_type_id,
    references = DcimModuletype.id,
    initially_deferred,
    name = "dcim_rearporttemplat_module_type_id_4d970e5b_fk_dcim_modu"
)]
#[check(name = "dcim_rearporttemplate_positions_check", "positions >= 0")]
#[index(device_type_id, name = "dcim_rearporttemplate_device_type_id_6a02fd01")]
#[index(module_type_id, name = "dcim_rearporttemplate_module_type_id_4d970e5b")]
#[derive(Debug, Clone)]
pub struct DcimRearporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub device_type_id: Option<Uuid>,
    pub module_type_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub positions: i16,
}

#[table(name = "dcim_softwareimagefile")]
#[unique(
    image_file_name,
    software_version_id,
    name = "dcim_softwareimagefile_image_file_name_software_9887bb4c_uniq"
)]
#[foreign_key(
    external_integration_id,
    references = ExtrasExternalintegration.id,
    initially_deferred,
    name = "dcim_softwareimagefi_external_integration_2d211aee_fk_extras_ex"
)]
#[foreign_key(
    software_version_id,
    references = DcimSoftwareversion.id,
    initially_deferred,
    name = "dcim_softwareimagefi_software_version_id_a143fbd3_fk_dcim_soft"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_softwareimagefile_status_id_5288600b_fk_extras_status_id"
)]
#[check(name = "dcim_softwareimagefile_image_file_size_check", "image_file_size >= 0")]
#[index(external_integration_id, name = "dcim_softwareimagefile_external_integration_id_2d211aee")]
#[index(software_version_id, name = "dcim_softwareimagefile_software_version_id_a143fbd3")]
#[index(status_id, name = "dcim_softwareimagefile_status_id_5288600b")]
#[derive(Debug, Clone)]
pub struct DcimSoftwareimagefile {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub software_version_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub image_file_name: String,
    #[column(sql_type = "varchar(256)")]
    pub image_file_checksum: String,
    #[column(sql_type = "varchar(255)")]
    pub hashing_algorithm: String,
    pub image_file_size: Option<i64>,
    #[column(sql_type = "varchar(200)")]
    pub download_url: String,
    pub external_integration_id: Option<Uuid>,
    pub default_image: bool,
    pub status_id: Uuid,
}

#[table(name = "dcim_softwareversion")]
#[unique(platform_id, version, name = "dcim_softwareversion_platform_id_version_34b58c7b_uniq")]
#[foreign_key(
    platform_id,
    references = DcimPlatform.id,
    initially_deferred,
    name = "dcim_softwareversion_platform_id_dcac6ff8_fk_dcim_platform_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_softwareversion_status_id_e167dc1f_fk_extras_status_id"
)]
#[index(platform_id, name = "dcim_softwareversion_platform_id_dcac6ff8")]
#[index(status_id, name = "dcim_softwareversion_status_id_e167dc1f")]
#[derive(Debug, Clone)]
pub struct DcimSoftwareversion {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub platform_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub version: String,
    #[column(sql_type = "varchar(255)")]
    pub alias: String,
    pub release_date: Option<NaiveDate>,
    pub end_of_support_date: Option<NaiveDate>,
    #[column(sql_type = "varchar(200)")]
    pub documentation_url: String,
    pub long_term_support: bool,
    pub pre_release: bool,
    pub status_id: Uuid,
}

#[table(name = "dcim_virtualchassis")]
#[foreign_key(
    master_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_virtualchassis_master_id_ab54cfc6_fk_dcim_device_id"
)]
#[index(name.varchar_pattern_ops, name = "dcim_virtualchassis_name_7dcc237d_like")]
#[derive(Debug, Clone)]
pub struct DcimVirtualchassis {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(unique)]
    pub master_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub domain: String,
}

#[table(name = "dcim_virtualdevicecontext")]
#[unique(
    device_id,
    identifier,
    name = "dcim_virtualdevicecontext_device_id_identifier_a871cba8_uniq"
)]
#[unique(device_id, name, name = "dcim_virtualdevicecontext_device_id_name_6eec71ab_uniq")]
#[foreign_key(
    controller_managed_device_group_id,
    references = DcimControllermanageddevicegroup.id,
    initially_deferred,
    name = "dcim_virtualdeviceco_controller_managed_d_d65d0532_fk_dcim_cont"
)]
#[foreign_key(
    primary_ip4_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "dcim_virtualdeviceco_primary_ip4_id_6bd0605b_fk_ipam_ipad"
)]
#[foreign_key(
    primary_ip6_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "dcim_virtualdeviceco_primary_ip6_id_ed3b81bd_fk_ipam_ipad"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "dcim_virtualdeviceco_status_id_6df019d2_fk_extras_st"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "dcim_virtualdeviceco_tenant_id_b6a21753_fk_tenancy_t"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "dcim_virtualdevicecontext_device_id_4f39274b_fk_dcim_device_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "dcim_virtualdevicecontext_role_id_9e434101_fk_extras_role_id"
)]
#[check(name = "dcim_virtualdevicecontext_identifier_check", "identifier >= 0")]
#[index(
    controller_managed_device_group_id,
    name = "dcim_virtualdevicecontext_controller_managed_device__d65d0532"
)]
#[index(device_id, name = "dcim_virtualdevicecontext_device_id_4f39274b")]
#[index(primary_ip4_id, name = "dcim_virtualdevicecontext_primary_ip4_id_6bd0605b")]
#[index(primary_ip6_id, name = "dcim_virtualdevicecontext_primary_ip6_id_ed3b81bd")]
#[index(role_id, name = "dcim_virtualdevicecontext_role_id_9e434101")]
#[index(status_id, name = "dcim_virtualdevicecontext_status_id_6df019d2")]
#[index(tenant_id, name = "dcim_virtualdevicecontext_tenant_id_b6a21753")]
#[derive(Debug, Clone)]
pub struct DcimVirtualdevicecontext {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub device_id: Uuid,
    pub identifier: Option<i16>,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub primary_ip4_id: Option<Uuid>,
    pub primary_ip6_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub controller_managed_device_group_id: Option<Uuid>,
}

#[table(name = "django_admin_log")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "django_admin_log_content_type_id_c4bce8eb_fk_django_co"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "django_admin_log_user_id_c564eba6_fk_auth_user_id"
)]
#[check(name = "django_admin_log_action_flag_check", "action_flag >= 0")]
#[index(content_type_id, name = "django_admin_log_content_type_id_c4bce8eb")]
#[index(user_id, name = "django_admin_log_user_id_c564eba6")]
#[derive(Debug, Clone)]
pub struct DjangoAdminLog {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub action_time: DateTime<Utc>,
    pub user_id: Uuid,
    pub content_type_id: Option<i32>,
    pub object_id: Option<String>,
    #[column(sql_type = "varchar(200)")]
    pub object_repr: String,
    pub action_flag: i16,
    pub change_message: String,
}

#[table(name = "django_celery_beat_clockedschedule")]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatClockedschedule {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub clocked_time: DateTime<Utc>,
}

#[table(name = "django_celery_beat_crontabschedule")]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatCrontabschedule {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(240)")]
    pub minute: String,
    #[column(sql_type = "varchar(96)")]
    pub hour: String,
    #[column(sql_type = "varchar(124)")]
    pub day_of_month: String,
    #[column(sql_type = "varchar(64)")]
    pub month_of_year: String,
    #[column(sql_type = "varchar(64)")]
    pub day_of_week: String,
    #[column(sql_type = "varchar(63)")]
    pub timezone: String,
}

#[table(name = "django_celery_beat_intervalschedule")]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatIntervalschedule {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub every: i32,
    #[column(sql_type = "varchar(24)")]
    pub period: String,
}

#[table(name = "django_celery_beat_periodictask")]
#[foreign_key(
    clocked_id,
    references = DjangoCeleryBeatClockedschedule.id,
    initially_deferred,
    name = "django_celery_beat_p_clocked_id_47a69f82_fk_django_ce"
)]
#[foreign_key(
    crontab_id,
    references = DjangoCeleryBeatCrontabschedule.id,
    initially_deferred,
    name = "django_celery_beat_p_crontab_id_d3cba168_fk_django_ce"
)]
#[foreign_key(
    interval_id,
    references = DjangoCeleryBeatIntervalschedule.id,
    initially_deferred,
    name = "django_celery_beat_p_interval_id_a8ca27da_fk_django_ce"
)]
#[foreign_key(
    solar_id,
    references = DjangoCeleryBeatSolarschedule.id,
    initially_deferred,
    name = "django_celery_beat_p_solar_id_a87ce72c_fk_django_ce"
)]
#[check(name = "django_celery_beat_periodictask_expire_seconds_check", "expire_seconds >= 0")]
#[check(name = "django_celery_beat_periodictask_priority_check", "priority >= 0")]
#[check(name = "django_celery_beat_periodictask_total_run_count_check", "total_run_count >= 0")]
#[index(clocked_id, name = "django_celery_beat_periodictask_clocked_id_47a69f82")]
#[index(crontab_id, name = "django_celery_beat_periodictask_crontab_id_d3cba168")]
#[index(interval_id, name = "django_celery_beat_periodictask_interval_id_a8ca27da")]
#[index(name.varchar_pattern_ops, name = "django_celery_beat_periodictask_name_265a36b7_like")]
#[index(solar_id, name = "django_celery_beat_periodictask_solar_id_a87ce72c")]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatPeriodictask {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(200)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(200)")]
    pub task: String,
    pub interval_id: Option<i32>,
    pub crontab_id: Option<i32>,
    pub solar_id: Option<i32>,
    pub clocked_id: Option<i32>,
    pub args: String,
    pub kwargs: String,
    #[column(sql_type = "varchar(200)")]
    pub queue: Option<String>,
    #[column(sql_type = "varchar(200)")]
    pub exchange: Option<String>,
    #[column(sql_type = "varchar(200)")]
    pub routing_key: Option<String>,
    pub headers: String,
    pub priority: Option<i32>,
    pub expires: Option<DateTime<Utc>>,
    pub expire_seconds: Option<i32>,
    pub one_off: bool,
    pub start_time: Option<DateTime<Utc>>,
    pub enabled: bool,
    pub last_run_at: Option<DateTime<Utc>>,
    pub total_run_count: i32,
    pub date_changed: DateTime<Utc>,
    pub description: String,
}

#[table(name = "django_celery_beat_periodictasks")]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatPeriodictasks {
    #[column(primary_key)]
    pub ident: i16,
    pub last_update: DateTime<Utc>,
}

#[table(name = "django_celery_beat_solarschedule")]
#[unique(
    event,
    latitude,
    longitude,
    name = "django_celery_beat_solar_event_latitude_longitude_ba64999a_uniq"
)]
#[derive(Debug, Clone)]
pub struct DjangoCeleryBeatSolarschedule {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(24)")]
    pub event: String,
    #[column(sql_type = "numeric(9,6)")]
    pub latitude: Decimal,
    #[column(sql_type = "numeric(9,6)")]
    pub longitude: Decimal,
}

#[table(name = "django_celery_results_chordcounter")]
#[check(name = "django_celery_results_chordcounter_count_check", "count >= 0")]
#[index(
    group_id.varchar_pattern_ops,
    name = "django_celery_results_chordcounter_group_id_1f70858c_like"
)]
#[derive(Debug, Clone)]
pub struct DjangoCeleryResultsChordcounter {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub group_id: String,
    pub sub_tasks: String,
    pub count: i32,
}

#[table(name = "django_celery_results_groupresult")]
#[index(date_created, name = "django_cele_date_cr_bd6c1d_idx")]
#[index(date_done, name = "django_cele_date_do_caae0e_idx")]
#[index(
    group_id.varchar_pattern_ops,
    name = "django_celery_results_groupresult_group_id_a085f1a9_like"
)]
#[derive(Debug, Clone)]
pub struct DjangoCeleryResultsGroupresult {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub group_id: String,
    pub date_created: DateTime<Utc>,
    pub date_done: DateTime<Utc>,
    #[column(sql_type = "varchar(128)")]
    pub content_type: String,
    #[column(sql_type = "varchar(64)")]
    pub content_encoding: String,
    pub result: Option<String>,
}

#[table(name = "django_celery_results_taskresult")]
#[index(date_created, name = "django_cele_date_cr_f04a50_idx")]
#[index(date_done, name = "django_cele_date_do_f59aad_idx")]
#[index(periodic_task_name, name = "django_cele_periodi_1993cf_idx")]
#[index(status, name = "django_cele_status_9b6201_idx")]
#[index(task_name, name = "django_cele_task_na_08aec9_idx")]
#[index(worker, name = "django_cele_worker_d54dd8_idx")]
#[index(
    task_id.varchar_pattern_ops,
    name = "django_celery_results_taskresult_task_id_de0d95bf_like"
)]
#[derive(Debug, Clone)]
pub struct DjangoCeleryResultsTaskresult {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub task_id: String,
    #[column(sql_type = "varchar(255)")]
    pub periodic_task_name: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub task_name: Option<String>,
    pub task_args: Option<String>,
    pub task_kwargs: Option<String>,
    #[column(sql_type = "varchar(50)")]
    pub status: String,
    #[column(sql_type = "varchar(100)")]
    pub worker: Option<String>,
    #[column(sql_type = "varchar(128)")]
    pub content_type: String,
    #[column(sql_type = "varchar(64)")]
    pub content_encoding: String,
    pub result: Option<String>,
    pub date_created: DateTime<Utc>,
    pub date_started: Option<DateTime<Utc>>,
    pub date_done: DateTime<Utc>,
    pub traceback: Option<String>,
    pub meta: Option<String>,
}

#[table(name = "django_content_type")]
#[unique(app_label, model, name = "django_content_type_app_label_model_76bd3d3b_uniq")]
#[derive(Debug, Clone)]
pub struct DjangoContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)")]
    pub app_label: String,
    #[column(sql_type = "varchar(100)")]
    pub model: String,
}

#[table(name = "django_session")]
#[index(expire_date, name = "django_session_expire_date_a5c62663")]
#[index(session_key.varchar_pattern_ops, name = "django_session_session_key_c0390e0f_like")]
#[derive(Debug, Clone)]
pub struct DjangoSession {
    #[column(sql_type = "varchar(40)", primary_key)]
    pub session_key: String,
    pub session_data: String,
    pub expire_date: DateTime<Utc>,
}

#[table(name = "extras_approvaluserresponse")]
#[foreign_key(
    approval_workflow_stage_id,
    references = ExtrasApprovalworkflowstage.id,
    initially_deferred,
    name = "extras_approvaluserr_approval_workflow_st_ee56bc0c_fk_extras_ap"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_approvaluserresponse_user_id_13bb9039_fk_auth_user_id"
)]
#[index(
    approval_workflow_stage_id,
    name = "extras_approvaluserresponse_approval_workflow_stage_id_ee56bc0c"
)]
#[index(user_id, name = "extras_approvaluserresponse_user_id_13bb9039")]
#[derive(Debug, Clone)]
pub struct ExtrasApprovaluserresponse {
    #[column(primary_key)]
    pub id: Uuid,
    pub approval_workflow_stage_id: Uuid,
    pub user_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub comments: String,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    pub last_updated: Option<DateTime<Utc>>,
}

#[table(name = "extras_approvalworkflow")]
#[unique(
    approval_workflow_definition_id,
    object_under_review_content_type_id,
    object_under_review_object_id,
    name = "extras_approvalworkflow_approval_workflow_defini_1ab9fae5_uniq"
)]
#[foreign_key(
    approval_workflow_definition_id,
    references = ExtrasApprovalworkflowdefinition.id,
    initially_deferred,
    name = "extras_approvalworkf_approval_workflow_de_d39a7459_fk_extras_ap"
)]
#[foreign_key(
    object_under_review_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_approvalworkf_object_under_review__99ff4617_fk_django_co"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_approvalworkflow_user_id_f2506f51_fk_auth_user_id"
)]
#[index(
    approval_workflow_definition_id,
    name = "extras_approvalworkflow_approval_workflow_definiti_d39a7459"
)]
#[index(
    object_under_review_content_type_id,
    name = "extras_approvalworkflow_object_under_review_conten_99ff4617"
)]
#[index(
    object_under_review_object_id,
    name = "extras_approvalworkflow_object_under_review_object_id_2d64d1d5"
)]
#[index(user_id, name = "extras_approvalworkflow_user_id_f2506f51")]
#[index(user_name, name = "extras_approvalworkflow_user_name_adc14745")]
#[index(user_name.varchar_pattern_ops, name = "extras_approvalworkflow_user_name_adc14745_like")]
#[derive(Debug, Clone)]
pub struct ExtrasApprovalworkflow {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub approval_workflow_definition_id: Option<Uuid>,
    pub object_under_review_content_type_id: i32,
    pub object_under_review_object_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub current_state: String,
    pub decision_date: Option<DateTime<Utc>>,
    pub user_id: Option<Uuid>,
    #[column(sql_type = "varchar(150)")]
    pub user_name: String,
}

#[table(name = "extras_approvalworkflowdefinition")]
#[unique(
    model_content_type_id,
    weight,
    name = "extras_approvalworkflowd_model_content_type_id_we_a7156a7e_uniq"
)]
#[foreign_key(
    model_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_approvalworkf_model_content_type_i_3a0eb629_fk_django_co"
)]
#[index(model_content_type_id, name = "extras_approvalworkflowdef_model_content_type_id_3a0eb629")]
#[index(name.varchar_pattern_ops, name = "extras_approvalworkflowdefinition_name_7a8ccee3_like")]
#[derive(Debug, Clone)]
pub struct ExtrasApprovalworkflowdefinition {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub model_content_type_id: i32,
    pub model_constraints: serde_json::Value,
    pub weight: i32,
}

#[table(name = "extras_approvalworkflowstage")]
#[unique(
    approval_workflow_id,
    approval_workflow_stage_definition_id,
    name = "extras_approvalworkflows_approval_workflow_id_app_42233e40_uniq"
)]
#[foreign_key(
    approval_workflow_id,
    references = ExtrasApprovalworkflow.id,
    initially_deferred,
    name = "extras_approvalworkf_approval_workflow_id_fb35e65a_fk_extras_ap"
)]
#[foreign_key(
    approval_workflow_stage_definition_id,
    references = ExtrasApprovalworkflowstagedefinition.id,
    initially_deferred,
    name = "extras_approvalworkf_approval_workflow_st_e96ca568_fk_extras_ap"
)]
#[index(
    approval_workflow_stage_definition_id,
    name = "extras_approvalworkflowsta_approval_workflow_stage_de_e96ca568"
)]
#[index(approval_workflow_id, name = "extras_approvalworkflowstage_approval_workflow_id_fb35e65a")]
#[derive(Debug, Clone)]
pub struct ExtrasApprovalworkflowstage {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub approval_workflow_id: Uuid,
    pub approval_workflow_stage_definition_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    pub decision_date: Option<DateTime<Utc>>,
}

#[table(name = "extras_approvalworkflowstagedefinition")]
#[unique(
    approval_workflow_definition_id,
    name,
    name = "extras_approvalworkflows_approval_workflow_defini_4ca372ff_uniq"
)]
#[unique(
    approval_workflow_definition_id,
    sequence,
    name = "extras_approvalworkflows_approval_workflow_defini_83c5e3bf_uniq"
)]
#[foreign_key(
    approval_workflow_definition_id,
    references = ExtrasApprovalworkflowdefinition.id,
    initially_deferred,
    name = "extras_approvalworkf_approval_workflow_de_f2706272_fk_extras_ap"
)]
#[foreign_key(
    approver_group_id,
    references = AuthGroup.id,
    initially_deferred,
    name = "extras_approvalworkf_approver_group_id_150265c8_fk_auth_grou"
)]
#[check(name = "extras_approvalworkflowstagedefinition_min_approvers_check", "min_approvers >= 0")]
#[check(name = "extras_approvalworkflowstagedefinition_sequence_check", "sequence >= 0")]
#[index(
    approval_workflow_definition_id,
    name = "extras_approvalworkflowsta_approval_workflow_definiti_f2706272"
)]
#[index(approver_group_id, name = "extras_approvalworkflowsta_approver_group_id_150265c8")]
#[derive(Debug, Clone)]
pub struct ExtrasApprovalworkflowstagedefinition {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub approval_workflow_definition_id: Uuid,
    pub sequence: i32,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub min_approvers: i32,
    #[column(sql_type = "varchar(255)")]
    pub denial_message: String,
    pub approver_group_id: i32,
}

#[table(name = "extras_computedfield")]
#[unique(content_type_id, label, name = "extras_computedfield_content_type_id_label_021486c8_uniq")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_computedfield_content_type_id_def6603f_fk_django_co"
)]
#[check(name = "extras_computedfield_weight_check", "weight >= 0")]
#[index(content_type_id, name = "extras_computedfield_content_type_id_def6603f")]
#[index(key.varchar_pattern_ops, name = "extras_computedfield_key_bfffcdb4_like")]
#[derive(Debug, Clone)]
pub struct ExtrasComputedfield {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub content_type_id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub key: String,
    #[column(sql_type = "varchar(50)")]
    pub output_type: String,
    #[column(sql_type = "varchar(255)")]
    pub grouping: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub template: String,
    #[column(sql_type = "varchar(500)")]
    pub fallback_value: String,
    pub weight: i16,
    pub advanced_ui: bool,
}

#[table(name = "extras_configcontext")]
#[foreign_key(
    config_context_schema_id,
    references = ExtrasConfigcontextschema.id,
    initially_deferred,
    name = "extras_configcontext_config_context_schem_1e242da5_fk_extras_co"
)]
#[foreign_key(
    owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_configcontext_owner_content_type_i_af30e837_fk_django_co"
)]
#[check(name = "extras_configcontext_weight_check", "weight >= 0")]
#[index(config_context_schema_id, name = "extras_configcontext_config_context_schema_id_1e242da5")]
#[index(name.varchar_pattern_ops, name = "extras_configcontext_name_4bbfe25d_like")]
#[index(owner_content_type_id, name = "extras_configcontext_owner_content_type_id_af30e837")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontext {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub owner_content_type_id: Option<i32>,
    pub owner_object_id: Option<Uuid>,
    pub weight: i16,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub is_active: bool,
    pub config_context_schema_id: Option<Uuid>,
    pub data: serde_json::Value,
}

#[table(name = "extras_configcontext_cluster_groups")]
#[unique(
    configcontext_id,
    clustergroup_id,
    name = "extras_configcontext_clu_configcontext_id_cluster_bc530192_uniq"
)]
#[foreign_key(
    clustergroup_id,
    references = VirtualizationClustergroup.id,
    initially_deferred,
    name = "extras_configcontext_clustergroup_id_f4322ce8_fk_virtualiz"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_8f50b794_fk_extras_co"
)]
#[index(clustergroup_id, name = "extras_configcontext_cluster_groups_clustergroup_id_f4322ce8")]
#[index(configcontext_id, name = "extras_configcontext_cluster_groups_configcontext_id_8f50b794")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextClusterGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub clustergroup_id: Uuid,
}

#[table(name = "extras_configcontext_clusters")]
#[unique(
    configcontext_id,
    cluster_id,
    name = "extras_configcontext_clu_configcontext_id_cluster_0c7e5d20_uniq"
)]
#[foreign_key(
    cluster_id,
    references = VirtualizationCluster.id,
    initially_deferred,
    name = "extras_configcontext_cluster_id_6abd47a1_fk_virtualiz"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_ed579a40_fk_extras_co"
)]
#[index(cluster_id, name = "extras_configcontext_clusters_cluster_id_6abd47a1")]
#[index(configcontext_id, name = "extras_configcontext_clusters_configcontext_id_ed579a40")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextCluster {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub cluster_id: Uuid,
}

#[table(name = "extras_configcontext_device_families")]
#[unique(
    configcontext_id,
    devicefamily_id,
    name = "extras_configcontext_dev_configcontext_id_devicef_97bff8b9_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_e1adebb5_fk_extras_co"
)]
#[foreign_key(
    devicefamily_id,
    references = DcimDevicefamily.id,
    initially_deferred,
    name = "extras_configcontext_devicefamily_id_5f12186f_fk_dcim_devi"
)]
#[index(configcontext_id, name = "extras_configcontext_device_families_configcontext_id_e1adebb5")]
#[index(devicefamily_id, name = "extras_configcontext_device_families_devicefamily_id_5f12186f")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextDeviceFamily {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub devicefamily_id: Uuid,
}

#[table(name = "extras_configcontext_device_redundancy_groups")]
#[unique(
    configcontext_id,
    deviceredundancygroup_id,
    name = "extras_configcontext_dev_configcontext_id_devicer_80f1d0b0_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_72bfff9d_fk_extras_co"
)]
#[foreign_key(
    deviceredundancygroup_id,
    references = DcimDeviceredundancygroup.id,
    initially_deferred,
    name = "extras_configcontext_deviceredundancygrou_d30c185c_fk_dcim_devi"
)]
#[index(configcontext_id, name = "extras_configcontext_devic_configcontext_id_72bfff9d")]
#[index(
    deviceredundancygroup_id,
    name = "extras_configcontext_devic_deviceredundancygroup_id_d30c185c"
)]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextDeviceRedundancyGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub deviceredundancygroup_id: Uuid,
}

#[table(name = "extras_configcontext_device_types")]
#[unique(
    configcontext_id,
    devicetype_id,
    name = "extras_configcontext_dev_configcontext_id_devicet_a0aaba6f_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_55632923_fk_extras_co"
)]
#[foreign_key(
    devicetype_id,
    references = DcimDevicetype.id,
    initially_deferred,
    name = "extras_configcontext_devicetype_id_b8788c2d_fk_dcim_devi"
)]
#[index(configcontext_id, name = "extras_configcontext_device_types_configcontext_id_55632923")]
#[index(devicetype_id, name = "extras_configcontext_device_types_devicetype_id_b8788c2d")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextDeviceType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub devicetype_id: Uuid,
}

#[table(name = "extras_configcontext_dynamic_groups")]
#[unique(
    configcontext_id,
    dynamicgroup_id,
    name = "extras_configcontext_dyn_configcontext_id_dynamic_2eea3817_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_3cdbc95f_fk_extras_co"
)]
#[foreign_key(
    dynamicgroup_id,
    references = ExtrasDynamicgroup.id,
    initially_deferred,
    name = "extras_configcontext_dynamicgroup_id_05854998_fk_extras_dy"
)]
#[index(configcontext_id, name = "extras_configcontext_dynamic_groups_configcontext_id_3cdbc95f")]
#[index(dynamicgroup_id, name = "extras_configcontext_dynamic_groups_dynamicgroup_id_05854998")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextDynamicGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub dynamicgroup_id: Uuid,
}

#[table(name = "extras_configcontext_locations")]
#[unique(
    configcontext_id,
    location_id,
    name = "extras_configcontext_loc_configcontext_id_locatio_15d9b342_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_cc629ec1_fk_extras_co"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "extras_configcontext_location_id_9e19eac9_fk_dcim_loca"
)]
#[index(configcontext_id, name = "extras_configcontext_locations_configcontext_id_cc629ec1")]
#[index(location_id, name = "extras_configcontext_locations_location_id_9e19eac9")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextLocation {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub location_id: Uuid,
}

#[table(name = "extras_configcontext_platforms")]
#[unique(
    configcontext_id,
    platform_id,
    name = "extras_configcontext_pla_configcontext_id_platfor_3c67c104_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_2a516699_fk_extras_co"
)]
#[foreign_key(
    platform_id,
    references = DcimPlatform.id,
    initially_deferred,
    name = "extras_configcontext_platform_id_3fdfedc0_fk_dcim_plat"
)]
#[index(configcontext_id, name = "extras_configcontext_platforms_configcontext_id_2a516699")]
#[index(platform_id, name = "extras_configcontext_platforms_platform_id_3fdfedc0")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextPlatform {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub platform_id: Uuid,
}

#[table(name = "extras_configcontext_roles")]
#[unique(
    configcontext_id,
    role_id,
    name = "extras_configcontext_rol_configcontext_id_role_id_b80341e9_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_59b67386_fk_extras_co"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "extras_configcontext_roles_role_id_8d754643_fk_extras_role_id"
)]
#[index(configcontext_id, name = "extras_configcontext_roles_configcontext_id_59b67386")]
#[index(role_id, name = "extras_configcontext_roles_role_id_8d754643")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextRole {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub role_id: Uuid,
}

#[table(name = "extras_configcontext_tags")]
#[unique(
    configcontext_id,
    tag_id,
    name = "extras_configcontext_tags_configcontext_id_tag_id_f6c53016_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_64a392b1_fk_extras_co"
)]
#[foreign_key(
    tag_id,
    references = ExtrasTag.id,
    initially_deferred,
    name = "extras_configcontext_tags_tag_id_129a5d87_fk_extras_tag_id"
)]
#[index(configcontext_id, name = "extras_configcontext_tags_configcontext_id_64a392b1")]
#[index(tag_id, name = "extras_configcontext_tags_tag_id_129a5d87")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextTag {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub tag_id: Uuid,
}

#[table(name = "extras_configcontext_tenant_groups")]
#[unique(
    configcontext_id,
    tenantgroup_id,
    name = "extras_configcontext_ten_configcontext_id_tenantg_d6afc6f5_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_92f68345_fk_extras_co"
)]
#[foreign_key(
    tenantgroup_id,
    references = TenancyTenantgroup.id,
    initially_deferred,
    name = "extras_configcontext_tenantgroup_id_0909688d_fk_tenancy_t"
)]
#[index(configcontext_id, name = "extras_configcontext_tenant_groups_configcontext_id_92f68345")]
#[index(tenantgroup_id, name = "extras_configcontext_tenant_groups_tenantgroup_id_0909688d")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextTenantGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub tenantgroup_id: Uuid,
}

#[table(name = "extras_configcontext_tenants")]
#[unique(
    configcontext_id,
    tenant_id,
    name = "extras_configcontext_ten_configcontext_id_tenant__aefb257d_uniq"
)]
#[foreign_key(
    configcontext_id,
    references = ExtrasConfigcontext.id,
    initially_deferred,
    name = "extras_configcontext_configcontext_id_b53552a6_fk_extras_co"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "extras_configcontext_tenant_id_8d0aa28e_fk_tenancy_t"
)]
#[index(configcontext_id, name = "extras_configcontext_tenants_configcontext_id_b53552a6")]
#[index(tenant_id, name = "extras_configcontext_tenants_tenant_id_8d0aa28e")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextTenant {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub configcontext_id: Uuid,
    pub tenant_id: Uuid,
}

#[table(name = "extras_configcontextschema")]
#[foreign_key(
    owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_configcontext_owner_content_type_i_0a0756bc_fk_django_co"
)]
#[index(name.varchar_pattern_ops, name = "extras_configcontextschema_name_e2a3ef7b_like")]
#[index(owner_content_type_id, name = "extras_configcontextschema_owner_content_type_id_0a0756bc")]
#[derive(Debug, Clone)]
pub struct ExtrasConfigcontextschema {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub data_schema: serde_json::Value,
    pub owner_content_type_id: Option<i32>,
    pub owner_object_id: Option<Uuid>,
}

#[table(name = "extras_contact")]
#[unique(name, phone, email, name = "extras_contact_name_phone_email_aba1cb5c_uniq")]
#[index(email, name = "extras_contact_email_cda6017a")]
#[index(email.varchar_pattern_ops, name = "extras_contact_email_cda6017a_like")]
#[index(name, name = "extras_contact_name_93e7728d")]
#[index(name.varchar_pattern_ops, name = "extras_contact_name_93e7728d_like")]
#[index(phone, name = "extras_contact_phone_17e0a2f8")]
#[index(phone.varchar_pattern_ops, name = "extras_contact_phone_17e0a2f8_like")]
#[derive(Debug, Clone)]
pub struct ExtrasContact {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub phone: String,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    pub address: String,
    pub comments: String,
}

#[table(name = "extras_contactassociation")]
#[unique(
    contact_id,
    associated_object_type_id,
    associated_object_id,
    role_id,
    name = "extras_contactassociatio_contact_id_associated_ob_e743dc3a_uniq"
)]
#[unique(
    team_id,
    associated_object_type_id,
    associated_object_id,
    role_id,
    name = "extras_contactassociatio_team_id_associated_objec_e8ebb4d5_uniq"
)]
#[foreign_key(
    associated_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_contactassoci_associated_object_ty_b9f32adb_fk_django_co"
)]
#[foreign_key(
    contact_id,
    references = ExtrasContact.id,
    initially_deferred,
    name = "extras_contactassoci_contact_id_1aa5b58c_fk_extras_co"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "extras_contactassoci_status_id_8678ca28_fk_extras_st"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "extras_contactassociation_role_id_64bf7e21_fk_extras_role_id"
)]
#[foreign_key(
    team_id,
    references = ExtrasTeam.id,
    initially_deferred,
    name = "extras_contactassociation_team_id_23dabd4a_fk_extras_team_id"
)]
#[index(associated_object_id, name = "extras_contactassociation_associated_object_id_e117d769")]
#[index(
    associated_object_type_id,
    name = "extras_contactassociation_associated_object_type_id_b9f32adb"
)]
#[index(contact_id, name = "extras_contactassociation_contact_id_1aa5b58c")]
#[index(role_id, name = "extras_contactassociation_role_id_64bf7e21")]
#[index(status_id, name = "extras_contactassociation_status_id_8678ca28")]
#[index(team_id, name = "extras_contactassociation_team_id_23dabd4a")]
#[derive(Debug, Clone)]
pub struct ExtrasContactassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub contact_id: Option<Uuid>,
    pub team_id: Option<Uuid>,
    pub associated_object_type_id: Option<i32>,
    pub associated_object_id: Uuid,
    pub role_id: Uuid,
    pub status_id: Uuid,
}

#[table(name = "extras_customfield")]
#[check(name = "extras_customfield_weight_check", "weight >= 0")]
#[index(key.varchar_pattern_ops, name = "extras_customfield_key_ecae00f4_like")]
#[derive(Debug, Clone)]
pub struct ExtrasCustomfield {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub grouping: String,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub key: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub required: bool,
    #[column(sql_type = "varchar(50)")]
    pub filter_logic: String,
    pub default: Option<serde_json::Value>,
    pub weight: i16,
    pub validation_minimum: Option<i64>,
    pub validation_maximum: Option<i64>,
    #[column(sql_type = "varchar(500)")]
    pub validation_regex: String,
    pub advanced_ui: bool,
    pub scope_filter: serde_json::Value,
}

#[table(name = "extras_customfield_content_types")]
#[unique(
    customfield_id,
    contenttype_id,
    name = "extras_customfield_conte_customfield_id_contentty_51136c2b_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_customfield_c_contenttype_id_2997ba90_fk_django_co"
)]
#[foreign_key(
    customfield_id,
    references = ExtrasCustomfield.id,
    initially_deferred,
    name = "extras_customfield_c_customfield_id_3842aaf3_fk_extras_cu"
)]
#[index(contenttype_id, name = "extras_customfield_content_types_contenttype_id_2997ba90")]
#[index(customfield_id, name = "extras_customfield_content_types_customfield_id_3842aaf3")]
#[derive(Debug, Clone)]
pub struct ExtrasCustomfieldContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub customfield_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_customfieldchoice")]
#[unique(
    custom_field_id,
    value,
    name = "extras_customfieldchoice_custom_field_id_value_f4af7cc6_uniq"
)]
#[foreign_key(
    custom_field_id,
    references = ExtrasCustomfield.id,
    initially_deferred,
    name = "extras_customfieldch_custom_field_id_d57e0f43_fk_extras_cu"
)]
#[check(name = "extras_customfieldchoice_weight_check", "weight >= 0")]
#[index(custom_field_id, name = "extras_customfieldchoice_custom_field_id_d57e0f43")]
#[derive(Debug, Clone)]
pub struct ExtrasCustomfieldchoice {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub custom_field_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub value: String,
    pub weight: i16,
}

#[table(name = "extras_customlink")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_customlink_content_type_id_4d35b063_fk_django_co"
)]
#[check(name = "extras_customlink_weight_check", "weight >= 0")]
#[index(content_type_id, name = "extras_customlink_content_type_id_4d35b063")]
#[index(name.varchar_pattern_ops, name = "extras_customlink_name_daed2d18_like")]
#[derive(Debug, Clone)]
pub struct ExtrasCustomlink {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub content_type_id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(500)")]
    pub text: String,
    #[column(sql_type = "varchar(500)")]
    pub target_url: String,
    pub weight: i16,
    #[column(sql_type = "varchar(255)")]
    pub group_name: String,
    #[column(sql_type = "varchar(30)")]
    pub button_class: String,
    pub new_window: bool,
}

#[table(name = "extras_dynamicgroup")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_dynamicgroup_content_type_id_1bed5de5_fk_django_co"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "extras_dynamicgroup_tenant_id_1de7fb41_fk_tenancy_tenant_id"
)]
#[index(content_type_id, name = "extras_dynamicgroup_content_type_id_1bed5de5")]
#[index(name.varchar_pattern_ops, name = "extras_dynamicgroup_name_46a8d891_like")]
#[index(tenant_id, name = "extras_dynamicgroup_tenant_id_1de7fb41")]
#[derive(Debug, Clone)]
pub struct ExtrasDynamicgroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(16)")]
    pub group_type: String,
    pub content_type_id: i32,
    pub tenant_id: Option<Uuid>,
    pub filter: serde_json::Value,
}

#[table(name = "extras_dynamicgroupmembership")]
#[unique(
    group_id,
    parent_group_id,
    operator,
    weight,
    name = "extras_dynamicgroupmembe_group_id_parent_group_id_0011d94d_uniq"
)]
#[foreign_key(
    group_id,
    references = ExtrasDynamicgroup.id,
    initially_deferred,
    name = "extras_dynamicgroupm_group_id_1616d7d6_fk_extras_dy"
)]
#[foreign_key(
    parent_group_id,
    references = ExtrasDynamicgroup.id,
    initially_deferred,
    name = "extras_dynamicgroupm_parent_group_id_f09f9b01_fk_extras_dy"
)]
#[check(name = "extras_dynamicgroupmembership_weight_check", "weight >= 0")]
#[index(group_id, name = "extras_dynamicgroupmembership_group_id_1616d7d6")]
#[index(parent_group_id, name = "extras_dynamicgroupmembership_parent_group_id_f09f9b01")]
#[derive(Debug, Clone)]
pub struct ExtrasDynamicgroupmembership {
    #[column(primary_key)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub parent_group_id: Uuid,
    #[column(sql_type = "varchar(12)")]
    pub operator: String,
    pub weight: i16,
}

#[table(name = "extras_exporttemplate")]
#[unique(content_type_id, name, name = "extras_exporttemplate_content_type_id_name_edca9b9b_uniq")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_exporttemplat_content_type_id_59737e21_fk_django_co"
)]
#[foreign_key(
    owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_exporttemplat_owner_content_type_i_6bb67821_fk_django_co"
)]
#[index(content_type_id, name = "extras_exporttemplate_content_type_id_59737e21")]
#[index(owner_content_type_id, name = "extras_exporttemplate_owner_content_type_id_6bb67821")]
#[derive(Debug, Clone)]
pub struct ExtrasExporttemplate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub owner_content_type_id: Option<i32>,
    pub owner_object_id: Option<Uuid>,
    pub content_type_id: i32,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub template_code: String,
    #[column(sql_type = "varchar(255)")]
    pub mime_type: String,
    #[column(sql_type = "varchar(255)")]
    pub file_extension: String,
}

#[table(name = "extras_externalintegration")]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "extras_externalinteg_secrets_group_id_2f744e5c_fk_extras_se"
)]
#[index(name.varchar_pattern_ops, name = "extras_externalintegration_name_07b45240_like")]
#[index(secrets_group_id, name = "extras_externalintegration_secrets_group_id_2f744e5c")]
#[derive(Debug, Clone)]
pub struct ExtrasExternalintegration {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(500)")]
    pub remote_url: String,
    pub secrets_group_id: Option<Uuid>,
    pub verify_ssl: bool,
    pub timeout: i32,
    pub extra_config: Option<serde_json::Value>,
    #[column(sql_type = "varchar(10)")]
    pub http_method: String,
    pub headers: Option<serde_json::Value>,
    #[column(sql_type = "varchar(255)")]
    pub ca_file_path: String,
}

#[table(name = "extras_fileattachment")]
#[derive(Debug, Clone)]
pub struct ExtrasFileattachment {
    #[column(primary_key)]
    pub id: Uuid,
    pub bytes: Vec<u8>,
    #[column(sql_type = "varchar(255)")]
    pub filename: String,
    #[column(sql_type = "varchar(255)")]
    pub mimetype: String,
}

#[table(name = "extras_fileproxy")]
#[foreign_key(
    job_result_id,
    references = ExtrasJobresult.id,
    initially_deferred,
    name = "extras_fileproxy_job_result_id_dfce512c_fk_extras_jobresult_id"
)]
#[index(job_result_id, name = "extras_fileproxy_job_result_id_dfce512c")]
#[derive(Debug, Clone)]
pub struct ExtrasFileproxy {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(100)")]
    pub file: String,
    pub uploaded_at: DateTime<Utc>,
    pub job_result_id: Option<Uuid>,
}

#[table(name = "extras_gitrepository")]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "extras_gitrepository_secrets_group_id_fd1fdceb_fk_extras_se"
)]
#[index(name.varchar_pattern_ops, name = "extras_gitrepository_name_b85445c9_like")]
#[index(secrets_group_id, name = "extras_gitrepository_secrets_group_id_fd1fdceb")]
#[index(slug.varchar_pattern_ops, name = "extras_gitrepository_slug_a71da0ac_like")]
#[derive(Debug, Clone)]
pub struct ExtrasGitrepository {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub slug: String,
    #[column(sql_type = "varchar(255)")]
    pub remote_url: String,
    #[column(sql_type = "varchar(255)")]
    pub branch: String,
    #[column(sql_type = "varchar(48)")]
    pub current_head: String,
    pub secrets_group_id: Option<Uuid>,
    pub provided_contents: serde_json::Value,
}

#[table(name = "extras_graphqlquery")]
#[foreign_key(
    owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_graphqlquery_owner_content_type_i_87bf6bd4_fk_django_co"
)]
#[index(name.varchar_pattern_ops, name = "extras_graphqlquery_name_53899a98_like")]
#[index(owner_content_type_id, name = "extras_graphqlquery_owner_content_type_id_87bf6bd4")]
#[derive(Debug, Clone)]
pub struct ExtrasGraphqlquery {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub owner_content_type_id: Option<i32>,
    pub owner_object_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub query: String,
    pub variables: serde_json::Value,
}

#[table(name = "extras_healthchecktestmodel")]
#[derive(Debug, Clone)]
pub struct ExtrasHealthchecktestmodel {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub title: String,
}

#[table(name = "extras_imageattachment")]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_imageattachme_content_type_id_90e0643d_fk_django_co"
)]
#[check(name = "extras_imageattachment_image_height_check", "image_height >= 0")]
#[check(name = "extras_imageattachment_image_width_check", "image_width >= 0")]
#[index(content_type_id, name = "extras_imageattachment_content_type_id_90e0643d")]
#[index(name, name = "extras_imageattachment_name_04f9d9dd")]
#[index(name.varchar_pattern_ops, name = "extras_imageattachment_name_04f9d9dd_like")]
#[index(object_id, name = "extras_imageattachment_object_id_f5308bf7")]
#[derive(Debug, Clone)]
pub struct ExtrasImageattachment {
    #[column(primary_key)]
    pub id: Uuid,
    pub content_type_id: i32,
    pub object_id: Uuid,
    #[column(sql_type = "varchar(100)")]
    pub image: String,
    pub image_height: i16,
    pub image_width: i16,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub created: DateTime<Utc>,
}

#[table(name = "extras_job")]
#[unique(module_name, job_class_name, name = "extras_job_module_name_job_class_name_b531472b_uniq")]
#[foreign_key(
    default_job_queue_id,
    references = ExtrasJobqueue.id,
    initially_deferred,
    name = "extras_job_default_job_queue_id_12ff4ebf_fk_extras_jobqueue_id"
)]
#[index(default_job_queue_id, name = "extras_job_default_job_queue_id_12ff4ebf")]
#[index(grouping, name = "extras_job_grouping_692d2dc2")]
#[index(grouping.varchar_pattern_ops, name = "extras_job_grouping_692d2dc2_like")]
#[index(hidden, name = "extras_job_hidden_f4b1d9d5")]
#[index(installed, name = "extras_job_installed_9b043061")]
#[index(job_class_name, name = "extras_job_job_class_name_d9c82b93")]
#[index(job_class_name.varchar_pattern_ops, name = "extras_job_job_class_name_d9c82b93_like")]
#[index(module_name, name = "extras_job_module_name_912a3dda")]
#[index(module_name.varchar_pattern_ops, name = "extras_job_module_name_912a3dda_like")]
#[index(name.varchar_pattern_ops, name = "extras_job_name_34d98c40_like")]
#[derive(Debug, Clone)]
pub struct ExtrasJob {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(100)")]
    pub module_name: String,
    #[column(sql_type = "varchar(100)")]
    pub job_class_name: String,
    #[column(sql_type = "varchar(255)")]
    pub grouping: String,
    #[column(sql_type = "varchar(100)", unique)]
    pub name: String,
    pub description: String,
    pub installed: bool,
    pub enabled: bool,
    pub is_job_hook_receiver: bool,
    pub is_job_button_receiver: bool,
    pub has_sensitive_variables: bool,
    pub is_singleton: bool,
    pub console_log_default: bool,
    pub hidden: bool,
    pub dryrun_default: bool,
    pub read_only: bool,
    pub soft_time_limit: f64,
    pub time_limit: f64,
    pub supports_dryrun: bool,
    pub default_job_queue_id: Uuid,
    pub grouping_override: bool,
    pub name_override: bool,
    pub console_log_default_override: bool,
    pub description_override: bool,
    pub dryrun_default_override: bool,
    pub hidden_override: bool,
    pub soft_time_limit_override: bool,
    pub time_limit_override: bool,
    pub has_sensitive_variables_override: bool,
    pub job_queues_override: bool,
    pub default_job_queue_override: bool,
    pub is_singleton_override: bool,
}

#[table(name = "extras_jobbutton")]
#[foreign_key(
    job_id,
    references = ExtrasJob.id,
    initially_deferred,
    name = "extras_jobbutton_job_id_710e013a_fk_extras_job_id"
)]
#[check(name = "extras_jobbutton_weight_check", "weight >= 0")]
#[index(job_id, name = "extras_jobbutton_job_id_710e013a")]
#[index(name.varchar_pattern_ops, name = "extras_jobbutton_name_c1a7d587_like")]
#[derive(Debug, Clone)]
pub struct ExtrasJobbutton {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub enabled: bool,
    #[column(sql_type = "varchar(500)")]
    pub text: String,
    pub job_id: Uuid,
    pub weight: i16,
    #[column(sql_type = "varchar(255)")]
    pub group_name: String,
    #[column(sql_type = "varchar(30)")]
    pub button_class: String,
    pub confirmation: bool,
}

#[table(name = "extras_jobbutton_content_types")]
#[unique(
    jobbutton_id,
    contenttype_id,
    name = "extras_jobbutton_content_jobbutton_id_contenttype_058baab2_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_jobbutton_con_contenttype_id_b0c6bbc4_fk_django_co"
)]
#[foreign_key(
    jobbutton_id,
    references = ExtrasJobbutton.id,
    initially_deferred,
    name = "extras_jobbutton_con_jobbutton_id_72bd14bf_fk_extras_jo"
)]
#[index(contenttype_id, name = "extras_jobbutton_content_types_contenttype_id_b0c6bbc4")]
#[index(jobbutton_id, name = "extras_jobbutton_content_types_jobbutton_id_72bd14bf")]
#[derive(Debug, Clone)]
pub struct ExtrasJobbuttonContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub jobbutton_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_jobconsoleentry")]
#[foreign_key(
    job_result_id,
    references = ExtrasJobresult.id,
    initially_deferred,
    name = "extras_jobconsoleent_job_result_id_5c27d716_fk_extras_jo"
)]
#[index(job_result_id, name = "extras_jobconsoleentry_job_result_id_5c27d716")]
#[derive(Debug, Clone)]
pub struct ExtrasJobconsoleentry {
    #[column(primary_key)]
    pub id: Uuid,
    pub job_result_id: Uuid,
    pub timestamp: DateTime<Utc>,
    #[column(sql_type = "varchar(10)")]
    pub output_type: String,
    pub text: String,
}

#[table(name = "extras_jobhook")]
#[foreign_key(
    job_id,
    references = ExtrasJob.id,
    initially_deferred,
    name = "extras_jobhook_job_id_cfcdb972_fk_extras_job_id"
)]
#[index(job_id, name = "extras_jobhook_job_id_cfcdb972")]
#[index(name.varchar_pattern_ops, name = "extras_jobhook_name_1d539c95_like")]
#[derive(Debug, Clone)]
pub struct ExtrasJobhook {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub enabled: bool,
    pub job_id: Uuid,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub type_create: bool,
    pub type_delete: bool,
    pub type_update: bool,
}

#[table(name = "extras_jobhook_content_types")]
#[unique(
    jobhook_id,
    contenttype_id,
    name = "extras_jobhook_content_t_jobhook_id_contenttype_i_c21a50f9_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_jobhook_conte_contenttype_id_42d2bda1_fk_django_co"
)]
#[foreign_key(
    jobhook_id,
    references = ExtrasJobhook.id,
    initially_deferred,
    name = "extras_jobhook_conte_jobhook_id_d994e51b_fk_extras_jo"
)]
#[index(contenttype_id, name = "extras_jobhook_content_types_contenttype_id_42d2bda1")]
#[index(jobhook_id, name = "extras_jobhook_content_types_jobhook_id_d994e51b")]
#[derive(Debug, Clone)]
pub struct ExtrasJobhookContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub jobhook_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_joblogentry")]
#[foreign_key(
    job_result_id,
    references = ExtrasJobresult.id,
    initially_deferred,
    name = "extras_joblogentry_job_result_id_91e10d1a_fk_extras_jo"
)]
#[index(job_result_id, created, name = "extras_joblog_jr_created_idx")]
#[index(created, name = "extras_joblogentry_created_ef6e01c5")]
#[index(job_result_id, name = "extras_joblogentry_job_result_id_91e10d1a")]
#[index(log_level, name = "extras_joblogentry_log_level_f8cfe898")]
#[index(log_level.varchar_pattern_ops, name = "extras_joblogentry_log_level_f8cfe898_like")]
#[derive(Debug, Clone)]
pub struct ExtrasJoblogentry {
    #[column(primary_key)]
    pub id: Uuid,
    pub job_result_id: Uuid,
    #[column(sql_type = "varchar(32)")]
    pub log_level: String,
    #[column(sql_type = "varchar(100)")]
    pub grouping: String,
    pub message: String,
    pub created: DateTime<Utc>,
    #[column(sql_type = "varchar(200)")]
    pub log_object: String,
    #[column(sql_type = "varchar(255)")]
    pub absolute_url: String,
}

#[table(name = "extras_jobqueue")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "extras_jobqueue_tenant_id_042f9066_fk_tenancy_tenant_id"
)]
#[index(name.varchar_pattern_ops, name = "extras_jobqueue_name_56ff27e0_like")]
#[index(tenant_id, name = "extras_jobqueue_tenant_id_042f9066")]
#[derive(Debug, Clone)]
pub struct ExtrasJobqueue {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(50)")]
    pub queue_type: String,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "extras_jobqueueassignment")]
#[unique(
    job_id,
    job_queue_id,
    name = "extras_jobqueueassignment_job_id_job_queue_id_1c36e3d3_uniq"
)]
#[foreign_key(
    job_queue_id,
    references = ExtrasJobqueue.id,
    initially_deferred,
    name = "extras_jobqueueassig_job_queue_id_94e2147b_fk_extras_jo"
)]
#[foreign_key(
    job_id,
    references = ExtrasJob.id,
    initially_deferred,
    name = "extras_jobqueueassignment_job_id_5c6d0ffc_fk_extras_job_id"
)]
#[index(job_id, name = "extras_jobqueueassignment_job_id_5c6d0ffc")]
#[index(job_queue_id, name = "extras_jobqueueassignment_job_queue_id_94e2147b")]
#[derive(Debug, Clone)]
pub struct ExtrasJobqueueassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub job_id: Uuid,
    pub job_queue_id: Uuid,
}

#[table(name = "extras_jobresult")]
#[foreign_key(
    canceled_by_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_jobresult_canceled_by_id_9bd0780e_fk_auth_user_id"
)]
#[foreign_key(
    job_model_id,
    references = ExtrasJob.id,
    initially_deferred,
    name = "extras_jobresult_job_model_id_d581ec7e_fk_extras_job_id"
)]
#[foreign_key(
    scheduled_job_id,
    references = ExtrasScheduledjob.id,
    initially_deferred,
    name = "extras_jobresult_scheduled_job_id_0921f94c_fk_extras_sc"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_jobresult_user_id_d35285ab_fk_auth_user_id"
)]
#[check(name = "extras_jobresult_debug_log_count_check", "debug_log_count >= 0")]
#[check(name = "extras_jobresult_error_log_count_check", "error_log_count >= 0")]
#[check(name = "extras_jobresult_info_log_count_check", "info_log_count >= 0")]
#[check(name = "extras_jobresult_success_log_count_check", "success_log_count >= 0")]
#[check(name = "extras_jobresult_warning_log_count_check", "warning_log_count >= 0")]
#[index(canceled_by_id, name = "extras_jobresult_canceled_by_id_9bd0780e")]
#[index(date_created, name = "extras_jobresult_date_created_83d36401")]
#[index(date_done, name = "extras_jobresult_date_done_db074032")]
#[index(date_started, name = "extras_jobresult_date_started_6992234b")]
#[index(job_model_id, name = "extras_jobresult_job_model_id_d581ec7e")]
#[index(name, name = "extras_jobresult_name_3f143125")]
#[index(name.varchar_pattern_ops, name = "extras_jobresult_name_3f143125_like")]
#[index(date_created.desc(), name = "extras_jobresult_rcreated_idx")]
#[index(scheduled_job_id, name = "extras_jobresult_scheduled_job_id_0921f94c")]
#[index(status, name = "extras_jobresult_status_2659cbae")]
#[index(status.varchar_pattern_ops, name = "extras_jobresult_status_2659cbae_like")]
#[index(task_name, name = "extras_jobresult_task_name_05e4b9b2")]
#[index(task_name.varchar_pattern_ops, name = "extras_jobresult_task_name_05e4b9b2_like")]
#[index(user_id, name = "extras_jobresult_user_id_d35285ab")]
#[index(date_done.desc(), name = "extras_jr_rdone_idx")]
#[index(status, date_created.desc(), name = "extras_jr_statrcreate_idx")]
#[index(status, date_done.desc(), name = "extras_jr_statrdone_idx")]
#[derive(Debug, Clone)]
pub struct ExtrasJobresult {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub job_model_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub task_name: Option<String>,
    pub date_created: DateTime<Utc>,
    pub date_started: Option<DateTime<Utc>>,
    pub date_done: Option<DateTime<Utc>>,
    pub user_id: Option<Uuid>,
    #[column(sql_type = "varchar(30)")]
    pub status: String,
    pub result: Option<serde_json::Value>,
    #[column(sql_type = "varchar(100)")]
    pub worker: Option<String>,
    pub task_args: serde_json::Value,
    pub task_kwargs: serde_json::Value,
    pub celery_kwargs: serde_json::Value,
    pub traceback: Option<String>,
    pub meta: Option<serde_json::Value>,
    pub scheduled_job_id: Option<Uuid>,
    pub debug_log_count: Option<i32>,
    pub success_log_count: Option<i32>,
    pub info_log_count: Option<i32>,
    pub warning_log_count: Option<i32>,
    pub error_log_count: Option<i32>,
    pub canceled_by_id: Option<Uuid>,
    #[column(sql_type = "varchar(150)")]
    pub canceled_by_user_name: String,
    #[column(sql_type = "varchar(30)")]
    pub cancel_type: String,
    pub date_canceled: Option<DateTime<Utc>>,
}

#[table(name = "extras_metadatachoice")]
#[unique(
    metadata_type_id,
    value,
    name = "extras_metadatachoice_metadata_type_id_value_654f2a93_uniq"
)]
#[foreign_key(
    metadata_type_id,
    references = ExtrasMetadatatype.id,
    initially_deferred,
    name = "extras_metadatachoic_metadata_type_id_a926f087_fk_extras_me"
)]
#[check(name = "extras_metadatachoice_weight_check", "weight >= 0")]
#[index(metadata_type_id, name = "extras_metadatachoice_metadata_type_id_a926f087")]
#[derive(Debug, Clone)]
pub struct ExtrasMetadatachoice {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub metadata_type_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub value: String,
    pub weight: i16,
}

#[table(name = "extras_metadatatype")]
#[index(name.varchar_pattern_ops, name = "extras_metadatatype_name_35262511_like")]
#[derive(Debug, Clone)]
pub struct ExtrasMetadatatype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(50)")]
    pub data_type: String,
}

#[table(name = "extras_metadatatype_content_types")]
#[unique(
    metadatatype_id,
    contenttype_id,
    name = "extras_metadatatype_cont_metadatatype_id_contentt_630db2b4_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_metadatatype__contenttype_id_ff6bdd1a_fk_django_co"
)]
#[foreign_key(
    metadatatype_id,
    references = ExtrasMetadatatype.id,
    initially_deferred,
    name = "extras_metadatatype__metadatatype_id_a01f54b4_fk_extras_me"
)]
#[index(contenttype_id, name = "extras_metadatatype_content_types_contenttype_id_ff6bdd1a")]
#[index(metadatatype_id, name = "extras_metadatatype_content_types_metadatatype_id_a01f54b4")]
#[derive(Debug, Clone)]
pub struct ExtrasMetadatatypeContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub metadatatype_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_note")]
#[unique(
    assigned_object_type_id,
    assigned_object_id,
    user_name,
    created,
    name = "extras_note_assigned_object_type_id__e1504524_uniq"
)]
#[foreign_key(
    assigned_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_note_assigned_object_type_e15d3cda_fk_django_co"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_note_user_id_f11ab655_fk_auth_user_id"
)]
#[index(assigned_object_id, name = "extras_note_assigned_object_id_af6ced75")]
#[index(assigned_object_type_id, name = "extras_note_assigned_object_type_id_e15d3cda")]
#[index(user_id, name = "extras_note_user_id_f11ab655")]
#[derive(Debug, Clone)]
pub struct ExtrasNote {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub assigned_object_type_id: i32,
    pub assigned_object_id: Uuid,
    pub user_id: Option<Uuid>,
    #[column(sql_type = "varchar(150)")]
    pub user_name: String,
    pub note: String,
}

#[table(name = "extras_objectchange")]
#[unique(
    time,
    request_id,
    changed_object_type_id,
    changed_object_id,
    name = "extras_objectchange_time_request_id_changed__f5f870cc_uniq"
)]
#[foreign_key(
    changed_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_objectchange_changed_object_type__b755bb60_fk_django_co"
)]
#[foreign_key(
    related_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_objectchange_related_object_type__fe6e521f_fk_django_co"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_objectchange_user_id_7fdf8186_fk_auth_user_id"
)]
#[index(changed_object_type_id, changed_object_id, name = "changed_object_idx")]
#[index(change_context, name = "extras_objectchange_change_context_8e03ae30")]
#[index(
    change_context.varchar_pattern_ops,
    name = "extras_objectchange_change_context_8e03ae30_like"
)]
#[index(changed_object_id, name = "extras_objectchange_changed_object_id_efb1a943")]
#[index(changed_object_type_id, name = "extras_objectchange_changed_object_type_id_b755bb60")]
#[index(request_id, changed_object_type_id, name = "extras_objectchange_double_idx")]
#[index(related_object_type_id, name = "extras_objectchange_related_object_type_id_fe6e521f")]
#[index(request_id, name = "extras_objectchange_request_id_4ae21e90")]
#[index(time.desc(), name = "extras_objectchange_rtime_idx")]
#[index(time, name = "extras_objectchange_time_224380ea")]
#[index(
    request_id,
    changed_object_type_id,
    changed_object_id,
    name = "extras_objectchange_triple_idx"
)]
#[index(user_id, name = "extras_objectchange_user_id_7fdf8186")]
#[index(user_name, name = "extras_objectchange_user_name_4ef4fac7")]
#[index(user_name.varchar_pattern_ops, name = "extras_objectchange_user_name_4ef4fac7_like")]
#[index(related_object_type_id, related_object_id, name = "related_object_idx")]
#[index(user_id, changed_object_type_id, changed_object_id, name = "user_changed_object_idx")]
#[index(
    user_name,
    changed_object_type_id,
    changed_object_id,
    name = "user_name_changed_object_idx"
)]
#[derive(Debug, Clone)]
pub struct ExtrasObjectchange {
    #[column(primary_key)]
    pub id: Uuid,
    pub time: DateTime<Utc>,
    pub user_id: Option<Uuid>,
    #[column(sql_type = "varchar(150)")]
    pub user_name: String,
    pub request_id: Uuid,
    #[column(sql_type = "varchar(50)")]
    pub action: String,
    pub changed_object_type_id: Option<i32>,
    pub changed_object_id: Uuid,
    #[column(sql_type = "varchar(50)")]
    pub change_context: String,
    #[column(sql_type = "varchar(400)")]
    pub change_context_detail: String,
    pub related_object_type_id: Option<i32>,
    pub related_object_id: Option<Uuid>,
    #[column(sql_type = "varchar(200)")]
    pub object_repr: String,
    pub object_data: serde_json::Value,
    pub object_data_v2: Option<serde_json::Value>,
}

#[table(name = "extras_objectmetadata")]
#[foreign_key(
    assigned_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_objectmetadat_assigned_object_type_d5a5f952_fk_django_co"
)]
#[foreign_key(
    metadata_type_id,
    references = ExtrasMetadatatype.id,
    initially_deferred,
    name = "extras_objectmetadat_metadata_type_id_2d962b1c_fk_extras_me"
)]
#[foreign_key(
    contact_id,
    references = ExtrasContact.id,
    initially_deferred,
    name = "extras_objectmetadata_contact_id_6677d391_fk_extras_contact_id"
)]
#[foreign_key(
    team_id,
    references = ExtrasTeam.id,
    initially_deferred,
    name = "extras_objectmetadata_team_id_01c93a83_fk_extras_team_id"
)]
#[index(assigned_object_type_id, assigned_object_id, name = "assigned_object")]
#[index(assigned_object_type_id, assigned_object_id, contact_id, name = "assigned_object_contact")]
#[index(assigned_object_type_id, assigned_object_id, team_id, name = "assigned_object_team")]
#[index(assigned_object_id, name = "extras_objectmetadata_assigned_object_id_979c3856")]
#[index(assigned_object_type_id, name = "extras_objectmetadata_assigned_object_type_id_d5a5f952")]
#[index(contact_id, name = "extras_objectmetadata_contact_id_6677d391")]
#[index(metadata_type_id, name = "extras_objectmetadata_metadata_type_id_2d962b1c")]
#[index(team_id, name = "extras_objectmetadata_team_id_01c93a83")]
#[derive(Debug, Clone)]
pub struct ExtrasObjectmetadata {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub metadata_type_id: Uuid,
    pub contact_id: Option<Uuid>,
    pub team_id: Option<Uuid>,
    pub scoped_fields: serde_json::Value,
    #[column(name = "_value")]
    pub value: Option<serde_json::Value>,
    pub assigned_object_type_id: i32,
    pub assigned_object_id: Uuid,
}

#[table(name = "extras_relationship")]
#[foreign_key(
    destination_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_relationship_destination_type_id_fb7387c3_fk_django_co"
)]
#[foreign_key(
    source_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_relationship_source_type_id_21183ad6_fk_django_co"
)]
#[index(destination_type_id, name = "extras_relationship_destination_type_id_fb7387c3")]
#[index(key.varchar_pattern_ops, name = "extras_relationship_key_6adf97c4_like")]
#[index(label.varchar_pattern_ops, name = "extras_relationship_label_2e5d14bd_like")]
#[index(source_type_id, name = "extras_relationship_source_type_id_21183ad6")]
#[derive(Debug, Clone)]
pub struct ExtrasRelationship {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", unique)]
    pub label: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub key: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    #[column(sql_type = "varchar(12)")]
    pub required_on: String,
    pub source_type_id: i32,
    #[column(sql_type = "varchar(255)")]
    pub source_label: String,
    pub source_hidden: bool,
    pub source_filter: Option<serde_json::Value>,
    pub destination_type_id: i32,
    #[column(sql_type = "varchar(255)")]
    pub destination_label: String,
    pub destination_hidden: bool,
    pub destination_filter: Option<serde_json::Value>,
    pub advanced_ui: bool,
}

#[table(name = "extras_relationshipassociation")]
#[unique(
    relationship_id,
    source_type_id,
    source_id,
    destination_type_id,
    destination_id,
    name = "extras_relationshipassoc_relationship_id_source_t_6826a98b_uniq"
)]
#[foreign_key(
    destination_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_relationshipa_destination_type_id_5ccb6728_fk_django_co"
)]
#[foreign_key(
    relationship_id,
    references = ExtrasRelationship.id,
    initially_deferred,
    name = "extras_relationshipa_relationship_id_9a65ccc8_fk_extras_re"
)]
#[foreign_key(
    source_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_relationshipa_source_type_id_28c8df60_fk_django_co"
)]
#[index(destination_id, name = "extras_relationshipassociation_destination_id_83f811cb")]
#[index(destination_type_id, name = "extras_relationshipassociation_destination_type_id_5ccb6728")]
#[index(relationship_id, name = "extras_relationshipassociation_relationship_id_9a65ccc8")]
#[index(source_id, name = "extras_relationshipassociation_source_id_cb8931c1")]
#[index(source_type_id, name = "extras_relationshipassociation_source_type_id_28c8df60")]
#[derive(Debug, Clone)]
pub struct ExtrasRelationshipassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub relationship_id: Uuid,
    pub source_type_id: i32,
    pub source_id: Uuid,
    pub destination_type_id: i32,
    pub destination_id: Uuid,
}

#[table(name = "extras_role")]
#[check(name = "extras_role_weight_check", "weight >= 0")]
#[index(name.varchar_pattern_ops, name = "extras_role_name_fa7c1d4b_like")]
#[derive(Debug, Clone)]
pub struct ExtrasRole {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(6)")]
    pub color: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub weight: Option<i16>,
}

#[table(name = "extras_role_content_types")]
#[unique(
    role_id,
    contenttype_id,
    name = "extras_role_content_types_role_id_contenttype_id_ff2e3d23_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_role_content__contenttype_id_b8004814_fk_django_co"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "extras_role_content_types_role_id_1db5d29d_fk_extras_role_id"
)]
#[index(contenttype_id, name = "extras_role_content_types_contenttype_id_b8004814")]
#[index(role_id, name = "extras_role_content_types_role_id_1db5d29d")]
#[derive(Debug, Clone)]
pub struct ExtrasRoleContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub role_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_savedview")]
#[unique(owner_id, name, view, name = "extras_savedview_owner_id_name_view_2fe994b2_uniq")]
#[foreign_key(
    owner_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_savedview_owner_id_c976ba29_fk_auth_user_id"
)]
#[index(owner_id, name = "extras_savedview_owner_id_c976ba29")]
#[derive(Debug, Clone)]
pub struct ExtrasSavedview {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    pub owner_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub view: String,
    pub config: serde_json::Value,
    pub is_global_default: bool,
    pub is_shared: bool,
}

#[table(name = "extras_scheduledjob")]
#[foreign_key(
    clocked_id,
    references = DjangoCeleryBeatClockedschedule.id,
    initially_deferred,
    name = "extras_scheduledjob_clocked_id_7521f2a5_fk_django_ce"
)]
#[foreign_key(
    job_model_id,
    references = ExtrasJob.id,
    initially_deferred,
    name = "extras_scheduledjob_job_model_id_d4c0711e_fk_extras_job_id"
)]
#[foreign_key(
    job_queue_id,
    references = ExtrasJobqueue.id,
    initially_deferred,
    name = "extras_scheduledjob_job_queue_id_d238dd34_fk_extras_jobqueue_id"
)]
#[foreign_key(
    solar_id,
    references = DjangoCeleryBeatSolarschedule.id,
    initially_deferred,
    name = "extras_scheduledjob_solar_id_07789418_fk_django_ce"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_scheduledjob_user_id_4d8034ff_fk_auth_user_id"
)]
#[check(name = "extras_scheduledjob_expire_seconds_check", "expire_seconds >= 0")]
#[check(name = "extras_scheduledjob_priority_check", "priority >= 0")]
#[check(name = "extras_scheduledjob_total_run_count_check", "total_run_count >= 0")]
#[index(clocked_id, name = "extras_scheduledjob_clocked_id_7521f2a5")]
#[index(job_model_id, name = "extras_scheduledjob_job_model_id_d4c0711e")]
#[index(job_queue_id, name = "extras_scheduledjob_job_queue_id_d238dd34")]
#[index(name.varchar_pattern_ops, name = "extras_scheduledjob_name_fcea52d7_like")]
#[index(solar_id, name = "extras_scheduledjob_solar_id_07789418")]
#[index(state, name = "extras_scheduledjob_state_a164d56f")]
#[index(state.varchar_pattern_ops, name = "extras_scheduledjob_state_a164d56f_like")]
#[index(task, name = "extras_scheduledjob_task_7eaf2d6d")]
#[index(task.varchar_pattern_ops, name = "extras_scheduledjob_task_7eaf2d6d_like")]
#[index(user_id, name = "extras_scheduledjob_user_id_4d8034ff")]
#[derive(Debug, Clone)]
pub struct ExtrasScheduledjob {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(201)")]
    pub task: String,
    #[column(sql_type = "varchar(255)")]
    pub interval: String,
    #[column(sql_type = "varchar(255)")]
    pub crontab: String,
    pub solar_id: Option<i32>,
    pub clocked_id: Option<i32>,
    pub args: serde_json::Value,
    pub kwargs: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub exchange: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub routing_key: Option<String>,
    pub headers: String,
    pub priority: Option<i32>,
    pub expires: Option<DateTime<Utc>>,
    pub expire_seconds: Option<i32>,
    pub one_off: bool,
    pub start_time: DateTime<Utc>,
    #[column(sql_type = "varchar(30)")]
    pub state: String,
    pub enabled: bool,
    pub last_run_at: Option<DateTime<Utc>>,
    pub total_run_count: i32,
    pub date_changed: DateTime<Utc>,
    pub description: String,
    pub celery_kwargs: serde_json::Value,
    pub job_model_id: Option<Uuid>,
    pub job_queue_id: Option<Uuid>,
    #[column(sql_type = "varchar(63)")]
    pub time_zone: String,
    pub user_id: Option<Uuid>,
    pub decision_date: Option<DateTime<Utc>>,
}

#[table(name = "extras_scheduledjobs")]
#[derive(Debug, Clone)]
pub struct ExtrasScheduledjobs {
    #[column(primary_key)]
    pub ident: i16,
    pub last_update: DateTime<Utc>,
}

#[table(name = "extras_secret")]
#[index(name.varchar_pattern_ops, name = "extras_secret_name_5e2de97e_like")]
#[derive(Debug, Clone)]
pub struct ExtrasSecret {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub provider: String,
    pub parameters: serde_json::Value,
}

#[table(name = "extras_secretsgroup")]
#[index(name.varchar_pattern_ops, name = "extras_secretsgroup_name_626cec38_like")]
#[derive(Debug, Clone)]
pub struct ExtrasSecretsgroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "extras_secretsgroupassociation")]
#[unique(
    secrets_group_id,
    access_type,
    secret_type,
    name = "extras_secretsgroupassoc_secrets_group_id_access__f23760e7_uniq"
)]
#[foreign_key(
    secret_id,
    references = ExtrasSecret.id,
    initially_deferred,
    name = "extras_secretsgroupa_secret_id_14d43d7e_fk_extras_se"
)]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "extras_secretsgroupa_secrets_group_id_cf96162e_fk_extras_se"
)]
#[index(secret_id, name = "extras_secretsgroupassociation_secret_id_14d43d7e")]
#[index(secrets_group_id, name = "extras_secretsgroupassociation_secrets_group_id_cf96162e")]
#[derive(Debug, Clone)]
pub struct ExtrasSecretsgroupassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub secrets_group_id: Uuid,
    pub secret_id: Uuid,
    #[column(sql_type = "varchar(32)")]
    pub access_type: String,
    #[column(sql_type = "varchar(32)")]
    pub secret_type: String,
}

#[table(name = "extras_staticgroupassociation")]
#[unique(
    dynamic_group_id,
    associated_object_type_id,
    associated_object_id,
    name = "extras_staticgroupassoci_dynamic_group_id_associa_086dca7c_uniq"
)]
#[foreign_key(
    associated_object_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_staticgroupas_associated_object_ty_d3db04b2_fk_django_co"
)]
#[foreign_key(
    dynamic_group_id,
    references = ExtrasDynamicgroup.id,
    initially_deferred,
    name = "extras_staticgroupas_dynamic_group_id_a1f081df_fk_extras_dy"
)]
#[index(associated_object_type_id, associated_object_id, name = "extras_sga_associated_object")]
#[index(dynamic_group_id, associated_object_id, name = "extras_sga_double")]
#[index(
    associated_object_type_id,
    name = "extras_staticgroupassociat_associated_object_type_id_d3db04b2"
)]
#[index(associated_object_id, name = "extras_staticgroupassociation_associated_object_id_81e97e16")]
#[index(dynamic_group_id, name = "extras_staticgroupassociation_dynamic_group_id_a1f081df")]
#[derive(Debug, Clone)]
pub struct ExtrasStaticgroupassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub dynamic_group_id: Uuid,
    pub associated_object_type_id: i32,
    pub associated_object_id: Uuid,
}

#[table(name = "extras_status")]
#[index(name.varchar_pattern_ops, name = "extras_status_name_d8897514_like")]
#[derive(Debug, Clone)]
pub struct ExtrasStatus {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(6)")]
    pub color: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "extras_status_content_types")]
#[unique(
    status_id,
    contenttype_id,
    name = "extras_status_content_ty_status_id_contenttype_id_423e142c_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_status_conten_contenttype_id_38503e74_fk_django_co"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "extras_status_conten_status_id_27c665c7_fk_extras_st"
)]
#[index(contenttype_id, name = "extras_status_content_types_contenttype_id_38503e74")]
#[index(status_id, name = "extras_status_content_types_status_id_27c665c7")]
#[derive(Debug, Clone)]
pub struct ExtrasStatusContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub status_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_tag")]
#[index(name.varchar_pattern_ops, name = "extras_tag_name_9550b3d9_like")]
#[derive(Debug, Clone)]
pub struct ExtrasTag {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(6)")]
    pub color: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "extras_tag_content_types")]
#[unique(
    tag_id,
    contenttype_id,
    name = "extras_tag_content_types_tag_id_contenttype_id_726a20d6_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_tag_content_t_contenttype_id_5baa3bb5_fk_django_co"
)]
#[foreign_key(
    tag_id,
    references = ExtrasTag.id,
    initially_deferred,
    name = "extras_tag_content_types_tag_id_34a8ca46_fk_extras_tag_id"
)]
#[index(contenttype_id, name = "extras_tag_content_types_contenttype_id_5baa3bb5")]
#[index(tag_id, name = "extras_tag_content_types_tag_id_34a8ca46")]
#[derive(Debug, Clone)]
pub struct ExtrasTagContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub tag_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "extras_taggeditem")]
#[unique(
    content_type_id,
    object_id,
    tag_id,
    name = "extras_taggeditem_content_type_id_object_i_fb5205e9_uniq"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_taggeditem_content_type_id_ba5562ed_fk_django_co"
)]
#[foreign_key(
    tag_id,
    references = ExtrasTag.id,
    initially_deferred,
    name = "extras_taggeditem_tag_id_d48af7c7_fk_extras_tag_id"
)]
#[index(content_type_id, object_id, name = "extras_tagg_content_717743_idx")]
#[index(content_type_id, name = "extras_taggeditem_content_type_id_ba5562ed")]
#[index(object_id, name = "extras_taggeditem_object_id_31b2aa77")]
#[index(tag_id, name = "extras_taggeditem_tag_id_d48af7c7")]
#[derive(Debug, Clone)]
pub struct ExtrasTaggeditem {
    pub content_type_id: i32,
    pub object_id: Uuid,
    #[column(primary_key)]
    pub id: Uuid,
    pub tag_id: Uuid,
}

#[table(name = "extras_team")]
#[unique(name, phone, email, name = "extras_team_name_phone_email_943ce106_uniq")]
#[index(email, name = "extras_team_email_f8003440")]
#[index(email.varchar_pattern_ops, name = "extras_team_email_f8003440_like")]
#[index(name, name = "extras_team_name_1e27beab")]
#[index(name.varchar_pattern_ops, name = "extras_team_name_1e27beab_like")]
#[index(phone, name = "extras_team_phone_f55ffc6f")]
#[index(phone.varchar_pattern_ops, name = "extras_team_phone_f55ffc6f_like")]
#[derive(Debug, Clone)]
pub struct ExtrasTeam {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub phone: String,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    pub address: String,
    pub comments: String,
}

#[table(name = "extras_team_contacts")]
#[unique(team_id, contact_id, name = "extras_team_contacts_team_id_contact_id_6e32675e_uniq")]
#[foreign_key(
    contact_id,
    references = ExtrasContact.id,
    initially_deferred,
    name = "extras_team_contacts_contact_id_98c0e1d5_fk_extras_contact_id"
)]
#[foreign_key(
    team_id,
    references = ExtrasTeam.id,
    initially_deferred,
    name = "extras_team_contacts_team_id_4696917a_fk_extras_team_id"
)]
#[index(contact_id, name = "extras_team_contacts_contact_id_98c0e1d5")]
#[index(team_id, name = "extras_team_contacts_team_id_4696917a")]
#[derive(Debug, Clone)]
pub struct ExtrasTeamContact {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub team_id: Uuid,
    pub contact_id: Uuid,
}

#[table(name = "extras_usersavedviewassociation")]
#[unique(
    user_id,
    view_name,
    name = "extras_usersavedviewassociation_user_id_view_name_720f0e3d_uniq"
)]
#[foreign_key(
    saved_view_id,
    references = ExtrasSavedview.id,
    initially_deferred,
    name = "extras_usersavedview_saved_view_id_0b7e08c0_fk_extras_sa"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "extras_usersavedview_user_id_fdd15bc4_fk_auth_user"
)]
#[index(saved_view_id, name = "extras_usersavedviewassociation_saved_view_id_0b7e08c0")]
#[index(user_id, name = "extras_usersavedviewassociation_user_id_fdd15bc4")]
#[derive(Debug, Clone)]
pub struct ExtrasUsersavedviewassociation {
    #[column(primary_key)]
    pub id: Uuid,
    pub saved_view_id: Uuid,
    pub user_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub view_name: String,
}

#[table(name = "extras_webhook")]
#[index(name.varchar_pattern_ops, name = "extras_webhook_name_82cf60b5_like")]
#[derive(Debug, Clone)]
pub struct ExtrasWebhook {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub type_create: bool,
    pub type_update: bool,
    pub type_delete: bool,
    #[column(sql_type = "varchar(500)")]
    pub payload_url: String,
    pub enabled: bool,
    #[column(sql_type = "varchar(30)")]
    pub http_method: String,
    #[column(sql_type = "varchar(255)")]
    pub http_content_type: String,
    pub additional_headers: String,
    pub body_template: String,
    #[column(sql_type = "varchar(255)")]
    pub secret: String,
    pub ssl_verification: bool,
    #[column(sql_type = "varchar(4096)")]
    pub ca_file_path: String,
}

#[table(name = "extras_webhook_content_types")]
#[unique(
    webhook_id,
    contenttype_id,
    name = "extras_webhook_content_t_webhook_id_contenttype_i_485b9e93_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "extras_webhook_conte_contenttype_id_3fc2c4d3_fk_django_co"
)]
#[foreign_key(
    webhook_id,
    references = ExtrasWebhook.id,
    initially_deferred,
    name = "extras_webhook_conte_webhook_id_0c169800_fk_extras_we"
)]
#[index(contenttype_id, name = "extras_webhook_content_types_contenttype_id_3fc2c4d3")]
#[index(webhook_id, name = "extras_webhook_content_types_webhook_id_0c169800")]
#[derive(Debug, Clone)]
pub struct ExtrasWebhookContentType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub webhook_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "ipam_ipaddress")]
#[unique(parent_id, host, name = "ipam_ipaddress_parent_id_host_89330d7e_uniq")]
#[foreign_key(
    nat_inside_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "ipam_ipaddress_nat_inside_id_a45fb7c5_fk_ipam_ipaddress_id"
)]
#[foreign_key(
    parent_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "ipam_ipaddress_parent_id_085a7a43_fk_ipam_prefix_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "ipam_ipaddress_role_id_719761b6_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "ipam_ipaddress_status_id_942778b7_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_ipaddress_tenant_id_ac55acfd_fk_tenancy_tenant_id"
)]
#[index(ip_version, host, mask_length, name = "ipam_ipaddr_ip_vers_d82ba5_idx")]
#[index(dns_name, name = "ipam_ipaddress_dns_name_d5c4f5d8")]
#[index(dns_name.varchar_pattern_ops, name = "ipam_ipaddress_dns_name_d5c4f5d8_like")]
#[index(host, name = "ipam_ipaddress_host_c1f8ad3e")]
#[index(ip_version, name = "ipam_ipaddress_ip_version_ce3b626f")]
#[index(mask_length, name = "ipam_ipaddress_mask_length_90da9680")]
#[index(nat_inside_id, name = "ipam_ipaddress_nat_inside_id_a45fb7c5")]
#[index(parent_id, name = "ipam_ipaddress_parent_id_085a7a43")]
#[index(role_id, name = "ipam_ipaddress_role_id_719761b6")]
#[index(status_id, name = "ipam_ipaddress_status_id_942778b7")]
#[index(tenant_id, name = "ipam_ipaddress_tenant_id_ac55acfd")]
#[derive(Debug, Clone)]
pub struct IpamIpaddress {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub host: Vec<u8>,
    pub mask_length: i32,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub parent_id: Option<Uuid>,
    pub ip_version: i32,
    pub tenant_id: Option<Uuid>,
    pub nat_inside_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub dns_name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_ipaddressrange")]
#[unique(parent_id, start_host, name = "unique_iprange_parent_start")]
#[foreign_key(
    parent_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "ipam_ipaddressrange_parent_id_f5b3accd_fk_ipam_prefix_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "ipam_ipaddressrange_role_id_453551db_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "ipam_ipaddressrange_status_id_cba43d64_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_ipaddressrange_tenant_id_4bfe4e16_fk_tenancy_tenant_id"
)]
#[index(parent_id, ip_version, start_host, end_host, name = "ipam_ipaddr_parent__859c12_idx")]
#[index(end_host, name = "ipam_ipaddressrange_end_host_6810d1b3")]
#[index(ip_version, name = "ipam_ipaddressrange_ip_version_baf7a76d")]
#[index(name, name = "ipam_ipaddressrange_name_230d1b53")]
#[index(name.varchar_pattern_ops, name = "ipam_ipaddressrange_name_230d1b53_like")]
#[index(parent_id, name = "ipam_ipaddressrange_parent_id_f5b3accd")]
#[index(role_id, name = "ipam_ipaddressrange_role_id_453551db")]
#[index(start_host, name = "ipam_ipaddressrange_start_host_2337a950")]
#[index(status_id, name = "ipam_ipaddressrange_status_id_cba43d64")]
#[index(tenant_id, name = "ipam_ipaddressrange_tenant_id_4bfe4e16")]
#[derive(Debug, Clone)]
pub struct IpamIpaddressrange {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub start_host: Vec<u8>,
    pub end_host: Vec<u8>,
    pub ip_version: i32,
    pub parent_id: Uuid,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub count_as_utilized: bool,
    pub is_exclusive: bool,
}

#[table(name = "ipam_ipaddresstointerface")]
#[unique(
    ip_address_id,
    interface_id,
    name = "ipam_ipaddresstointerfac_ip_address_id_interface__b15a8b31_uniq"
)]
#[unique(
    ip_address_id,
    vm_interface_id,
    name = "ipam_ipaddresstointerfac_ip_address_id_vm_interfa_be84a621_uniq"
)]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "ipam_ipaddresstointe_interface_id_035d6540_fk_dcim_inte"
)]
#[foreign_key(
    ip_address_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "ipam_ipaddresstointe_ip_address_id_7437efa0_fk_ipam_ipad"
)]
#[foreign_key(
    vm_interface_id,
    references = VirtualizationVminterface.id,
    initially_deferred,
    name = "ipam_ipaddresstointe_vm_interface_id_9ffb75a8_fk_virtualiz"
)]
#[index(interface_id, name = "ipam_ipaddresstointerface_interface_id_035d6540")]
#[index(ip_address_id, name = "ipam_ipaddresstointerface_ip_address_id_7437efa0")]
#[index(vm_interface_id, name = "ipam_ipaddresstointerface_vm_interface_id_9ffb75a8")]
#[derive(Debug, Clone)]
pub struct IpamIpaddresstointerface {
    #[column(primary_key)]
    pub id: Uuid,
    pub ip_address_id: Uuid,
    pub interface_id: Option<Uuid>,
    pub vm_interface_id: Option<Uuid>,
    pub is_source: bool,
    pub is_destination: bool,
    pub is_default: bool,
    pub is_preferred: bool,
    pub is_primary: bool,
    pub is_secondary: bool,
    pub is_standby: bool,
}

#[table(name = "ipam_namespace")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "ipam_namespace_location_id_0ee18237_fk_dcim_location_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_namespace_tenant_id_7f42e7b1_fk_tenancy_tenant_id"
)]
#[index(location_id, name = "ipam_namespace_location_id_0ee18237")]
#[index(name.varchar_pattern_ops, name = "ipam_namespace_name_63ca21f2_like")]
#[index(tenant_id, name = "ipam_namespace_tenant_id_7f42e7b1")]
#[derive(Debug, Clone)]
pub struct IpamNamespace {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub location_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "ipam_prefix")]
#[unique(
    namespace_id,
    network,
    prefix_length,
    name = "ipam_prefix_namespace_id_network_prefix_length_b2dd8b57_uniq"
)]
#[foreign_key(
    namespace_id,
    references = IpamNamespace.id,
    initially_deferred,
    name = "ipam_prefix_namespace_id_aaf034e9_fk_ipam_namespace_id"
)]
#[foreign_key(
    parent_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "ipam_prefix_parent_id_93c2aef8_fk_ipam_prefix_id"
)]
#[foreign_key(
    rir_id,
    references = IpamRir.id,
    initially_deferred,
    name = "ipam_prefix_rir_id_a009797a_fk_ipam_rir_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "ipam_prefix_role_id_0a98d415_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "ipam_prefix_status_id_cffa56c0_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_prefix_tenant_id_7ba1fcc4_fk_tenancy_tenant_id"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "ipam_prefix_vlan_id_1db91bff_fk_ipam_vlan_id"
)]
#[index(broadcast, name = "ipam_prefix_broadcast_8e623832")]
#[index(ip_version, name = "ipam_prefix_ip_version_85fe83ba")]
#[index(namespace_id, ip_version, network, prefix_length, name = "ipam_prefix_namespa_34fd7d_idx")]
#[index(namespace_id, network, broadcast, prefix_length, name = "ipam_prefix_namespa_ec3758_idx")]
#[index(namespace_id, name = "ipam_prefix_namespace_id_aaf034e9")]
#[index(network, broadcast, prefix_length, name = "ipam_prefix_network_e89faf_idx")]
#[index(network, name = "ipam_prefix_network_f7bac882")]
#[index(parent_id, name = "ipam_prefix_parent_id_93c2aef8")]
#[index(prefix_length, name = "ipam_prefix_prefix_length_84660485")]
#[index(rir_id, name = "ipam_prefix_rir_id_a009797a")]
#[index(role_id, name = "ipam_prefix_role_id_0a98d415")]
#[index(status_id, name = "ipam_prefix_status_id_cffa56c0")]
#[index(tenant_id, name = "ipam_prefix_tenant_id_7ba1fcc4")]
#[index(vlan_id, name = "ipam_prefix_vlan_id_1db91bff")]
#[derive(Debug, Clone)]
pub struct IpamPrefix {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub network: Vec<u8>,
    pub broadcast: Vec<u8>,
    pub prefix_length: i32,
    #[column(sql_type = "varchar(50)")]
    pub r#type: String,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub parent_id: Option<Uuid>,
    pub ip_version: i32,
    pub namespace_id: Uuid,
    pub tenant_id: Option<Uuid>,
    pub vlan_id: Option<Uuid>,
    pub rir_id: Option<Uuid>,
    pub date_allocated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_prefixlocationassignment")]
#[unique(
    prefix_id,
    location_id,
    name = "ipam_prefixlocationassig_prefix_id_location_id_66100e12_uniq"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "ipam_prefixlocationa_location_id_49531b36_fk_dcim_loca"
)]
#[foreign_key(
    prefix_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "ipam_prefixlocationa_prefix_id_93a70640_fk_ipam_pref"
)]
#[index(location_id, name = "ipam_prefixlocationassignment_location_id_49531b36")]
#[index(prefix_id, name = "ipam_prefixlocationassignment_prefix_id_93a70640")]
#[derive(Debug, Clone)]
pub struct IpamPrefixlocationassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub prefix_id: Uuid,
    pub location_id: Uuid,
}

#[table(name = "ipam_rir")]
#[index(name.varchar_pattern_ops, name = "ipam_rir_name_64a71982_like")]
#[derive(Debug, Clone)]
pub struct IpamRir {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub is_private: bool,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_routetarget")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_routetarget_tenant_id_5a0b35e8_fk_tenancy_tenant_id"
)]
#[index(name.varchar_pattern_ops, name = "ipam_routetarget_name_212be79f_like")]
#[index(tenant_id, name = "ipam_routetarget_tenant_id_5a0b35e8")]
#[derive(Debug, Clone)]
pub struct IpamRoutetarget {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(21)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "ipam_service")]
#[unique(name, device_id, name = "unique_device_service_name")]
#[unique(name, virtual_machine_id, name = "unique_virtual_machine_service_name")]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "ipam_service_device_id_b4d2bb9c_fk_dcim_device_id"
)]
#[foreign_key(
    virtual_machine_id,
    references = VirtualizationVirtualmachine.id,
    initially_deferred,
    name = "ipam_service_virtual_machine_id_e8b53562_fk_virtualiz"
)]
#[index(device_id, name = "ipam_service_device_id_b4d2bb9c")]
#[index(name, name = "ipam_service_name_7e839153")]
#[index(name.varchar_pattern_ops, name = "ipam_service_name_7e839153_like")]
#[index(virtual_machine_id, name = "ipam_service_virtual_machine_id_e8b53562")]
#[derive(Debug, Clone)]
pub struct IpamService {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub device_id: Option<Uuid>,
    pub virtual_machine_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(50)")]
    pub protocol: String,
    pub ports: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_service_ip_addresses")]
#[unique(
    service_id,
    ipaddress_id,
    name = "ipam_service_ip_addresses_service_id_ipaddress_id_bc0a987b_uniq"
)]
#[foreign_key(
    ipaddress_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "ipam_service_ip_addr_ipaddress_id_0b8d5ff8_fk_ipam_ipad"
)]
#[foreign_key(
    service_id,
    references = IpamService.id,
    initially_deferred,
    name = "ipam_service_ip_addr_service_id_46c5ca4c_fk_ipam_serv"
)]
#[index(ipaddress_id, name = "ipam_service_ip_addresses_ipaddress_id_0b8d5ff8")]
#[index(service_id, name = "ipam_service_ip_addresses_service_id_46c5ca4c")]
#[derive(Debug, Clone)]
pub struct IpamServiceIpAddress {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub service_id: Uuid,
    pub ipaddress_id: Uuid,
}

#[table(name = "ipam_vlan")]
#[unique(vlan_group_id, name, name = "ipam_vlan_vlan_group_id_name_8cb753d5_uniq")]
#[unique(vlan_group_id, vid, name = "ipam_vlan_vlan_group_id_vid_fbed115d_uniq")]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "ipam_vlan_role_id_f5015962_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "ipam_vlan_status_id_898aa317_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_vlan_tenant_id_71a8290d_fk_tenancy_tenant_id"
)]
#[foreign_key(
    vlan_group_id,
    references = IpamVlangroup.id,
    initially_deferred,
    name = "ipam_vlan_vlan_group_id_a59c4d3f_fk_ipam_vlangroup_id"
)]
#[check(name = "ipam_vlan_vid_check", "vid >= 0")]
#[index(name, name = "ipam_vlan_name_a7671201")]
#[index(name.varchar_pattern_ops, name = "ipam_vlan_name_a7671201_like")]
#[index(role_id, name = "ipam_vlan_role_id_f5015962")]
#[index(status_id, name = "ipam_vlan_status_id_898aa317")]
#[index(tenant_id, name = "ipam_vlan_tenant_id_71a8290d")]
#[index(vlan_group_id, name = "ipam_vlan_vlan_group_id_a59c4d3f")]
#[derive(Debug, Clone)]
pub struct IpamVlan {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub vlan_group_id: Option<Uuid>,
    pub vid: i16,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_vlangroup")]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "ipam_vlangroup_location_id_f239af79_fk_dcim_location_id"
)]
#[index(location_id, name = "ipam_vlangroup_location_id_f239af79")]
#[index(name.varchar_pattern_ops, name = "ipam_vlangroup_name_46bf02a4_like")]
#[derive(Debug, Clone)]
pub struct IpamVlangroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub location_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub range: String,
}

#[table(name = "ipam_vlanlocationassignment")]
#[unique(
    vlan_id,
    location_id,
    name = "ipam_vlanlocationassignment_vlan_id_location_id_847361ab_uniq"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "ipam_vlanlocationass_location_id_452fe170_fk_dcim_loca"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "ipam_vlanlocationassignment_vlan_id_9591c78f_fk_ipam_vlan_id"
)]
#[index(location_id, name = "ipam_vlanlocationassignment_location_id_452fe170")]
#[index(vlan_id, name = "ipam_vlanlocationassignment_vlan_id_9591c78f")]
#[derive(Debug, Clone)]
pub struct IpamVlanlocationassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub vlan_id: Uuid,
    pub location_id: Uuid,
}

#[table(name = "ipam_vrf")]
#[unique(namespace_id, rd, name = "ipam_vrf_namespace_id_rd_ddfc14fc_uniq")]
#[foreign_key(
    namespace_id,
    references = IpamNamespace.id,
    initially_deferred,
    name = "ipam_vrf_namespace_id_8835a4df_fk_ipam_namespace_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "ipam_vrf_status_id_d8f28917_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "ipam_vrf_tenant_id_498b0051_fk_tenancy_tenant_id"
)]
#[index(name, name = "ipam_vrf_name_bf7146b0")]
#[index(name.varchar_pattern_ops, name = "ipam_vrf_name_bf7146b0_like")]
#[index(namespace_id, name, rd, name = "ipam_vrf_namespa_3a222d_idx")]
#[index(namespace_id, name = "ipam_vrf_namespace_id_8835a4df")]
#[index(status_id, name = "ipam_vrf_status_id_d8f28917")]
#[index(tenant_id, name = "ipam_vrf_tenant_id_498b0051")]
#[derive(Debug, Clone)]
pub struct IpamVrf {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(21)")]
    pub rd: Option<String>,
    pub status_id: Option<Uuid>,
    pub namespace_id: Uuid,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "ipam_vrf_export_targets")]
#[unique(
    vrf_id,
    routetarget_id,
    name = "ipam_vrf_export_targets_vrf_id_routetarget_id_63ba8c62_uniq"
)]
#[foreign_key(
    routetarget_id,
    references = IpamRoutetarget.id,
    initially_deferred,
    name = "ipam_vrf_export_targ_routetarget_id_8d9319f7_fk_ipam_rout"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "ipam_vrf_export_targets_vrf_id_6f4875c4_fk_ipam_vrf_id"
)]
#[index(routetarget_id, name = "ipam_vrf_export_targets_routetarget_id_8d9319f7")]
#[index(vrf_id, name = "ipam_vrf_export_targets_vrf_id_6f4875c4")]
#[derive(Debug, Clone)]
pub struct IpamVrfExportTarget {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub vrf_id: Uuid,
    pub routetarget_id: Uuid,
}

#[table(name = "ipam_vrf_import_targets")]
#[unique(
    vrf_id,
    routetarget_id,
    name = "ipam_vrf_import_targets_vrf_id_routetarget_id_399b155f_uniq"
)]
#[foreign_key(
    routetarget_id,
    references = IpamRoutetarget.id,
    initially_deferred,
    name = "ipam_vrf_import_targ_routetarget_id_0e05b144_fk_ipam_rout"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "ipam_vrf_import_targets_vrf_id_ed491b19_fk_ipam_vrf_id"
)]
#[index(routetarget_id, name = "ipam_vrf_import_targets_routetarget_id_0e05b144")]
#[index(vrf_id, name = "ipam_vrf_import_targets_vrf_id_ed491b19")]
#[derive(Debug, Clone)]
pub struct IpamVrfImportTarget {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub vrf_id: Uuid,
    pub routetarget_id: Uuid,
}

#[table(name = "ipam_vrfdeviceassignment")]
#[unique(vrf_id, device_id, name = "ipam_vrfdeviceassignment_vrf_id_device_id_6c9f7b7d_uniq")]
#[unique(
    vrf_id,
    virtual_device_context_id,
    name = "ipam_vrfdeviceassignment_vrf_id_virtual_device_co_788fcb46_uniq"
)]
#[unique(
    vrf_id,
    virtual_machine_id,
    name = "ipam_vrfdeviceassignment_vrf_id_virtual_machine_i_0799c2cc_uniq"
)]
#[foreign_key(
    virtual_device_context_id,
    references = DcimVirtualdevicecontext.id,
    initially_deferred,
    name = "ipam_vrfdeviceassign_virtual_device_conte_8d0d4e0b_fk_dcim_virt"
)]
#[foreign_key(
    virtual_machine_id,
    references = VirtualizationVirtualmachine.id,
    initially_deferred,
    name = "ipam_vrfdeviceassign_virtual_machine_id_2b9c3e80_fk_virtualiz"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "ipam_vrfdeviceassignment_device_id_b79a12ce_fk_dcim_device_id"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "ipam_vrfdeviceassignment_vrf_id_de560201_fk_ipam_vrf_id"
)]
#[index(device_id, name = "ipam_vrfdeviceassignment_device_id_b79a12ce")]
#[index(
    virtual_device_context_id,
    name = "ipam_vrfdeviceassignment_virtual_device_context_id_8d0d4e0b"
)]
#[index(virtual_machine_id, name = "ipam_vrfdeviceassignment_virtual_machine_id_2b9c3e80")]
#[index(vrf_id, name = "ipam_vrfdeviceassignment_vrf_id_de560201")]
#[derive(Debug, Clone)]
pub struct IpamVrfdeviceassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub vrf_id: Uuid,
    pub device_id: Option<Uuid>,
    pub virtual_machine_id: Option<Uuid>,
    pub virtual_device_context_id: Option<Uuid>,
    #[column(sql_type = "varchar(21)")]
    pub rd: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
}

#[table(name = "ipam_vrfprefixassignment")]
#[unique(vrf_id, prefix_id, name = "ipam_vrfprefixassignment_vrf_id_prefix_id_8123b1c4_uniq")]
#[foreign_key(
    prefix_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "ipam_vrfprefixassignment_prefix_id_808d8301_fk_ipam_prefix_id"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "ipam_vrfprefixassignment_vrf_id_d9496635_fk_ipam_vrf_id"
)]
#[index(prefix_id, name = "ipam_vrfprefixassignment_prefix_id_808d8301")]
#[index(vrf_id, name = "ipam_vrfprefixassignment_vrf_id_d9496635")]
#[derive(Debug, Clone)]
pub struct IpamVrfprefixassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub vrf_id: Uuid,
    pub prefix_id: Uuid,
}

#[table(name = "load_balancers_certificateprofile")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "load_balancers_certi_tenant_id_335ccfca_fk_tenancy_t"
)]
#[index(name.varchar_pattern_ops, name = "load_balancers_certificateprofile_name_43595493_like")]
#[index(tenant_id, name = "load_balancers_certificateprofile_tenant_id_335ccfca")]
#[derive(Debug, Clone)]
pub struct LoadBalancersCertificateprofile {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub certificate_type: String,
    #[column(sql_type = "varchar(255)")]
    pub certificate_file_path: String,
    #[column(sql_type = "varchar(255)")]
    pub chain_file_path: String,
    #[column(sql_type = "varchar(255)")]
    pub key_file_path: String,
    pub expiration_date: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)")]
    pub cipher: String,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "load_balancers_healthcheckmonitor")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "load_balancers_healt_tenant_id_8c216871_fk_tenancy_t"
)]
#[check(name = "load_balancers_healthcheckmonitor_interval_check", "\"interval\" >= 0")]
#[check(name = "load_balancers_healthcheckmonitor_port_check", "port >= 0")]
#[check(name = "load_balancers_healthcheckmonitor_retry_check", "retry >= 0")]
#[check(name = "load_balancers_healthcheckmonitor_timeout_check", "timeout >= 0")]
#[index(name.varchar_pattern_ops, name = "load_balancers_healthcheckmonitor_name_879b177b_like")]
#[index(tenant_id, name = "load_balancers_healthcheckmonitor_tenant_id_8c216871")]
#[derive(Debug, Clone)]
pub struct LoadBalancersHealthcheckmonitor {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub interval: Option<i32>,
    pub retry: Option<i32>,
    pub timeout: Option<i32>,
    pub port: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub health_check_type: String,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "load_balancers_loadbalancerpool")]
#[foreign_key(
    health_check_monitor_id,
    references = LoadBalancersHealthcheckmonitor.id,
    initially_deferred,
    name = "load_balancers_loadb_health_check_monitor_2b05fb98_fk_load_bala"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "load_balancers_loadb_tenant_id_96eafb33_fk_tenancy_t"
)]
#[index(
    health_check_monitor_id,
    name = "load_balancers_loadbalance_health_check_monitor_id_2b05fb98"
)]
#[index(tenant_id, name = "load_balancers_loadbalancerpool_tenant_id_96eafb33")]
#[derive(Debug, Clone)]
pub struct LoadBalancersLoadbalancerpool {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub load_balancing_algorithm: String,
    pub health_check_monitor_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "load_balancers_loadbalancerpoolmember")]
#[unique(
    ip_address_id,
    port,
    load_balancer_pool_id,
    name = "load_balancers_loadbalan_ip_address_id_port_load__d0a951a0_uniq"
)]
#[foreign_key(
    health_check_monitor_id,
    references = LoadBalancersHealthcheckmonitor.id,
    initially_deferred,
    name = "load_balancers_loadb_health_check_monitor_54bb32d4_fk_load_bala"
)]
#[foreign_key(
    ip_address_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "load_balancers_loadb_ip_address_id_22e710ab_fk_ipam_ipad"
)]
#[foreign_key(
    load_balancer_pool_id,
    references = LoadBalancersLoadbalancerpool.id,
    initially_deferred,
    name = "load_balancers_loadb_load_balancer_pool_i_c7debc4f_fk_load_bala"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "load_balancers_loadb_status_id_ed8abf82_fk_extras_st"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "load_balancers_loadb_tenant_id_96310c18_fk_tenancy_t"
)]
#[check(name = "load_balancers_loadbalancerpoolmember_port_check", "port >= 0")]
#[index(
    health_check_monitor_id,
    name = "load_balancers_loadbalance_health_check_monitor_id_54bb32d4"
)]
#[index(load_balancer_pool_id, name = "load_balancers_loadbalance_load_balancer_pool_id_c7debc4f")]
#[index(ip_address_id, name = "load_balancers_loadbalancerpoolmember_ip_address_id_22e710ab")]
#[index(status_id, name = "load_balancers_loadbalancerpoolmember_status_id_ed8abf82")]
#[index(tenant_id, name = "load_balancers_loadbalancerpoolmember_tenant_id_96310c18")]
#[derive(Debug, Clone)]
pub struct LoadBalancersLoadbalancerpoolmember {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub label: String,
    pub ip_address_id: Uuid,
    pub load_balancer_pool_id: Uuid,
    pub port: i32,
    pub ssl_offload: bool,
    pub health_check_monitor_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    pub status_id: Uuid,
}

#[table(name = "load_balancers_loadbalancerpoolmembercertificateprofileassi0862")]
#[unique(
    load_balancer_pool_member_id,
    certificate_profile_id,
    name = "load_balancers_loadbalan_load_balancer_pool_membe_6713da45_uniq"
)]
#[foreign_key(
    certificate_profile_id,
    references = LoadBalancersCertificateprofile.id,
    initially_deferred,
    name = "load_balancers_loadb_certificate_profile__87e7534c_fk_load_bala"
)]
#[foreign_key(
    load_balancer_pool_member_id,
    references = LoadBalancersLoadbalancerpoolmember.id,
    initially_deferred,
    name = "load_balancers_loadb_load_balancer_pool_m_956997e0_fk_load_bala"
)]
#[index(
    certificate_profile_id,
    name = "load_balancers_loadbalance_certificate_profile_id_87e7534c"
)]
#[index(
    load_balancer_pool_member_id,
    name = "load_balancers_loadbalance_load_balancer_pool_member__956997e0"
)]
#[derive(Debug, Clone)]
pub struct LoadBalancersLoadbalancerpoolmembercertificateprofileassi0862 {
    #[column(primary_key)]
    pub id: Uuid,
    pub load_balancer_pool_member_id: Uuid,
    pub certificate_profile_id: Uuid,
}

#[table(name = "load_balancers_virtualserver")]
#[unique(
    vip_id,
    port,
    protocol,
    name = "load_balancers_virtualserver_vip_id_port_protocol_26aef8c7_uniq"
)]
#[foreign_key(
    cloud_service_id,
    references = CloudCloudservice.id,
    initially_deferred,
    name = "load_balancers_virtu_cloud_service_id_55f55b13_fk_cloud_clo"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "load_balancers_virtu_device_id_ed6bd403_fk_dcim_devi"
)]
#[foreign_key(
    device_redundancy_group_id,
    references = DcimDeviceredundancygroup.id,
    initially_deferred,
    name = "load_balancers_virtu_device_redundancy_gr_dacbdcdb_fk_dcim_devi"
)]
#[foreign_key(
    health_check_monitor_id,
    references = LoadBalancersHealthcheckmonitor.id,
    initially_deferred,
    name = "load_balancers_virtu_health_check_monitor_df8d80e4_fk_load_bala"
)]
#[foreign_key(
    load_balancer_pool_id,
    references = LoadBalancersLoadbalancerpool.id,
    initially_deferred,
    name = "load_balancers_virtu_load_balancer_pool_i_1991938e_fk_load_bala"
)]
#[foreign_key(
    source_nat_pool_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "load_balancers_virtu_source_nat_pool_id_d076d96c_fk_ipam_pref"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "load_balancers_virtu_tenant_id_49a13904_fk_tenancy_t"
)]
#[foreign_key(
    vip_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "load_balancers_virtu_vip_id_44d6cf83_fk_ipam_ipad"
)]
#[foreign_key(
    virtual_chassis_id,
    references = DcimVirtualchassis.id,
    initially_deferred,
    name = "load_balancers_virtu_virtual_chassis_id_71f0a8e0_fk_dcim_virt"
)]
#[check(name = "load_balancers_virtualserver_port_check", "port >= 0")]
#[index(
    device_redundancy_group_id,
    name = "load_balancers_virtualserv_device_redundancy_group_id_dacbdcdb"
)]
#[index(cloud_service_id, name = "load_balancers_virtualserver_cloud_service_id_55f55b13")]
#[index(device_id, name = "load_balancers_virtualserver_device_id_ed6bd403")]
#[index(
    health_check_monitor_id,
    name = "load_balancers_virtualserver_health_check_monitor_id_df8d80e4"
)]
#[index(
    load_balancer_pool_id,
    name = "load_balancers_virtualserver_load_balancer_pool_id_1991938e"
)]
#[index(source_nat_pool_id, name = "load_balancers_virtualserver_source_nat_pool_id_d076d96c")]
#[index(tenant_id, name = "load_balancers_virtualserver_tenant_id_49a13904")]
#[index(vip_id, name = "load_balancers_virtualserver_vip_id_44d6cf83")]
#[index(virtual_chassis_id, name = "load_balancers_virtualserver_virtual_chassis_id_71f0a8e0")]
#[derive(Debug, Clone)]
pub struct LoadBalancersVirtualserver {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub vip_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub port: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub protocol: String,
    pub source_nat_pool_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub source_nat_type: String,
    #[column(sql_type = "varchar(255)")]
    pub load_balancer_type: String,
    pub enabled: bool,
    pub ssl_offload: bool,
    pub device_id: Option<Uuid>,
    pub device_redundancy_group_id: Option<Uuid>,
    pub cloud_service_id: Option<Uuid>,
    pub virtual_chassis_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    pub load_balancer_pool_id: Option<Uuid>,
    pub health_check_monitor_id: Option<Uuid>,
}

#[table(name = "load_balancers_virtualservercertificateprofileassignment")]
#[unique(
    virtual_server_id,
    certificate_profile_id,
    name = "load_balancers_virtualse_virtual_server_id_certif_46f4c3f7_uniq"
)]
#[foreign_key(
    certificate_profile_id,
    references = LoadBalancersCertificateprofile.id,
    initially_deferred,
    name = "load_balancers_virtu_certificate_profile__ce33b9bb_fk_load_bala"
)]
#[foreign_key(
    virtual_server_id,
    references = LoadBalancersVirtualserver.id,
    initially_deferred,
    name = "load_balancers_virtu_virtual_server_id_8c14d276_fk_load_bala"
)]
#[index(
    certificate_profile_id,
    name = "load_balancers_virtualserv_certificate_profile_id_ce33b9bb"
)]
#[index(virtual_server_id, name = "load_balancers_virtualserv_virtual_server_id_8c14d276")]
#[derive(Debug, Clone)]
pub struct LoadBalancersVirtualservercertificateprofileassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub virtual_server_id: Uuid,
    pub certificate_profile_id: Uuid,
}

#[table(name = "silk_profile")]
#[foreign_key(
    request_id,
    references = SilkRequest.id,
    initially_deferred,
    name = "silk_profile_request_id_7b81bd69_fk_silk_request_id"
)]
#[index(request_id, name = "silk_profile_request_id_7b81bd69")]
#[index(request_id.varchar_pattern_ops, name = "silk_profile_request_id_7b81bd69_like")]
#[derive(Debug, Clone)]
pub struct SilkProfile {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(300)")]
    pub name: String,
    pub start_time: DateTime<Utc>,
    pub end_time: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(36)")]
    pub request_id: Option<String>,
    pub time_taken: Option<f64>,
    #[column(sql_type = "varchar(300)")]
    pub file_path: String,
    pub line_num: Option<i32>,
    pub end_line_num: Option<i32>,
    #[column(sql_type = "varchar(300)")]
    pub func_name: String,
    pub exception_raised: bool,
    pub dynamic: bool,
}

#[table(name = "silk_profile_queries")]
#[unique(
    profile_id,
    sqlquery_id,
    name = "silk_profile_queries_profile_id_sqlquery_id_b2403d9b_uniq"
)]
#[foreign_key(
    profile_id,
    references = SilkProfile.id,
    initially_deferred,
    name = "silk_profile_queries_profile_id_a3d76db8_fk_silk_profile_id"
)]
#[foreign_key(
    sqlquery_id,
    references = SilkSqlquery.id,
    initially_deferred,
    name = "silk_profile_queries_sqlquery_id_155df455_fk_silk_sqlquery_id"
)]
#[index(profile_id, name = "silk_profile_queries_profile_id_a3d76db8")]
#[index(sqlquery_id, name = "silk_profile_queries_sqlquery_id_155df455")]
#[derive(Debug, Clone)]
pub struct SilkProfileQuery {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub profile_id: i32,
    pub sqlquery_id: i32,
}

#[table(name = "silk_request")]
#[index(id.varchar_pattern_ops, name = "silk_request_id_5a356c4f_like")]
#[index(path, name = "silk_request_path_9f3d798e")]
#[index(path.varchar_pattern_ops, name = "silk_request_path_9f3d798e_like")]
#[index(start_time, name = "silk_request_start_time_1300bc58")]
#[index(view_name, name = "silk_request_view_name_68559f7b")]
#[index(view_name.varchar_pattern_ops, name = "silk_request_view_name_68559f7b_like")]
#[derive(Debug, Clone)]
pub struct SilkRequest {
    #[column(sql_type = "varchar(36)", primary_key)]
    pub id: String,
    #[column(sql_type = "varchar(190)")]
    pub path: String,
    pub query_params: String,
    pub raw_body: String,
    pub body: String,
    #[column(sql_type = "varchar(10)")]
    pub method: String,
    pub start_time: DateTime<Utc>,
    #[column(sql_type = "varchar(190)")]
    pub view_name: Option<String>,
    pub end_time: Option<DateTime<Utc>>,
    pub time_taken: Option<f64>,
    pub encoded_headers: String,
    pub meta_time: Option<f64>,
    pub meta_num_queries: Option<i32>,
    pub meta_time_spent_queries: Option<f64>,
    pub pyprofile: String,
    #[column(sql_type = "varchar(300)")]
    pub prof_file: String,
    pub num_sql_queries: i32,
}

#[table(name = "silk_response")]
#[foreign_key(
    request_id,
    references = SilkRequest.id,
    initially_deferred,
    name = "silk_response_request_id_1e8e2776_fk_silk_request_id"
)]
#[index(id.varchar_pattern_ops, name = "silk_response_id_dda88710_like")]
#[index(request_id.varchar_pattern_ops, name = "silk_response_request_id_1e8e2776_like")]
#[derive(Debug, Clone)]
pub struct SilkResponse {
    #[column(sql_type = "varchar(36)", primary_key)]
    pub id: String,
    #[column(sql_type = "varchar(36)", unique)]
    pub request_id: String,
    pub status_code: i32,
    pub raw_body: String,
    pub body: String,
    pub encoded_headers: String,
}

#[table(name = "silk_sqlquery")]
#[foreign_key(
    request_id,
    references = SilkRequest.id,
    initially_deferred,
    name = "silk_sqlquery_request_id_6f8f0527_fk_silk_request_id"
)]
#[index(request_id, name = "silk_sqlquery_request_id_6f8f0527")]
#[index(request_id.varchar_pattern_ops, name = "silk_sqlquery_request_id_6f8f0527_like")]
#[derive(Debug, Clone)]
pub struct SilkSqlquery {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub query: String,
    pub start_time: Option<DateTime<Utc>>,
    pub end_time: Option<DateTime<Utc>>,
    pub time_taken: Option<f64>,
    pub identifier: i32,
    #[column(sql_type = "varchar(36)")]
    pub request_id: Option<String>,
    pub traceback: String,
    pub analysis: Option<String>,
}

#[table(name = "social_auth_association")]
#[unique(server_url, handle, name = "social_auth_association_server_url_handle_078befa2_uniq")]
#[derive(Debug, Clone)]
pub struct SocialAuthAssociation {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    #[column(sql_type = "varchar(255)")]
    pub server_url: String,
    #[column(sql_type = "varchar(255)")]
    pub handle: String,
    #[column(sql_type = "varchar(255)")]
    pub secret: String,
    pub issued: i32,
    pub lifetime: i32,
    #[column(sql_type = "varchar(64)")]
    pub assoc_type: String,
}

#[table(name = "social_auth_code")]
#[unique(email, code, name = "social_auth_code_email_code_801b2d02_uniq")]
#[index(code, name = "social_auth_code_code_a2393167")]
#[index(code.varchar_pattern_ops, name = "social_auth_code_code_a2393167_like")]
#[index(timestamp, name = "social_auth_code_timestamp_176b341f")]
#[derive(Debug, Clone)]
pub struct SocialAuthCode {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    #[column(sql_type = "varchar(32)")]
    pub code: String,
    pub verified: bool,
    pub timestamp: DateTime<Utc>,
}

#[table(name = "social_auth_nonce")]
#[unique(
    server_url,
    timestamp,
    salt,
    name = "social_auth_nonce_server_url_timestamp_salt_f6284463_uniq"
)]
#[derive(Debug, Clone)]
pub struct SocialAuthNonce {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    #[column(sql_type = "varchar(255)")]
    pub server_url: String,
    pub timestamp: i32,
    #[column(sql_type = "varchar(65)")]
    pub salt: String,
}

#[table(name = "social_auth_partial")]
#[check(name = "social_auth_partial_next_step_check", "next_step >= 0")]
#[index(timestamp, name = "social_auth_partial_timestamp_50f2119f")]
#[index(token, name = "social_auth_partial_token_3017fea3")]
#[index(token.varchar_pattern_ops, name = "social_auth_partial_token_3017fea3_like")]
#[derive(Debug, Clone)]
pub struct SocialAuthPartial {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    #[column(sql_type = "varchar(32)")]
    pub token: String,
    pub next_step: i16,
    #[column(sql_type = "varchar(32)")]
    pub backend: String,
    pub data: serde_json::Value,
    pub timestamp: DateTime<Utc>,
}

#[table(name = "social_auth_usersocialauth")]
#[unique(provider, uid, name = "social_auth_usersocialauth_provider_uid_e6b5e668_uniq")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "social_auth_usersocialauth_user_id_17d28448_fk_auth_user_id"
)]
#[check(name = "user_social_auth_uid_required", "NOT ((uid)::text = ''::text)")]
#[index(uid, name = "social_auth_usersocialauth_uid_796e51dc")]
#[index(uid.varchar_pattern_ops, name = "social_auth_usersocialauth_uid_796e51dc_like")]
#[index(user_id, name = "social_auth_usersocialauth_user_id_17d28448")]
#[derive(Debug, Clone)]
pub struct SocialAuthUsersocialauth {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub user_id: Uuid,
    #[column(sql_type = "varchar(32)")]
    pub provider: String,
    #[column(sql_type = "varchar(255)")]
    pub uid: String,
    pub extra_data: serde_json::Value,
    pub created: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

#[table(name = "taggit_tag")]
#[index(name.varchar_pattern_ops, name = "taggit_tag_name_58eb2ed9_like")]
#[index(slug.varchar_pattern_ops, name = "taggit_tag_slug_6be58b2c_like")]
#[derive(Debug, Clone)]
pub struct TaggitTag {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(100)", unique)]
    pub slug: String,
}

#[table(name = "taggit_taggeditem")]
#[unique(
    content_type_id,
    object_id,
    tag_id,
    name = "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni"
)]
#[foreign_key(
    content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "taggit_taggeditem_content_type_id_9957a03c_fk_django_co"
)]
#[foreign_key(
    tag_id,
    references = TaggitTag.id,
    initially_deferred,
    name = "taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id"
)]
#[index(content_type_id, object_id, name = "taggit_tagg_content_8fc721_idx")]
#[index(content_type_id, name = "taggit_taggeditem_content_type_id_9957a03c")]
#[index(object_id, name = "taggit_taggeditem_object_id_e2d7d1df")]
#[index(tag_id, name = "taggit_taggeditem_tag_id_f4f5b767")]
#[derive(Debug, Clone)]
pub struct TaggitTaggeditem {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub tag_id: i32,
    pub content_type_id: i32,
    pub object_id: i32,
}

#[table(name = "tenancy_tenant")]
#[foreign_key(
    tenant_group_id,
    references = TenancyTenantgroup.id,
    initially_deferred,
    name = "tenancy_tenant_tenant_group_id_bb4557b9_fk_tenancy_t"
)]
#[index(name.varchar_pattern_ops, name = "tenancy_tenant_name_f6e5b2f5_like")]
#[index(tenant_group_id, name = "tenancy_tenant_tenant_group_id_bb4557b9")]
#[derive(Debug, Clone)]
pub struct TenancyTenant {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub tenant_group_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub comments: String,
}

#[table(name = "tenancy_tenantgroup")]
#[foreign_key(
    parent_id,
    references = TenancyTenantgroup.id,
    initially_deferred,
    name = "tenancy_tenantgroup_parent_id_2542fc18_fk_tenancy_t"
)]
#[index(name.varchar_pattern_ops, name = "tenancy_tenantgroup_name_53363199_like")]
#[index(parent_id, name = "tenancy_tenantgroup_parent_id_2542fc18")]
#[derive(Debug, Clone)]
pub struct TenancyTenantgroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub parent_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "users_objectpermission")]
#[index(name.varchar_pattern_ops, name = "users_objectpermission_name_8d7a5900_like")]
#[derive(Debug, Clone)]
pub struct UsersObjectpermission {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub enabled: bool,
    pub actions: serde_json::Value,
    pub constraints: Option<serde_json::Value>,
}

#[table(name = "users_objectpermission_groups")]
#[unique(
    objectpermission_id,
    group_id,
    name = "users_objectpermission_g_objectpermission_id_grou_3b62a39c_uniq"
)]
#[foreign_key(
    group_id,
    references = AuthGroup.id,
    initially_deferred,
    name = "users_objectpermissi_group_id_fb7ba6e0_fk_auth_grou"
)]
#[foreign_key(
    objectpermission_id,
    references = UsersObjectpermission.id,
    initially_deferred,
    name = "users_objectpermissi_objectpermission_id_2f7cc117_fk_users_obj"
)]
#[index(group_id, name = "users_objectpermission_groups_group_id_fb7ba6e0")]
#[index(objectpermission_id, name = "users_objectpermission_groups_objectpermission_id_2f7cc117")]
#[derive(Debug, Clone)]
pub struct UsersObjectpermissionGroup {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub objectpermission_id: Uuid,
    pub group_id: i32,
}

#[table(name = "users_objectpermission_object_types")]
#[unique(
    objectpermission_id,
    contenttype_id,
    name = "users_objectpermission_o_objectpermission_id_cont_7c40d31a_uniq"
)]
#[foreign_key(
    contenttype_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "users_objectpermissi_contenttype_id_594b1cc7_fk_django_co"
)]
#[foreign_key(
    objectpermission_id,
    references = UsersObjectpermission.id,
    initially_deferred,
    name = "users_objectpermissi_objectpermission_id_38c7d8f5_fk_users_obj"
)]
#[index(objectpermission_id, name = "users_objectpermission_obj_objectpermission_id_38c7d8f5")]
#[index(contenttype_id, name = "users_objectpermission_object_types_contenttype_id_594b1cc7")]
#[derive(Debug, Clone)]
pub struct UsersObjectpermissionObjectType {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub objectpermission_id: Uuid,
    pub contenttype_id: i32,
}

#[table(name = "users_objectpermission_users")]
#[unique(
    objectpermission_id,
    user_id,
    name = "users_objectpermission_u_objectpermission_id_user_3a7db108_uniq"
)]
#[foreign_key(
    objectpermission_id,
    references = UsersObjectpermission.id,
    initially_deferred,
    name = "users_objectpermissi_objectpermission_id_78a9c2e6_fk_users_obj"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "users_objectpermission_users_user_id_16c0905d_fk_auth_user_id"
)]
#[index(objectpermission_id, name = "users_objectpermission_users_objectpermission_id_78a9c2e6")]
#[index(user_id, name = "users_objectpermission_users_user_id_16c0905d")]
#[derive(Debug, Clone)]
pub struct UsersObjectpermissionUser {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub objectpermission_id: Uuid,
    pub user_id: Uuid,
}

#[table(name = "users_token")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "users_token_user_id_af964690_fk_auth_user_id"
)]
#[index(key.varchar_pattern_ops, name = "users_token_key_820deccd_like")]
#[index(user_id, name = "users_token_user_id_af964690")]
#[derive(Debug, Clone)]
pub struct UsersToken {
    #[column(primary_key)]
    pub id: Uuid,
    pub user_id: Uuid,
    pub created: DateTime<Utc>,
    pub expires: Option<DateTime<Utc>>,
    #[column(sql_type = "varchar(40)", unique)]
    pub key: String,
    pub write_enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "virtualization_cluster")]
#[foreign_key(
    cluster_group_id,
    references = VirtualizationClustergroup.id,
    initially_deferred,
    name = "virtualization_clust_cluster_group_id_fec59c40_fk_virtualiz"
)]
#[foreign_key(
    cluster_type_id,
    references = VirtualizationClustertype.id,
    initially_deferred,
    name = "virtualization_clust_cluster_type_id_d4889bbe_fk_virtualiz"
)]
#[foreign_key(
    location_id,
    references = DcimLocation.id,
    initially_deferred,
    name = "virtualization_cluster_location_id_fdcab7e6_fk_dcim_location_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "virtualization_cluster_tenant_id_bc2868d0_fk_tenancy_tenant_id"
)]
#[index(cluster_group_id, name = "virtualization_cluster_cluster_group_id_fec59c40")]
#[index(cluster_type_id, name = "virtualization_cluster_cluster_type_id_d4889bbe")]
#[index(location_id, name = "virtualization_cluster_location_id_fdcab7e6")]
#[index(name.varchar_pattern_ops, name = "virtualization_cluster_name_1b59a61b_like")]
#[index(tenant_id, name = "virtualization_cluster_tenant_id_bc2868d0")]
#[derive(Debug, Clone)]
pub struct VirtualizationCluster {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    pub cluster_type_id: Uuid,
    pub cluster_group_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    pub location_id: Option<Uuid>,
    pub comments: String,
}

#[table(name = "virtualization_clustergroup")]
#[index(name.varchar_pattern_ops, name = "virtualization_clustergroup_name_4fcd26b4_like")]
#[derive(Debug, Clone)]
pub struct VirtualizationClustergroup {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "virtualization_clustertype")]
#[index(name.varchar_pattern_ops, name = "virtualization_clustertype_name_ea854d3d_like")]
#[derive(Debug, Clone)]
pub struct VirtualizationClustertype {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
}

#[table(name = "virtualization_virtualmachine")]
#[unique(
    cluster_id,
    tenant_id,
    name,
    name = "virtualization_virtualma_cluster_id_tenant_id_nam_56c69afb_uniq"
)]
#[foreign_key(
    cluster_id,
    references = VirtualizationCluster.id,
    initially_deferred,
    name = "virtualization_virtu_cluster_id_6c9f9047_fk_virtualiz"
)]
#[foreign_key(
    local_config_context_data_owner_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "virtualization_virtu_local_config_context_a233267f_fk_django_co"
)]
#[foreign_key(
    local_config_context_schema_id,
    references = ExtrasConfigcontextschema.id,
    initially_deferred,
    name = "virtualization_virtu_local_config_context_bec5cdf8_fk_extras_co"
)]
#[foreign_key(
    platform_id,
    references = DcimPlatform.id,
    initially_deferred,
    name = "virtualization_virtu_platform_id_a6c5ccb2_fk_dcim_plat"
)]
#[foreign_key(
    primary_ip4_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "virtualization_virtu_primary_ip4_id_942e42ae_fk_ipam_ipad"
)]
#[foreign_key(
    primary_ip6_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "virtualization_virtu_primary_ip6_id_b7904e73_fk_ipam_ipad"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "virtualization_virtu_role_id_0cc898f9_fk_extras_ro"
)]
#[foreign_key(
    software_version_id,
    references = DcimSoftwareversion.id,
    initially_deferred,
    name = "virtualization_virtu_software_version_id_44a299cb_fk_dcim_soft"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "virtualization_virtu_status_id_ff17be20_fk_extras_st"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "virtualization_virtu_tenant_id_d00d1d77_fk_tenancy_t"
)]
#[check(name = "virtualization_virtualmachine_disk_check", "disk >= 0")]
#[check(name = "virtualization_virtualmachine_memory_check", "memory >= 0")]
#[check(name = "virtualization_virtualmachine_vcpus_check", "vcpus >= 0")]
#[index(
    local_config_context_data_owner_content_type_id,
    name = "virtualization_virtualmach_local_config_context_data__a233267f"
)]
#[index(
    local_config_context_schema_id,
    name = "virtualization_virtualmach_local_config_context_schem_bec5cdf8"
)]
#[index(cluster_id, name = "virtualization_virtualmachine_cluster_id_6c9f9047")]
#[index(name, name = "virtualization_virtualmachine_name_266f6cdc")]
#[index(name.varchar_pattern_ops, name = "virtualization_virtualmachine_name_266f6cdc_like")]
#[index(platform_id, name = "virtualization_virtualmachine_platform_id_a6c5ccb2")]
#[index(primary_ip4_id, name = "virtualization_virtualmachine_primary_ip4_id_942e42ae")]
#[index(primary_ip6_id, name = "virtualization_virtualmachine_primary_ip6_id_b7904e73")]
#[index(role_id, name = "virtualization_virtualmachine_role_id_0cc898f9")]
#[index(software_version_id, name = "virtualization_virtualmachine_software_version_id_44a299cb")]
#[index(status_id, name = "virtualization_virtualmachine_status_id_ff17be20")]
#[index(tenant_id, name = "virtualization_virtualmachine_tenant_id_d00d1d77")]
#[derive(Debug, Clone)]
pub struct VirtualizationVirtualmachine {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub local_config_context_data: Option<serde_json::Value>,
    pub local_config_context_schema_id: Option<Uuid>,
    pub local_config_context_data_owner_content_type_id: Option<i32>,
    pub local_config_context_data_owner_object_id: Option<Uuid>,
    pub cluster_id: Uuid,
    pub tenant_id: Option<Uuid>,
    pub platform_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub status_id: Uuid,
    pub role_id: Option<Uuid>,
    pub primary_ip4_id: Option<Uuid>,
    pub primary_ip6_id: Option<Uuid>,
    pub vcpus: Option<i16>,
    pub memory: Option<i32>,
    pub disk: Option<i32>,
    pub comments: String,
    pub software_version_id: Option<Uuid>,
}

#[table(name = "virtualization_virtualmachine_software_image_files")]
#[unique(
    virtualmachine_id,
    softwareimagefile_id,
    name = "virtualization_virtualma_virtualmachine_id_softwa_98924fb6_uniq"
)]
#[foreign_key(
    softwareimagefile_id,
    references = DcimSoftwareimagefile.id,
    initially_deferred,
    name = "virtualization_virtu_softwareimagefile_id_cf541719_fk_dcim_soft"
)]
#[foreign_key(
    virtualmachine_id,
    references = VirtualizationVirtualmachine.id,
    initially_deferred,
    name = "virtualization_virtu_virtualmachine_id_6722bc07_fk_virtualiz"
)]
#[index(softwareimagefile_id, name = "virtualization_virtualmach_softwareimagefile_id_cf541719")]
#[index(virtualmachine_id, name = "virtualization_virtualmach_virtualmachine_id_6722bc07")]
#[derive(Debug, Clone)]
pub struct VirtualizationVirtualmachineSoftwareImageFile {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub virtualmachine_id: Uuid,
    pub softwareimagefile_id: Uuid,
}

#[table(name = "virtualization_vminterface")]
#[unique(
    virtual_machine_id,
    name,
    name = "virtualization_vminterfa_virtual_machine_id_name_cfb9c423_uniq"
)]
#[foreign_key(
    bridge_id,
    references = VirtualizationVminterface.id,
    initially_deferred,
    name = "virtualization_vmint_bridge_id_7462b91e_fk_virtualiz"
)]
#[foreign_key(
    parent_interface_id,
    references = VirtualizationVminterface.id,
    initially_deferred,
    name = "virtualization_vmint_parent_interface_id_3532b142_fk_virtualiz"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "virtualization_vmint_status_id_5f9104d8_fk_extras_st"
)]
#[foreign_key(
    untagged_vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "virtualization_vmint_untagged_vlan_id_aea4fc69_fk_ipam_vlan"
)]
#[foreign_key(
    virtual_machine_id,
    references = VirtualizationVirtualmachine.id,
    initially_deferred,
    name = "virtualization_vmint_virtual_machine_id_e9f89829_fk_virtualiz"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "virtualization_vminterface_role_id_63af4a58_fk_extras_role_id"
)]
#[foreign_key(
    vrf_id,
    references = IpamVrf.id,
    initially_deferred,
    name = "virtualization_vminterface_vrf_id_4b570a8c_fk_ipam_vrf_id"
)]
#[check(name = "virtualization_vminterface_mtu_check", "mtu >= 0")]
#[index(name_2, name = "virtualization_vminterface__name_0052e83a")]
#[index(name_2.varchar_pattern_ops, name = "virtualization_vminterface__name_0052e83a_like")]
#[index(bridge_id, name = "virtualization_vminterface_bridge_id_7462b91e")]
#[index(name, name = "virtualization_vminterface_name_8b75a799")]
#[index(name.varchar_pattern_ops, name = "virtualization_vminterface_name_8b75a799_like")]
#[index(parent_interface_id, name = "virtualization_vminterface_parent_interface_id_3532b142")]
#[index(role_id, name = "virtualization_vminterface_role_id_63af4a58")]
#[index(status_id, name = "virtualization_vminterface_status_id_5f9104d8")]
#[index(untagged_vlan_id, name = "virtualization_vminterface_untagged_vlan_id_aea4fc69")]
#[index(virtual_machine_id, name = "virtualization_vminterface_virtual_machine_id_e9f89829")]
#[index(vrf_id, name = "virtualization_vminterface_vrf_id_4b570a8c")]
#[derive(Debug, Clone)]
pub struct VirtualizationVminterface {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub status_id: Uuid,
    pub enabled: bool,
    #[column(sql_type = "varchar(18)")]
    pub mac_address: String,
    pub mtu: Option<i32>,
    pub role_id: Option<Uuid>,
    #[column(sql_type = "varchar(50)")]
    pub mode: String,
    pub parent_interface_id: Option<Uuid>,
    pub bridge_id: Option<Uuid>,
    pub virtual_machine_id: Uuid,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(name = "_name", sql_type = "varchar(255)")]
    pub name_2: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub untagged_vlan_id: Option<Uuid>,
    pub vrf_id: Option<Uuid>,
}

#[table(name = "virtualization_vminterface_tagged_vlans")]
#[unique(
    vminterface_id,
    vlan_id,
    name = "virtualization_vminterfa_vminterface_id_vlan_id_27e907db_uniq"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "virtualization_vmint_vlan_id_4e77411e_fk_ipam_vlan"
)]
#[foreign_key(
    vminterface_id,
    references = VirtualizationVminterface.id,
    initially_deferred,
    name = "virtualization_vmint_vminterface_id_904b12de_fk_virtualiz"
)]
#[index(vlan_id, name = "virtualization_vminterface_tagged_vlans_vlan_id_4e77411e")]
#[index(vminterface_id, name = "virtualization_vminterface_tagged_vlans_vminterface_id_904b12de")]
#[derive(Debug, Clone)]
pub struct VirtualizationVminterfaceTaggedVlan {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub vminterface_id: Uuid,
    pub vlan_id: Uuid,
}

#[table(name = "vpn_vpn")]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "vpn_vpn_role_id_fe533e76_fk_extras_role_id"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "vpn_vpn_status_id_e7106010_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpn_tenant_id_0facb2dc_fk_tenancy_tenant_id"
)]
#[foreign_key(
    vpn_profile_id,
    references = VpnVpnprofile.id,
    initially_deferred,
    name = "vpn_vpn_vpn_profile_id_3227205a_fk_vpn_vpnprofile_id"
)]
#[index(name.varchar_pattern_ops, name = "vpn_vpn_name_a9c3a886_like")]
#[index(role_id, name = "vpn_vpn_role_id_fe533e76")]
#[index(status_id, name = "vpn_vpn_status_id_e7106010")]
#[index(tenant_id, name = "vpn_vpn_tenant_id_0facb2dc")]
#[index(vpn_profile_id, name = "vpn_vpn_vpn_profile_id_3227205a")]
#[derive(Debug, Clone)]
pub struct VpnVpn {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub vpn_id: String,
    pub vpn_profile_id: Option<Uuid>,
    pub role_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub service_type: String,
    pub status_id: Option<Uuid>,
    pub extra_attributes: serde_json::Value,
}

#[table(name = "vpn_vpnphase1policy")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpnphase1policy_tenant_id_8c24077c_fk_tenancy_tenant_id"
)]
#[check(name = "vpn_vpnphase1policy_lifetime_kb_check", "lifetime_kb >= 0")]
#[check(name = "vpn_vpnphase1policy_lifetime_seconds_check", "lifetime_seconds >= 0")]
#[index(name.varchar_pattern_ops, name = "vpn_vpnphase1policy_name_b9bfd488_like")]
#[index(tenant_id, name = "vpn_vpnphase1policy_tenant_id_8c24077c")]
#[derive(Debug, Clone)]
pub struct VpnVpnphase1policy {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub ike_version: String,
    pub aggressive_mode: bool,
    pub encryption_algorithm: Option<serde_json::Value>,
    pub integrity_algorithm: Option<serde_json::Value>,
    pub dh_group: Option<serde_json::Value>,
    pub lifetime_seconds: Option<i32>,
    pub lifetime_kb: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub authentication_method: String,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "vpn_vpnphase2policy")]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpnphase2policy_tenant_id_7869b5cd_fk_tenancy_tenant_id"
)]
#[check(name = "vpn_vpnphase2policy_lifetime_check", "lifetime >= 0")]
#[index(name.varchar_pattern_ops, name = "vpn_vpnphase2policy_name_5b82a673_like")]
#[index(tenant_id, name = "vpn_vpnphase2policy_tenant_id_7869b5cd")]
#[derive(Debug, Clone)]
pub struct VpnVpnphase2policy {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub encryption_algorithm: Option<serde_json::Value>,
    pub integrity_algorithm: Option<serde_json::Value>,
    pub pfs_group: Option<serde_json::Value>,
    pub lifetime: Option<i32>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "vpn_vpnprofile")]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "vpn_vpnprofile_role_id_0aca02b3_fk_extras_role_id"
)]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "vpn_vpnprofile_secrets_group_id_ab204c2a_fk_extras_se"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpnprofile_tenant_id_0217ddf4_fk_tenancy_tenant_id"
)]
#[check(name = "vpn_vpnprofile_keepalive_interval_check", "keepalive_interval >= 0")]
#[check(name = "vpn_vpnprofile_keepalive_retries_check", "keepalive_retries >= 0")]
#[index(name.varchar_pattern_ops, name = "vpn_vpnprofile_name_06325b23_like")]
#[index(role_id, name = "vpn_vpnprofile_role_id_0aca02b3")]
#[index(secrets_group_id, name = "vpn_vpnprofile_secrets_group_id_ab204c2a")]
#[index(tenant_id, name = "vpn_vpnprofile_tenant_id_0217ddf4")]
#[derive(Debug, Clone)]
pub struct VpnVpnprofile {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    pub role_id: Option<Uuid>,
    pub secrets_group_id: Option<Uuid>,
    pub keepalive_enabled: bool,
    pub keepalive_interval: Option<i32>,
    pub keepalive_retries: Option<i32>,
    pub nat_traversal: bool,
    pub extra_options: Option<serde_json::Value>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "vpn_vpnprofilephase1policyassignment")]
#[unique(
    vpn_profile_id,
    vpn_phase1_policy_id,
    name = "vpn_vpnprofilephase1poli_vpn_profile_id_vpn_phase_b2f97cd9_uniq"
)]
#[foreign_key(
    vpn_phase1_policy_id,
    references = VpnVpnphase1policy.id,
    initially_deferred,
    name = "vpn_vpnprofilephase1_vpn_phase1_policy_id_d346ff83_fk_vpn_vpnph"
)]
#[foreign_key(
    vpn_profile_id,
    references = VpnVpnprofile.id,
    initially_deferred,
    name = "vpn_vpnprofilephase1_vpn_profile_id_dc2e1220_fk_vpn_vpnpr"
)]
#[check(name = "vpn_vpnprofilephase1policyassignment_weight_check", "weight >= 0")]
#[index(vpn_phase1_policy_id, name = "vpn_vpnprofilephase1policy_vpn_phase1_policy_id_d346ff83")]
#[index(vpn_profile_id, name = "vpn_vpnprofilephase1policyassignment_vpn_profile_id_dc2e1220")]
#[derive(Debug, Clone)]
pub struct VpnVpnprofilephase1policyassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub vpn_profile_id: Uuid,
    pub vpn_phase1_policy_id: Uuid,
    pub weight: i32,
}

#[table(name = "vpn_vpnprofilephase2policyassignment")]
#[unique(
    vpn_profile_id,
    vpn_phase2_policy_id,
    name = "vpn_vpnprofilephase2poli_vpn_profile_id_vpn_phase_3868c393_uniq"
)]
#[foreign_key(
    vpn_phase2_policy_id,
    references = VpnVpnphase2policy.id,
    initially_deferred,
    name = "vpn_vpnprofilephase2_vpn_phase2_policy_id_7e2a8157_fk_vpn_vpnph"
)]
#[foreign_key(
    vpn_profile_id,
    references = VpnVpnprofile.id,
    initially_deferred,
    name = "vpn_vpnprofilephase2_vpn_profile_id_a4ca60d0_fk_vpn_vpnpr"
)]
#[check(name = "vpn_vpnprofilephase2policyassignment_weight_check", "weight >= 0")]
#[index(vpn_phase2_policy_id, name = "vpn_vpnprofilephase2policy_vpn_phase2_policy_id_7e2a8157")]
#[index(vpn_profile_id, name = "vpn_vpnprofilephase2policyassignment_vpn_profile_id_a4ca60d0")]
#[derive(Debug, Clone)]
pub struct VpnVpnprofilephase2policyassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub vpn_profile_id: Uuid,
    pub vpn_phase2_policy_id: Uuid,
    pub weight: i32,
}

#[table(name = "vpn_vpntermination")]
#[unique(interface_id, name = "vpn_vpntermination_unique_interface")]
#[unique(vlan_id, name = "vpn_vpntermination_unique_vlan")]
#[unique(vm_interface_id, name = "vpn_vpntermination_unique_vm_interface")]
#[foreign_key(
    interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "vpn_vpntermination_interface_id_6012e1f2_fk_dcim_interface_id"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "vpn_vpntermination_vlan_id_9b1ae536_fk_ipam_vlan_id"
)]
#[foreign_key(
    vm_interface_id,
    references = VirtualizationVminterface.id,
    initially_deferred,
    name = "vpn_vpntermination_vm_interface_id_e1d881e0_fk_virtualiz"
)]
#[foreign_key(
    vpn_id,
    references = VpnVpn.id,
    initially_deferred,
    name = "vpn_vpntermination_vpn_id_abd295d5_fk_vpn_vpn_id"
)]
#[index(interface_id, name = "vpn_vpntermination_interface_id_6012e1f2")]
#[index(vlan_id, name = "vpn_vpntermination_vlan_id_9b1ae536")]
#[index(vm_interface_id, name = "vpn_vpntermination_vm_interface_id_e1d881e0")]
#[index(vpn_id, name = "vpn_vpntermination_vpn_id_abd295d5")]
#[derive(Debug, Clone)]
pub struct VpnVpntermination {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    pub vpn_id: Uuid,
    pub vlan_id: Option<Uuid>,
    pub interface_id: Option<Uuid>,
    pub vm_interface_id: Option<Uuid>,
}

#[table(name = "vpn_vpntunnel")]
#[foreign_key(
    endpoint_a_id,
    references = VpnVpntunnelendpoint.id,
    initially_deferred,
    name = "vpn_vpntunnel_endpoint_a_id_267e0323_fk_vpn_vpntu"
)]
#[foreign_key(
    endpoint_z_id,
    references = VpnVpntunnelendpoint.id,
    initially_deferred,
    name = "vpn_vpntunnel_endpoint_z_id_5b5e9784_fk_vpn_vpntu"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "vpn_vpntunnel_role_id_bb259bff_fk_extras_role_id"
)]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "vpn_vpntunnel_secrets_group_id_575a3360_fk_extras_se"
)]
#[foreign_key(
    status_id,
    references = ExtrasStatus.id,
    initially_deferred,
    name = "vpn_vpntunnel_status_id_b26b610e_fk_extras_status_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpntunnel_tenant_id_c06d4a64_fk_tenancy_tenant_id"
)]
#[foreign_key(
    vpn_id,
    references = VpnVpn.id,
    initially_deferred,
    name = "vpn_vpntunnel_vpn_id_f0853583_fk_vpn_vpn_id"
)]
#[foreign_key(
    vpn_profile_id,
    references = VpnVpnprofile.id,
    initially_deferred,
    name = "vpn_vpntunnel_vpn_profile_id_4719feb0_fk_vpn_vpnprofile_id"
)]
#[index(endpoint_a_id, name = "vpn_vpntunnel_endpoint_a_id_267e0323")]
#[index(endpoint_z_id, name = "vpn_vpntunnel_endpoint_z_id_5b5e9784")]
#[index(name.varchar_pattern_ops, name = "vpn_vpntunnel_name_4634c67d_like")]
#[index(role_id, name = "vpn_vpntunnel_role_id_bb259bff")]
#[index(secrets_group_id, name = "vpn_vpntunnel_secrets_group_id_575a3360")]
#[index(status_id, name = "vpn_vpntunnel_status_id_b26b610e")]
#[index(tenant_id, name = "vpn_vpntunnel_tenant_id_c06d4a64")]
#[index(vpn_id, name = "vpn_vpntunnel_vpn_id_f0853583")]
#[index(vpn_profile_id, name = "vpn_vpntunnel_vpn_profile_id_4719feb0")]
#[derive(Debug, Clone)]
pub struct VpnVpntunnel {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub tunnel_id: String,
    pub vpn_profile_id: Option<Uuid>,
    pub vpn_id: Option<Uuid>,
    pub role_id: Option<Uuid>,
    pub status_id: Uuid,
    pub secrets_group_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub encapsulation: String,
    pub endpoint_a_id: Option<Uuid>,
    pub endpoint_z_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "vpn_vpntunnelendpoint")]
#[foreign_key(
    source_interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_source_interface_id_81358fc8_fk_dcim_inte"
)]
#[foreign_key(
    source_ipaddress_id,
    references = IpamIpaddress.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_source_ipaddress_id_f04d428d_fk_ipam_ipad"
)]
#[foreign_key(
    tunnel_interface_id,
    references = DcimInterface.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_tunnel_interface_id_1d658d75_fk_dcim_inte"
)]
#[foreign_key(
    vpn_profile_id,
    references = VpnVpnprofile.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_vpn_profile_id_86a7fbbf_fk_vpn_vpnpr"
)]
#[foreign_key(
    device_id,
    references = DcimDevice.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoint_device_id_2cdc3904_fk_dcim_device_id"
)]
#[foreign_key(
    role_id,
    references = ExtrasRole.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoint_role_id_4dc5896c_fk_extras_role_id"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoint_tenant_id_fa61b98a_fk_tenancy_tenant_id"
)]
#[index(device_id, name = "vpn_vpntunnelendpoint_device_id_2cdc3904")]
#[index(role_id, name = "vpn_vpntunnelendpoint_role_id_4dc5896c")]
#[index(source_ipaddress_id, name = "vpn_vpntunnelendpoint_source_ipaddress_id_f04d428d")]
#[index(tenant_id, name = "vpn_vpntunnelendpoint_tenant_id_fa61b98a")]
#[index(vpn_profile_id, name = "vpn_vpntunnelendpoint_vpn_profile_id_86a7fbbf")]
#[derive(Debug, Clone)]
pub struct VpnVpntunnelendpoint {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub device_id: Option<Uuid>,
    #[column(unique)]
    pub source_interface_id: Option<Uuid>,
    pub source_ipaddress_id: Option<Uuid>,
    #[column(sql_type = "varchar(255)")]
    pub source_fqdn: String,
    #[column(unique)]
    pub tunnel_interface_id: Option<Uuid>,
    pub vpn_profile_id: Option<Uuid>,
    pub role_id: Option<Uuid>,
    pub tenant_id: Option<Uuid>,
}

#[table(name = "vpn_vpntunnelendpoint_protected_prefixes")]
#[unique(
    vpntunnelendpoint_id,
    prefix_id,
    name = "vpn_vpntunnelendpoint_pr_vpntunnelendpoint_id_pre_ba6c2165_uniq"
)]
#[foreign_key(
    prefix_id,
    references = IpamPrefix.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_prefix_id_33d5d3f8_fk_ipam_pref"
)]
#[foreign_key(
    vpntunnelendpoint_id,
    references = VpnVpntunnelendpoint.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_vpntunnelendpoint_id_0fd7ff77_fk_vpn_vpntu"
)]
#[index(vpntunnelendpoint_id, name = "vpn_vpntunnelendpoint_prot_vpntunnelendpoint_id_0fd7ff77")]
#[index(prefix_id, name = "vpn_vpntunnelendpoint_protected_prefixes_prefix_id_33d5d3f8")]
#[derive(Debug, Clone)]
pub struct VpnVpntunnelendpointProtectedPrefix {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub vpntunnelendpoint_id: Uuid,
    pub prefix_id: Uuid,
}

#[table(name = "vpn_vpntunnelendpoint_protected_prefixes_dg")]
#[unique(
    vpntunnelendpoint_id,
    dynamicgroup_id,
    name = "vpn_vpntunnelendpoint_pr_vpntunnelendpoint_id_dyn_6a094019_uniq"
)]
#[foreign_key(
    dynamicgroup_id,
    references = ExtrasDynamicgroup.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_dynamicgroup_id_16f7dcdc_fk_extras_dy"
)]
#[foreign_key(
    vpntunnelendpoint_id,
    references = VpnVpntunnelendpoint.id,
    initially_deferred,
    name = "vpn_vpntunnelendpoin_vpntunnelendpoint_id_2d286f58_fk_vpn_vpntu"
)]
#[index(dynamicgroup_id, name = "vpn_vpntunnelendpoint_prot_dynamicgroup_id_16f7dcdc")]
#[index(vpntunnelendpoint_id, name = "vpn_vpntunnelendpoint_prot_vpntunnelendpoint_id_2d286f58")]
#[derive(Debug, Clone)]
pub struct VpnVpntunnelendpointProtectedPrefixesDg {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub vpntunnelendpoint_id: Uuid,
    pub dynamicgroup_id: Uuid,
}

#[table(name = "wireless_controllermanageddevicegroupradioprofileassignment")]
#[unique(
    controller_managed_device_group_id,
    radio_profile_id,
    name = "wireless_controllermanag_controller_managed_devic_2621aa60_uniq"
)]
#[foreign_key(
    controller_managed_device_group_id,
    references = DcimControllermanageddevicegroup.id,
    initially_deferred,
    name = "wireless_controllerm_controller_managed_d_95e252a1_fk_dcim_cont"
)]
#[foreign_key(
    radio_profile_id,
    references = WirelessRadioprofile.id,
    initially_deferred,
    name = "wireless_controllerm_radio_profile_id_d14c9110_fk_wireless_"
)]
#[index(
    controller_managed_device_group_id,
    name = "wireless_controllermanaged_controller_managed_device__95e252a1"
)]
#[index(radio_profile_id, name = "wireless_controllermanaged_radio_profile_id_d14c9110")]
#[derive(Debug, Clone)]
pub struct WirelessControllermanageddevicegroupradioprofileassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub controller_managed_device_group_id: Uuid,
    pub radio_profile_id: Uuid,
}

#[table(name = "wireless_controllermanageddevicegroupwirelessnetworkassignment")]
#[unique(
    controller_managed_device_group_id,
    wireless_network_id,
    name = "wireless_controllermanag_controller_managed_devic_a0db3014_uniq"
)]
#[foreign_key(
    controller_managed_device_group_id,
    references = DcimControllermanageddevicegroup.id,
    initially_deferred,
    name = "wireless_controllerm_controller_managed_d_50ac51fd_fk_dcim_cont"
)]
#[foreign_key(
    vlan_id,
    references = IpamVlan.id,
    initially_deferred,
    name = "wireless_controllerm_vlan_id_bafbd3ce_fk_ipam_vlan"
)]
#[foreign_key(
    wireless_network_id,
    references = WirelessWirelessnetwork.id,
    initially_deferred,
    name = "wireless_controllerm_wireless_network_id_2b73121d_fk_wireless_"
)]
#[index(
    controller_managed_device_group_id,
    name = "wireless_controllermanaged_controller_managed_device__50ac51fd"
)]
#[index(vlan_id, name = "wireless_controllermanaged_vlan_id_bafbd3ce")]
#[index(wireless_network_id, name = "wireless_controllermanaged_wireless_network_id_2b73121d")]
#[derive(Debug, Clone)]
pub struct WirelessControllermanageddevicegroupwirelessnetworkassignment {
    #[column(primary_key)]
    pub id: Uuid,
    pub controller_managed_device_group_id: Uuid,
    pub wireless_network_id: Uuid,
    pub vlan_id: Option<Uuid>,
}

#[table(name = "wireless_radioprofile")]
#[index(name.varchar_pattern_ops, name = "wireless_radioprofile_name_a0276951_like")]
#[derive(Debug, Clone)]
pub struct WirelessRadioprofile {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub frequency: String,
    pub tx_power_min: Option<i32>,
    pub tx_power_max: Option<i32>,
    pub channel_width: Option<serde_json::Value>,
    pub allowed_channel_list: Option<serde_json::Value>,
    #[column(sql_type = "varchar(255)")]
    pub regulatory_domain: String,
    pub rx_power_min: Option<i32>,
}

#[table(name = "wireless_radioprofile_supported_data_rates")]
#[unique(
    radioprofile_id,
    supporteddatarate_id,
    name = "wireless_radioprofile_su_radioprofile_id_supporte_75c406e0_uniq"
)]
#[foreign_key(
    radioprofile_id,
    references = WirelessRadioprofile.id,
    initially_deferred,
    name = "wireless_radioprofil_radioprofile_id_4e43ed37_fk_wireless_"
)]
#[foreign_key(
    supporteddatarate_id,
    references = WirelessSupporteddatarate.id,
    initially_deferred,
    name = "wireless_radioprofil_supporteddatarate_id_e736d83f_fk_wireless_"
)]
#[index(radioprofile_id, name = "wireless_radioprofile_supp_radioprofile_id_4e43ed37")]
#[index(supporteddatarate_id, name = "wireless_radioprofile_supp_supporteddatarate_id_e736d83f")]
#[derive(Debug, Clone)]
pub struct WirelessRadioprofileSupportedDataRate {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub radioprofile_id: Uuid,
    pub supporteddatarate_id: Uuid,
}

#[table(name = "wireless_supporteddatarate")]
#[unique(standard, rate, name = "wireless_supporteddatarate_standard_rate_5f25aaf0_uniq")]
#[check(name = "wireless_supporteddatarate_rate_check", "rate >= 0")]
#[derive(Debug, Clone)]
pub struct WirelessSupporteddatarate {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)")]
    pub standard: String,
    pub rate: i32,
    pub mcs_index: Option<i32>,
}

#[table(name = "wireless_wirelessnetwork")]
#[foreign_key(
    secrets_group_id,
    references = ExtrasSecretsgroup.id,
    initially_deferred,
    name = "wireless_wirelessnet_secrets_group_id_e64d44e5_fk_extras_se"
)]
#[foreign_key(
    tenant_id,
    references = TenancyTenant.id,
    initially_deferred,
    name = "wireless_wirelessnet_tenant_id_d410d4f0_fk_tenancy_t"
)]
#[index(name.varchar_pattern_ops, name = "wireless_wirelessnetwork_name_c2d1ecd5_like")]
#[index(secrets_group_id, name = "wireless_wirelessnetwork_secrets_group_id_e64d44e5")]
#[index(tenant_id, name = "wireless_wirelessnetwork_tenant_id_d410d4f0")]
#[derive(Debug, Clone)]
pub struct WirelessWirelessnetwork {
    #[column(primary_key)]
    pub id: Uuid,
    pub created: Option<DateTime<Utc>>,
    pub last_updated: Option<DateTime<Utc>>,
    #[column(name = "_custom_field_data")]
    pub custom_field_data: serde_json::Value,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub ssid: String,
    #[column(sql_type = "varchar(255)")]
    pub mode: String,
    pub enabled: bool,
    #[column(sql_type = "varchar(255)")]
    pub authentication: String,
    pub secrets_group_id: Option<Uuid>,
    pub hidden: bool,
    pub tenant_id: Option<Uuid>,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        AuthGroup,
        AuthGroupPermission,
        AuthPermission,
        AuthUser,
        AuthUserGroup,
        AuthUserUserPermission,
        CircuitsCircuit,
        CircuitsCircuittermination,
        CircuitsCircuittype,
        CircuitsProvider,
        CircuitsProvidernetwork,
        CloudCloudaccount,
        CloudCloudnetwork,
        CloudCloudnetworkprefixassignment,
        CloudCloudresourcetype,
        CloudCloudresourcetypeContentType,
        CloudCloudservice,
        CloudCloudservicenetworkassignment,
        ConstanceConstance,
        DataValidationDatacompliance,
        DataValidationMinmaxrule,
        DataValidationRegexrule,
        DataValidationRequiredrule,
        DataValidationUniquerule,
        DcimCable,
        DcimCablepath,
        DcimCabletocabletermination,
        DcimCabletype,
        DcimConsoleport,
        DcimConsoleporttemplate,
        DcimConsoleserverport,
        DcimConsoleserverporttemplate,
        DcimController,
        DcimControllermanageddevicegroup,
        DcimDevice,
        DcimDeviceSoftwareImageFile,
        DcimDevicebay,
        DcimDevicebaytemplate,
        DcimDeviceclusterassignment,
        DcimDevicefamily,
        DcimDeviceredundancygroup,
        DcimDevicetype,
        DcimDevicetypetosoftwareimagefile,
        DcimFrontport,
        DcimFrontporttemplate,
        DcimInterface,
        DcimInterfaceTaggedVlan,
        DcimInterfaceredundancygroup,
        DcimInterfaceredundancygroupassociation,
        DcimInterfacetemplate,
        DcimInterfacevdcassignment,
        DcimInventoryitem,
        DcimInventoryitemSoftwareImageFile,
        DcimLocation,
        DcimLocationtype,
        DcimLocationtypeContentType,
        DcimManufacturer,
        DcimModule,
        DcimModulebay,
        DcimModulebaytemplate,
        DcimModulefamily,
        DcimModuletype,
        DcimPlatform,
        DcimPowerfeed,
        DcimPoweroutlet,
        DcimPoweroutlettemplate,
        DcimPowerpanel,
        DcimPowerport,
        DcimPowerporttemplate,
        DcimRack,
        DcimRackgroup,
        DcimRackreservation,
        DcimRearport,
        DcimRearporttemplate,
        DcimSoftwareimagefile,
        DcimSoftwareversion,
        DcimVirtualchassis,
        DcimVirtualdevicecontext,
        DjangoAdminLog,
        DjangoCeleryBeatClockedschedule,
        DjangoCeleryBeatCrontabschedule,
        DjangoCeleryBeatIntervalschedule,
        DjangoCeleryBeatPeriodictask,
        DjangoCeleryBeatPeriodictasks,
        DjangoCeleryBeatSolarschedule,
        DjangoCeleryResultsChordcounter,
        DjangoCeleryResultsGroupresult,
        DjangoCeleryResultsTaskresult,
        DjangoContentType,
        DjangoSession,
        ExtrasApprovaluserresponse,
        ExtrasApprovalworkflow,
        ExtrasApprovalworkflowdefinition,
        ExtrasApprovalworkflowstage,
        ExtrasApprovalworkflowstagedefinition,
        ExtrasComputedfield,
        ExtrasConfigcontext,
        ExtrasConfigcontextClusterGroup,
        ExtrasConfigcontextCluster,
        ExtrasConfigcontextDeviceFamily,
        ExtrasConfigcontextDeviceRedundancyGroup,
        ExtrasConfigcontextDeviceType,
        ExtrasConfigcontextDynamicGroup,
        ExtrasConfigcontextLocation,
        ExtrasConfigcontextPlatform,
        ExtrasConfigcontextRole,
        ExtrasConfigcontextTag,
        ExtrasConfigcontextTenantGroup,
        ExtrasConfigcontextTenant,
        ExtrasConfigcontextschema,
        ExtrasContact,
        ExtrasContactassociation,
        ExtrasCustomfield,
        ExtrasCustomfieldContentType,
        ExtrasCustomfieldchoice,
        ExtrasCustomlink,
        ExtrasDynamicgroup,
        ExtrasDynamicgroupmembership,
        ExtrasExporttemplate,
        ExtrasExternalintegration,
        ExtrasFileattachment,
        ExtrasFileproxy,
        ExtrasGitrepository,
        ExtrasGraphqlquery,
        ExtrasHealthchecktestmodel,
        ExtrasImageattachment,
        ExtrasJob,
        ExtrasJobbutton,
        ExtrasJobbuttonContentType,
        ExtrasJobconsoleentry,
        ExtrasJobhook,
        ExtrasJobhookContentType,
        ExtrasJoblogentry,
        ExtrasJobqueue,
        ExtrasJobqueueassignment,
        ExtrasJobresult,
        ExtrasMetadatachoice,
        ExtrasMetadatatype,
        ExtrasMetadatatypeContentType,
        ExtrasNote,
        ExtrasObjectchange,
        ExtrasObjectmetadata,
        ExtrasRelationship,
        ExtrasRelationshipassociation,
        ExtrasRole,
        ExtrasRoleContentType,
        ExtrasSavedview,
        ExtrasScheduledjob,
        ExtrasScheduledjobs,
        ExtrasSecret,
        ExtrasSecretsgroup,
        ExtrasSecretsgroupassociation,
        ExtrasStaticgroupassociation,
        ExtrasStatus,
        ExtrasStatusContentType,
        ExtrasTag,
        ExtrasTagContentType,
        ExtrasTaggeditem,
        ExtrasTeam,
        ExtrasTeamContact,
        ExtrasUsersavedviewassociation,
        ExtrasWebhook,
        ExtrasWebhookContentType,
        IpamIpaddress,
        IpamIpaddressrange,
        IpamIpaddresstointerface,
        IpamNamespace,
        IpamPrefix,
        IpamPrefixlocationassignment,
        IpamRir,
        IpamRoutetarget,
        IpamService,
        IpamServiceIpAddress,
        IpamVlan,
        IpamVlangroup,
        IpamVlanlocationassignment,
        IpamVrf,
        IpamVrfExportTarget,
        IpamVrfImportTarget,
        IpamVrfdeviceassignment,
        IpamVrfprefixassignment,
        LoadBalancersCertificateprofile,
        LoadBalancersHealthcheckmonitor,
        LoadBalancersLoadbalancerpool,
        LoadBalancersLoadbalancerpoolmember,
        LoadBalancersLoadbalancerpoolmembercertificateprofileassi0862,
        LoadBalancersVirtualserver,
        LoadBalancersVirtualservercertificateprofileassignment,
        SilkProfile,
        SilkProfileQuery,
        SilkRequest,
        SilkResponse,
        SilkSqlquery,
        SocialAuthAssociation,
        SocialAuthCode,
        SocialAuthNonce,
        SocialAuthPartial,
        SocialAuthUsersocialauth,
        TaggitTag,
        TaggitTaggeditem,
        TenancyTenant,
        TenancyTenantgroup,
        UsersObjectpermission,
        UsersObjectpermissionGroup,
        UsersObjectpermissionObjectType,
        UsersObjectpermissionUser,
        UsersToken,
        VirtualizationCluster,
        VirtualizationClustergroup,
        VirtualizationClustertype,
        VirtualizationVirtualmachine,
        VirtualizationVirtualmachineSoftwareImageFile,
        VirtualizationVminterface,
        VirtualizationVminterfaceTaggedVlan,
        VpnVpn,
        VpnVpnphase1policy,
        VpnVpnphase2policy,
        VpnVpnprofile,
        VpnVpnprofilephase1policyassignment,
        VpnVpnprofilephase2policyassignment,
        VpnVpntermination,
        VpnVpntunnel,
        VpnVpntunnelendpoint,
        VpnVpntunnelendpointProtectedPrefix,
        VpnVpntunnelendpointProtectedPrefixesDg,
        WirelessControllermanageddevicegroupradioprofileassignment,
        WirelessControllermanageddevicegroupwirelessnetworkassignment,
        WirelessRadioprofile,
        WirelessRadioprofileSupportedDataRate,
        WirelessSupporteddatarate,
        WirelessWirelessnetwork,
    ]
}
