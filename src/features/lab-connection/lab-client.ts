import { ok, type Result, refused } from "@/domain/result";
import type { LabSignInAt } from "@/ports/lab-sign-in";
import type { Services } from "@/server/services";

export const CALLBACK_PATH = "/doctor/integrations/callback";

/** Where a lab's sign-in is and as what it knows us; null: the operator has not registered this installation there. */
export function labSignInAt(
  { env }: Pick<Services, "env">,
  labKey: string,
  issuer: string,
): LabSignInAt | null {
  const client = env.labClients.get(labKey);
  if (!client) return null;
  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri: `${env.appUrl}${CALLBACK_PATH}`,
  };
}

/** The issuer that the lab itself names today. */
export async function issuerOf(
  { labs }: Pick<Services, "labs">,
  { baseUrl }: { readonly baseUrl: string },
): Promise<Result<string, "lab_unreachable">> {
  const found = await labs.discover(discoveryUrl(baseUrl));
  return found.ok ? ok(found.value.issuer) : refused("lab_unreachable");
}

export function discoveryUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/$/, "")}/.well-known/lab-configuration`;
}
