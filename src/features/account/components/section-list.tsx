import { type SectionLine, SectionList as Sections } from "@/components/section-nav";
import { sectionIcon } from "./section-icons";

type AccountLine = Omit<SectionLine, "icon">;

/** The sections of the account settings as phones list them. */
export function SectionList({ label, sections }: { label: string; sections: AccountLine[] }) {
  return (
    <div className="md:hidden">
      <Sections
        label={label}
        sections={sections.map((one) => {
          const Icon = sectionIcon(one.key);
          return { ...one, icon: <Icon aria-hidden="true" /> };
        })}
      />
    </div>
  );
}
