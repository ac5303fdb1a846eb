// `commitments`: what was agreed before the evidence, its seals, and what came of it. `forecasts`: who was how sure, and the Brier scores.
import { readForecasts, scoreForecasters } from '#shared/domain/commitments/forecasts';
import { type CommitmentReading, commitmentSentence, missingForSeal, readCommitment } from '#shared/domain/commitments/read-commitment';
import { sealFaults } from '#shared/domain/commitments/seal';
import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CliCommand } from '../command-line.ts';

const SEAL_WORDS = {
  open: 'not sealed',
  sealed: 'sealed',
  changed: 'CHANGED OUTSIDE OF PLUMBLINE',
  unsealed: 'unsealed, changed later',
} as const;

export const commitmentsCommand: CliCommand = {
  usage: 'commitments <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = createEvidenceScope(vault.state, { turnSpeakers: await loadTurnSpeakers(vault) });
      const all = [...vault.state.all('commitments').values()].sort((left, right) => left.order - right.order);
      for (const commitment of all) {
        const reading = readCommitment(scope, commitment);
        line.print(asJson(vault, reading), inWords(vault, reading));
      }
      for (const { what } of sealFaults(all)) line.say(what);
      if (all.length === 0) line.say('No commitment is written down yet.');
    }),
};

function asJson(vault: Vault, { commitment, seal, people, heard, needed, counted, state, byHand }: CommitmentReading) {
  const { id, order: _order, seal: link, ...told } = commitment;
  const fault = sealFaults(vault.state.all('commitments').values()).find(({ commitmentId }) => commitmentId === id);
  return {
    commitmentId: id,
    sentence: commitmentSentence(vault.state, commitment),
    ...told,
    seal,
    sealedAt: link?.at ?? null,
    sealHash: link?.hash ?? null,
    sealProblem: fault?.what ?? null,
    missing: link === null ? missingForSeal(commitment) : [],
    people: people.length,
    heard,
    needed,
    counted,
    state,
    byHand,
  };
}

function inWords(vault: Vault, { commitment, seal, people, heard, needed, state, byHand }: CommitmentReading): string {
  const when = commitment.seal === null ? '' : ` ${commitment.seal.at.slice(0, 10)}`;
  const signed = commitment.signatures.map(({ name }) => name).join(', ') || 'nobody';
  const count = state === 'not linked' ? 'nothing says yet whose words count' : `${people.length} of ${needed} needed, ${heard} heard`;
  return [
    commitmentSentence(vault.state, commitment),
    `  ${SEAL_WORDS[seal]}${when}; signed by ${signed}; ${state}${byHand ? ' (by hand)' : ''}: ${count}; ${commitment.outcome}.`,
  ].join('\n');
}

export const forecastsCommand: CliCommand = {
  usage: 'forecasts <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { state } = vault;
      const scope = createEvidenceScope(state, { turnSpeakers: await loadTurnSpeakers(vault) });
      const readings = readForecasts(scope);
      for (const reading of readings) {
        const { commitmentId, assumptionId, person, probability, happened } = reading;
        const subject = commitmentId === null ? 'assumptions' : 'commitments';
        const about = state.get(subject, commitmentId ?? assumptionId ?? '')?.statement ?? '';
        const outcome = happened === null ? 'open' : happened ? 'came true' : 'did not come true';
        const shown = probability === null ? 'kept back' : `${probability} of 100`;
        line.print({ kind: 'forecast', ...reading, about }, `${person}: ${shown} that “${about}” (${outcome})`);
      }
      for (const score of scoreForecasters(readings)) {
        const told = score.brier === null ? `no score yet, ${score.missing} more resolved forecasts needed` : score.brier.toFixed(4);
        line.print({ kind: 'score', ...score }, `Brier score of ${score.person}: ${told} (${score.resolved} resolved)`);
      }
      if (readings.length === 0) line.say('Nobody has given a forecast yet.');
    }),
};
