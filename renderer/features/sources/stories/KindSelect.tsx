// Which kind of source it is, of those that are written down.
import { KIND_FORMS, STORY_KINDS, type StoryKind } from '#shared/domain/sources/kind-forms';

import { Field } from '../../../ui/Field.tsx';
import ui from '../../../ui/ui.module.css';
import { KIND_NAMES } from '../source-words.ts';

export function KindSelect({ kind, onChange }: { kind: StoryKind; onChange(kind: StoryKind): void }) {
  return (
    <Field label="Kind" help={KIND_FORMS[kind].about}>
      {(id) => (
        <select id={id} className={ui.input} value={kind} onChange={(event) => onChange(event.target.value as StoryKind)}>
          {STORY_KINDS.map((each) => (
            <option key={each} value={each}>
              {KIND_NAMES[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
