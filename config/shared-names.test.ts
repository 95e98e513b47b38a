import { namedByPath, type SharedModule } from './shared-names'

/** As Taro's plugin notes what is shared: by a hash of the absolute path, and anew in each compilation. */
function noted(root: string): Map<string, SharedModule> {
  const plugin = namedByPath({ subCommonDeps: new Map<string, SharedModule>() }, root)
  plugin.subCommonDeps = new Map()
  const module = { resource: `${root}/miniprogram/files/pick.ts`, identifier: 'babel' }
  if (!plugin.subCommonDeps.has(`md5 of ${root}`)) plugin.subCommonDeps.set(`md5 of ${root}`, module)
  expect(plugin.subCommonDeps.get(`md5 of ${root}`)).toBe(module)
  plugin.subCommonDeps = new Map(plugin.subCommonDeps)
  return plugin.subCommonDeps
}

test('what is shared is called the same in every folder', () => {
  const [here, there] = [noted('/home/a'), noted('/srv/another folder')]
  expect([...here.keys()]).toEqual([...there.keys()])
  expect([...here.keys()][0]).toMatch(/^[0-9a-f]{32}$/)
})
