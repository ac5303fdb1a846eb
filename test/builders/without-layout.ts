// What jsdom has not: boxes of ranges. Everything lies at the same place, so nothing scrolls.
import { afterEach, beforeEach } from 'vitest';

/** Gives ranges an empty box in each test of the file; taken away afterwards. */
export function withoutLayout(): void {
  const had = Object.getOwnPropertyDescriptor(Range.prototype, 'getBoundingClientRect');
  beforeEach(() => {
    Range.prototype.getBoundingClientRect = () => document.documentElement.getBoundingClientRect();
  });
  afterEach(() => {
    if (had) Object.defineProperty(Range.prototype, 'getBoundingClientRect', had);
    else Reflect.deleteProperty(Range.prototype, 'getBoundingClientRect');
  });
}
