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
//! ```

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;

#[table(name = "address_country")]
#[check(name = "address_country_display_order_check", "display_order >= 0")]
#[index(display_order, name = "address_country_display_order_dc88cde8")]
#[index(is_shipping_country, name = "address_country_is_shipping_country_f7b6c461")]
#[index(iso_3166_1_a2.varchar_pattern_ops, name = "address_country_iso_3166_1_a2_f395eed0_like")]
#[index(printable_name, name = "address_country_printable_name_450b016c")]
#[index(printable_name.varchar_pattern_ops, name = "address_country_printable_name_450b016c_like")]
#[derive(Debug, Clone)]
pub struct AddressCountry {
    #[column(sql_type = "varchar(2)", primary_key)]
    pub iso_3166_1_a2: String,
    #[column(sql_type = "varchar(3)")]
    pub iso_3166_1_a3: String,
    #[column(sql_type = "varchar(3)")]
    pub iso_3166_1_numeric: String,
    #[column(sql_type = "varchar(128)")]
    pub printable_name: String,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    pub display_order: i16,
    pub is_shipping_country: bool,
}

#[table(name = "address_useraddress")]
#[unique(user_id, hash, name = "address_useraddress_user_id_hash_9d1738c7_uniq")]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "address_useraddress_country_id_fa26a249_fk_address_c"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "address_useraddress_user_id_6edf0244_fk_auth_user_id"
)]
#[check(
    name = "address_useraddress_num_orders_as_billing_address_check",
    "num_orders_as_billing_address >= 0"
)]
#[check(name = "address_useraddress_num_orders_check", "num_orders_as_shipping_address >= 0")]
#[index(code.varchar_pattern_ops, name = "address_useraddress_code_746f229c_like")]
#[index(country_id, name = "address_useraddress_country_id_fa26a249")]
#[index(country_id.varchar_pattern_ops, name = "address_useraddress_country_id_fa26a249_like")]
#[index(hash, name = "address_useraddress_hash_e0a6b290")]
#[index(hash.varchar_pattern_ops, name = "address_useraddress_hash_e0a6b290_like")]
#[index(user_id, name = "address_useraddress_user_id_6edf0244")]
#[derive(Debug, Clone)]
pub struct AddressUseraddress {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(64)")]
    pub title: String,
    #[column(sql_type = "varchar(255)")]
    pub first_name: String,
    #[column(sql_type = "varchar(255)")]
    pub last_name: String,
    #[column(sql_type = "varchar(255)")]
    pub line1: String,
    #[column(sql_type = "varchar(255)")]
    pub line2: String,
    #[column(sql_type = "varchar(255)")]
    pub line3: String,
    #[column(sql_type = "varchar(255)")]
    pub line4: String,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    #[column(sql_type = "varchar(64)")]
    pub postcode: String,
    pub search_text: String,
    #[column(sql_type = "varchar(128)")]
    pub phone_number: String,
    pub notes: String,
    pub is_default_for_shipping: bool,
    pub is_default_for_billing: bool,
    pub num_orders_as_shipping_address: i32,
    #[column(sql_type = "varchar(255)")]
    pub hash: String,
    pub date_created: DateTime<Utc>,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
    pub user_id: i32,
    pub num_orders_as_billing_address: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "analytics_productrecord")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "analytics_productrec_product_id_dad3a871_fk_catalogue"
)]
#[check(name = "analytics_productrecord_num_basket_additions_check", "num_basket_additions >= 0")]
#[check(name = "analytics_productrecord_num_purchases_check", "num_purchases >= 0")]
#[check(name = "analytics_productrecord_num_views_check", "num_views >= 0")]
#[index(num_purchases, name = "analytics_productrecord_num_purchases_405301a0")]
#[derive(Debug, Clone)]
pub struct AnalyticsProductrecord {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub num_views: i32,
    pub num_basket_additions: i32,
    pub num_purchases: i32,
    pub score: f64,
    #[column(unique)]
    pub product_id: i32,
}

#[table(name = "analytics_userproductview")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "analytics_userproduc_product_id_a55b87ad_fk_catalogue"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "analytics_userproductview_user_id_5e49a8b1_fk_auth_user_id"
)]
#[index(product_id, name = "analytics_userproductview_product_id_a55b87ad")]
#[index(user_id, name = "analytics_userproductview_user_id_5e49a8b1")]
#[derive(Debug, Clone)]
pub struct AnalyticsUserproductview {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub date_created: DateTime<Utc>,
    pub product_id: i32,
    pub user_id: i32,
}

#[table(name = "analytics_userrecord")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "analytics_userrecord_user_id_702cff4c_fk_auth_user_id"
)]
#[check(name = "analytics_userrecord_num_basket_additions_check", "num_basket_additions >= 0")]
#[check(name = "analytics_userrecord_num_order_items_check", "num_order_items >= 0")]
#[check(name = "analytics_userrecord_num_order_lines_check", "num_order_lines >= 0")]
#[check(name = "analytics_userrecord_num_orders_check", "num_orders >= 0")]
#[check(name = "analytics_userrecord_num_product_views_check", "num_product_views >= 0")]
#[index(num_order_items, name = "analytics_userrecord_num_order_items_fb2a8304")]
#[index(num_order_lines, name = "analytics_userrecord_num_order_lines_97cc087f")]
#[index(num_orders, name = "analytics_userrecord_num_orders_b352ffd1")]
#[derive(Debug, Clone)]
pub struct AnalyticsUserrecord {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub num_product_views: i32,
    pub num_basket_additions: i32,
    pub num_orders: i32,
    pub num_order_lines: i32,
    pub num_order_items: i32,
    #[column(sql_type = "numeric(12,2)")]
    pub total_spent: Decimal,
    pub date_last_order: Option<DateTime<Utc>>,
    #[column(unique)]
    pub user_id: i32,
}

#[table(name = "analytics_usersearch")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "analytics_usersearch_user_id_1775992d_fk_auth_user_id"
)]
#[index(query, name = "analytics_usersearch_query_ad36478b")]
#[index(query.varchar_pattern_ops, name = "analytics_usersearch_query_ad36478b_like")]
#[index(user_id, name = "analytics_usersearch_user_id_1775992d")]
#[derive(Debug, Clone)]
pub struct AnalyticsUsersearch {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub query: String,
    pub date_created: DateTime<Utc>,
    pub user_id: i32,
}

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
    #[column(primary_key, identity = by_default)]
    pub id: i32,
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
    pub id: i32,
    pub user_id: i32,
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
    pub id: i32,
    pub user_id: i32,
    pub permission_id: i32,
}

#[table(name = "basket_basket")]
#[foreign_key(
    owner_id,
    references = AuthUser.id,
    initially_deferred,
    name = "basket_basket_owner_id_3a018de5_fk_auth_user_id"
)]
#[index(owner_id, name = "basket_basket_owner_id_3a018de5")]
#[derive(Debug, Clone)]
pub struct BasketBasket {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub status: String,
    pub date_created: DateTime<Utc>,
    pub date_merged: Option<DateTime<Utc>>,
    pub date_submitted: Option<DateTime<Utc>>,
    pub owner_id: Option<i32>,
}

#[table(name = "basket_basket_vouchers")]
#[unique(basket_id, voucher_id, name = "basket_basket_vouchers_basket_id_voucher_id_0731eee2_uniq")]
#[foreign_key(
    voucher_id,
    references = VoucherVoucher.id,
    initially_deferred,
    name = "basket_basket_vouche_voucher_id_c2b66981_fk_voucher_v"
)]
#[foreign_key(
    basket_id,
    references = BasketBasket.id,
    initially_deferred,
    name = "basket_basket_vouchers_basket_id_f857c2f8_fk_basket_basket_id"
)]
#[index(basket_id, name = "basket_basket_vouchers_basket_id_f857c2f8")]
#[index(voucher_id, name = "basket_basket_vouchers_voucher_id_c2b66981")]
#[derive(Debug, Clone)]
pub struct BasketBasketVoucher {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub basket_id: i32,
    pub voucher_id: i32,
}

#[table(name = "basket_line")]
#[unique(basket_id, line_reference, name = "basket_line_basket_id_line_reference_8977e974_uniq")]
#[foreign_key(
    basket_id,
    references = BasketBasket.id,
    initially_deferred,
    name = "basket_line_basket_id_b615c905_fk_basket_basket_id"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "basket_line_product_id_303d743e_fk_catalogue_product_id"
)]
#[foreign_key(
    stockrecord_id,
    references = PartnerStockrecord.id,
    initially_deferred,
    name = "basket_line_stockrecord_id_7039d8a4_fk_partner_stockrecord_id"
)]
#[check(name = "basket_line_quantity_check", "quantity >= 0")]
#[index(basket_id, name = "basket_line_basket_id_b615c905")]
#[index(date_created, name = "basket_line_date_created_eb0dfb1b")]
#[index(date_updated, name = "basket_line_date_updated_a74d069d")]
#[index(line_reference, name = "basket_line_line_reference_08e91113")]
#[index(line_reference.varchar_pattern_ops, name = "basket_line_line_reference_08e91113_like")]
#[index(product_id, name = "basket_line_product_id_303d743e")]
#[index(stockrecord_id, name = "basket_line_stockrecord_id_7039d8a4")]
#[derive(Debug, Clone)]
pub struct BasketLine {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub line_reference: String,
    pub quantity: i32,
    #[column(sql_type = "varchar(12)")]
    pub price_currency: String,
    #[column(sql_type = "numeric(12,2)")]
    pub price_excl_tax: Option<Decimal>,
    #[column(sql_type = "numeric(12,2)")]
    pub price_incl_tax: Option<Decimal>,
    pub date_created: DateTime<Utc>,
    pub basket_id: i32,
    pub product_id: i32,
    pub stockrecord_id: i32,
    pub date_updated: DateTime<Utc>,
    #[column(sql_type = "varchar(64)")]
    pub tax_code: Option<String>,
}

#[table(name = "basket_lineattribute")]
#[foreign_key(
    line_id,
    references = BasketLine.id,
    initially_deferred,
    name = "basket_lineattribute_line_id_c41e0cdf_fk_basket_line_id"
)]
#[foreign_key(
    option_id,
    references = CatalogueOption.id,
    initially_deferred,
    name = "basket_lineattribute_option_id_9387a3f7_fk_catalogue_option_id"
)]
#[index(line_id, name = "basket_lineattribute_line_id_c41e0cdf")]
#[index(option_id, name = "basket_lineattribute_option_id_9387a3f7")]
#[derive(Debug, Clone)]
pub struct BasketLineattribute {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub value: serde_json::Value,
    pub line_id: i32,
    pub option_id: i32,
}

