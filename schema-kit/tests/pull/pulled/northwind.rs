//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! schema-core = "0.1"
//! ```

use chrono::NaiveDate;
use schema_core::prelude::*;

#[table(name = "categories")]
#[primary_key(category_id, name = "pk_categories")]
#[derive(Debug, Clone)]
pub struct Category {
    pub category_id: i16,
    #[column(sql_type = "varchar(15)")]
    pub category_name: String,
    pub description: Option<String>,
    pub picture: Option<Vec<u8>>,
}

#[table(name = "customer_customer_demo")]
#[primary_key(customer_id, customer_type_id, name = "pk_customer_customer_demo")]
#[derive(Debug, Clone)]
pub struct CustomerCustomerDemo {
    #[column(sql_type = "varchar(5)", references = Customer.customer_id)]
    pub customer_id: String,
    #[column(sql_type = "varchar(5)", references = CustomerDemographic.customer_type_id)]
    pub customer_type_id: String,
}

#[table(name = "customer_demographics")]
#[primary_key(customer_type_id, name = "pk_customer_demographics")]
#[derive(Debug, Clone)]
pub struct CustomerDemographic {
    #[column(sql_type = "varchar(5)")]
    pub customer_type_id: String,
    pub customer_desc: Option<String>,
}

#[table(name = "customers")]
#[primary_key(customer_id, name = "pk_customers")]
#[derive(Debug, Clone)]
pub struct Customer {
    #[column(sql_type = "varchar(5)")]
    pub customer_id: String,
    #[column(sql_type = "varchar(40)")]
    pub company_name: String,
    #[column(sql_type = "varchar(30)")]
    pub contact_name: Option<String>,
    #[column(sql_type = "varchar(30)")]
    pub contact_title: Option<String>,
    #[column(sql_type = "varchar(60)")]
    pub address: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub city: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub region: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub postal_code: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub country: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub phone: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub fax: Option<String>,
}

#[table(name = "employee_territories")]
#[primary_key(employee_id, territory_id, name = "pk_employee_territories")]
#[derive(Debug, Clone)]
pub struct EmployeeTerritory {
    #[column(references = Employee.employee_id)]
    pub employee_id: i16,
    #[column(sql_type = "varchar(20)", references = Territory.territory_id)]
    pub territory_id: String,
}

#[table(name = "employees")]
#[primary_key(employee_id, name = "pk_employees")]
#[derive(Debug, Clone)]
pub struct Employee {
    pub employee_id: i16,
    #[column(sql_type = "varchar(20)")]
    pub last_name: String,
    #[column(sql_type = "varchar(10)")]
    pub first_name: String,
    #[column(sql_type = "varchar(30)")]
    pub title: Option<String>,
    #[column(sql_type = "varchar(25)")]
    pub title_of_courtesy: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub hire_date: Option<NaiveDate>,
    #[column(sql_type = "varchar(60)")]
    pub address: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub city: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub region: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub postal_code: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub country: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub home_phone: Option<String>,
    #[column(sql_type = "varchar(4)")]
    pub extension: Option<String>,
    pub photo: Option<Vec<u8>>,
    pub notes: Option<String>,
    #[column(references = Employee.employee_id)]
    pub reports_to: Option<i16>,
    #[column(sql_type = "varchar(255)")]
    pub photo_path: Option<String>,
}

#[table(name = "order_details")]
#[primary_key(order_id, product_id, name = "pk_order_details")]
#[derive(Debug, Clone)]
pub struct OrderDetail {
    #[column(references = Order.order_id)]
    pub order_id: i16,
    #[column(references = Product.product_id)]
    pub product_id: i16,
    pub unit_price: f32,
    pub quantity: i16,
    pub discount: f32,
}

