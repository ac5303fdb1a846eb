// What a folder holds, asked of the core: an older answer never replaces a newer one.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { FolderListing } from '#shared/rpc/answers';
import { call } from '#renderer/stores/session';

export interface FolderState {
  listing: FolderListing | null;
  /** Why it could not be read, as a sentence. */
  error: string | null;
  /** It is not there (yet), which is no error where a study is to be made. */
  absent: boolean;
}

/** @param folder a full path; empty for the folder of new studies, or the nearest one above it that is there. */
export function useFolderListing(folder: string): FolderState {
  const [state, setState] = useState<FolderState>({ listing: null, error: null, absent: false });
  useEffect(() => {
    let current = true;
    call('folders.list', { folder: folder === '' ? null : folder })
      .then((listing) => current && setState({ listing, error: null, absent: false }))
      .catch((error: unknown) => current && setState({ listing: null, ...whyNot(error) }));
    return () => {
      current = false;
    };
  }, [folder]);
  return state;
}

function whyNot(error: unknown): Omit<FolderState, 'listing'> {
  if (!(error instanceof AppError)) return { error: 'The folder could not be read.', absent: false };
  if (error.details.os === 'EACCES' || error.details.os === 'EPERM')
    return { error: 'You are not allowed to look into this folder. Choose another one.', absent: false };
  return { error: error.message, absent: error.details.os === 'ENOENT' };
}
