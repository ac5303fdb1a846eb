// Fetches the text of a source, and keeps the last few, so that going back to one shows it at once.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { TranscriptAnswer } from '#shared/rpc/answers';
import { call } from '#renderer/stores/session';

export type LoadedTranscript =
  | { state: 'loading' }
  /** A finished sentence, and the way to try again. */
  | { state: 'failed'; message: string; retry(): void }
  | { state: 'ready'; text: TranscriptAnswer };

const KEPT = 6;

/** By checksum, so that another revision or another study never shows the wrong text. */
const kept = new Map<string, TranscriptAnswer>();

function keep(sha256: string, text: TranscriptAnswer): void {
  kept.delete(sha256);
  kept.set(sha256, text);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

export function useTranscript(source: Source | undefined): LoadedTranscript {
  const sourceId = source?.id;
  const sha256 = source?.transcript.sha256;
  const [loaded, setLoaded] = useState<{ sha256: string; answer: LoadedTranscript } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (sourceId === undefined || sha256 === undefined || kept.has(sha256)) return undefined;
    let wanted = true;
    const show = (answer: LoadedTranscript): void => {
      if (wanted) setLoaded({ sha256, answer });
    };
    call('transcript.read', { sourceId })
      .then((text) => {
        keep(sha256, text);
        show({ state: 'ready', text });
      })
      .catch((error: unknown) => show({ state: 'failed', message: sentenceOf(error), retry: () => setAttempt((count) => count + 1) }));
    return () => {
      wanted = false;
    };
  }, [sourceId, sha256, attempt]);
  if (loaded && loaded.sha256 === sha256) return loaded.answer;
  const text = sha256 === undefined ? undefined : kept.get(sha256);
  return text ? { state: 'ready', text } : { state: 'loading' };
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError
    ? error.message
    : 'The transcript could not be fetched, because Plumbline did not answer. Nothing was changed. Try again.';
}
