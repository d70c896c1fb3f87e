/** Every name of the fixed outside interface: what stands, and what is still to be built (then it answers 404). */
export type Standing = "built" | "unbuilt";

export interface PageName {
  readonly path: string;
  readonly role: "visitor" | "patient" | "orthodontist" | "staff" | "admin";
  readonly standing: Standing;
}

export const pageNames: readonly PageName[] = [
  { path: "/", role: "visitor", standing: "built" },
  { path: "/login", role: "visitor", standing: "built" },
  { path: "/register", role: "visitor", standing: "built" },
  { path: "/forgot-password", role: "visitor", standing: "built" },
  { path: "/reset-password", role: "visitor", standing: "built" },
  { path: "/confirm-email", role: "visitor", standing: "built" },
  { path: "/link/[token]", role: "visitor", standing: "built" },
  { path: "/help", role: "visitor", standing: "built" },
  { path: "/treatment", role: "patient", standing: "built" },
  { path: "/appointments", role: "patient", standing: "built" },
  { path: "/appointments/new", role: "patient", standing: "built" },
  { path: "/messages", role: "patient", standing: "built" },
  { path: "/care", role: "patient", standing: "built" },
  { path: "/account", role: "patient", standing: "built" },
  { path: "/doctor", role: "orthodontist", standing: "built" },
  { path: "/doctor/patients/[id]", role: "orthodontist", standing: "built" },
  { path: "/doctor/inbox", role: "orthodontist", standing: "built" },
  { path: "/doctor/diary", role: "orthodontist", standing: "built" },
  { path: "/doctor/cases", role: "orthodontist", standing: "built" },
  { path: "/doctor/integrations", role: "orthodontist", standing: "built" },
  { path: "/desk", role: "staff", standing: "built" },
  { path: "/desk/records/[id]", role: "staff", standing: "built" },
  { path: "/desk/login-links", role: "staff", standing: "built" },
  { path: "/desk/diary", role: "staff", standing: "built" },
  { path: "/desk/inbox", role: "staff", standing: "built" },
  { path: "/desk/usage", role: "staff", standing: "built" },
  { path: "/desk/repairs", role: "staff", standing: "built" },
  { path: "/desk/people", role: "admin", standing: "built" },
  { path: "/desk/settings", role: "admin", standing: "built" },
  { path: "/desk/audit", role: "admin", standing: "built" },
];

export interface RouteName {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly standing: Standing;
}

const route = (method: "GET" | "POST", path: string, standing: Standing = "built"): RouteName => ({
  method,
  path,
  standing,
});

export const routeNames: readonly RouteName[] = [
  route("POST", "/api/login"),
  route("POST", "/api/login/resend"),
  route("POST", "/api/login/passkey-options", "built"),
  route("POST", "/api/registrations"),
  route("POST", "/api/registrations/confirm"),
  route("POST", "/api/registrations/code"),
  route("POST", "/api/registrations/question"),
  route("POST", "/api/registrations/password"),
  route("POST", "/api/registrations/email"),
  route("POST", "/api/registrations/terms"),
  route("GET", "/api/terms"),
  route("POST", "/api/password-resets"),
  route("POST", "/api/password-resets/complete"),
  route("POST", "/api/patients/{id}/login-links"),
  route("GET", "/api/treatment"),
  route("POST", "/api/treatment/aligner-changes"),
  route("GET", "/api/visit-types"),
  route("GET", "/api/slots"),
  route("POST", "/api/holds"),
  route("GET", "/api/appointments"),
  route("POST", "/api/appointments"),
  route("POST", "/api/appointments/{id}/reschedule"),
  route("POST", "/api/appointments/{id}/cancel"),
  route("GET", "/api/appointments/{id}.ics"),
  route("GET", "/api/auth/csrf"),
  route("GET", "/api/auth/session"),
  route("POST", "/api/auth/callback/credentials"),
  route("POST", "/api/auth/signout"),
  route("GET", "/api/threads"),
  route("POST", "/api/threads"),
  route("GET", "/api/threads/{id}/messages"),
  route("POST", "/api/threads/{id}/messages"),
  route("POST", "/api/threads/{id}/read"),
  route("GET", "/api/events"),
  route("GET", "/api/integrations"),
  route("POST", "/api/integrations/{id}/re-enable", "built"),
  route("GET", "/api/cases"),
  route("POST", "/api/cases"),
  route("POST", "/api/cases/{id}/scans", "built"),
  route("POST", "/api/cases/{id}/submit"),
  route("POST", "/api/cases/{id}/resend", "built"),
];

export const commandNames: Readonly<Record<string, Standing>> = {
  start: "built",
  test: "built",
  dev: "built",
  check: "built",
  bench: "built",
  e2e: "built",
  gallery: "built",
  "demo:logins": "built",
  "demo:people": "built",
  "demo:reset": "built",
  "audit:verify": "built",
  "practice:create": "built",
  "admin:create": "built",
  worker: "built",
  "db:migration": "built",
};
