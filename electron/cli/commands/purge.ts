// `purge`: deletes one participant and everything they said, for good.
import { createInterface } from 'node:readline/promises';

import { planPurge } from '#core/purge/plan-purge';
import { peopleOnlyInHistory } from '#core/purge/sources-of';
import { startPurge } from '#core/purge/start-purge';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { PurgePlan } from '#shared/rpc/history-answers';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { forgetSearch } from '../forget-search.ts';

export const purgeCommand: CliCommand = {
  usage: 'purge <vault> --list | --participant ID|PSEUDONYM [--preview] [--replace-mentions] [--json]   (cannot be undone)',
  least: 1,
  async run(line) {
    if (line.options['list']) return line.withVaultToRead((vault) => listPast(vault, line));
    const plan = await line.withVault((vault) => begin(vault, line));
    if (plan === null) return;
    // Opening carries the deletion out; a crash before or in it changes nothing about that.
    const seq = await line.withVault(async (vault) => {
      await forgetSearch(vault.files.folder);
      return vault.seq;
    });
    line.print({ ok: true, seq, deleted: countsOf(plan) }, `Deleted ${plan.pseudonym} with everything they said.`);
    const still = plan.spokenMentions.length;
    if (still === 0) return;
    const where = countNoun(still, 'interview with somebody else', 'interviews with other people');
    line.say(
      `Their name is still said in ${where}, as it was before: replace-names <vault> --choices <file.json> --purge takes it out of those too.`,
    );
  },
};

/** Without names and titles: the answer may be kept in a file, and would be a trace. */
function countsOf({ participantId, sources, sharedSources, snippets, taggings, cards, evidenceLinks, readoutQuotes, memos }: PurgePlan) {
  const shared = sharedSources.length;
  return { participantId, sources: sources.length, sharedSources: shared, snippets, taggings, cards, evidenceLinks, readoutQuotes, memos };
}

/** @returns the plan once it is decided; null for a preview and for a person who thought better of it. */
async function begin(vault: Vault, line: CommandLine): Promise<PurgePlan | null> {
  const planned = await planPurge(vault, await participantIn(vault, line.options['participant']), nodeDisk, line.now());
  const { plan } = planned;
  if (line.options['preview']) {
    line.print({ ok: true, preview: true, plan }, inWords(plan));
    return null;
  }
  if (!line.json) line.say(inWords(plan));
  if (line.streams.stdin.isTTY && !line.json && !(await isConfirmed(line, plan.pseudonym))) {
    line.say('Nothing was deleted.');
    return null;
  }
  await startPurge(vault, planned, nodeDisk, line.options['replace-mentions'] === true);
  return plan;
}

/** People whom only the history holds: they can be deleted too. */
async function listPast(vault: Vault, line: CommandLine): Promise<void> {
  const people = await peopleOnlyInHistory(vault, nodeDisk);
  for (const person of people) line.print(person, `${person.pseudonym} ${person.name} (${person.participantId})`);
  if (people.length === 0 && !line.json) line.say('The history holds nobody who is not in the study.');
}

/** Those of the study first, then those of its history. */
async function participantIn(vault: Vault, wanted: unknown): Promise<string> {
  if (typeof wanted !== 'string') throw new AppError('bad-input', 'Say who is to be deleted: --participant <id or pseudonym>.');
  const people = [...vault.state.all('participants').values()];
  const found = people.find(({ id }) => id === wanted) ?? people.find(({ pseudonym }) => pseudonym === wanted);
  if (found) return found.id;
  const past = (await peopleOnlyInHistory(vault, nodeDisk)).filter(
    (person) => person.participantId === wanted || person.pseudonym === wanted,
  );
  const [only] = past;
  if (!only) throw new AppError('not-found', `There is no participant “${wanted}” in this study or its history. Nothing was deleted.`);
  if (past.length === 1) return only.participantId;
  const ids = past.map(({ participantId }) => participantId).join(', ');
  throw new AppError(
    'bad-input',
    `Several people of the history were called “${wanted}”. Nothing was deleted: say which by its id, ${ids}.`,
  );
}

async function isConfirmed({ streams: { stdin, stderr } }: CommandLine, pseudonym: string): Promise<boolean> {
  const prompt = createInterface({ input: stdin, output: stderr });
  const typed = await prompt.question(`This cannot be undone. Type ${pseudonym} to go on: `);
  prompt.close();
  return typed.trim() === pseudonym.trim();
}

/** What goes and what to look at, as lines. */
function inWords(plan: PurgePlan): string {
  const { sources, sharedSources, mentions, spokenMentions, otherFiles, places } = plan;
  const lines = [
    `${plan.pseudonym}: ${countNoun(sources.length, 'interview', 'interviews')}, ${countNoun(plan.snippets, 'snippet', 'snippets')} with ${countNoun(plan.taggings, 'tag', 'tags')}, ${countNoun(plan.cards, 'card', 'cards')}, ${countNoun(plan.evidenceLinks, 'link to an assumption', 'links to assumptions')}, ${countNoun(plan.readoutQuotes, 'quote chosen for the readout', 'quotes chosen for the readout')}, ${countNoun(plan.memos, 'memo', 'memos')}.`,
    ...sharedSources.map(({ title, turns }) => `“${title}” stays for the others: ${countNoun(turns, 'turn is', 'turns are')} taken out.`),
    ...mentions.map(
      ({ collection, id, field, kind }) =>
        `May be about them: ${collection}/${id}, ${field} (${kind === 'name' ? 'names them' : 'repeats their words'}).`,
    ),
    ...spokenMentions.map(({ title, turns }) => `Somebody says the name in “${title}”: ${countNoun(turns, 'turn', 'turns')}.`),
    ...otherFiles.map((name) => `Not a file of Plumbline, look into it yourself: ${name}.`),
    ...places.filter(({ reachable }) => !reachable).map(({ folder }) => `Out of reach now, cleaned when it is back: ${folder}.`),
    'Out of reach for good: traces on the disk itself, and copies made by other programs.',
  ];
  return lines.join('\n');
}
