-- Whether something is still to be sent about a record, asked for each old record at night (S23).
create index "delivery_practice_id_patient_id_idx" on "tenant"."delivery" ("practice_id", "patient_id");
