// A real vault in a real folder that goes away after the test; ids and clock are counted, so that runs repeat.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import { nodeDisk } from '#core/vault/disk';
import { createVault, type OpenOptions, openVault } from '#core/vault/open-vault';
import type { Vault, VaultServices } from '#core/vault/vault';
import type { Turn } from '#shared/model/transcript';
import { countWords } from '#shared/lib/text';

/** A folder under the system's temporary one, removed when the test is over. */
export function temporaryFolder(name = 'plumbline-test-'): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Services with ids id1, id2, … and a clock that moves one second an asking. */
export function countedServices(overrides: Partial<VaultServices> = {}): VaultServices {
  let ids = 0;
  let seconds = 0;
  return {
    disk: nodeDisk,
    newId: () => `id${(ids += 1)}`,
    now: () => new Date(Date.UTC(2026, 0, 1) + (seconds += 1) * 1000).toISOString(),
    by: 'tester',
    ...overrides,
  };
}

export interface TemporaryVault {
  folder: string;
  vault: Vault;
  notices: string[];
  /** Closes it properly and opens it again. */
  reopen(options?: OpenOptions): Promise<TemporaryVault>;
}

/** Makes and opens a vault; it is closed when the test is over. */
export async function temporaryVault(services: VaultServices = countedServices(), passphrase?: string): Promise<TemporaryVault> {
  const folder = path.join(temporaryFolder(), 'study.plumb');
  return wrap(folder, services, await createVault(folder, 'Test study', services, passphrase));
}

function wrap(folder: string, services: VaultServices, { vault, notices }: { vault: Vault; notices: string[] }): TemporaryVault {
  onTestFinished(() => vault.close().catch(() => undefined));
  return {
    folder,
    vault,
    notices,
    reopen: async (options) => {
      await vault.close();
      return wrap(folder, services, await openVault(folder, services, options));
    },
  };
}

/** Opens a folder as a second program would, without closing anything. */
export async function openAgain(
  folder: string,
  services: VaultServices = countedServices(),
  options?: OpenOptions,
): Promise<TemporaryVault> {
  return wrap(folder, services, await openVault(folder, services, options));
}

/** Stores a transcript and records its source; speakers in `participants` become participants, the others interviewers. */
export async function addSource(
  vault: Vault,
  id: string,
  turns: readonly [speaker: string | null, text: string][],
  participants: readonly string[] = [],
): Promise<string> {
  const full: Turn[] = turns.map(([speaker, text]) => ({ speaker, text, startMs: null, endMs: null }));
  const sha256 = await vault.transcripts.write(id, 1, { turns: full });
  const labels = [...new Set(full.flatMap((turn) => turn.speaker ?? []))];
  await vault.edit('importSources', {
    sources: [
      {
        id,
        kind: 'interview',
        title: `Source ${id}`,
        heldOn: null,
        fileName: `${id}.txt`,
        format: 'text',
        encoding: 'utf-8',
        speakers: labels.map((label) =>
          participants.includes(label) ? { label, role: 'participant', newParticipantName: label } : { label, role: 'interviewer' },
        ),
        transcript: {
          revision: 1,
          sha256,
          turns: full.length,
          words: full.reduce((sum, turn) => sum + countWords(turn.text), 0),
          startMs: null,
          endMs: null,
        },
      },
    ],
  });
  return id;
}
