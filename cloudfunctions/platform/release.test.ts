function releaseOf(build: object): unknown {
  let release: unknown
  Object.assign(globalThis, build)
  jest.isolateModules(() => {
    release = (require('./release') as typeof import('./release')).release
  })
  Reflect.deleteProperty(globalThis, 'BUILD_RELEASE')
  return release
}

test('a function says which build it is, where it was built', () => {
  expect(releaseOf({ BUILD_RELEASE: '0.2.0+1a2b3c4d5e6f' })).toBe('0.2.0+1a2b3c4d5e6f')
  expect(releaseOf({})).toBe('unbuilt')
})
