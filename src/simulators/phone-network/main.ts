import { runSimulator } from "../process/run-simulator";
import { demoAccount, phoneDdl } from "./message-store";
import { startPhoneNetwork } from "./start-phone-network";

const account = {
  accountSid: process.env.TWILIO_ACCOUNT_SID || demoAccount.accountSid,
  authToken: process.env.TWILIO_AUTH_TOKEN || demoAccount.authToken,
};

await runSimulator({
  name: "phone-network",
  schema: "phone",
  ddl: phoneDdl,
  start: (options) => startPhoneNetwork(options, account),
});
