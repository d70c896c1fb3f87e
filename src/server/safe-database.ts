import type pg from "pg";

interface Facts {
  readonly role: string;
  readonly is_superuser: boolean;
  readonly passes_policies: boolean;
  readonly may_become: string | null;
  readonly owns: string | null;
  readonly clock_moved: boolean;
  readonly demo_lab: string | null;
}

// A role counts with every role it may become: SET ROLE is one statement away.
const question = `
  select session_user::text as role, r.rolsuper as is_superuser, r.rolbypassrls as passes_policies,
    (select min(x.rolname) from pg_roles x where (x.rolsuper or x.rolbypassrls) and x.oid <> r.oid
      and pg_has_role(r.oid, x.oid, 'MEMBER')) as may_become,
    (select min(n.nspname || '.' || c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('identity', 'reference', 'tenant') and c.relkind in ('r', 'p')
      and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns,
    exists (select from identity.clock_offset) as clock_moved,
    (select min(name) from reference.lab where base_url like 'http://127.0.0.1:%') as demo_lab
  from pg_roles r where r.rolname = session_user`;

const remedy =
  "Let DATABASE_URL name archway_app as scripts/database/roles.sql makes it: it owns nothing and row-level security binds it.";

/** Why production must not run on this database with this role (S22); null when it may. */
export async function databaseRefusal(db: Pick<pg.Pool, "query">): Promise<string | null> {
  const { rows } = await db.query<Facts>(question);
  const facts = rows[0];
  if (!facts) throw new Error("PostgreSQL did not name the session's role.");
  const { role } = facts;
  if (facts.is_superuser) return `DATABASE_URL's role ${role} is a superuser. ${remedy}`;
  if (facts.passes_policies)
    return `DATABASE_URL's role ${role} passes row-level security (BYPASSRLS). ${remedy}`;
  if (facts.may_become !== null)
    return `DATABASE_URL's role ${role} may become ${facts.may_become}, which passes row-level security. ${remedy}`;
  if (facts.owns !== null)
    return `DATABASE_URL's role ${role} owns tables (${facts.owns}). ${remedy}`;
  if (facts.clock_moved)
    return "This database's clock was moved (identity.clock_offset), as only the demo does. Give DATABASE_URL a database of its own.";
  if (facts.demo_lab !== null)
    return `This database holds the demo (the lab ${facts.demo_lab}). Give DATABASE_URL a database of its own.`;
  return null;
}
