// Commands of the customer, as heard.
import type { IdsOf } from '#shared/commands/catalog';
import type { CUSTOMER } from '#shared/commands/catalog/customer';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

export const customerHandlers: Record<IdsOf<typeof CUSTOMER>, () => void> = {
  'customer.open': () => {
    openTab({ kind: 'customer' });
    focusFrontSurface();
  },
};
