/** What is fixed about a demo practice; everything else is generated around it. */
export interface PracticeWords {
  readonly shortName: string;
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  /** Where numbers typed without a country are read: that of most of its patients' example numbers. */
  readonly phoneCountry: string;
  readonly supportPhone: string;
  readonly mailDomain: string;
  readonly accentColour: string;
  readonly currency: string;
  readonly locations: readonly LocationWords[];
  readonly orthodontists: readonly OrthodontistWords[];
  readonly staff: readonly (readonly [first: string, last: string])[];
  readonly admin: readonly [first: string, last: string];
  /** Registered patients, and people on the list without anything special about them. */
  readonly registered: number;
  readonly plain: number;
  readonly towns: readonly (readonly [town: string, postcode: string])[];
  readonly pmsToken: string;
  /** Numbers of records in the practice's own system start here. */
  readonly pmsFirstId: number;
  readonly landlines: string;
}

export interface LocationWords {
  readonly name: string;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  readonly chairs: number;
  /** ISO weekdays and minutes after midnight. */
  readonly hours: readonly HoursWords[];
}

export type HoursWords = readonly [weekdays: readonly number[], opens: number, closes: number];

export interface OrthodontistWords {
  readonly first: string;
  readonly last: string;
  readonly colour: string;
  /** Per location, in its order. */
  readonly hours: readonly (readonly HoursWords[])[];
}

const hour = (hours: number, minutes = 0) => hours * 60 + minutes;

export const northgate: PracticeWords = {
  shortName: "northgate",
  name: "Northgate Orthodontics",
  zone: "Europe/London",
  country: "GB",
  phoneCountry: "SE",
  supportPhone: "+442079460118",
  mailDomain: "northgate.example.com",
  accentColour: "#0F6B5C",
  currency: "GBP",
  locations: [
    {
      name: "Northgate",
      street: "14 Example Row",
      town: "Northgate",
      postcode: "ZZ1 4EX",
      chairs: 3,
      hours: [
        [[1, 2, 3, 4, 5], hour(8, 30), hour(12, 30)],
        [[1, 3, 4, 5], hour(13, 30), hour(17, 30)],
        [[2], hour(13, 30), hour(19)],
      ],
    },
    {
      name: "Northgate Harbour",
      street: "2 Sample Quay",
      town: "Northgate Harbour",
      postcode: "ZZ2 9EX",
      chairs: 1,
      hours: [[[4, 6], hour(9), hour(14)]],
    },
  ],
  orthodontists: [
    {
      first: "Ingrid",
      last: "Halloran",
      colour: "#2F6FDB",
      hours: [[[[1, 2, 3, 5], hour(8, 30), hour(17, 30)]], [[[4], hour(9), hour(14)]]],
    },
    {
      first: "Tomás",
      last: "Okafor-Lind",
      colour: "#B4552D",
      hours: [
        [
          [[1, 3, 4], hour(9), hour(17)],
          [[2], hour(10), hour(19)],
        ],
      ],
    },
    {
      first: "Priya",
      last: "Ramanathan",
      colour: "#7A4FB5",
      hours: [[[[2, 3, 4, 5], hour(8, 30), hour(16, 30)]], [[[6], hour(9), hour(13)]]],
    },
  ],
  staff: [
    ["Maren", "Ellwood"],
    ["Jonas", "Pike"],
    ["Salma", "Idris"],
    ["Beth", "Carrow"],
  ],
  admin: ["Gwen", "Tolliver"],
  registered: 41,
  plain: 15,
  towns: [
    ["Northgate", "ZZ1 4AB"],
    ["Northgate", "ZZ1 7QD"],
    ["Northgate Harbour", "ZZ2 9LP"],
    ["Eastfold", "ZZ3 3MN"],
    ["Long Sample", "ZZ5 1TR"],
  ],
  // The account that the simulated system has from its start.
  pmsToken: "demo-pms-token",
  pmsFirstId: 20_001,
  landlines: "+44207946",
};

export const riverbend: PracticeWords = {
  shortName: "riverbend",
  name: "Riverbend Aligner Studio",
  zone: "America/New_York",
  country: "US",
  phoneCountry: "DE",
  supportPhone: "+12125550142",
  mailDomain: "riverbend.example.org",
  accentColour: "#7B3F8C",
  currency: "USD",
  locations: [
    {
      name: "Riverbend",
      street: "300 Placeholder Avenue",
      town: "Riverbend",
      postcode: "00300",
      chairs: 3,
      hours: [
        [[1, 2, 3, 4, 5], hour(8), hour(12)],
        [[1, 2, 3, 4], hour(13), hour(17)],
      ],
    },
  ],
  orthodontists: [
    {
      first: "Caleb",
      last: "Whitmore",
      colour: "#1F7A4D",
      hours: [[[[1, 2, 4, 5], hour(8), hour(17)]]],
    },
    {
      first: "Naomi",
      last: "Delacroix",
      colour: "#A6452E",
      hours: [[[[1, 3, 4, 5], hour(9), hour(17)]]],
    },
  ],
  staff: [
    ["Dana", "Ruiz"],
    ["Kofi", "Mensah-Bright"],
  ],
  admin: ["Laurel", "Hastings"],
  registered: 22,
  plain: 10,
  towns: [
    ["Riverbend", "00301"],
    ["Riverbend", "00304"],
    ["Sample Falls", "00310"],
    ["Old Mill", "00322"],
  ],
  pmsToken: "demo-pms-token-riverbend",
  pmsFirstId: 40_001,
  landlines: "+44207946",
};

export const demoPractices = [northgate, riverbend];

/** ISO 3166-1 codes whose numbers both demo practices take: every reserved range of the demo. */
export const demoCountries = ["GB", "SE", "DE", "US"];
