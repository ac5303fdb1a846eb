// How far the opening of the sample study is, so that the welcome page can say so: it is the first thing a newcomer waits for.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { announce } from '#renderer/ui/announce';
import { call, refreshStatus } from '#renderer/stores/session';

import { focusWelcome } from './open-places.ts';

interface SampleOpening {
  opening: boolean;
  /** Why it could not be opened, as a sentence; null otherwise. */
  failure: string | null;
}

export const useSampleOpening = create<SampleOpening>()(() => ({ opening: false, failure: null }));

/** Opens a fresh copy of the sample study; a failure is said on the welcome page. Asking twice opens one. */
export async function openSample(): Promise<void> {
  if (useSampleOpening.getState().opening) return;
  useSampleOpening.setState({ opening: true, failure: null });
  try {
    await call('vault.openSample', {});
    await refreshStatus();
    announce('Opened a copy of the sample study');
    focusWelcome();
  } catch (error) {
    const reason = error instanceof AppError ? error.message : 'Something went wrong inside Plumbline.';
    useSampleOpening.setState({
      failure: `The sample study could not be opened. ${reason} Your own studies are not touched: start a new one, or open one.`,
    });
  } finally {
    useSampleOpening.setState({ opening: false });
  }
}
