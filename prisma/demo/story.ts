import type { CommitmentKind } from "@/domain/commitment";
import type { SliceName } from "@/domain/roster";
import type { Seat } from "@/domain/seat";

/** Means on 0–100 by dimension or pattern key, one per quarter of the story (oldest first). */
type Course = Record<string, readonly number[]>;

/** What a leader shares two days after the release; `keptAfterDays` is when they mark it as kept. */
type DemoCommitment = {
  seat: Seat;
  kind: CommitmentKind;
  subject: string;
  action: string;
  dueInDays: number;
  keptAfterDays?: number;
};

type DemoPerson = { name: string; email: string };

export type DemoQuarter = {
  /** Engineers on the roster, from the start of the company's list; executives likewise. */
  engineers: readonly [from: number, to: number];
  executives: number;
  /** How many of them cast a ballot. */
  engineerBallots: number;
  executiveBallots: number;
  seats: Record<Seat, DemoPerson>;
  commitments?: DemoCommitment[];
  /** Mean on 0–100 of what engineers say about the announcements of the quarter before. */
  happened?: number;
  /** Split by these in the reports; by nothing where left out. */
  sliceNames?: SliceName[];
  headline?: string;
  /** The leaders' own words for the board page. */
  words?: Record<Seat, string>;
  question?: string;
};

export type DemoCompany = {
  /** What the trends must be read with: how many quarters before the open one, and what happened. */
  events?: readonly { quartersAgo: number; label: string }[];
  name: string;
  slug: string;
  domain: string;
  admin: DemoPerson;
  board: DemoPerson[];
  teams: string[];
  quarters: DemoQuarter[];
  /** Ballots of the quarter that is open. */
  openQuarter: DemoQuarter;
  course: Course;
  comments: Record<Seat, Record<"start" | "stop" | "continue", string[]>>;
};

const norrvikAddress = (name: string): DemoPerson => ({
  name,
  email: `${name
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")}@norrvik.example`,
});

const cto = norrvikAddress("Ingrid Solberg");
const firstVpe = norrvikAddress("Tomas Berg");
const secondVpe = norrvikAddress("Priya Raman");

/**
 * Norrvik, about 40 engineers. The CTO held every decision until a commitment in the second quarter; the pattern fades.
 * A new VPoE took the seat in the third quarter and delivery has risen since. In the second quarter too few executives
 * answered. The CTO's outward view has fallen in the last.
 */
