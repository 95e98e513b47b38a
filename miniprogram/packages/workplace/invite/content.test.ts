import { bankNumber, email, mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { formFieldsIn, kindOf, toCreate, toImport } from './content'
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
    subject: 'organization',
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
  expect(toCreate(draft({ vendor: 'qiyuesuo', mode: 'face' }))).toMatchObject({
    vendor: 'qiyuesuo',
    mode: 'face',
  })
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

describe('what is sent of the vendor’s page', () => {
  const page = { fallbackModes: ['face', 'bankCard'], editableFields: ['name'] } as const
  const sent = (part: Partial<InviteDraft>) => {
    const { mode, fallbackModes, editableFields } = Object(toCreate(draft({ ...page, ...part })))
    return { mode, fallbackModes, editableFields }
  }

  test('only of a vendor that was decided on, and no way twice', () => {
    expect(sent({})).toEqual({ mode: null })
    expect(sent({ vendor: 'esign', mode: 'face' })).toEqual({
      mode: 'face',
      fallbackModes: ['bankCard'],
      editableFields: ['name'],
    })
    expect(sent({ vendor: 'esign' })).toEqual({ mode: null, ...page })
    expect(sent({ vendor: 'esign', subject: 'organization', mode: 'face' })).toEqual({
      mode: null,
      editableFields: ['name'],
    })
    const bare = toCreate(draft({ vendor: 'esign' }))
    expect(['fallbackModes' in bare, 'editableFields' in bare]).toEqual([false, false])
  })

  test('a card only where it may be locked and asked for', () => {
    const fields = {
      ...noFields,
      bankNumber: '6222021234567890128',
      bankMobile: '10020033001',
      email: 'a@b.example',
    }
    const locked = ['bankNumber', 'email', 'name'] as const
    expect(toCreate(draft({ fields, locked }))).toMatchObject({
      invitee: { email: 'a@b.example' },
      locked: ['email'],
    })
    expect(Object(toCreate(draft({ fields, locked })).invitee)).not.toHaveProperty('bankNumber')
    expect(toCreate(draft({ fields, locked, vendor: 'esign' }))).toMatchObject({
      invitee: { bankNumber: '6222021234567890128', bankMobile: '10020033001' },
      locked: ['email', 'bankNumber'],
    })
  })
})

test('where it leads on is sent without blanks around, and only of the kind that was chosen', () => {
  const on = { appId: ' wx0123456789abcdef ', path: ' pages/a ', url: ' https://a.example ', note: ' 说明 ' }
  const redirect = (kind: InviteDraft['redirect']) => toCreate(draft({ ...on, redirect: kind })).redirect
  expect(redirect('miniProgram')).toEqual({
    kind: 'miniProgram',
    appId: 'wx0123456789abcdef',
    path: 'pages/a',
  })
  expect(redirect('webUrl')).toEqual({ kind: 'webUrl', url: 'https://a.example' })
  expect(redirect('none')).toBeNull()
  expect(toCreate(draft(on)).note).toBe('说明')
})

test.each([
  ['name', 'person', personName],
  ['name', 'organization', organizationName],
  ['legalPerson', 'organization', personName],
  ['applicantName', 'organization', personName],
  ['mobile', 'person', mobile],
  ['applicantMobile', 'organization', mobile],
  ['bankMobile', 'person', mobile],
  ['email', 'person', email],
  ['applicantEmail', 'organization', email],
  ['bankNumber', 'person', bankNumber],
  ['registerNumber', 'organization', registerNumber],
] as const)('the field %s of a %s is of its kind', (field, subject, kind) => {
  expect(kindOf(field, subject)).toBe(kind)
})

test('a card is asked for only of a person, and only for a vendor that was decided on', () => {
  const asksForCard = (subject: InviteDraft['subject'], vendor: InviteDraft['vendor']) =>
    formFieldsIn({ subject, vendor }).includes('bankNumber')
  expect([
    asksForCard('person', 'esign'),
    asksForCard('person', 'any'),
    asksForCard('organization', 'esign'),
  ]).toEqual([true, false, false])
})
