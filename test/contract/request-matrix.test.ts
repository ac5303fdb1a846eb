// The whole matrix of requests against the real server (trust.md 2.2): the table says who may pass, all others get 4xx and change no byte.
//   npm run test:hosts -- --all        all 302,400 requests instead of a sample
//   npm run test:hosts -- --seed 7     another sample
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createSeededRandom, sampleIndexes } from '#shared/domain/themes/seeded-random';
import { keepAlive } from '#test/builders/kept-alive';
import { everyKnock, type Knock, knockText, mayPass, nearMiss, type Target, TARGETS } from '#test/builders/request-matrix';
import { type RunningCore, startCore } from '#test/builders/running-core';
import { pageFetch, type RunningHeadless, startTestHeadless } from '#test/builders/running-headless';

const ALL = process.env['PLUMBLINE_MATRIX'] === 'all';
const SEED = Number(process.env['PLUMBLINE_SEED'] ?? 1);
/** Requests of the sample, per target: of those that may pass, of those that miss it by one part, and of all others. */
const SAMPLE = 300;
const LINES = 6;

const BODIES: Partial<Record<Target, string>> = { '/rpc/vault.edit': '{"edit":"addMemo","input":{"title":"Planted"}}' };
const FAR_FUTURE = { startTokenMs: Infinity, idleMs: Infinity };

let running: RunningCore;
let host: RunningHeadless;
let vaultFolder = '';
let port = 0;
let session = '';
let entries = 0;
/** The host's clock: it moves on with each request, so that wrong tokens never pause the host (another test looks at that). */
let clock = 0;

beforeAll(async () => {
  running = await startCore('browser');
  host = await startTestHeadless({ core: running.core, auth: { ...FAR_FUTURE, now: () => (clock += 60_000) } });
  port = host.headless.port;
  vaultFolder = path.join(running.folder, 'Matrix.plumb');
  await running.core.handlers['vault.create']({ folder: vaultFolder, name: 'Matrix' });
  running.core.events.subscribe((event) => void (event.type === 'entry' && (entries += 1)));
  const answer = await pageFetch(host.headless.origin)('/session', {
    method: 'POST',
    headers: { authorization: `Plumbline-Start ${startToken()}`, 'content-type': 'application/json' },
    body: '{}',
  });
  session = ((await answer.json()) as { session: string }).session;
});

afterAll(async () => {
  await host.stop();
  await running.stop();
});

const startToken = (): string => new URL(host.headless.newAddress()).hash.slice('#start='.length);

/** One hash over all files of the study, with their names. */
async function vaultBytes(): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(vaultFolder, { recursive: true, withFileTypes: true });
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Sends all over a few kept connections. @returns what was answered otherwise than `right` wants it. */
async function send(knocks: readonly Knock[], token: () => string, right: (status: number) => boolean): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = knocks.values();
  const oneLine = async (): Promise<void> => {
    const line = keepAlive(port);
    for (const knock of waiting) {
      const status = await line.ask(knock.method, knockText(knock, port, token(), BODIES[knock.target] ?? '{}'));
      if (!right(status)) wrong.push(`${Object.values(knock).join(' | ')}: ${status}`);
    }
    line.close();
  };
  await Promise.all(Array.from({ length: LINES }, oneLine));
  return wrong;
}

describe(`the matrix of requests (${ALL ? 'all' : `sample of seed ${SEED}`})`, () => {
  it.each(TARGETS)(
    'at %s lets those of the table in and nobody else',
    async (target) => {
      const every = [...everyKnock(target)];
      const mayEnter = every.filter(mayPass);
      const mayNot = every.filter((knock) => !mayPass(knock));
      expect(every).toHaveLength(43_200);
      const random = createSeededRandom(SEED);
      const sample = (list: Knock[]): Knock[] => [...sampleIndexes(list.length, SAMPLE, random)].flatMap((index) => list[index] ?? []);

      const before = { bytes: await vaultBytes(), entries };
      // A right token stays right: nobody who may not pass uses it up.
      const token = target === '/session' ? startToken() : session;
      const refused = ALL ? mayNot : [...sample(mayNot.filter(nearMiss)), ...sample(mayNot)];
      expect(
        await send(
          refused,
          () => token,
          (status) => status >= 400 && status < 500,
        ),
      ).toEqual([]);
      expect(entries).toBe(before.entries);
      expect(await vaultBytes()).toBe(before.bytes);

      const entered = ALL || target === '/session' ? mayEnter : sample(mayEnter);
      // One start token is good at a time, so signing in happens one after the other.
      if (target === '/session') {
        const line = keepAlive(port);
        for (const [index, knock] of entered.entries()) {
          const fresh = index === 0 ? token : startToken();
          expect(await line.ask(knock.method, knockText(knock, port, fresh, '{}')), JSON.stringify(knock)).toBe(200);
          expect(await line.ask(knock.method, knockText(knock, port, fresh, '{}')), 'the same token again').toBe(401);
        }
        line.close();
      } else
        expect(
          await send(
            entered,
            () => session,
            (status) => status === 200,
          ),
        ).toEqual([]);
      expect(entries - before.entries).toBe(target === '/rpc/vault.edit' ? entered.length : 0);
      expect(entered.length > 0).toBe(target !== '/nothing');
    },
    600_000,
  );
});
