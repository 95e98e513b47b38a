import { namedByPath, type SharedModule } from './shared-names'

/** As Taro's plugin notes what is shared: by a hash of the absolute path, and anew in each compilation. */
function noted(root: string): Map<string, SharedModule> {
  const plugin = namedByPath(
    { subCommonDeps: new Map<string, SharedModule>(), getSubCommonCacheGroup: () => ({}) },
    root,
  )
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

test('scripts stand in the order of their names, styles as they came', () => {
  let groupsOf = (): Record<string, { priority: number }> => ({})
  const plugin = namedByPath(
    { subCommonDeps: new Map<string, SharedModule>(), getSubCommonCacheGroup: () => groupsOf() },
    '/home/a',
  )
  groupsOf = () =>
    Object.fromEntries([...plugin.subCommonDeps.keys()].map(name => [`sub-common/${name}`, { priority: 1 }]))
  plugin.subCommonDeps = new Map()
  for (const file of ['z.ts', 'm.css', 'a.ts', 'k.ts'])
    plugin.subCommonDeps.set(file, { resource: `/home/a/miniprogram/${file}`, identifier: 'babel' })
  const groups = plugin.getSubCommonCacheGroup()
  const names = [...plugin.subCommonDeps]
    .filter(([, { resource }]) => resource?.endsWith('.ts'))
    .map(([name]) => name)
  const byRank = [...names].sort((a, b) => rankOf(a) - rankOf(b))
  function rankOf(name: string): number {
    return groups[`sub-common/${name}`]?.priority ?? 0
  }
  expect(byRank).toEqual([...names].sort())
  expect(Math.max(...names.map(rankOf))).toBeLessThan(2)
  const style = [...plugin.subCommonDeps].find(([, { resource }]) => resource?.endsWith('.css'))?.[0]
  expect(groups[`sub-common/${style}`]?.priority).toBe(1)
})
