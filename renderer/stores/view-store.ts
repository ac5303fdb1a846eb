// What is shown where: activity, tabs in up to two groups, side bar, inspector, and the one selected thing.
import { create } from 'zustand';

export const ACTIVITIES = ['plan', 'interviews', 'codebook', 'board', 'matrix', 'readout', 'rhythm', 'search'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** What a tab shows. Two tabs with the same content are one tab. */
export type TabContent =
  | { kind: 'welcome' }
  | { kind: 'plan' }
  | { kind: 'department'; id: string }
  | { kind: 'transcript'; id: string }
  | { kind: 'participants' }
  | { kind: 'codebook' }
  | { kind: 'tag'; id: string }
  | { kind: 'board' }
  | { kind: 'theme'; id: string }
  | { kind: 'matrix' }
  | { kind: 'rivals' }
  | { kind: 'guide' }
  | { kind: 'recruits' }
  | { kind: 'readout' }
  | { kind: 'rhythm' }
  | { kind: 'habits' }
  | { kind: 'signals' }
  | { kind: 'listening' }
  | { kind: 'self-assessment' }
  | { kind: 'gates' }
  | { kind: 'brief' }
  | { kind: 'before-after' }
  | { kind: 'digest' }
  | { kind: 'handoff' }
  | { kind: 'memo'; id: string }
  | { kind: 'queries' }
  | { kind: 'customer' }
  | { kind: 'coders' }
  | { kind: 'settings' }
  | { kind: 'history' }
  | { kind: 'backups' };

/** Whether a kind of tab shows a record, or a place of which there is one. Complete by type. */
export const TAB_KINDS: {
  readonly [K in TabContent['kind']]: Extract<TabContent, { kind: K }> extends { id: string } ? 'record' : 'place';
} = {
  welcome: 'place',
  plan: 'place',
  department: 'record',
  transcript: 'record',
  participants: 'place',
  codebook: 'place',
  tag: 'record',
  board: 'place',
  theme: 'record',
  matrix: 'place',
  rivals: 'place',
  guide: 'place',
  recruits: 'place',
  readout: 'place',
  rhythm: 'place',
  habits: 'place',
  signals: 'place',
  listening: 'place',
  'self-assessment': 'place',
  gates: 'place',
  brief: 'place',
  'before-after': 'place',
  digest: 'place',
  handoff: 'place',
  memo: 'record',
  queries: 'place',
  customer: 'place',
  coders: 'place',
  settings: 'place',
  history: 'place',
  backups: 'place',
};

export interface Tab {
  /** Kind and id of the content. */
  key: string;
  content: TabContent;
  /** Shown in italics and replaced by the next preview. */
  preview: boolean;
}

export interface EditorGroup {
  tabs: readonly Tab[];
  activeKey: string | null;
}

/** What the inspector describes. */
export type Selection =
  | { kind: 'snippet'; id: string }
  /** Words selected in a transcript that are no snippet (yet). */
  | { kind: 'text'; sourceId: string }
  | { kind: 'tag'; id: string }
  | { kind: 'theme'; id: string }
  | { kind: 'cards'; ids: readonly string[] }
  | { kind: 'cell'; themeId: string; assumptionId: string }
  | { kind: 'assumption'; id: string }
  | { kind: 'participant'; id: string }
  | { kind: 'source'; id: string }
  | null;

/** A place that a transcript, the board or the matrix is asked to show; taken by the surface once it is there. */
export type Reveal =
  | { surface: 'transcript'; sourceId: string; turn: number; snippetId?: string; startOffset?: number; endOffset?: number }
  | { surface: 'board'; cardIds?: readonly string[]; themeId?: string }
  | { surface: 'matrix'; themeId: string; assumptionId: string }
  | null;

export interface ViewState {
  activity: Activity;
  sideBarVisible: boolean;
  inspectorVisible: boolean;
  groups: readonly EditorGroup[];
  activeGroup: number;
  closed: readonly Tab[];
  selection: Selection;
  reveal: Reveal;
}

export const initialView: ViewState = {
  activity: 'interviews',
  sideBarVisible: true,
  inspectorVisible: true,
  groups: [{ tabs: [], activeKey: null }],
  activeGroup: 0,
  closed: [],
  selection: null,
  reveal: null,
};

export const useViewStore = create<ViewState>()(() => initialView);

/** Key of a tab: content with an id, or its kind alone. */
export function tabKey(content: TabContent): string {
  return 'id' in content ? `${content.kind}:${content.id}` : content.kind;
}

export function select(selection: Selection): void {
  useViewStore.setState({ selection });
}

export function showActivity(activity: Activity): void {
  useViewStore.setState({ activity, sideBarVisible: true });
}

/** Asks a surface to show a place; `openTab` is up to the caller. */
export function requestReveal(reveal: Reveal): void {
  useViewStore.setState({ reveal });
}

/** Takes the wish for this surface off the store, so that it is fulfilled once. */
export function takeReveal<S extends NonNullable<Reveal>['surface']>(surface: S): Extract<NonNullable<Reveal>, { surface: S }> | null {
  const { reveal } = useViewStore.getState();
  if (reveal?.surface !== surface) return null;
  useViewStore.setState({ reveal: null });
  return reveal as Extract<NonNullable<Reveal>, { surface: S }>;
}
