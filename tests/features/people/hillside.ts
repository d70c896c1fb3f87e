import { inviteAdmin } from "@/features/people/invite-admin";
import type { PracticeWish } from "@/features/practices/new-practice";
import type { World } from "../../support/world";

/** What somebody types at the command line to make a practice. */
export const hillside: PracticeWish = {
  shortName: "hillside",
  name: "Hillside Orthodontics",
  zone: "Europe/Berlin",
  country: "DE",
  countries: ["SE"],
  language: "en",
  supportPhone: "+49 30 23125000",
  supportEmail: "help@hillside.example.com",
  mailFrom: "portal@hillside.example.com",
};

/** And its first admin. */
export const ada = {
  practice: "hillside",
  firstName: "Ada",
  lastName: "Lindqvist",
  email: "ada@hillside.example.com",
  mobile: "+46701740605",
};

export async function invitedAdmin(
  world: World,
  more: Partial<typeof ada & { loginName: string }> = {},
) {
  const made = await inviteAdmin(await world.services(), { ...ada, ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** The rows of one action in the installation's own chain, which no practice sees. */
export async function installationAudit(world: World, action: string) {
  const client = await world.owner.pool.connect();
  try {
    await client.query("begin; set local app.installation = 'on'");
    const { rows } = await client.query(
      "select actor_name, practice_id, detail from tenant.audit_entry where action = $1 order by at, id",
      [action],
    );
    await client.query("commit");
    return rows;
  } finally {
    client.release();
  }
}
