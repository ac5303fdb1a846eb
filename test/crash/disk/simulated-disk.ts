// A disk in memory that behaves like the real one and keeps a log of every change, for power cuts.
import { constants } from 'node:fs';

import type { Disk } from '#core/vault/disk';

import { applyData, type DiskOperation, type NodeId, type TreeFolder } from './disk-log.ts';
import { simulatedHandle } from './simulated-handle.ts';
import { kindOf, type SimulatedFile, type SimulatedFolder, type SimulatedNode, statOf, systemError } from './simulated-node.ts';

export class SimulatedDisk {
  readonly log: DiskOperation[] = [];
  /** What a real disk would have let pass although it is a mistake: an fsync tried again on a handle whose fsync had failed. */
  readonly violations: string[] = [];
  readonly root: SimulatedFolder;
  /** The disk before the first operation of the log. */
  readonly initial: SimulatedFolder;
  #lastId = 0;
  #lastFd = 2;
  readonly #open = new Map<number, ReturnType<typeof simulatedHandle>>();

  /** A quick disk: after a while it is asked at once. */
  readonly atOnce: NonNullable<Disk['atOnce']> = {
    stat: (path) => statOf(this.#find(path, 'stat'), false) as ReturnType<NonNullable<Disk['atOnce']>['stat']>,
    write: (fd, bytes, position) => this.#opened(fd).write(bytes, position),
    datasync: (fd) => this.#opened(fd).datasync(),
  };

  /** @param tree what is on the disk in the beginning; it counts as durable. */
  constructor(tree: TreeFolder = { kind: 'folder', entries: new Map() }) {
    this.root = this.#adopt(tree);
    this.initial = copyFolder(this.root);
  }

  /** As the vault takes it. */
  get disk(): Disk {
    return this as unknown as Disk;
  }

  acknowledge(seq: number): void {
    this.log.push({ kind: 'acknowledge', seq });
  }

  async open(path: string, flags: string | number = 'r'): Promise<unknown> {
    const { write, create, exclusive, empty, append } = openFlags(flags);
    const { folder, name } = this.#placeOf(path);
    let node = name === '' ? folder : folder.entries.get(name);
    if (node && create && exclusive) throw systemError('EEXIST', 'open', path);
    if (!node && !create) throw systemError('ENOENT', 'open', path);
    if (node?.kind === 'folder' && write) throw systemError('EISDIR', 'open', path);
    node ??= this.#link(folder, name, { kind: 'file', id: this.#newId(), content: Buffer.alloc(0) });
    if (node.kind === 'file' && empty) this.truncateNode(node, 0);
    const fd = (this.#lastFd += 1);
    const handle = simulatedHandle(this, node, fd, { write, append });
    this.#open.set(fd, handle);
    return handle;
  }

  /** The disk's own root, for making things in it certain. */
  async openFolder(path: string): Promise<{ sync(): Promise<void> }> {
    return (await this.open(path, 'r')) as { sync(): Promise<void> };
  }

  async readFile(path: string, options?: string | { encoding?: string }): Promise<Buffer | string> {
    const node = this.#find(path, 'open');
    if (node.kind === 'folder') throw systemError('EISDIR', 'read', path);
    const encoding = typeof options === 'string' ? options : options?.encoding;
    return encoding ? node.content.toString(encoding as BufferEncoding) : Buffer.from(node.content);
  }

  async readdir(path: string, options?: { withFileTypes?: boolean }): Promise<unknown[]> {
    const node = this.#find(path, 'scandir');
    if (node.kind === 'file') throw systemError('ENOTDIR', 'scandir', path);
    const entries = [...node.entries].sort(([left], [right]) => (left < right ? -1 : 1));
    if (!options?.withFileTypes) return entries.map(([name]) => name);
    return entries.map(([name, entry]) => ({ name, parentPath: path, ...kindOf(entry) }));
  }

  async mkdir(path: string, options?: { recursive?: boolean }): Promise<void> {
    const { folder, name } = options?.recursive ? this.#makeUpTo(path) : this.#placeOf(path);
    const there = name === '' ? folder : folder.entries.get(name);
    if (there && !(options?.recursive && there.kind === 'folder')) throw systemError('EEXIST', 'mkdir', path);
    if (!there) this.#link(folder, name, this.#newFolder());
  }

  async stat(path: string, options?: { bigint?: boolean }): Promise<unknown> {
    return statOf(this.#find(path, 'stat'), options?.bigint === true);
  }

  async access(path: string): Promise<void> {
    this.#find(path, 'access');
  }

  async unlink(path: string): Promise<void> {
    const { folder, name } = this.#placeOf(path);
    const node = folder.entries.get(name);
    if (!node) throw systemError('ENOENT', 'unlink', path);
    if (node.kind === 'folder') throw systemError('EISDIR', 'unlink', path);
    folder.entries.delete(name);
    this.log.push({ kind: 'unlink', folder: folder.id, name, node: node.id });
  }

  async rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void> {
    const { folder, name } = this.#placeOf(path);
    const node = folder.entries.get(name);
    if (!node && options?.force) return;
    if (!node) throw systemError('ENOENT', 'rm', path);
    if (node.kind === 'folder' && !options?.recursive) throw systemError('ERR_FS_EISDIR', 'rm', path);
    if (node.kind === 'folder') for (const child of node.entries.keys()) await this.rm(`${path}/${child}`, options);
    folder.entries.delete(name);
    this.log.push({ kind: 'unlink', folder: folder.id, name, node: node.id });
  }

  async rename(from: string, to: string): Promise<void> {
    const source = this.#placeOf(from);
    const target = this.#placeOf(to);
    const node = source.folder.entries.get(source.name);
    if (!node) throw systemError('ENOENT', 'rename', from);
    const replaced = target.folder.entries.get(target.name);
    if (replaced?.kind === 'folder' && replaced.entries.size > 0) throw systemError('ENOTEMPTY', 'rename', to);
    source.folder.entries.delete(source.name);
    target.folder.entries.set(target.name, node);
    const ends = { from: source.folder.id, fromName: source.name, to: target.folder.id, toName: target.name };
    this.log.push({ kind: 'rename', ...ends, node: node.id });
  }

  writeNode(file: SimulatedFile, offset: number, bytes: Buffer): void {
    const operation = { kind: 'write', node: file.id, offset, bytes: Buffer.from(bytes) } as const;
    file.content = applyData(file.content, operation);
    this.log.push(operation);
  }

  truncateNode(file: SimulatedFile, length: number): void {
    if (file.content.length === length) return;
    const operation = { kind: 'truncate', node: file.id, length } as const;
    file.content = applyData(file.content, operation);
    this.log.push(operation);
  }

  #opened(fd: number) {
    const handle = this.#open.get(fd);
    if (!handle) throw systemError('EBADF', 'handle');
    return handle.atOnce;
  }

  #adopt(tree: TreeFolder): SimulatedFolder {
    const folder = this.#newFolder();
    for (const [name, child] of tree.entries) {
      const node = child.kind === 'folder' ? this.#adopt(child) : { kind: 'file' as const, id: this.#newId(), content: child.content };
      folder.entries.set(name, node);
    }
    return folder;
  }

  #newId(): NodeId {
    return (this.#lastId += 1);
  }

  #newFolder(): SimulatedFolder {
    return { kind: 'folder', id: this.#newId(), entries: new Map() };
  }

  #link<T extends SimulatedNode>(folder: SimulatedFolder, name: string, node: T): T {
    folder.entries.set(name, node);
    this.log.push({ kind: 'link', folder: folder.id, name, node: node.id, isFolder: node.kind === 'folder' });
    return node;
  }

