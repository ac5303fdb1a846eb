// Words about participants on screen.
import type { Participant } from '#shared/model/records/participant';

export const REACHED_NAMES: { readonly [R in Participant['reached']]: string } = {
  unknown: 'Not noted',
  advocate: 'Advocate',
  introduction: 'Introduction',
  cold: 'Cold',
};

/** `Role: buyer, Size: 200`; empty without attributes. */
export function attributesInWords(attributes: Participant['attributes']): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? name : `${name}: ${value}`))
    .join(', ');
}
