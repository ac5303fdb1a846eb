import { readFileSync } from 'node:fs';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { proposeSpeakerRoles } from '#shared/domain/transcript/speaker-roles';
for (const f of process.argv.slice(2)) {
  const p = readTranscript(f, readFileSync(f));
  console.log(f.split('/').at(-1), proposeSpeakerRoles(p).map((s)=>`${s.label}=${s.role} w${s.words} q${s.questions}/${s.turns}`).join(' | '));
}
