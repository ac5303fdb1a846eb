// The dialogs of a transcript: who speaks, another name for a speaker, snippets that lost their place.
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

import { RenameSpeakerDialog } from './correct/RenameSpeakerDialog.tsx';
import { ReviewDialog } from './correct/ReviewDialog.tsx';
import { SpeakersDialog } from './SpeakersDialog.tsx';

interface TranscriptDialogsProps {
  source: Source;
  active: boolean;
  turns: readonly Turn[];
}

export function TranscriptDialogs(props: TranscriptDialogsProps) {
  return (
    <>
      <SpeakersDialog {...props} />
      <RenameSpeakerDialog {...props} />
      <ReviewDialog {...props} />
    </>
  );
}
