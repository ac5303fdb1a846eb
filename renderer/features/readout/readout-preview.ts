// The preview: the very document that would be exported, built by the core, and the same content as data for sections, quotes and checks.
import { useEffect } from 'react';
import { create } from 'zustand';

import { buildReadout } from '#shared/domain/readout/build-readout';
import type { ReadoutCheck } from '#shared/domain/readout/readout-check';
import { checkReadout } from '#shared/domain/readout/readout-checks';
import type { ReadoutContent } from '#shared/domain/readout/readout-content';
import { AppError } from '#shared/lib/app-error';
import type { Unsubscribe } from '#shared/lib/emitter';
import { exportPurpose, watchExportPurpose } from '#renderer/stores/export-purpose';
import { textOfBase64 } from '#renderer/stores/read-base64';
import { call } from '#renderer/stores/session';
import { turnSpeakersArrived, turnSpeakersOf } from '#renderer/stores/turn-speakers';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

import { today } from '../evidence/index.ts';

export interface ReadoutPreview {
  /** `stale`: shown while the next one is being built. */
  state: 'empty' | 'stale' | 'ready' | 'failed';
  markdown: string;
  content: ReadoutContent | null;
  checks: readonly ReadoutCheck[];
  /** Why it could not be built. */
  message: string;
}

const EMPTY: ReadoutPreview = { state: 'empty', markdown: '', content: null, checks: [], message: '' };

const useStore = create<ReadoutPreview>()(() => EMPTY);

/** Pause after the last change before the document is built again (ms). */
const PAUSE_MS = 350;

let readers = 0;
let timer: number | undefined;
/** Number of the newest build; an older one that answers later is thrown away. */
let newest = 0;
let stops: Unsubscribe[] = [];

async function build(): Promise<void> {
  const number = (newest += 1);
  const { seq, status } = useVaultStore.getState();
  if (!status) return;
  try {
    const purpose = exportPurpose();
    const { base64 } = await call('readout.build', { format: 'md', purpose });
    if (number !== newest) return;
    // Records that moved on meanwhile have called for another build already.
    if (useVaultStore.getState().seq !== seq) return;
    const content = buildReadout(projection.state, { names: 'pseudonyms', purpose, today: today(), turnSpeakers: turnSpeakersOf });
    useStore.setState({
      state: 'ready',
      markdown: textOfBase64(base64),
      content,
      checks: checkReadout(projection.state, content),
      message: '',
    });
  } catch (error) {
    if (number !== newest) return;
    const message = error instanceof AppError ? error.message : 'The readout could not be built. Nothing in the study was changed.';
    useStore.setState({ state: 'failed', message });
  }
}

function buildSoon(): void {
  newest += 1;
  if (useStore.getState().state === 'ready') useStore.setState({ state: 'stale' });
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void build(), PAUSE_MS);
}

function follow(): Unsubscribe {
  readers += 1;
  if (readers === 1) {
    stops = [
      turnSpeakersArrived.subscribe(buildSoon),
      watchExportPurpose(buildSoon),
      useVaultStore.subscribe((state, before) => {
        if (state.status?.folder !== before.status?.folder) useStore.setState(EMPTY);
        if (state.seq !== before.seq || state.status?.folder !== before.status?.folder) buildSoon();
      }),
    ];
    void build();
  }
  return () => {
    readers -= 1;
    if (readers > 0) return;
    newest += 1;
    window.clearTimeout(timer);
    for (const stop of stops) stop();
    stops = [];
  };
}

/** The preview, kept up to date as long as somebody shows it. */
export function useReadoutPreview(): ReadoutPreview {
  useEffect(follow, []);
  return useStore();
}

/** The preview as it stands, for handlers. */
export function readoutPreviewNow(): ReadoutPreview {
  return useStore.getState();
}
