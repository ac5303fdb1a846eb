// A file's bytes as base64, read piece by piece by the browser itself, so that fifty megabytes do not hold the window up.

/** A multiple of three, so that the pieces' base64 can be joined without padding between them (bytes). */
const PIECE_BYTES = 3 * 1024 * 1024;

/**
 * Base64 of the whole file, standard alphabet.
 * @param goesOn asked before each piece; false ends the reading.
 * @returns null when it was ended. @throws the browser's error when the file cannot be read (moved, no permission).
 */
export async function readBase64(file: Blob, goesOn: () => boolean = () => true): Promise<string | null> {
  const pieces: string[] = [];
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    if (!goesOn()) return null;
    pieces.push(await pieceBase64(file.slice(at, at + PIECE_BYTES)));
  }
  return goesOn() ? pieces.join('') : null;
}

/** The data address of a piece is written by the browser outside of the window's own thread. */
function pieceBase64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(piece);
  });
}

/** The text whose UTF-8 bytes these are. */
export function textOfBase64(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
