import { sandboxOperatorCode } from '../../sandbox/settings'
import { headingLine, line, organizationName } from '../support/batch-world'
import { decodeQr } from '../support/decode-qr'
import { eventually } from '../support/eventually'
import { openStage } from '../support/stage'

/** An operator with the compiled mini-program, the built functions and the simulated vendor. */
let offset = 0
const operator = 'oBatchOperator'
const stage = openStage({
  world: { vendors: { ess: { taskDelayMs: 200 } } },
  async before() {
    offset += 100
  },
  openid: () => operator,
})

/** A spreadsheet as operators have it; the lines are tab-separated in the helpers. */
const csv = (lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n').replaceAll('\t', ',')}`)

async function importFile(lines: string[]) {
  await stage.journey.tap('workplace')
  await stage.journey.tap('batches')
  await stage.journey.tap('batch-new')
  await stage.journey.tap('choose-file')
  await stage.journey.agreePrivacy()
  await stage.journey.chooseFile('名单.csv', 'text/csv', csv(lines))
  await stage.journey.tap('create')
  await stage.journey.page.locator('#board-title:visible').waitFor()
}

const good = (count: number) => [
  headingLine,
  ...Array.from({ length: count }, (_, index) => line(offset + index)),
]

async function submit() {
  await stage.journey.tap('board-submit')
  await stage.journey.tap('submit-consent')
  await stage.journey.tap('submit-confirm')
}

/** The count beside a filter of the board. */
async function counts(filter: string, count: number) {
  await stage.journey.page
    .locator(`#board-filter-${filter}:visible`)
    .filter({ hasText: new RegExp(`(^|\\D)${count}$`) })
    .waitFor({ timeout: 60_000 })
}

test('the one-time code makes an operator; a wrong one says so', async () => {
  await stage.journey.tap('workplace')
  await stage.journey.page.locator('#claim-screen:visible').waitFor()
  await stage.journey.screenshot('batch-claim')
  await stage.journey.fill('claim-code', 'guess')
  await stage.journey.tap('claim')
  await stage.journey.shows('开通码不正确')
  await stage.journey.fill('claim-code', sandboxOperatorCode)
  await stage.journey.tap('claim')
  await stage.journey.tap('batches')
  await stage.journey.page.locator('#batch-new:visible').waitFor()
  await stage.journey.screenshot('batch-list-empty')
  expect(stage.journey.errors).toEqual([])
})

test('a list with errors becomes ten organizations: fixed, sent, jumped, and the board tells the truth', async () => {
  const lines = good(10)
  lines[2] = (lines[2] ?? '').replace('贸易有限公司', '贸易(北京)有限公司')
  lines[5] = (lines[5] ?? '').replace(
    /\t9111\w{14}/,
    code => `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`,
  )
  await importFile(lines)
  await counts('issues', 2)
  await stage.journey.screenshot('batch-board-issues')
  await stage.journey.tap('board-fix')
  await counts('issues', 1)
  await stage.journey.tap('board-filter-issues')
  // The element that was row 5 among all of them is put away then.
  await stage.journey.page.locator('#row-1:visible').waitFor({ state: 'detached' })
  await stage.journey.tap('row-5')
  await stage.journey.page.locator('#field-creditCode:visible').waitFor()
  await stage.journey.screenshot('batch-row-issue')
  const right = (good(10)[5] ?? '').split('\t')[1] ?? ''
  await stage.journey.page.locator('#field-creditCode:visible input').fill(right)
  await stage.journey.tap('row-save')
  await stage.journey.shows('已保存')
  await stage.journey.back()
  await stage.journey.tap('board-filter-all')
  await stage.journey.shows('提交 10 家')
  await stage.journey.tap('board-submit')
  await stage.journey.page.locator('#submit-sheet:visible').waitFor()
  await stage.journey.screenshot('batch-submit-sheet')
  await stage.journey.tap('submit-consent')
  await stage.journey.tap('submit-confirm')
  await counts('ready', 10)
  await stage.journey.screenshot('batch-board-ready')

  await stage.journey.tap('board-link')
  await stage.journey.page.locator('#link-open-1:visible:not([disabled])').waitFor()
  await stage.journey.screenshot('batch-link')
  await stage.journey.tap('link-open-1')
  await stage.journey.page.getByText('允许', { exact: true }).locator('visible=true').click()
  const program = stage.journey.page.frameLocator('iframe')
  await program.locator('#pass-all').waitFor({ state: 'attached' })
  await stage.journey.screenshot('batch-ess')
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    await program.locator(`#row-${number}`).click()
    await program.locator(`#pass-${number}`).click()
    await program.locator(`#row-${number}`).filter({ hasText: '已认证' }).waitFor()
  }
  await program.locator('#row-9').click()
  await program.locator('#fail-9').click()
  await program.locator('#return').click()
  await stage.journey.page.locator('#link-updated:visible').waitFor()
  await stage.journey.back()
  await stage.world.cloud.fireTimer('sweep')
  await counts('verified', 8)
  await counts('rejected', 1)
  await counts('ready', 1)
  await stage.journey.screenshot('batch-board-result')
  expect(stage.journey.errors).toEqual([])
})

