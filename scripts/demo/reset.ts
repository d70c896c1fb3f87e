import { openFaults } from "@/simulators/faults/open-faults";
import { mailDdl } from "@/simulators/mailbox/mail-store";
import { phoneDdl } from "@/simulators/phone-network/message-store";
import { openStore } from "@/simulators/store/open-store";
import { resetDatabase } from "../database/reset";
import { seedWhenEmpty } from "../run/demo";
import { demoTool } from "./demo-tool";

// `npm run demo:reset`: Archway's and the simulators' databases emptied and filled anew.
await demoTool(async ({ settings, addresses, tools }) => {
  await resetDatabase(addresses);
  await emptyMailAndTexts(addresses.simulators);
  await seedWhenEmpty(settings, addresses, tools);
  console.log("The demo practices are as on the first day.");
});

/** Simulators that run meanwhile make their tables only when they start; the seed makes the others. */
async function emptyMailAndTexts(url: string): Promise<void> {
  const stores = [
    await openStore({ url, schema: "mail", ddl: mailDdl }),
    await openStore({ url, schema: "phone", ddl: phoneDdl }),
    await openFaults({ url }),
  ];
  await Promise.all(stores.map((store) => store.close()));
}
