import * as fc from "fast-check";
import { catalogue } from "../../../src/commands/catalogue.ts";
import { type Kind, sendSigned } from "../../support/slack/deliver.ts";
import { createPayloads } from "../../support/slack/payloads.ts";
import { openStage } from "../../support/slack/stage.ts";
import type { Posted } from "../../support/slack/workspace.ts";
import { quietTutor } from "../../support/tutor.ts";
import { until } from "../../support/until.ts";
import { type Entry, insist } from "../entry.ts";
import { typed } from "../texts.ts";
import { codes } from "./commands.ts";

/** Slack delivers no commands but those of the app's manifest. */
const registered = fc.constantFrom(...catalogue.map(({ name }) => name));

const input = fc.oneof(
  fc.record({ does: fc.constant("command" as const), name: registered, text: typed }),
  fc.record({ does: fc.constant("press" as const), code: codes.input.map((code) => code.slice(0, 2_000)) }),
  fc.record({ does: fc.constant("menu" as const), code: codes.input.map((code) => code.slice(0, 75)) }),
  fc.record({
    does: fc.constant("form" as const),
    kept: fc.oneof(
      codes.input.map((code) => JSON.stringify({ code, channel: "C01MATHS" })),
      fc.json(),
    ),
    text: typed,
  }),
  fc.record({ does: fc.constant("say" as const), text: typed }),
);

type Given = typeof input extends fc.Arbitrary<infer I> ? I : never;

const person = "U01ADA";

/** What people decide of what Slack sends: texts, codes, forms and messages. Each is acknowledged, and no rule is broken. */
export const slack: Entry<Given> = {
  name: "Slack",
  input,
  open: async () => {
    const { server, url, logged, close } = await openStage("http", quietTutor());
    const payloads = createPayloads(server, person);
    const { workspace } = server;
    const post = (text: string, by: string): Posted => {
      const posted = { ts: workspace.ts(), channel: "C01MATHS", by, text, blocks: [] };
      workspace.messages.push(posted);
      return posted;
    };
    const request = (given: Given): readonly [Kind, ReturnType<typeof payloads.slash>] => {
      switch (given.does) {
        case "command":
          return ["slash_commands", payloads.slash(`/${given.name}`, given.text.toWellFormed(), "C01MATHS")];
        case "say": {
          const ts = post("a mention", person).ts;
          return [
            "events_api",
            payloads.event({
              type: "app_mention",
              user: person,
              text: `<@${workspace.ids.botUser}> ${given.text}`,
              ts,
              channel: "C01MATHS",
              event_ts: "1760000000.1",
            }),
          ];
        }
        case "form":
          return [
            "interactive",
            payloads.submitted(
              { id: "V1", callback_id: "change", private_metadata: given.kept, blocks: [] },
              { typed: { typed: { type: "plain_text_input", value: given.text } } },
            ),
          ];
        case "press":
        case "menu": {
          const on = post("an answer", workspace.ids.botUser);
          const action =
            given.does === "press"
              ? { type: "button", action_id: "choice:1", value: given.code }
              : { type: "static_select", action_id: "choice:0", selected_option: { value: given.code } };
          return ["interactive", payloads.pressed(on, action)];
        }
      }
    };
    return {
      check: async (given) => {
        (logged as string[]).length = 0;
        workspace.violations.length = 0;
        // The stand-in keeps and looks through all that was ever said.
        if (workspace.messages.length > 200)
          for (const all of [workspace.messages, workspace.shown, workspace.views]) all.length = 0;
        // A press may open a form.
        const count = () => workspace.shown.length + workspace.views.length;
        const before = count();
        const answer = await sendSigned(url!, ...request(given));
        const acknowledged = await answer.text();
        const isAnswered = await until(() => acknowledged !== "" || count() > before);
        insist(isAnswered, () => `${given.does} was acknowledged, and not answered: ${logged.join("")}`);
        insist(
          answer.status === 200,
          () => `${given.does} was answered with ${answer.status}: ${logged.join("")}`,
        );
        insist(workspace.violations.length === 0, () => workspace.violations.join("; "));
        const errors = logged.filter((line) => JSON.parse(line).level >= 50);
        insist(errors.length === 0, () => errors.join(""));
      },
      close,
    };
  },
};
