/** An input as long as a place for it allows. */
export interface LongInput {
  readonly name: string;
  /** Absent where it is said in words. */
  readonly command?: string;
  /** A text of at most so many characters. */
  readonly text: (room: number) => string;
}

/** As many pieces as fit. */
const filled = (room: number, piece: (i: number) => string, between = ","): string => {
  const pieces: string[] = [];
  for (let i = 0, length = 0; ; i += 1) {
    const next = piece(i);
    length += next.length + between.length;
    if (length > room) return pieces.join(between);
    pieces.push(next);
  }
};

/** Two vectors in half of the room each. */
const two = (piece: (i: number) => string) => (room: number) =>
  `${filled(room / 2 - 1, piece)} ${filled(room / 2 - 1, piece)}`;

const nested =
  (open: string, inner: string, close: string) =>
  (room: number): string => {
    const depth = Math.floor((room - inner.length) / (open.length + close.length));
    return open.repeat(depth) + inner + close.repeat(depth);
  };

const repeated =
  (piece: string) =>
  (room: number): string =>
    piece.repeat(Math.floor(room / piece.length));

/** What a person can paste, and what one would type who wants the tutor to stand still. */
export const longInputs: readonly LongInput[] = [
  { name: "wholes", command: "dot", text: two((i) => String(i % 97)) },
  { name: "decimals", command: "dot", text: two((i) => `0.${1_000 + (i % 9_000)}`) },
  { name: "decimals", command: "cosine", text: two((i) => `-0.0${1_000 + (i % 9_000)}`) },
  { name: "decimals", command: "normalise", text: (room) => filled(room, (i) => `0.${1_000 + (i % 9_000)}`) },
  { name: "fractions", command: "dot", text: two((i) => `1/${i + 2}`) },
  { name: "fractions", command: "cosine", text: two((i) => `${i + 1}/${2 * i + 3}`) },
  { name: "roots", command: "dot", text: two((i) => `√${i + 2}`) },
  { name: "letters", command: "dot", text: two((i) => String.fromCharCode(97 + (i % 26))) },
  { name: "letters and numbers", command: "norm", text: (room) => filled(room, (i) => `${i}a`) },
  { name: "long numbers", command: "dot", text: two(() => "9".repeat(300)) },
  { name: "one number", command: "norm", text: repeated("7") },
  { name: "powers of ten", command: "dot", text: two((i) => `1e${i % 300}`) },
  { name: "powers", command: "norm", text: repeated("9^9") },
  { name: "sums", command: "norm", text: (room) => filled(room, (i) => String(i), "+") },
  { name: "nested brackets", command: "norm", text: nested("(", "1", ")") },
  { name: "square brackets", command: "norm", text: nested("[", "1", "]") },
  { name: "opened brackets", command: "norm", text: repeated("[") },
  { name: "nested roots", command: "norm", text: nested("sqrt(", "2", ")") },
  { name: "LaTeX", command: "norm", text: nested("\\frac{1}{", "2", "}") },
  { name: "signs", command: "norm", text: repeated("−") },
  { name: "commas", command: "norm", text: repeated(",") },
  { name: "spaces", command: "norm", text: (room) => `1${" ".repeat(room - 2)}2` },
  { name: "backticks", command: "norm", text: repeated("`") },
  { name: "pairs", command: "dot", text: repeated("a:b ") },
  { name: "many vectors", command: "compare", text: (room) => filled(room, (i) => `${i},1`, " ") },
  { name: "many rows", command: "attention", text: (room) => filled(room, (i) => `${i % 9},1`, " ") },
  { name: "many words", command: "attention", text: (room) => filled(room, (i) => `cat${i}`, " ") },
  { name: "many numbers", command: "softmax", text: (room) => filled(room, (i) => `${i % 50}.5`) },
  { name: "a long word", command: "similar", text: repeated("a") },
  { name: "many words", command: "similar", text: (room) => filled(room, (i) => `word${i}`, " ") },
  { name: "components", command: "plot", text: two((i) => String(i % 97)) },
  { name: "a long topic", command: "explain", text: repeated("cosine ") },
  { name: "a long word said", text: repeated("why") },
  { name: "a long sentence", text: repeated("why is the dot product so similar ") },
  { name: "numbers said", text: (room) => `what is the cosine of ${two((i) => String(i % 97))(room - 30)}` },
  { name: "marks of all sorts", text: repeated("*_~`|>#-[](){}<@&") },
];
