import { describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/password-resets/complete/route";
import { POST as request } from "@/app/api/password-resets/route";
import { readResetLink } from "@/features/access/passwords/complete-password-reset";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { registeredPatient } from "./people";

const world = await openWorld();

const ask = (email: string) => openBrowser(world).send(request, { body: { email } });

function finish(token: string) {
  const password = "seven quiet harbours glow";
  return openBrowser(world).send(complete, { body: { token, password, passwordAgain: password } });
}

describe("R15: what is no address, and what is no whole link", () => {
  it.each(["login name", "robin.vale", "a@", "a@b", ""])(
    "refuses %j at the field, whether or not a login is called that",
    async (typed) => {
      const robin = await registeredPatient(world);
      const answer = await ask(typed === "login name" ? robin.loginName : typed);
      expect([answer.status, answer.body.error.code]).toEqual([422, "invalid_input"]);
      expect(Object.keys(answer.body.error.fields)).toEqual(["email"]);
      expect(await sentSecrets(world, robin.practiceId, "password_reset")).toEqual([]);
    },
  );

  it("tells a cut address from a used link", async () => {
    const robin = await registeredPatient(world);
    await ask(robin.email);
    const [token = ""] = await sentSecrets(world, robin.practiceId, "password_reset");
    const services = await world.services();
    for (const cut of ["", "abc", token.slice(0, -1), "A".repeat(43)])
      expect(await readResetLink(services, cut)).toMatchObject({ reason: "link_unknown" });
    expect((await finish("A".repeat(43))).body.error.code).toBe("link_unknown");
    await finish(token);
    expect(await readResetLink(services, token)).toMatchObject({ reason: "link_used" });
  });
});
