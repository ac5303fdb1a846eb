// `recruits`: the people to be interviewed, in the order in which to ask them. `invite`: the invitation of one, as text and as .ics.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Vault } from '#core/vault/vault';
import { invitationFor } from '#shared/domain/recruiting/invitation';
import { meetingTime } from '#shared/domain/recruiting/meeting-time';
import { recruitmentList, type RecruitRow } from '#shared/domain/recruiting/recruitment-list';
import { AppError } from '#shared/lib/app-error';
import { writeCalendar } from '#shared/lib/icalendar';
import type { Participant } from '#shared/model/records/participant';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const recruitsCommand: CliCommand = {
  usage: 'recruits <vault> [--names] [--json]',
  least: 1,
  run: (line) => line.withVaultToRead(async (vault) => printList(vault, line)),
};

export const inviteCommand: CliCommand = {
  usage: 'invite <vault> <pseudonym or id> [--out <folder>] [--json]',
  least: 2,
  run: (line) => line.withVaultToRead(async (vault) => invite(vault, line, line.words[1] ?? '')),
};

function printList({ state }: Vault, line: CommandLine): void {
  const { rows, mayIntroduce, target } = recruitmentList(state);
  const nameOf = ({ pseudonym, name }: Participant): string => (line.options['names'] && name.trim() !== '' ? name : pseudonym);
  for (const row of rows) {
    const { recruit, participant, inTarget, heard } = row;
    const introducer = recruit.introducerId === null ? null : state.get('participants', recruit.introducerId);
    const { id: recruitId, strength, introduction, stage, meeting } = recruit;
    const by = introducer ? nameOf(introducer) : line.options['names'] ? recruit.introducer : '';
    line.print(
      {
        about: 'recruit',
        recruitId,
        who: nameOf(participant),
        reached: participant.reached,
        strength,
        introduction,
        by,
        stage,
        meeting,
        inTarget,
        heard,
      },
      rowInWords(nameOf(participant), row, by),
    );
  }
  for (const participant of mayIntroduce)
    line.print(
      { about: 'may introduce', participantId: participant.id, who: nameOf(participant) },
      `${nameOf(participant)} could be asked to introduce somebody.`,
    );
  if (target)
    line.print(
      { about: 'target segment', ...target },
      `Of the segment that matters most: ${target.heard} heard, ${target.listed} more on the list.`,
    );
  if (rows.length === 0) line.say('Nobody is on the recruitment list yet.');
}

function rowInWords(who: string, { recruit, participant, inTarget, heard }: RecruitRow, by: string): string {
  const introduced = recruit.introduction === 'none' ? '' : `, introduction ${recruit.introduction}${by === '' ? '' : ` (${by})`}`;
  const standing = heard ? 'heard' : recruit.stage;
  const day = recruit.meeting ? `, ${meetingTime(recruit.meeting.startsAt)}` : '';
  return `${who}: ${participant.reached}, relationship ${recruit.strength}${introduced}${inTarget ? ', segment that matters most' : ''}; ${standing}${day}`;
}

async function invite({ state }: Vault, line: CommandLine, who: string): Promise<void> {
  const recruit = [...state.all('recruits').values()].find(
    ({ participantId }) => participantId === who || state.get('participants', participantId)?.pseudonym === who,
  );
  if (!recruit)
    throw new AppError('not-found', `Nobody on the recruitment list is called “${who}”. Give a pseudonym as \`recruits\` prints it.`);
  const pseudonym = state.require('participants', recruit.participantId).pseudonym;
  const nameOf = ({ name, pseudonym: alias }: Participant): string => name.trim() || alias;
  const { subject, text, event } = invitationFor(state, recruit.id, { when: meetingTime, nameOf });
  const calendar = event ? writeCalendar([event], line.now()) : null;
  const files: string[] = [];
  const { out } = line.options;
  if (typeof out === 'string') {
    const base = path.join(
      path.resolve(out),
      `invitation-${[...pseudonym].filter((letter) => /[\p{L}\p{N}_-]/u.test(letter)).join('') || recruit.id}`,
    );
    for (const [file, content] of [
      [`${base}.txt`, `${subject}\n\n${text}\n`],
      [`${base}.ics`, calendar],
    ] as const) {
      if (content === null) continue;
      await writeFile(file, content).catch(() => {
        throw new AppError('disk', `${path.basename(file)} could not be written. The study is untouched: choose a folder that is there.`);
      });
      files.push(file);
    }
  }
  line.print(
    { ok: true, recruitId: recruit.id, subject, text, calendar, files },
    files.length > 0 ? files.join('\n') : `${subject}\n\n${text}`,
  );
  if (!event) line.say('No time is agreed yet, so there is no calendar file.');
}
