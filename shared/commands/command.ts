// What a command is: plain data that feeds the dispatcher, the palette, the native menu, the menu bar and the shortcut sheet.

/** Surfaces that hold the keyboard focus; a command may belong to one of them. */
export const SURFACES = [
  'transcript',
  'board',
  'outline',
  'pile',
  'matrix',
  'plan',
  'codebook',
  'versions',
  'queries',
  'readout',
  'sources',
  'search',
  'picker',
  'other',
] as const;
export type Surface = (typeof SURFACES)[number];

/** Facts that surfaces tell about themselves, for `when`. */
export const CONTEXT_FLAGS = [
  'textSelected',
  'snippetSelected',
  'overlapHere',
  'edgesOpen',
  'filterOn',
  'findOpen',
  'snippetCardOpen',
  'cardSelected',
  'clusterSelected',
  'cellFocused',
  'cellJudged',
  'assumptionFocused',
  'departmentFocused',
  'tabOpen',
  'severalTabs',
  'tabClosedBefore',
  'previewTab',
  'sampleOpen',
  'readOnly',
  'lookingBack',
  'mayEncrypt',
  'encrypted',
] as const;
export type ContextFlag = (typeof CONTEXT_FLAGS)[number];

/** What `when` may look at. */
export interface CommandContext {
  vaultOpen: boolean;
  /** The focus is in a text field. */
  typing: boolean;
  surface: Surface;
  canUndo: boolean;
  canRedo: boolean;
  has(flag: ContextFlag): boolean;
}

export type CommandGroup =
  | 'Study'
  | 'Edit'
  | 'Go'
  | 'View'
  | 'Interviews'
  | 'Transcript'
  | 'Codebook'
  | 'Board'
  | 'Matrix'
  | 'Plan'
  | 'Readout'
  | 'Help';

export interface Command<Id extends string = string> {
  id: Id;
  /** Verb first, as it stands in the palette and in menus; an ellipsis when it asks for more. */
  title: string;
  group: CommandGroup;
  /**
   * Keys as `Mod+Shift+P`, `Alt+1`, `T`, `Shift+ArrowDown`, chords as `Mod+K Z`. Mod is Ctrl, or Command on a Mac.
   * Letters stand for what the layout types, digits for the physical key.
   */
  keys?: readonly string[];
  /** Other keys on a Mac where the usual ones are taken there. */
  macKeys?: readonly string[];
  /** Runs while a text field has the focus; only commands with a modifier may. */
  whileTyping?: boolean;
  /** Left out: always. */
  when?: (context: CommandContext) => boolean;
  /** Not listed in the palette: cursor movement and the like, which make sense only by key. */
  keyOnly?: boolean;
}

/** Keeps the ids as literal types. */
export function commands<const Id extends string>(list: readonly Command<Id>[]): readonly Command<Id>[] {
  return list;
}

/** True while a study is open. */
export const vaultOpen = (context: CommandContext): boolean => context.vaultOpen;

/** True on a surface while not typing. */
export function onSurface(surface: Surface, ...flags: ContextFlag[]): (context: CommandContext) => boolean {
  return (context) => context.vaultOpen && context.surface === surface && flags.every((flag) => context.has(flag));
}

/** As onSurface, when any one of the flags holds. */
export function onSurfaceWithAny(surface: Surface, ...flags: ContextFlag[]): (context: CommandContext) => boolean {
  return (context) => context.vaultOpen && context.surface === surface && flags.some((flag) => context.has(flag));
}