#[table(name = "catalogue_attributeoption")]
#[unique(group_id, option, name = "catalogue_attributeoption_group_id_option_7a8f6c11_uniq")]
#[foreign_key(
    group_id,
    references = CatalogueAttributeoptiongroup.id,
    initially_deferred,
    name = "catalogue_attributeo_group_id_3d4a5e24_fk_catalogue"
)]
#[index(code.varchar_pattern_ops, name = "catalogue_attributeoption_code_861d9e91_like")]
#[index(group_id, name = "catalogue_attributeoption_group_id_3d4a5e24")]
#[derive(Debug, Clone)]
pub struct CatalogueAttributeoption {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub option: String,
    pub group_id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "catalogue_attributeoptiongroup")]
#[index(code.varchar_pattern_ops, name = "catalogue_attributeoptiongroup_code_30e7931f_like")]
#[derive(Debug, Clone)]
pub struct CatalogueAttributeoptiongroup {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "catalogue_category")]
#[check(name = "catalogue_category_depth_check", "depth >= 0")]
#[check(name = "catalogue_category_numchild_check", "numchild >= 0")]
#[index(ancestors_are_public, name = "catalogue_category_ancestors_are_public_d088d0db")]
#[index(code.varchar_pattern_ops, name = "catalogue_category_code_98f4a4fa_like")]
#[index(exclude_from_menu, name = "catalogue_category_exclude_from_menu_898e8583")]
#[index(is_public, name = "catalogue_category_is_public_ab0536be")]
#[index(name, name = "catalogue_category_name_1f342ac2")]
#[index(name.varchar_pattern_ops, name = "catalogue_category_name_1f342ac2_like")]
#[index(path.varchar_pattern_ops, name = "catalogue_category_path_1c5b79c2_like")]
#[index(slug, name = "catalogue_category_slug_9635febd")]
#[index(slug.varchar_pattern_ops, name = "catalogue_category_slug_9635febd_like")]
#[derive(Debug, Clone)]
pub struct CatalogueCategory {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub path: String,
    pub depth: i32,
    pub numchild: i32,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub description: String,
    #[column(sql_type = "varchar(255)")]
    pub image: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub slug: String,
    pub ancestors_are_public: bool,
    pub is_public: bool,
    pub meta_description: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub meta_title: Option<String>,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
    pub exclude_from_menu: bool,
    pub long_description: String,
}

#[table(name = "catalogue_option")]
#[foreign_key(
    option_group_id,
    references = CatalogueAttributeoptiongroup.id,
    initially_deferred,
    name = "catalogue_option_option_group_id_2fd86269_fk_catalogue"
)]
#[index(code.varchar_pattern_ops, name = "catalogue_option_code_0697b920_like")]
#[index(name, name = "catalogue_option_name_7b84926d")]
#[index(name.varchar_pattern_ops, name = "catalogue_option_name_7b84926d_like")]
#[index(option_group_id, name = "catalogue_option_option_group_id_2fd86269")]
#[index(order, name = "catalogue_option_order_d4ee348f")]
#[derive(Debug, Clone)]
pub struct CatalogueOption {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
    #[column(sql_type = "varchar(255)")]
    pub r#type: String,
    pub required: bool,
    #[column(sql_type = "varchar(255)")]
    pub help_text: Option<String>,
    pub option_group_id: Option<i32>,
    pub order: Option<i32>,
}

#[table(name = "catalogue_product")]
#[foreign_key(
    parent_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_product_parent_id_9bfd2382_fk_catalogue_product_id"
)]
#[foreign_key(
    product_class_id,
    references = CatalogueProductclass.id,
    initially_deferred,
    name = "catalogue_product_product_class_id_0c6c5b54_fk_catalogue"
)]
#[index(code.varchar_pattern_ops, name = "catalogue_product_code_a7386c07_like")]
#[index(date_created, name = "catalogue_product_date_created_d66f485a")]
#[index(date_updated, name = "catalogue_product_date_updated_d3a1785d")]
#[index(is_public, name = "catalogue_product_is_public_1cf798c5")]
#[index(parent_id, name = "catalogue_product_parent_id_9bfd2382")]
#[index(priority, name = "catalogue_product_priority_983a8f56")]
#[index(product_class_id, name = "catalogue_product_product_class_id_0c6c5b54")]
#[index(slug, name = "catalogue_product_slug_c8e2e2b9")]
#[index(slug.varchar_pattern_ops, name = "catalogue_product_slug_c8e2e2b9_like")]
#[index(upc.varchar_pattern_ops, name = "catalogue_product_upc_91f72b90_like")]
#[derive(Debug, Clone)]
pub struct CatalogueProduct {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(10)")]
    pub structure: String,
    #[column(sql_type = "varchar(64)", unique)]
    pub upc: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub title: String,
    #[column(sql_type = "varchar(255)")]
    pub slug: String,
    pub description: String,
    pub rating: Option<f64>,
    pub date_created: DateTime<Utc>,
    pub date_updated: DateTime<Utc>,
    pub is_discountable: bool,
    pub parent_id: Option<i32>,
    pub product_class_id: Option<i32>,
    pub is_public: bool,
    pub meta_description: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub meta_title: Option<String>,
    pub priority: i16,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "catalogue_product_product_options")]
#[unique(
    product_id,
    option_id,
    name = "catalogue_product_produc_product_id_option_id_9b3abb31_uniq"
)]
#[foreign_key(
    option_id,
    references = CatalogueOption.id,
    initially_deferred,
    name = "catalogue_product_pr_option_id_ff470e13_fk_catalogue"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_product_pr_product_id_ad2b46bd_fk_catalogue"
)]
#[index(option_id, name = "catalogue_product_product_options_option_id_ff470e13")]
#[index(product_id, name = "catalogue_product_product_options_product_id_ad2b46bd")]
#[derive(Debug, Clone)]
pub struct CatalogueProductProductOption {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub product_id: i32,
    pub option_id: i32,
}

#[table(name = "catalogue_productattribute")]
#[unique(
    code,
    product_class_id,
    name = "catalogue_productattribute_code_product_class_id_82f69012_uniq"
)]
#[foreign_key(
    option_group_id,
    references = CatalogueAttributeoptiongroup.id,
    initially_deferred,
    name = "catalogue_productatt_option_group_id_6b422dc2_fk_catalogue"
)]
#[foreign_key(
    product_class_id,
    references = CatalogueProductclass.id,
    initially_deferred,
    name = "catalogue_productatt_product_class_id_7af808ec_fk_catalogue"
)]
#[index(code, name = "catalogue_productattribute_code_9ffea293")]
#[index(code.varchar_pattern_ops, name = "catalogue_productattribute_code_9ffea293_like")]
#[index(option_group_id, name = "catalogue_productattribute_option_group_id_6b422dc2")]
#[index(product_class_id, name = "catalogue_productattribute_product_class_id_7af808ec")]
#[derive(Debug, Clone)]
pub struct CatalogueProductattribute {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)")]
    pub code: String,
    #[column(sql_type = "varchar(20)")]
    pub r#type: String,
    pub required: bool,
    pub option_group_id: Option<i32>,
    pub product_class_id: Option<i32>,
}

#[table(name = "catalogue_productattributevalue")]
#[unique(
    attribute_id,
    product_id,
    name = "catalogue_productattribu_attribute_id_product_id_1e8e7112_uniq"
)]
#[foreign_key(
    attribute_id,
    references = CatalogueProductattribute.id,
    initially_deferred,
    name = "catalogue_productatt_attribute_id_0287c1e7_fk_catalogue"
)]
#[foreign_key(
    entity_content_type_id,
    references = DjangoContentType.id,
    initially_deferred,
    name = "catalogue_productatt_entity_content_type__f7186ab5_fk_django_co"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_productatt_product_id_a03cd90e_fk_catalogue"
)]
#[foreign_key(
    value_option_id,
    references = CatalogueAttributeoption.id,
    initially_deferred,
    name = "catalogue_productatt_value_option_id_21026066_fk_catalogue"
)]
#[check(name = "catalogue_productattributevalue_entity_object_id_check", "entity_object_id >= 0")]
#[index(attribute_id, name = "catalogue_productattributevalue_attribute_id_0287c1e7")]
#[index(
    entity_content_type_id,
    name = "catalogue_productattributevalue_entity_content_type_id_f7186ab5"
)]
#[index(product_id, name = "catalogue_productattributevalue_product_id_a03cd90e")]
#[index(value_boolean, name = "catalogue_productattributevalue_value_boolean_c5b0d66a")]
#[index(value_date, name = "catalogue_productattributevalue_value_date_d18775c1")]
#[index(value_datetime, name = "catalogue_productattributevalue_value_datetime_b474ac38")]
#[index(value_float, name = "catalogue_productattributevalue_value_float_5ef8d3db")]
#[index(value_integer, name = "catalogue_productattributevalue_value_integer_55fbb7d6")]
#[index(value_option_id, name = "catalogue_productattributevalue_value_option_id_21026066")]
#[derive(Debug, Clone)]
pub struct CatalogueProductattributevalue {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub value_text: Option<String>,
    pub value_integer: Option<i32>,
    pub value_boolean: Option<bool>,
    pub value_float: Option<f64>,
    pub value_richtext: Option<String>,
    pub value_date: Option<NaiveDate>,
    #[column(sql_type = "varchar(255)")]
    pub value_file: Option<String>,
    #[column(sql_type = "varchar(255)")]
    pub value_image: Option<String>,
    pub entity_object_id: Option<i32>,
    pub attribute_id: i32,
    pub entity_content_type_id: Option<i32>,
    pub product_id: i32,
    pub value_option_id: Option<i32>,
    pub value_datetime: Option<DateTime<Utc>>,
}

#[table(name = "catalogue_productattributevalue_value_multi_option")]
#[unique(
    productattributevalue_id,
    attributeoption_id,
    name = "catalogue_productattribu_productattributevalue_id_a1760824_uniq"
)]
#[foreign_key(
    attributeoption_id,
    references = CatalogueAttributeoption.id,
    initially_deferred,
    name = "catalogue_productatt_attributeoption_id_962b600b_fk_catalogue"
)]
#[foreign_key(
    productattributevalue_id,
    references = CatalogueProductattributevalue.id,
    initially_deferred,
    name = "catalogue_productatt_productattributevalu_9c7c031e_fk_catalogue"
)]
#[index(attributeoption_id, name = "catalogue_productattribute_attributeoption_id_962b600b")]
#[index(
    productattributevalue_id,
    name = "catalogue_productattribute_productattributevalue_id_9c7c031e"
)]
#[derive(Debug, Clone)]
pub struct CatalogueProductattributevalueValueMultiOption {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub productattributevalue_id: i32,
    pub attributeoption_id: i32,
}

