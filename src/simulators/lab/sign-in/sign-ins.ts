import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { SimulatorClock } from "../../clock/simulator-clock";
import type { Faults } from "../../faults/open-faults";
import type { PassedOn } from "../../http/serve";
import type { Store } from "../../store/open-store";
import type { DoctorRow, LabRow } from "../lab-store";
import { signInReason } from "../rule";
import { entries } from "./entries";
import { handleSignIn } from "./handle-sign-in";
import { openProvider } from "./provider";

export interface SignIns {
  /** The sign-in pages and the provider's own endpoints below `/labs/{key}`; undefined for the rest of the lab. */
  passOn(url: URL): PassedOn | undefined;
  /** The doctor to whom the sign-in of this lab gave the access token, as long as it lives. */
  holderOf(lab: LabRow, accessToken: string): Promise<string | undefined>;
}

const owned =
  /^\/labs\/([^/]+)(\/sign-in\/[^/]+(\/cancel)?|\/auth(?:\/[^/]+)?|\/token(?:\/revocation)?|\/me|\/jwks|\/\.well-known\/openid-configuration)$/;

/** The OpenID providers of all labs, each opened when it is first asked for. */
export function signIns(options: {
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
}): SignIns {
  const { store, clock, faults } = options;
  const opened = new Map<string, Promise<Provider>>();

  const labOf = async (key: string) =>
    (await store.query<LabRow>("select * from lab where key = $1", [key]))[0];

  function providerOf(lab: LabRow, origin: string): Promise<Provider> {
    const issuer = `${origin}/labs/${lab.key}`;
    const isRenewalRefused = async (doctor: DoctorRow) => {
      const today = (await labOf(lab.key)) ?? lab;
      if ((await faults.mode("lab")) === "unauthorized") return true;
      return signInReason(today, doctor, (await clock.now()).epochMilliseconds) !== null;
    };
    const known = opened.get(issuer);
    if (known) return known;
    const opening = openProvider({ store, lab, issuer, isRenewalRefused });
    opened.set(issuer, opening);
    opening.catch(() => opened.delete(issuer));
    return opening;
  }

  return {
    passOn: (url) => {
      const [, key, path, cancel] = owned.exec(url.pathname) ?? [];
      if (key === undefined || path === undefined) return undefined;
      return async (incoming, response) => {
        const lab = await labOf(key);
        if (!lab) return void response.writeHead(404).end();
        const provider = await providerOf(lab, `http://${incoming.headers.host}`);
        if (path.startsWith("/sign-in/"))
          return handleSignIn({ provider, store, clock, lab }, incoming, response, cancel ?? "");
        await mounted(provider, incoming, response, `/labs/${key}`);
      };
    },
    holderOf: async (lab, accessToken) => {
      const token = await entries(store, lab.key)("AccessToken").find(accessToken);
      return token?.accountId;
    },
  };
}

/** As frameworks mount it: the address without the lab's part, the whole one beside it. */
function mounted(
  provider: Provider,
  incoming: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const url = incoming.url ?? "/";
  Object.assign(incoming, { originalUrl: url, url: url.slice(path.length) });
  return provider.callback()(incoming, response);
}
