// What each column of a table of stories is taken for.
import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import { headingsOf, withStoryUse } from '#shared/domain/sources/story-columns';
import type { StoryReading } from '#shared/domain/sources/story-rows';
import { shorten, withoutDirections } from '#shared/lib/text';
import type { StoryColumn, StoryColumns, StorySheet } from '#shared/model/story';

import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import ui from '../../../ui/ui.module.css';
import { ColumnsTable } from '../import/ColumnsTable.tsx';
import table from '../import/table-columns.module.css';

const EXAMPLES = 3;
const USE_NAMES = {
  words: 'Words',
  who: 'Whose words',
  day: 'Day',
  title: 'Title',
  unused: 'Left out',
} as const satisfies { readonly [U in Exclude<StoryColumn['use'], 'fact'>]: string };
type PlainUse = keyof typeof USE_NAMES;
const PLAIN_USES = Object.keys(USE_NAMES) as PlainUse[];
/** Before the name of a fact, so that a fact called “day” is not the day. */
const FACT = 'fact:';

interface StoryColumnsChoiceProps {
  sheet: StorySheet;
  reading: StoryReading;
  onChange(columns: StoryColumns): void;
}

export function StoryColumnsChoice({ sheet, reading, onChange }: StoryColumnsChoiceProps) {
  const headings = headingsOf(sheet, reading.headed);
  const rows = reading.headed ? sheet.rows.slice(1) : sheet.rows;
  return (
    <section className={table.mapping} aria-label="What each column is taken for">
      <SectionTitle>What each column is taken for</SectionTitle>
      <ColumnsTable>
        {headings.map((heading, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a heading may be there twice
          <tr key={at} data-used={reading.columns[at]?.use !== 'unused'}>
            <th scope="row" title={withoutDirections(heading)}>
              <bdi className={table.name}>{withoutDirections(heading)}</bdi>
            </th>
            <td>
              <bdi className={table.examples}>{examplesOf(rows, at)}</bdi>
            </td>
            <td>
              <UseChoice heading={heading} at={at} reading={reading} onChange={onChange} />
            </td>
          </tr>
        ))}
      </ColumnsTable>
    </section>
  );
}

function examplesOf(rows: readonly (readonly string[])[], at: number): string {
  const filled = rows.slice(0, 200).flatMap((row) => ((row[at] ?? '').trim() === '' ? [] : [shorten(row[at] ?? '', 60)]));
  return filled.length === 0 ? 'Empty' : withoutDirections(filled.slice(0, EXAMPLES).join(' · '));
}

function UseChoice({ heading, at, reading, onChange }: { heading: string; at: number } & Omit<StoryColumnsChoiceProps, 'sheet'>) {
  const column = reading.columns[at] ?? { use: 'unused' };
  const current = column.use === 'fact' ? [column.name] : [];
  const facts = [...new Set([...KIND_FORMS[reading.kind].facts, heading, ...current])];
  const choose = (value: string): void => {
    const chosen: StoryColumn = value.startsWith(FACT)
      ? { use: 'fact', name: value.slice(FACT.length) }
      : { use: PLAIN_USES.find((use) => use === value) ?? 'unused' };
    onChange(withStoryUse(reading.columns, at, chosen));
  };
  return (
    <select
      className={ui.input}
      aria-label={`Column ${withoutDirections(heading)} is taken for`}
      value={column.use === 'fact' ? FACT + column.name : column.use}
      onChange={(event) => choose(event.target.value)}
    >
      {PLAIN_USES.map((use) => (
        <option key={use} value={use}>
          {USE_NAMES[use]}
        </option>
      ))}
      <optgroup label="Fact">
        {facts.map((name) => (
          <option key={name} value={FACT + name}>
            {withoutDirections(shorten(name, 80))}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
