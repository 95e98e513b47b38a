import { readFileSync } from 'node:fs'
import { appIds } from '../cloudfunctions/vendors/ess/links'
import { vendorMiniPrograms, vendorPlugins } from './vendors'

test('what the vendors’ folders declare is found', () => {
  expect(Object.keys(vendorPlugins)).toContain('qyssdk-plugin')
  expect(vendorMiniPrograms).toEqual(expect.arrayContaining(Object.values(appIds)))
})

test('the mini-program itself names none of it', () => {
  const text = readFileSync('miniprogram/app.config.ts', 'utf8')
  for (const { provider } of Object.values(vendorPlugins)) expect(text).not.toContain(provider)
  for (const appId of vendorMiniPrograms) expect(text).not.toContain(appId)
})
