// No file that leaves the study holds words of people whose consent does not reach so far: every kind of export is searched byte by byte.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { fillSampleStudy } from '#core/services/sample-study';
import type { Vault } from '#core/vault/vault';
import type { Consent } from '#shared/model/records/consent';
import type { Source } from '#shared/model/records/source';
import { plumbline } from '#test/builders/plumbline-cli';
import { temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const RESOURCES = path.resolve(import.meta.dirname, '../../../../../resources/sample-study');
const FILES = [
  'md',
  'html',
  'quotes',
  'codebook',
  'participants',
  'tags-together',
  'tags-by-segment',
  'saturation',
  'xlsx',
  'notes',
  'qdpx',
  'qdc',
];

/** The file, or all files of a folder, with archives unpacked, as one text. Escapes of JSON, XML, HTML and Markdown are taken off. */
function textOf(place: string): string {
  if (statSync(place).isDirectory())
    return readdirSync(place)
      .map((name) => textOf(path.join(place, name)))
      .join('\n');
  const bytes = readFileSync(place);
  const parts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? Object.values(unzipSync(bytes)) : [bytes];
  return flat(parts.map((part) => Buffer.from(part).toString('utf8')).join('\n'));
}

const flat = (text: string): string =>
  text
    .replace(/&#x27;|&#39;|&apos;/g, "'")
    .replace(/\\n|<[^>]*>|[\\>*_"“”„]/g, ' ')
    .replace(/\s+/g, ' ');

/** Stretches of a quote that cannot be there by chance; masks of names may stand between them. */
const stretches = (quote: string): string[] => {
  const words = flat(quote).trim().split(' ');
  const found = [0, Math.floor(words.length / 2), words.length - 6].map((at) =>
    words.slice(Math.max(0, at), Math.max(0, at) + 6).join(' '),
  );
  return [...new Set(found)].filter((stretch) => stretch.length > 20);
};

async function sampleStudy(): Promise<{ vault: Vault; folder: string }> {
  const { vault, folder } = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(vault, RESOURCES, () => `s${(ids += 1)}`);
  return { vault, folder };
}

/** People who said something that was marked, most first. */
function talkers(vault: Vault): { participantId: string; sources: Source[]; quotes: string[] }[] {
  const { state } = vault;
  return [...state.all('participants').values()]
    .map(({ id }) => {
      const sources = state.referring('participants', id, 'sources');
      return {
        participantId: id,
        sources,
        quotes: sources.flatMap((source) => state.referring('sources', source.id, 'snippets').map(({ quote }) => quote)),
      };
    })
    .sort((left, right) => right.quotes.length - left.quotes.length);
}

const consent = (fields: Partial<Consent>): Consent => ({
  status: 'given',
  scope: 'outside',
  givenOn: null,
  expiresOn: null,
  note: '',
  ...fields,
});

test(
  'neither readout, tables, workbook, notes nor packages hold withheld words, and each export says so',
  { timeout: 180_000 },
  async () => {
    const { vault, folder } = await sampleStudy();
    const [gone, over, inside, free] = talkers(vault);
    if (!gone || !over || !inside || !free) throw new Error('The sample study has too few people.');
    await vault.edit('recordConsent', { participantId: gone.participantId, consent: consent({ status: 'withdrawn' }) });
    await vault.edit('recordConsent', { participantId: over.participantId, consent: consent({ expiresOn: '2020-01-31' }) });
    await vault.edit('recordConsent', { participantId: inside.participantId, consent: consent({ scope: 'team' }) });
    const titles = gone.sources.map(({ title }) => title);
    await vault.close();
    const out = temporaryFolder();
    const found: string[] = [];
    for (const format of FILES) {
      const file = path.join(out, format === 'notes' ? 'notes.zip' : `study.${format}`);
      const run = await plumbline(['export', folder, '--format', format, '--out', file, '--json']);
      expect(run.code, `${format}: ${run.stderr}`).toBe(0);
      const text = textOf(file);
      // A package is for the team, so that only those who are blocked for everybody are left out of it.
      const held = format === 'qdpx' ? [gone, over] : [gone, over, inside];
      for (const { quotes } of held)
        for (const quote of quotes) for (const stretch of stretches(quote)) if (text.includes(stretch)) found.push(`${format}: ${stretch}`);
      if (['quotes', 'xlsx', 'notes', 'qdpx'].includes(format))
        expect(free.quotes.some((quote) => stretches(quote).some((stretch) => text.includes(stretch)))).toBe(true);
      if (['md', 'html', 'quotes', 'participants', 'xlsx', 'notes'].includes(format)) {
        const quotes = held.reduce((sum, person) => sum + person.quotes.length, 0);
        expect(run.lines[0]).toMatchObject({ withheld: { people: 3, quotes } });
        expect(run.stderr).toContain(`The words of 3 people are withheld (${quotes} quotes)`);
        expect(text).toMatch(/[Ww]ithheld/);
      }
      if (format === 'qdpx')
        for (const title of titles) expect(run.stderr).toContain(`Left out: “${title}” with ${gone.quotes.length} snippets.`);
    }
    expect(found).toEqual([]);
    const quotes = textOf(path.join(out, 'study.quotes'));
    expect(quotes.match(/\[Withheld: the speaker has not agreed to this use\]/g)).toHaveLength(
      [gone, over, inside].reduce((sum, person) => sum + person.quotes.length, 0),
    );
  },
);

test('words for the team go to the team, and an export can refuse instead of leaving out', { timeout: 120_000 }, async () => {
  const { vault, folder } = await sampleStudy();
  const [inside] = talkers(vault);
  await vault.edit('recordConsent', { participantId: inside?.participantId ?? '', consent: consent({ scope: 'team' }) });
  await vault.close();
  const file = path.join(temporaryFolder(), 'quotes.csv');
  const [quote = ''] = inside?.quotes ?? [];
  const args = ['export', folder, '--format', 'quotes', '--out', file, '--json'];
  expect((await plumbline([...args, '--for', 'team'])).lines[0]).toMatchObject({
    ok: true,
    withheld: { people: 0, quotes: 0, sentences: [] },
  });
  expect(textOf(file)).toContain(stretches(quote)[0]);
  const refused = await plumbline([...args, '--refuse-consent-blocked']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('Nothing was written, because not everybody in this study agreed to it.');
  const packed = await plumbline([
    'export',
    folder,
    '--format',
    'qdpx',
    '--out',
    file,
    '--for',
    'stakeholders',
    '--refuse-consent-blocked',
  ]);
  expect(packed.code).toBe(1);
  expect((await plumbline([...args, '--for', 'everybody'])).stderr).toContain('can be team, stakeholders, outside');
  expect((await plumbline([...args, '--without-consent-blocked', '--refuse-consent-blocked'])).stderr).toContain('Say either');
});

test('a coding pack leaves out interviews with people who are blocked, and names them', { timeout: 120_000 }, async () => {
  const { vault, folder } = await sampleStudy();
  const [gone] = talkers(vault);
  if (!gone) throw new Error('The sample study has nobody.');
  await vault.edit('recordConsent', { participantId: gone.participantId, consent: consent({ status: 'withdrawn' }) });
  const all = vault.state.all('sources').size;
  await vault.close();
  const place = path.join(temporaryFolder(), 'pack.plumb');
  const run = await plumbline(['pack', folder, '--out', place, '--json']);
  expect(run.lines[0]).toMatchObject({ sources: all - gone.sources.length, leftOut: gone.sources.map(() => expect.any(String)) });
  for (const { title } of gone.sources) expect(run.stderr).toContain(title);
  const text = (function read(at: string): string {
    return statSync(at).isDirectory()
      ? readdirSync(at)
          .map((name) => read(path.join(at, name)))
          .join('\n')
      : flat(readFileSync(at, 'utf8'));
  })(place);
  for (const quote of gone.quotes) for (const stretch of stretches(quote)) expect(text).not.toContain(stretch);
  const only = await plumbline(['pack', folder, '--out', `${place}2`, '--sources', gone.sources.map(({ id }) => id).join(',')]);
  expect(only.stderr).toContain('No interview is left to code');
});
