import { runSimulator } from "../process/run-simulator";
import { demoDdl } from "./demo-ddl";
import { startFrontDoor } from "./start-front-door";

await runSimulator({
  name: "front-door",
  schema: "demo",
  ddl: demoDdl,
  start: (options) => startFrontDoor(options),
});
