// Commands of commitments and forecasts.
import { commands, vaultOpen } from '../command.ts';

export const COMMITMENTS = commands([
  { id: 'commitment.show', title: 'Show the commitments and forecasts', group: 'Plan', when: vaultOpen },
  { id: 'commitment.add', title: 'Add commitment…', group: 'Plan', when: vaultOpen },
  { id: 'commitment.sign', title: 'Sign a commitment…', group: 'Plan', when: vaultOpen },
  { id: 'commitment.seal', title: 'Seal (lock) the commitments…', group: 'Plan', when: vaultOpen },
  { id: 'forecast.give', title: 'Give a forecast, kept back…', group: 'Plan', when: vaultOpen },
  { id: 'forecast.reveal', title: 'Reveal forecasts together…', group: 'Plan', when: vaultOpen },
]);
