import { createFiles } from '../../cloudfunctions/platform/cloudFiles'
import { FileTooLarge } from '../../cloudfunctions/platform/files'
import { createDownload } from '../../cloudfunctions/platform/http'
import { type CloudStore, startCloudStore } from '../support/cloud-store'

/** What anybody has uploaded, through the real SDK: whole up to the bound, and not at all beyond it. */
const files = createFiles(createDownload({ timeoutMs: 10_000, connectTimeoutMs: 10_000 }))
let cloud: CloudStore

beforeAll(async () => {
  cloud = await startCloudStore({ isSetUp: false })
})
afterAll(() => cloud.close())

test.each(['imports/a.xlsx', '名单/十一月 (1).csv'])('%s is fetched as it was uploaded', async name => {
  const bytes = Buffer.from([0, 0xff, 0x80, 10, ...Buffer.from('测试')])
  const fileId = cloud.cloud.upload(name, bytes)
  expect(await files.download(fileId, bytes.length)).toEqual(bytes)
  await expect(files.download(fileId, bytes.length - 1)).rejects.toBeInstanceOf(FileTooLarge)
})

test('a file nobody has uploaded is none, and no large one', async () => {
  const fileId = cloud.cloud.upload('gone.csv', Buffer.from('x'))
  await files.remove(fileId)
  const failed = await files.download(fileId, 10).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(Error)
  expect(failed).not.toBeInstanceOf(FileTooLarge)
})
