import type {
  AttentionPicture,
  Bar,
  ContributionsPicture,
  PlotPicture,
  Point,
  ProgressPicture,
  ScalePicture,
  WordsPicture,
} from "../../src/reply/picture.ts";

const bar = (label: string, value: number, shown = String(value).replace("-", "−")): Bar => ({
  label,
  value,
  shown,
});

const arrow = (label: string, ...to: Point) => ({ label, to });

const plot = {
  angle: { kind: "plot", arrows: [arrow("a", 3, 1), arrow("b", 1, 2)], angle: "45°" },
  projection: {
    kind: "plot",
    arrows: [arrow("a = (2, 3)", 2, 3), arrow("b = (4, 1)", 4, 1)],
    angle: "42.3°",
    projection: { foot: [44 / 17, 11 / 17], label: "projection", remainder: "remainder" },
  },
  backwards: {
    kind: "plot",
    arrows: [arrow("a", -2, 1), arrow("b", 4, 1)],
    angle: "139.4°",
    projection: { foot: [-28 / 17, -7 / 17], label: "projection", remainder: "remainder" },
    note: "The plane is the one that both vectors lie in, turned so that b points to the right.",
  },
  "unit-circle": {
    kind: "plot",
    arrows: [arrow("a/‖a‖", 0.6, 0.8), arrow("b/‖b‖", 1, 0)],
    angle: "53.1°",
    unitCircle: true,
  },
  orthogonal: {
    kind: "plot",
    arrows: [arrow("a", 0, 3), arrow("b", 2, 0)],
    angle: "90°",
    projection: { foot: [0, 0], label: "projection", remainder: "remainder" },
  },
  opposite: { kind: "plot", arrows: [arrow("a", 1, 2), arrow("−a", -1, -2)], angle: "180°" },
  "same-direction": { kind: "plot", arrows: [arrow("a", 1, 2), arrow("2a", 2, 4)], angle: "0°" },
  "long-and-short": { kind: "plot", arrows: [arrow("long", 100, 3), arrow("short", 0.5, 1)], angle: "61.7°" },
  "zero-vector": { kind: "plot", arrows: [arrow("zero vector", 0, 0), arrow("b", 2, 2)] },
  huge: { kind: "plot", arrows: [arrow("a", 1e12, 2e12), arrow("b", -3e12, 1e12)], angle: "98.1°" },
  "in-space": {
    kind: "plot",
    arrows: [arrow("a = (2, 3, 4)", 2, 3, 4), arrow("b = (1, 0, 2)", 1, 0, 2)],
    angle: "33.9°",
  },
  "projection-in-space": {
    kind: "plot",
    arrows: [arrow("a", 2, 3, 4), arrow("b", 4, 3, 1)],
    angle: "46.2°",
    projection: { foot: [84 / 26, 63 / 26, 21 / 26], label: "projection", remainder: "remainder" },
  },
} as const satisfies Readonly<Record<string, PlotPicture>>;

const contributions = {
  "dot-product": {
    kind: "contributions",
    title: "Products of the components",
    bars: [bar("2 × 1", 2), bar("3 × 0", 0), bar("4 × 2", 8)],
    total: "2 + 0 + 8 = 10",
  },
  "both-signs": {
    kind: "contributions",
    title: "Products of the components",
    bars: [bar("1 × (−3)", -3), bar("2 × 4", 8), bar("−5 × 0.5", -2.5), bar("0.1 × 0.1", 0.01)],
    total: "−3 + 8 − 2.5 + 0.01 = 2.51",
  },
  hostile: {
    kind: "contributions",
    title: "A title so long that it needs more than one line, with <script> and & in it",
    bars: Array.from({ length: 20 }, (_, n) =>
      bar(n === 3 ? `</text><script>${"x".repeat(300)}` : n === 4 ? "שלום & <@123>" : `term ${n}`, n - 7),
    ),
    total: "one of many terms + ".repeat(20),
  },
} as const satisfies Readonly<Record<string, ContributionsPicture>>;

const scale = {
  one: { kind: "scale", marks: [bar("cat and dog", 0.76)] },
  crowded: {
    kind: "scale",
    marks: [
      bar("cat, dog", 0.76),
      bar("cat, kitten", 0.8),
      bar("cat, car", 0.12),
      bar("cat, lorry", 0.08),
      bar("cat, −cat", -1),
      bar("king − man + woman, queen", 0.69),
    ],
  },
} as const satisfies Readonly<Record<string, ScalePicture>>;

const tokens = ["The", "cat", "sat", "on", "the", "mat", "because", "it", "was", "so", "tired", "."];

const masked = (size: number): AttentionPicture["weights"] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (column > row ? null : ((row * 7 + column * 3) % 11) / 10)),
  );

const attention = {
  small: {
    kind: "attention",
    queries: ["the", "cat", "sat"],
    keys: ["the", "cat", "sat"],
    weights: [
      [1, null, null],
      [0.27, 0.73, null],
      [0.1, 0.25, 0.65],
    ],
  },
  large: { kind: "attention", queries: tokens, keys: tokens, weights: masked(12) },
} as const satisfies Readonly<Record<string, AttentionPicture>>;

const progress = {
  week: {
    kind: "progress",
    skills: [
      { title: "Dot product", mastery: 0.82 },
      { title: "Euclidean norm", mastery: 0.4 },
      { title: "Normalising", mastery: 0 },
    ],
    ahead: ["Today", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day, n) => ({
      day,
      reviews: [3, 0, 1, 12, 4, 0, 2][n]!,
    })),
  },
  full: {
    kind: "progress",
    skills: Array.from({ length: 18 }, (_, n) => ({
      title: n % 3 === 0 ? `The angle between two vectors in space ${n}` : `Skill ${n}`,
      mastery: n / 17,
    })),
    ahead: Array.from({ length: 14 }, (_, n) => ({ day: `${n + 1} Sep`, reviews: (n * 37) % 130 })),
  },
  empty: { kind: "progress", skills: [], ahead: [] },
} as const satisfies Readonly<Record<string, ProgressPicture>>;

const asked = (word: string, ...at: [number, number]) => ({ word, at, role: "asked" }) as const;
const near = (word: string, ...at: [number, number]) => ({ word, at, role: "neighbour" }) as const;

const words = {
  royal: {
    kind: "words",
    share: 0.41,
    points: [
      asked("king", 0.9, 0.4),
      asked("queen", 0.8, -0.3),
      asked("woman", -0.6, -0.5),
      near("prince", 0.7, 0.3),
      near("throne", 0.5, 0.1),
      near("monarch", 0.85, 0.2),
      near("girl", -0.7, -0.45),
      near("lady", -0.5, -0.55),
    ],
  },
  crowded: {
    kind: "words",
    share: 0.123,
    points: [
      asked("cat", 0.5, 0.5),
      asked("car", -1, -0.4),
      ...["kitten", "dog", "puppy", "tiger", "mouse", "rabbit", "kittens", "paw"].map((word, n) =>
        near(word, 0.5 + 0.12 * Math.cos(2.4 * n), 0.5 + 0.12 * Math.sin(2.4 * n)),
      ),
      ...["lorry", "van", "bus", "truck", "wheel", "engine", "vehicle", "motor"].map((word, n) =>
        near(word, -1 + 0.1 * Math.cos(2 * n), -0.4 + 0.15 * Math.sin(2 * n)),
      ),
    ],
  },
} as const satisfies Readonly<Record<string, WordsPicture>>;

/** Pictures of all kinds but typeset working, the difficult ones among them. */
export const exampleCharts = { plot, contributions, scale, attention, progress, words };
