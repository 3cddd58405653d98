import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** Two contracts and a call that needs both. */
export default buildModule('LedgerModule', (m) => {
  const ledger = m.contract('Ledger', [m.getParameter('limit', 10n ** 18n), 'by ignition'], { value: 7n })
  const batcher = m.contract('Batcher')
  m.call(ledger, 'deposit', ['from ignition'], { value: 5n, after: [batcher] })
  return { ledger, batcher }
})
