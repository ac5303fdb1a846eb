// What a check of the readout found: how grave it is, what is said of it, and where it is mended.
import type { CollectionName } from '#shared/model/records/index';

export interface ReadoutCheck {
  /** `missing`: not fit to share without it; `warning`: likely to cost trust; `note`: worth knowing. */
  severity: 'missing' | 'warning' | 'note';
  sentence: string;
  where: {
    /** In words. */
    place: string;
    /** Anchor in the readout; null where the text stands in several places or in none. */
    anchor: string | null;
    /** The record to change; null for the readout as a whole. */
    record: { collection: CollectionName; id: string } | null;
  };
}
