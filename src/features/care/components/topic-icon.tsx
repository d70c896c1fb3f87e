import {
  Bike,
  BookOpen,
  Clock,
  Droplets,
  LifeBuoy,
  type LucideIcon,
  MessagesSquare,
  Moon,
  Sunrise,
  Utensils,
} from "lucide-react";
import type { CareTopic } from "../topics";

const icons: Readonly<Record<CareTopic, LucideIcon>> = {
  start: Sunrise,
  wearing: Clock,
  cleaning: Droplets,
  eating: Utensils,
  problems: LifeBuoy,
  life: Bike,
  words: BookOpen,
  after: Moon,
  portal: MessagesSquare,
};

export function TopicIcon({ topic, className }: { topic: CareTopic; className: string }) {
  const Icon = icons[topic];
  return <Icon aria-hidden="true" className={className} />;
}