#[table(name = "catalogue_productcategory")]
#[unique(
    product_id,
    category_id,
    name = "catalogue_productcategory_product_id_category_id_8f0dbfe2_uniq"
)]
#[foreign_key(
    category_id,
    references = CatalogueCategory.id,
    initially_deferred,
    name = "catalogue_productcat_category_id_176db535_fk_catalogue"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_productcat_product_id_846a4061_fk_catalogue"
)]
#[index(category_id, name = "catalogue_productcategory_category_id_176db535")]
#[index(product_id, name = "catalogue_productcategory_product_id_846a4061")]
#[derive(Debug, Clone)]
pub struct CatalogueProductcategory {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub category_id: i32,
    pub product_id: i32,
}

#[table(name = "catalogue_productclass")]
#[index(slug.varchar_pattern_ops, name = "catalogue_productclass_slug_270c6b2b_like")]
#[derive(Debug, Clone)]
pub struct CatalogueProductclass {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub slug: String,
    pub requires_shipping: bool,
    pub track_stock: bool,
}

#[table(name = "catalogue_productclass_options")]
#[unique(
    productclass_id,
    option_id,
    name = "catalogue_productclass_o_productclass_id_option_i_2266c635_uniq"
)]
#[foreign_key(
    option_id,
    references = CatalogueOption.id,
    initially_deferred,
    name = "catalogue_productcla_option_id_b099542c_fk_catalogue"
)]
#[foreign_key(
    productclass_id,
    references = CatalogueProductclass.id,
    initially_deferred,
    name = "catalogue_productcla_productclass_id_732df4c8_fk_catalogue"
)]
#[index(option_id, name = "catalogue_productclass_options_option_id_b099542c")]
#[index(productclass_id, name = "catalogue_productclass_options_productclass_id_732df4c8")]
#[derive(Debug, Clone)]
pub struct CatalogueProductclassOption {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub productclass_id: i32,
    pub option_id: i32,
}

#[table(name = "catalogue_productimage")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_productima_product_id_49474fe8_fk_catalogue"
)]
#[check(name = "catalogue_productimage_display_order_check", "display_order >= 0")]
#[index(code.varchar_pattern_ops, name = "catalogue_productimage_code_fdab9782_like")]
#[index(display_order, name = "catalogue_productimage_display_order_9fa741ac")]
#[index(product_id, name = "catalogue_productimage_product_id_49474fe8")]
#[derive(Debug, Clone)]
pub struct CatalogueProductimage {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub original: String,
    #[column(sql_type = "varchar(200)")]
    pub caption: String,
    pub display_order: i32,
    pub date_created: DateTime<Utc>,
    pub product_id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "catalogue_productrecommendation")]
#[unique(
    primary_id,
    recommendation_id,
    name = "catalogue_productrecomme_primary_id_recommendatio_da1fdf43_uniq"
)]
#[foreign_key(
    primary_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_productrec_primary_id_6e51a55c_fk_catalogue"
)]
#[foreign_key(
    recommendation_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "catalogue_productrec_recommendation_id_daf8ae95_fk_catalogue"
)]
#[check(name = "catalogue_productrecommendation_ranking_check", "ranking >= 0")]
#[index(primary_id, name = "catalogue_productrecommendation_primary_id_6e51a55c")]
#[index(ranking, name = "catalogue_productrecommendation_ranking_e7a0f7fd")]
#[index(recommendation_id, name = "catalogue_productrecommendation_recommendation_id_daf8ae95")]
#[derive(Debug, Clone)]
pub struct CatalogueProductrecommendation {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub ranking: i16,
    pub primary_id: i32,
    pub recommendation_id: i32,
}

#[table(name = "communication_communicationeventtype")]
#[primary_key(id, name = "customer_communicationeventtype_pkey")]
#[unique(code, name = "customer_communicationeventtype_code_key")]
#[index(name, name = "communication_communicationeventtype_name_45761eb9")]
#[index(name.varchar_pattern_ops, name = "communication_communicationeventtype_name_45761eb9_like")]
#[index(code.varchar_pattern_ops, name = "customer_communicationeventtype_code_984beacb_like")]
#[derive(Debug, Clone)]
pub struct CommunicationCommunicationeventtype {
    #[column(identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub code: String,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(255)")]
    pub category: String,
    #[column(sql_type = "varchar(255)")]
    pub email_subject_template: Option<String>,
    pub email_body_template: Option<String>,
    pub email_body_html_template: Option<String>,
    #[column(sql_type = "varchar(170)")]
    pub sms_template: Option<String>,
    pub date_created: DateTime<Utc>,
    pub date_updated: DateTime<Utc>,
}

#[table(name = "communication_email")]
#[primary_key(id, name = "customer_email_pkey")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "customer_email_user_id_a69ad588_fk_auth_user_id"
)]
#[index(user_id, name = "customer_email_user_id_a69ad588")]
#[derive(Debug, Clone)]
pub struct CommunicationEmail {
    #[column(identity = by_default)]
    pub id: i32,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub date_sent: DateTime<Utc>,
    pub user_id: Option<i32>,
    #[column(sql_type = "varchar(254)")]
    pub email: Option<String>,
}

#[table(name = "communication_notification")]
#[primary_key(id, name = "customer_notification_pkey")]
#[foreign_key(
    recipient_id,
    references = AuthUser.id,
    initially_deferred,
    name = "customer_notification_recipient_id_d99de5c8_fk_auth_user_id"
)]
#[foreign_key(
    sender_id,
    references = AuthUser.id,
    initially_deferred,
    name = "customer_notification_sender_id_affa1632_fk_auth_user_id"
)]
#[index(date_sent, name = "customer_notification_date_sent_9b6baeda")]
#[index(recipient_id, name = "customer_notification_recipient_id_d99de5c8")]
#[index(sender_id, name = "customer_notification_sender_id_affa1632")]
#[derive(Debug, Clone)]
pub struct CommunicationNotification {
    #[column(identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub subject: String,
    pub body: String,
    #[column(sql_type = "varchar(32)")]
    pub location: String,
    pub date_sent: DateTime<Utc>,
    pub date_read: Option<DateTime<Utc>>,
    pub recipient_id: i32,
    pub sender_id: Option<i32>,
}

#[table(name = "customer_productalert")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "customer_productaler_product_id_7e529a41_fk_catalogue"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "customer_productalert_user_id_677ad6d6_fk_auth_user_id"
)]
#[index(date_created, name = "customer_productalert_date_created_00622b1c")]
#[index(email, name = "customer_productalert_email_e5f35f45")]
#[index(email.varchar_pattern_ops, name = "customer_productalert_email_e5f35f45_like")]
#[index(key, name = "customer_productalert_key_a26f3bdc")]
#[index(key.varchar_pattern_ops, name = "customer_productalert_key_a26f3bdc_like")]
#[index(product_id, name = "customer_productalert_product_id_7e529a41")]
#[index(user_id, name = "customer_productalert_user_id_677ad6d6")]
#[derive(Debug, Clone)]
pub struct CustomerProductalert {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    #[column(sql_type = "varchar(128)")]
    pub key: String,
    #[column(sql_type = "varchar(20)")]
    pub status: String,
    pub date_created: DateTime<Utc>,
    pub date_confirmed: Option<DateTime<Utc>>,
    pub date_cancelled: Option<DateTime<Utc>>,
    pub date_closed: Option<DateTime<Utc>>,
    pub product_id: i32,
    pub user_id: Option<i32>,
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
    pub object_id: Option<String>,
    #[column(sql_type = "varchar(200)")]
    pub object_repr: String,
    pub action_flag: i16,
    pub change_message: String,
    pub content_type_id: Option<i32>,
    pub user_id: i32,
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

#[table(name = "django_flatpage")]
#[index(url, name = "django_flatpage_url_41612362")]
#[index(url.varchar_pattern_ops, name = "django_flatpage_url_41612362_like")]
#[derive(Debug, Clone)]
pub struct DjangoFlatpage {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)")]
    pub url: String,
    #[column(sql_type = "varchar(200)")]
    pub title: String,
    pub content: String,
    pub enable_comments: bool,
    #[column(sql_type = "varchar(70)")]
    pub template_name: String,
    pub registration_required: bool,
}

#[table(name = "django_flatpage_sites")]
#[unique(flatpage_id, site_id, name = "django_flatpage_sites_flatpage_id_site_id_0d29d9d1_uniq")]
#[foreign_key(
    flatpage_id,
    references = DjangoFlatpage.id,
    initially_deferred,
    name = "django_flatpage_site_flatpage_id_078bbc8b_fk_django_fl"
)]
#[foreign_key(
    site_id,
    references = DjangoSite.id,
    initially_deferred,
    name = "django_flatpage_sites_site_id_bfd8ea84_fk_django_site_id"
)]
#[index(flatpage_id, name = "django_flatpage_sites_flatpage_id_078bbc8b")]
#[index(site_id, name = "django_flatpage_sites_site_id_bfd8ea84")]
#[derive(Debug, Clone)]
pub struct DjangoFlatpageSite {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub flatpage_id: i32,
    pub site_id: i32,
}

#[table(name = "django_migrations")]
#[derive(Debug, Clone)]
pub struct DjangoMigration {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub app: String,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    pub applied: DateTime<Utc>,
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

#[table(name = "django_site")]
#[unique(domain, name = "django_site_domain_a2e37b91_uniq")]
#[index(domain.varchar_pattern_ops, name = "django_site_domain_a2e37b91_like")]
#[derive(Debug, Clone)]
pub struct DjangoSite {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)")]
    pub domain: String,
    #[column(sql_type = "varchar(50)")]
    pub name: String,
}

