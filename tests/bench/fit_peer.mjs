// The other side of bench_fit: fits FSRS-6 to a log with the binding of fsrs-rs, once for every line it is
// sent, and answers with the milliseconds.  Its sleep between looks at progress is set as short as it goes.
//
//   node fit_peer.mjs PACKAGES LOG.csv
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { load } from "./package.mjs";

const [packages, log] = process.argv.slice(2);
const { computeParameters, convertCsvToFsrsItems } = load(packages, "@open-spaced-repetition/binding");

const items = convertCsvToFsrsItems(readFileSync(log), 4, "UTC", () => 0);
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const begin = performance.now();
  await computeParameters(items, { enableShortTerm: true, timeout: 1 });
  console.log(performance.now() - begin);
}
