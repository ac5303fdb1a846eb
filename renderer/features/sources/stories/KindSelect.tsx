// Which kind of source it is, of those that are written down.
import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import { STORY_KINDS, type StoryKind } from '#shared/model/story';

import { Choice } from '../../../ui/Choice.tsx';
import { KIND_NAMES } from '../source-words.ts';

export function KindSelect({ kind, onChange }: { kind: StoryKind; onChange(kind: StoryKind): void }) {
  return (
    <Choice
      label="Kind"
      help={KIND_FORMS[kind].about}
      value={kind}
      options={STORY_KINDS.map((each) => [each, KIND_NAMES[each]] as const)}
      onChoose={onChange}
    />
  );
}
