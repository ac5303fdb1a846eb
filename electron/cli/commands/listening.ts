// `listening`: who lets people talk, interview by interview and interviewer by interviewer.
import { listeningInStudy } from '#core/services/listening-service';
import type { Vault } from '#core/vault/vault';
import { byInterviewer } from '#shared/domain/rhythm/interviewers';
import { shareInWords } from '#shared/domain/rhythm/rhythm-words';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const listeningCommand: CliCommand = {
  usage: 'listening <vault> [--json]',
  least: 1,
  run: (line) => line.withVaultToRead((vault) => printListening(vault, line)),
};

async function printListening(vault: Vault, line: CommandLine): Promise<void> {
  const interviews = await listeningInStudy(vault);
  for (const person of byInterviewer(interviews)) {
    const { open, closed } = person.questions;
    line.print(
      { about: 'interviewer', ...person },
      `${person.name}: participants say ${shareInWords(person.share)} of the words in ${person.interviews} interviews; ${open} open questions, ${closed} closed or leading`,
    );
  }
  for (const interview of interviews) {
    const title = vault.state.get('sources', interview.sourceId)?.title ?? '';
    line.print(
      { about: 'interview', title, ...interview },
      `  ${title}: participants ${shareInWords(interview.ratio?.participants ?? null)}`,
    );
  }
  if (interviews.length === 0) line.say('There is no interview yet in which it is known who asks and who is heard.');
}
