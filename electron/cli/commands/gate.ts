// `gate`: phase gates, what each still lacks, and the draft of its summary. `digest`: a month. `handoff`: the pack for marketing and sales.
import { monthlyDigest } from '#shared/domain/handover/digest';
import { gateDraft } from '#shared/domain/handover/gate-draft';
import { gateStanding } from '#shared/domain/handover/gate-standing';
import { digestMarkdown, gateMarkdown, handoffMarkdown, objectionTitle } from '#shared/domain/handover/handover-markdown';
import { handoffPack } from '#shared/domain/handover/handoff-pack';
import type { HeardQuote } from '#shared/domain/handover/heard-between';
import { textsOut } from '#shared/domain/handover/texts-out';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { createReadoutScope, type ReadoutScope } from '#shared/domain/readout/readout-scope';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { Gate } from '#shared/model/records/gate';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { CONSENT_USAGE, purposeOf, tellWithheld } from './consent-options.ts';
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

export const digestCommand: CliCommand = {
  usage: `digest <vault> [--month 2026-06] [--format md] ${CONSENT_USAGE} [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const digest = monthlyDigest(scope, monthAsked(line));
      if (asksMarkdown(line)) return printText(line, digestMarkdown(scope, digest));
      const { themes, conversations, listeners, assumptions, ...figures } = digest;
      const genuine = conversations.filter((each) => each.genuine).length;
      line.print(
        { about: 'digest', ...figures, conversations: genuine },
        `${digest.month}: ${countNoun(genuine, 'conversation', 'conversations')}, words of ${countNoun(digest.people, 'person', 'people')}.`,
      );
      for (const each of themes)
        line.print({ about: 'theme', ...each }, withQuotes(`${each.claim} (${each.people}${each.isNew ? ', new' : ''})`, each.quotes));
      for (const each of listeners) line.print({ about: 'listener', ...each }, `${each.name}: ${each.conversations}`);
      for (const each of conversations)
        line.print(
          { about: 'conversation', ...each },
          `${each.heldOn} ${each.kind} ${each.listeners.join(', ')}: ${each.learned} ${each.influence}`.trim(),
        );
      for (const each of assumptions)
        line.print({ about: 'assumption', ...each }, `${each.statement}: ${each.supporting} for, ${each.contradicting} against`);
    }),
};

export const handoffCommand: CliCommand = {
  usage: `handoff <vault> [--format md] ${CONSENT_USAGE} [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const pack = handoffPack(scope);
      if (asksMarkdown(line)) return printText(line, handoffMarkdown(scope, pack));
      const { heard, withheld, painsChosen } = pack;
      line.print({ about: 'pack', heard, withheld, painsChosen }, `Hand-off pack from ${countNoun(heard, 'person', 'people')}.`);
      for (const each of pack.stories) line.print({ about: 'story', ...each }, withQuotes('Story', [each]));
      for (const each of pack.pains) line.print({ about: 'pain', ...each }, withQuotes(`${each.claim} (${each.people})`, each.quotes));
      for (const { word, people } of pack.words) line.print({ about: 'word', word, people }, `${word} (${people})`);
      for (const each of pack.wordQuotes) line.print({ about: 'words', ...each }, withQuotes('Their words', [each]));
      for (const each of pack.objections)
        line.print({ about: 'objection', ...each }, withQuotes(`${objectionTitle(each)} (${each.people})`, each.quotes));
    }),
};

async function showGates(vault: Vault, line: CommandLine): Promise<void> {
  const today = dayAsked(line);
  const scope = await scopeFor(vault, line, today);
  const wanted = line.words[1];
  const gates = wanted === undefined ? inOrder(vault) : [gateNamed(vault, wanted)];
  const out = textsOut(scope);
  const log = conversationLog(vault.state, today);
  for (const gate of gates) {
    if (asksMarkdown(line)) printText(line, gateMarkdown(scope, gate));
    else if (line.options['draft'] === true) printDraft(line, gate, gateDraft(scope, today));
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

/** Readers of these are stakeholders unless --for says otherwise; what is withheld is said on standard error. */
export async function scopeFor(vault: Vault, line: CommandLine, today: string = line.now().slice(0, 10)): Promise<ReadoutScope> {
  const turnSpeakers = await loadTurnSpeakers(vault);
  const scope = createReadoutScope(vault.state, { names: 'pseudonyms', today, turnSpeakers, purpose: purposeOf(line) });
  tellWithheld(line, withheldReport(vault.state, scope.withheld));
  return scope;
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

function monthAsked(line: CommandLine): string {
  const month = line.options['month'] ?? line.now().slice(0, 7);
  if (typeof month !== 'string' || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new AppError('bad-input', '--month takes a month, as 2026-06.');
  return month;
}

/** True for `--format md`. @throws AppError('bad-input') for another format. */
export function asksMarkdown({ options }: CommandLine): boolean {
  if (options['format'] !== undefined && options['format'] !== 'md')
    throw new AppError('bad-input', 'It is written as Markdown only: --format md.');
  return options['format'] === 'md';
}

/** Prints a document. */
export function printText(line: CommandLine, text: string): void {
  line.print({ text }, text.trimEnd());
}

function withQuotes(first: string, quotes: readonly HeardQuote[]): string {
  return [first, ...quotes.map(({ words, citation, heldOn }) => `  “${words}” ${citation}${heldOn === null ? '' : `, ${heldOn}`}`)].join(
    '\n',
  );
}
