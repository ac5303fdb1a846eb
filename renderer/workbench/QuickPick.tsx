// The quick pick: a field, a ranked list under it, keys throughout. Palette, go to, move to and all other questions use it.
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { type QuickPickItem, type QuickPickOptions, useQuickPickStore } from '#renderer/stores/quick-pick-store';
import { rankNames } from '#shared/domain/search/rank-names';

import styles from './quick-pick.module.css';

/** Rows drawn at most; whoever needs more types one more letter. */
const SHOWN = 200;
const CREATE_ID = '\u0000create';

export function QuickPick() {
  const open = useQuickPickStore((state) => state.open);
  return open ? <OpenQuickPick key={open.key} options={open.options} answer={open.answer} /> : null;
}

/** Rows that a key goes on by. */
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

interface OpenProps {
  options: QuickPickOptions;
  answer(answer: { id: string } | { create: string } | null): void;
}

function OpenQuickPick({ options, answer }: OpenProps) {
  const [query, setQuery] = useState(options.initialQuery ?? '');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const rows = useMemo(() => rowsFor(options, query), [options, query]);
  useReturnFocus(field, options.typeOn ?? false);
  useEffect(() => setActive(0), [query]);
  const highlighted = rows[Math.min(active, rows.length - 1)] ?? null;
  useHighlight(options, highlighted, `${listId}-${active}`);

  const choose = (row: QuickPickItem | null): void => {
    if (row) answer(row.id === CREATE_ID ? { create: query.trim() } : { id: row.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move !== undefined) setActive((at) => movedTo(at, move, rows.length));
    else if (event.key === 'Enter')
      choose(event.ctrlKey && options.create ? (rows.find((row) => row.id === CREATE_ID) ?? highlighted) : highlighted);
    else if (event.key === 'Escape') answer(null);
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.backdrop} onPointerDown={(event) => event.target === event.currentTarget && answer(null)}>
      <div className={styles.pick} role="dialog" aria-modal="true" aria-label={options.title} data-surface="picker">
        <div className={styles.title} aria-hidden="true">
          {options.title}
        </div>
        <input
          ref={field}
          className={styles.field}
          value={query}
          placeholder={options.placeholder}
          aria-label={options.placeholder}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={rows.length > 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <PickList
          id={listId}
          label={options.title}
          rows={rows}
          active={active}
          sections={query === ''}
          onChoose={choose}
          onPoint={setActive}
        />
        {rows.length === 0 ? <p className={styles.none}>{options.empty?.(query) ?? `Nothing is called “${query}”.`}</p> : null}
      </div>
    </div>
  );
}

interface PickListProps {
  id: string;
  label: string;
  rows: readonly QuickPickItem[];
  /** Place of the highlighted row. */
  active: number;
  /** Says the sections of the rows above each. */
  sections: boolean;
  onChoose(row: QuickPickItem): void;
  onPoint(index: number): void;
}

function PickList({ id, label, rows, active, sections, onChoose, onPoint }: PickListProps) {
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={label}>
      {rows.map((row, index) => (
        <Row
          key={row.id}
          row={row}
          id={`${id}-${index}`}
          active={index === active}
          heading={sections && row.section !== rows[index - 1]?.section ? row.section : undefined}
          onChoose={() => onChoose(row)}
          onPoint={() => onPoint(index)}
        />
      ))}
    </div>
  );
}

interface RowProps {
  row: QuickPickItem;
  id: string;
  active: boolean;
  heading: string | undefined;
  onChoose(): void;
  onPoint(): void;
}

function Row({ row, id, active, heading, onChoose, onPoint }: RowProps) {
  return (
    <>
      {heading ? (
        <div className={styles.section} role="presentation">
          {heading}
        </div>
      ) : null}
      <div
        id={id}
        role="option"
        aria-selected={active}
        className={styles.row}
        data-active={active}
        onClick={onChoose}
        onPointerMove={active ? undefined : onPoint}
      >
        {row.icon}
        <span className={styles.label}>{row.label}</span>
        {row.detail ? <span className={styles.detail}>{row.detail}</span> : null}
        {row.hint ? <span className={styles.hint}>{row.hint}</span> : null}
      </div>
    </>
  );
}

function rowsFor(options: QuickPickOptions, query: string): QuickPickItem[] {
  const items = typeof options.items === 'function' ? options.items(query) : options.items;
  const ranked = options.ranked ? [...items] : rankNames(items, query, (item) => item.label).map(({ item }) => item);
  const rows = ranked.slice(0, SHOWN);
  const typed = query.trim();
  const exact = items.some((item) => item.label.toLowerCase() === typed.toLowerCase());
  if (options.create && typed !== '' && !exact) rows.push({ id: CREATE_ID, label: options.create.label(typed) });
  return rows;
}

function movedTo(at: number, move: number, count: number): number {
  if (count === 0) return 0;
  const wraps = Math.abs(move) === 1;
  return wraps ? (at + move + count) % count : Math.max(0, Math.min(count - 1, at + move));
}

/** Tells whoever asked which row is highlighted, and keeps that row in sight. */
function useHighlight(options: QuickPickOptions, highlighted: QuickPickItem | null, rowId: string): void {
  useEffect(() => {
    options.onHighlight?.(highlighted && highlighted.id !== CREATE_ID ? highlighted : null);
  }, [options, highlighted]);
  useEffect(() => {
    document.getElementById(rowId)?.scrollIntoView({ block: 'nearest' });
  }, [rowId]);
}

/**
 * Focus goes to the field at once, without scrolling anything, and back where it was on leaving. Meanwhile it stays: a view that was shown just
 * before asks for it a frame later, and what is typed would go there.
 */
function useReturnFocus(field: React.RefObject<HTMLInputElement | null>, typeOn: boolean): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const own = field.current;
    const hold = (): void => {
      if (document.hasFocus()) own?.focus({ preventScroll: true });
    };
    own?.focus({ preventScroll: true });
    own?.setSelectionRange(typeOn ? own.value.length : 0, own.value.length);
    own?.addEventListener('blur', hold);
    return () => {
      own?.removeEventListener('blur', hold);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [field, typeOn]);
}
