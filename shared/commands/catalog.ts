// All commands, by surface; a new surface adds its list here.
import { ASSISTED } from './catalog/assisted.ts';
import { BOARD } from './catalog/board.ts';
import { CODEBOOK } from './catalog/codebook.ts';
import { CODERS } from './catalog/coders.ts';
import { EVERYWHERE } from './catalog/everywhere.ts';
import { EXCHANGE } from './catalog/exchange.ts';
import { GATES } from './catalog/gates.ts';
import { GUIDE } from './catalog/guide.ts';
import { HANDOVER } from './catalog/handover.ts';
import { HISTORY } from './catalog/history.ts';
import { MATRIX } from './catalog/matrix.ts';
import { PLAN } from './catalog/plan.ts';
import { CUSTOMER } from './catalog/customer.ts';
import { QUERIES } from './catalog/queries.ts';
import { READOUT } from './catalog/readout.ts';
import { COMMITMENTS } from './catalog/commitments.ts';
import { RHYTHM } from './catalog/rhythm.ts';
import { SELF_ASSESSMENT } from './catalog/self-assessment.ts';
import { RIVALS } from './catalog/rivals.ts';
import { SOURCES } from './catalog/sources.ts';
import { TRANSCRIPT } from './catalog/transcript.ts';
import { VERSIONS } from './catalog/versions.ts';
import type { Command } from './command.ts';

export const CATALOG = [
  ...EVERYWHERE,
  ...EXCHANGE,
  ...CUSTOMER,
  ...CODERS,
  ...QUERIES,
  ...HISTORY,
  ...SOURCES,
  ...TRANSCRIPT,
  ...CODEBOOK,
  ...VERSIONS,
  ...ASSISTED,
  ...BOARD,
  ...MATRIX,
  ...PLAN,
  ...COMMITMENTS,
  ...GUIDE,
  ...RIVALS,
  ...RHYTHM,
  ...SELF_ASSESSMENT,
  ...GATES,
  ...HANDOVER,
  ...READOUT,
] as const;

export type CommandId = (typeof CATALOG)[number]['id'];

/** Ids of one list, for the room that handles them. */
export type IdsOf<List extends readonly Command[]> = List[number]['id'];

const BY_ID: ReadonlyMap<string, Command> = new Map(CATALOG.map((command) => [command.id, command]));

/** Looks a command up. @throws Error for an id that is not in the catalogue (a defect). */
export function commandById(id: CommandId): Command {
  const command = BY_ID.get(id);
  if (!command) throw new Error(`no command ${id}`);
  return command;
}
