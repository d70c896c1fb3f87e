import { resetDatabase } from "../database/reset";
import { seedWhenEmpty } from "../run/demo";
import { demoTool } from "./demo-tool";

// `npm run demo:reset`: Archway's and the simulators' databases emptied and filled anew.
await demoTool(async ({ settings, addresses, tools }) => {
  await resetDatabase(addresses);
  await seedWhenEmpty(settings, addresses, tools);
  console.log("The demo practices are as on the first day.");
});
