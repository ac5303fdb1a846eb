// The button that begins a merge; not offered while the study can only be looked at.
import { GitMerge } from 'lucide-react';

import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { openMerge } from './merge-store.ts';

export function MergeButton() {
  const fixed = useVaultStore(({ status }) => status === null || status.lookingBack !== null || status.readOnlyReason !== null);
  if (fixed) return null;
  return (
    <Button icon={<GitMerge size={14} aria-hidden="true" />} onClick={openMerge}>
      Merge a study or pack…
    </Button>
  );
}