#[table(name = "orders")]
#[primary_key(order_id, name = "pk_orders")]
#[derive(Debug, Clone)]
pub struct Order {
    pub order_id: i16,
    #[column(sql_type = "varchar(5)", references = Customer.customer_id)]
    pub customer_id: Option<String>,
    #[column(references = Employee.employee_id)]
    pub employee_id: Option<i16>,
    pub order_date: Option<NaiveDate>,
    pub required_date: Option<NaiveDate>,
    pub shipped_date: Option<NaiveDate>,
    #[column(references = Shipper.shipper_id)]
    pub ship_via: Option<i16>,
    pub freight: Option<f32>,
    #[column(sql_type = "varchar(40)")]
    pub ship_name: Option<String>,
    #[column(sql_type = "varchar(60)")]
    pub ship_address: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub ship_city: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub ship_region: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub ship_postal_code: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub ship_country: Option<String>,
}

#[table(name = "products")]
#[primary_key(product_id, name = "pk_products")]
#[derive(Debug, Clone)]
pub struct Product {
    pub product_id: i16,
    #[column(sql_type = "varchar(40)")]
    pub product_name: String,
    #[column(references = Supplier.supplier_id)]
    pub supplier_id: Option<i16>,
    #[column(references = Category.category_id)]
    pub category_id: Option<i16>,
    #[column(sql_type = "varchar(20)")]
    pub quantity_per_unit: Option<String>,
    pub unit_price: Option<f32>,
    pub units_in_stock: Option<i16>,
    pub units_on_order: Option<i16>,
    pub reorder_level: Option<i16>,
    pub discontinued: i32,
}

#[table(name = "region")]
#[primary_key(region_id, name = "pk_region")]
#[derive(Debug, Clone)]
pub struct Region {
    pub region_id: i16,
    #[column(sql_type = "varchar(60)")]
    pub region_description: String,
}

#[table(name = "shippers")]
#[primary_key(shipper_id, name = "pk_shippers")]
#[derive(Debug, Clone)]
pub struct Shipper {
    pub shipper_id: i16,
    #[column(sql_type = "varchar(40)")]
    pub company_name: String,
    #[column(sql_type = "varchar(24)")]
    pub phone: Option<String>,
}

#[table(name = "suppliers")]
#[primary_key(supplier_id, name = "pk_suppliers")]
#[derive(Debug, Clone)]
pub struct Supplier {
    pub supplier_id: i16,
    #[column(sql_type = "varchar(40)")]
    pub company_name: String,
    #[column(sql_type = "varchar(30)")]
    pub contact_name: Option<String>,
    #[column(sql_type = "varchar(30)")]
    pub contact_title: Option<String>,
    #[column(sql_type = "varchar(60)")]
    pub address: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub city: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub region: Option<String>,
    #[column(sql_type = "varchar(10)")]
    pub postal_code: Option<String>,
    #[column(sql_type = "varchar(15)")]
    pub country: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub phone: Option<String>,
    #[column(sql_type = "varchar(24)")]
    pub fax: Option<String>,
    pub homepage: Option<String>,
}

#[table(name = "territories")]
#[primary_key(territory_id, name = "pk_territories")]
#[derive(Debug, Clone)]
pub struct Territory {
    #[column(sql_type = "varchar(20)")]
    pub territory_id: String,
    #[column(sql_type = "varchar(60)")]
    pub territory_description: String,
    #[column(references = Region.region_id)]
    pub region_id: i16,
}

#[table(name = "us_states")]
#[primary_key(state_id, name = "pk_usstates")]
#[derive(Debug, Clone)]
pub struct UsState {
    pub state_id: i16,
    #[column(sql_type = "varchar(100)")]
    pub state_name: Option<String>,
    #[column(sql_type = "varchar(2)")]
    pub state_abbr: Option<String>,
    #[column(sql_type = "varchar(50)")]
    pub state_region: Option<String>,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![
        Category,
        CustomerCustomerDemo,
        CustomerDemographic,
        Customer,
        EmployeeTerritory,
        Employee,
        OrderDetail,
        Order,
        Product,
        Region,
        Shipper,
        Supplier,
        Territory,
        UsState,
    ]
}
