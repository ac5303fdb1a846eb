// Theme proposals as drafts: asked of the core, looked at, accepted or dropped. Nothing is placed before it is accepted.
import { useEffect } from 'react';
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';
import type { ThemeProposals } from '#shared/rpc/answers';
import { notifyError } from '#renderer/stores/notification-store';
import { endProgress } from '#renderer/stores/progress-store';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { requestReveal, showActivity } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { boardController } from './board-controller.ts';
import { boardOfStudy, useBoardStore } from './board-store.ts';
import { showOnBoard } from './walk.ts';

export type Proposal = ThemeProposals['proposals'][number];

interface ProposalState {
  /** The job that is running. */
  jobId: string | null;
  proposals: readonly Proposal[];
  /** Snippets that were looked at the last time; null: not asked yet. */
  considered: number | null;
  ticked: ReadonlySet<string>;
}

const initial: ProposalState = { jobId: null, proposals: [], considered: null, ticked: new Set() };

export const useProposalStore = create<ProposalState>()(() => initial);

/** What is selected and what is proposed belongs to one study. */
export function useBoardOfStudy(): void {
  const folder = useVaultStore((state) => state.status?.folder ?? null);
  useEffect(() => {
    if (boardOfStudy(folder)) useProposalStore.setState(initial, true);
  }, [folder]);
}

/** Shows the board's side bar and looks for themes among the snippets that lie in none. */
export async function askForThemes(): Promise<void> {
  showActivity('board');
  openTab({ kind: 'board' });
  if (useProposalStore.getState().jobId !== null) return;
  const jobId = crypto.randomUUID();
  useProposalStore.setState({ jobId });
  try {
    const { proposals, considered } = await call('themes.suggest', { jobId });
    if (useProposalStore.getState().jobId !== jobId) return;
    useProposalStore.setState({ proposals, considered, ticked: new Set() });
    announce(`${countNoun(proposals.length, 'theme is', 'themes are')} proposed from ${countNoun(considered, 'snippet', 'snippets')}.`);
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') announce('Stopped looking for themes. Nothing was changed.');
    else notifyError(error);
  } finally {
    endProgress(jobId);
    if (useProposalStore.getState().jobId === jobId) useProposalStore.setState({ jobId: null });
  }
}

export async function stopAsking(): Promise<void> {
  const { jobId } = useProposalStore.getState();
  if (jobId) await call('job.cancel', { jobId });
}

/** Snippets of a proposal that still lie in no theme. */
export function freeSnippets(reader: VaultReader, { snippetIds }: Proposal): string[] {
  return snippetIds.filter(
    (id) => reader.get('snippets', id) && reader.referring('snippets', id, 'cards').every((card) => card.themeId === null),
  );
}

/** Accepts proposals in one step: each becomes a cluster of its snippets, which can be undone together. */
export async function acceptProposals(accepted: readonly Proposal[]): Promise<void> {
  const proposals = accepted
    .map((proposal) => ({ name: proposal.name, snippetIds: freeSnippets(projection.state, proposal) }))
    .filter(({ snippetIds }) => snippetIds.length > 0);
  dropFromList(accepted);
  if (proposals.length === 0) return;
  let themeIds: readonly string[];
  try {
    ({ themeIds } = await edit('acceptThemeProposals', { proposals }));
  } catch (error) {
    // The notification says why; the drafts are offered again.
    useProposalStore.setState((state) => ({
      proposals: [...accepted, ...state.proposals],
      considered: state.considered ?? accepted.length,
    }));
    throw error;
  }
  const quotes = proposals.reduce((sum, { snippetIds }) => sum + snippetIds.length, 0);
  announce(
    `Made ${countNoun(themeIds.length, 'theme', 'themes')} of ${countNoun(quotes, 'snippet', 'snippets')}. One undo takes all of it back.`,
  );
  openTab({ kind: 'board' });
  const controller = boardController();
  const [first] = themeIds;
  if (controller) showOnBoard(controller, [], themeIds);
  else if (first) requestReveal({ surface: 'board', themeId: first });
}

/** Drops drafts; the snippets stay where they are. */
export function dropProposals(dropped: readonly Proposal[]): void {
  dropFromList(dropped);
  announce(`Dropped ${countNoun(dropped.length, 'proposal', 'proposals')}. The snippets stay where they are.`);
}

function dropFromList(gone: readonly Proposal[]): void {
  const ids = new Set(gone.map((proposal) => proposal.id));
  useBoardStore.setState({ proposed: new Set() });
  useProposalStore.setState(({ proposals, considered, ticked }) => {
    const left = proposals.filter((proposal) => !ids.has(proposal.id));
    // With the last draft gone there is nothing more to say about that look.
    return {
      proposals: left,
      considered: left.length === 0 ? null : considered,
      ticked: new Set([...ticked].filter((id) => !ids.has(id))),
    };
  });
}

export function tickProposal(id: string, on: boolean): void {
  useProposalStore.setState(({ ticked }) => {
    const changed = new Set(ticked);
    if (on) changed.add(id);
    else changed.delete(id);
    return { ticked: changed };
  });
}
