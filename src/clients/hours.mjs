// What opening_hours says of texts at moments: reads lines of JSON, {"text": …, "moments": [seconds of the epoch]}, and writes
// for each {"states": ["open" | "closed" | "unknown"]}, or {"refused": why}. Its clock is that of the process (TZ).
import { createInterface } from 'node:readline';
import OpeningHours from 'opening_hours';

const BELGIUM = { lat: 50.85, lon: 4.35, address: { country_code: 'be', state: 'Vlaanderen' } };

function answer({ text, moments }) {
  try {
    const hours = new OpeningHours(text, BELGIUM, { mode: 0 });
    return {
      states: moments.map((seconds) => {
        const moment = new Date(seconds * 1000);
        if (hours.getUnknown(moment)) {
          return 'unknown';
        }
        return hours.getState(moment) ? 'open' : 'closed';
      }),
    };
  } catch (refused) {
    return { refused: String(refused) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
