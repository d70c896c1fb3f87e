import { isSilent } from "../run/silent";
import { unregisteredPeople } from "./demo-people";
import { asTable, demoTool } from "./demo-tool";

// `npm run demo:people`: who is on the practices' lists and has not registered.
await demoTool(async ({ addresses }) => {
  const unregistered = await unregisteredPeople(addresses.owner);
  if (isSilent()) {
    process.stdout.write(`${JSON.stringify({ unregistered })}\n`);
    return;
  }
  if (unregistered.length === 0) {
    throw new Error("There are no demo practices yet. Run npm start first.");
  }
  console.log(asTable(unregistered.map((person) => ({ ...person }))));
});
