// What every host must keep, whatever carries the messages: the same calls give the same answers, events and errors.
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Core } from '#core/core';
import type { CoreEvent } from '#shared/rpc/answers';
import type { Transport, TransportEvent } from '#shared/rpc/transport';

/** A window on a running core, and a way to get another one where the host can have several. */
export interface Connected {
  /** The core behind the window; null where it lives in another process. */
  core: Core | null;
  /** Where the test may make studies. */
  folder: string;
  window: Transport;
  anotherWindow: (() => Promise<Transport>) | null;
  stop(): Promise<void>;
}

type Entry = Extract<CoreEvent, { type: 'entry' }>;

const TRANSCRIPT = 'Interviewer: What happened next?\nMaria: It broke — twice.\nInterviewer: And then?\nMaria: I called a friend.\n';

/** Texts that carriers have been known to change. */
const DELICATE = [
  'plain',
  'Größe, naïve, 東京',
  '🧵👩‍🔬',
  'a\u2028b\u2029c',
  '</script><!--',
  '"\\/\b\f\n\r\t',
  '\u0000\u0001',
  '\ud800 alone',
  '{"kind":"event","id":1}\n',
];

function listen(window: Transport): { events: TransportEvent[]; entries: () => Entry[]; stop: () => void } {
  const events: TransportEvent[] = [];
  const stop = window.subscribe((event) => events.push(event));
  return { events, stop, entries: () => events.filter((event) => event.type === 'entry') };
}

async function withStudy({ window, folder }: Connected): Promise<void> {
  await window.call('vault.create', { folder: path.join(folder, 'Onboarding.plumb'), name: 'Onboarding' });
}

async function rejection(promise: Promise<unknown>): Promise<{ code: unknown; message: unknown; details: unknown }> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason as { code: unknown; message: unknown; details: unknown },
  );
  if (!error) throw new Error('was answered');
  return { code: error.code, message: error.message, details: error.details };
}

