-- The doctor's approval of the lab's plan is a state of its own (product.md, States).
alter type tenant.case_state add value 'approved' after 'plan_ready';
