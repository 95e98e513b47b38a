import { createWorld } from '../../test/support/world'
import type { Driver } from '../vendors/driver'
import { getConfig } from './getConfig'

function withVendors(...changes: Partial<Driver>[]) {
  const { deps } = createWorld()
  const [base] = deps.drivers.values()
  if (!base) throw new Error('no driver')
  const drivers = changes.map(each => ({ ...base, ...each }))
  deps.drivers = new Map(drivers.map(each => [each.id, each]))
  return { ...deps, base }
}

test('a page learns what each vendor can, and nothing it is not shown', () => {
  const deps = withVendors({})
  expect(getConfig(deps)).toStrictEqual({
    vendors: [
      {
        id: 'qiyuesuo',
        note: deps.base.note,
        subjects: ['person', 'organization'],
        personModes: ['any', 'face'],
        idTypes: ['residentId'],
        licence: { maxBytes: 100, types: ['jpg', 'pdf'] },
        links: true,
        contracts: true,
        batch: false,
        outline: false,
        legacyInvitations: false,
        requires: { person: [], organization: [] },
      },
    ],
    vendorNames: deps.vendorNames,
    policy: { version: '1', controller: '示例公司', retentionDays: 30 },
    jumps: {
      appIds: [],
      plugins: [],
      hosts: [],
      redirects: ['wx0123456789abcdef', 'example.com', 'www.example.com'],
    },
    support: null,
    pollSeconds: 3,
  })
})

test('what a vendor does not offer, or offers besides, is said', () => {
  const page = { modes: ['any'], orders: [] } as never
  const { base, ...deps } = withVendors({})
  const capabilities = {
    ...base.capabilities,
    handoffs: ['plugin' as const],
    licence: null,
    page,
    requires: { person: ['name' as const], organization: ['registerNumber' as const] },
  }
  deps.drivers = new Map([[base.id, { ...base, capabilities, legacyInvitations: {} as never }]])
  expect(getConfig(deps).vendors).toMatchObject([
    {
      licence: null,
      links: false,
      legacyInvitations: true,
      page,
      requires: { person: ['name'], organization: ['registerNumber'] },
    },
  ])
})

test('a page may go where any of the vendors leads to', () => {
  const deps = withVendors(
    { jumps: { appIds: ['wx1'], plugins: ['plugin://one/page'], hosts: ['one.example'] } },
    { id: 'ess', jumps: { appIds: ['wx2'], plugins: [], hosts: ['two.example'] } },
    { id: 'esign' },
  )
  expect(getConfig(deps).jumps).toMatchObject({
    appIds: ['wx1', 'wx2'],
    plugins: ['plugin://one/page'],
    hosts: ['one.example', 'two.example'],
  })
})

test('the vendor of the settings is offered first, the others as they are set', () => {
  const deps = withVendors({}, { id: 'ess' }, { id: 'esign' })
  const offered = () => getConfig(deps).vendors.map(({ id }) => id)
  expect(offered()).toEqual(['qiyuesuo', 'ess', 'esign'])
  deps.config.defaultVendor = 'ess'
  expect(offered()).toEqual(['ess', 'qiyuesuo', 'esign'])
  deps.config.defaultVendor = 'esign'
  expect(offered()).toEqual(['esign', 'qiyuesuo', 'ess'])
})

test('a number to call, and messages, are named where they are set', () => {
  const deps = withVendors({})
  deps.config.supportPhone = '400-000-0000'
  deps.config.messages = {
    reminder: { id: 'template-1', places: [] } as never,
    weekly: { id: 'template-2', places: [] } as never,
  }
  expect(getConfig(deps)).toMatchObject({
    support: { phone: '400-000-0000' },
    messages: [
      { kind: 'reminder', template: 'template-1' },
      { kind: 'weekly', template: 'template-2' },
    ],
  })
})
