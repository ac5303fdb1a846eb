// No word of an interview, no name and no passphrase in what is said when something goes wrong: standard error, refusals, the reports
// of check and repair, and what the loopback host writes (trust.md P12).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureBuilt, REPOSITORY } from '#test/builders/built-output';
import { plumblineProcess } from '#test/builders/plumbline-cli';
import { pageFetch } from '#test/builders/running-headless';

const CANARIES = {
  said: 'Zwitscherwort',
  name: 'Kanarienvogelin',
  quote: 'Quittengelber',
  passphrase: 'Passwortgesang sieben gelbe Federn',
  wrong: 'Falschgesang sieben graue Federn',
};
const WORDS = Object.values(CANARIES).flatMap((text) => text.split(' ').slice(0, 1));

/** Which of them a text holds: as they are, in base64, or percent-encoded by two bytes a letter. */
function found(text: string): string[] {
  const wide = text.replaceAll('\u0000', '');
  return WORDS.filter((word) => wide.includes(word) || text.includes(Buffer.from(word).toString('base64').slice(0, -3)));
}

interface Said {
  command: string;
  error: string;
}

const said: Said[] = [];
/** Runs a command and keeps what it said on standard error; a refusal also says itself on standard output. */
function run(args: readonly string[], input = ''): ReturnType<typeof plumblineProcess> {
  const done = plumblineProcess(args, input);
  const refusals = done.stdout.split('\n').filter((line) => line.startsWith('{"ok":false'));
  said.push({ command: args.join(' '), error: [done.stderr, ...refusals].join('\n') });
  return done;
}

const INTERVIEW = `Interviewer: How was it?\n${CANARIES.name}: ${CANARIES.said}, nobody told me the price.\n`;
let folder = '';
let vault = '';
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-canary-'));
  vault = path.join(folder, 'study.plumb');
  run(['create', vault, '--name', 'Canary']);
  run(['import', vault, file('one.txt', INTERVIEW)]);
  run(['apply', vault], `{"edit":"addParticipant","input":{"pseudonym":"P01","name":"${CANARIES.name}"}}\n`);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the looking itself works', () => {
  expect(found(`x ${CANARIES.said} y`)).toEqual([CANARIES.said]);
  expect(found(Buffer.from(CANARIES.name).toString('base64'))).toEqual([CANARIES.name]);
  expect(found(Buffer.from(CANARIES.said, 'utf16le').toString('latin1'))).toEqual([CANARIES.said]);
  expect(readFileSync(path.join(vault, 'vault.json'), 'utf8')).toContain(CANARIES.name);
});

