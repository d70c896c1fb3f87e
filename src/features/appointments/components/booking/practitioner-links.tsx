import Link from "next/link";
import { getTranslations } from "@/lib/translations";
import type { TimeChoice } from "../../time-choice";

type PractitionerLinksProps = {
  choice: TimeChoice;
  whom: string | undefined;
  hrefOf: (whom: string) => string;
};

/** Whose times: the own orthodontist first, then the others, then anyone (R28). */
export async function PractitionerLinks({ choice, whom, hrefOf }: PractitionerLinksProps) {
  const words = await getTranslations("appointments.times");
  const anyone = { id: "anyone", name: words("anyone"), own: false };
  const shown = whom === undefined && choice.ownIsFull ? "anyone" : (choice.chosenId ?? "anyone");
  return (
    <nav aria-label={words("practitioners")}>
      <ul className="flex flex-wrap gap-2">
        {[...choice.practitioners, anyone].map(({ id, name, own }) => (
          <li className="max-w-full" key={id}>
            <Link
              aria-current={id === shown ? "true" : undefined}
              className={[
                "inline-flex min-h-11 max-w-full items-center rounded-chip border border-edge bg-surface px-4 py-1.5 leading-snug",
                "transition-colors hover:border-ink",
                "aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft aria-[current=true]:font-semibold",
              ].join(" ")}
              href={hrefOf(id)}
              scroll={false}
            >
              <span className="min-w-0 break-words">{own ? words("own", { name }) : name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
