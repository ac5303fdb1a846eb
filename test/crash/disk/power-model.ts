// What may be on the disk after a power cut: follows the log and knows which writes and names are not yet certain.
import {
  applyData,
  type DataOperation,
  type DiskOperation,
  type FolderOperation,
  isFolderOperation,
  type NodeId,
  type TreeFolder,
  type TreeNode,
} from './disk-log.ts';
import type { SimulatedFolder } from './simulated-node.ts';

/** What can have become of the unflushed writes of one file. */
export const DATA_FATES = ['none', 'all', 'half', 'zeros', 'head-lost'] as const;
export type DataFate = (typeof DATA_FATES)[number];

/** What can have become of an unflushed change of names; `link-only`: a moved file stands at both places. */
export type NameFate = 'kept' | 'dropped' | 'link-only';

/** One thing that is not certain, with its possible fates. */
export type Choice =
  | { kind: 'data'; node: NodeId; fates: readonly DataFate[] }
  | { kind: 'name'; index: number; fates: readonly NameFate[] };

interface FileHistory {
  base: Buffer;
  waiting: { operation: DataOperation; certain: boolean; stuck: boolean }[];
}

/** A change of names and which of its two sides are certain. */
interface NameHistory {
  operation: FolderOperation;
  linked: boolean;
  removed: boolean;
}

export class PowerModel {
  readonly #rootId: NodeId;
  readonly #files = new Map<NodeId, FileHistory>();
  readonly #folders = new Set<NodeId>();
  /** Lock files: they tell of the process, not of the study, and are never flushed; the campaign gives them every form itself. */
  readonly #locks = new Set<NodeId>();
  #names: NameHistory[] = [];

  /** @param initial the disk before the first operation of the log; all of it is certain. */
  constructor(initial: SimulatedFolder) {
    this.#rootId = initial.id;
    this.#adopt(initial);
  }

  /** Takes the next operation of the log. */
  take(operation: DiskOperation): void {
    if (isFolderOperation(operation)) this.#takeName(operation);
    else if (operation.kind === 'write' || operation.kind === 'truncate') {
      this.#fileOf(operation.node).waiting.push({ operation, certain: false, stuck: false });
    } else if (operation.kind === 'fsync') this.#flush(operation.node, true);
    else if (operation.kind === 'fsync-failed') this.#flush(operation.node, false);
  }

