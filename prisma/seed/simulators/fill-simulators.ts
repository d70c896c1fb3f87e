import { demoDdl } from "@/simulators/front-door/demo-ddl";
import { openStore } from "@/simulators/store/open-store";
import type { Demo } from "../make-demo";
import { fillLab } from "./fill-lab";
import { fillPms } from "./fill-pms";

/** Tells the simulated outside world about the people, visits and cases of the demo. Repeating it changes nothing. */
export async function fillSimulators(url: string, demo: Demo): Promise<void> {
  await fillAuthenticators(url, demo.totpSecrets);
  await fillPms(url, demo.practices);
  await fillLab(url, demo.practices, demo.labs);
}

async function fillAuthenticators(
  url: string,
  totpSecrets: ReadonlyMap<string, string>,
): Promise<void> {
  const store = await openStore({ url, schema: "demo", ddl: demoDdl });
  try {
    await store.transaction(async (tx) => {
      await tx.query("delete from totp");
      await tx.query(
        "insert into totp (login_name, secret) select * from unnest($1::text[], $2::text[])",
        [[...totpSecrets.keys()], [...totpSecrets.values()]],
      );
    });
  } finally {
    await store.close();
  }
}
