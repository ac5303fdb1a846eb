// A connection that sends raw requests one after the other and is kept as long as the server keeps it, so that thousands of them are quick.
import net from 'node:net';

export interface KeptAlive {
  /** @returns status of the answer; 0 when the server closed the connection without one. */
  ask(method: string, text: string): Promise<number>;
  /** Connections that were opened so far. */
  readonly connections: number;
  close(): void;
}

const PATIENCE_MS = 10_000;

/** Bytes of an answer that has arrived whole, and whether the connection ends with it; null while it has not. */
function wholeAnswer(text: string, method: string): { status: number; bytes: number; last: boolean } | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const headers = text.slice(0, head);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0);
  const length = method === 'HEAD' ? 0 : Number(/^content-length: (\d+)$/im.exec(headers)?.[1] ?? NaN);
  // An answer without a length is the event stream: its first lines are enough.
  if (Number.isNaN(length)) return { status, bytes: text.length, last: true };
  const bytes = head + 4 + length;
  return text.length < bytes ? null : { status, bytes, last: /^connection: close$/im.test(headers) };
}

export function keepAlive(port: number): KeptAlive {
  let socket: net.Socket | null = null;
  let connections = 0;

  const connected = (): net.Socket => {
    if (socket && !socket.destroyed && socket.writable) return socket;
    connections += 1;
    socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    return socket;
  };

  const ask = (method: string, text: string): Promise<number> =>
    new Promise((resolve) => {
      const line = connected();
      let arrived = '';
      const finish = (status: number, last: boolean): void => {
        clearTimeout(patience);
        line.removeAllListeners();
        line.on('error', () => undefined);
        if (last) {
          line.destroy();
          socket = null;
        }
        resolve(status);
      };
      const patience = setTimeout(() => finish(0, true), PATIENCE_MS);
      line.on('data', (part: string) => {
        arrived += part;
        const answer = wholeAnswer(arrived, method);
        if (answer) finish(answer.status, answer.last);
      });
      line.on('close', () => finish(0, true));
      line.on('error', () => finish(0, true));
      line.write(text, 'latin1');
    });

  return {
    ask,
    get connections() {
      return connections;
    },
    close: () => void socket?.destroy(),
  };
}
