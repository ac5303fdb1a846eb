// Lines come out whole and in order however the network cuts them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readEventLines } from '#renderer/platform/event-line-reader';
import type { EventLine } from '#shared/rpc/numbered-event';

async function read(parts: Uint8Array[]): Promise<{ lines: EventLine[]; signs: number }> {
  const lines: EventLine[] = [];
  let signs = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  await readEventLines(
    body,
    (line) => lines.push(line),
    () => void (signs += 1),
  );
  return { lines, signs };
}

function cut(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((left, right) => left - right);
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}

const line = (id: number, message: string): EventLine => ({
  kind: 'event',
  id,
  event: { type: 'progress', jobId: 'j', done: id, total: 9, message },
});

describe('readEventLines', () => {
  it('puts lines together from any pieces', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.nat(5000), { maxLength: 20 }), async (messages, places) => {
        const sent = messages.map((message, index) => line(index + 1, message.toWellFormed()));
        const bytes = new TextEncoder().encode(sent.map((each) => `${JSON.stringify(each)}\n`).join(''));
        const { lines } = await read(cut(bytes, places));
        expect(lines).toEqual(sent);
      }),
    );
  });

  it('gives a sign for every piece, also for half a line, and drops a line that never ends', async () => {
    const { lines, signs } = await read([new TextEncoder().encode('{"kind":"heart'), new TextEncoder().encode('beat","id":1}')]);
    expect([lines, signs]).toEqual([[], 2]);
  });

  it('takes a line of many megabytes in many pieces in reasonable time', async () => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(line(1, 'x'.repeat(16 * 1024 * 1024)))}\n`);
    const begun = performance.now();
    const { lines } = await read(
      cut(
        bytes,
        Array.from({ length: 2000 }, (_, index) => index * 8192),
      ),
    );
    expect(lines).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
