import Provider, { type Configuration, interactionPolicy } from "oidc-provider";
import type { Store } from "../../store/open-store";
import type { DoctorRow, LabRow } from "../lab-store";
import { demoClient, isDemoRedirect } from "./client";
import { entries } from "./entries";
import { labKeys } from "./keys";
import { lostPage } from "./page";

export interface SignInOptions {
  readonly store: Store;
  readonly lab: LabRow;
  /** As the browser and the portal reach it: discovery, tokens and pages all name it. */
  readonly issuer: string;
  /** The lab's own rule: whether a renewal is refused now, so that only a new sign-in helps. */
  readonly isRenewalRefused: (doctor: DoctorRow) => Promise<boolean>;
}

const ACCESS_SECONDS = 60 * 60;
/** A sign-in is good for ninety days by the lab's rule; the rule itself is looked at when a token is renewed. */
const REFRESH_SECONDS = 90 * 24 * 60 * 60;

/** A lab's sign-in: OpenID Connect with its own users, code flow with PKCE, one use per refresh token. */
export async function openProvider(options: SignInOptions): Promise<Provider> {
  const { store, lab, issuer, isRenewalRefused } = options;
  const { jwk, cookieKey } = await labKeys(store, lab.key);
  const path = new URL(issuer).pathname;
  const policy = interactionPolicy.base();
  // The practice's contract with the lab says who may send cases; nobody is asked again while signing in.
  policy.remove("consent");
  const configuration: Configuration = {
    adapter: entries(store, lab.key),
    clients: [
      {
        client_id: demoClient.id,
        client_secret: demoClient.secret,
        redirect_uris: ["http://localhost:3000/doctor/integrations/callback"],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ["sub"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_, client, token) => token.clientId === client.clientId,
      },
    },
    interactions: { policy, url: (_, { uid }) => `${path}/sign-in/${uid}` },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    renderError: (ctx) => {
      ctx.type = "html";
      ctx.body = lostPage(lab.name);
    },
    ttl: {
      AccessToken: ACCESS_SECONDS,
      AuthorizationCode: 60,
      IdToken: 600,
      RefreshToken: REFRESH_SECONDS,
      Interaction: 600,
      Session: 8 * 60 * 60,
      Grant: REFRESH_SECONDS,
    },
    async findAccount(_, accountId, token) {
      const [doctor] = await store.query<DoctorRow & { display_name: string }>(
        "select * from doctor where id = $1 and lab_key = $2",
        [accountId, lab.key],
      );
      if (doctor === undefined) return undefined;
      if (token?.kind === "RefreshToken" && (await isRenewalRefused(doctor))) return undefined;
      return {
        accountId,
        claims: () => ({
          sub: accountId,
          name: doctor.display_name,
          preferred_username: doctor.user_name,
        }),
      };
    },
    async loadExistingGrant(ctx) {
      const { client, session, provider: own } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile offline_access cases");
      await grant.save();
      return grant;
    },
    scopes: ["openid", "profile", "offline_access", "cases"],
  };
  const provider = new Provider(issuer, configuration);
  Object.assign(provider.Client.prototype, { redirectUriAllowed: isDemoRedirect });
  return provider;
}
