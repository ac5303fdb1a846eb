// Changing the study: edits by name, undo, redo. Errors become notifications and are also thrown, for those who wait.
import type { EditAnswer, EditInput, EditName } from '#shared/edits/index';
import { AppError } from '#shared/lib/app-error';
import type { MethodInput } from '#shared/rpc/contract';
import type { TextRevised } from '#shared/rpc/revision-answers';

import { notifyError } from './notification-store.ts';
import { endProgress } from './progress-store.ts';
import { call, refreshStatus } from './session.ts';
import { useVaultStore } from './vault-store.ts';

/**
 * Runs an edit; resolves when it is on the disk and on screen. Wrong arguments do not compile.
 * @param coalesce edits with the same key in quick succession are undone together (typing).
 */
export async function edit<N extends EditName>(name: N, input: EditInput<N>, coalesce?: string): Promise<EditAnswer<N>> {
  // Only an edit of thousands of records ever says how far it is; the status bar then shows it, with a way to stop it.
  const jobId = crypto.randomUUID();
  return saving(async () => {
    try {
      const done = await call('vault.edit', { edit: name, input, jobId, ...(coalesce === undefined ? {} : { coalesce }) });
      await untilSeen(done.seq);
      return done.result as EditAnswer<N>;
    } finally {
      endProgress(jobId);
    }
  });
}

/** As edit, for event handlers that have nothing to do afterwards: a failure is shown and swallowed. */
export function tryEdit<N extends EditName>(name: N, input: EditInput<N>, coalesce?: string): void {
  void edit(name, input, coalesce).catch(() => undefined);
}

/** Corrects the text of a source; resolves when its snippets are found again and on screen. */
export async function correctTranscript(input: MethodInput<'transcript.correct'>): Promise<TextRevised> {
  return saving(() => revised(call('transcript.correct', input)));
}

/** Puts a file that was read in place of a source's text. */
export async function replaceTranscript(input: Omit<MethodInput<'transcript.replace'>, 'jobId'>): Promise<TextRevised> {
  const jobId = crypto.randomUUID();
  return saving(() => revised(call('transcript.replace', { ...input, jobId })).finally(() => endProgress(jobId)));
}

async function revised(answer: Promise<TextRevised>): Promise<TextRevised> {
  const done = await answer;
  if (done.seq !== null) await untilSeen(done.seq);
  return done;
}

/** Takes the last step back. @returns its label and the records that were put back, or null when it was refused. */
export async function undo(): Promise<{ label: string; changed: { collection: string; id: string }[] } | null> {
  return saving(() => call('vault.undo', {})).catch(() => null);
}

/** Does the last undone step again. */
export async function redo(): Promise<{ label: string; changed: { collection: string; id: string }[] } | null> {
  return saving(() => call('vault.redo', {})).catch(() => null);
}

async function saving<T>(work: () => Promise<T>): Promise<T> {
  useVaultStore.setState(({ saving: count }) => ({ saving: count + 1 }));
  try {
    return await work();
  } catch (error) {
    notifyError(error);
    if (error instanceof AppError && (error.code === 'disk' || error.code === 'read-only')) void refreshStatus().catch(() => undefined);
    throw error;
  } finally {
    useVaultStore.setState(({ saving: count }) => ({ saving: count - 1 }));
  }
}

/** The answer and the announcement travel apart; whoever reads the records after an edit must see it in them. */
function untilSeen(seq: number): Promise<void> {
  if (useVaultStore.getState().seq >= seq) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useVaultStore.subscribe((state) => {
      if (state.seq < seq && state.status !== null) return;
      stop();
      resolve();
    });
  });
}
