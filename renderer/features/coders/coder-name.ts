// Names of coders as the screens show them.
import { useVaultStore } from '#renderer/stores/vault-store';

/** A coder as shown; a computer that told no name wrote an empty one. */
export const shownCoder = (name: string): string => (name.trim() === '' ? 'Without a name' : name);

/** The name that this person codes under now. */
export function useOwnCoderName(): string {
  return useVaultStore(({ settings, loginName }) => shownCoder(settings.coderName || loginName));
}
