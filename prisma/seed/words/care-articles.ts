/** What the demo practices wrote themselves, beside the shipped guidance (R26). */
export const ownArticle = {
  key: "our-finding-us",
  title: "Finding us, and where to park",
  topic: "portal",
  keywords: "parking, car, bus, bicycle, wheelchair, lift, entrance, way",
  body: "There are three places to park behind the house, and stands for bicycles beside the door. The bus stops at the corner.\n\nThe entrance is level, and a lift goes to every floor. Do you need a hand on the way in? Call us when you are there, and somebody comes out to you.",
} as const;

/** A shipped article that the practice put into its own words. */
export const editedArticle = {
  key: "travelling",
  addition:
    "\n\nGoing away for a whole summer? Write to us a month before, and we get your next aligners ready for the journey.",
} as const;

/** Shipped, changed by the practice, and changed again where it is shipped. */
export const outdatedArticle = {
  key: "elastics",
  addition: "\n\nYou find elastics in the basket at the desk. Take what you need.",
} as const;

/** What the practice keeps from patients. */
export const hiddenKey = "chewies";
