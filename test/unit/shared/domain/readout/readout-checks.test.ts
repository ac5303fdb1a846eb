// The checks before a readout is shared.
import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { guardedWordings } from '#shared/domain/readout/guarded-words';
import { checkReadout } from '#shared/domain/readout/readout-checks';
import { buildRenewalStudy } from '#test/builders/renewal-study';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

function sentences(study: StudyBuilder, names: 'pseudonyms' | 'names' = 'pseudonyms'): string[] {
  const content = buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers });
  return checkReadout(study.state, content).map(({ severity, sentence }) => `${severity}: ${sentence}`);
}

describe('checks', () => {
  it('find nothing grave in a study that is told well', () => {
    expect(sentences(buildRenewalStudy()).filter((sentence) => !sentence.startsWith('note'))).toEqual([]);
  });

  it('name everything that an empty study still needs, the gravest first', () => {
    const found = sentences(buildStudy());
    expect(found[0]).toMatch(/^missing: There is no answer yet/);
    expect(found.join('\n')).toMatch(/no decision yet[^]*no findings yet[^]*Nobody is named who decides/);
  });

  it('count the words of page 1', () => {
    const study = buildRenewalStudy();
    study.edit('updateReadout', { answer: `${'word '.repeat(249)}.` });
    const sentence = sentences(study).find((each) => each.includes('Page 1 has'));
    expect(Number(/has (\d+) words/.exec(sentence ?? '')?.[1])).toBeGreaterThan(300);
  });

  it('miss the other side of a finding that is linked to nothing', () => {
    const study = buildStudy();
    const source = study.source({ participantId: study.participant(), turns: [[null, 'It was slow.']] });
    const theme = study.theme({ name: 'Slow', snippets: [study.snippet(source, 'slow')] });
    expect(sentences(study)).toContainEqual(expect.stringContaining('Finding 1 has no dissenting quote'));
    expect(sentences(study)).toContainEqual(expect.stringContaining('Finding 1 has no insight yet'));
    study.evidence(study.assumption(study.department('Sales'), 'It is fast'), { theme }, 'contradicts');
    expect(sentences(study)).not.toContainEqual(expect.stringContaining('no dissenting quote'));
  });

  it('hear one voice that gives more than a third of all quotes', () => {
    const study = buildStudy();
    const loud = study.source({
      participantId: study.participant(),
      turns: [[null, 'One thing. Two things. Three things.']],
    });
    const quiet = study.source({ participantId: study.participant(), turns: [[null, 'My own thing.']] });
    study.theme({
      name: 'Things',
      snippets: ['One thing', 'Two things', 'Three things'].map((words) => study.snippet(loud, words)),
    });
    study.theme({ name: 'Other', snippets: [study.snippet(quiet, 'My own thing')] });
    expect(sentences(study)).toContainEqual(expect.stringContaining('3 of 4 quotes in this readout are from P01: more than a third'));
    expect(sentences(buildRenewalStudy())).not.toContainEqual(expect.stringContaining('more than a third'));
  });

  it('read written texts, with the record to change, and never quotes', () => {
    const study = buildRenewalStudy();
    study.edit('updateTheme', { themeId: study.ids.human, insight: 'Sales is obviously wrong.' });
    const content = buildReadout(study.state, {
      names: 'pseudonyms',
      today: '2026-06-30',
      turnSpeakers: study.turnSpeakers,
    });
    const found = checkReadout(study.state, content).filter(({ severity }) => severity === 'warning');
    expect(found.map(({ sentence }) => sentence.slice(0, 11))).toEqual(['“wrong” sta', '“obviously”']);
    expect(found[0]?.where.record).toEqual({ collection: 'themes', id: study.ids.human });
  });

  it('do not let a person stand beside a statement they brought', () => {
    const study = buildRenewalStudy();
    study.edit('updateReadout', { method: 'Omar Vance asked for this study.' });
    expect(sentences(study)).toContainEqual(expect.stringContaining('Omar Vance is named in the method'));
  });

  it('warn of a pseudonym that gives a name away, and of real names', () => {
    const study = buildRenewalStudy();
    study.edit('updateParticipant', { participantId: study.ids.people[0] ?? '', pseudonym: 'Sarah C.' });
    expect(sentences(study)).toContainEqual(expect.stringContaining('The pseudonym “Sarah C.” holds a participant’s name'));
    expect(sentences(study, 'names')).toContainEqual(expect.stringContaining('shows real names'));
  });

  it('tell how many headlines fit', () => {
    const study = buildRenewalStudy();
    const themes = [...study.state.all('themes').keys(), study.theme({ name: 'Fourth' })];
    study.edit('updateReadout', { headlineThemeIds: themes });
    expect(sentences(study)).toContainEqual(expect.stringContaining('4 headline findings are chosen'));
  });
});

describe('guarded wording', () => {
  const found = (text: string, heard = 8): string[] => guardedWordings(text, heard).map((wording) => wording.found);

  it.each([
    ['They were Wrong about it', ['Wrong']],
    ['wrongdoing and the mythology of failures', []],
    ['Sales failed to ask and ignored it, they refuse', ['failed to', 'ignored', 'refuse']],
    ['Proven, validated, a myth', ['myth', 'Proven', 'validated']],
    ['There is no evidence; it is not an issue', ['no evidence', 'not an issue']],
    ['60 % of them, 12.5% of us', ['60 %', '12.5%']],
    ['Most want a price. Six of eight people, most of them buyers.', ['Most']],
    ['Almost everyone agrees', ['Almost everyone']],
    ['Utmost and foremost care', []],
  ])('%s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  it('allows percentages from twenty people on', () => {
    expect(found('60 % of them', 20)).toEqual([]);
  });
});
