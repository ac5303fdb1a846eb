// What a feature gives to the workbench through its index.ts.
import type { ComponentType } from 'react';

import type { Selection, TabContent } from '#renderer/stores/view-store';

/** Shows one kind of tab. `active`: it is in front in the active group. */
export type TabView<K extends TabContent['kind']> = ComponentType<{ content: Extract<TabContent, { kind: K }>; active: boolean }>;

/** Describes one kind of selection in the inspector. */
export type InspectorView<K extends NonNullable<Selection>['kind']> = ComponentType<{
  selection: Extract<NonNullable<Selection>, { kind: K }>;
}>;

/** Shows one activity in the side bar. */
export type SideBarView = ComponentType;
