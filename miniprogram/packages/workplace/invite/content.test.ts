import { toCreate, toImport } from './content'
import { emptyDraft, type InviteDraft, noFields } from './draft'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const draft = (part: Partial<InviteDraft>): InviteDraft => ({ ...emptyDraft, title: ' 入职 ', ...part })

test('what was left empty is not sent', () => {
  expect(toCreate(draft({}))).toEqual({
    subject: 'person',
    title: '入职',
    note: '',
    vendor: null,
    mode: null,
    redirect: null,
    days: 30,
    locked: [],
    bizId: '',
    most: 1,
    invitee: {},
  })
})

test('what was typed for the other subject stays behind', () => {
  const fields = { ...noFields, name: '杭州云上贸易有限公司', mobile: '10020033001', legalPerson: '测试员甲' }
  const content = toCreate(
    draft({ subject: 'organization', fields, locked: ['mobile', 'name'], mode: 'face' }),
  )
  expect(content).toMatchObject({
    locked: ['name'],
    mode: null,
    invitee: { name: '杭州云上贸易有限公司', legalPerson: '测试员甲' },
  })
})

test('numbers lose the spaces they were copied with, and codes are written in capitals', () => {
  const fields = { ...noFields, mobile: '+86 100 2003-3001', idNumber: '110105 19491231 002x' }
  expect(toCreate(draft({ fields })).invitee).toEqual({
    mobile: '10020033001',
    idNumber: '11010519491231002X',
  })
})

test('a way of checking is sent only with the vendor that offers it', () => {
  expect(toCreate(draft({ vendor: 'any', mode: 'face' })).mode).toBeNull()
  expect(toCreate(draft({ vendor: 'qiyuesuo', mode: 'face' })).mode).toBe('face')
  expect(toCreate(draft({ vendor: 'qiyuesuo', mode: 'open' })).mode).toBeNull()
})

test('days and uses are those typed only where they are to be typed', () => {
  expect(toCreate(draft({ days: '7', ownDays: '45', uses: 'one', most: '10' }))).toMatchObject({
    days: 7,
    most: 1,
  })
  expect(toCreate(draft({ days: 'own', ownDays: ' 45 ', uses: 'several', most: '10' }))).toMatchObject({
    days: 45,
    most: 10,
  })
})

test('columns are locked whether or not anything was typed', () => {
  expect(toImport(draft({ locked: ['idNumber', 'name'] }), 'cloud://e/imports/1.xlsx')).toMatchObject({
    locked: ['name', 'idNumber'],
    source: { kind: 'file', fileId: 'cloud://e/imports/1.xlsx' },
  })
})

test('pasted text is sent where no file was uploaded', () => {
  expect(toImport(draft({ text: 'a\tb' }), null).source).toEqual({ kind: 'text', text: 'a\tb' })
})
