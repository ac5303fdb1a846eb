// Reads lines of JSON from a response as they arrive.
import type { EventLine } from '#shared/rpc/numbered-event';

/**
 * Calls back for each whole line, until the line ends or breaks.
 * @param onSign called whenever anything arrives at all, so that a silent line can be told from a dead one.
 * @throws what the body's stream throws when the connection breaks.
 */
export async function readEventLines(
  body: ReadableStream<Uint8Array>,
  onLine: (line: EventLine) => void,
  onSign: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // Pieces of a line that is not whole yet; joined once, because one entry can be many megabytes.
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const parts = decoder.decode(value, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      const line = pieces.join('') + part;
      pieces = [];
      if (line !== '') onLine(JSON.parse(line) as EventLine);
    }
    if (last !== '') pieces.push(last);
  }
}
