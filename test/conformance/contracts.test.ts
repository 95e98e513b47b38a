import { describeEveryVendor } from './every-vendor'
import { having, value } from './outcomes'

/** What every driver with contracts must do, told against a strict simulator of its vendor. */
describeEveryVendor(
  'contracts',
  ({ contracts }) => contracts,
  vendor => {
    const known = () => having(vendor.bench.contracts, 'bench for contracts')
    const opener = (driver = vendor.bench.driver) => having(driver.openContract, 'openContract').bind(driver)
    const demo = (intent: 'sign' | 'view' = 'sign') => {
      const { contractId, signer } = known()
      return { contractId, contact: signer, intent } as const
    }

    test.each(['sign', 'view'] as const)('to %s it opens by either id', async intent => {
      const { bizId, signer } = known()
      const byOurs = await opener()({ bizId, contact: signer, intent })
      for (const outcome of [await opener()(demo(intent)), byOurs])
        expect(vendor.capabilities.handoffs).toContain(value(outcome).kind)
    })

    test('somebody it does not concern does not sign it', async () => {
      expect((await opener()({ ...demo(), contact: known().stranger })).kind).toBe('rejected')
    })

    test.each(['sign', 'view'] as const)('to %s there is none of a wrong id', async intent => {
      const outcome = await opener()({ ...demo(intent), contractId: '1234567890123456789' })
      expect(outcome.kind).toBe('rejected')
    })

    test.each(['hang', 'dropBefore', 'dropAfter', 'garbage'] as const)(
      '%s: nobody can say that there is no contract',
      async fault => {
        await vendor.bench.fault(fault)
        expect(['transient', 'indeterminate']).toContain((await opener()(demo())).kind)
      },
    )

    test('a vendor that is busy once is asked again', async () => {
      await vendor.bench.fault('busyOnce')
      expect((await opener()(demo())).kind).toBe('ok')
    })

    test('where nobody listens nothing has happened', async () => {
      expect((await opener(vendor.bench.unreachable)(demo())).kind).toBe('transient')
    })

    test('credentials of the other environment are the operator’s to mend', async () => {
      expect((await opener(vendor.bench.wrongEnvironment)(demo())).kind).toBe('misconfigured')
    })

    test('no outcome repeats who wants to sign', async () => {
      const outcomes = [
        await opener(vendor.bench.wrongKey)(demo()),
        await opener(vendor.bench.unreachable)(demo()),
      ]
      expect(JSON.stringify(outcomes)).not.toContain(known().signer.value)
    })
  },
)
