// Commands of the customer, as heard.
import { commands, vaultOpen } from '../command.ts';

export const CUSTOMER = commands([{ id: 'customer.open', title: 'Show the customer, as heard', group: 'Study', when: vaultOpen }]);
