// The door of the room “exchange”: projects of other tools in and out.
export { ExchangeDialog } from './ExchangeDialog.tsx';
export { exchangeHandlers } from './commands.ts';
export { isProjectName, openExchangeImport } from './exchange-store.ts';
export { downloadFile, downloadText } from './exchange-store.ts';
export { EncodingField } from './EncodingField.tsx';
export { ENCODING_NAMES } from './encoding-names.ts';
export { ExportPurpose } from './PurposeSelect.tsx';
