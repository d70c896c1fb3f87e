-- `check_in_one_open` and `aligner_problem_waiting` serve the same reads.
drop index tenant.check_in_submitted;
drop index tenant.aligner_problem_unanswered;
