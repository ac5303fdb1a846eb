// An open file or folder of the simulated disk, with the methods of a FileHandle that a vault may use.
import { type SimulatedFile, type SimulatedNode, statOf, systemError } from './simulated-node.ts';

/** The disk's part in writing: applied and logged there. */
interface WritableDisk {
  log: { push(operation: { kind: 'fsync'; node: number }): unknown };
  writeNode(file: SimulatedFile, offset: number, bytes: Buffer): void;
  truncateNode(file: SimulatedFile, length: number): void;
}

/** Opens a node. Methods that are not here fail loudly, so that a new use of the disk is noticed. */
export function simulatedHandle(disk: WritableDisk, node: SimulatedNode, fd: number, mode: { write: boolean; append: boolean }) {
  let open = true;
  let place = 0;
  const file = () => {
    if (!open) throw systemError('EBADF', 'handle');
    if (node.kind === 'folder') throw systemError('EISDIR', 'handle');
    return node;
  };
  const writable = () => {
    if (!mode.write) throw systemError('EBADF', 'write');
    return file();
  };
  const write = (bytes: Buffer, position: number | null | undefined): number => {
    const target = writable();
    const offset = mode.append ? target.content.length : (position ?? place);
    if (bytes.length > 0) disk.writeNode(target, offset, bytes);
    if (typeof position !== 'number') place = offset + bytes.length;
    return bytes.length;
  };
  const syncNow = (): void => {
    if (!open) throw systemError('EBADF', 'fsync');
    disk.log.push({ kind: 'fsync', node: node.id });
  };
  const sync = async (): Promise<void> => syncNow();
  return {
    node,
    fd,
    /** What the disk does when it is asked by the number of the file. */
    atOnce: { write, datasync: syncNow },
    async write(data: Uint8Array | string, offset?: number, length?: number, position?: number | null) {
      if (typeof data === 'string') return { bytesWritten: write(Buffer.from(data), offset) };
      const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      const start = offset ?? 0;
      return { bytesWritten: write(bytes.subarray(start, start + (length ?? bytes.length - start)), position) };
    },
    async writeFile(data: Uint8Array | string) {
      write(Buffer.from(data as string), null);
    },
    async read(buffer: Buffer, offset = 0, length = buffer.length - offset, position: number | null = null) {
      const from = position ?? place;
      const bytes = file().content.subarray(from, from + length);
      bytes.copy(buffer, offset);
      if (position === null) place += bytes.length;
      return { bytesRead: bytes.length, buffer };
    },
    async readFile(options?: string | { encoding?: string }) {
      const encoding = typeof options === 'string' ? options : options?.encoding;
      return encoding ? file().content.toString(encoding as BufferEncoding) : Buffer.from(file().content);
    },
    async stat(options?: { bigint?: boolean }) {
      return statOf(node, options?.bigint === true);
    },
    async truncate(length = 0) {
      disk.truncateNode(writable(), length);
    },
    sync,
    datasync: sync,
    async close() {
      open = false;
    },
  };
}
