import { runSimulator } from "../process/run-simulator";
import { mailDdl } from "./mail-store";
import { startMailbox } from "./start-mailbox";

await runSimulator({ name: "mailbox", schema: "mail", ddl: mailDdl, start: startMailbox });
