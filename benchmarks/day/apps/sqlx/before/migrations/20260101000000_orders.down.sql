drop table medical_orders;
drop type order_status;
drop table patients;