#[table(name = "offer_benefit")]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_benefit_range_id_ab19c5ab_fk_offer_range_id"
)]
#[check(name = "offer_benefit_max_affected_items_check", "max_affected_items >= 0")]
#[index(range_id, name = "offer_benefit_range_id_ab19c5ab")]
#[derive(Debug, Clone)]
pub struct OfferBenefit {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub r#type: String,
    #[column(sql_type = "numeric(12,2)")]
    pub value: Option<Decimal>,
    pub max_affected_items: Option<i32>,
    #[column(sql_type = "varchar(255)")]
    pub proxy_class: Option<String>,
    pub range_id: Option<i32>,
}

#[table(name = "offer_condition")]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_condition_range_id_b023a2aa_fk_offer_range_id"
)]
#[index(range_id, name = "offer_condition_range_id_b023a2aa")]
#[derive(Debug, Clone)]
pub struct OfferCondition {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub r#type: String,
    #[column(sql_type = "numeric(12,2)")]
    pub value: Option<Decimal>,
    #[column(sql_type = "varchar(255)")]
    pub proxy_class: Option<String>,
    pub range_id: Option<i32>,
}

#[table(name = "offer_conditionaloffer")]
#[foreign_key(
    condition_id,
    references = OfferCondition.id,
    initially_deferred,
    name = "offer_conditionaloff_condition_id_e6baa945_fk_offer_con"
)]
#[foreign_key(
    benefit_id,
    references = OfferBenefit.id,
    initially_deferred,
    name = "offer_conditionaloffer_benefit_id_f43f68b5_fk_offer_benefit_id"
)]
#[check(
    name = "offer_conditionaloffer_max_basket_applications_check",
    "max_basket_applications >= 0"
)]
#[check(
    name = "offer_conditionaloffer_max_global_applications_check",
    "max_global_applications >= 0"
)]
#[check(name = "offer_conditionaloffer_max_user_applications_check", "max_user_applications >= 0")]
#[check(name = "offer_conditionaloffer_num_applications_check", "num_applications >= 0")]
#[check(name = "offer_conditionaloffer_num_orders_check", "num_orders >= 0")]
#[index(benefit_id, name = "offer_conditionaloffer_benefit_id_f43f68b5")]
#[index(condition_id, name = "offer_conditionaloffer_condition_id_e6baa945")]
#[index(name.varchar_pattern_ops, name = "offer_conditionaloffer_name_340601c2_like")]
#[index(priority, name = "offer_conditionaloffer_priority_4c2fc582")]
#[index(slug.varchar_pattern_ops, name = "offer_conditionaloffer_slug_e4649c01_like")]
#[derive(Debug, Clone)]
pub struct OfferConditionaloffer {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub slug: String,
    pub description: String,
    #[column(sql_type = "varchar(128)")]
    pub offer_type: String,
    #[column(sql_type = "varchar(64)")]
    pub status: String,
    pub priority: i32,
    pub start_datetime: Option<DateTime<Utc>>,
    pub end_datetime: Option<DateTime<Utc>>,
    pub max_global_applications: Option<i32>,
    pub max_user_applications: Option<i32>,
    pub max_basket_applications: Option<i32>,
    #[column(sql_type = "numeric(12,2)")]
    pub max_discount: Option<Decimal>,
    #[column(sql_type = "numeric(12,2)")]
    pub total_discount: Decimal,
    pub num_applications: i32,
    pub num_orders: i32,
    #[column(sql_type = "varchar(200)")]
    pub redirect_url: String,
    pub date_created: DateTime<Utc>,
    pub benefit_id: i32,
    pub condition_id: i32,
    pub exclusive: bool,
}

#[table(name = "offer_conditionaloffer_combinations")]
#[unique(
    from_conditionaloffer_id,
    to_conditionaloffer_id,
    name = "offer_conditionaloffer_c_from_conditionaloffer_id_2e3e9ffe_uniq"
)]
#[foreign_key(
    from_conditionaloffer_id,
    references = OfferConditionaloffer.id,
    initially_deferred,
    name = "offer_conditionaloff_from_conditionaloffe_85c3bd9f_fk_offer_con"
)]
#[foreign_key(
    to_conditionaloffer_id,
    references = OfferConditionaloffer.id,
    initially_deferred,
    name = "offer_conditionaloff_to_conditionaloffer__ae993478_fk_offer_con"
)]
#[index(
    from_conditionaloffer_id,
    name = "offer_conditionaloffer_com_from_conditionaloffer_id_85c3bd9f"
)]
#[index(
    to_conditionaloffer_id,
    name = "offer_conditionaloffer_com_to_conditionaloffer_id_ae993478"
)]
#[derive(Debug, Clone)]
pub struct OfferConditionalofferCombination {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub from_conditionaloffer_id: i32,
    pub to_conditionaloffer_id: i32,
}

#[table(name = "offer_range")]
#[index(name.varchar_pattern_ops, name = "offer_range_name_c72a602f_like")]
#[index(proxy_class.varchar_pattern_ops, name = "offer_range_proxy_class_3c9917c6_like")]
#[index(slug.varchar_pattern_ops, name = "offer_range_slug_ce39e53b_like")]
#[derive(Debug, Clone)]
pub struct OfferRange {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub slug: String,
    pub description: String,
    pub is_public: bool,
    pub includes_all_products: bool,
    #[column(sql_type = "varchar(255)", unique)]
    pub proxy_class: Option<String>,
    pub date_created: DateTime<Utc>,
}

#[table(name = "offer_range_classes")]
#[unique(
    range_id,
    productclass_id,
    name = "offer_range_classes_range_id_productclass_id_28eeefae_uniq"
)]
#[foreign_key(
    productclass_id,
    references = CatalogueProductclass.id,
    initially_deferred,
    name = "offer_range_classes_productclass_id_6f6de46d_fk_catalogue"
)]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_range_classes_range_id_7d3e573e_fk_offer_range_id"
)]
#[index(productclass_id, name = "offer_range_classes_productclass_id_6f6de46d")]
#[index(range_id, name = "offer_range_classes_range_id_7d3e573e")]
#[derive(Debug, Clone)]
pub struct OfferRangeClass {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub range_id: i32,
    pub productclass_id: i32,
}

#[table(name = "offer_range_excluded_categories")]
#[unique(
    range_id,
    category_id,
    name = "offer_range_excluded_cat_range_id_category_id_2f84ef27_uniq"
)]
#[foreign_key(
    category_id,
    references = CatalogueCategory.id,
    initially_deferred,
    name = "offer_range_excluded_category_id_c16fd4f7_fk_catalogue"
)]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_range_excluded_range_id_6346945d_fk_offer_ran"
)]
#[index(category_id, name = "offer_range_excluded_categories_category_id_c16fd4f7")]
#[index(range_id, name = "offer_range_excluded_categories_range_id_6346945d")]
#[derive(Debug, Clone)]
pub struct OfferRangeExcludedCategory {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub range_id: i32,
    pub category_id: i32,
}

#[table(name = "offer_range_excluded_products")]
#[unique(
    range_id,
    product_id,
    name = "offer_range_excluded_products_range_id_product_id_eb1cfe87_uniq"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "offer_range_excluded_product_id_78c49bfc_fk_catalogue"
)]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_range_excluded_range_id_cce4a032_fk_offer_ran"
)]
#[index(product_id, name = "offer_range_excluded_products_product_id_78c49bfc")]
#[index(range_id, name = "offer_range_excluded_products_range_id_cce4a032")]
#[derive(Debug, Clone)]
pub struct OfferRangeExcludedProduct {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub range_id: i32,
    pub product_id: i32,
}

#[table(name = "offer_range_included_categories")]
#[unique(
    range_id,
    category_id,
    name = "offer_range_included_cat_range_id_category_id_a661d336_uniq"
)]
#[foreign_key(
    category_id,
    references = CatalogueCategory.id,
    initially_deferred,
    name = "offer_range_included_category_id_c61569a5_fk_catalogue"
)]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_range_included_range_id_1b616138_fk_offer_ran"
)]
#[index(category_id, name = "offer_range_included_categories_category_id_c61569a5")]
#[index(range_id, name = "offer_range_included_categories_range_id_1b616138")]
#[derive(Debug, Clone)]
pub struct OfferRangeIncludedCategory {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub range_id: i32,
    pub category_id: i32,
}

#[table(name = "offer_rangeproduct")]
#[unique(range_id, product_id, name = "offer_rangeproduct_range_id_product_id_c46b1be8_uniq")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "offer_rangeproduct_product_id_723b3ea3_fk_catalogue_product_id"
)]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_rangeproduct_range_id_ee358495_fk_offer_range_id"
)]
#[index(product_id, name = "offer_rangeproduct_product_id_723b3ea3")]
#[index(range_id, name = "offer_rangeproduct_range_id_ee358495")]
#[derive(Debug, Clone)]
pub struct OfferRangeproduct {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub display_order: i32,
    pub product_id: i32,
    pub range_id: i32,
}

#[table(name = "offer_rangeproductfileupload")]
#[foreign_key(
    range_id,
    references = OfferRange.id,
    initially_deferred,
    name = "offer_rangeproductfi_range_id_c055ebf8_fk_offer_ran"
)]
#[foreign_key(
    uploaded_by_id,
    references = AuthUser.id,
    initially_deferred,
    name = "offer_rangeproductfi_uploaded_by_id_c01a3250_fk_auth_user"
)]
#[check(name = "offer_rangeproductfileupload_num_duplicate_skus_check", "num_duplicate_skus >= 0")]
#[check(name = "offer_rangeproductfileupload_num_new_skus_check", "num_new_skus >= 0")]
#[check(name = "offer_rangeproductfileupload_num_unknown_skus_check", "num_unknown_skus >= 0")]
#[check(name = "offer_rangeproductfileupload_size_check", "size >= 0")]
#[index(date_uploaded, name = "offer_rangeproductfileupload_date_uploaded_f0a4f9ae")]
#[index(range_id, name = "offer_rangeproductfileupload_range_id_c055ebf8")]
#[index(uploaded_by_id, name = "offer_rangeproductfileupload_uploaded_by_id_c01a3250")]
#[derive(Debug, Clone)]
pub struct OfferRangeproductfileupload {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub filepath: String,
    pub size: i32,
    pub date_uploaded: DateTime<Utc>,
    #[column(sql_type = "varchar(32)")]
    pub status: String,
    #[column(sql_type = "varchar(255)")]
    pub error_message: String,
    pub date_processed: Option<DateTime<Utc>>,
    pub num_new_skus: Option<i32>,
    pub num_unknown_skus: Option<i32>,
    pub num_duplicate_skus: Option<i32>,
    pub range_id: i32,
    pub uploaded_by_id: i32,
    #[column(sql_type = "varchar(8)")]
    pub upload_type: String,
}

