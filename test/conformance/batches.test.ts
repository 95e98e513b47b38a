import type { RegistrationRow } from '../../cloudfunctions/vendors/batch'
import { describeEveryVendor } from './every-vendor'
import { having, value } from './outcomes'

/** What every driver with batches must do for organizations by the hundred, told against a strict simulator. */
describeEveryVendor(
  'batches',
  ({ batch }) => batch,
  vendor => {
    const at = () => having(vendor.bench.batches, 'bench for batches')
    const batch = (driver = vendor.bench.driver) => having(driver.batch, 'batch')
    const row = (changes?: Partial<RegistrationRow>) => at().row(changes)
    const register = (rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') =>
      batch().register({ linkMode, rows })

    async function accepted(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
      const registered = value(await register(rows, linkMode))
      if (registered.kind !== 'accepted') throw new Error(`refused: ${registered.texts.join()}`)
      return registered.taskId
    }
    /** Rows that are through, in their order. */
    async function ready(rows: readonly RegistrationRow[], linkMode: 'single' | 'perRow' = 'single') {
      const taskId = await accepted(rows, linkMode)
      await at().through()
      return value(await batch().prepared(taskId))
    }
    const administrator = () => having(row().administrator, 'administrator')
    const linked = async (subTaskIds: readonly string[]) =>
      value(await batch().link({ administrator: administrator(), subTaskIds }))
    const standing = async ({ name, creditCode }: RegistrationRow) =>
      value(await batch().standing({ name, creditCode })).standing
    async function flow(): Promise<{ subTaskId: string; authorizationId: string }> {
      const [prepared] = await ready([row()])
      const { subTaskId } = having(prepared, 'prepared row')
      const [progress] = value(await batch().progress([subTaskId]))
      return { subTaskId, authorizationId: having(progress?.authorizationId, 'flow') }
    }

    test('from a task over one link to verified organizations', async () => {
      const rows = [row(), row()]
      const taskId = await accepted(rows)
      expect(value(await batch().prepared(taskId))).toEqual([])
      await at().through()
      const prepared = value(await batch().prepared(taskId))
      expect(prepared.map(each => each.name)).toEqual(rows.map(each => each.name))
      const ids = prepared.map(each => each.subTaskId)
      const standings = async () =>
        value(await batch().progress([...ids].reverse())).map(each => each.standing)
      expect(await standings()).toEqual(['prepared', 'prepared'])

      const link = await linked(ids)
      expect(link.failures).toEqual([])
      const first = having(ids[0], 'sub-task')
      await at().step(first, 'submit')
      expect(await standings()).toEqual(['prepared', 'started'])
      await at().step(first, 'authorize')
      expect(await standings()).toEqual(['prepared', 'submitted'])
      expect(await standing(having(rows[0], 'row'))).toBe('started')
      await at().passAll(link)
      for (const each of rows) expect(await standing(each)).toBe('verified')
    })

    test('of what nobody has heard of there is no standing and no progress', async () => {
      expect(await standing(row())).toBe('none')
      expect(value(await batch().progress(['nothing-of-the-kind']))).toEqual([])
    })

    test('every form of a link leads to its page, until it is over; then a new one comes from the same sub-tasks', async () => {
      const [prepared] = await ready([row()])
      const ids = [having(prepared, 'prepared row').subTaskId]
      const link = await linked(ids)
      const answers = async (each: typeof link) =>
        Promise.all(
          at()
            .addressesOf(each)
            .map(async url => (await fetch(url)).ok),
        )
      const forms = await answers(link)
      expect(forms.length).toBeGreaterThanOrEqual(3)
      expect(forms).toEqual(forms.map(() => true))
      expect((await fetch(link.qrImage)).headers.get('content-type')).toMatch(/^image\//)
      await at().passTime(link.expiresAt - Date.now() + 60_000)
      expect(await answers(link)).toEqual(forms.map(() => false))
      const next = await linked(ids)
      expect(next.expiresAt).toBeGreaterThan(link.expiresAt)
      expect(await answers(next)).toEqual(forms)
    })

    test('rows with links of their own', async () => {
      const [prepared] = await ready([row()], 'perRow')
      expect((await fetch(prepared?.url ?? '')).status).toBe(200)
    })

    test('one wrong row refuses them all, and is named by its place', async () => {
      const refused = value(await register([row(), at().badRow(), row()]))
      expect(refused).toEqual({ kind: 'refused', texts: ['', expect.stringMatching(/.+/), ''] })
    })

    test('as many rows as are declared fit into a call, one more does not', async () => {
      const { rowsPerCall } = batch().limits
      const rows = Array.from({ length: rowsPerCall + 1 }, () => row())
      expect(value(await register(rows)).kind).toBe('refused')
      expect(value(await register(rows.slice(0, rowsPerCall))).kind).toBe('accepted')
    })

    test.each([
      ['dropBefore', 0],
      ['dropAfter', 1],
      ['hang', 0],
      ['garbage', 0],
    ] as const)(
      '%s: nobody knows whether there is a task, and none is asked for again',
      async (fault, created) => {
        const before = [await at().tasks(), await vendor.bench.requests()] as const
        await vendor.bench.fault(fault)
        expect((await register([row()])).kind).toBe('indeterminate')
        expect([await at().tasks(), await vendor.bench.requests()]).toEqual([
          before[0] + created,
          before[1] + 1,
        ])
      },
    )

    test('too fast is told before anything is done, and tried again', async () => {
      await vendor.bench.fault('busyOnce')
      expect(await accepted([row()])).not.toBe('')
    })

    test('where nobody listens nothing has happened', async () => {
      const rows = [row()]
      const outcome = await batch(vendor.bench.unreachable).register({ linkMode: 'single', rows })
      expect(outcome.kind).toBe('transient')
    })

    test.each(['dropBefore', 'garbage'] as const)('%s: every question is simply asked again', async fault => {
      const taskId = await accepted([row()])
      await at().through()
      await vendor.bench.fault(fault)
      const [prepared] = value(await batch().prepared(taskId))
      const { subTaskId } = having(prepared, 'prepared row')
      await vendor.bench.fault(fault)
      expect(value(await batch().progress([subTaskId]))).toMatchObject([{ standing: 'prepared' }])
      await vendor.bench.fault(fault)
      expect(await standing(row())).toBe('none')
    })

    test('flows are withdrawn by their ids, once', async () => {
      const { subTaskId, authorizationId } = await flow()
      const authorizationIds = [authorizationId]
      expect(value(await batch().withdraw({ authorizationIds }))).toEqual({ extent: 'all', failures: [] })
      expect(value(await batch().progress([subTaskId]))).toEqual([])
      expect(value(await batch().withdraw({ authorizationIds })).extent).toBe('none')
    })

    test('all flows of an administrator are withdrawn at once; then there is nothing left', async () => {
      await flow()
      await flow()
      const { name, mobile } = administrator()
      const withdrawal = { administrator: { name, mobile } }
      expect(value(await batch().withdraw(withdrawal)).extent).toBe('all')
      expect(value(await batch().withdraw(withdrawal))).toEqual({ extent: 'nothing', failures: [] })
    })

    test('no outcome repeats who administers', async () => {
      const rows = [row()]
      const outcomes = [
        await batch(vendor.bench.wrongKey).register({ linkMode: 'single', rows }),
        await batch(vendor.bench.unreachable).register({ linkMode: 'single', rows }),
      ]
      for (const outcome of outcomes) expect(outcome.kind).not.toBe('ok')
      const { name, mobile, idNumber } = administrator()
      for (const secret of [name, mobile, idNumber]) expect(JSON.stringify(outcomes)).not.toContain(secret)
    })
  },
)
