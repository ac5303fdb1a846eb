// The listening ratio of an interview: its text is fetched once, the shares follow the roles of its speakers.
import { useEffect, useState } from 'react';

import { listeningRatio, type ListeningRatio, wordsBySpeaker } from '#shared/domain/transcript/listening-ratio';
import type { Source } from '#shared/model/records/source';
import { call } from '#renderer/stores/session';

/** By checksum of the text; small: a number for each speaker. */
const known = new Map<string, ReadonlyMap<string | null, number>>();

/** Time before the text is asked for, so that walking down the list fetches nothing (ms). */
const REST_MS = 150;

/** Null while it is not known, and where there is nothing to compare. */
export function useListeningRatio({ id, speakers, transcript: { sha256 } }: Source): ListeningRatio | null {
  const [, setArrived] = useState('');
  const worthwhile = speakers.length > 1;
  useEffect(() => {
    if (!worthwhile || known.has(sha256)) return undefined;
    let wanted = true;
    const timer = window.setTimeout(() => {
      call('transcript.read', { sourceId: id })
        .then(({ turns }) => {
          known.set(sha256, wordsBySpeaker(turns));
          if (wanted) setArrived(sha256);
        })
        .catch(() => undefined);
    }, REST_MS);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [id, sha256, worthwhile]);
  const words = known.get(sha256);
  return worthwhile && words ? listeningRatio(words, speakers) : null;
}

/** “participants 78 %, interviewers 22 %”. Each is rounded by itself. */
export function ratioInWords({ participants, interviewers, others }: ListeningRatio): string {
  const heard = Math.round(participants * 100);
  const rest = Math.round(others * 100);
  return `participants ${heard} %, interviewers ${Math.round(interviewers * 100)} %${rest > 0 ? `, others ${rest} %` : ''} of the words`;
}
