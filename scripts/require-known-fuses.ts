// Stops packaging when this Electron has a fuse that nobody has decided about. electron-builder knows eight of them and would let others pass.
import path from 'node:path';

import type { AfterPackContext } from 'electron-builder';

import { FUSES, readFuseWire } from './fuse-wire.ts';

/** Called by electron-builder when the app's folder stands, before the fuses are set and the app is signed. */
export default async function requireKnownFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename;
  const program = {
    darwin: path.join(`${name}.app`, 'Contents', 'Frameworks', 'Electron Framework.framework', 'Electron Framework'),
    win32: `${name}.exe`,
  }[electronPlatformName];
  const { length } = readFuseWire(path.join(appOutDir, program ?? 'plumbline'));
  if (length !== FUSES.length) {
    throw new Error(
      `This Electron has ${length} fuses, electron-builder.yml decides about ${FUSES.length}. Decide about the others first.`,
    );
  }
}
