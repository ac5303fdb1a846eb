// Sends a request byte by byte, as a program would that keeps no browser's rules.
import net from 'node:net';

export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  status: number;
  headers: Map<string, string>;
  body: string;
}

/** Sends the bytes, waits until the other side closes or has sent a whole answer. */
export function sendRaw(port: number, text: string | Buffer, host = '127.0.0.1'): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, host);
    const parts: Buffer[] = [];
    const finish = (): void => {
      socket.destroy();
      resolve(parseAnswer(Buffer.concat(parts).toString('utf8')));
    };
    socket.setTimeout(5000, finish);
    socket.on('connect', () => socket.write(text));
    socket.on('data', (part) => {
      parts.push(part);
      if (isWhole(Buffer.concat(parts).toString('utf8'))) finish();
    });
    socket.on('end', finish);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? finish() : reject(error),
    );
  });
}

/** A request from its parts; headers exactly as given, `content-length` added for a body. */
export function requestText(method: string, target: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  if (body !== '') lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${method} ${target} HTTP/1.1\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n${body}`;
}

function isWhole(text: string): boolean {
  const answer = parseAnswer(text);
  const length = answer.headers.get('content-length');
  return length !== undefined && Buffer.byteLength(answer.body) >= Number(length);
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, body: end < 0 ? '' : text.slice(end + 4) };
}
