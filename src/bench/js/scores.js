// A row of the table of src/bench/lighthouse, and a line for each check that costs points. Ends with 1 when a score is below 95.
const fs = require("node:fs");
const [path, report, costs] = process.argv.slice(2);
const { categories, audits } = JSON.parse(fs.readFileSync(report, "utf8"));
const rows = Object.values(categories);
console.log(`| ${path} | ${rows.map(({ score }) => Math.round(score * 100)).join(" | ")} |`);
for (const { id, weight } of rows.flatMap(({ auditRefs }) => auditRefs)) {
  const { score, displayValue = "" } = audits[id];
  // 0.9 is where Lighthouse itself begins to show a check as green; without a score it does not apply.
  if (weight > 0 && score !== null && score < 0.9) fs.appendFileSync(costs, `${path}: ${id} ${displayValue}\n`);
}
process.exitCode = rows.some(({ score }) => score < 0.95) ? 1 : 0;
