-- R8: somebody who has a login registers again; staff see it and help with a login link.
alter type tenant.failed_registration_cause add value 'already_registered';
