import { namedByPath, type SharedModule } from './shared-names'

/** As Taro's plugin notes what is shared: by a hash of the absolute path, and anew in each compilation. */
function noted(root: string): Map<string, SharedModule> {
  const plugin = namedByPath(
    { subCommonDeps: new Map<string, SharedModule>(), subRoots: [], getSubCommonCacheGroup: () => ({}) },
    root,
  )
  plugin.subCommonDeps = new Map()
  const module = {
    resource: `${root}/miniprogram/files/pick.ts`,
    identifier: 'babel',
    chunks: new Set(['a/p']),
  }
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

/** A plugin that has noted these files of these pages; the groups it makes of them. */
function groupsOf(files: Record<string, string[]>) {
  let made = (): Record<string, { priority: number }> => ({})
  const plugin = namedByPath(
    {
      subCommonDeps: new Map<string, SharedModule>(),
      subRoots: ['a', 'b', 'c'],
      getSubCommonCacheGroup: () => made(),
    },
    '/home/a',
  )
  made = () =>
    Object.fromEntries([...plugin.subCommonDeps.keys()].map(name => [`sub-common/${name}`, { priority: 1 }]))
  plugin.subCommonDeps = new Map()
  for (const [file, pages] of Object.entries(files))
    plugin.subCommonDeps.set(file, {
      resource: `/home/a/miniprogram/${file}`,
      identifier: 'babel',
      chunks: new Set(pages),
    })
  const nameOf = (file: string) =>
    [...plugin.subCommonDeps].find(([, { resource }]) => resource?.endsWith(`/${file}`))?.[0] ?? ''
  return { groups: plugin.getSubCommonCacheGroup(), nameOf }
}

test('scripts stand in the order of their names, styles as they came', () => {
  const shared = ['a/p', 'b/p']
  const { groups, nameOf } = groupsOf({ 'z.ts': shared, 'm.css': shared, 'a.ts': shared, 'k.ts': shared })
  const rankOf = (name: string) => groups[`sub-common/${name}`]?.priority ?? 0
  const names = ['z.ts', 'a.ts', 'k.ts'].map(nameOf)
  expect([...names].sort((a, b) => rankOf(a) - rankOf(b))).toEqual([...names].sort())
  expect(Math.max(...names.map(rankOf))).toBeLessThan(2)
  expect(rankOf(nameOf('m.css'))).toBe(1)
})

test('code that all sub-packages share is not copied into each', () => {
  const { groups, nameOf } = groupsOf({
    'two.ts': ['a/p', 'a/q', 'b/p', 'cd/p'],
    'all.ts': ['a/p', 'b/q', 'c/p'],
    'all.css': ['c/p', 'b/q', 'a/p'],
  })
  expect(Object.keys(groups)).toEqual(['two.ts', 'all.css'].map(file => `sub-common/${nameOf(file)}`))
})
