// The door of the room “settings”.
export { settingsHandlers } from './commands.ts';
export { SettingsTab } from './SettingsTab.tsx';
export { applySettings } from './apply-settings.ts';
