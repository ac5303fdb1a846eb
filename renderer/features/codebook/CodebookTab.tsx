// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import type { TabView } from '../room.ts';

export const CodebookTab: TabView<'codebook'> = () => null;
