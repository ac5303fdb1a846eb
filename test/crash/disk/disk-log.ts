// What happens on a simulated disk, in order: the material from which the states after a power cut are made.

/** Files and folders go by number: a name can change or be given to another file. */
export type NodeId = number;

export type DataOperation =
  | { kind: 'write'; node: NodeId; offset: number; bytes: Buffer }
  | { kind: 'truncate'; node: NodeId; length: number };

export type FolderOperation =
  | { kind: 'link'; folder: NodeId; name: string; node: NodeId; isFolder: boolean }
  | { kind: 'rename'; from: NodeId; fromName: string; to: NodeId; toName: string; node: NodeId }
  | { kind: 'unlink'; folder: NodeId; name: string; node: NodeId };

export type DiskOperation =
  | DataOperation
  | FolderOperation
  /** Everything written to this file, or every change of this folder's names, is on the disk. */
  | { kind: 'fsync'; node: NodeId }
  /** The flush was refused: what was waiting may be lost, and a later fsync no longer brings it back (fsyncgate). */
  | { kind: 'fsync-failed'; node: NodeId }
  /** The program answered: from here on everything up to this entry must survive. */
  | { kind: 'acknowledge'; seq: number };

export const isFolderOperation = (operation: DiskOperation): operation is FolderOperation =>
  operation.kind === 'link' || operation.kind === 'rename' || operation.kind === 'unlink';

/** A disk as it can be found: folders by name, files by content. */
export interface TreeFolder {
  kind: 'folder';
  entries: Map<string, TreeNode>;
}

export type TreeNode = TreeFolder | { kind: 'file'; content: Buffer };

/** The content after one write or truncate; bytes never written read as zeros. */
export function applyData(content: Buffer, operation: DataOperation): Buffer {
  if (operation.kind === 'truncate') return resize(content, operation.length);
  const { offset, bytes } = operation;
  const grown = Buffer.from(resize(content, Math.max(content.length, offset + bytes.length)));
  bytes.copy(grown, offset);
  return grown;
}

function resize(content: Buffer, length: number): Buffer {
  if (length <= content.length) return content.subarray(0, length);
  return Buffer.concat([content, Buffer.alloc(length - content.length)]);
}