  #placeOf(path: string): { folder: SimulatedFolder; name: string } {
    const parts = partsOf(path);
    const name = parts.pop() ?? '';
    let folder = this.root;
    for (const part of parts) {
      const next = folder.entries.get(part);
      if (!next) throw systemError('ENOENT', 'open', path);
      if (next.kind === 'file') throw systemError('ENOTDIR', 'open', path);
      folder = next;
    }
    return { folder, name };
  }

  #makeUpTo(path: string): { folder: SimulatedFolder; name: string } {
    const parts = partsOf(path);
    const name = parts.pop() ?? '';
    let folder = this.root;
    for (const part of parts) {
      const next = folder.entries.get(part) ?? this.#link(folder, part, this.#newFolder());
      if (next.kind === 'file') throw systemError('ENOTDIR', 'mkdir', path);
      folder = next;
    }
    return { folder, name };
  }

  #find(path: string, call: string): SimulatedNode {
    const { folder, name } = this.#placeOf(path);
    const node = name === '' ? folder : folder.entries.get(name);
    if (!node) throw systemError('ENOENT', call, path);
    return node;
  }
}

/** Contents are never changed in place, so the folders alone are copied. */
function copyFolder(folder: SimulatedFolder): SimulatedFolder {
  const entries = [...folder.entries].map(([name, node]) => [name, node.kind === 'folder' ? copyFolder(node) : { ...node }] as const);
  return { ...folder, entries: new Map(entries) };
}

const partsOf = (path: string): string[] => path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');

function openFlags(flags: string | number) {
  if (typeof flags === 'number') {
    const has = (flag: number): boolean => (flags & flag) === flag;
    return {
      write: has(constants.O_RDWR) || has(constants.O_WRONLY),
      create: has(constants.O_CREAT),
      exclusive: has(constants.O_EXCL),
      empty: has(constants.O_TRUNC),
      append: has(constants.O_APPEND),
    };
  }
  return {
    write: flags !== 'r',
    create: /^[wa]/.test(flags),
    exclusive: flags.includes('x'),
    empty: flags.startsWith('w'),
    append: flags.startsWith('a'),
  };
}
