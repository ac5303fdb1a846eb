// `npm run check`: all gates, without tests.
import { runGates } from './gates.ts';

const results = await runGates((text) => process.stdout.write(text));
const red = results.filter(({ ok }) => !ok);
process.stdout.write(`${results.length - red.length} passed, ${red.length} failed\n`);
process.exitCode = red.length === 0 ? 0 : 1;
