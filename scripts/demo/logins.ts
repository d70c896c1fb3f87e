import { isSilent } from "../run/silent";
import { demoLogins } from "./demo-logins";
import { asTable, demoTool } from "./demo-tool";

// `npm run demo:logins`: who can log in to the demo, and with what.
await demoTool(async ({ addresses, env, settings }) => {
  const logins = await demoLogins(addresses.owner, env);
  if (isSilent()) {
    process.stdout.write(`${JSON.stringify(logins)}\n`);
    return;
  }
  if (logins.length === 0) throw new Error("There are no demo practices yet. Run npm start first.");
  const simulators = `http://localhost:${settings.simulatorsPort}`;
  console.log(asTable(logins.map((login) => ({ ...login }))));
  console.log(`\nCodes: ${simulators}/sms?to=MOBILE and ${simulators}/totp?loginName=NAME`);
});
