// The other side of bench_step: cards answered when they are due, ten times each, with ts-fsrs.  For every
// line, a number of answers, it answers with the milliseconds.
//
//   node step_peer.mjs PACKAGES
import { createInterface } from "node:readline";
import { load } from "./package.mjs";

const { createEmptyCard, fsrs, Rating } = load(process.argv[2], "ts-fsrs");

const begin_ms = Date.UTC(2026, 0, 1, 12);
const scheduler = fsrs({
  request_retention: 0.9,
  enable_fuzz: true,
  learning_steps: ["1m", "10m"],
  relearning_steps: ["10m"],
});

function answerCards(answers) {
  let card;
  for (let i = 0; i < answers; i++) {
    if (i % 10 === 0) card = createEmptyCard(new Date(begin_ms));
    const plans = scheduler.repeat(card, card.due);
    card = plans[i % 7 === 0 ? Rating.Again : Rating.Good].card;
  }
  return card;
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const begin = performance.now();
  const last = answerCards(Number(line));
  console.log(last.reps > 0 ? performance.now() - begin : "nothing was answered");
}