/** Runs the list over one host. */
export function describeHost(name: string, connect: () => Promise<Connected>): void {
  describe(name, () => {
    let host: Connected;
    beforeEach(async () => {
      host = await connect();
    });
    afterEach(() => host.stop());

    it('says how the app stands', async () => {
      const status = await host.window.call('app.status', {});
      if (host.core) expect(status).toEqual(await host.core.handlers['app.status']({}));
      expect(status).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), vault: null });
    });

    it('delivers what a call caused before it answers the call', async () => {
      const heard = listen(host.window);
      await withStudy(host);
      expect(heard.events.map((event) => event.type)).toContain('vault');
      const { seq, result } = await host.window.call('vault.edit', { edit: 'createTag', input: { name: 'Price' } });
      expect(heard.entries().map((entry) => [entry.seq, entry.kind, entry.label])).toContainEqual([seq, 'edit', 'Create tag Price']);
      expect(result).toEqual({ tagId: expect.any(String) });
    });

    it('keeps the order of events under many calls at once', async () => {
      await withStudy(host);
      const heard = listen(host.window);
      const answers = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const { seq } = await host.window.call('vault.edit', { edit: 'createTag', input: { name: `Tag ${index}` } });
          return { seq, heardByThen: heard.entries().some((entry) => entry.seq === seq) };
        }),
      );
      expect(answers.filter((answer) => !answer.heardByThen)).toEqual([]);
      const seqs = heard.entries().map((entry) => entry.seq);
      expect(seqs).toEqual(seqs.toSorted((left, right) => left - right));
      expect(new Set(seqs)).toEqual(new Set(answers.map((answer) => answer.seq)));
    });

    it('gives the same records as the core has', async () => {
      await withStudy(host);
      await host.window.call('vault.edit', { edit: 'createTag', input: { name: 'Price' } });
      const snapshot = await host.window.call('vault.snapshot', {});
      expect(Object.values(snapshot.records.tags).map((tag) => tag.name)).toContain('Price');
      if (host.core) expect(snapshot).toEqual(await host.core.handlers['vault.snapshot']({}));
    });

    it('undoes and redoes, and says what', async () => {
      await withStudy(host);
      await host.window.call('vault.edit', { edit: 'createTag', input: { name: 'Price' } });
      const heard = listen(host.window);
      const undone = await host.window.call('vault.undo', {});
      expect(undone).toMatchObject({ label: 'Create tag Price', changed: [{ collection: 'tags' }] });
      expect(await host.window.call('vault.redo', {})).toMatchObject({ label: 'Create tag Price' });
      expect(heard.entries().map((entry) => [entry.kind, entry.undoLabel, entry.redoLabel])).toEqual([
        ['undo', null, 'Create tag Price'],
        ['redo', 'Create tag Price', null],
      ]);
    });

    it('carries every text unchanged, there and back', async () => {
      await withStudy(host);
      const heard = listen(host.window);
      for (const text of DELICATE) await host.window.call('vault.edit', { edit: 'addMemo', input: { title: 'A text', text } });
      const memos = (await host.window.call('vault.snapshot', {})).records.memos;
      expect(new Set(Object.values(memos).map((memo) => memo.text))).toEqual(new Set(DELICATE));
      const announced = heard.entries().map((entry) => (entry.changes[0]?.after as { text: string } | undefined)?.text);
      expect(announced).toEqual(DELICATE);
    });

    it('imports a file, with progress under the job’s name', async () => {
      await withStudy(host);
      const heard = listen(host.window);
      const preview = await host.window.call('import.inspect', {
        fileName: 'Maria.txt',
        base64: Buffer.from(TRANSCRIPT).toString('base64'),
      });
      expect(preview).toMatchObject({ fileName: 'Maria.txt', turns: 4 });
      const speakers = preview.speakers.map(({ label, role }) => ({ label, role, participantId: null, newParticipantName: label }));
      const done = await host.window.call('import.commit', {
        jobId: 'job-1',
        files: [{ importId: preview.importId, title: 'Maria', kind: 'interview', heldOn: null, speakers, participantId: null }],
      });
      expect(done.files).toEqual([{ importId: preview.importId, ok: true, sourceId: expect.any(String), error: null }]);
      expect(heard.events.filter((event) => event.type === 'progress').map((event) => event.jobId)).toContain('job-1');
      const { turns } = await host.window.call('transcript.read', { sourceId: done.files[0]?.sourceId ?? '' });
      expect(turns.map((turn) => turn.text)[1]).toBe('It broke — twice.');
    });

    it('rejects with the core’s own error', async () => {
      expect(await rejection(host.window.call('vault.snapshot', {}))).toEqual({
        code: 'vault-missing',
        message: 'No study is open. Open or create one first.',
        details: {},
      });
      await withStudy(host);
      expect(await rejection(host.window.call('vault.edit', { edit: 'noSuchEdit', input: {} }))).toMatchObject({ code: 'bad-input' });
      const before = await host.window.call('vault.snapshot', {});
      expect(await rejection(host.window.call('vault.edit', { edit: 'createTag', input: { name: 7 } }))).toMatchObject({
        code: 'bad-input',
      });
      expect(await host.window.call('vault.snapshot', {})).toEqual(before);
    });

    it('rejects methods and messages that are not in the contract', async () => {
      const call = host.window.call as unknown as (method: string, input: unknown) => Promise<unknown>;
      for (const method of ['no.such', 'constructor', '__proto__', 'toString', '', '../session']) {
        expect((await rejection(call(method, {}))).code, method).toBe('not-found');
      }
      for (const input of [null, 7, 'text', [], { more: 1 }]) {
        expect((await rejection(call('app.status', input))).code, JSON.stringify(input)).toBe('bad-input');
      }
    });

    it('refuses too much, too deep and poisoned messages, and goes on', async () => {
      await withStudy(host);
      const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
      const hostile: [unknown, string][] = [
        [{ edit: 'addMemo', input: { title: 'Long', text: 'x'.repeat(9 * 1024 * 1024) } }, 'more than Plumbline takes in one step'],
        [{ edit: 'addMemo', input: nested(100) }, 'more than Plumbline takes in one step'],
        [JSON.parse('{"edit":"addMemo","input":{"__proto__":{"title":"x"}}}'), 'not plain data'],
      ];
      for (const [input, words] of hostile) {
        const error = await rejection(host.window.call('vault.edit', input as { edit: string; input: unknown }));
        expect(error).toMatchObject({ code: 'bad-input', message: expect.stringContaining(words) });
      }
      expect(({} as Record<string, unknown>)['title']).toBeUndefined();
      expect((await host.window.call('vault.snapshot', {})).records.memos).toEqual({});
    });

    it('tells every window, and stops telling those that no longer listen', async () => {
      const other = host.anotherWindow ? await host.anotherWindow() : host.window;
      const first = listen(host.window);
      const second = listen(other);
      await host.window.call('app.changeSettings', { hideNames: true });
      await other.call('app.status', {});
      second.stop();
      await host.window.call('app.changeSettings', { hideNames: false });
      await other.call('app.status', {});
      const settings = (events: TransportEvent[]): unknown[] =>
        events.filter((event) => event.type === 'settings').map((event) => event.settings.hideNames);
      expect(settings(first.events)).toEqual([true, false]);
      expect(settings(second.events)).toEqual([true]);
      if (other !== host.window) other.close();
    });
  });
}
