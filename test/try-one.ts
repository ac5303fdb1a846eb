import { readFileSync } from 'node:fs';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
const p = readTranscript(process.argv[2].split('/').at(-1)!, readFileSync(process.argv[2]));
for (const t of p.turns.slice(Number(process.argv[3]??0), Number(process.argv[4]??15))) console.log(t.speaker, t.startMs, t.endMs, JSON.stringify(t.text.slice(0,220)));
console.log(p.heading, p.warnings);
