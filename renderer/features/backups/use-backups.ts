// The list of backups, asked anew whenever the core says that it has changed.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { BackupsAnswer } from '#shared/rpc/history-answers';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

export function useBackups(): { backups: BackupsAnswer | null; error: string | null } {
  const version = useVaultStore((state) => state.backupsVersion);
  const seq = useVaultStore((state) => state.seq);
  const folder = useVaultStore((state) => state.status?.folder ?? null);
  const [answer, setAnswer] = useState<{ backups: BackupsAnswer | null; error: string | null }>({ backups: null, error: null });
  useEffect(() => {
    let current = true;
    call('backups.list', {})
      .then((backups) => current && setAnswer({ backups, error: null }))
      .catch((error: unknown) => {
        const sentence = error instanceof AppError ? error.message : 'The backups could not be listed.';
        if (current) setAnswer(({ backups }) => ({ backups, error: sentence }));
      });
    return () => {
      current = false;
    };
  }, [version, seq, folder]);
  // What is written beside a backup says when it was last checked, not what became of it since: they are read once for each study that opens.
  useEffect(() => {
    if (folder !== null) call('backups.verifyAll', {}).catch(() => undefined);
  }, [folder]);
  return answer;
}
