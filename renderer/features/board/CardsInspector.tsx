// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import type { InspectorView } from '../room.ts';

export const CardsInspector: InspectorView<'cards'> = () => null;
