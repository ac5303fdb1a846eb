// How the readout is looked at: the writing panel, the place to go to, the confirmation that is open. No records.
import type { ReadoutFormat } from '#shared/rpc/answers';
import { create } from 'zustand';

export type ReadoutFieldName = 'answer' | 'headlines' | 'unknowns' | 'method';

interface ReadoutView {
  /** The writing panel is shown. */
  writing: boolean;
  /** Field of the writing panel that is to get the focus. */
  focusField: ReadoutFieldName | null;
  /** Anchor of the section that is to be shown. */
  goTo: string | null;
  /** Anchor of the section in sight. */
  section: string | null;
  /** Quote of the preview that had the focus last, as `anchor index`, and which of its tools. */
  quote: string | null;
  tool: string | null;
  /** Format that waits for the yes to real names. */
  confirming: ReadoutFormat | null;
  /** The print dialog opens as soon as the preview stands. */
  printing: boolean;
}

export const useReadoutStore = create<ReadoutView>()(() => ({
  writing: false,
  focusField: null,
  goTo: null,
  section: null,
  quote: null,
  tool: null,
  confirming: null,
  printing: false,
}));