#[table(name = "order_billingaddress")]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "order_billingaddress_country_id_17f57dca_fk_address_c"
)]
#[index(code.varchar_pattern_ops, name = "order_billingaddress_code_e240f533_like")]
#[index(country_id, name = "order_billingaddress_country_id_17f57dca")]
#[index(country_id.varchar_pattern_ops, name = "order_billingaddress_country_id_17f57dca_like")]
#[derive(Debug, Clone)]
pub struct OrderBillingaddress {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(64)")]
    pub title: String,
    #[column(sql_type = "varchar(255)")]
    pub first_name: String,
    #[column(sql_type = "varchar(255)")]
    pub last_name: String,
    #[column(sql_type = "varchar(255)")]
    pub line1: String,
    #[column(sql_type = "varchar(255)")]
    pub line2: String,
    #[column(sql_type = "varchar(255)")]
    pub line3: String,
    #[column(sql_type = "varchar(255)")]
    pub line4: String,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    #[column(sql_type = "varchar(64)")]
    pub postcode: String,
    pub search_text: String,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "order_communicationevent")]
#[foreign_key(
    event_type_id,
    references = CommunicationCommunicationeventtype.id,
    initially_deferred,
    name = "order_communicatione_event_type_id_4bc9ee29_fk_customer_"
)]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_communicationevent_order_id_94e784ac_fk_order_order_id"
)]
#[index(date_created, name = "order_communicationevent_date_created_ce404d62")]
#[index(event_type_id, name = "order_communicationevent_event_type_id_4bc9ee29")]
#[index(order_id, name = "order_communicationevent_order_id_94e784ac")]
#[derive(Debug, Clone)]
pub struct OrderCommunicationevent {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub date_created: DateTime<Utc>,
    pub event_type_id: i32,
    pub order_id: i32,
}

#[table(name = "order_line")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_line_order_id_b9148391_fk_order_order_id"
)]
#[foreign_key(
    partner_id,
    references = PartnerPartner.id,
    initially_deferred,
    name = "order_line_partner_id_258a2fb9_fk_partner_partner_id"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "order_line_product_id_e620902d_fk_catalogue_product_id"
)]
#[foreign_key(
    stockrecord_id,
    references = PartnerStockrecord.id,
    initially_deferred,
    name = "order_line_stockrecord_id_1d65aff5_fk_partner_stockrecord_id"
)]
#[check(name = "order_line_num_allocated_check", "num_allocated >= 0")]
#[check(name = "order_line_quantity_check", "quantity >= 0")]
#[index(order_id, name = "order_line_order_id_b9148391")]
#[index(partner_id, name = "order_line_partner_id_258a2fb9")]
#[index(product_id, name = "order_line_product_id_e620902d")]
#[index(stockrecord_id, name = "order_line_stockrecord_id_1d65aff5")]
#[derive(Debug, Clone)]
pub struct OrderLine {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub partner_name: String,
    #[column(sql_type = "varchar(128)")]
    pub partner_sku: String,
    #[column(sql_type = "varchar(128)")]
    pub partner_line_reference: String,
    pub partner_line_notes: String,
    #[column(sql_type = "varchar(255)")]
    pub title: String,
    #[column(sql_type = "varchar(128)")]
    pub upc: Option<String>,
    pub quantity: i32,
    #[column(sql_type = "numeric(12,2)")]
    pub line_price_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub line_price_excl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub line_price_before_discounts_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub line_price_before_discounts_excl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub unit_price_incl_tax: Option<Decimal>,
    #[column(sql_type = "numeric(12,2)")]
    pub unit_price_excl_tax: Option<Decimal>,
    #[column(sql_type = "varchar(255)")]
    pub status: String,
    pub order_id: i32,
    pub partner_id: Option<i32>,
    pub product_id: Option<i32>,
    pub stockrecord_id: Option<i32>,
    #[column(sql_type = "varchar(64)")]
    pub tax_code: Option<String>,
    pub allocation_cancelled: bool,
    pub num_allocated: i32,
}

#[table(name = "order_lineattribute")]
#[foreign_key(
    line_id,
    references = OrderLine.id,
    initially_deferred,
    name = "order_lineattribute_line_id_adf6dd87_fk_order_line_id"
)]
#[foreign_key(
    option_id,
    references = CatalogueOption.id,
    initially_deferred,
    name = "order_lineattribute_option_id_b54d597c_fk_catalogue_option_id"
)]
#[index(line_id, name = "order_lineattribute_line_id_adf6dd87")]
#[index(option_id, name = "order_lineattribute_option_id_b54d597c")]
#[derive(Debug, Clone)]
pub struct OrderLineattribute {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub r#type: String,
    pub value: serde_json::Value,
    pub line_id: i32,
    pub option_id: Option<i32>,
}

#[table(name = "order_lineprice")]
#[foreign_key(
    line_id,
    references = OrderLine.id,
    initially_deferred,
    name = "order_lineprice_line_id_2de52446_fk_order_line_id"
)]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_lineprice_order_id_66792e56_fk_order_order_id"
)]
#[check(name = "order_lineprice_quantity_check", "quantity >= 0")]
#[index(line_id, name = "order_lineprice_line_id_2de52446")]
#[index(order_id, name = "order_lineprice_order_id_66792e56")]
#[derive(Debug, Clone)]
pub struct OrderLineprice {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub quantity: i32,
    #[column(sql_type = "numeric(12,2)")]
    pub price_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub price_excl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub shipping_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub shipping_excl_tax: Decimal,
    pub line_id: i32,
    pub order_id: i32,
    #[column(sql_type = "varchar(64)")]
    pub tax_code: Option<String>,
}

#[table(name = "order_order")]
#[foreign_key(
    basket_id,
    references = BasketBasket.id,
    initially_deferred,
    name = "order_order_basket_id_8b0acbb2_fk_basket_basket_id"
)]
#[foreign_key(
    billing_address_id,
    references = OrderBillingaddress.id,
    initially_deferred,
    name = "order_order_billing_address_id_8fe537cf_fk_order_bil"
)]
#[foreign_key(
    shipping_address_id,
    references = OrderShippingaddress.id,
    initially_deferred,
    name = "order_order_shipping_address_id_57e64931_fk_order_shi"
)]
#[foreign_key(
    site_id,
    references = DjangoSite.id,
    initially_deferred,
    name = "order_order_site_id_e27f3526_fk_django_site_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "order_order_user_id_7cf9bc2b_fk_auth_user_id"
)]
#[index(basket_id, name = "order_order_basket_id_8b0acbb2")]
#[index(billing_address_id, name = "order_order_billing_address_id_8fe537cf")]
#[index(date_placed, name = "order_order_date_placed_506a9365")]
#[index(number.varchar_pattern_ops, name = "order_order_number_49f06f1b_like")]
#[index(shipping_address_id, name = "order_order_shipping_address_id_57e64931")]
#[index(site_id, name = "order_order_site_id_e27f3526")]
#[index(user_id, name = "order_order_user_id_7cf9bc2b")]
#[derive(Debug, Clone)]
pub struct OrderOrder {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub number: String,
    #[column(sql_type = "varchar(12)")]
    pub currency: String,
    #[column(sql_type = "numeric(12,2)")]
    pub total_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub total_excl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub shipping_incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub shipping_excl_tax: Decimal,
    #[column(sql_type = "varchar(128)")]
    pub shipping_method: String,
    #[column(sql_type = "varchar(128)")]
    pub shipping_code: String,
    #[column(sql_type = "varchar(100)")]
    pub status: String,
    #[column(sql_type = "varchar(254)")]
    pub guest_email: String,
    pub date_placed: DateTime<Utc>,
    pub basket_id: Option<i32>,
    pub billing_address_id: Option<i32>,
    pub shipping_address_id: Option<i32>,
    pub site_id: Option<i32>,
    pub user_id: Option<i32>,
    #[column(sql_type = "varchar(64)")]
    pub shipping_tax_code: Option<String>,
    pub analytics_tracked: bool,
}

#[table(name = "order_orderdiscount")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_orderdiscount_order_id_bc91e123_fk_order_order_id"
)]
#[check(name = "order_orderdiscount_frequency_check", "frequency >= 0")]
#[check(name = "order_orderdiscount_offer_id_check", "offer_id >= 0")]
#[check(name = "order_orderdiscount_voucher_id_check", "voucher_id >= 0")]
#[index(offer_name, name = "order_orderdiscount_offer_name_706d6119")]
#[index(offer_name.varchar_pattern_ops, name = "order_orderdiscount_offer_name_706d6119_like")]
#[index(order_id, name = "order_orderdiscount_order_id_bc91e123")]
#[index(voucher_code, name = "order_orderdiscount_voucher_code_6ee4f360")]
#[index(voucher_code.varchar_pattern_ops, name = "order_orderdiscount_voucher_code_6ee4f360_like")]
#[derive(Debug, Clone)]
pub struct OrderOrderdiscount {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(64)")]
    pub category: String,
    pub offer_id: Option<i32>,
    #[column(sql_type = "varchar(128)")]
    pub offer_name: String,
    pub voucher_id: Option<i32>,
    #[column(sql_type = "varchar(128)")]
    pub voucher_code: String,
    pub frequency: Option<i32>,
    #[column(sql_type = "numeric(12,2)")]
    pub amount: Decimal,
    pub message: String,
    pub order_id: i32,
}

#[table(name = "order_orderlinediscount")]
#[foreign_key(
    order_discount_id,
    references = OrderOrderdiscount.id,
    initially_deferred,
    name = "order_orderlinedisco_order_discount_id_b9dfa715_fk_order_ord"
)]
#[foreign_key(
    line_id,
    references = OrderLine.id,
    initially_deferred,
    name = "order_orderlinediscount_line_id_88fbcd4a_fk_order_line_id"
)]
#[index(line_id, name = "order_orderlinediscount_line_id_88fbcd4a")]
#[index(order_discount_id, name = "order_orderlinediscount_order_discount_id_b9dfa715")]
#[derive(Debug, Clone)]
pub struct OrderOrderlinediscount {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub is_incl_tax: bool,
    #[column(sql_type = "numeric(12,2)")]
    pub amount: Decimal,
    pub line_id: i32,
    pub order_discount_id: i32,
}