describe('the command line', () => {
  test('each command, done and refused, says none of it on standard error', () => {
    const quotes = file('quotes.csv', `quote,tags,participant\n"${CANARIES.quote} is not there",price,${CANARIES.name}\n`);
    const broken = file('broken.csv', `quote,tags\n"${CANARIES.quote} never closed,price\n`);
    const binary = file('binary.txt', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), Buffer.from(INTERVIEW)]));
    const captions = file('bad.vtt', `WEBVTT\n\n00:99:99 --> nonsense\n${CANARIES.said}\n`);
    for (const words of [
      ['inspect', binary, captions],
      ['import', vault, binary, captions],
      ['quotes', vault, quotes],
      ['quotes', vault, broken],
    ])
      run([...words, '--json']);
    run(
      ['apply', vault],
      [
        `{"edit": "createTag", ${CANARIES.said}`,
        `{"edit":"createTag","input":{"name":{"${CANARIES.said}":"${CANARIES.name}"}}}`,
        `{"edit":"addParticipant","input":{"pseudonym":7,"name":"${CANARIES.name}","${CANARIES.said}":1}}`,
        `{"edit":"setSnippetNote","input":{"snippetId":"nowhere","note":"${CANARIES.said}"}}`,
        `"${CANARIES.said}"`,
      ].join('\n'),
    );
    for (const command of ['dump', 'verdicts', 'suggest-themes']) run([command, vault]);
    run(['search', vault, CANARIES.said]);
    run(['export', vault, '--format', 'html', '--out', path.join(folder, 'no', 'such', 'folder.html')]);
    run(['export', vault, '--format', CANARIES.said]);
    expect(said.length).toBeGreaterThan(11);
    expect(said.filter(({ error }) => error.trim() !== '').length).toBeGreaterThan(3);
    expect(said.map((each) => ({ ...each, found: found(each.error) })).filter((each) => each.found.length > 0)).toEqual([]);
  });

  test('passphrases, right and wrong, are never said', () => {
    said.length = 0;
    const sealed = path.join(folder, 'sealed.plumb');
    const right = file('right.txt', `${CANARIES.passphrase}\n`);
    const wrong = file('wrong.txt', `${CANARIES.wrong}\n`);
    run(['create', sealed, '--name', 'Sealed']);
    run(['import', sealed, file('two.txt', INTERVIEW)]);
    expect(run(['encrypt', sealed, '--new-passphrase-file', right]).code).toBe(0);
    expect(run(['dump', sealed, '--passphrase-file', wrong]).code).toBe(1);
    expect(run(['passphrase', sealed, '--passphrase-file', wrong, '--new-passphrase-file', right]).code).toBe(1);
    run(['encrypt', sealed, '--new-passphrase-file', wrong]);
    run(['check', sealed, '--passphrase-file', right, '--json']);
    run(['decrypt', sealed, '--passphrase-file', wrong]);
    expect(said.filter(({ error }) => found(error).length > 0)).toEqual([]);
    expect(found(allBytes(sealed))).toEqual([]);
  });

  test('a damaged study is reported on without a word of it', () => {
    said.length = 0;
    const damaged = path.join(vault, 'vault.json');
    const text = readFileSync(damaged, 'utf8');
    writeFileSync(damaged, text.replace(CANARIES.name, `${CANARIES.name.slice(0, -2)}"\\`));
    for (const name of readdirSync(path.join(vault, 'transcripts'))) {
      const transcript = path.join(vault, 'transcripts', name);
      writeFileSync(transcript, readFileSync(transcript, 'utf8').replace('nobody', '"nobody'));
    }
    const mended = path.join(folder, 'mended.plumb');
    for (const words of [
      ['check', vault],
      ['check', vault, '--json'],
      ['dump', vault],
      ['repair', vault, '--out', mended],
    ])
      run(words);
    expect(said.some(({ error }) => error.trim() !== '')).toBe(true);
    expect(said.filter(({ error }) => found(error).length > 0)).toEqual([]);
    const reports = filesBelow(mended).filter((name) => /report\.(?:json|txt)$/.test(name));
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) expect(found(readFileSync(report, 'utf8')), report).toEqual([]);
  });
});

test('the loopback host writes none of what it is sent', async () => {
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'electron/headless/main.ts'), '--no-open'], {
    env: { ...process.env, PLUMBLINE_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  await expect.poll(() => output, { timeout: 30_000 }).toContain('#start=');
  const { origin, hash } = new URL(/http:\/\/\S+/.exec(output)?.[0] ?? '');
  const fetch = pageFetch(origin);
  const post = async (place: string, authorization: string, body: string): Promise<string> =>
    (await fetch(place, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body })).text();
  const { session } = JSON.parse(await post('/session', `Plumbline-Start ${hash.slice('#start='.length)}`, '{}')) as { session: string };
  const call = (method: string, body: string): Promise<string> => post(`/rpc/${method}`, `Bearer ${session}`, body);
  const sealed = JSON.stringify({ folder: path.join(folder, 'host.plumb'), name: 'Host study', passphrase: CANARIES.passphrase });
  const answers = [
    await call('vault.create', sealed),
    await call('vault.create', sealed),
    await call('vault.open', JSON.stringify({ folder: path.join(folder, 'host.plumb'), secret: 7, acceptDamage: false })),
    await call('vault.edit', `{"edit": "createTag", "input": ${CANARIES.said}`),
    await call('vault.edit', JSON.stringify({ edit: 'createTag', input: { [CANARIES.name]: CANARIES.quote } })),
    await call('vault.edit', JSON.stringify({ edit: 'addParticipant', input: { pseudonym: 'P01', name: CANARIES.name } })),
    await call('encryption.lock', '{}'),
    await call('vault.open', JSON.stringify({ folder: path.join(folder, 'host.plumb'), secret: CANARIES.wrong, acceptDamage: false })),
    await post('/session', `Plumbline-Start ${CANARIES.wrong}`, '{}'),
    await post(`/rpc/${CANARIES.said}`, `Bearer ${session}`, '{}'),
  ];
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(answers.filter((answer) => /"ok":false|"code"/.test(answer)).length).toBeGreaterThan(4);
  expect(answers.filter((answer) => found(answer).length > 0 && !answer.includes('"ok":true'))).toEqual([]);
  expect(found(output)).toEqual([]);
  expect(filesBelow(path.join(folder, 'data')).filter((name) => found(readFileSync(name, 'latin1')).length > 0)).toEqual([]);
}, 60_000);

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function allBytes(place: string): string {
  return filesBelow(place)
    .map((name) => readFileSync(name, 'latin1'))
    .join('\n');
}
