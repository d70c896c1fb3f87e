import { runSimulator } from "../process/run-simulator";
import { pmsDdl } from "./pms-store";
import { startPms } from "./start-pms";

await runSimulator({ name: "pms", schema: "pms", ddl: pmsDdl, start: startPms });