#[table(name = "order_ordernote")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_ordernote_order_id_7d97583d_fk_order_order_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "order_ordernote_user_id_48d7a672_fk_auth_user_id"
)]
#[index(order_id, name = "order_ordernote_order_id_7d97583d")]
#[index(user_id, name = "order_ordernote_user_id_48d7a672")]
#[derive(Debug, Clone)]
pub struct OrderOrdernote {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub note_type: String,
    pub message: String,
    pub date_created: DateTime<Utc>,
    pub date_updated: DateTime<Utc>,
    pub order_id: i32,
    pub user_id: Option<i32>,
}

#[table(name = "order_orderstatuschange")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_orderstatuschange_order_id_43efdbe5_fk_order_order_id"
)]
#[index(date_created, name = "order_orderstatuschange_date_created_a5107b93")]
#[index(order_id, name = "order_orderstatuschange_order_id_43efdbe5")]
#[derive(Debug, Clone)]
pub struct OrderOrderstatuschange {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)")]
    pub old_status: String,
    #[column(sql_type = "varchar(100)")]
    pub new_status: String,
    pub date_created: DateTime<Utc>,
    pub order_id: i32,
}

#[table(name = "order_paymentevent")]
#[foreign_key(
    event_type_id,
    references = OrderPaymenteventtype.id,
    initially_deferred,
    name = "order_paymentevent_event_type_id_568c7161_fk_order_pay"
)]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_paymentevent_order_id_395b3e82_fk_order_order_id"
)]
#[foreign_key(
    shipping_event_id,
    references = OrderShippingevent.id,
    initially_deferred,
    name = "order_paymentevent_shipping_event_id_213dcfb8_fk_order_shi"
)]
#[index(date_created, name = "order_paymentevent_date_created_05d8c079")]
#[index(event_type_id, name = "order_paymentevent_event_type_id_568c7161")]
#[index(order_id, name = "order_paymentevent_order_id_395b3e82")]
#[index(shipping_event_id, name = "order_paymentevent_shipping_event_id_213dcfb8")]
#[derive(Debug, Clone)]
pub struct OrderPaymentevent {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "numeric(12,2)")]
    pub amount: Decimal,
    #[column(sql_type = "varchar(128)")]
    pub reference: String,
    pub date_created: DateTime<Utc>,
    pub event_type_id: i32,
    pub order_id: i32,
    pub shipping_event_id: Option<i32>,
}

#[table(name = "order_paymenteventquantity")]
#[unique(event_id, line_id, name = "order_paymenteventquantity_event_id_line_id_765c5209_uniq")]
#[foreign_key(
    event_id,
    references = OrderPaymentevent.id,
    initially_deferred,
    name = "order_paymenteventqu_event_id_a540165a_fk_order_pay"
)]
#[foreign_key(
    line_id,
    references = OrderLine.id,
    initially_deferred,
    name = "order_paymenteventquantity_line_id_df44b021_fk_order_line_id"
)]
#[check(name = "order_paymenteventquantity_quantity_check", "quantity >= 0")]
#[index(event_id, name = "order_paymenteventquantity_event_id_a540165a")]
#[index(line_id, name = "order_paymenteventquantity_line_id_df44b021")]
#[derive(Debug, Clone)]
pub struct OrderPaymenteventquantity {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub quantity: i32,
    pub event_id: i32,
    pub line_id: i32,
}

#[table(name = "order_paymenteventtype")]
#[index(code.varchar_pattern_ops, name = "order_paymenteventtype_code_19e3e888_like")]
#[index(name.varchar_pattern_ops, name = "order_paymenteventtype_name_e4bcca28_like")]
#[derive(Debug, Clone)]
pub struct OrderPaymenteventtype {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
}

#[table(name = "order_shippingaddress")]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "order_shippingaddres_country_id_29abf9a0_fk_address_c"
)]
#[index(code.varchar_pattern_ops, name = "order_shippingaddress_code_a3af64e4_like")]
#[index(country_id, name = "order_shippingaddress_country_id_29abf9a0")]
#[index(country_id.varchar_pattern_ops, name = "order_shippingaddress_country_id_29abf9a0_like")]
#[derive(Debug, Clone)]
pub struct OrderShippingaddress {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(64)")]
    pub title: String,
    #[column(sql_type = "varchar(255)")]
    pub first_name: String,
    #[column(sql_type = "varchar(255)")]
    pub last_name: String,
    #[column(sql_type = "varchar(255)")]
    pub line1: String,
    #[column(sql_type = "varchar(255)")]
    pub line2: String,
    #[column(sql_type = "varchar(255)")]
    pub line3: String,
    #[column(sql_type = "varchar(255)")]
    pub line4: String,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    #[column(sql_type = "varchar(64)")]
    pub postcode: String,
    pub search_text: String,
    #[column(sql_type = "varchar(128)")]
    pub phone_number: String,
    pub notes: String,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "order_shippingevent")]
#[foreign_key(
    event_type_id,
    references = OrderShippingeventtype.id,
    initially_deferred,
    name = "order_shippingevent_event_type_id_9f1efb20_fk_order_shi"
)]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_shippingevent_order_id_8c031fb6_fk_order_order_id"
)]
#[index(date_created, name = "order_shippingevent_date_created_74c4a6fa")]
#[index(event_type_id, name = "order_shippingevent_event_type_id_9f1efb20")]
#[index(order_id, name = "order_shippingevent_order_id_8c031fb6")]
#[derive(Debug, Clone)]
pub struct OrderShippingevent {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub notes: String,
    pub date_created: DateTime<Utc>,
    pub event_type_id: i32,
    pub order_id: i32,
}

#[table(name = "order_shippingeventquantity")]
#[unique(event_id, line_id, name = "order_shippingeventquantity_event_id_line_id_91687107_uniq")]
#[foreign_key(
    event_id,
    references = OrderShippingevent.id,
    initially_deferred,
    name = "order_shippingeventq_event_id_1c7fb9c7_fk_order_shi"
)]
#[foreign_key(
    line_id,
    references = OrderLine.id,
    initially_deferred,
    name = "order_shippingeventquantity_line_id_3b089ee0_fk_order_line_id"
)]
#[check(name = "order_shippingeventquantity_quantity_check", "quantity >= 0")]
#[index(event_id, name = "order_shippingeventquantity_event_id_1c7fb9c7")]
#[index(line_id, name = "order_shippingeventquantity_line_id_3b089ee0")]
#[derive(Debug, Clone)]
pub struct OrderShippingeventquantity {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub quantity: i32,
    pub event_id: i32,
    pub line_id: i32,
}

#[table(name = "order_shippingeventtype")]
#[index(code.varchar_pattern_ops, name = "order_shippingeventtype_code_db3854de_like")]
#[index(name.varchar_pattern_ops, name = "order_shippingeventtype_name_6d9a48a2_like")]
#[derive(Debug, Clone)]
pub struct OrderShippingeventtype {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
}

#[table(name = "order_surcharge")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "order_surcharge_order_id_5c0a94f5_fk_order_order_id"
)]
#[index(order_id, name = "order_surcharge_order_id_5c0a94f5")]
#[derive(Debug, Clone)]
pub struct OrderSurcharge {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)")]
    pub code: String,
    #[column(sql_type = "numeric(12,2)")]
    pub incl_tax: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub excl_tax: Decimal,
    pub order_id: i32,
    #[column(sql_type = "varchar(64)")]
    pub tax_code: Option<String>,
}

#[table(name = "partner_partner")]
#[index(code.varchar_pattern_ops, name = "partner_partner_code_13d0debd_like")]
#[index(name, name = "partner_partner_name_caa0c2ee")]
#[index(name.varchar_pattern_ops, name = "partner_partner_name_caa0c2ee_like")]
#[derive(Debug, Clone)]
pub struct PartnerPartner {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
}

#[table(name = "partner_partner_users")]
#[unique(partner_id, user_id, name = "partner_partner_users_partner_id_user_id_9e5c0517_uniq")]
#[foreign_key(
    partner_id,
    references = PartnerPartner.id,
    initially_deferred,
    name = "partner_partner_users_partner_id_1883dfd9_fk_partner_partner_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "partner_partner_users_user_id_d75d6e40_fk_auth_user_id"
)]
#[index(partner_id, name = "partner_partner_users_partner_id_1883dfd9")]
#[index(user_id, name = "partner_partner_users_user_id_d75d6e40")]
#[derive(Debug, Clone)]
pub struct PartnerPartnerUser {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub partner_id: i32,
    pub user_id: i32,
}

#[table(name = "partner_partneraddress")]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "partner_partneraddre_country_id_02c4f979_fk_address_c"
)]
#[foreign_key(
    partner_id,
    references = PartnerPartner.id,
    initially_deferred,
    name = "partner_partneraddre_partner_id_59551b0a_fk_partner_p"
)]
#[index(code.varchar_pattern_ops, name = "partner_partneraddress_code_f65ed678_like")]
#[index(country_id, name = "partner_partneraddress_country_id_02c4f979")]
#[index(country_id.varchar_pattern_ops, name = "partner_partneraddress_country_id_02c4f979_like")]
#[index(partner_id, name = "partner_partneraddress_partner_id_59551b0a")]
#[derive(Debug, Clone)]
pub struct PartnerPartneraddress {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(64)")]
    pub title: String,
    #[column(sql_type = "varchar(255)")]
    pub first_name: String,
    #[column(sql_type = "varchar(255)")]
    pub last_name: String,
    #[column(sql_type = "varchar(255)")]
    pub line1: String,
    #[column(sql_type = "varchar(255)")]
    pub line2: String,
    #[column(sql_type = "varchar(255)")]
    pub line3: String,
    #[column(sql_type = "varchar(255)")]
    pub line4: String,
    #[column(sql_type = "varchar(255)")]
    pub state: String,
    #[column(sql_type = "varchar(64)")]
    pub postcode: String,
    pub search_text: String,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
    pub partner_id: i32,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "partner_stockalert")]
#[foreign_key(
    stockrecord_id,
    references = PartnerStockrecord.id,
    initially_deferred,
    name = "partner_stockalert_stockrecord_id_68ad503a_fk_partner_s"
)]
#[check(name = "partner_stockalert_threshold_check", "threshold >= 0")]
#[index(date_created, name = "partner_stockalert_date_created_832cf043")]
#[index(stockrecord_id, name = "partner_stockalert_stockrecord_id_68ad503a")]
#[derive(Debug, Clone)]
pub struct PartnerStockalert {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub threshold: i32,
    #[column(sql_type = "varchar(128)")]
    pub status: String,
    pub date_created: DateTime<Utc>,
    pub date_closed: Option<DateTime<Utc>>,
    pub stockrecord_id: i32,
}

