// The palette: commands, going to anything by name, and its prefixes.
import { CATALOG, type CommandId } from '#shared/commands/catalog';
import type { Command } from '#shared/commands/command';
import { rankNames } from '#shared/domain/search/rank-names';
import { shorten } from '#shared/lib/text';
import { select, type TabContent } from '#renderer/stores/view-store';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { useSearchStore } from '#renderer/stores/search-store';
import { personLabel, shownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { currentContext } from './context.ts';
import { keysOf, readableKeys } from './keys.ts';
import { commandOfPlace, namedPlaceItems } from './named-places.ts';
import { listedCommands, runCommand } from './run-command.ts';

/** Commands run in this session, latest first: they come first in the palette. */
const recent: string[] = [];

function commandItem(command: Command): QuickPickItem {
  const { undoLabel, redoLabel } = useVaultStore.getState();
  const title = { 'edit.undo': `Undo ${undoLabel ?? ''}`, 'edit.redo': `Redo ${redoLabel ?? ''}` }[command.id] ?? command.title;
  const keys = keysOf(command)[0];
  return { id: `command:${command.id}`, label: title.trim(), detail: command.group, ...(keys ? { hint: readableKeys(keys) } : {}) };
}

/** Everything that applies now, recently used first. */
export async function openCommandPalette(): Promise<void> {
  await openGoTo('>');
}

const PREFIXES: readonly { prefix: string; label: string }[] = [
  { prefix: '', label: 'Interviews, themes, memos, departments, owners, commitments, questions, habits, signals, gates' },
  { prefix: '>', label: 'Commands' },
  { prefix: '#', label: 'Tags' },
  { prefix: '!', label: 'Assumptions, by department' },
  { prefix: '%', label: 'Search everything in the study' },
  { prefix: '?', label: 'This list' },
];

/** Opens the palette with something typed already. */
export async function openGoTo(initialQuery: string): Promise<void> {
  const context = currentContext();
  const commands = listedCommands(context).sort((left, right) => recentPlace(left.id) - recentPlace(right.id));
  const answer = await quickPick({
    title: 'Go to',
    placeholder: 'Type a name. > commands, # tags, ! assumptions, % words, ? help',
    initialQuery,
    typeOn: true,
    ranked: true,
    items: (query) => itemsFor(query, commands),
    empty: (query) => (query.length > 1 ? `Nothing is called “${query}”. Type % first to search everything.` : 'Nothing here yet.'),
  });
  if (!answer || !('id' in answer)) return;
  const [kind = '', ...rest] = answer.id.split(':');
  const id = rest.join(':');
  if (kind === 'prefix') await openGoTo(id);
  else if (kind === 'command') {
    recent.unshift(id);
    runCommand(id as CommandId, context);
  } else if (kind === 'words') searchWords(id);
  else if (kind === 'page') runCommand(commandOfPlace(id), context);
  else goTo(kind, id);
}

function recentPlace(id: string): number {
  const at = recent.indexOf(id);
  return at < 0 ? recent.length + 1 : at;
}

function itemsFor(query: string, commands: readonly Command[]): QuickPickItem[] {
  const rest = query.slice(1);
  if (query.startsWith('?'))
    return PREFIXES.map(({ prefix, label }) => ({ id: `prefix:${prefix}`, label: prefix === '' ? '(nothing)' : prefix, detail: label }));
  if (query.startsWith('>')) return ranked(commands.map(commandItem), rest);
  if (query.startsWith('#')) return ranked(tagItems(), rest);
  if (query.startsWith('!')) return ranked(assumptionItems(), rest);
  if (query.startsWith('%'))
    return rest.trim() === '' ? [] : [{ id: `words:${rest.trim()}`, label: `Search everything for “${rest.trim()}”` }];
  return ranked(placeItems(), query);
}

function ranked(items: readonly QuickPickItem[], query: string): QuickPickItem[] {
  return rankNames(items, query, (item) => item.label).map(({ item }) => item);
}

function placeItems(): QuickPickItem[] {
  const { state } = projection;
  const shown = shownText();
  const { hideNames } = useVaultStore.getState().settings;
  const sources = [...state.all('sources').values()].map((source) => ({
    id: `transcript:${source.id}`,
    label: shown(source.title),
    detail: 'Interview',
  }));
  const themes = [...state.all('themes').values()]
    .filter((theme) => theme.name)
    .map((theme) => ({ id: `theme:${theme.id}`, label: theme.name, detail: 'Theme' }));
  const memos = [...state.all('memos').values()].map((memo) => ({ id: `memo:${memo.id}`, label: memo.title, detail: 'Memo' }));
  const departments = [...state.all('departments').values()].map((department) => ({
    id: `department:${department.id}`,
    label: department.name,
    detail: 'Department',
  }));
  const participants = [...state.all('participants').values()].map((person) => ({
    id: `participant:${person.id}`,
    label: personLabel(person, hideNames),
    detail: 'Participant',
  }));
  return [...sources, ...themes, ...memos, ...departments, ...participants, ...namedPlaceItems()];
}

function tagItems(): QuickPickItem[] {
  const { state } = projection;
  return [...state.all('tags').values()].map((tag) => ({
    id: `tag:${tag.id}`,
    label: tag.name,
    detail: (tag.parentId && state.get('tags', tag.parentId)?.name) || 'Tag',
    hint: String(state.referring('tags', tag.id, 'taggings').length),
  }));
}

function assumptionItems(): QuickPickItem[] {
  const { state } = projection;
  return [...state.all('assumptions').values()].map((assumption) => ({
    id: `assumption:${assumption.id}`,
    label: shorten(assumption.statement, 120),
    detail: state.get('departments', assumption.departmentId)?.name ?? '',
  }));
}

/** Opens the place of a record; the keys belong to it then, and no longer to the list that had them before. */
export function goTo(kind: string, id: string): void {
  if (kind === 'participant') {
    openTab({ kind: 'participants' });
    select({ kind: 'participant', id });
  } else if (kind === 'assumption') {
    const assumption = projection.state.get('assumptions', id);
    if (assumption) openTab({ kind: 'department', id: assumption.departmentId });
    select({ kind: 'assumption', id });
  } else {
    openTab({ kind, id } as TabContent);
    if (kind === 'tag' || kind === 'theme') select({ kind, id });
  }
  // The palette gives the focus back first.
  requestAnimationFrame(() => focusFrontSurface());
}

export async function openGoToTag(): Promise<void> {
  await openGoTo('#');
}

export async function openPaletteHelp(): Promise<void> {
  await openGoTo('?');
}

function searchWords(words: string): void {
  useSearchStore.setState({ query: words });
  runCommand('search.vault');
}

/** All keys of this window, as a list that can be searched; choosing one runs it. */
export async function openShortcutSheet(): Promise<void> {
  const context = currentContext();
  const items = (CATALOG as readonly Command<CommandId>[])
    .filter((command) => keysOf(command).length > 0)
    .map((command) => ({
      id: command.id,
      label: command.title,
      detail: command.group,
      section: command.group,
      hint: keysOf(command)
        .map((keys) => readableKeys(keys))
        .join(', '),
    }));
  const answer = await quickPick({ title: 'Keyboard shortcuts', placeholder: 'Find a command', items });
  if (answer && 'id' in answer) runCommand(answer.id as CommandId, context);
}
