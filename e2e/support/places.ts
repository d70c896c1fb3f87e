import { systemRandom } from "../../src/security/random";
import { newToken } from "../../src/security/tokens";
import { asOwner, memberOf } from "./database";
import { threadOf, visitOf } from "./patients";

/** A path with its placeholders filled from the demo: ids are those of this patient, `{nobody}` is nobody's. */
export async function filled(path: string, loginName: string): Promise<string> {
  if (!/[[{]/.test(path)) return path;
  const member = await asOwner((client) => memberOf(client, loginName));
  const id = path.includes("/threads/")
    ? await threadOf(loginName)
    : path.endsWith(".ics")
      ? await visitOf(loginName)
      : (member.patient_id ?? "");
  return path
    .replace(/\[id\]|\{id\}/, id)
    .replace("[token]", newToken(systemRandom).token)
    .replace("{nobody}", systemRandom.uuid());
}
