import Link from "next/link";
import { StatusChip, type Tone } from "@/components/badge";
import { Disclosure } from "@/components/disclosure";
import { Card, Row, Section, Stack } from "@/components/layout";
import type { CaseState } from "@/domain/cases/case-moves";
import { exactly, type Reading } from "@/features/lab-connection/components/moment";
import { getTranslations } from "@/lib/translations";
import type { LabHolding, NotAtLab } from "../schema";
import { DeliveryFacts } from "./delivery-facts";
import { ResendButton } from "./resend-button";

const tones: Partial<Record<CaseState, Tone>> = {
  queued: "accent",
  sending: "accent",
  held_for_reauthentication: "notice",
  delivery_unknown: "notice",
  send_failed: "danger",
};

/** What each lab has of the orthodontist's open cases, and what it does not have, and why (R46). */
export async function LabHoldings({
  holdings,
  reading,
}: {
  holdings: readonly LabHolding[];
  reading: Reading;
}) {
  const words = await getTranslations("caseDelivery");
  const failed = holdings.flatMap(({ hasNot }) => hasNot.filter(({ canResend }) => canResend));
  return (
    <Section
      action={
        failed.length > 1 && (
          <ResendButton
            words={{
              button: words("resendAll", { count: failed.length }),
              done: words("resent"),
            }}
          />
        )
      }
      id="cases"
      title={words("title")}
    >
      <p className="text-muted">{holdings.length === 0 ? words("none") : words("lead")}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {holdings.map((holding) => (
          <HoldingCard holding={holding} key={holding.labId} reading={reading} />
        ))}
      </div>
    </Section>
  );
}

async function HoldingCard({ holding, reading }: { holding: LabHolding; reading: Reading }) {
  const words = await getTranslations("caseDelivery");
  const { labId, lab, has, hasCount, hasNot } = holding;
  return (
    <Card>
      <article aria-labelledby={`holding-${labId}`}>
        <Stack gap={4}>
          <h3 className="font-semibold text-lg" id={`holding-${labId}`}>
            {lab}
          </h3>
          <h4 className="font-medium">{words("missing")}</h4>
          {hasNot.length === 0 ? (
            <p>{words("missingNone")}</p>
          ) : (
            <ul className="divide-y divide-hairline">
              {hasNot.map((one) => (
                <Missing key={one.id} missing={one} reading={reading} />
              ))}
            </ul>
          )}
          {hasCount > 0 && (
            <Disclosure summary={words("there", { count: hasCount })}>
              <ul className="divide-y divide-hairline">
                {has.map(({ id, number, state, since }) => (
                  <li className="py-2" key={id}>
                    <Row between>
                      <CaseLink id={id} label={words("case", { number })} />
                      <span>{words(`states.${state}`)}</span>
                    </Row>
                    <p className="text-muted text-sm">
                      {words("since", { at: exactly(since, reading) })}
                    </p>
                  </li>
                ))}
              </ul>
              {hasCount > has.length && (
                <p>{words("more", { shown: has.length, count: hasCount })}</p>
              )}
            </Disclosure>
          )}
        </Stack>
      </article>
    </Card>
  );
}

async function Missing({ missing, reading }: { missing: NotAtLab; reading: Reading }) {
  const words = await getTranslations("caseDelivery");
  const { id, number, state } = missing;
  return (
    <li className="py-3">
      <Row between>
        <CaseLink id={id} label={words("case", { number })} />
        <StatusChip tone={tones[state] ?? "plain"}>{words(`states.${state}`)}</StatusChip>
      </Row>
      <DeliveryFacts
        facts={{ ...missing, isHeld: state === "held_for_reauthentication" }}
        reading={reading}
        subject={missing}
      />
    </li>
  );
}

function CaseLink({ id, label }: { id: string; label: string }) {
  return (
    <Link className="link inline-flex min-h-11 items-center" href={`/doctor/cases/${id}`}>
      {label}
    </Link>
  );
}
