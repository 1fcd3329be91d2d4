// The other side of bench_loss: for every line, an instant, fits FSRS-6 with the binding of fsrs-rs to the
// answers of a log that lie before it, and answers with the weights.
//
//   node loss_peer.mjs PACKAGES LOG.csv HOUR     study days begin at that hour of Greenwich
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { load } from "./package.mjs";

const [packages, log, hour] = process.argv.slice(2);
const { computeParameters, convertCsvToFsrsItems } = load(packages, "@open-spaced-repetition/binding");
const [header, ...answers] = readFileSync(log, "utf8").trimEnd().split("\n");

function itemsBefore(instant) {
  const known = answers.filter((answer) => Number(answer.split(",")[1]) < instant);
  const csv = Buffer.from([header, ...known, ""].join("\n"));
  return convertCsvToFsrsItems(csv, Number(hour), "UTC", () => 0);
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const weights = await computeParameters(itemsBefore(Number(line)), { enableShortTerm: true, timeout: 1 });
  console.log(weights.join(" "));
}