#[table(name = "partner_stockrecord")]
#[unique(
    partner_id,
    partner_sku,
    name = "partner_stockrecord_partner_id_partner_sku_8441e010_uniq"
)]
#[foreign_key(
    partner_id,
    references = PartnerPartner.id,
    initially_deferred,
    name = "partner_stockrecord_partner_id_4155a586_fk_partner_partner_id"
)]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "partner_stockrecord_product_id_62fd9e45_fk_catalogue_product_id"
)]
#[check(name = "partner_stockrecord_low_stock_threshold_check", "low_stock_threshold >= 0")]
#[check(name = "partner_stockrecord_num_in_stock_check", "num_in_stock >= 0")]
#[index(date_updated, name = "partner_stockrecord_date_updated_e6ae5f14")]
#[index(partner_id, name = "partner_stockrecord_partner_id_4155a586")]
#[index(product_id, name = "partner_stockrecord_product_id_62fd9e45")]
#[derive(Debug, Clone)]
pub struct PartnerStockrecord {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub partner_sku: String,
    #[column(sql_type = "varchar(12)")]
    pub price_currency: String,
    #[column(sql_type = "numeric(12,2)")]
    pub price: Option<Decimal>,
    pub num_in_stock: Option<i32>,
    pub num_allocated: Option<i32>,
    pub low_stock_threshold: Option<i32>,
    pub date_created: DateTime<Utc>,
    pub date_updated: DateTime<Utc>,
    pub partner_id: i32,
    pub product_id: i32,
}

#[table(name = "payment_bankcard")]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "payment_bankcard_user_id_08e1d04c_fk_auth_user_id"
)]
#[index(user_id, name = "payment_bankcard_user_id_08e1d04c")]
#[derive(Debug, Clone)]
pub struct PaymentBankcard {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub card_type: String,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(32)")]
    pub number: String,
    pub expiry_date: NaiveDate,
    #[column(sql_type = "varchar(255)")]
    pub partner_reference: String,
    pub user_id: i32,
}

#[table(name = "payment_source")]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "payment_source_order_id_6b7f2215_fk_order_order_id"
)]
#[foreign_key(
    source_type_id,
    references = PaymentSourcetype.id,
    initially_deferred,
    name = "payment_source_source_type_id_700828fe_fk_payment_sourcetype_id"
)]
#[index(order_id, name = "payment_source_order_id_6b7f2215")]
#[index(source_type_id, name = "payment_source_source_type_id_700828fe")]
#[derive(Debug, Clone)]
pub struct PaymentSource {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(12)")]
    pub currency: String,
    #[column(sql_type = "numeric(12,2)")]
    pub amount_allocated: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub amount_debited: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub amount_refunded: Decimal,
    #[column(sql_type = "varchar(255)")]
    pub reference: String,
    #[column(sql_type = "varchar(128)")]
    pub label: String,
    pub order_id: i32,
    pub source_type_id: i32,
}

#[table(name = "payment_sourcetype")]
#[index(code.varchar_pattern_ops, name = "payment_sourcetype_code_e479088c_like")]
#[index(name, name = "payment_sourcetype_name_a980e862")]
#[index(name.varchar_pattern_ops, name = "payment_sourcetype_name_a980e862_like")]
#[derive(Debug, Clone)]
pub struct PaymentSourcetype {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
}

#[table(name = "payment_transaction")]
#[foreign_key(
    source_id,
    references = PaymentSource.id,
    initially_deferred,
    name = "payment_transaction_source_id_c5ac31e8_fk_payment_source_id"
)]
#[index(date_created, name = "payment_transaction_date_created_f887f6bc")]
#[index(source_id, name = "payment_transaction_source_id_c5ac31e8")]
#[derive(Debug, Clone)]
pub struct PaymentTransaction {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub txn_type: String,
    #[column(sql_type = "numeric(12,2)")]
    pub amount: Decimal,
    #[column(sql_type = "varchar(128)")]
    pub reference: String,
    #[column(sql_type = "varchar(128)")]
    pub status: String,
    pub date_created: DateTime<Utc>,
    pub source_id: i32,
}

#[table(name = "reviews_productreview")]
#[unique(product_id, user_id, name = "reviews_productreview_product_id_user_id_c4fdc4cd_uniq")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "reviews_productrevie_product_id_52e52a32_fk_catalogue"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "reviews_productreview_user_id_8acb5ddd_fk_auth_user_id"
)]
#[index(code.varchar_pattern_ops, name = "reviews_productreview_code_d8521aa6_like")]
#[index(delta_votes, name = "reviews_productreview_delta_votes_bd8ffc87")]
#[index(product_id, name = "reviews_productreview_product_id_52e52a32")]
#[index(user_id, name = "reviews_productreview_user_id_8acb5ddd")]
#[derive(Debug, Clone)]
pub struct ReviewsProductreview {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub score: i16,
    #[column(sql_type = "varchar(255)")]
    pub title: String,
    pub body: String,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    #[column(sql_type = "varchar(200)")]
    pub homepage: String,
    pub status: i16,
    pub total_votes: i32,
    pub delta_votes: i32,
    pub date_created: DateTime<Utc>,
    pub product_id: Option<i32>,
    pub user_id: Option<i32>,
    #[column(sql_type = "varchar(255)", unique)]
    pub code: Option<String>,
}

#[table(name = "reviews_vote")]
#[unique(user_id, review_id, name = "reviews_vote_user_id_review_id_bb858939_uniq")]
#[foreign_key(
    review_id,
    references = ReviewsProductreview.id,
    initially_deferred,
    name = "reviews_vote_review_id_371b2d8d_fk_reviews_productreview_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "reviews_vote_user_id_5fb87b53_fk_auth_user_id"
)]
#[index(review_id, name = "reviews_vote_review_id_371b2d8d")]
#[index(user_id, name = "reviews_vote_user_id_5fb87b53")]
#[derive(Debug, Clone)]
pub struct ReviewsVote {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub delta: i16,
    pub date_created: DateTime<Utc>,
    pub review_id: i32,
    pub user_id: i32,
}

#[table(name = "shipping_orderanditemcharges")]
#[index(code.varchar_pattern_ops, name = "shipping_orderanditemcharges_code_cbeb9206_like")]
#[index(name.varchar_pattern_ops, name = "shipping_orderanditemcharges_name_c575f5bc_like")]
#[derive(Debug, Clone)]
pub struct ShippingOrderanditemcharge {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub name: String,
    pub description: String,
    #[column(sql_type = "numeric(12,2)")]
    pub price_per_order: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub price_per_item: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub free_shipping_threshold: Option<Decimal>,
}

#[table(name = "shipping_orderanditemcharges_countries")]
#[unique(
    orderanditemcharges_id,
    country_id,
    name = "shipping_orderanditemcha_orderanditemcharges_id_c_9f0c9c8f_uniq"
)]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "shipping_orderandite_country_id_30387f2e_fk_address_c"
)]
#[foreign_key(
    orderanditemcharges_id,
    references = ShippingOrderanditemcharge.id,
    initially_deferred,
    name = "shipping_orderandite_orderanditemcharges__bf5bfee9_fk_shipping_"
)]
#[index(
    orderanditemcharges_id,
    name = "shipping_orderanditemcharg_orderanditemcharges_id_bf5bfee9"
)]
#[index(country_id, name = "shipping_orderanditemcharges_countries_country_id_30387f2e")]
#[index(
    country_id.varchar_pattern_ops,
    name = "shipping_orderanditemcharges_countries_country_id_30387f2e_like"
)]
#[derive(Debug, Clone)]
pub struct ShippingOrderanditemchargesCountry {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub orderanditemcharges_id: i32,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
}

#[table(name = "shipping_weightband")]
#[foreign_key(
    method_id,
    references = ShippingWeightbased.id,
    initially_deferred,
    name = "shipping_weightband_method_id_b699a1ba_fk_shipping_"
)]
#[index(method_id, name = "shipping_weightband_method_id_b699a1ba")]
#[index(upper_limit, name = "shipping_weightband_upper_limit_9edc5097")]
#[derive(Debug, Clone)]
pub struct ShippingWeightband {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "numeric(12,3)")]
    pub upper_limit: Decimal,
    #[column(sql_type = "numeric(12,2)")]
    pub charge: Decimal,
    pub method_id: i32,
}

#[table(name = "shipping_weightbased")]
#[index(code.varchar_pattern_ops, name = "shipping_weightbased_code_abff8e3d_like")]
#[index(name.varchar_pattern_ops, name = "shipping_weightbased_name_ff8fabb8_like")]
#[derive(Debug, Clone)]
pub struct ShippingWeightbased {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub name: String,
    pub description: String,
    #[column(sql_type = "numeric(12,3)")]
    pub default_weight: Decimal,
}

#[table(name = "shipping_weightbased_countries")]
#[unique(
    weightbased_id,
    country_id,
    name = "shipping_weightbased_cou_weightbased_id_country_i_de8c5e42_uniq"
)]
#[foreign_key(
    country_id,
    references = AddressCountry.iso_3166_1_a2,
    initially_deferred,
    name = "shipping_weightbased_country_id_06117384_fk_address_c"
)]
#[foreign_key(
    weightbased_id,
    references = ShippingWeightbased.id,
    initially_deferred,
    name = "shipping_weightbased_weightbased_id_93e3132f_fk_shipping_"
)]
#[index(country_id, name = "shipping_weightbased_countries_country_id_06117384")]
#[index(
    country_id.varchar_pattern_ops,
    name = "shipping_weightbased_countries_country_id_06117384_like"
)]
#[index(weightbased_id, name = "shipping_weightbased_countries_weightbased_id_93e3132f")]
#[derive(Debug, Clone)]
pub struct ShippingWeightbasedCountry {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub weightbased_id: i32,
    #[column(sql_type = "varchar(2)")]
    pub country_id: String,
}

