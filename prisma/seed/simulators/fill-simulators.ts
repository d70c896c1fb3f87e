import { demoDdl } from "@/simulators/front-door/demo-ddl";
import { openStore } from "@/simulators/store/open-store";
import type { PracticeMade } from "../fill-practice";
import type { DemoLab } from "../labs/demo-labs";
import type { Shared } from "../making";
import { fillLab } from "./fill-lab";
import { fillPms } from "./fill-pms";

/** Tells the simulated outside world about the people and visits of the demo. Repeating it changes nothing. */
export async function fillSimulators(
  url: string,
  practices: readonly PracticeMade[],
  labs: readonly DemoLab[],
  { totpSecrets }: Shared,
): Promise<void> {
  const demo = await openStore({ url, schema: "demo", ddl: demoDdl });
  try {
    await demo.transaction(async (tx) => {
      await tx.query("delete from totp");
      await tx.query(
        "insert into totp (login_name, secret) select * from unnest($1::text[], $2::text[])",
        [[...totpSecrets.keys()], [...totpSecrets.values()]],
      );
    });
  } finally {
    await demo.close();
  }
  await fillPms(url, practices);
  await fillLab(url, practices, labs);
}
