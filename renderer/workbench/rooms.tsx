// Which feature shows which activity, tab and selection.
import {
  Activity as Pulse,
  ArchiveRestore,
  ArrowLeftRight,
  BookOpen,
  CalendarCheck,
  ChartLine,
  ContactRound,
  Ear,
  FileText,
  Filter,
  Grid3x3,
  Handshake,
  History,
  ListChecks,
  MessageCircleQuestion,
  MessagesSquare,
  Milestone,
  Newspaper,
  NotebookPen,
  PackageOpen,
  Presentation,
  Scale,
  Search,
  Settings,
  Shapes,
  SquareUserRound,
  Tags,
  UserRound,
  UserRoundPen,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';

import { BackupsTab } from '../features/backups/index.ts';
import { BoardSideBar, BoardTab, CardsInspector } from '../features/board/index.ts';
import { CodebookSideBar, CodebookTab, TagInspector, TagTab } from '../features/codebook/index.ts';
import { CodersTab } from '../features/coders/index.ts';
import { CustomerTab } from '../features/customer/index.ts';
import { DepartmentTab } from '../features/departments/index.ts';
import { GatesTab } from '../features/gates/index.ts';
import { GuideTab } from '../features/guide/index.ts';
import { BeforeAfterTab, BriefTab, DigestTab, HandoffTab } from '../features/handover/index.ts';
import { HistoryTab } from '../features/history/index.ts';
import { CellInspector, MatrixSideBar, MatrixTab } from '../features/matrix/index.ts';
import { MemoTab } from '../features/memos/index.ts';
import { ParticipantInspector, ParticipantsTab } from '../features/participants/index.ts';
import { AssumptionInspector, PlanSideBar, PlanTab } from '../features/plan/index.ts';
import { QueriesTab } from '../features/queries/index.ts';
import { ReadoutSideBar, ReadoutTab } from '../features/readout/index.ts';
import { RecruitsTab } from '../features/recruits/index.ts';
import type { InspectorView, SideBarView, TabView } from '../features/room.ts';
import { ConversationsTab, HabitsTab, ListeningTab, RhythmSideBar, SignalsTab } from '../features/rhythm/index.ts';
import { RivalsTab } from '../features/rivals/index.ts';
import { SearchSideBar } from '../features/search/index.ts';
import { SelfAssessmentTab } from '../features/self-assessment/index.ts';
import { SettingsTab } from '../features/settings/index.ts';
import { SourceInspector, SourcesSideBar } from '../features/sources/index.ts';
import { ThemeInspector, ThemeTab } from '../features/themes/index.ts';
import { SnippetInspector, TextInspector, TranscriptTab } from '../features/transcript/index.ts';
import { WelcomeTab } from '../features/welcome/index.ts';
import type { Activity, Selection, TabContent } from '../stores/view-store.ts';

interface ActivityRoom {
  title: string;
  icon: ComponentType<{ size?: number | string; strokeWidth?: number }>;
  sideBar: SideBarView;
  /** The tab that opens with the activity, when it has one place of its own. */
  opens: TabContent | null;
}

export const ACTIVITY_ROOMS: Readonly<Record<Activity, ActivityRoom>> = {
  plan: { title: 'Plan', icon: ListChecks, sideBar: PlanSideBar, opens: { kind: 'plan' } },
  interviews: { title: 'Interviews', icon: MessagesSquare, sideBar: SourcesSideBar, opens: null },
  codebook: { title: 'Codebook', icon: Tags, sideBar: CodebookSideBar, opens: { kind: 'codebook' } },
  board: { title: 'Board', icon: Shapes, sideBar: BoardSideBar, opens: { kind: 'board' } },
  matrix: { title: 'Matrix', icon: Grid3x3, sideBar: MatrixSideBar, opens: { kind: 'matrix' } },
  readout: { title: 'Readout', icon: Presentation, sideBar: ReadoutSideBar, opens: { kind: 'readout' } },
  rhythm: { title: 'Rhythm', icon: Pulse, sideBar: RhythmSideBar, opens: { kind: 'rhythm' } },
  search: { title: 'Search', icon: Search, sideBar: SearchSideBar, opens: null },
};

export const TAB_VIEWS: { readonly [K in TabContent['kind']]: TabView<K> } = {
  welcome: WelcomeTab,
  plan: PlanTab,
  department: DepartmentTab,
  transcript: TranscriptTab,
  participants: ParticipantsTab,
  codebook: CodebookTab,
  tag: TagTab,
  board: BoardTab,
  theme: ThemeTab,
  matrix: MatrixTab,
  rivals: RivalsTab,
  guide: GuideTab,
  recruits: RecruitsTab,
  readout: ReadoutTab,
  rhythm: ConversationsTab,
  habits: HabitsTab,
  signals: SignalsTab,
  listening: ListeningTab,
  'self-assessment': SelfAssessmentTab,
  gates: GatesTab,
  brief: BriefTab,
  'before-after': BeforeAfterTab,
  digest: DigestTab,
  handoff: HandoffTab,
  memo: MemoTab,
  queries: QueriesTab,
  customer: CustomerTab,
  coders: CodersTab,
  settings: SettingsTab,
  history: HistoryTab,
  backups: BackupsTab,
};

export const TAB_ICONS: { readonly [K in TabContent['kind']]: ActivityRoom['icon'] } = {
  welcome: BookOpen,
  plan: ListChecks,
  department: ListChecks,
  transcript: FileText,
  participants: Users,
  codebook: Tags,
  tag: Tags,
  board: Shapes,
  theme: Shapes,
  matrix: Grid3x3,
  rivals: Scale,
  guide: MessageCircleQuestion,
  recruits: ContactRound,
  readout: Presentation,
  rhythm: Pulse,
  habits: CalendarCheck,
  signals: ChartLine,
  listening: Ear,
  'self-assessment': SquareUserRound,
  gates: Milestone,
  brief: Handshake,
  'before-after': ArrowLeftRight,
  digest: Newspaper,
  handoff: PackageOpen,
  memo: NotebookPen,
  queries: Filter,
  customer: UserRound,
  coders: UserRoundPen,
  settings: Settings,
  history: History,
  backups: ArchiveRestore,
};

export const INSPECTOR_VIEWS: { readonly [K in NonNullable<Selection>['kind']]: InspectorView<K> } = {
  snippet: SnippetInspector,
  text: TextInspector,
  tag: TagInspector,
  theme: ThemeInspector,
  cards: CardsInspector,
  cell: CellInspector,
  assumption: AssumptionInspector,
  participant: ParticipantInspector,
  source: SourceInspector,
};
