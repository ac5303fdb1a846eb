// The streams of a command: those of the process, or others in its place.
import type { Readable, Writable } from 'node:stream';

/** Where a command reads what is typed or piped, prints, and says things to the person. */
export interface Streams {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable;
  stderr: Writable;
}
