import { environmentByVersion } from './environments'

const of = (envId: string, versions: string[]) => ({ name: envId, envId, versions })

test('each version has the environment that names it', () => {
  expect(environmentByVersion([of('hub-test', ['develop', 'trial']), of('hub-live', ['release'])])).toEqual({
    develop: 'hub-test',
    trial: 'hub-test',
    release: 'hub-live',
  })
})

test('no version has two: a trial would write to production', () => {
  expect(() => environmentByVersion([of('hub-test', ['trial']), of('hub-live', ['trial'])])).toThrow('trial')
})

test('the example is nobody’s environment', () => {
  expect(environmentByVersion()).toEqual({})
})
