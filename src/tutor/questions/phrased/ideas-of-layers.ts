import type { Random } from "../../../random.ts";
import { say } from "../../../say.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about activation functions, and about layers without them. */
export type LayerSlip =
  | "activation-taken-for-optional"
  | "activation-demanded-everywhere"
  | "aside-turned-round"
  | "depth-counted-without-bend";

type Idea = Phrased<LayerSlip>;

/** What the aside on activation functions says. */
export const activation = (random: Random): Idea => {
  const [name, other] = random.shuffle(["Ada", "Ben", "Cleo", "Dan"]) as [string, string];
  return {
    prompt: [
      say(
        "{name} and {other} read what the article says on activation functions in neural networks. How should they sum it up?",
        { name, other },
      ),
    ],
    right: say("a network in general needs them, a single use may do without"),
    wrong: {
      "activation-taken-for-optional": [
        say("they are optional in any network"),
        [say("So the first wording could be read, and the author mended it: in general they are needed.")],
      ],
      "activation-demanded-everywhere": [
        say("nothing works without one, at any place"),
        [say("For other purposes one may do without, and LLMs do so in places.")],
      ],
      "aside-turned-round": [
        say("only LLMs need them, other networks do not"),
        [say("It is the other way round: networks in general need them, LLMs do without in places.")],
      ],
    },
    hints: [
      [say("A reader pointed out that a first wording could be misunderstood.")],
      [say("There are two halves to it: one on networks in general, one on particular purposes.")],
      [say("What do language models do in some places, for a purpose of their own?")],
    ],
    because: [say("Both halves stand there: not optional in general, and left out for particular purposes.")],
    solve: inWords([
      say(
        "Networks in general need activation functions. A layer that only carries vectors into another space, as in LLMs, does without.",
      ),
    ]),
  };
};

/** What layers without an activation function are worth. */
export const withoutBend = (random: Random): Idea => {
  const layers = random.whole(3, 40);
  return {
    prompt: [
      say(
        "A network has {layers} linear layers in a row, with no activation function between them. What can it do?",
        { layers },
      ),
    ],
    right: say("no more than one linear layer"),
    wrong: {
      "depth-counted-without-bend": [
        say("{layers} times as much as one linear layer", { layers }),
        [say("Doubling and then tripling is just taking six times. Linear layers in a row fold into one.")],
      ],
      "activation-taken-for-optional": [
        say("as much as with activation functions"),
        [say("Without a bend between them, layers fold into a single one. That is why networks need them.")],
      ],
      "activation-demanded-everywhere": [
        say("nothing at all"),
        [say("It still does something: it carries vectors into another space, and that has its uses.")],
      ],
    },
    hints: [
      [say("Try it with numbers: double, then triple. Which single step does the same?")],
      [say("A linear layer is a matrix. What is a matrix times a matrix?")],
      [say("If two fold together, so do the result and the third, and so on.")],
    ],
    because: [say("The {layers} matrices multiply out to a single matrix.", { layers })],
    solve: inWords([
      say("A matrix times a matrix is a matrix, so the layers fold together one after the other."),
    ]),
  };
};
