import type { Metadata } from "next";
import { PhoneLink } from "@/components/phone-link";
import { stepPage } from "@/features/registration/registration-page";
import { getTranslations } from "@/lib/translations";
import { StepFrame } from "../_components/step-frame";
import { GoesOn } from "./_components/goes-on";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("registration.waiting");
  return { title: words("metaTitle") };
}

/** R5: staff decide; the page goes on by itself when they have. */
export default async function WaitingPage() {
  const [page, words, all] = await Promise.all([
    stepPage("waiting"),
    getTranslations("registration.waiting"),
    getTranslations("registration"),
  ]);
  return (
    <StepFrame lead={words("lead", { practice: page.practice.name })} title={words("title")}>
      <section aria-labelledby="next" className="flex flex-col gap-2">
        <h2 className="font-semibold" id="next">
          {words("next")}
        </h2>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          <li>{words("seen")}</li>
          <li>{words("page")}</li>
          <li>
            {words.rich("mail", {
              email: () => <strong className="wrap-anywhere">{page.registration.email}</strong>,
            })}
          </li>
        </ul>
      </section>
      <div>
        <p className="text-muted">{words("call")}</p>
        <PhoneLink label={all("call")} phone={page.supportPhone} />
      </div>
      <GoesOn />
    </StepFrame>
  );
}
