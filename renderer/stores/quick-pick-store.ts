// The quick pick that is open: one component for the palette, pickers and multi-step questions.
import type { ReactNode } from 'react';
import { create } from 'zustand';

export interface QuickPickItem {
  id: string;
  label: string;
  /** Second, quieter column: path, kind, where. */
  detail?: string;
  /** Right column: key or count. */
  hint?: string;
  icon?: ReactNode;
  /** Items of one section stand together while nothing is typed. */
  section?: string;
}

export interface QuickPickOptions {
  title: string;
  placeholder: string;
  items: readonly QuickPickItem[] | ((query: string) => readonly QuickPickItem[]);
  /** Offers a last row “Create …” for what is typed; gives `{ create: text }`. */
  create?: { label(query: string): string };
  /** The given items are ranked already (for items that depend on the query). */
  ranked?: boolean;
  initialQuery?: string;
  /** The initial query is the beginning of what is typed (a prefix of the palette), not a value to be replaced by it. */
  typeOn?: boolean;
  /** Shown when nothing fits. */
  empty?: (query: string) => string;
  /** Told while moving through the list: live preview. */
  onHighlight?(item: QuickPickItem | null): void;
}

export type QuickPickAnswer = { id: string } | { create: string };

interface OpenQuickPick {
  key: number;
  options: QuickPickOptions;
  answer(answer: QuickPickAnswer | null): void;
}

let nextKey = 1;

export const useQuickPickStore = create<{ open: OpenQuickPick | null }>()(() => ({ open: null }));

/** Opens a quick pick; resolves with what was chosen, or null when it was left. A second one replaces the first. */
export function quickPick(options: QuickPickOptions): Promise<QuickPickAnswer | null> {
  useQuickPickStore.getState().open?.answer(null);
  return new Promise((resolve) => {
    const key = nextKey++;
    const answer = (given: QuickPickAnswer | null): void => {
      if (useQuickPickStore.getState().open?.key === key) useQuickPickStore.setState({ open: null });
      resolve(given);
    };
    useQuickPickStore.setState({ open: { key, options, answer } });
  });
}

/** Asks for one line of text; null when it was left. */
export async function askText(options: { title: string; placeholder: string; initial?: string; action: string }): Promise<string | null> {
  const answer = await quickPick({
    title: options.title,
    placeholder: options.placeholder,
    items: [],
    create: { label: (query) => `${options.action} “${query}”` },
    initialQuery: options.initial ?? '',
    empty: () => `Type, then press Enter. Esc leaves.`,
  });
  return answer && 'create' in answer ? answer.create : null;
}
