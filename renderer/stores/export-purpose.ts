// For whom exports, printed pages and the readout are: decides whose words may be in them. Stakeholders, until a person chooses otherwise.
import { create } from 'zustand';

import { READ_BY } from '#shared/domain/readout/readout-scope';
import type { Purpose } from '#shared/model/records/consent';

import { useVaultStore } from './vault-store.ts';

interface PurposeState {
  /** Folder of the study for which it was chosen: another study begins with stakeholders again. */
  folder: string | null;
  purpose: Purpose;
}

const usePurposeStore = create<PurposeState>()(() => ({ folder: null, purpose: READ_BY }));

const openFolder = (): string | null => useVaultStore.getState().status?.folder ?? null;

/** The choice as it stands, for handlers. */
export function exportPurpose(): Purpose {
  const { folder, purpose } = usePurposeStore.getState();
  return folder === openFolder() ? purpose : READ_BY;
}

/** The same for components: renders again when it changes. */
export function useExportPurpose(): Purpose {
  const chosen = usePurposeStore();
  const folder = useVaultStore((state) => state.status?.folder ?? null);
  return chosen.folder === folder ? chosen.purpose : READ_BY;
}

/** Counts until the study is closed or the program ends. */
export function chooseExportPurpose(purpose: Purpose): void {
  usePurposeStore.setState({ folder: openFolder(), purpose });
}

/** Told of every choice. @returns stops that. */
export function watchExportPurpose(tell: () => void): () => void {
  return usePurposeStore.subscribe(tell);
}
