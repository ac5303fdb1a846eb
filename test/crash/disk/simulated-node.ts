// Files and folders of the simulated disk, and what is told of them: kind, stats, errors.
import type { NodeId } from './disk-log.ts';

export interface SimulatedFile {
  kind: 'file';
  id: NodeId;
  content: Buffer;
}

export interface SimulatedFolder {
  kind: 'folder';
  id: NodeId;
  entries: Map<string, SimulatedNode>;
}

export type SimulatedNode = SimulatedFile | SimulatedFolder;

/** An error as Node gives it. */
export function systemError(code: string, syscall: string, path = ''): Error {
  return Object.assign(new Error(`${code}: simulated, ${syscall} '${path}'`), { code, syscall, errno: -1 });
}

export const kindOf = (node: SimulatedNode) => ({ isFile: () => node.kind === 'file', isDirectory: () => node.kind === 'folder' });

/** The fields of fs.Stats that a vault may look at. */
export function statOf(node: SimulatedNode, big: boolean): unknown {
  const size = node.kind === 'file' ? node.content.length : 0;
  const numbers = { size, ino: node.id, dev: 1, nlink: 1, mode: 0o600, mtimeMs: 0 };
  const fields = big ? Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, BigInt(value)])) : numbers;
  return { ...fields, mtime: new Date(0), ...kindOf(node) };
}