test('the code is shown and can be saved; a link that ended is renewed in one tap', async () => {
  await importFile(good(2))
  await submit()
  await counts('ready', 2)
  await stage.journey.tap('board-link')
  await stage.journey.page.locator('#link-open-1:visible:not([disabled])').waitFor()
  const code = stage.journey.page.locator('#link-qr-1:visible')
  await code.scrollIntoViewIfNeeded()
  await eventually(async () => decodeQr(await code.screenshot()).includes('shortKey='))
  await stage.journey.screenshot('batch-link-qr')
  await stage.journey.tap('link-save-1')
  await stage.journey.shows(/已保存/)
  // Time passes: its end has come.
  for (const id of await stage.world.idsOf('links')) await stage.world.setField('links', id, { expiresAt: 1 })
  await stage.journey.back()
  await stage.journey.tap('board-link')
  await stage.journey.page.locator('#link-over-1:visible').waitFor()
  expect(await stage.journey.page.locator('#link-open-1:visible:not([disabled])').count()).toBe(0)
  await stage.journey.screenshot('batch-link-expired')
  await stage.journey.tap('link-renew-1')
  await stage.journey.page.locator('#link-open-1:visible:not([disabled])').waitFor()
  expect(stage.journey.errors).toEqual([])
})

test('a wrong administrator is repaired for all rows at once', async () => {
  await importFile(good(4))
  await submit()
  await counts('ready', 4)
  await stage.journey.tap('board-select')
  await stage.journey.tap('select-all')
  await stage.journey.screenshot('batch-board-select')
  await stage.journey.tap('bulk-repair')
  await stage.journey.fill('repair-name', '测试员丙')
  await stage.journey.fill('repair-mobile', '13900139000')
  await stage.journey.fill('repair-id-number', '110101199003070011')
  await stage.journey.screenshot('batch-repair')
  await stage.journey.tap('repair-confirm')
  await counts('ready', 4)
  await eventually(async () => {
    const { organizations } = (await stage.world.atEss('/__sandbox/organizations')) as {
      organizations: { organizationName: string; admin: { mobile: string }; deleted: boolean }[]
    }
    const ours = organizations.filter(each => each.organizationName === organizationName(offset))
    return ours.length === 2 && ours.filter(({ deleted }) => !deleted)[0]?.admin.mobile.endsWith('9000')
  })
  await stage.journey.tap('board-link')
  await stage.journey.shows('139****9000')
  expect(stage.journey.errors).toEqual([])
})

test('the vendor does not answer: nobody claims anything, and a person decides', async () => {
  await importFile(good(3))
  await stage.world.atEss('/__sandbox/next', {
    path: '/CreateBatchOrganizationRegistrationTasks',
    hang: true,
    times: 1,
  })
  const before = await stage.world.essCalls('CreateBatchOrganizationRegistrationTasks')
  await stage.journey.tap('board-submit')
  await stage.journey.tap('submit-consent')
  // A double tap sends once.
  await stage.journey.page.locator('#submit-confirm:visible').dblclick()
  await counts('indeterminate', 3)
  await stage.journey.screenshot('batch-board-unsure')
  expect((await stage.world.essCalls('CreateBatchOrganizationRegistrationTasks')) - before).toBe(1)
  await stage.journey.tap('row-1')
  await stage.journey.page.locator('#resubmit:visible').waitFor()
  await stage.journey.screenshot('batch-row-unsure')
  await stage.journey.back()
  await stage.journey.tap('board-select')
  await stage.journey.tap('select-all')
  await stage.journey.tap('bulk-resubmit')
  await stage.journey.screenshot('batch-resubmit')
  await stage.journey.tap('bulk-confirm')
  await counts('ready', 3)
  expect((await stage.world.essCalls('CreateBatchOrganizationRegistrationTasks')) - before).toBe(2)
})

test('the vendor refuses us: the board says why it waits', async () => {
  await importFile(good(2))
  await stage.world.atEss('/__sandbox/next', {
    path: '/CreateBatchOrganizationRegistrationTasks',
    error: { code: 'AuthFailure.SignatureFailure', message: 'signature' },
    times: 5,
  })
  await submit()
  await stage.journey.page.locator('#board-paused:visible').waitFor()
  await stage.journey.screenshot('batch-board-paused')
})

test('one row is added by hand, and the board is a spreadsheet to take away', async () => {
  await importFile(good(1))
  await stage.journey.tap('board-more')
  await stage.journey.page.getByText('导出进度').locator('visible=true').click()
  await stage.journey.page.locator('.sim-document:visible, [class*=document]:visible').first().waitFor()
  await stage.journey.screenshot('batch-export')
})
