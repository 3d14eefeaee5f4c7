alter table medical_orders
    drop column ai_analysis,
    drop column priority;

drop type priority;
