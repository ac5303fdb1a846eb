// What a message may be, measured by itself: methods with loose inputs rely on it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkMessage, IMPORT_FILE_LIMIT, messageLimit } from '#shared/rpc/message-limits';

const MEGABYTE = 1024 * 1024;
const refused = expect.objectContaining({ code: 'bad-input' });

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { inner: value };
  return value;
}

describe('checkMessage', () => {
  it('lets every plain message through', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => checkMessage('vault.edit', value)));
  });

  it('counts all text together, keys too', () => {
    checkMessage('vault.edit', { text: 'x'.repeat(8 * MEGABYTE - 4) });
    expect(() => checkMessage('vault.edit', { text: 'x'.repeat(8 * MEGABYTE) })).toThrow(refused);
    expect(() => checkMessage('vault.edit', { ['x'.repeat(8 * MEGABYTE)]: 1, a: 1 })).toThrow(refused);
    const shared = Array.from({ length: 9 }, () => 'x'.repeat(MEGABYTE));
    expect(() => checkMessage('vault.edit', shared)).toThrow(refused);
  });

  it('takes the largest file that may be imported, in base64, and no larger message', () => {
    const base64 = 'A'.repeat(Math.ceil(IMPORT_FILE_LIMIT / 3) * 4);
    checkMessage('import.inspect', { fileName: 'long.txt', base64 });
    expect(() => checkMessage('import.inspect', { fileName: 'long.txt', base64: base64 + 'A'.repeat(2 * MEGABYTE) })).toThrow(/50 MB/);
    expect(messageLimit('import.commit')).toBe(8 * MEGABYTE);
  });

  it('refuses poisoned keys at any depth', () => {
    for (const text of ['{"__proto__":{}}', '{"a":[{"__proto__":null}]}', '[[{"b":{"__proto__":1}}]]']) {
      expect(() => checkMessage('vault.edit', JSON.parse(text)), text).toThrow(refused);
    }
    checkMessage('vault.edit', { proto: 1, constructor: 'a word', prototype: 'another' });
  });

  it('refuses depth and number beyond any message of ours, without running out of stack', () => {
    checkMessage('vault.edit', nested(60));
    expect(() => checkMessage('vault.edit', nested(66))).toThrow(refused);
    expect(() => checkMessage('vault.edit', nested(200_000))).toThrow(refused);
    expect(() =>
      checkMessage(
        'vault.edit',
        Array.from({ length: 1_000_001 }, () => 0),
      ),
    ).toThrow(refused);
    const huge: unknown[] = [];
    huge.length = 4_000_000_000;
    expect(() => checkMessage('vault.edit', huge)).toThrow(refused);
  });

  it('refuses whatever JSON cannot say', () => {
    class Thing {}
    for (const value of [
      new Map(),
      new Set(),
      new Date(0),
      new Uint8Array(1),
      new ArrayBuffer(1),
      /x/,
      new Error('x'),
      new Thing(),
      Object.create({ a: 1 }),
    ]) {
      expect(() => checkMessage('vault.edit', { value })).toThrow(refused);
    }
    checkMessage('vault.edit', Object.assign(Object.create(null), { a: 1 }));
  });
});
