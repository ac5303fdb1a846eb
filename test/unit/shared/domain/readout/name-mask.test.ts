// Names in texts: found in every form, and ordinary words left alone.
import { describe, expect, it } from 'vitest';

import { createNameMask } from '#shared/domain/readout/name-mask';
import { SOMEBODY } from '#shared/domain/readout/name-phrases';
import { buildStudy } from '#test/builders/study-builder';

function maskOf(people: [name: string, pseudonym: string][], labels: Record<string, number | 'unmapped'> = {}) {
  const study = buildStudy();
  const ids = people.map(([name, pseudonym]) => study.participant({ name, pseudonym }));
  const speakers = Object.entries(labels).map(([label, person]) => [
    label,
    person === 'unmapped' ? ('unmapped' as const) : { participantId: ids[person] ?? '' },
  ]);
  study.source({ speakers: Object.fromEntries(speakers), turns: [[null, 'Text.']] });
  return createNameMask(study.state);
}

describe('name mask', () => {
  const { mask } = maskOf([
    ['Sarah Connolly', 'P01'],
    ['Łukasz Żółć', 'P02'],
    ['Bjørn O’Dell', 'P03'],
    ['田中太郎', 'P04'],
    ['Anne-Marie Dupont', 'P05'],
    ['Will Frost', 'P06'],
    ['JD', 'P07'],
    ['Ida', 'P08'],
  ]);

  it.each([
    ['Sarah Connolly told me', 'P01 told me'],
    ['sarah connolly, SARAH CONNOLLY', 'P01, P01'],
    ['Connolly, Sarah', 'P01, P01'],
    ['ask Sarah. She knows', 'ask P01. She knows'],
    ["Sarah’s team, Sarah's bill", "P01’s team, P01's bill"],
    ['Sarahs Rechnung', 'P01 Rechnung'],
    ['write to sarah.connolly@example.com', 'write to P01@example.com'],
    ['file sarah_connolly.docx and @sarahconnolly', 'file P01.docx and @P01'],
    ['said Zolc, or Żółć', 'said P02, or P02'],
    ['lukasz, ŁUKASZ, Bjorn', 'P02, P02, P03'],
    ["Bjørn O'Dell and Dell", 'P03 and P03'],
    ['それは田中太郎さんです', 'それはP04さんです'],
    ['Anne Marie, Anne-Marie Dupont', 'P05, P05'],
    ['JD said, but the jd file', 'P07 said, but the jd file'],
    ['Ida and Idaho', 'P08 and Idaho'],
    ['Will it work? It will, said Will Frost.', 'P06 it work? It will, said P06.'],
    ['a frosty morning, frost on the Frost', 'a frosty morning, frost on the P06'],
    ['nothing here', 'nothing here'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it('hides labels of speakers, also of those nobody has mapped', () => {
    const { mask: labelled } = maskOf([['', 'P01']], { 'Speaker 2': 0, 'Marta K.': 'unmapped' });
    expect(labelled('Speaker 2 and marta')).toBe(`P01 and ${SOMEBODY}`);
    expect(labelled('the speaker was 2 hours late')).toBe('the speaker was 2 hours late');
  });

  it('never takes roles and grammar in a label for names', () => {
    const { mask: labelled } = maskOf([['Customer Anna from the Sales team', 'P01']]);
    expect(labelled('The customer and the Sales team of Anna')).toBe('The customer and the Sales team of P01');
  });

  it('leaves codes that are pseudonyms alone, and hides a code that is somebody’s old label', () => {
    const { mask: labelled } = maskOf([
      ['P02', 'P01'],
      ['', 'P02'],
      ['K17', 'P03'],
    ]);
    expect(labelled('P01, P02 and K17')).toBe('P01, P02 and P03');
  });

  it('does not guess between people of the same first name', () => {
    const { mask: labelled } = maskOf([
      ['Sarah Connolly', 'P01'],
      ['Sarah Weiss', 'P02'],
    ]);
    expect(labelled('Sarah, Sarah Weiss, Connolly')).toBe(`${SOMEBODY}, P02, P01`);
  });

  it('hides a real name even when it is somebody else’s pseudonym', () => {
    const { mask: labelled } = maskOf([
      ['Eva Sand', 'Maria'],
      ['Maria Lopez', 'Clara'],
    ]);
    expect(labelled('Eva spoke to Maria')).toBe('Maria spoke to Clara');
  });

  it('hides names with signs in them letter by letter', () => {
    const { mask: labelled } = maskOf([
      ['<b>Zora</b>', 'P01'],
      ['😀 Kim', 'P02'],
    ]);
    expect(labelled('It was <b>Zora</b> and 😀 Kim')).toBe('It was P01 and P02');
  });

  it('tells what it found', () => {
    const { find } = maskOf([['Sarah Connolly', 'P01']]);
    expect(find('Sarah and Sarah Connolly, sarah')).toEqual(['Sarah', 'Sarah Connolly', 'sarah']);
  });
});

it('takes linear time on long hostile text', () => {
  const { mask } = maskOf([['Sarah Anna Connolly', 'P01']]);
  const text = 'Sarah Anna '.repeat(20_000);
  const started = performance.now();
  expect(mask(text)).not.toContain('Sarah');
  expect(performance.now() - started).toBeLessThan(1500);
});
