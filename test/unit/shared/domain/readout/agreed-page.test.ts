// Commitments in the readout: who does what by when, every commitment with count, seal and outcome, and nobody's name.
import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import type { Block, ReadoutSection } from '#shared/domain/readout/readout-content';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { sectionText } from '#shared/domain/readout/section-text';
import { plainText } from '#shared/domain/readout/sentences';
import { writtenTexts } from '#shared/domain/readout/written-texts';
import type { EditInput } from '#shared/edits/index';
import { buildRenewalStudy, type RenewalStudy } from '#test/builders/renewal-study';

function add(study: RenewalStudy, told: Partial<EditInput<'addCommitment'>>): string {
  const terms = { assumptionId: study.ids.talk, side: 'contradicts' as const, atLeast: 5, of: 8, owner: 'Dana' };
  return study.edit('addCommitment', {
    statement: 'they need a number first',
    action: 'run the ranges pilot',
    dueOn: '2026-07-15',
    ...terms,
    ...told,
  }).commitmentId;
}

function seal(study: RenewalStudy, commitmentId: string): void {
  study.edit('signCommitment', { commitmentId, name: 'Dana' });
  study.edit('sealCommitments', { commitmentIds: [commitmentId] });
}

const built = (study: RenewalStudy) => buildReadout(study.state, { names: 'pseudonyms', today: '2026-06-30' });
const agreed = (study: RenewalStudy): ReadoutSection | undefined => built(study).sections.find(({ kind }) => kind === 'agreed');

function tables(study: RenewalStudy): string[][][] {
  const blocks: readonly Block[] = agreed(study)?.blocks ?? [];
  return blocks.flatMap((block) => (block.type === 'table' ? [block.rows.map((row) => row.map(plainText))] : []));
}

describe('the page of what was agreed', () => {
  it('is left out where nothing was agreed', () => {
    expect(agreed(buildRenewalStudy())).toBeUndefined();
  });

  it('comes after the matrix and lists who does what by when, soonest first', () => {
    const study = buildRenewalStudy();
    add(study, { action: 'change the price page', dueOn: null, owner: '' });
    add(study, {});
    expect(
      built(study)
        .sections.map(({ kind }) => kind)
        .slice(0, 3),
    ).toEqual(['one-page', 'matrix', 'agreed']);
    expect(tables(study)[0]).toEqual([
      ['Dana', 'run the ranges pilot', '15 July 2026', 'they need a number first'],
      ['Nobody is named', 'change the price page', 'No date', 'they need a number first'],
    ]);
  });

  it('gives each its result, people of people, seal and outcome', () => {
    const study = buildRenewalStudy();
    const [kept, missed, byHand] = [add(study, {}), add(study, { atLeast: 7 }), add(study, { assumptionId: null })];
    seal(study, kept);
    seal(study, missed);
    study.edit('updateCommitment', { commitmentId: missed, action: 'run another pilot' });
    study.edit('setCommitmentOutcome', { commitmentId: kept, outcome: 'kept', on: '2026-07-10', note: 'The pilot runs.' });
    study.edit('judgeCommitment', { commitmentId: byHand, triggered: false, reason: 'Nobody was asked.' });
    const [all = []] = tables(study);
    expect(all.map(([, ...rest]) => rest)).toEqual([
      [
        'Triggered; kept on 10 July 2026. The pilot runs.',
        '6 of 8 people; needed: at least 5',
        'Sealed on 30 June 2026, after 8 interviews',
      ],
      ['Not triggered', '6 of 8 people; needed: at least 7', 'Was sealed, and changed openly since'],
      ['Not triggered, set by hand: Nobody was asked.', 'Nothing says yet whose words count', 'Not sealed'],
    ]);
    expect(sectionText(agreed(study) as ReadoutSection)).toContain('All that was triggered is kept or dropped.');
  });

  it('stands in the exports, with names of participants replaced', () => {
    const study = buildRenewalStudy();
    const [person] = [...study.state.all('participants').values()];
    study.edit('updateParticipant', { participantId: person?.id ?? '', name: 'Ottilie Brandauer' });
    add(study, { action: 'call Ottilie Brandauer' });
    for (const text of [readoutHtml(built(study), () => ''), readoutMarkdown(built(study))]) {
      expect(text).toContain('Who does what by when');
      expect(text).toContain(`call ${person?.pseudonym}`);
      expect(text).not.toContain('Ottilie');
    }
  });

  it('asks nobody to reword what is sealed', () => {
    const study = buildRenewalStudy();
    const id = add(study, {});
    const places = (): string[] => writtenTexts(study.state).flatMap((text) => (text.collection === 'commitments' ? [text.field] : []));
    expect(places()).toEqual(['statement', 'action']);
    seal(study, id);
    expect(places()).toEqual([]);
  });
});
