// TO BE BUILT: the rooms welcome, search and settings are being built RIGHT NOW by another helper (helper-11), not by helper-9: leave them alone.
import type { TabView } from '../room.ts';

export const SettingsTab: TabView<'settings'> = () => null;
