// `gate`: phase gates, what each still lacks, and the draft of its summary.
import { gateDraft } from '#shared/domain/handover/gate-draft';
import { gateStanding } from '#shared/domain/handover/gate-standing';
import { gateMarkdown } from '#shared/domain/handover/handover-markdown';
import { textsOut } from '#shared/domain/handover/texts-out';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { AppError } from '#shared/lib/app-error';
import type { Gate } from '#shared/model/records/gate';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { documentAsked, giveDocument, scopeFor } from './handover.ts';
import { dayAsked } from './rhythm.ts';

export const gateCommand: CliCommand = {
  usage: 'gate <vault> [<name or id> [--draft [--apply] | --pass | --format md]] [--as-of 2026-06-30] [--json]',
  least: 1,
  run: (line) => {
    const changes = line.options['pass'] === true || (line.options['draft'] === true && line.options['apply'] === true);
    return changes
      ? line.withVault(async (vault) => changeGate(vault, line))
      : line.withVaultToRead(async (vault) => showGates(vault, line));
  },
};

async function showGates(vault: Vault, line: CommandLine): Promise<void> {
  const today = dayAsked(line);
  const scope = await scopeFor(vault, line, today);
  const wanted = line.words[1];
  const gates = wanted === undefined ? inOrder(vault) : [gateNamed(vault, wanted)];
  const out = textsOut(scope);
  const log = conversationLog(vault.state, today);
  if (documentAsked(line) && gates.length > 0) return giveDocument(line, gates.map((gate) => gateMarkdown(scope, gate)).join('\n'));
  for (const gate of gates) {
    if (line.options['draft'] === true) printDraft(line, gate, gateDraft(scope, today));
    else {
      const { id: gateId, name, dueOn, summary, shaped, passed } = gate;
      const standing = gateStanding(gate, log, today);
      const told = [name, standing.state, ...(dueOn === null ? [] : [`due ${dueOn}`])].join(', ');
      line.print(
        { gateId, name, dueOn, summary: out(summary), shaped: out(shaped), passed, ...standing },
        [told, ...standing.lacks.map((each) => `  ${each}`), ...(standing.remark && !passed ? [`  ${standing.remark}`] : [])].join('\n'),
      );
    }
  }
  if (gates.length === 0) line.say('There are no gates yet. Add one with the edit addGate.');
}

async function changeGate(vault: Vault, line: CommandLine): Promise<void> {
  const today = dayAsked(line);
  const gate = gateNamed(vault, line.words[1] ?? '');
  const gateId = gate.id;
  if (line.options['pass'] === true) {
    await vault.edit('passGate', { gateId, on: today });
    return line.print({ ok: true, gateId, passedOn: today }, `${gate.name} is passed on ${today}.`);
  }
  const draft = gateDraft(await scopeFor(vault, line, today), today);
  // What somebody wrote stays: only texts that are empty are filled.
  const texts = {
    ...(gate.summary.trim() === '' && draft.summary !== '' ? { summary: draft.summary } : {}),
    ...(gate.shaped.trim() === '' && draft.shaped !== '' ? { shaped: draft.shaped } : {}),
  };
  const filled = Object.keys(texts);
  if (filled.length > 0) await vault.edit('updateGate', { gateId, ...texts });
  line.print(
    { ok: true, gateId, filled },
    filled.length === 0 ? 'Nothing was filled in.' : `${gate.name}: ${filled.join(' and ')} drafted. Read and complete it.`,
  );
}

function printDraft(line: CommandLine, { id: gateId, name }: Gate, draft: ReturnType<typeof gateDraft>): void {
  line.print(
    { gateId, name, ...draft },
    [
      name,
      draft.summary || 'Nothing was heard in these days.',
      '',
      draft.shaped || 'Nothing is noted yet of how it shaped the concept.',
    ].join('\n'),
  );
}

function inOrder({ state }: Vault): Gate[] {
  return [...state.all('gates').values()].sort((left, right) => left.order - right.order);
}

function gateNamed(vault: Vault, wanted: string): Gate {
  const key = wanted.trim().toLowerCase();
  const found = inOrder(vault).filter(({ id, name }) => id === wanted || name.trim().toLowerCase() === key);
  const [gate] = found;
  if (!gate) throw new AppError('not-found', `There is no gate “${wanted}”. Nothing was changed: plumbline gate <vault> lists them.`);
  if (found.length > 1)
    throw new AppError('conflict', `There are ${found.length} gates “${wanted}”. Nothing was changed: give the id instead.`);
  return gate;
}
