// Words for confidence on screen: its levels, its four components, and how grave a concern is.
import type { Concern, ConfidenceComponent, ConfidenceLevel } from '#shared/model/records/confidence';

export const LEVEL_NAMES: { readonly [L in ConfidenceLevel]: string } = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
};

export const COMPONENT_NAMES: { readonly [C in ConfidenceComponent]: string } = {
  methodological: 'Methodological limitations',
  coherence: 'Coherence',
  adequacy: 'Adequacy',
  relevance: 'Relevance',
};

export const CONCERN_NAMES: { readonly [C in Concern]: string } = {
  none: 'no concerns',
  minor: 'minor concerns',
  moderate: 'moderate concerns',
  serious: 'serious concerns',
};
