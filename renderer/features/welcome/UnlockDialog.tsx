// An encrypted study asks for its passphrase.
import { SecretDialog } from '../encryption/index.ts';
import { lastPart } from './folder-path.ts';
import { openStudy } from './open-study.ts';

export function UnlockDialog({ folder, onClose }: { folder: string; onClose(): void }) {
  return (
    <SecretDialog
      title={`“${lastPart(folder)}” is encrypted`}
      explanation="Its passphrase opens it."
      action="Open study"
      run={(secret) => openStudy(folder, { secret })}
      onClose={onClose}
    />
  );
}
