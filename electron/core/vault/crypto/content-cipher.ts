// How content is turned into the bytes on disk and back: as it is, or sealed with the study's key.

/** What a file holds; part of its key, so that a sealed file put in the place of another does not open. */
export type ContentName = 'snapshot' | `transcript ${string}` | `attachment ${string}`;

/**
 * Turns content into what is written and back. One object for one study.
 * Opening throws AppError('vault-damaged') when bytes were changed, cut short, or belong elsewhere.
 */
export interface ContentCipher {
  readonly encrypted: boolean;
  sealFile(name: ContentName, content: Buffer): Promise<Buffer>;
  openFile(name: ContentName, bytes: Buffer): Promise<Buffer>;
  /** The JSON of a journal entry and the chain hash after it, as the payload of its line (JSON as well) and the chain that the line shows. */
  sealEntry(json: Buffer, chain: string): { payload: Buffer; shownChain: string };
  openEntry(payload: Buffer, shownChain: string): { json: Buffer; chain: string };
  /** Forgets the key. Nothing can be sealed or opened afterwards. */
  forget(): void;
}

/** Content of a study that is not encrypted: written as it is. */
export const plainContent: ContentCipher = {
  encrypted: false,
  sealFile: (_name, content) => Promise.resolve(content),
  openFile: (_name, bytes) => Promise.resolve(bytes),
  sealEntry: (payload, shownChain) => ({ payload, shownChain }),
  openEntry: (json, chain) => ({ json, chain }),
  forget: () => undefined,
};
