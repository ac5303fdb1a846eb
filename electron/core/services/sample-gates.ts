// The phase gates of the sample study: one that is passed, one that is still open.
import type { Vault } from '../vault/vault.ts';

/** As it stands in the file of the sample study. */
export interface SampleGate {
  name: string;
  dueOn: string;
  summary: string;
  shaped: string;
  /** The day on which it was passed; null while it is open. */
  passedOn: string | null;
}

/** Adds them by the same edits that a person makes. */
export async function fillGates(vault: Vault, gates: readonly SampleGate[]): Promise<void> {
  for (const { passedOn, ...gate } of gates) {
    const { result } = await vault.edit('addGate', gate);
    if (passedOn !== null) await vault.edit('passGate', { gateId: String(result.gateId), on: passedOn });
  }
}
