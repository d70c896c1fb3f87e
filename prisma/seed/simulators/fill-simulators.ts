import { demoDdl } from "@/simulators/front-door/demo-ddl";
import { openStore } from "@/simulators/store/open-store";
import type { Demo } from "../make-demo";
import { demoLabPassword, fillLab } from "./fill-lab";
import { fillPms } from "./fill-pms";

/** Tells the simulated outside world about the people, visits and cases of the demo. Repeating it changes nothing. */
export async function fillSimulators(url: string, demo: Demo): Promise<void> {
  await fillFrontDoor(url, demo);
  await fillPms(url, demo.practices);
  await fillLab(url, demo.practices, demo.labs);
}

/** What a visitor of the demo needs and no page of Archway can show: codes, and the logins at the labs. */
async function fillFrontDoor(url: string, { totpSecrets, practices, labs }: Demo): Promise<void> {
  const orthodontists = practices.flatMap(({ clinic }) => clinic.orthodontists);
  const logins = labs.flatMap((lab) =>
    orthodontists.map((one) => [lab.key, one.loginName, `Dr ${one.name}`] as const),
  );
  const store = await openStore({ url, schema: "demo", ddl: demoDdl });
  try {
    await store.transaction(async (tx) => {
      await tx.query("delete from totp");
      await tx.query(
        "insert into totp (login_name, secret) select * from unnest($1::text[], $2::text[])",
        [[...totpSecrets.keys()], [...totpSecrets.values()]],
      );
      await tx.query("delete from lab_login");
      for (const [lab, userName, displayName] of logins) {
        await tx.query(
          "insert into lab_login (lab, user_name, display_name, password) values ($1, $2, $3, $4)",
          [lab, userName, displayName, demoLabPassword],
        );
      }
    });
  } finally {
    await store.close();
  }
}
