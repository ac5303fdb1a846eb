// The listening of all interviews, read by the core; asked for again when their texts or speakers change.
import { useEffect, useState } from 'react';

import type { InterviewListening } from '#shared/model/interview-listening';
import { notifyError } from '#renderer/stores/notification-store';
import { useRecords } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';

/** Null until it is read. */
export function useListening(): readonly InterviewListening[] | null {
  const sources = useRecords('sources');
  const [found, setFound] = useState<readonly InterviewListening[] | null>(null);
  useEffect(() => {
    let wanted = true;
    call('rhythm.listening', {})
      .then((answer) => wanted && setFound(answer))
      .catch(notifyError);
    return () => {
      wanted = false;
    };
  }, [sources]);
  return found;
}
