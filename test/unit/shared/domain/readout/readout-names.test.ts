// With pseudonyms, no participant's name and no speaker label stands anywhere: not in the data, not in either export.
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { buildRenewalStudy, REAL_NAMES } from '#test/builders/renewal-study';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function exportsOf(study: StudyBuilder, names: 'pseudonyms' | 'names') {
  const content = buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers });
  return { data: JSON.stringify(content), markdown: readoutMarkdown(content), html: readoutHtml(content, sha256) };
}

/** A study in which one name stands in every field that a person can write. */
function plantedStudy(): StudyBuilder {
  const study = buildStudy('Study of Zephyrine Quill');
  const name = 'Zephyrine Quill';
  const said = 'I am Zephyrine, they call me Quill or ZEPHYRINE QUILL.';
  const segmentId = study.segment(`Friends of ${name}`);
  const participantId = study.participant({ name, segmentId, attributes: { boss: name }, relationship: name });
  const source = study.source({
    title: `Talk with ${name}`,
    speakers: { 'Quill, Z.': { participantId }, 'Ottoline Vex': 'unmapped', Robin: 'interviewer' },
    turns: [
      ['Robin', `Hello Zephyrine and Ottoline.`],
      ['Quill, Z.', said],
      ['Ottoline Vex', 'Vex is my name, says Quill.'],
    ],
  });
  const snippets = [
    study.snippet(source, said, { note: `Note on ${name}` }),
    study.snippet(source, 'Vex is my name', { note: name }),
    study.snippet(source, `Hello Zephyrine and Ottoline.\n${said}`),
  ];
  const theme = study.theme({ name: `${name} theme`, insight: `Insight of Zephyrine about Ottoline Vex.`, snippets });
  const department = study.department(`Department of Quill`, {
    protects: name,
    says: name,
    researchGives: name,
    acknowledge: name,
    assumedCustomer: name,
  });
  const assumption = study.assumption(department, `${name} assumes`, { owner: name });
  study.evidence(assumption, { theme }, 'supports', `Because ${name} said so.`);
  study.edit('createTag', { name: `Tag Quill`, definition: name, whenToUse: name, whenNotToUse: name });
  study.edit('updateStudy', { decision: { question: name, options: [name], owner: name, stakes: name } });
  study.edit('updateReadout', { answer: name, unknowns: `${name}\nOttoline`, method: name });
  study.edit('addMemo', { title: name, text: name });
  return study;
}

describe('with pseudonyms', () => {
  it('no real name of a believable study is anywhere', () => {
    const { data, markdown, html } = exportsOf(buildRenewalStudy(), 'pseudonyms');
    const words = [
      ...REAL_NAMES,
      'Sarah',
      'Connolly',
      'Karim',
      'Haddad',
      'Joanna',
      'Łukasz',
      'Żółć',
      'Bjørn',
      'Dell',
      '太郎',
      'Dupont',
      'Marie',
    ];
    for (const text of [data, markdown, html]) {
      for (const word of words) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    }
    expect(data).toContain('P01’s team');
  });

  it('no name planted in every field is anywhere, in any case', () => {
    for (const text of Object.values(exportsOf(plantedStudy(), 'pseudonyms'))) {
      expect(text).not.toMatch(/zephyrine|quill|ottoline|\bvex\b/i);
      expect(text).toContain('P01');
    }
  });

  it('exports hold no record ids either', () => {
    const study = plantedStudy();
    const { markdown, html } = exportsOf(study, 'pseudonyms');
    for (const collection of ['participants', 'sources', 'snippets', 'themes', 'assumptions'] as const) {
      for (const id of study.state.all(collection).keys()) {
        expect(markdown).not.toContain(id);
        expect(html).not.toContain(id);
      }
    }
  });
});

describe('with names', () => {
  it('people appear by name, and the document says so', () => {
    const { markdown } = exportsOf(buildRenewalStudy(), 'names');
    expect(markdown).toContain('Karim Haddad · trial · May 2026');
    expect(markdown).toContain('Holds real names');
  });

  it('the same readout, but for the names', () => {
    const study = plantedStudy();
    const withNames = exportsOf(study, 'names').markdown.split('\n').length;
    expect(exportsOf(study, 'pseudonyms').markdown.split('\n')).toHaveLength(withNames);
  });
});