export const norrvik: DemoCompany = {
  name: "Norrvik",
  slug: "norrvik",
  domain: "norrvik.example",
  admin: norrvikAddress("Mara Lindqvist"),
  board: [norrvikAddress("Henrik Aalto"), norrvikAddress("Sofia Marchetti")],
  teams: ["Platform", "Product", "Data"],
  events: [{ quartersAgo: 3, label: "Two product teams became three" }],
  quarters: [
    { engineers: [0, 33], executives: 9, engineerBallots: 22, executiveBallots: 7, seats: { cto, vpe: firstVpe } },
    {
      engineers: [0, 33],
      executives: 9,
      engineerBallots: 24,
      executiveBallots: 4,
      seats: { cto, vpe: firstVpe },
      commitments: [
        {
          seat: "cto",
          kind: "pattern",
          subject: "control_freak",
          action:
            "A one-day rule: if I have not answered a proposal within one working day, it counts as approved. I keep a list of the few decisions that still need me.",
          dueInDays: 60,
          keptAfterDays: 56,
        },
      ],
    },
    {
      engineers: [0, 38],
      executives: 9,
      engineerBallots: 28,
      executiveBallots: 7,
      seats: { cto, vpe: secondVpe },
      happened: 76,
    },
    { engineers: [0, 38], executives: 9, engineerBallots: 30, executiveBallots: 8, seats: { cto, vpe: secondVpe } },
    {
      engineers: [3, 41],
      executives: 9,
      sliceNames: ["team"],
      engineerBallots: 31,
      executiveBallots: 7,
      seats: { cto, vpe: secondVpe },
      commitments: [
        {
          seat: "cto",
          kind: "responsibility",
          subject: "cto_outward",
          action:
            "Four customer conversations a month, each with a different engineer. Within two days I write down what we heard and what follows from it.",
          dueInDays: 120,
        },
      ],
      headline:
        "Both roles are filled and decisions no longer wait for the CTO, but the CTO's view of the outside world has fallen.",
      question: "Should the CTO be freed from the two internal projects, so that customer visits can start again?",
      words: {
        cto: "The fall in the outward view is mine. Two internal projects took the weeks in which I used to visit customers. I have handed one of them to the platform team and will be with four customers a month again, each time with an engineer.",
        vpe: "Delivery has risen because the teams now agree on dates before they are promised. Thank you for saying so. The release still has too many steps: we will stop three of them for six weeks and look at what we miss.",
      },
    },
  ],
  openQuarter: {
    engineers: [3, 41],
    executives: 9,
    sliceNames: ["team"],
    engineerBallots: 24,
    executiveBallots: 6,
    seats: { cto, vpe: secondVpe },
    happened: 58,
  },
  course: {
    cto_vision_culture: [66, 67, 69, 71, 72],
    cto_judgement: [76, 75, 77, 78, 78],
    cto_outward: [60, 62, 62, 63, 38],
    cto_communication: [52, 53, 56, 58, 59],
    cto_innovation: [60, 60, 62, 62, 63],
    vpe_delivery: [58, 56, 55, 61, 74],
    vpe_recruitment: [55, 56, 62, 65, 66],
    vpe_exemplar: [61, 60, 68, 69, 70],
    vpe_useful_things: [63, 64, 68, 69, 70],
    vpe_innovation: [50, 49, 52, 53, 54],
    innovation_shared: [55, 56, 58, 60, 61],
    team_of_two: [50, 51, 62, 64, 65],
    role_clarity: [48, 49, 55, 58, 60],
    ap_critic: [16, 15, 14, 14, 13],
    ap_control_freak: [54, 50, 41, 31, 21],
    ap_xenophobe: [20, 20, 21, 22, 38],
    ap_creator: [28, 28, 27, 26, 26],
    ap_space_ranger: [15, 14, 14, 13, 13],
    ap_process_queen: [40, 42, 38, 37, 36],
    ap_no_op: [36, 37, 22, 18, 16],
    ap_upward_manager: [30, 31, 21, 19, 18],
    ap_cat_herder: [33, 32, 20, 18, 17],
    ap_naysayer: [20, 21, 16, 15, 15],
    overall_cto: [62, 62, 64, 65, 64],
    overall_vpe: [52, 51, 60, 64, 68],
  },
  comments: {
    cto: {
      start: [
        "Come back from customer visits and tell us what you heard.",
        "Say which decisions are ours. I sometimes still wait because I am not sure.",
        "Explain the reasons when a direction changes, not only the new direction.",
        "Bring an engineer along to the next customer meeting.",
      ],
      stop: [
        "Being pulled into two internal projects at once. The outside view is what we miss.",
        "Answering every question in the design channel yourself.",
      ],
      continue: [
        "Checking that a thing can be built before promising it. Keep that.",
        "The long-term picture is clear to me now. That was not so a year ago.",
        "Letting the team decide on libraries and names. It works.",
      ],
    },
    vpe: {
      start: [
        "Give us one afternoon a month for ideas of our own.",
        "Ask for the three reports nobody reads, and stop them.",
        "Tell us earlier when a date has been promised.",
      ],
      stop: ["Adding a step to the release for every mistake.", "Moving the team meeting for management calls."],
      continue: [
        "Taking part in the incident reviews. It shows that it matters.",
        "Saying no to a date until the team has been asked.",
        "Hiring people who make the team better. The last four are great.",
      ],
    },
  },
};

const founder: DemoPerson = { name: "Noor de Vries", email: "noor@pinion.example" };

/** Pinion Labs, nine engineers, one person in both seats: the deck's tiny company, at the crossroads. */
export const pinion: DemoCompany = {
  name: "Pinion Labs",
  slug: "pinion",
  domain: "pinion.example",
  admin: { name: "Jules Moreau", email: "jules@pinion.example" },
  board: [{ name: "Ana Ferreira", email: "ana@pinion.example" }],
  teams: [],
  quarters: [
    {
      engineers: [0, 9],
      executives: 0,
      engineerBallots: 7,
      executiveBallots: 0,
      seats: { cto: founder, vpe: founder },
    },
    {
      engineers: [0, 9],
      executives: 0,
      engineerBallots: 8,
      executiveBallots: 0,
      seats: { cto: founder, vpe: founder },
    },
  ],
  openQuarter: {
    engineers: [0, 9],
    executives: 0,
    engineerBallots: 3,
    executiveBallots: 0,
    seats: { cto: founder, vpe: founder },
  },
  course: {
    cto_vision_culture: [80, 81],
    cto_judgement: [82, 81],
    cto_outward: [70, 72],
    cto_communication: [66, 65],
    cto_innovation: [70, 71],
    vpe_delivery: [48, 45],
    vpe_recruitment: [44, 42],
    vpe_exemplar: [74, 75],
    vpe_useful_things: [68, 67],
    vpe_innovation: [50, 48],
    ap_critic: [12, 12],
    ap_control_freak: [38, 40],
    ap_xenophobe: [8, 8],
    ap_creator: [44, 47],
    ap_space_ranger: [22, 23],
    ap_process_queen: [8, 8],
    ap_no_op: [30, 33],
    ap_upward_manager: [14, 14],
    ap_cat_herder: [15, 15],
    ap_naysayer: [12, 13],
    overall_cto: [75, 75],
    overall_vpe: [50, 47],
  },
  comments: {
    cto: { start: ["Hand over the parts that only you understand."], stop: [], continue: ["The vision is clear."] },
    vpe: { start: ["Hire the second person for the back end."], stop: [], continue: [] },
  },
};
