import type { CompiledQuery } from "kysely";

type Values = Readonly<Record<string, string | number | null>>;

/** A query that can be made into SQL. */
interface Buildable<Row> {
  readonly compile: () => CompiledQuery<Row>;
}

/**
 * A query that is built and made into SQL once, not each time that it is asked: for those that belong to every answer,
 * where building costs more than SQLite takes to answer. It is built of `samples`, no two of which are alike and none of
 * which is a constant of the query; where one of them stands, the value of that name is put.
 */
export const prepare = <V extends Values, Row>(
  samples: V,
  build: (samples: V) => Buildable<Row>,
): ((values: V) => CompiledQuery<Row>) => {
  const names = new Map<unknown, keyof V>(Object.entries(samples).map(([name, sample]) => [sample, name]));
  if (names.size < Object.keys(samples).length) throw new Error("Two samples are alike");
  let compiled: CompiledQuery<Row> | undefined;
  return (values) => {
    compiled ??= build(samples).compile();
    const parameters = compiled.parameters.map((parameter) => {
      const name = names.get(parameter);
      return name === undefined ? parameter : values[name];
    });
    return { ...compiled, parameters };
  };
};