#[table(name = "voucher_voucher")]
#[unique(name, name = "voucher_voucher_name_b96d3b47_uniq")]
#[foreign_key(
    voucher_set_id,
    references = VoucherVoucherset.id,
    initially_deferred,
    name = "voucher_voucher_voucher_set_id_17b96a54_fk_voucher_v"
)]
#[check(name = "voucher_voucher_num_basket_additions_check", "num_basket_additions >= 0")]
#[check(name = "voucher_voucher_num_orders_check", "num_orders >= 0")]
#[index(code.varchar_pattern_ops, name = "voucher_voucher_code_43d30a18_like")]
#[index(date_created, name = "voucher_voucher_date_created_f3081a03")]
#[index(end_datetime, name = "voucher_voucher_end_datetime_db182297")]
#[index(name.varchar_pattern_ops, name = "voucher_voucher_name_b96d3b47_like")]
#[index(start_datetime, name = "voucher_voucher_start_datetime_bfb7df84")]
#[index(voucher_set_id, name = "voucher_voucher_voucher_set_id_17b96a54")]
#[derive(Debug, Clone)]
pub struct VoucherVoucher {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(128)")]
    pub name: String,
    #[column(sql_type = "varchar(128)", unique)]
    pub code: String,
    #[column(sql_type = "varchar(128)")]
    pub usage: String,
    pub start_datetime: DateTime<Utc>,
    pub end_datetime: DateTime<Utc>,
    pub num_basket_additions: i32,
    pub num_orders: i32,
    #[column(sql_type = "numeric(12,2)")]
    pub total_discount: Decimal,
    pub date_created: DateTime<Utc>,
    pub voucher_set_id: Option<i32>,
}

#[table(name = "voucher_voucher_offers")]
#[unique(
    voucher_id,
    conditionaloffer_id,
    name = "voucher_voucher_offers_voucher_id_conditionalof_01628a7f_uniq"
)]
#[foreign_key(
    conditionaloffer_id,
    references = OfferConditionaloffer.id,
    initially_deferred,
    name = "voucher_voucher_offe_conditionaloffer_id_f9682bfb_fk_offer_con"
)]
#[foreign_key(
    voucher_id,
    references = VoucherVoucher.id,
    initially_deferred,
    name = "voucher_voucher_offe_voucher_id_7f9c575d_fk_voucher_v"
)]
#[index(conditionaloffer_id, name = "voucher_voucher_offers_conditionaloffer_id_f9682bfb")]
#[index(voucher_id, name = "voucher_voucher_offers_voucher_id_7f9c575d")]
#[derive(Debug, Clone)]
pub struct VoucherVoucherOffer {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub voucher_id: i32,
    pub conditionaloffer_id: i32,
}

#[table(name = "voucher_voucherapplication")]
#[foreign_key(
    voucher_id,
    references = VoucherVoucher.id,
    initially_deferred,
    name = "voucher_voucherappli_voucher_id_5204edb7_fk_voucher_v"
)]
#[foreign_key(
    order_id,
    references = OrderOrder.id,
    initially_deferred,
    name = "voucher_voucherapplication_order_id_30248a05_fk_order_order_id"
)]
#[foreign_key(
    user_id,
    references = AuthUser.id,
    initially_deferred,
    name = "voucher_voucherapplication_user_id_df53a393_fk_auth_user_id"
)]
#[index(date_created, name = "voucher_voucherapplication_date_created_2d9acdaf")]
#[index(order_id, name = "voucher_voucherapplication_order_id_30248a05")]
#[index(user_id, name = "voucher_voucherapplication_user_id_df53a393")]
#[index(voucher_id, name = "voucher_voucherapplication_voucher_id_5204edb7")]
#[derive(Debug, Clone)]
pub struct VoucherVoucherapplication {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub date_created: DateTime<Utc>,
    pub order_id: i32,
    pub user_id: Option<i32>,
    pub voucher_id: i32,
}

#[table(name = "voucher_voucherset")]
#[unique(name, name = "voucher_voucherset_name_4c6aac05_uniq")]
#[check(name = "voucher_voucherset_count_69b7878e_check", "count >= 0")]
#[index(date_created, name = "voucher_voucherset_date_created_3dd68c8e")]
#[index(name.varchar_pattern_ops, name = "voucher_voucherset_name_4c6aac05_like")]
#[derive(Debug, Clone)]
pub struct VoucherVoucherset {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(100)")]
    pub name: String,
    pub count: i32,
    pub code_length: i32,
    pub description: String,
    pub date_created: DateTime<Utc>,
    pub start_datetime: DateTime<Utc>,
    pub end_datetime: DateTime<Utc>,
}

#[table(name = "wishlists_line")]
#[unique(wishlist_id, product_id, name = "wishlists_line_wishlist_id_product_id_78f04673_uniq")]
#[foreign_key(
    product_id,
    references = CatalogueProduct.id,
    initially_deferred,
    name = "wishlists_line_product_id_9d6d9b37_fk_catalogue_product_id"
)]
#[foreign_key(
    wishlist_id,
    references = WishlistsWishlist.id,
    initially_deferred,
    name = "wishlists_line_wishlist_id_4cffe302_fk_wishlists_wishlist_id"
)]
#[check(name = "wishlists_line_quantity_check", "quantity >= 0")]
#[index(product_id, name = "wishlists_line_product_id_9d6d9b37")]
#[index(wishlist_id, name = "wishlists_line_wishlist_id_4cffe302")]
#[derive(Debug, Clone)]
pub struct WishlistsLine {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub quantity: i32,
    #[column(sql_type = "varchar(255)")]
    pub title: String,
    pub product_id: Option<i32>,
    pub wishlist_id: i32,
}

#[table(name = "wishlists_wishlist")]
#[foreign_key(
    owner_id,
    references = AuthUser.id,
    initially_deferred,
    name = "wishlists_wishlist_owner_id_d5464c62_fk_auth_user_id"
)]
#[index(date_created, name = "wishlists_wishlist_date_created_c05d5e7f")]
#[index(key.varchar_pattern_ops, name = "wishlists_wishlist_key_88d419b8_like")]
#[index(owner_id, name = "wishlists_wishlist_owner_id_d5464c62")]
#[derive(Debug, Clone)]
pub struct WishlistsWishlist {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(255)")]
    pub name: String,
    #[column(sql_type = "varchar(6)", unique)]
    pub key: String,
    #[column(sql_type = "varchar(20)")]
    pub visibility: String,
    pub date_created: DateTime<Utc>,
    pub owner_id: i32,
}

#[table(name = "wishlists_wishlistsharedemail")]
#[foreign_key(
    wishlist_id,
    references = WishlistsWishlist.id,
    initially_deferred,
    name = "wishlists_wishlistsh_wishlist_id_d7500842_fk_wishlists"
)]
#[index(wishlist_id, name = "wishlists_wishlistsharedemail_wishlist_id_d7500842")]
#[derive(Debug, Clone)]
pub struct WishlistsWishlistsharedemail {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(254)")]
    pub email: String,
    pub wishlist_id: i32,
}

#[view(
    name = "catalogue_product_category_hierarchy",
    materialized,
    sql = r"WITH RECURSIVE category_hierarchy AS (
         SELECT catalogue_category.id,
            catalogue_category.path
           FROM catalogue_category
        )
 SELECT DISTINCT concat(p.id, '-', parent_categories.id) AS id,
    p.id AS product_id,
    parent_categories.id AS category_id
   FROM (((catalogue_productcategory pc
     JOIN catalogue_category child_categories ON ((pc.category_id = child_categories.id)))
     JOIN catalogue_category parent_categories ON (((child_categories.path)::text ~~ ((parent_categories.path)::text || '%'::text))))
     JOIN catalogue_product p ON ((p.id = pc.product_id)))"
)]
#[index(product_id, category_id, unique, name = "catalogue_product_category_hierarchy_idx")]
#[derive(Debug, Clone)]
pub struct CatalogueProductCategoryHierarchy {
    pub id: Option<String>,
    pub product_id: Option<i32>,
    pub category_id: Option<i32>,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        AddressCountry,
        AddressUseraddress,
        AnalyticsProductrecord,
        AnalyticsUserproductview,
        AnalyticsUserrecord,
        AnalyticsUsersearch,
        AuthGroup,
        AuthGroupPermission,
        AuthPermission,
        AuthUser,
        AuthUserGroup,
        AuthUserUserPermission,
        BasketBasket,
        BasketBasketVoucher,
        BasketLine,
        BasketLineattribute,
        CatalogueAttributeoption,
        CatalogueAttributeoptiongroup,
        CatalogueCategory,
        CatalogueOption,
        CatalogueProduct,
        CatalogueProductProductOption,
        CatalogueProductattribute,
        CatalogueProductattributevalue,
        CatalogueProductattributevalueValueMultiOption,
        CatalogueProductcategory,
        CatalogueProductclass,
        CatalogueProductclassOption,
        CatalogueProductimage,
        CatalogueProductrecommendation,
        CommunicationCommunicationeventtype,
        CommunicationEmail,
        CommunicationNotification,
        CustomerProductalert,
        DjangoAdminLog,
        DjangoContentType,
        DjangoFlatpage,
        DjangoFlatpageSite,
        DjangoMigration,
        DjangoSession,
        DjangoSite,
        OfferBenefit,
        OfferCondition,
        OfferConditionaloffer,
        OfferConditionalofferCombination,
        OfferRange,
        OfferRangeClass,
        OfferRangeExcludedCategory,
        OfferRangeExcludedProduct,
        OfferRangeIncludedCategory,
        OfferRangeproduct,
        OfferRangeproductfileupload,
        OrderBillingaddress,
        OrderCommunicationevent,
        OrderLine,
        OrderLineattribute,
        OrderLineprice,
        OrderOrder,
        OrderOrderdiscount,
        OrderOrderlinediscount,
        OrderOrdernote,
        OrderOrderstatuschange,
        OrderPaymentevent,
        OrderPaymenteventquantity,
        OrderPaymenteventtype,
        OrderShippingaddress,
        OrderShippingevent,
        OrderShippingeventquantity,
        OrderShippingeventtype,
        OrderSurcharge,
        PartnerPartner,
        PartnerPartnerUser,
        PartnerPartneraddress,
        PartnerStockalert,
        PartnerStockrecord,
        PaymentBankcard,
        PaymentSource,
        PaymentSourcetype,
        PaymentTransaction,
        ReviewsProductreview,
        ReviewsVote,
        ShippingOrderanditemcharge,
        ShippingOrderanditemchargesCountry,
        ShippingWeightband,
        ShippingWeightbased,
        ShippingWeightbasedCountry,
        VoucherVoucher,
        VoucherVoucherOffer,
        VoucherVoucherapplication,
        VoucherVoucherset,
        WishlistsLine,
        WishlistsWishlist,
        WishlistsWishlistsharedemail,
        CatalogueProductCategoryHierarchy,
    ]
}
