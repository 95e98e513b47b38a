import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

const openapi = ['phonenumber.getPhoneNumber', 'shortlink.generate']

let cloud: TestCloud
let run: ReturnType<typeof inFunction>

beforeAll(async () => {
  cloud = await startTestCloud([
    { name: 'sdk', fixture: 'sdk', config: { permissions: { openapi } } },
    { name: 'plain', fixture: 'plain' },
  ])
  run = inFunction(cloud, { openid: 'o-caller', unionid: 'u-caller' })
})
afterAll(cleanUp)

describe('who is calling', () => {
  test('a call from the mini-program carries openid, appid and unionid', async () => {
    expect(await run(({ cloud: sdk }) => sdk.getWXContext())).toEqual({
      OPENID: 'o-caller',
      UNIONID: 'u-caller',
      APPID: 'wxsandbox0000000001',
      CLIENTIP: '127.0.0.1',
      ENV: 'sandbox-env',
      SOURCE: 'wx_client',
    })
  })

  test('the event carries userInfo, whatever the client claims', async () => {
    const seen = await cloud.invoke('plain', { userInfo: { openId: 'o-forged' } }, { openid: 'o-caller' })
    expect(seen).toMatchObject({
      event: { userInfo: { appId: 'wxsandbox0000000001', openId: 'o-caller' } },
    })
  })

  test('a function called by a function sees the same caller and a longer SOURCE', async () => {
    const seen = await run(async ({ cloud: sdk }) => {
      const { result } = await sdk.callFunction({
        name: 'sdk',
        data: { code: '({cloud}) => cloud.getWXContext()' },
      })
      return result
    })
    expect(seen).toMatchObject({ OPENID: 'o-caller', SOURCE: 'wx_client,scf' })
  })
})

describe('callFunction', () => {
  test('takes data and gives the result', async () => {
    const answer = await run(({ cloud: sdk }) =>
      sdk.callFunction({ name: 'plain', data: { a: 1, x: { y: '中' } } }),
    )
    expect(answer).toMatchObject({
      errMsg: 'callFunction:ok',
      result: { event: { a: 1, x: { y: '中' }, userInfo: { openId: 'o-caller' } } },
    })
  })

  test('fails with FUNCTIONS_EXECUTE_FAIL when the function throws', async () => {
    const error = await run(({ cloud: sdk }) =>
      sdk
        .callFunction({ name: 'plain', data: { do: 'throw' } })
        .catch((caught: { code?: string; message?: string }) => [caught.code, caught.message]),
    )
    expect(error).toEqual(['FUNCTIONS_EXECUTE_FAIL', expect.stringContaining('planned failure')])
  })

  test('fails for a function that does not exist', async () => {
    const code = await run(({ cloud: sdk }) =>
      sdk.callFunction({ name: 'nobody' }).catch((caught: { code?: string }) => caught.code),
    )
    expect(code).toBe('FUNCTIONS_REQUEST_FAIL')
  })
})

describe('storage', () => {
  test('a file goes up, comes down, gets an address, and is deleted', async () => {
    const seen = await run(async ({ cloud: sdk }) => {
      const { fileID } = await sdk.uploadFile({
        cloudPath: 'dir/中文.png',
        fileContent: Buffer.from('PNGDATA'),
      })
      const { fileContent } = await sdk.downloadFile({ fileID })
      const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
      const deleted = await sdk.deleteFile({ fileList: [fileID] })
      const again = await sdk.deleteFile({ fileList: [fileID] })
      const gone = await sdk.getTempFileURL({ fileList: [fileID] })
      return {
        fileID,
        content: fileContent.toString(),
        maxAge: fileList[0]?.maxAge,
        url: fileList[0]?.tempFileURL,
        deleted: deleted.fileList[0]?.status,
        again: again.fileList[0]?.status,
        gone: gone.fileList[0]?.status,
      }
    })
    expect(seen).toEqual({
      fileID: 'cloud://sandbox-env.local/dir/中文.png',
      content: 'PNGDATA',
      maxAge: 60,
      url: expect.stringContaining(`${cloud.url}/storage/dir/中文.png?expires=`),
      deleted: 0,
      again: -503003,
      gone: -503003,
    })
  })

  test('a path that climbs is refused', async () => {
    const error = await run(({ cloud: sdk }) =>
      sdk
        .uploadFile({ cloudPath: 'a/../../b', fileContent: Buffer.from('x') })
        .catch((caught: Error) => caught.message),
    )
    expect(error).toMatch(/cloudPath must be a relative path/)
  })
})

describe('openapi', () => {
  test('a phone code gives the number once', async () => {
    const phone = (issued: string) =>
      run(
        ({ cloud: sdk, input }) =>
          sdk.openapi.phonenumber
            .getPhoneNumber({ code: input })
            .catch((caught: { errCode?: number }) => caught.errCode),
        issued,
      )
    const issued = cloud.issuePhoneCode('13800000000')
    expect(await phone(issued)).toMatchObject({
      phoneInfo: {
        phoneNumber: '13800000000',
        purePhoneNumber: '13800000000',
        countryCode: '86',
        watermark: { appid: 'wxsandbox0000000001' },
      },
      errCode: 0,
    })
    expect(await phone(issued)).toBe(40029)
    expect(await phone('never issued')).toBe(40029)
  })

  test('a phone code is for the person who pressed the button', async () => {
    const phone = (code: string, openid: string) =>
      run(
        ({ cloud: sdk, input }) =>
          sdk.openapi.phonenumber.getPhoneNumber(input).then(
            () => 'told',
            (caught: { errCode?: number }) => caught.errCode,
          ),
        { code, openid },
      )
    expect(await phone(cloud.issuePhoneCode('13800000000', 'oAlice'), 'oAlice')).toBe('told')
    expect(await phone(cloud.issuePhoneCode('13800000000', 'oAlice'), 'oBob')).toBe(40003)
  })

  test('an API that is declared but not imitated is not found', async () => {
    const error = await run(({ cloud: sdk }) =>
      sdk.openapi.shortlink
        .generate({ pageUrl: 'pages/a' })
        .catch((caught: { errCode?: number }) => caught.errCode),
    )
    expect(error).toBe(-604100)
  })
})