  /** What is uncertain now. Files that no name can lead to are left out. */
  choices(): Choice[] {
    const named = this.#reachable();
    const data = [...this.#files].flatMap(([node, file]): Choice[] => {
      const uncertain = file.waiting.filter((one) => !one.certain);
      return uncertain.length > 0 && named.has(node) && !this.#locks.has(node) ? [{ kind: 'data', node, fates: DATA_FATES }] : [];
    });
    const names = this.#names.flatMap(({ operation, linked, removed }, index): Choice[] => {
      if ((linked && removed) || this.#locks.has(operation.node)) return [];
      const across = operation.kind === 'rename' && operation.from !== operation.to;
      const both = across && !linked && !removed;
      return [{ kind: 'name', index, fates: both ? ['dropped', 'kept', 'link-only'] : ['dropped', 'kept'] }];
    });
    return [...data, ...names];
  }

  /** The disk for one fate of each choice, in the order of `choices`. */
  tree(choices: readonly Choice[], fates: readonly (DataFate | NameFate)[]): TreeFolder {
    const data = new Map<NodeId, DataFate>();
    const names = new Map<number, NameFate>();
    for (const [index, choice] of choices.entries()) {
      if (choice.kind === 'data') data.set(choice.node, fates[index] as DataFate);
      else names.set(choice.index, fates[index] as NameFate);
    }
    const folders = new Map<NodeId, Map<string, NodeId>>([...this.#folders].map((id) => [id, new Map()]));
    for (const [index, history] of this.#names.entries()) applyName(folders, history, names.get(index) ?? 'kept');
    const build = (id: NodeId): TreeNode => {
      const entries = folders.get(id);
      if (!entries) return { kind: 'file', content: this.#content(id, data.get(id) ?? 'all') };
      return { kind: 'folder', entries: new Map([...entries].map(([name, child]) => [name, build(child)])) };
    };
    return build(this.#rootId) as TreeFolder;
  }

  #adopt(folder: SimulatedFolder): void {
    this.#folders.add(folder.id);
    for (const [name, node] of folder.entries) {
      const operation = { kind: 'link', folder: folder.id, name, node: node.id, isFolder: node.kind === 'folder' } as const;
      this.#names.push({ operation, linked: true, removed: true });
      if (node.kind === 'folder') this.#adopt(node);
      else this.#files.set(node.id, { base: node.content, waiting: [] });
    }
  }

  #fileOf(node: NodeId): FileHistory {
    const known = this.#files.get(node) ?? { base: Buffer.alloc(0), waiting: [] };
    this.#files.set(node, known);
    return known;
  }

  #takeName(operation: FolderOperation): void {
    if (operation.kind === 'link' && operation.isFolder) this.#folders.add(operation.node);
    if (operation.kind === 'link' && operation.name.startsWith('.lock')) this.#locks.add(operation.node);
    this.#names.push({
      operation,
      linked: operation.kind === 'unlink',
      removed: operation.kind === 'link',
    });
  }

  #flush(node: NodeId, held: boolean): void {
    const file = this.#files.get(node);
    for (const one of file?.waiting ?? []) {
      if (one.stuck) continue;
      one.certain = held;
      one.stuck = !held;
    }
    while (file?.waiting[0]?.certain) file.base = applyData(file.base, (file.waiting.shift() as FileHistory['waiting'][number]).operation);
    if (!held) return;
    // Names go through the file system's own journal, in order: a later flush that succeeds has them all. Contents do not.
    for (const name of this.#names) {
      if (linkFolder(name.operation) === node) name.linked = true;
      if (removeFolder(name.operation) === node) name.removed = true;
    }
  }

  #content(node: NodeId, fate: DataFate): Buffer {
    const file = this.#files.get(node);
    if (!file) return Buffer.alloc(0);
    const uncertain = file.waiting.filter((one) => !one.certain);
    let content = file.base;
    for (const one of file.waiting) {
      const operation = one.certain ? one.operation : withFate(one.operation, fate, uncertain.indexOf(one), uncertain.length);
      if (operation) content = applyData(content, operation);
    }
    return content;
  }

  #reachable(): Set<NodeId> {
    const found = new Set<NodeId>();
    for (const { operation, removed } of this.#names) {
      if (operation.kind === 'unlink') {
        if (removed) found.delete(operation.node);
      } else found.add(operation.node);
    }
    return found;
  }
}

const linkFolder = (operation: FolderOperation): NodeId | null =>
  operation.kind === 'link' ? operation.folder : operation.kind === 'rename' ? operation.to : null;

const removeFolder = (operation: FolderOperation): NodeId | null =>
  operation.kind === 'unlink' ? operation.folder : operation.kind === 'rename' ? operation.from : null;

/** What is left of one unflushed write; null: nothing. */
function withFate(operation: DataOperation, fate: DataFate, index: number, count: number): DataOperation | null {
  if (fate === 'none') return null;
  if (fate === 'all' || operation.kind === 'truncate') return fate === 'half' && index * 2 >= count ? null : operation;
  const { bytes } = operation;
  const middle = Math.floor(bytes.length / 2);
  if (fate === 'zeros') return { ...operation, bytes: Buffer.alloc(bytes.length) };
  if (fate === 'half') {
    if (index * 2 + 1 < count) return operation;
    return index * 2 < count ? { ...operation, bytes: bytes.subarray(0, middle) } : null;
  }
  const lost = count === 1 ? middle : index * 2 < count ? bytes.length : 0;
  return { ...operation, bytes: Buffer.concat([Buffer.alloc(lost), bytes.subarray(lost)]) };
}

function applyName(folders: Map<NodeId, Map<string, NodeId>>, { operation, linked, removed }: NameHistory, fate: NameFate): void {
  const link = linked || fate !== 'dropped';
  const remove = removed || fate === 'kept';
  const drop = (folder: NodeId, name: string): void => {
    const entries = folders.get(folder);
    if (remove && entries?.get(name) === operation.node) entries.delete(name);
  };
  if (operation.kind === 'link') {
    if (link) folders.get(operation.folder)?.set(operation.name, operation.node);
  } else if (operation.kind === 'unlink') drop(operation.folder, operation.name);
  else {
    drop(operation.from, operation.fromName);
    if (link) folders.get(operation.to)?.set(operation.toName, operation.node);
  }
}
