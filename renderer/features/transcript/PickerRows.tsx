// The list under the tag picker's field, with the definition of the row that Enter would take.
import { Plus } from 'lucide-react';
import { useEffect } from 'react';

import type { PickRow } from '#shared/domain/coding/pick-tags';
import { readableKeys } from '#renderer/ui/readable-keys';

import { tagColour } from '../../ui/TagChip.tsx';
import { useQuickTags } from './use-pickable-tags.ts';
import type { TagPickerState } from './use-tag-picker.ts';
import styles from './picker.module.css';

/** Rows drawn at most; whoever needs more types one more letter. */
const SHOWN = 100;

interface PickerRowsProps {
  listId: string;
  picker: TagPickerState;
  current: PickRow | undefined;
}

export function PickerRows({ listId, picker: { rows, active, query, setActive, choose }, current }: PickerRowsProps) {
  const keys = useQuickTags();
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  return (
    <>
      <div id={listId} className={styles.rows} role="listbox" aria-label="Tags">
        {rows.slice(0, SHOWN).map((row, index) => (
          <div
            key={row.kind === 'create' ? 'create' : row.pick.tag.id}
            id={`${listId}-${index}`}
            className={styles.row}
            role="option"
            aria-selected={index === active}
            data-create={row.kind === 'create' || undefined}
            // The field keeps the focus: leaving it would close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== active && setActive(index)}
            onClick={(event) => choose(row, event.shiftKey)}
          >
            {row.kind === 'create' ? (
              <CreateRow name={row.name} />
            ) : (
              <TagRow row={row} quickKey={keys.findIndex((tag) => tag?.id === row.pick.tag.id) + 1} enters={index === active} />
            )}
          </div>
        ))}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>
          {query === '' ? 'No tags yet. Type a name and press Enter to make one.' : 'This tag is on the snippet already.'}
        </p>
      ) : null}
      {current?.kind === 'tag' ? <Definition row={current} /> : null}
    </>
  );
}

function TagRow({
  row: { pick, meant, like, alias },
  quickKey,
  enters,
}: {
  row: Extract<PickRow, { kind: 'tag' }>;
  quickKey: number;
  enters: boolean;
}) {
  return (
    <>
      <span className={styles.swatch} style={tagColour(pick.tag.colour)} aria-hidden="true" />
      <span className={styles.rowName}>{meant ? `Did you mean ${pick.tag.name}?` : pick.tag.name}</span>
      {like ? (
        <span className={styles.path} title="Snippets like this one have it">{`as in ${like.join(', ')}`}</span>
      ) : alias !== undefined ? (
        <span className={styles.path}>{`also called ${alias}`}</span>
      ) : pick.path === '' ? null : (
        <span className={styles.path}>{pick.path}</span>
      )}
      <span className={styles.uses} title={`${pick.usesHere} here, ${pick.usesInStudy} in the study`}>
        {pick.usesInStudy}
      </span>
      <kbd className={styles.rowKey}>{enters ? '↵' : quickKey > 0 ? quickKey : ''}</kbd>
    </>
  );
}

function CreateRow({ name }: { name: string }) {
  return (
    <>
      <Plus size={14} className={styles.plus} aria-hidden="true" />
      <span className={styles.rowName}>Create “{name}”</span>
      <kbd className={styles.rowKey}>{readableKeys('Mod+Enter')}</kbd>
    </>
  );
}

/** What keeps tags consistent: when to use the highlighted one, and when not. */
function Definition({ row: { pick } }: { row: Extract<PickRow, { kind: 'tag' }> }) {
  const { definition, whenToUse, whenNotToUse } = pick.tag;
  if (definition === '' && whenToUse === '' && whenNotToUse === '') return null;
  return (
    <div className={styles.definition}>
      {definition === '' ? null : <p>{definition}</p>}
      {whenToUse === '' ? null : (
        <p>
          <b>Use:</b> {whenToUse}
        </p>
      )}
      {whenNotToUse === '' ? null : (
        <p>
          <b>Not:</b> {whenNotToUse}
        </p>
      )}
    </div>
  );
}
