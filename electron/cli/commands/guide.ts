// `guide`: the interview guide with what is said of its wording, and which question was asked in which interview.
import { proposedAskings } from '#core/services/guide-service';
import type { Vault } from '#core/vault/vault';
import { flagQuestion, type FlaggedQuestion, NOT_CHECKED } from '#shared/domain/guide/flag-question';
import { type CoverageCell, guideCoverage, type GuideQuestion, openProposals } from '#shared/domain/guide/guide-coverage';
import { guideAsMarkdown } from '#shared/domain/guide/guide-text';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const guideCommand: CliCommand = {
  usage: 'guide <vault> [--apply] [--format md] [--json]',
  least: 1,
  run: (line) =>
    line.options['apply']
      ? line.withVault(async (vault) => confirmProposals(vault, line))
      : line.withVaultToRead(async (vault) => (line.options['format'] === undefined ? printGuide(vault, line) : printText(vault, line))),
};

export const flagCommand: CliCommand = {
  usage: 'flag-question <question> [--json]',
  least: 1,
  run: async (line) => {
    const text = line.words.join(' ');
    const flagged = flagQuestion(text);
    line.print({ text, ...flagged }, flagsInWords(flagged) || 'Nothing to say of its wording.');
  },
};

async function printGuide(vault: Vault, line: CommandLine): Promise<void> {
  const coverage = guideCoverage(vault.state, await proposedAskings(vault));
  for (const [index, asked] of coverage.questions.entries()) line.print(questionJson(index + 1, asked), questionWords(index + 1, asked));
  for (const { id: sourceId, title, heldOn } of coverage.interviews) {
    const cells = coverage.questions.flatMap(({ cells: all }) => all.filter((cell) => cell.sourceId === sourceId));
    const asked = cells.filter(({ state }) => state === 'asked').length;
    const proposed = cells.filter(({ state }) => state === 'proposed').length;
    line.print(
      { about: 'interview', sourceId, title, heldOn, cells: cells.map(cellJson) },
      `${title}: ${asked} of ${countNoun(cells.length, 'question', 'questions')} asked${proposed > 0 ? `, ${proposed} proposed` : ''}`,
    );
  }
  for (const { id: assumptionId, statement, importance } of coverage.untested)
    line.print({ about: 'untested', assumptionId, statement, importance }, `No question tests: ${statement}`);
  if (coverage.questions.length === 0) line.say('There are no questions in the guide yet.');
}

/** To take along: questions without the assumptions that they test, pseudonyms for names. */
function printText({ state }: Vault, line: CommandLine): void {
  if (line.options['format'] !== 'md') throw new AppError('bad-input', 'The guide is written as Markdown only: --format md.');
  const text = guideAsMarkdown(state, createNameMask(state).mask);
  line.print({ text }, text.trimEnd());
}

/** Everything that the transcripts show and nobody has decided on is confirmed as asked, as one step. */
async function confirmProposals(vault: Vault, line: CommandLine): Promise<void> {
  const proposals = openProposals(guideCoverage(vault.state, await proposedAskings(vault)));
  const askings = proposals.map(({ questionId, sourceId, turn }) => ({ questionId, sourceId, turn, asked: true }));
  if (askings.length > 0) await vault.edit('recordAskings', { askings });
  line.print({ ok: true, confirmed: askings.length }, `${countNoun(askings.length, 'proposal was', 'proposals were')} confirmed as asked.`);
}

function questionJson(number: number, { question, flagged, assumptions, counts }: GuideQuestion) {
  const { id: questionId, text, probes } = question;
  const tests = assumptions.map(({ id: assumptionId, statement }) => ({ assumptionId, statement }));
  return { about: 'question', number, questionId, text, probes, tests, ...flagged, coverage: counts };
}

function questionWords(number: number, { question, flagged, assumptions, counts }: GuideQuestion): string {
  const tests = assumptions.map(({ statement }) => `   tests: ${statement}`);
  const said = flagsInWords(flagged);
  const told = `   asked in ${counts.asked}, not asked in ${counts['not asked']}, proposed in ${counts.proposed}, open in ${counts.open}`;
  return [`${number}. ${question.text}`, ...(said === '' ? [] : [`   ${said}`]), ...tests, told].join('\n');
}

function flagsInWords({ checked, flags }: FlaggedQuestion): string {
  return checked ? flags.map(({ flag, reason }) => `${flag}: ${reason}`).join(' ') : NOT_CHECKED;
}

function cellJson({ questionId, state, asking, proposal }: CoverageCell) {
  const turn = asking?.place?.turn ?? proposal?.turn ?? null;
  return { questionId, state, turn, ...(proposal ? { said: proposal.said, words: proposal.words, score: proposal.score } : {}) };
}
