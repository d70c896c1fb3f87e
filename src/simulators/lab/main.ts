import { runSimulator } from "../process/run-simulator";
import { labDdl } from "./lab-store";
import { startLab } from "./start-lab";

await runSimulator({ name: "lab", schema: "lab", ddl: labDdl, start: startLab });
