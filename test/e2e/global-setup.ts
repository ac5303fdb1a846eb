// Before any end-to-end test: the window is built when it is missing or older than its sources.
import { ensureBuilt } from '../builders/built-output.ts';

/** Called once by Playwright. @throws Error with the builder's words when the sources do not build. */
export default function buildFirst(): void {
  ensureBuilt();
}
