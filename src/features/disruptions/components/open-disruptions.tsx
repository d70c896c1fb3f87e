import { CalendarX2 } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { Card, Row } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { getTranslations } from "@/lib/translations";
import { openDisrupted } from "../queries";

/** R36: visits that a closure put in the way and nobody has sorted out. Nothing when there are none. */
export async function OpenDisruptions({ services, actor }: Admitted<ClinicActor>) {
  const [count, words] = await Promise.all([
    openDisrupted(services, actor),
    getTranslations("disruptions.home"),
  ]);
  if (count === 0) return null;
  return (
    <Card>
      <Row between>
        <div className="flex min-w-0 gap-3">
          <CalendarX2 aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-notice" />
          <div className="min-w-0">
            <h2 className="font-semibold">{words("title")}</h2>
            <p className="text-muted">{words("text", { count })}</p>
          </div>
        </div>
        <ButtonLink href="/desk/closures" kind="secondary" small>
          {words("action")}
        </ButtonLink>
      </Row>
    </Card>
  );
}
