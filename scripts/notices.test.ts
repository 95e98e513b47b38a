import { noticesOf, packageOf } from './notices'

test.each([
  ['node_modules/react/index.js', 'node_modules/react'],
  ['node_modules/@tarojs/api/dist/index.js', 'node_modules/@tarojs/api'],
  ['node_modules/mime-types/node_modules/mime-db/db.json', 'node_modules/mime-types/node_modules/mime-db'],
  ['node_modules\\react\\index.js', 'node_modules/react'],
  ['cloudfunctions/app.ts', null],
])('%s belongs to %s', (file, folder) => {
  expect(packageOf(file)).toBe(folder)
})

test('each package is named once, with its licence and the text of it', () => {
  const [one, ...others] = noticesOf([
    'node_modules/preact/dist/preact.mjs',
    'node_modules/preact/compat/dist/compat.mjs',
    'a.ts',
  ])
  expect(others).toEqual([])
  expect(one).toMatchObject({ name: 'preact', version: '11.2.0', licence: 'MIT' })
  expect(one?.text).toContain('Permission is hereby granted')
})
