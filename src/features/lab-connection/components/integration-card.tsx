import { StatusChip, type Tone } from "@/components/badge";
import { type Definition, DefinitionList } from "@/components/definition-list";
import { Disclosure } from "@/components/disclosure";
import { Card, Row, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { getTranslations } from "@/lib/translations";
import type { Integration } from "../schema";
import { daysUntil, exactly, Moment, type Reading } from "./moment";
import { ReEnable } from "./re-enable";
import { daysSince, whyKey } from "./why";

const tones: Record<Integration["state"], Tone> = {
  connected: "success",
  expiring: "notice",
  reauthentication_required: "danger",
  never_connected: "plain",
  disabled: "plain",
};

/** One lab or PMS: its state, why it is so, what comes next, and whose rule that is. */
export async function IntegrationCard({
  integration,
  reading,
  returnTo,
}: {
  integration: Integration;
  reading: Reading;
  /** Where a sign-in leads back to; left out, to the list. */
  returnTo?: string;
}) {
  const words = await getTranslations("labConnection");
  const { id, name, state, notices, rule, kind } = integration;
  const titleId = `integration-${id}`;
  return (
    <Card>
      <article aria-labelledby={titleId}>
        <Stack gap={4}>
          <Row between>
            <h3 className="font-semibold text-lg" id={titleId}>
              {name}
            </h3>
            <StatusChip tone={tones[state]}>{words(`states.${state}`)}</StatusChip>
          </Row>
          <p>
            {words(`why.${whyKey(integration)}`, { days: daysSince(integration, reading.now) })}
          </p>
          {notices.map(({ dueReason, dueAt, daysWithoutScan }) => (
            <Notice key={dueReason} tone="notice">
              {words(`notices.${dueReason}`, {
                days: Math.max(0, daysUntil(dueAt, reading)),
                idle: daysWithoutScan,
              })}
            </Notice>
          ))}
          {state === "reauthentication_required" || state === "disabled" ? (
            <Notice tone={state === "disabled" ? "info" : "danger"} title={words("do.title")}>
              {words(`do.${state === "disabled" ? "disabled" : kind}`, { lab: name })}
            </Notice>
          ) : null}
          {kind === "lab" && state !== "disabled" && (
            <ReEnable
              labId={id}
              returnTo={returnTo}
              // What works does not ask for attention.
              look={state === "connected" ? "quiet" : needsIt(state) ? "primary" : "secondary"}
              words={{
                button: needsIt(state) ? words("reEnable") : words("signIn", { lab: name }),
                leads: words("leads", { lab: name }),
              }}
            />
          )}
          <Facts integration={integration} reading={reading} />
          {rule ? (
            <Disclosure summary={words("rule.title")}>
              <Stack gap={2}>
                <p>
                  {words("rule.text", {
                    lab: name,
                    periodic: rule.periodicDays,
                    inactive: rule.inactiveDays,
                  })}
                </p>
                {rule.cutOver ? (
                  <p>
                    {words("rule.cutOver", {
                      at: exactly(rule.cutOver.at, reading),
                      from: exactly(rule.cutOver.countsFrom, reading),
                    })}
                  </p>
                ) : null}
              </Stack>
            </Disclosure>
          ) : null}
        </Stack>
      </article>
    </Card>
  );
}

const needsIt = (state: Integration["state"]) =>
  state === "reauthentication_required" || state === "expiring";

async function Facts({ integration, reading }: { integration: Integration; reading: Reading }) {
  const words = await getTranslations("labConnection");
  const { dueAt, dueReason, since, reason, rule, kind } = integration;
  const moment = (at: string | null) =>
    at === null ? words("facts.never") : <Moment at={at} reading={reading} />;
  const ruleDays = (of: "periodic" | "inactive" | "cut_over") =>
    (of === "periodic" ? rule?.periodicDays : rule?.inactiveDays) ?? 0;
  const items: Definition[] = [];
  if (dueAt !== null && dueReason !== null) {
    items.push({ term: words("facts.due"), detail: moment(dueAt) });
    const detail = words(`dueReasons.${dueReason}`, { days: ruleDays(dueReason) });
    items.push({ term: words("facts.reason"), detail });
  }
  if (since !== null && reason !== null) {
    items.push({ term: words("facts.since"), detail: moment(since) });
  }
  if (kind === "lab") {
    const { lastAuthenticatedAt, lastAcceptedScanAt } = integration;
    items.push({ term: words("facts.lastSignIn"), detail: moment(lastAuthenticatedAt) });
    items.push({ term: words("facts.lastScan"), detail: moment(lastAcceptedScanAt) });
  }
  items.push({ term: words("facts.lastSuccess"), detail: moment(integration.lastSuccessAt) });
  return <DefinitionList items={items} />;
}
