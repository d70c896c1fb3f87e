import { Card } from "@/components/layout";

/** What goes, or what stays, line by line. */
export function Listed({ items }: { items: readonly string[] }) {
  return (
    <Card tone="sunken">
      <ul className="flex list-disc flex-col gap-1.5 ps-6">
        {items.map((item) => (
          <li className="wrap-anywhere" key={item}>
            {item}
          </li>
        ))}
      </ul>
    </Card>
  );
}
