// Reads the JSON body of a request, never more of it than its route may have (trust.md W7, W10).
import type { IncomingMessage } from 'node:http';

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 408 | 413 };

/** @param limit bytes. The declared length is only a hint; what counts is what arrives. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { ok: false, status: 413 };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limit) return { ok: false, status: 413 };
      parts.push(part);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the body, which may be interview text; it goes nowhere.
    return { ok: false, status: request.complete ? 400 : 408 };
  }
}
